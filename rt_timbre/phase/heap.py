"""A heap of bounded size, greatest key first, in arrays that are given: for kernels that must not allocate."""

import numpy as np
from numba import njit
from numpy.typing import NDArray


@njit(nogil=True, cache=True, error_model="numpy")
def push(keys: NDArray[np.float64], items: NDArray[np.int64], size: int, key: float, item: int) -> int:
    """Put an item in and return the new size."""
    place = size
    while place > 0:
        parent = (place - 1) >> 1
        if keys[parent] >= key:
            break
        keys[place], items[place] = keys[parent], items[parent]
        place = parent
    keys[place], items[place] = key, item
    return size + 1


@njit(nogil=True, cache=True, error_model="numpy")
def pop(keys: NDArray[np.float64], items: NDArray[np.int64], size: int) -> tuple[int, int]:
    """Take the item with the greatest key out and return it with the new size."""
    item = items[0]
    size -= 1
    key, moved = keys[size], items[size]
    place = 0
    while True:
        child = 2 * place + 1
        if child >= size:
            break
        if child + 1 < size and keys[child + 1] > keys[child]:
            child += 1
        if keys[child] <= key:
            break
        keys[place], items[place] = keys[child], items[child]
        place = child
    keys[place], items[place] = key, moved
    return item, size
