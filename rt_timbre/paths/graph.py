"""The neighbourhood graph of a space's points: which are near which, and which is nearest to any place."""

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.spatial import cKDTree


class Graph:
    """Each point's nearest neighbours, by Euclidean distance, the nearest first; never the point itself.

    Parameters
    ----------
    latents : array_like of float [N, D]
        The points, at least one.
    k : int
        Neighbours of each, ≥ 1; where there are not so many other points, all of them.

    Attributes
    ----------
    latents : ndarray of float32 [N, D]
        The points.
    neighbours : ndarray of int32 [N, min(k, N - 1)]
        Indices of each point's neighbours.
    distances : ndarray of float64 [N, min(k, N - 1)]
        How far they are.
    """

    def __init__(self, latents: ArrayLike, k: int) -> None:
        self.latents: NDArray[np.float32] = np.array(latents, np.float32)
        count = len(self.latents)
        self._tree = cKDTree(self.latents)
        found = min(k, count - 1) + 1
        distances, indices = self._tree.query(self.latents, [*range(1, found + 1)])
        # A point is its own nearest, but where others lie at the same place it may come after them, or not at all.
        own = indices == np.arange(count)[:, None]
        own[~own.any(axis=1), -1] = True
        self.neighbours: NDArray[np.int32] = indices[~own].reshape(count, found - 1).astype(np.int32)
        self.distances: NDArray[np.float64] = distances[~own].reshape(count, found - 1)

    def nearest(self, latent: ArrayLike) -> int:
        """Return the index of the point that is nearest to a latent [D]."""
        return int(self._tree.query(latent)[1])
