"""Finds where a space sounds as descriptors ask for: the point nearest to where one is that has a given centroid."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from rt_timbre.between import neighbours
from rt_timbre.descriptors.describer import NAMES
from rt_timbre.descriptors.seeking.goal import HERTZ, Goal
from rt_timbre.descriptors.seeking.judge import Judge
from rt_timbre.descriptors.seeking.room import Room
from rt_timbre.descriptors.seeking.search import ROWS, Search
from rt_timbre.descriptors.seeking.table import PointTable
from rt_timbre.errors import SpaceError
from rt_timbre.space import Space

_MET = 1e-2  # of the range: so near to the targets they are met


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sought:
    """Where a search has led.

    Attributes
    ----------
    latent : ndarray of float32 [D]
        The point.
    reached : dict of str to float
        All descriptors there, by name, at the pitch that was asked for.
    met : bool
        Whether the targets are met there, within 1 % of the ranges that the space is calibrated to.
    """

    latent: NDArray[np.float32]
    reached: dict[str, float]
    met: bool


class Seeker:
    """Seeks points of a space; not from two threads at once.

    First a damped Gauss-Newton method in the space's principal directions, each in standard deviations of the points:
    of all points that meet the targets it approaches the one nearest to where it began. Slopes are finite differences,
    all of one batch of the decoder, brought up to date by Broyden's rank-one update (Math. Comp. 1965) as long as that
    leads on; each step is tried in several lengths, in one batch again. Where it does not arrive it sets out again from
    a dozen points at once: where it is, a little beside, and those of a table, decoded beforehand, that fit best and
    lie near. All begin with the slopes that it knows; each makes its own Broyden steps, one batch for all. A rolloff,
    which jumps from partial to partial, is sought by the smooth odds of the powers below and above it.

    It counts runs of the decoder, not time: the same question has the same answer, bit for bit.

    Parameters
    ----------
    space : Space
        The space.

    Raises
    ------
    SpaceError
        If the decoder fails.
    """

    def __init__(self, space: Space) -> None:
        self._space = space
        self._room = Room(space, ROWS - 1)
        self._judge = Judge(space, ROWS)
        self._table = PointTable(space, self._room, self._judge)

    def warm(self) -> None:
        """Compile all there is, so that the first who seeks does not wait."""
        self.seek(self._space.anchors[0].latent, self._space.reference_pitch + 0.5, {"centroid": 1e3, "rolloff": 1.0})

    def seek(self, latent: NDArray[np.float32], pitch: float, targets: Mapping[str, float]) -> Sought:
        """Find the point near another where descriptors have given values, or as nearly as the space can.

        Parameters
        ----------
        latent : ndarray of float32 [D]
            Where to begin.
        pitch : float
            MIDI note that is played there. The frames are those that a voice plays: of the nearest semitone of the
            space's range, on the way to the next one's if the pitch lies between; frequencies are scaled.
        targets : mapping of str to float
            Values by the names of `rt_timbre.descriptors.calibration.NAMES`, finite, in their units. Without any the
            point is described as it is.

        Returns
        -------
        Sought
            Within the range of the latents, and no farther out than the populated part or where it began.

        Raises
        ------
        SpaceError
            If the decoder fails, or makes no finite frame where the search begins.
        """
        space, judge = self._space, self._judge
        semitone, beside, share = space.reference_pitch, space.reference_pitch, 0.0
        if space.conditioned:
            (semitone,), (beside,), (share,) = neighbours(np.array([pitch]), space.pitch_low, space.pitch_high)
        judge.play(semitone, beside, share)
        factor = 2.0 ** ((pitch - semitone) / 12.0)
        goal = Goal.of(targets, space.calibration, semitone, factor)
        origin = self._room.clip(latent)
        if targets:
            others = partial(self._table.near, goal, origin, semitone, ROWS - 1)
            place = Search(self._room, judge, goal, origin, others).run()
        else:
            judge.judge(origin[None], goal)
            place = judge.place(origin[None], 0)
        values = judge.describe_frame(place.frame)
        if not np.isfinite(values).all():
            raise SpaceError(f"the decoder of {space.name} makes no finite frame there")
        reached = dict(zip(NAMES, (np.where(HERTZ, factor, 1.0) * values).tolist(), strict=True))
        return Sought(latent=place.point.astype(np.float32), reached=reached, met=place.miss <= _MET * _MET)
