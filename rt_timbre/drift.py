"""Generative drift: voices that wander among the points of a space, each on a smooth way of its own."""

import numpy as np
from numba import njit
from numpy.typing import NDArray

from rt_timbre.paths.graph import Graph
from rt_timbre.space import Space

_STEP = 0.5  # seconds from one point of a walk to the next
_NEIGHBOURS = 16  # among which the next one is: with fewer, an instrument of the bundled space falls into parts
_MOST_POINTS = 4096
_STREAM = 0x6472696674  # sets the random numbers of walks apart from others of the same seed


class Drift:
    """Adds a part of a walk to the latent of every voice.

    A walk is a uniform cubic B-spline over points of the space: each is one of the nearest neighbours of the last, and
    the first is the anchor nearest to where the voice would be without. Where that comes nearer to another anchor, the
    walk goes there. A B-spline never leaves the convex hull of its points; nor does what lies between it and a voice
    within the hull.

    Parameters
    ----------
    space : Space
        The space, for its points.
    voices : int
        Number of voices V.
    seed : int
        The same seed, and the same ways of the voices, give the same walks; every voice has its own.

    Attributes
    ----------
    goal : ndarray of float64 [V]
        How much of its walk each voice is set to have: 0 nothing, 1 the walk alone.
    amount : ndarray of float64 [V]
        How much it has: it moves there in a straight line.
    """

    def __init__(self, space: Space, voices: int, seed: int) -> None:
        self.goal, self.amount = np.zeros(voices), np.zeros(voices)
        self._speed = np.zeros(voices)
        self._anchors = np.stack([anchor.latent for anchor in space.anchors]).astype(np.float32)
        latents = space.points.latent
        some = latents[:: max(1, -(-len(latents) // _MOST_POINTS))]
        graph = Graph(np.concatenate([self._anchors, some]), _NEIGHBOURS)
        self._points, self._neighbours = graph.latents, graph.neighbours
        self._knots = np.zeros((voices, 4), np.int64)  # points of the walk: two before, two after where it is
        self._home = np.full(voices, -1)  # anchor where the walk was sent last; −1: there is no walk
        self._phase = np.zeros(voices)  # between the two knots in the middle, 0…1
        self._random = np.array(
            [np.random.SeedSequence((seed, voice, _STREAM)).generate_state(1)[0] for voice in range(voices)], np.int64
        )

    def set(self, voice: int, goal: float, seconds: float) -> None:
        """Have so much of its walk, 0…1, in so many seconds."""
        self.goal[voice] = goal
        # In no time means at the next hop, whatever its length.
        self._speed[voice] = abs(goal - self.amount[voice]) / max(seconds, 1e-9)

    def adopt(self, other: "Drift") -> None:
        """Take over the amounts that voices had in another space."""
        self.goal[:], self.amount[:], self._speed[:] = other.goal, other.amount, other._speed

    def advance(self, seconds: float, latent: NDArray[np.float32], out: NDArray[np.float32]) -> None:
        """Move on the walks, and add them.

        Parameters
        ----------
        seconds : float
            Since the last time.
        latent : ndarray of float32 [V, D]
            Where the voices would be without.
        out : ndarray of float32 [V, D]
            Where they are.
        """
        _advance(
            self._points,
            self._neighbours,
            self._anchors,
            self.goal,
            self.amount,
            self._speed,
            self._knots,
            self._home,
            self._phase,
            self._random,
            seconds,
            latent,
            out,
        )


@njit(nogil=True, cache=True, error_model="numpy")
def _nearest(anchors, latent):  # type: ignore[no-untyped-def]
    best, least = 0, np.inf
    for a in range(anchors.shape[0]):
        distance = 0.0
        for d in range(latent.shape[0]):
            distance += (anchors[a, d] - latent[d]) ** 2
        if distance < least:
            best, least = a, distance
    return best


@njit(nogil=True, cache=True, error_model="numpy")
def _next(neighbours, last, before, state):  # type: ignore[no-untyped-def]
    """Return one of the neighbours of a point, not the one that was before it if there are others; and the state."""
    count = neighbours.shape[1]
    if count == 0:
        return last, state
    # A linear congruential generator, with the constants of the C standard's example; its low bits are poor.
    state = (state * 1103515245 + 12345) & 0x7FFFFFFF
    choice = (state >> 12) % count
    if neighbours[last, choice] == before:
        choice = (choice + 1) % count
    return neighbours[last, choice], state


@njit(nogil=True, cache=True, error_model="numpy")
def _advance(  # type: ignore[no-untyped-def]
    points, neighbours, anchors, goal, amount, speed, knots, home, phase, random, seconds, latent, out
):
    for v in range(goal.shape[0]):
        out[v] = latent[v]
        step = speed[v] * seconds
        amount[v] += min(step, max(-step, goal[v] - amount[v]))
        if amount[v] == 0.0 and goal[v] == 0.0:
            home[v] = -1
            continue
        if home[v] < 0:
            home[v] = _nearest(anchors, latent[v])
            knots[v] = home[v]
            phase[v] = 0.0
        phase[v] += seconds / _STEP
        while phase[v] >= 1.0:
            phase[v] -= 1.0
            nearest = _nearest(anchors, latent[v])
            following, random[v] = _next(neighbours, knots[v, 3], knots[v, 2], random[v])
            if nearest != home[v]:
                following = home[v] = nearest
            knots[v, 0], knots[v, 1], knots[v, 2], knots[v, 3] = knots[v, 1], knots[v, 2], knots[v, 3], following
        t = phase[v]
        first = (1.0 - t) ** 3 / 6.0
        second = (3.0 * t**3 - 6.0 * t**2 + 4.0) / 6.0
        third = (-3.0 * t**3 + 3.0 * t**2 + 3.0 * t + 1.0) / 6.0
        fourth = t**3 / 6.0
        for d in range(latent.shape[1]):
            walk = (
                first * points[knots[v, 0], d]
                + second * points[knots[v, 1], d]
                + third * points[knots[v, 2], d]
                + fourth * points[knots[v, 3], d]
            )
            out[v, d] += amount[v] * (walk - latent[v, d])
