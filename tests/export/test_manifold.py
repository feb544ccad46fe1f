import dataclasses

import numpy as np
import pytest

from rt_timbre.space import Anchor
from rt_timbre_export.manifold import STEPS, Way, distance, levels, ways
from tests.linear_space import DECIBELS, DIMENSION, SLOPES, linear_space


def way(*steps, straight):
    return Way(ends=("a", "b"), curve="linear", steps=np.array(steps), straight=straight)


def test_a_way_is_measured_by_its_steps():
    assert way(1.0, 1.0, 2.0, straight=2.0).detour == 2.0
    assert way(1.0, 1.0, 4.0, straight=2.0).unevenness == 2.0
    assert np.isnan(way(1.0, 1.0, straight=0.0).detour)
    assert np.isnan(way(0.0, 0.0, straight=0.0).unevenness)


def test_linear_ways_through_levels_that_are_linear_are_straight_and_even():
    found = ways(linear_space())
    linear = [way for way in found if way.curve == "linear"]
    assert [way.ends for way in linear] == [
        ("anchor 0", "anchor 1"),
        ("anchor 0", "anchor 2"),
        ("anchor 1", "anchor 2"),
    ]
    for way in linear:
        assert way.detour == pytest.approx(1.0, abs=1e-4)
        assert way.unevenness == pytest.approx(1.0, abs=1e-3)
        assert way.steps.shape == (STEPS - 1,)
    # Anchors 0 and 1 lie 2 along the first and the second latent.
    expected = 2.0 * DECIBELS * np.sqrt(np.mean((SLOPES[0] - SLOPES[1]) ** 2))
    assert linear[0].straight == pytest.approx(expected, rel=1e-4)


def test_spherical_ways_are_as_long_as_their_arcs():
    """Between two latents of equal length at a right angle, with slopes that make an orthonormal frame of dB."""
    space = linear_space()
    found = {way.ends: way for way in ways(space) if way.curve == "spherical"}
    # The second and third row of the slopes are orthogonal and equally long: the picture of the arc is an arc.
    arc = found["anchor 1", "anchor 2"]
    assert arc.detour == pytest.approx(0.5 * np.pi / np.sqrt(2.0), rel=2e-3)
    assert arc.unevenness == pytest.approx(1.0, abs=0.01)


def test_levels_have_a_floor_and_distances_are_root_mean_squares():
    np.testing.assert_allclose(levels(np.array([2.0, 0.2, 1e-9]), 2.0), [0.0, -20.0, -60.0])
    assert distance(np.array([0.0, 3.0]), np.array([4.0, 3.0])) == pytest.approx(4.0 / np.sqrt(2.0))


def test_a_single_anchor_has_no_ways_and_equal_ones_no_detour():
    assert ways(linear_space(anchors=1)) == []
    space = linear_space(anchors=2)
    twins = tuple(
        Anchor(name=name, latent=np.ones(DIMENSION), pitch=64.0, spread=np.zeros(DIMENSION), count=1)
        for name in ("one", "two")
    )
    assert all(np.isnan(way.detour) for way in ways(dataclasses.replace(space, anchors=twins)))
