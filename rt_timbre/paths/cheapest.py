"""The cheapest way through a choice of places at each of several times (Viterbi 1967, doi:10.1109/TIT.1967.1054010)."""

import numpy as np
from numba import njit
from numpy.typing import NDArray


def cheapest_way(
    cost: NDArray[np.float64], distance: NDArray[np.float64], stiffness: NDArray[np.float64], start: int
) -> NDArray[np.int64]:
    """Find the places, one for each time, whose sum of costs of being and of moving is the least of all.

    Parameters
    ----------
    cost : ndarray of float64 [N, C]
        Of being at each place at each time, finite.
    distance : ndarray of float64 [C, C]
        Squared distances of places, symmetrical.
    stiffness : ndarray of float64 [N]
        What a squared distance costs from one time to the next; the first, from the start.
    start : int
        The place before the first time.

    Returns
    -------
    ndarray of int64 [N]
        The places.
    """
    way = np.empty(len(cost), np.int64)
    _viterbi(cost, distance, stiffness, start, np.empty(cost.shape, np.int32), way)
    return way


@njit(nogil=True, cache=True, error_model="numpy")
def _viterbi(
    cost: NDArray[np.float64],
    distance: NDArray[np.float64],
    stiffness: NDArray[np.float64],
    start: int,
    before: NDArray[np.int32],
    way: NDArray[np.int64],
) -> None:
    times, places = cost.shape
    total = stiffness[0] * distance[start] + cost[0]
    following = np.empty(places)
    for i in range(1, times):
        for j in range(places):
            least, place = np.inf, 0
            for k in range(places):
                sum_ = total[k] + stiffness[i] * distance[j, k]
                if sum_ < least:
                    least, place = sum_, k
            following[j] = least + cost[i, j]
            before[i, j] = place
        total[:] = following
    way[times - 1] = np.argmin(total)
    for i in range(times - 1, 0, -1):
        way[i - 1] = before[i, way[i]]
