"""Ways between points and paths, against the formulas written out."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from rt_timbre.errors import PathError
from rt_timbre.motion import EXPRESSIVE, Motion
from rt_timbre.paths.interpolation import between, corner_weights, over_plane, path_to_path, through
from rt_timbre.paths.latent_path import LatentPath
from rt_timbre.presets.preset import SpaceKey

POINT = arrays(np.float32, 4, elements=st.floats(-3.0, 3.0, width=32))
SHARES = np.linspace(0.0, 1.0, 41)


def line(*latents, seconds=1.0, **more):
    return LatentPath(times=np.linspace(0.0, seconds, len(latents)), latents=latents, **more)


def point(*latent, **more):
    return LatentPath(times=[0.0], latents=[latent], **more)


@settings(deadline=None)
@given(POINT, POINT)
def test_a_line_is_a_line(start, end):
    expected = (1.0 - SHARES[:, None]) * start + SHARES[:, None] * end
    np.testing.assert_allclose(between(start, end, SHARES), expected, atol=1e-5)


@settings(deadline=None)
@given(POINT, POINT)
def test_the_sphere_is_the_well_posed_slerp(start, end):
    a, b = np.linalg.norm(start), np.linalg.norm(end)
    found = between(start, end, SHARES, "spherical")
    np.testing.assert_allclose(found[[0, -1]], [start, end], atol=1e-5)
    angle = np.arccos(np.clip(np.dot(start.astype(float), end) / max(a * b, 1e-30), -1.0, 1.0))
    if min(a, b) > 0.01 and 0.01 < angle < np.pi - 0.01:
        share = SHARES[:, None]
        direction = (np.sin((1 - share) * angle) * start / a + np.sin(share * angle) * end / b) / np.sin(angle)
        np.testing.assert_allclose(found, ((1 - share) * a + share * b) * direction, atol=2e-3)


@settings(deadline=None)
@given(POINT, POINT, st.integers(0, 2**32 - 1))
def test_an_expressive_way_is_seeded_bounded_and_continuous(start, end, seed):
    fine = np.linspace(0.0, 1.0, 1001)
    arc, found = between(start, end, fine, "spherical"), between(start, end, fine, "expressive", (seed,))
    distance = np.linalg.norm(end - start)
    offsets = found - arc
    np.testing.assert_allclose(found[[0, -1]], [start, end], atol=1e-4)
    assert np.linalg.norm(offsets, axis=1).max() <= 0.25 * distance + 1e-4
    # The fastest of the half waves rises by 4 π times its height in all.
    assert np.linalg.norm(np.diff(offsets, axis=0), axis=1).max() <= 0.25 * distance * 4 * np.pi / 1000 + 1e-4
    np.testing.assert_array_equal(found, between(start, end, fine, "expressive", (seed,)))


def test_other_seeds_give_other_ways():
    ways = [between([1, 0, 0], [0, 1, 0], SHARES, "expressive", (seed,)) for seed in range(3)]
    assert min(np.abs(ways[0] - ways[1]).max(), np.abs(ways[1] - ways[2]).max()) > 0.01


def test_a_voice_takes_the_same_way():
    start, end = np.float32([1, 0, 2]), np.float32([0, 3, 1])
    motion = Motion(1, start, 0.0)
    motion.morph(0, start, end, 10.0, EXPRESSIVE, (4, 0))
    path = through([start, end], [0.0, 10.0], "expressive", seed=4)
    motion.advance(0.0)
    for second in np.arange(1, 11):
        motion.advance(1.0)
        np.testing.assert_allclose(path.at(second)[0][0], motion.latent[0], atol=1e-3)


@pytest.mark.parametrize("curve", ["linear", "spherical", "expressive"])
def test_a_way_through_points_is_at_each_in_time(curve):
    points = np.random.default_rng(3).standard_normal((5, 3)).astype(np.float32)
    times = [0.0, 1.0, 1.5, 4.0, 5.0]
    pitches, gains = [60.0, 62.0, 50.0, 50.0, 127.0], [0.0, 1.0, 1.0, 0.5, 0.0]
    path = through(points, times, curve, seed=2, pitches=pitches, gains=gains)
    found = path.at(times)
    np.testing.assert_allclose(found[0], points, atol=1e-5)
    np.testing.assert_allclose(found[1], pitches)
    np.testing.assert_allclose(found[2], gains)
    assert path.at(0.5)[1].tolist() == [61.0]
    legs = [between(points[leg], points[leg + 1], SHARES, curve, (2, leg)) for leg in range(4)]
    for leg, expected in enumerate(legs):
        moments = times[leg] + SHARES * (times[leg + 1] - times[leg])
        np.testing.assert_allclose(path.at(moments)[0], expected, atol=5e-3)


def test_one_point_is_a_path_whatever_the_curve():
    assert through([[1.0, 2.0]], [0.0], "spherical").latents.tolist() == [[1.0, 2.0]]


def test_a_path_goes_over_to_another_by_the_formula():
    first = line([0.0, 0.0], [1.0, 0.0], pitches=[60.0, 62.0])
    second = line([0.0, 2.0], [2.0, 2.0], [2.0, 0.0], seconds=2.0, pitches=[50.0, 50.0, 50.0], gains=[0.0, 0.0, 0.5])
    path = path_to_path(first, second)
    assert path.duration == 2.0
    share = np.linspace(0.0, 1.0, 33)
    z_a, z_b = first.at(share)[0], second.at(2.0 * share)[0]
    expected = z_a * (1.0 - share[:, None]) + z_b * share[:, None]
    latents, pitches, gains = path.at(2.0 * share)
    np.testing.assert_allclose(latents, expected, atol=1e-4)
    np.testing.assert_allclose(pitches, (60.0 + 2.0 * share) * (1.0 - share) + 50.0 * share, atol=1e-3)
    np.testing.assert_allclose(gains, (1.0 - share) + np.interp(share, [0.5, 1.0], [0.0, 0.5]) * share, atol=1e-3)


def test_the_shorter_path_may_stand_at_its_end():
    first, second = line([0.0], [1.0]), line([0.0], [4.0], seconds=4.0)
    path = path_to_path(first, second, alignment="hold")
    moments = np.linspace(0.0, 4.0, 33)
    share = moments / 4.0
    expected = np.minimum(moments, 1.0) * (1.0 - share) + moments * share
    np.testing.assert_allclose(path.at(moments)[0][:, 0], expected, atol=1e-3)
    equal = path_to_path(second, second)
    np.testing.assert_allclose(equal.at(moments)[0][:, 0], moments, atol=1e-6)


def test_over_the_sphere_from_path_to_path():
    first, second = line([1.0, 0.0], [2.0, 0.0]), line([0.0, 1.0], [0.0, 2.0])
    path = path_to_path(first, second, "spherical")
    np.testing.assert_allclose(np.linalg.norm(path.latents, axis=1), 1.0 + path.times, atol=1e-4)
    angle = np.arctan2(path.latents[:, 1], path.latents[:, 0])
    np.testing.assert_allclose(angle, np.pi / 2 * path.times, atol=1e-4)


@given(st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_corners_weigh_as_on_the_plane_of_a_voice(x, y):
    weights = corner_weights([x], [y])[:, 0]
    assert (weights >= 0.0).all()
    assert weights.sum() == pytest.approx(1.0)
    corners = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
    np.testing.assert_allclose(weights @ corners, [x, y], atol=1e-12)


def test_over_a_plane_of_points_and_paths():
    key = SpaceKey(name="tiny", sha256="0" * 64)
    corners = [
        point(0.0, 0.0, space=key),
        line([1.0, 0.0], [1.0, 4.0], seconds=2.0, space=key),
        point(0.0, 1.0, space=key, gains=[0.5]),
        point(3.0, 3.0, space=key),
    ]
    path = over_plane(corners, [0.0, 1.0, 3.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0])
    assert (path.duration, path.space) == (3.0, key)
    moments = np.linspace(0.0, 3.0, 61)
    x, y = np.interp(moments, [0, 1, 3], [0, 1, 0]), np.interp(moments, [0, 1, 3], [0, 0, 1])
    weights = corner_weights(x, y)
    moving = np.stack([np.ones(61), np.minimum(2.0 * moments, 4.0)], axis=1)
    expected = weights[1][:, None] * moving + np.outer(weights[2], [0.0, 1.0]) + np.outer(weights[3], [3.0, 3.0])
    latents, pitches, gains = path.at(moments)
    np.testing.assert_allclose(latents, expected, atol=2e-3)
    np.testing.assert_allclose(gains, 1.0 - 0.5 * weights[2], atol=1e-3)
    assert pitches is None


PITCHED = point(0.0, 0.0, pitches=[60.0])


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: between([0.0], [0.0, 1.0], 0.5), r"shapes \(1,\) and \(2,\)"),
        (lambda: between([0.0], [1.0], 0.5, "round"), "'round'; it must be one of linear, spherical, expressive"),
        (lambda: through([[0.0], [1.0]], [0.0, 0.0]), "point 2 is 0.0 s, not after"),
        (lambda: through(np.zeros((9000, 1)), np.arange(9000.0), "spherical"), "1151873 points, more than"),
        (lambda: path_to_path(point(0.0), point(1.0)), "no time to go"),
        (lambda: path_to_path(line([0.0], [1.0]), point(1.0, 2.0)), "1 and 2 dimensions"),
        (lambda: path_to_path(line([0.0, 1.0], [1.0, 1.0]), PITCHED), "some of the paths have pitches"),
        (lambda: path_to_path(line([0.0], [1.0]), point(1.0), "expressive"), "must be linear or spherical"),
        (lambda: path_to_path(line([0.0], [1.0]), point(1.0), alignment="warp"), "one of stretch, hold"),
        (lambda: over_plane([point(0.0)] * 3, [0.0], [0.0], [0.0]), "there are 3 corners"),
        (lambda: over_plane([point(0.0)] * 4, [0.0], [1.5], [0.0]), "not on the plane"),
        (lambda: over_plane([point(0.0)] * 4, [0.0], [np.nan], [0.0]), "not finite"),
    ],
)
def test_what_leads_nowhere_is_said(make, reason):
    with pytest.raises(PathError, match=reason):
        make()
