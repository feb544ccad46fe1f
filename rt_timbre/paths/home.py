"""Where an instrument is at home in a space: its notes near a pitch, what lies between them, and what leads back."""

import numpy as np
from numpy.typing import NDArray

from rt_timbre.paths.graph import Graph
from rt_timbre.space import Anchor, Space

_NOTES = 400  # of the instrument at most, those nearest in pitch
_BETWEEN = 400  # points drawn between neighbouring notes
_NEIGHBOURS = 8  # of a note
_SEMITONES = 4.0  # within which notes count for a pitch: standard deviation of their weights
_VOTES = 9  # notes that say which instrument's a point is


class Home:
    """The part of a space that an instrument fills at a pitch, as a density: a Gaussian around each of its notes.

    Parameters
    ----------
    space : Space
        The space.
    origin : ndarray of float64 [D]
        A point that belongs to it, too.
    pitch : float
        MIDI. Notes count the less the farther they are from it.
    instrument : str or None
        Name of an anchor; None for the instrument of most of the notes nearest to the origin.
    seed : int
        Seed of the points between notes, ≥ 0.

    Attributes
    ----------
    instrument : str
        Name of the anchor.
    width : float
        Standard deviation of the Gaussians: the median distance of a note from its eighth neighbour, of notes that lie
        all in one place the mean of the anchor's spread.
    candidates : ndarray of float64 [C, D]
        The origin (first), the anchor, the notes, and points on the lines from notes to their neighbours.

    Raises
    ------
    SpaceError
        There is no such anchor.
    """

    def __init__(
        self, space: Space, origin: NDArray[np.float64], pitch: float, instrument: str | None, seed: int
    ) -> None:
        anchor = _anchor_at(space, origin) if instrument is None else space.anchor(instrument)
        index = space.anchors.index(anchor)
        self.instrument = anchor.name
        own = np.flatnonzero(space.points.label == index)
        apart = np.abs(space.points.pitch[own].astype(np.float64) - pitch)
        order = np.argsort(apart, kind="stable")[:_NOTES]
        apart = apart[order]
        self._centres = np.vstack([origin, anchor.latent, space.points.latent[own[order]]]).astype(np.float64)
        self._weights = -0.5 * np.square(np.concatenate([[0.0, abs(anchor.pitch - pitch)], apart]) / _SEMITONES)
        graph = Graph(self._centres, _NEIGHBOURS)
        self.width = float(np.median(graph.distances[:, -1])) or float(anchor.spread.mean()) or 1.0
        self.candidates = np.vstack([self._centres, _between(self._centres, graph, np.random.default_rng(seed))])
        self.low = np.minimum(space.latent_low, self._centres.min(axis=0))
        self.high = np.maximum(space.latent_high, self._centres.max(axis=0))

    def strangeness(self, points: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return how far points are from home, and where from each of them it lies.

        Parameters
        ----------
        points : ndarray of float64 [N, D]
            Points.

        Returns
        -------
        strangeness : ndarray of float64 [N]
            −log of the density, in nats, without its constant.
        homewards : ndarray of float64 [N, D]
            Means of the notes, weighted by their Gaussians at the points. ``(points − homewards) / width²`` is the
            gradient of the strangeness, and its quadratic with the curvature ``1 / width²`` lies nowhere below it:
            the step of the mean shift.
        """
        strangeness, homewards = np.empty(len(points)), np.empty_like(points)
        square = np.sum(np.square(self._centres), axis=1)
        for start in range(0, len(points), _NOTES):  # for the sake of memory
            part = points[start : start + _NOTES]
            distance = np.sum(np.square(part), axis=1)[:, None] + square - 2.0 * part @ self._centres.T
            level = self._weights - 0.5 * distance / self.width**2
            peak = level.max(axis=1, keepdims=True)
            weight = np.exp(level - peak)
            total = weight.sum(axis=1, keepdims=True)
            strangeness[start : start + _NOTES] = -(peak + np.log(total))[:, 0]
            homewards[start : start + _NOTES] = (weight / total) @ self._centres
        return strangeness, homewards


def _between(centres: NDArray[np.float64], graph: Graph, generator: np.random.Generator) -> NDArray[np.float64]:
    start = generator.integers(len(centres), size=_BETWEEN)
    end = graph.neighbours[start, generator.integers(graph.neighbours.shape[1], size=_BETWEEN)]
    share = generator.random((_BETWEEN, 1))
    result: NDArray[np.float64] = (1.0 - share) * centres[start] + share * centres[end]
    return result


def _anchor_at(space: Space, origin: NDArray[np.float64]) -> Anchor:
    """Return the instrument of most of the nearest notes, of several the nearer; without notes the nearest anchor."""
    points = space.points.latent.astype(np.float64)
    if len(points) == 0:
        return min(space.anchors, key=lambda anchor: float(np.sum(np.square(anchor.latent - origin))))
    nearest = np.argsort(np.sum(np.square(points - origin), axis=1), kind="stable")[:_VOTES]
    labels: list[int] = space.points.label[nearest].tolist()
    return space.anchors[max(labels, key=labels.count)]
