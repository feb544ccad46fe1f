"""Drift: smooth walks among the points of a space, the same whenever they are made anew."""

import numpy as np
import pytest
from scipy.optimize import linprog

from rt_timbre.drift import Drift
from rt_timbre.space import Points
from tests.linear_space import linear_space
from tests.test_path_transport import Player
from tests.tiny_space import tiny_space

HOP = 128 / 48000


def walk(space, seconds, goal=1.0, seed=0, voices=1, latent=None, rise=0.0, step=HOP):
    """Return where the voices are after each hop [n, V, D]."""
    drift = Drift(space, voices, seed)
    for voice in range(voices):
        drift.set(voice, goal, rise)
    still = np.tile(space.anchors[0].latent if latent is None else np.float32(latent), (voices, 1))
    out = np.zeros_like(still)
    places = []
    for _ in range(round(seconds / step)):
        drift.advance(step, still, out)
        places.append(out.copy())
    return np.array(places)


def all_points(space):
    return np.concatenate([[anchor.latent for anchor in space.anchors], space.points.latent]).astype(np.float64)


def is_within_hull(points, place):
    """Whether a place is a mean of the points, with weights; a linear program finds them, or that there are none."""
    equations = np.vstack([points.T, np.ones(len(points))])
    tolerance = {"primal_feasibility_tolerance": 1e-6}  # of places in single precision
    found = linprog(np.zeros(len(points)), A_eq=equations, b_eq=[*place, 1.0], options=tolerance)
    return found.status == 0


@pytest.mark.parametrize("space", [tiny_space(), linear_space()], ids=["tiny", "linear"])
@pytest.mark.parametrize("goal", [1.0, 0.4])
def test_a_walk_stays_in_the_hull_of_the_points(space, goal):
    points = all_points(space)
    places = walk(space, 60.0, goal)[:, 0]
    assert np.ptp(places, axis=0).min() > 0.01
    for place in places[:: len(places) // 25]:
        assert is_within_hull(points, place.astype(np.float64))


def test_a_walk_is_smooth():
    """Speed and acceleration of a B-spline are bounded by the steps between its points."""
    space = tiny_space()
    places = walk(space, 30.0, step=0.01)[:, 0].astype(np.float64)
    farthest = np.ptp(all_points(space), axis=0).max()
    speed = np.diff(places, axis=0) / 0.01
    assert 0.0 < np.abs(speed).max() <= farthest / 0.5
    assert np.abs(np.diff(speed, axis=0)).max() <= 0.01 * 4.0 * farthest / 0.5**2


def test_the_same_seed_gives_the_same_walk_and_every_voice_has_its_own():
    space = tiny_space()
    places = walk(space, 5.0, voices=3)
    np.testing.assert_array_equal(places, walk(space, 5.0, voices=3))
    assert np.abs(places[-1, 0] - places[-1, 1]).max() > 1e-3
    assert np.abs(places[-1] - walk(space, 5.0, voices=3, seed=1)[-1]).max() > 1e-3


def test_the_amount_comes_and_goes_over_the_glide():
    space = tiny_space()
    drift = Drift(space, 1, 0)
    still, out = np.array([[1.0, 1.0, 1.0]], np.float32), np.zeros((1, 3), np.float32)
    drift.set(0, 0.8, 2.0)
    drift.advance(0.5, still, out)
    assert drift.amount[0] == pytest.approx(0.2)
    # The walk begins at the nearest anchor, and has not gone far.
    np.testing.assert_allclose(out[0], 1.0 + 0.2 * (space.anchor("Bright").latent - 1.0), atol=0.05)
    for _ in range(10):
        drift.advance(0.5, still, out)
    assert drift.amount[0] == pytest.approx(0.8)
    drift.set(0, 0.0, 1.0)
    drift.advance(0.5, still, out)
    assert drift.amount[0] == pytest.approx(0.4)
    drift.advance(0.6, still, out)
    assert drift.amount[0] == 0.0
    np.testing.assert_array_equal(out, still)


def test_a_walk_goes_after_its_voice_to_another_anchor():
    space = tiny_space()
    drift = Drift(space, 1, 0)
    drift.set(0, 1.0, 0.0)
    out = np.zeros((1, 3), np.float32)
    for name in ("Dark", "Hollow", "Bright"):
        anchor = space.anchor(name).latent
        before = out.copy()
        for count in range(1000):
            drift.advance(HOP, anchor[None], out)
            if count or before.any():
                assert np.abs(out - before).max() < 0.02
            before = out.copy()
        nearest = min(space.anchors, key=lambda other: np.linalg.norm(other.latent - out[0]))
        assert nearest.name == name


@pytest.mark.parametrize("count", [0, 1, 2, 20_000])
def test_spaces_of_any_number_of_points_can_be_wandered_in(count):
    latent = np.random.default_rng(0).uniform(0.0, 1.0, (count, 3)).astype(np.float32)
    points = Points(latent=latent, pitch=np.full(count, 60.0), label=np.zeros(count, np.int16), paths={})
    places = walk(tiny_space(points=points, anchors=tiny_space().anchors[:1]), 10.0)
    assert np.isfinite(places).all()
    assert (np.ptp(places, axis=0).max() > 0.0) == (count > 0)


def test_it_is_heard_and_not_asked_and_frozen_it_stands_still():
    player = Player()
    player.send("/voice/1/note", 60.0, 0.5)
    latent = player.send("/voice/1/latent")
    player.send("/voice/*/drift", 0.9)
    assert player.send("/voice/1/drift") == [(pytest.approx(0.9),)]
    player.record(2.0)
    travel = player.engine._timbre.travel
    assert player.send("/voice/1/latent") == latent
    assert np.abs(travel.latent[0] - latent[0]).max() > 1e-3
    player.send("/freeze", 1)
    before = travel.latent.copy()
    player.record(0.5)
    np.testing.assert_array_equal(travel.latent, before)


def test_a_preset_keeps_it_and_the_sound_is_the_same_again():
    def play():
        player = Player(seed=5)
        player.send("/voice/*/drift", 0.5)
        player.send("/preset/store", "wandering")
        player.send("/voice/*/drift", 0.0)
        player.send("/voice/*/note", 55.0, 0.5)
        player.record(0.5)
        player.send("/preset/recall", "wandering", 0.3)
        assert player.send("/voice/1/drift") == [(0.5,)]
        return player.record(2.0)

    np.testing.assert_array_equal(play(), play())
