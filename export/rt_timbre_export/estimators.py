"""What scikit-learn does for this half: classifiers and multi-dimensional scaling."""

from functools import cache
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.manifold import smacof
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

_NEIGHBOURS = 5
_STARTS = 16
_MOST_STEPS = 3000
_SMALL = 1e-9


class Estimator(Protocol):
    """Learns classes of points, and names those of others."""

    def fit(self, points: NDArray[Any], label: NDArray[Any]) -> object:
        """Learn from points [N, D] and their classes [N]."""

    def predict(self, points: NDArray[Any]) -> NDArray[Any]:
        """Return the classes [M] of points [M, D]."""


def support_vector_machine(penalty: float) -> Estimator:
    """Return a support vector machine on standardised features."""
    machine: Estimator = make_pipeline(StandardScaler(), SVC(C=penalty))
    return machine


def nearest_neighbours() -> Estimator:
    """Return a classifier by the majority of the five nearest points."""
    neighbours: Estimator = KNeighborsClassifier(_NEIGHBOURS)
    return neighbours


def linear() -> Estimator:
    """Return a linear classifier (logistic regression) on standardised features."""
    regression: Estimator = make_pipeline(StandardScaler(), LogisticRegression(max_iter=2000))
    return regression


def scaled(distances: NDArray[np.float64], dimensions: int, *, seed: int) -> NDArray[np.float64]:
    """Return points whose distances are as near as possible to those wanted.

    Metric multi-dimensional scaling by SMACOF (de Leeuw 1977): the best of several seeded starts.

    Parameters
    ----------
    distances : ndarray of float64 [N, N]
        Symmetric, 0 on the diagonal.
    dimensions : int
        D.
    seed : int
        Seed of the starts.

    Returns
    -------
    ndarray of float64 [N, D]
        The points.
    """
    return _scaled(distances.tobytes(), len(distances), dimensions, seed).copy()


@cache  # the same few tables are asked for with every model that is measured
def _scaled(data: bytes, count: int, dimensions: int, seed: int) -> NDArray[np.float64]:
    points: NDArray[np.float64] = smacof(
        np.frombuffer(data).reshape(count, count),
        metric=True,
        n_components=dimensions,
        n_init=_STARTS,
        max_iter=_MOST_STEPS,
        eps=_SMALL,
        random_state=seed,
        normalized_stress=False,
    )[0]
    return points
