"""Circles, spirals and walks: where they lead, and what they never leave."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rt_timbre.errors import PathError
from rt_timbre.paths.generators import circle, spiral, walk
from rt_timbre.paths.graph import Graph
from tests.tiny_space import tiny_space

CENTRE, FIRST, SECOND = np.array([1.0, 2.0, 3.0]), np.array([1.0, 0.0, 0.0]), np.array([0.0, 2.0, 0.0])


def test_a_circle_is_round_and_closed():
    path = circle(CENTRE, FIRST, SECOND, 0.5, seconds=4.0, turns=2.0)
    assert path.duration == 4.0
    assert len(path) == 257
    x, y, z = ((path.latents - CENTRE) / [1.0, 2.0, 1.0]).T
    np.testing.assert_allclose(np.hypot(x, y), 0.5, atol=1e-6)
    np.testing.assert_allclose(z, 0.0, atol=1e-6)
    np.testing.assert_allclose(path.latents[0], CENTRE + 0.5 * FIRST, atol=1e-6)
    np.testing.assert_allclose(path.at([0.0, 2.0, 4.0])[0], np.tile(path.latents[0], (3, 1)), atol=1e-5)
    np.testing.assert_allclose(path.at(0.5)[0], [CENTRE + 0.5 * SECOND], atol=1e-5)
    back = circle(CENTRE, FIRST, SECOND, 0.5, seconds=4.0, turns=-2.0)
    np.testing.assert_allclose(back.latents, path.latents[::-1], atol=1e-5)


@given(st.floats(0.0, 3.0), st.floats(0.0, 3.0), st.floats(-5.0, 5.0), st.floats(0.01, 100.0))
def test_a_spiral_goes_evenly_from_one_radius_to_another(start, end, turns, seconds):
    path = spiral(CENTRE, FIRST, SECOND, start, end, seconds=seconds, turns=turns)
    assert path.duration == pytest.approx(seconds)
    x, y, _ = ((path.latents - CENTRE) / [1.0, 2.0, 1.0]).T
    np.testing.assert_allclose(np.hypot(x, y), start + (end - start) * path.times / seconds, atol=1e-5)


SPACE = tiny_space()
GRAPH = Graph(SPACE.points.latent, 6)


@settings(deadline=None)
@given(st.integers(0, 1000), st.floats(0.5, 30.0), st.floats(0.1, 2.0))
def test_a_walk_is_seeded_smooth_and_stays_among_the_points(seed, seconds, pace):
    path = walk(GRAPH, SPACE.anchors[0].latent, seconds=seconds, pace=pace, seed=seed)
    again = walk(GRAPH, SPACE.anchors[0].latent, seconds=seconds, pace=pace, seed=seed)
    np.testing.assert_array_equal(path.latents, again.latents)
    assert path.duration == seconds
    np.testing.assert_array_equal(path.latents[0], GRAPH.latents[GRAPH.nearest(SPACE.anchors[0].latent)])
    longest = GRAPH.distances.max()
    to_points = np.linalg.norm(path.latents[:, None] - GRAPH.latents[None], axis=2)
    # Two thirds of a spline's point are its middle points, the rest their neighbours.
    assert to_points.min(axis=1).max() <= longest
    assert to_points[-1].min() < 1e-5
    steps = np.diff(path.latents, axis=0)
    assert np.linalg.norm(steps, axis=1).max() <= longest / 12
    assert np.linalg.norm(np.diff(steps, axis=0), axis=1).max() <= 4 * longest / 16**2


def test_a_walk_leads_somewhere_and_elsewhere_by_another_seed():
    one, two = (walk(GRAPH, SPACE.anchors[0].latent, seconds=20.0, pace=0.25, seed=seed) for seed in (1, 2))
    assert np.abs(one.latents - two.latents).max() > 0.01
    visited = {GRAPH.nearest(latent) for latent in one.latents}
    assert len(visited) > 6


def test_where_there_is_but_one_point_a_walk_stays():
    path = walk(Graph([[1.0, 2.0]], 5), [0.0, 0.0], seconds=3.0)
    np.testing.assert_array_equal(path.latents, np.tile([1.0, 2.0], (len(path), 1)))


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: circle(CENTRE, FIRST, [1.0, 2.0], 1.0, seconds=1.0), "vectors of one space"),
        (lambda: circle(CENTRE, FIRST, SECOND, 1.0, seconds=0.0), "the duration is 0 s"),
        (lambda: circle(CENTRE, FIRST, SECOND, 1.0, seconds=np.inf), "the duration is inf s"),
        (lambda: circle(CENTRE, FIRST, SECOND, np.nan, seconds=1.0), "not finite"),
        (lambda: circle(CENTRE, FIRST, SECOND, 1.0, seconds=1.0, turns=1e6), "1.28e.08 points"),
        (lambda: walk(GRAPH, [0.0, 0.0, 0.0], seconds=-1.0), "the duration is -1 s"),
        (lambda: walk(GRAPH, [0.0, 0.0, 0.0], seconds=1.0, pace=0.0), "the pace is 0 s"),
        (lambda: walk(GRAPH, [0.0, 0.0, 0.0], seconds=1e6, pace=0.5), r"3.2e\+07 points"),
    ],
)
def test_what_cannot_be_made_is_said(make, reason):
    with pytest.raises(PathError, match=reason):
        make()
