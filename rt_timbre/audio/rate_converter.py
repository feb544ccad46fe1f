"""Sound at another rate than it was made at, block by block: for an output that has come back changed."""

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

_TAPS = 64
_SHAPE = 8.0  # of the Kaiser window: what lies beyond half of either rate is 80 dB down
_PASSED = 0.92  # of the lower one of the two halves of the rates
_MOST_PHASES = 4096


class RateConverter:
    """Converts a stereo stream from one rate to another by a windowed sinc.

    Parameters
    ----------
    take : callable
        Fills an array of float32 [n, 2] with the next n frames and returns true; or does nothing and returns false.
    rate, to : int
        Frames per second that come and that go out.
    block : int
        Frames that every call of `take` gives.

    Attributes
    ----------
    frames : int
        Greatest number of frames that one call takes.

    Notes
    -----
    The sound is 32 frames late. Where the two rates have no simple ratio, places between two frames are rounded to one
    of 4,096: an error 72 dB below the greatest slope.
    """

    def __init__(self, take: Callable[[NDArray[np.float32]], bool], rate: int, to: int, block: int) -> None:
        self._take = take
        common = math.gcd(rate, to)
        self._step, self._whole = rate // common, to // common
        self.frames = math.ceil(block * rate / to) + 1
        phases = min(self._whole, _MOST_PHASES)
        place = np.arange(_TAPS) - (_TAPS // 2 - 1) - np.arange(phases)[:, None] / phases
        cutoff = _PASSED * min(1.0, to / rate)
        window = np.i0(_SHAPE * np.sqrt(np.maximum(0.0, 1.0 - (2.0 * place / _TAPS) ** 2))) / np.i0(_SHAPE)
        weights = cutoff * np.sinc(cutoff * place) * window
        self._weights = (weights / weights.sum(axis=1, keepdims=True)).astype(np.float32)
        self._at = 0  # place of the next frame: so many parts, of `whole` to a frame, after the first in the line
        self._line = np.zeros((self.frames + _TAPS, 2), np.float32)
        self._held = _TAPS - 1  # frames in the line: silence at first
        self._taps = np.arange(_TAPS)
        self._places = np.arange(block) * self._step

    def take(self, out: NDArray[np.float32]) -> bool:
        """Fill `out` [block, 2] with the next frames, as `take` of the stream does.

        Returns
        -------
        bool
            Whether there were enough; if not, none is lost.
        """
        places = self._at + self._places
        first = places // self._whole
        needed = int(first[-1]) + _TAPS - self._held
        if needed > 0:
            if not self._take(self._line[self._held : self._held + needed]):
                return False
            self._held += needed
        phase = (places % self._whole) * len(self._weights) // self._whole
        np.einsum("ntc,nt->nc", self._line[first[:, None] + self._taps], self._weights[phase], out=out)
        self._at += len(out) * self._step
        gone = min(self._at // self._whole, self._held)
        self._at -= gone * self._whole
        self._held -= gone
        self._line[: self._held] = self._line[gone : gone + self._held].copy()
        return True
