"""Whether distances in a latent space are those that listeners perceive."""

from dataclasses import dataclass

import numpy as np
import scipy.stats
import torch
from numpy.typing import NDArray

from rt_timbre.instrument_names import matched_names
from rt_timbre_export import estimators
from rt_timbre_export.dissimilarity import Dissimilarities
from rt_timbre_export.regularisers import of_equal_distances, student, target
from rt_timbre_export.scaling import distances

PERMUTATIONS = 9999
"""Of the instruments, in a Mantel test."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far latent distances between instruments are those perceived.

    Attributes
    ----------
    instruments : int
        Instruments that are in both, N.
    divergence, of_equal : float
        R of Esling et al. 2018 (`rt_timbre_export.regularisers.student`, target scale 1, three dimensions) in nats, and
        what it is for equal distances.
    pearson, spearman : float
        Correlations of latent distances with mean dissimilarities over the N (N − 1) / 2 pairs. The first is also the
        statistic of the Mantel test.
    mantel_p : float
        Share of random permutations of the instruments with which the correlation is at least as high (Mantel 1967).
    """

    instruments: int
    divergence: float
    of_equal: float
    pearson: float
    spearman: float
    mantel_p: float


def centroids(
    latent: NDArray[np.floating], label: NDArray[np.integer], instruments: tuple[str, ...]
) -> dict[str, NDArray[np.float64]]:
    """Return the mean [D] of the points [N, D] of each instrument that has any; labels [N] are indices of names."""
    return {
        name: latent[label == index].mean(axis=0, dtype=np.float64)
        for index, name in enumerate(instruments)
        if (label == index).any()
    }


def agreement(centres: dict[str, NDArray[np.float64]], table: Dissimilarities, *, seed: int = 1) -> Agreement:
    """Compare the distances between instruments with those perceived.

    Parameters
    ----------
    centres : dict of str to ndarray [D]
        The instruments' points.
    table : Dissimilarities
        The ratings; instruments of either that the other lacks are left out.
    seed : int
        Seed of the permutations.

    Returns
    -------
    Agreement
        The figures.

    Raises
    ------
    DissimilarityError
        Fewer than three instruments are in both, or a pair of them is not rated.
    """
    wanted = target(table, tuple(centres))
    called = matched_names(tuple(centres), table.names)
    own = table.only(called[name] for name in wanted.names)
    points = np.stack([centres[name] for name in wanted.names])
    found = distances(points)
    upper = np.triu_indices(len(points), 1)
    ranks = (scipy.stats.rankdata(values[upper]) for values in (found, own.mean))
    pearson, mantel_p = mantel(found, own.mean, seed=seed)
    return Agreement(
        instruments=len(points),
        divergence=float(student(torch.from_numpy(points), torch.from_numpy(wanted.distance))),
        of_equal=of_equal_distances(wanted),
        pearson=pearson,
        spearman=_correlation(*ranks),
        mantel_p=mantel_p,
    )


def mantel(first: NDArray[np.float64], second: NDArray[np.float64], *, seed: int) -> tuple[float, float]:
    """Test whether two matrices of distances agree (Mantel 1967).

    Parameters
    ----------
    first, second : ndarray [N, N]
        Symmetric.
    seed : int
        Seed of the permutations.

    Returns
    -------
    correlation : float
        Pearson's, over all pairs.
    p : float
        Share of permutations of the first one's rows and columns, itself among them, that agree at least as well.
    """
    rows, columns = np.triu_indices(len(first), 1)
    wanted = second[rows, columns]
    correlation = _correlation(first[rows, columns], wanted)
    orders = np.random.default_rng(seed).permuted(np.tile(np.arange(len(first)), (PERMUTATIONS, 1)), axis=1)
    as_high = np.sum(_correlations(first[orders[:, rows], orders[:, columns]], wanted) >= correlation)
    return correlation, float(1 + as_high) / (PERMUTATIONS + 1)


def recognition(
    latent: NDArray[np.floating],
    label: NDArray[np.integer],
    others: NDArray[np.floating],
    other_label: NDArray[np.integer],
) -> dict[str, float]:
    """Return the share of points whose instrument is named rightly by what is known of others.

    Parameters
    ----------
    latent, label : ndarray [N, D], [N]
        Points to learn from, and their instruments.
    others, other_label : ndarray [M, D], [M]
        Points to name.

    Returns
    -------
    dict of str to float
        By classifier: "k-NN" (five nearest neighbours) and "linear" (logistic regression).
    """
    shares = {}
    for name, machine in (("k-NN", estimators.nearest_neighbours()), ("linear", estimators.linear())):
        machine.fit(latent, label)
        shares[name] = float(np.mean(machine.predict(others) == other_label))
    return shares


def _correlations(rows: NDArray[np.float64], values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return Pearson's correlation [P] of each row [P, M] with values [M]; 0 where a row is constant."""
    rows, values = rows - rows.mean(axis=1, keepdims=True), values - values.mean()
    lengths = np.linalg.norm(rows, axis=1) * np.linalg.norm(values)
    result: NDArray[np.float64] = rows @ values / np.where(lengths > 1e-12, lengths, np.inf)
    return result


def _correlation(first: NDArray[np.float64], second: NDArray[np.float64]) -> float:
    return float(_correlations(first[None], second)[0])
