"""Whether samples are numbers."""

import numpy as np
from numba import njit
from numpy.typing import NDArray

_NOT_FINITE = 0x7F800000  # bits of the least float32 that is infinite or no number, sign apart


@njit(nogil=True, cache=True, error_model="numpy")
def all_finite(values: NDArray[np.float32]) -> bool:
    """Return whether all of some contiguous values are finite: by their bits, as whole numbers and so as vectors."""
    bits = values.view(np.int32)
    greatest = np.int32(0)
    for i in range(bits.shape[0]):
        greatest = max(greatest, bits[i] & np.int32(0x7FFFFFFF))
    return bool(greatest < _NOT_FINITE)
