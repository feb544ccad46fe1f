"""Where a search may go: the populated part of a space, and its principal directions."""

import numpy as np
from numpy.typing import NDArray

from rt_timbre.descriptors.seeking.steps import surround, walk_into
from rt_timbre.space import Space

Doubles = NDArray[np.float64]

_PROBE = 0.03  # standard deviations from a point to those that its slopes are measured at
_POPULATED = 99.5  # percentile of the points' distances from their mean: within it is the populated part


class Room:
    """The populated part of a space.

    Parameters
    ----------
    space : Space
        Whose points and anchors.
    most : int
        Greatest number of directions.

    Attributes
    ----------
    points : ndarray of float64 [N, D]
        Of the space, and its anchors.
    whiten : ndarray of float64 [D, D]
        What a difference of points is multiplied with to be in standard deviations.
    unwalk : ndarray of float64 [D, d]
        The same in the principal directions alone, d ≤ most: a step.
    radius : float
        Standard deviations from the mean to where the populated part ends.
    """

    def __init__(self, space: Space, most: int) -> None:
        self._low, self._high = space.latent_low.astype(np.float64), space.latent_high.astype(np.float64)
        anchors = np.stack([anchor.latent for anchor in space.anchors])
        self.points = np.concatenate([space.points.latent, anchors]).astype(np.float64)
        self._mean = self.points.mean(axis=0)
        covariance = (self.points - self._mean).T @ (self.points - self._mean) / len(self.points)
        # A direction in which the points do not differ is still a little wide.
        covariance += np.diag(np.square(0.01 * (self._high - self._low) + 1e-6))
        variance, axes = np.linalg.eigh(covariance)
        deviation, axes = np.sqrt(variance[::-1]), axes[:, ::-1]
        self.whiten = np.ascontiguousarray(axes / deviation)
        self.unwalk = np.ascontiguousarray(self.whiten[:, :most])
        self._directions = np.ascontiguousarray((axes * deviation).T[:most])
        self.radius = float(np.percentile(self.distance(self.points), _POPULATED))

    def clip(self, points: NDArray[np.floating]) -> Doubles:
        """Return points [..., D] within the range of the latents."""
        return np.clip(points.astype(np.float64), self._low, self._high)

    def inside(self, points: Doubles) -> Doubles:
        """Return points [N, D] moved into the populated part."""
        return self.walk(points, np.zeros((len(points), len(self._directions))), self.radius)

    def distance(self, points: Doubles) -> Doubles:
        """Return the distances of points [N, D] from the mean, in standard deviations [N]."""
        distance: Doubles = np.linalg.norm((points - self._mean) @ self.whiten, axis=1)
        return distance

    def around(self, point: Doubles) -> tuple[Doubles, Doubles]:
        """Return a point and those to measure its slopes at [1 + d, D], and how far along its direction each lies [d].

        Parameters
        ----------
        point : ndarray of float64 [D]
            Within the range.
        """
        count, dimension = self._directions.shape
        points, lengths = np.empty((1 + count, dimension)), np.empty(count)
        surround(point, self._directions, self._low, self._high, _PROBE, points, lengths)
        return points, lengths

    def walk(self, starts: Doubles, steps: Doubles, radius: float) -> Doubles:
        """Return where steps lead, within the range and a radius.

        Parameters
        ----------
        starts : ndarray of float64 [N or 1, D]
            Points.
        steps : ndarray of float64 [N, d]
            From each.
        radius : float
            Standard deviations from the mean.

        Returns
        -------
        ndarray of float64 [N, D]
            Points.
        """
        points = np.empty((len(steps), starts.shape[1]))
        walk_into(starts, steps, self._directions, self._mean, self.whiten, self._low, self._high, radius, points)
        return points
