"""Latent motion: where the paths lead, and that nothing jumps."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rt_timbre.motion import EXPRESSIVE, LINEAR, SPHERICAL, Motion, draw_detours, interpolate

HOP = 128 / 48000


def between(start, end, position, curve):
    out = np.empty(len(start), np.float32)
    start, end = np.float32(start), np.float32(end)
    interpolate(start, end, position, curve, draw_detours(start, end, (3,)), out)
    return out


def test_a_target_is_reached_after_the_glide_in_a_straight_line():
    motion = Motion(1, np.zeros(2, np.float32), glide=0.1)
    motion.go(0, np.array([1.0, -2.0], np.float32))
    motion.advance(0.025)
    np.testing.assert_allclose(motion.latent[0], [0.25, -0.5], atol=1e-6)
    motion.advance(0.075)
    np.testing.assert_allclose(motion.latent[0], [1.0, -2.0], atol=1e-6)


def test_no_glide_arrives_at_the_next_hop():
    motion = Motion(1, np.zeros(2, np.float32), glide=0.0)
    motion.go(0, np.ones(2, np.float32))
    motion.advance(HOP)
    np.testing.assert_array_equal(motion.latent[0], [1.0, 1.0])


def test_spherical_keeps_the_angle_even_and_the_norm_between():
    start, end = [2.0, 0.0], [0.0, 4.0]
    point = between(start, end, 0.5, SPHERICAL)
    np.testing.assert_allclose(point, 3.0 * np.array([np.sqrt(0.5), np.sqrt(0.5)]), rtol=1e-6)
    # A quarter of the way is a quarter of the right angle.
    point = between(start, end, 0.25, SPHERICAL)
    assert np.degrees(np.arctan2(point[1], point[0])) == pytest.approx(22.5, abs=1e-4)


@pytest.mark.parametrize("end", [[-1.0, 0.0], [1.0, 0.0], [0.0, 0.0]])
def test_spherical_falls_back_to_the_line_where_no_arc_is_defined(end):
    np.testing.assert_allclose(
        between([1.0, 0.0], end, 0.3, SPHERICAL), between([1.0, 0.0], end, 0.3, LINEAR), atol=1e-6
    )


@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("go"), st.floats(-3, 3)),
            st.tuples(st.just("morph"), st.floats(0.0, 0.5)),
            st.tuples(st.just("scrub"), st.floats(0, 1)),
            st.tuples(st.just("wait"), st.integers(1, 30)),
        ),
        max_size=30,
    )
)
def test_whatever_changes_mid_way_no_step_exceeds_the_speed_of_glide_and_path(actions):
    glide, shortest = 0.05, 0.02
    motion = Motion(1, np.zeros(1, np.float32), glide)
    # Points lie within ±3: an offset within 12 fades over the glide; a path of length 6 takes at least `shortest`.
    largest = HOP * (12.0 / glide + 6.0 / shortest)
    for name, value in actions:
        if name == "go":
            motion.go(0, np.array([value], np.float32))
        elif name == "morph":
            motion.morph(
                0,
                np.array([-3.0], np.float32),
                np.array([3.0], np.float32),
                max(value, shortest) if value else 0.0,
                LINEAR,
            )
        elif name == "scrub":
            motion.scrub(0, value)
        for _ in range(value if name == "wait" else 1):
            before = motion.latent[0, 0]
            motion.advance(HOP)
            assert abs(motion.latent[0, 0] - before) <= largest


def test_a_morph_joins_its_path_and_ends_at_its_end():
    motion = Motion(2, np.full(2, 5.0, np.float32), glide=0.05)
    motion.morph(1, np.zeros(2, np.float32), np.ones(2, np.float32), 1.0, LINEAR)
    motion.advance(0.5)
    np.testing.assert_allclose(motion.latent[1], 0.5, atol=1e-6)
    np.testing.assert_allclose(motion.target(1), 0.5, atol=1e-6)
    motion.advance(0.6)
    np.testing.assert_allclose(motion.latent[1], 1.0, atol=1e-6)
    np.testing.assert_array_equal(motion.latent[0], 5.0)


def test_scrub_takes_the_morph_by_hand():
    motion = Motion(1, np.zeros(1, np.float32), glide=0.0)
    motion.morph(0, np.zeros(1, np.float32), np.ones(1, np.float32), 10.0, LINEAR)
    motion.scrub(0, 0.75)
    motion.advance(1.0)
    assert motion.latent[0, 0] == pytest.approx(0.75)
    assert motion.position(0) == 0.75


@given(st.lists(st.floats(-3, 3, width=32), min_size=6, max_size=6), st.integers(0, 2**32 - 1))
def test_an_expressive_curve_is_continuous_seeded_and_never_far_from_the_arc(values, seed):
    start, end = np.float32(values[:3]), np.float32(values[3:])
    detours = draw_detours(start, end, (seed,))
    np.testing.assert_array_equal(detours, draw_detours(start, end, (seed,)))
    distance = np.linalg.norm(end - start)
    out, arc, last = np.empty(3, np.float32), np.empty(3, np.float32), None
    for position in np.linspace(0.0, 1.0, 101):
        interpolate(start, end, position, EXPRESSIVE, detours, out)
        interpolate(start, end, position, SPHERICAL, detours, arc)
        assert np.linalg.norm(out - arc) <= 0.25 * distance + 1e-5
        if last is not None:
            # The arc is at most half a turn long, and the fastest half wave has four in the whole way.
            assert np.linalg.norm(out - last) <= 0.1 * (np.linalg.norm(start) + np.linalg.norm(end)) + 1e-5
        last = out.copy()
        if position in (0.0, 1.0):
            np.testing.assert_allclose(out, start if position == 0.0 else end, atol=1e-5)


def test_expressive_curves_of_other_seeds_differ():
    start, end = np.zeros(4, np.float32), np.ones(4, np.float32)
    assert not np.allclose(draw_detours(start, end, (1,)), draw_detours(start, end, (2,)))
