"""A path through a latent space: points with times, and with pitches and gains where it has any."""

import hashlib
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numba import njit
from numpy.typing import ArrayLike, NDArray

from rt_timbre.errors import PathError
from rt_timbre.presets.preset import SpaceKey

MOST_POINTS = 1_000_000
_STEPS = 16


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LatentPath:
    """Points in the order of their times, with straight lines between them.

    Attributes
    ----------
    times : ndarray of float64 [N]
        Seconds, strictly ascending from 0; 1 ≤ N ≤ `MOST_POINTS`.
    latents : ndarray of float32 [N, D]
        The points.
    pitches : ndarray of float64 [N], optional
        MIDI, 0 to 127; without them a voice that plays the path keeps its own pitch.
    gains : ndarray of float32 [N], optional
        Linear, ≥ 0; 1 is the level of the space's own frames. Without them it is 1 throughout.
    space : SpaceKey, optional
        The space that the path was made in.

    Raises
    ------
    PathError
        An array has another shape, a number that is not finite or lies outside its range, or times that go back.
    """

    times: NDArray[np.float64]
    latents: NDArray[np.float32]
    pitches: NDArray[np.float64] | None = None
    gains: NDArray[np.float32] | None = None
    space: SpaceKey | None = None

    def __post_init__(self) -> None:
        times = self._frozen("times", np.float64, 1)
        count = len(times)
        if not 1 <= count <= MOST_POINTS:
            raise PathError(f"the path has {count} points; it must have 1 to {MOST_POINTS}")
        if times[0] != 0.0:
            raise PathError(f"times begin at {times[0]} s; they must begin at 0")
        back = np.flatnonzero(np.diff(times) <= 0.0)
        if back.size:
            place = int(back[0]) + 1
            raise PathError(
                f"the time of point {place + 1} is {times[place]} s, not after {times[place - 1]} s; times must ascend"
            )
        latents = self._frozen("latents", np.float32, 2)
        if latents.shape[1] < 1:
            raise PathError("latents have no dimension")
        self._within("pitches", np.float64, 127.0)
        self._within("gains", np.float32, np.inf)
        for name in ("latents", "pitches", "gains"):
            values = getattr(self, name)
            if values is not None and len(values) != count:
                raise PathError(f"there are {len(values)} {name} for {count} times")

    def _within(self, name: str, kind: type, most: float) -> None:
        if getattr(self, name) is None:
            return
        values = self._frozen(name, kind, 1)
        outside = np.flatnonzero((values < 0.0) | (values > most))
        if outside.size:
            allowed = "not be negative" if most == np.inf else f"be 0 to {most:g}"
            raise PathError(f"{name} of point {outside[0] + 1} is {values[outside[0]]}; it must {allowed}")

    def _frozen(self, name: str, kind: type, dimensions: int) -> NDArray[Any]:
        values: NDArray[Any] = np.array(getattr(self, name), kind, order="C")
        if values.ndim != dimensions:
            raise PathError(f"{name} have {values.ndim} dimensions; they must have {dimensions}")
        finite = np.isfinite(values)
        if not finite.all():
            raise PathError(f"{name} of point {np.argwhere(~finite)[0][0] + 1} hold a number that is not finite")
        values.flags.writeable = False
        object.__setattr__(self, name, values)
        return values

    def __len__(self) -> int:
        return len(self.times)

    @property
    def dimension(self) -> int:
        """Size of the latent space, D."""
        return int(self.latents.shape[1])

    @property
    def duration(self) -> float:
        """Time of the last point, in seconds."""
        return float(self.times[-1])

    def sha256(self) -> str:
        """Return the SHA-256 of all its numbers, hexadecimal: it tells a path from others, in whatever file it is."""
        digest = hashlib.sha256()
        for values in (self.times, self.latents, self.pitches, self.gains):
            if values is not None:
                digest.update(f"{values.shape} {values.dtype.name}".encode())
                digest.update(np.ascontiguousarray(values, values.dtype.newbyteorder("<")).data)
        return digest.hexdigest()

    def at_pitch(self, pitch: float) -> "LatentPath":
        """Return the same path at one pitch throughout, MIDI."""
        return replace(self, pitches=np.full(len(self), pitch))

    def check_fits(self, dimension: int) -> None:
        """Raise PathError if the path has another dimension than a space."""
        if self.dimension != dimension:
            raise PathError(
                f"the path has {self.dimension} dimensions; the space has {dimension}: make it in this space"
            )

    def at(
        self, seconds: ArrayLike
    ) -> tuple[NDArray[np.float32], NDArray[np.float64] | None, NDArray[np.float32] | None]:
        """Return where the path is at any times; before its beginning and after its end it stands still.

        Parameters
        ----------
        seconds : array_like of float [T]
            Times.

        Returns
        -------
        latents : ndarray of float32 [T, D]
            Points.
        pitches : ndarray of float64 [T] or None
            MIDI, if the path has pitches.
        gains : ndarray of float32 [T] or None
            Linear, if it has gains.
        """
        moments = np.atleast_1d(np.asarray(seconds, np.float64))
        latents = np.empty((len(moments), self.dimension), np.float32)
        _sample_all(self.times, self.latents, moments, latents)
        pitches = None if self.pitches is None else np.interp(moments, self.times, self.pitches)
        gains = None if self.gains is None else np.interp(moments, self.times, self.gains).astype(np.float32)
        return latents, pitches, gains


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StoredPath:
    """A path that was found by its name.

    Attributes
    ----------
    name : str
        The name.
    path : LatentPath
        The path.
    sha256 : str
        What tells it from others of that name.
    """

    name: str
    path: LatentPath
    sha256: str


@njit(nogil=True, cache=True, error_model="numpy")
def locate(times: NDArray[np.float64], seconds: float, place: int) -> int:
    """Find the last point that is not after a time: near a place, in a few steps, or far from it, by halving.

    Parameters
    ----------
    times : ndarray of float64 [N]
        Times of the points, ascending.
    seconds : float
        The time.
    place : int
        Where to begin, as what was found for a time before.

    Returns
    -------
    int
        0 to N − 1.
    """
    place = min(max(place, 0), times.shape[0] - 1)
    for _ in range(_STEPS):
        if place > 0 and times[place] > seconds:
            place -= 1
        elif place + 1 < times.shape[0] and times[place + 1] <= seconds:
            place += 1
        else:
            return place
    return max(int(np.searchsorted(times, seconds, side="right")) - 1, 0)


@njit(nogil=True, cache=True, error_model="numpy")
def share_after(times: NDArray[np.float64], seconds: float, place: int) -> float:
    """Return how far a time is from the point at `place`, as `locate` found it, to the next: 0 to 1."""
    if place + 1 >= times.shape[0]:
        return 0.0
    share: float = (seconds - times[place]) / (times[place + 1] - times[place])
    return min(1.0, max(0.0, share))


@njit(nogil=True, cache=True, error_model="numpy")
def sample(latents: NDArray[np.float32], place: int, share: float, out: NDArray[np.float32]) -> None:
    """Write the point between two of a path into `out` [D]: a share of the way from `place` to the next."""
    following = min(place + 1, latents.shape[0] - 1)
    for d in range(latents.shape[1]):
        out[d] = (1.0 - share) * latents[place, d] + share * latents[following, d]


@njit(nogil=True, cache=True, error_model="numpy")
def _sample_all(
    times: NDArray[np.float64], latents: NDArray[np.float32], seconds: NDArray[np.float64], out: NDArray[np.float32]
) -> None:
    for i in range(seconds.shape[0]):
        place = np.searchsorted(times, seconds[i], side="right") - 1
        place = max(place, 0)
        sample(latents, place, share_after(times, seconds[i], place), out[i])
