"""Brings a whole path to where a sum of squares is least: the way of Levenberg and Marquardt, all points at once."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import solveh_banded

_PASSES = 12
_TRIES = 6  # of a step, each shorter than the last
_SETTLED = 1e-3  # share by which the cost falls, below which it is left at that
_DAMPING = 1e-2  # to begin with, of the curvature that the smoothness has
_STEP = 0.02  # of the width of home: finite differences

Doubles = NDArray[np.float64]
Pull = Callable[[Doubles], tuple[Doubles, Doubles]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Task:
    """What a path is to be: the sum of these costs is to be the least.

    Attributes
    ----------
    describe : callable
        Takes points [M, D] and gives the value [M] of each.
    target : ndarray of float64 [N]
        Values wanted.
    unit : float
        A value that is off by this much costs 1, as a square.
    origin : ndarray of float64 [D]
        Where the path sets out from.
    stiffness : ndarray of float64 [N]
        Cost of a squared distance from the point before, of the first from the origin.
    strangeness : callable
        Takes points [N, D] and gives the strangeness of each, [N], and what leads home; see `Home.strangeness`.
    pull : float
        Cost of a unit of strangeness.
    width : float
        See `Home.width`.
    low, high : ndarray of float64 [D]
        Box in which points must lie.
    """

    describe: Callable[[Doubles], Doubles]
    target: Doubles
    unit: float
    origin: Doubles
    stiffness: Doubles
    strangeness: Pull
    pull: float
    width: float
    low: Doubles
    high: Doubles


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _State:
    points: Doubles
    misses: Doubles  # [N], in units
    steps: Doubles  # [N, D]
    homewards: Doubles  # [N, D]
    cost: float


def refine(task: Task, points: Doubles) -> Doubles:
    """Move the points of a path until its cost falls no more.

    How values change with points is found by finite differences; of the matrix of the normal equations only the band
    that is not zero is made, for a point is tied to the ones before and after it alone.

    Parameters
    ----------
    task : Task
        The costs.
    points : ndarray of float64 [N, D]
        Where to begin.

    Returns
    -------
    ndarray of float64 [N, D]
        Points of a cost that is no higher.
    """
    state = _at(task, points)
    damping = _DAMPING
    for _ in range(_PASSES):
        slopes = _slopes(task, state.points)
        before = state.cost
        for _ in range(_TRIES):
            step = _step(task, state, slopes, damping)
            trial = _at(task, np.clip(state.points + step, task.low, task.high))
            if trial.cost < state.cost:
                state, damping = trial, 0.1 * damping
                break
            damping *= 10.0
        if before - state.cost <= _SETTLED * before:
            break
    return state.points


def _at(task: Task, points: Doubles) -> _State:
    misses = (task.describe(points) - task.target) / task.unit
    steps = np.diff(points, axis=0, prepend=task.origin[None])
    strangeness, homewards = task.strangeness(points)
    cost = np.sum(np.square(misses)) + np.sum(task.stiffness[:, None] * np.square(steps))
    return _State(
        points=points,
        misses=misses,
        steps=steps,
        homewards=homewards,
        cost=float(cost + task.pull * np.sum(strangeness)),
    )


def _slopes(task: Task, points: Doubles) -> Doubles:
    """Return how the values at points change with them, [N, D], in units."""
    count, dimension = points.shape
    reach = _STEP * task.width
    offsets = reach * np.concatenate([np.eye(dimension), -np.eye(dimension)])
    values = task.describe((points[:, None] + offsets).reshape(-1, dimension)).reshape(count, 2, dimension)
    return (values[:, 0] - values[:, 1]) / (2.0 * reach * task.unit)


def _step(task: Task, state: _State, slopes: Doubles, damping: float) -> Doubles:
    """Solve the normal equations, damped."""
    count, dimension = slopes.shape
    stiffness, home = task.stiffness, 0.5 * task.pull / task.width**2
    tension = stiffness[:, None] * state.steps
    down = slopes * state.misses[:, None] + tension + home * (state.points - state.homewards)
    down[:-1] -= tension[1:]
    band = np.zeros((dimension + 1, count, dimension))  # row o: what lies o below the diagonal
    for offset in range(dimension):
        band[offset, :, : dimension - offset] = slopes[:, : dimension - offset] * slopes[:, offset:]
    band[0] += stiffness[:, None] * (1.0 + damping) + home
    band[0, :-1] += stiffness[1:, None]
    band[dimension, :-1] = -stiffness[1:, None]
    solution: Doubles = solveh_banded(band.reshape(dimension + 1, -1), -down.ravel(), lower=True)
    return solution.reshape(count, dimension)
