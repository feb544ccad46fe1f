"""Sound from one rate to another, piece by piece; the only module that uses soxr."""

import numpy as np
import soxr
from numpy.typing import NDArray


class FixedRate:
    """A sound at another rate, without delay: the same samples whatever the pieces are.

    Parameters
    ----------
    rate, to : float
        Samples per second that come and that go out.
    """

    def __init__(self, rate: float, to: float) -> None:
        self._stream = None if rate == to else soxr.ResampleStream(rate, to, 1, dtype="float32")

    def take(self, sound: NDArray[np.float32], *, last: bool = False) -> NDArray[np.float32]:
        """Return the samples [m] that are ready once these [n] have come; the last ones with the last piece."""
        if self._stream is None:
            return sound
        result: NDArray[np.float32] = self._stream.resample_chunk(np.ascontiguousarray(sound, np.float32), last=last)
        return result


def variable_rate(fastest: float, to: float) -> soxr.ResampleStream:
    """Return a stream of one channel of float32 whose rate may change at any time.

    Parameters
    ----------
    fastest : float
        Greatest number of samples per second that come.
    to : float
        Samples per second that go out.

    Returns
    -------
    soxr.ResampleStream
        See its `set_io_ratio`.
    """
    return soxr.ResampleStream(fastest, to, 1, dtype="float32", vr=True)
