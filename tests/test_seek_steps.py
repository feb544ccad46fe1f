"""Steps of a search, against numpy's linear algebra; the table that it sets out from, against sorting all of it."""

from functools import partial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rt_timbre.descriptors.seeking.goal import Goal
from rt_timbre.descriptors.seeking.judge import Judge
from rt_timbre.descriptors.seeking.room import Room
from rt_timbre.descriptors.seeking.search import ROWS, Search
from rt_timbre.descriptors.seeking.steps import choose, learn, steps_into
from rt_timbre.descriptors.seeking.table import PointTable
from tests.tiny_space import tiny_space

SPACE = tiny_space()
TARGETS = {"centroid": 700.0, "bandwidth": 500.0}


def goal(targets=TARGETS, pitch=60.0, factor=1.0):
    return Goal.of(targets, SPACE.calibration, pitch, factor)


def numbers(seed, *shape):
    return np.random.default_rng(seed).standard_normal(shape)


def steps(misses, slopes, passed, damping, back, share=1.0):
    found = np.empty((len(passed), passed.shape[1]))
    each = (np.full(len(passed), value) for value in (damping, back, share))
    steps_into(misses, slopes, passed, *each, found)
    return found


@settings(deadline=None)  # the first compiles
@given(st.integers(0, 1000), st.integers(1, 4), st.floats(0.0, 1.0))
def test_a_step_undoes_the_miss_and_goes_back_as_far_as_that_lets_it(seed, count, back):
    misses, slopes, passed = numbers(seed, 3, count), 5.0 * numbers(seed + 1, 3, count, 9), numbers(seed + 2, 3, 9)
    misses *= 0.1
    found = steps(misses, slopes, 0.3 * passed, 0.0, back)
    for miss, slope, way, step in zip(misses, slopes, 0.3 * passed, found, strict=True):
        needed = -np.linalg.lstsq(slope, miss, rcond=None)[0]
        free = way - np.linalg.lstsq(slope, slope @ way, rcond=None)[0]  # what changes nothing that is missed
        np.testing.assert_allclose(step, needed - back * free, atol=1e-6)


def test_damping_shortens_a_step_and_nothing_exceeds_three_deviations():
    misses, slopes, passed = 100.0 * numbers(1, 5, 2), numbers(2, 5, 2, 9), np.zeros((5, 9))
    lengths = [np.linalg.norm(steps(misses, slopes, passed, damping, 0.0), axis=1) for damping in (0.0, 10.0, 1e4)]
    np.testing.assert_allclose(lengths[0], 3.0)
    assert (lengths[1] <= 3.0 + 1e-9).all()
    assert (lengths[2] < 0.1 * lengths[0]).all()
    np.testing.assert_allclose(
        steps(misses, slopes, passed, 0.0, 0.0, 0.5), 0.5 * steps(misses, slopes, passed, 0.0, 0.0)
    )


def test_where_nothing_changes_there_is_no_step():
    np.testing.assert_array_equal(steps(np.ones((1, 2)), np.zeros((1, 2, 9)), np.zeros((1, 9)), 1e-3, 1.0), 0.0)


def test_all_steps_may_start_from_one_point():
    misses, slopes, passed = numbers(1, 1, 2), numbers(2, 1, 2, 9), numbers(3, 1, 9)
    damping, back, share = np.array([1e-5, 1e-1, 1.0]), np.array([1.0, 0.5, 0.0]), np.array([1.0, 0.5, 1.0])
    together, apart = np.empty((3, 9)), np.empty((3, 9))
    steps_into(misses, slopes, passed, damping, back, share, together)
    steps_into(*(np.repeat(array, 3, axis=0) for array in (misses, slopes, passed)), damping, back, share, apart)
    np.testing.assert_array_equal(together, apart)


@settings(deadline=None)  # the first compiles
@given(st.integers(0, 1000))
def test_slopes_learn_what_a_step_has_shown_and_nothing_else(seed):
    unwalk = numbers(seed, 6, 4)
    starts, points = numbers(seed + 1, 3, 6), numbers(seed + 2, 3, 6)
    misses, found, slopes = numbers(seed + 3, 3, 2), numbers(seed + 4, 3, 2), numbers(seed + 5, 3, 2, 4)
    learnt, here, missed = slopes.copy(), starts.copy(), misses.copy()
    learn(here, missed, learnt, points, found, unwalk)
    for n in range(3):
        step = (points[n] - starts[n]) @ unwalk
        np.testing.assert_allclose(learnt[n] @ step, found[n] - misses[n], atol=1e-9)
        across = np.linalg.svd(step[None])[2][1:]  # all that is at right angles to the step
        np.testing.assert_allclose(learnt[n] @ across.T, slopes[n] @ across.T, atol=1e-9)
        better = found[n] @ found[n] < misses[n] @ misses[n]
        np.testing.assert_array_equal(here[n], points[n] if better else starts[n])
        np.testing.assert_array_equal(missed[n], found[n] if better else misses[n])


def test_of_points_that_are_there_the_nearest_is_chosen_and_else_the_one_that_misses_least():
    points, origin, whiten = np.array([[3.0, 0.0], [0.0, 2.0], [1.0, 0.0]]), np.zeros(2), np.diag([1.0, 0.1])
    assert choose(np.array([0.5, 0.2, 0.3]), points, origin, whiten, 0.1) == 1
    assert choose(np.array([0.05, 0.0, 0.3]), points, origin, whiten, 0.1) == 1
    assert choose(np.array([0.05, 0.3, 0.09]), points, origin, whiten, 0.1) == 2
    assert choose(np.array([0.05, 0.06, 0.09]), points, origin, whiten, 0.1) == 1  # 0.2 deviations away


@pytest.mark.parametrize("pitch", [60.0, 71.0])
def test_the_table_gives_points_that_fit_and_lie_near_and_what_they_miss(pitch):
    room, judge = Room(SPACE, ROWS - 1), Judge(SPACE, ROWS)
    table = PointTable(SPACE, room, judge)
    judge.play(pitch, pitch, 0.0)
    origin, sought = room.clip(SPACE.anchors[0].latent), goal(pitch=pitch)
    points, misses = table.near(sought, origin, pitch, 5)
    np.testing.assert_allclose(judge.judge(points, sought), misses, atol=1e-4)

    def cost(places):
        return np.square(judge.judge(places, sought)).sum(axis=1) + 1e-3 * np.square(
            (places - origin) @ room.whiten
        ).sum(axis=1)

    every = np.unique(room.inside(room.points), axis=0)
    costs = np.concatenate([cost(every[i : i + ROWS]) for i in range(0, len(every), ROWS)])
    np.testing.assert_allclose(cost(points), np.sort(costs)[:5], rtol=1e-3)


class Counting(Judge):
    """Remembers how many points it has judged each time."""

    def __init__(self):
        super().__init__(SPACE, ROWS)
        self.counts = []

    def judge(self, points, goal):
        self.counts.append(len(points))
        return super().judge(points, goal)


@pytest.mark.parametrize(
    ("targets", "most"), [({"centroid": 1e4}, 8), ({"rolloff": 1.0}, 9), ({"centroid": 1e4, "flatness": 1e-6}, 9)]
)
def test_what_cannot_be_met_costs_no_more_runs_than_are_allowed(targets, most):
    room, judge = Room(SPACE, ROWS - 1), Counting()
    table, sought = PointTable(SPACE, room, judge), goal(targets)
    judge.play(60.0, 60.0, 0.0)
    runs = []
    for anchor in SPACE.anchors:
        judge.counts.clear()
        origin = room.clip(anchor.latent)
        place = Search(room, judge, sought, origin, partial(table.near, sought, origin, 60.0, ROWS - 1)).run()
        assert place.miss > 0.1
        assert max(judge.counts) <= ROWS
        runs.append(len(judge.counts))
    assert max(runs) == most
