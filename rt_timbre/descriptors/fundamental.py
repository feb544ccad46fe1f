"""The fundamental of frames, where there is one."""

import numpy as np
from numpy.typing import NDArray

from rt_timbre.phase.harmonics import find_fundamental
from rt_timbre.phase.lobes import PairView
from rt_timbre.phase.partials import pair_table, peaks
from rt_timbre.space_parts import NSGT_KINDS, Transform

_FLOOR = 1e-2  # partials 40 dB below the strongest do not count
_CREDIBLE = 0.1  # doubt above which a peak is no partial
_STRONG = 0.1  # of the strongest: a partial that may be the fundamental
_NEAR = 0.02  # of a multiple: a partial this near is that harmonic
_SHARE = 0.9  # of the partials' power, that the fundamental must explain
_ODD = 1e-3  # of the partials' power, that odd multiples of the fundamental have at least
_RESOLVED = 2.2  # half-widths from one harmonic to the next
_TONAL = 0.5  # of the frame's power, that partials must have


class FundamentalFinder:
    """Finds the fundamentals of frames of one layout of bands, frame by frame.

    A fundamental below 1.2 kHz that three resolved partials or more tell is the one that the oscillator bank finds
    (`rt_timbre.phase.harmonics.find_fundamental`). Of higher or fewer partials it is the lowest strong one, if the
    others are its harmonics.

    Parameters
    ----------
    transform : Transform
        What the bands are.
    """

    def __init__(self, transform: Transform) -> None:
        self._view = None if transform.kind in NSGT_KINDS else PairView(transform, 1)
        layout = self._view or transform
        self._centres, self._half_widths = layout.centres, layout.half_widths
        self._table = pair_table(self._centres, self._half_widths)

    def find(self, frames: NDArray[np.floating]) -> NDArray[np.float64]:
        """Return the fundamentals of frames.

        Parameters
        ----------
        frames : ndarray of float [N, K]
            Linear amplitudes, ≥ 0.

        Returns
        -------
        ndarray of float64 [N]
            Hz; 0 where no fundamental explains the frame, as for noise, silence, or partials closer than bands.
        """
        return np.array([self._of(frame) for frame in np.ascontiguousarray(frames, np.float32)], np.float64)

    def _of(self, frame: NDArray[np.float32]) -> float:
        if self._view is not None:
            pairs = np.zeros((1, self._centres.size), np.float32)
            self._view.process(frame[None], np.ones(1, np.int8), pairs)
            frame = pairs[0]
        most = frame.size
        frequency, amplitude, doubt = np.empty(most), np.empty(most), np.empty(most)
        band = np.empty(most, np.int64)
        count = peaks(frame, _FLOOR, self._centres, self._half_widths, self._table, frequency, amplitude, doubt, band)
        kept = doubt[:count] < _CREDIBLE
        hertz, power = frequency[:count][kept], np.square(amplitude[:count][kept])
        if power.sum() < _TONAL * np.sum(np.square(frame, dtype=np.float64)) or not power.size:
            return 0.0
        found = float(find_fundamental(frequency, amplitude, doubt, band, count, self._half_widths))
        if found > 0.0:
            # Above its own range it finds a part of the fundamental: then none of the odd multiples is there.
            while power[np.rint(hertz / found) % 2 == 1].sum() < _ODD * power.sum():
                found *= 2.0
            return found
        place = int(np.argmax(power >= _STRONG * _STRONG * power.max()))
        lowest = float(hertz[place])
        number = np.maximum(1.0, np.rint(hertz / lowest))
        near = np.abs(hertz - number * lowest) < _NEAR * number * lowest
        is_resolved = lowest > _RESOLVED * self._half_widths[band[:count][kept][place]]
        return lowest if is_resolved and power[near].sum() >= _SHARE * power.sum() else 0.0
