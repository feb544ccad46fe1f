"""A sound played at a speed that changes: band-limited interpolation at any places."""

from typing import Final

import numpy as np
from numba import njit
from numpy.typing import NDArray

_CROSSINGS: Final = 24  # zero crossings of the filter on each side
_STEPS: Final = 512  # of its table between two
_BETA: Final = 9.0  # of its Kaiser window: 90 dB
_PLACES = np.arange(_CROSSINGS * _STEPS + 2) / _STEPS
_FILTER: Final[NDArray[np.float64]] = np.sinc(_PLACES) * (
    np.i0(_BETA * np.sqrt(np.maximum(0.0, 1.0 - (_PLACES / _CROSSINGS) ** 2))) / np.i0(_BETA)
)


def at_places(sound: NDArray[np.float32], places: NDArray[np.float64]) -> NDArray[np.float32]:
    """Return what a sound is at any places, silence before and after it.

    Each sample is a sum with a windowed sinc (Smith and Gossett, ICASSP 1984); where the places are more than a sample
    apart it is made wider, so that what would be folded over is taken away.

    Parameters
    ----------
    sound : ndarray of float32 [n]
        The sound.
    places : ndarray of float64 [m]
        Ascending, in samples of the sound.

    Returns
    -------
    ndarray of float32 [m]
        The sound there.
    """
    out = np.zeros(places.size, np.float32)
    steps = np.gradient(places) if places.size > 1 else np.ones(places.size)
    _interpolate(np.ascontiguousarray(sound, np.float32), places, steps, _FILTER, out)
    return out


@njit(nogil=True, cache=True, error_model="numpy")
def _interpolate(
    sound: NDArray[np.float32],
    places: NDArray[np.float64],
    steps: NDArray[np.float64],
    table: NDArray[np.float64],
    out: NDArray[np.float32],
) -> None:
    for i in range(places.shape[0]):
        place = places[i]
        narrow = 1.0 / max(1.0, steps[i])
        reach = _CROSSINGS / narrow
        first = max(0, int(np.ceil(place - reach)))
        last = min(sound.shape[0] - 1, int(np.floor(place + reach)))
        total = 0.0
        for n in range(first, last + 1):
            at = abs(n - place) * narrow * _STEPS
            index = int(at)
            total += sound[n] * (table[index] + (at - index) * (table[index + 1] - table[index]))
        out[i] = narrow * total
