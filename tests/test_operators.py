"""What operators do to paths, as properties of paths of any kind, and against slow and obvious computations."""

import inspect

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from rt_timbre.errors import PathError
from rt_timbre.paths.columns import GAIN, PITCH, ascending, finer
from rt_timbre.paths.latent_path import MOST_POINTS, LatentPath
from rt_timbre.paths.operator_table import OPERATORS
from rt_timbre.paths.operators import (
    bias,
    concatenate,
    edit,
    quantise,
    randomise,
    reverse,
    scale,
    smooth,
    stretch,
)

settings.register_profile("operators", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("operators")


@st.composite
def paths(draw, dimension=None, pitched=None):
    count = draw(st.integers(1, 12))
    dimension = dimension or draw(st.integers(1, 4))
    steps = draw(arrays(np.float64, count, elements=st.floats(1e-3, 5.0)))
    steps[0] = 0.0
    latents = draw(arrays(np.float32, (count, dimension), elements=st.floats(-5.0, 5.0, width=32)))
    if pitched is None:
        pitched = draw(st.booleans())
    pitches = draw(arrays(np.float64, count, elements=st.floats(0.0, 127.0))) if pitched else None
    gains = draw(st.none() | arrays(np.float32, count, elements=st.floats(0.0, 2.0, width=32)))
    return LatentPath(times=np.cumsum(steps), latents=latents, pitches=pitches, gains=gains)


def moments(path):
    return np.linspace(0.0, path.duration, 101)


def close(first, second, atol=1e-4):
    """Compare two ways, whatever points they are made of."""
    assert first.duration == pytest.approx(second.duration, abs=1e-9)
    for one, two in zip(first.at(moments(first)), second.at(moments(first)), strict=True):
        assert (one is None) == (two is None)
        if one is not None:
            np.testing.assert_allclose(one, two, atol=atol)


def equal(first, second):
    for name in ("times", "latents", "pitches", "gains"):
        np.testing.assert_array_equal(getattr(first, name), getattr(second, name))


ZIGZAG = LatentPath(
    times=[0.0, 1.0, 2.0, 4.0],
    latents=[[0.0, 1.0], [1.0, 1.0], [0.0, 1.0], [3.0, 1.0]],
    pitches=[60.0, 62.0, 62.0, 50.0],
    gains=[0.0, 1.0, 1.0, 0.5],
)


@given(paths(), st.floats(-3.0, 3.0), st.floats(-5.0, 5.0))
def test_scaling_about_a_centre(path, factor, centre):
    scaled = scale(path, factor, centre)
    np.testing.assert_allclose(scaled.latents, centre + factor * (path.latents - centre), atol=1e-4)
    close(scale(path, 1.0), path)
    assert np.ptp(scale(path, 0.0).latents, axis=0).max() < 1e-6
    if abs(factor) > 0.1:
        close(scale(scaled, 1.0 / factor, centre), path, 1e-3)


def test_the_centre_is_the_mean_over_time_by_itself():
    # The first dimension stands at 0.5, 0.5, 1.5, 1.5 in the mean of each second.
    assert scale(ZIGZAG, 0.0).latents.tolist() == [[1.0, 1.0]] * 4
    assert scale(ZIGZAG, 2.0).latents[:, 0].tolist() == [-1.0, 1.0, -1.0, 5.0]
    assert scale(ZIGZAG, 0.0, 62.0, parts=[PITCH]).pitches.tolist() == [62.0] * 4


@given(paths(), st.floats(-3.0, 3.0))
def test_bias_moves_all_by_the_same(path, amount):
    np.testing.assert_allclose(bias(path, amount).latents, path.latents + amount, atol=1e-5)
    close(bias(bias(path, amount), -amount), path)


def test_a_pitch_is_transposed_within_what_is_a_pitch():
    assert bias(ZIGZAG, 12.0, parts=[PITCH]).pitches.tolist() == [72.0, 74.0, 74.0, 62.0]
    assert bias(ZIGZAG, 100.0, parts=[PITCH]).pitches.tolist() == [127.0] * 4
    assert bias(ZIGZAG, -0.75, parts=[GAIN]).gains.tolist() == [0.0, 0.25, 0.25, 0.0]
    equal(bias(bias(ZIGZAG, [1.0, 2.0]), [-1.0, -2.0]), ZIGZAG)


@given(paths())
def test_back_and_back_again_is_as_it_was(path):
    back = reverse(path)
    assert back.duration == path.duration
    np.testing.assert_array_equal(back.latents, path.latents[::-1])
    again = reverse(back)
    np.testing.assert_allclose(again.times, path.times, atol=1e-12)
    for name in ("latents", "pitches", "gains"):
        np.testing.assert_array_equal(getattr(again, name), getattr(path, name))


@given(paths(), st.data())
def test_some_parts_go_back_while_others_go_on(path, data):
    part = data.draw(st.integers(0, path.dimension - 1))
    back = reverse(path, parts=[part])
    there, here = back.at(moments(path))[0], path.at(moments(path))[0]
    np.testing.assert_allclose(there[:, part], here[::-1, part], atol=2e-3)
    np.testing.assert_allclose(np.delete(there, part, 1), np.delete(here, part, 1), atol=1e-4)
    close(reverse(back, parts=[part]), path, 2e-3)


@given(paths(), st.floats(0.0, 2.0), st.integers(0, 2**32 - 1), st.floats(0.05, 3.0))
def test_randomness_is_seeded_bounded_and_continuous(path, amount, seed, smoothness):
    changed = randomise(path, amount, seed, smoothness)
    equal(changed, randomise(path, amount, seed, smoothness))
    here = path.at(changed.times)[0]
    offsets = changed.latents - here
    assert np.abs(offsets).max() <= amount + 1e-5
    # A PCHIP rises by no more than three times the mean slope of its piece.
    slopes = np.abs(np.diff(offsets, axis=0)) / np.diff(changed.times)[:, None]
    assert (slopes <= 3.0 * 2.0 * amount / smoothness + 1e-4 / np.diff(changed.times)[:, None]).all()
    equal(randomise(path, amount, seed, 0.0), randomise(path, amount, seed, 0.0))


def test_other_seeds_and_other_parts_give_other_curves():
    one, two = randomise(ZIGZAG, 0.5, 1), randomise(ZIGZAG, 0.5, 2)
    assert np.abs(one.latents - two.latents).max() > 0.1
    offsets = one.latents - ZIGZAG.at(one.times)[0]
    assert 0.2 < np.abs(offsets).max() <= 0.5
    assert np.abs(offsets[:, 0] - offsets[:, 1]).max() > 0.1
    alone = randomise(ZIGZAG, 0.5, 1, parts=[1])
    np.testing.assert_array_equal(alone.latents[:, 1], one.latents[:, 1])
    close(
        LatentPath(times=alone.times, latents=alone.latents[:, :1]),
        LatentPath(times=ZIGZAG.times, latents=ZIGZAG.latents[:, :1]),
    )
    loose = randomise(ZIGZAG, 0.5, 1, 0.0)
    assert len(loose) == len(ZIGZAG)
    assert len(np.unique(loose.latents - ZIGZAG.latents)) > 4


@given(paths(), st.just(0.0) | st.floats(0.01, 4.0))
def test_smoothing_keeps_constants_ends_and_range(path, seconds):
    still = LatentPath(times=path.times, latents=np.broadcast_to(path.latents[:1], path.latents.shape))
    assert (smooth(still, seconds).latents == path.latents[0]).all()
    smoothed = smooth(path, seconds)
    assert smoothed.duration == path.duration
    np.testing.assert_allclose(smoothed.latents[[0, -1]], path.latents[[0, -1]], atol=1e-5)
    assert (smoothed.latents.max(axis=0) <= path.latents.max(axis=0)).all()
    assert (smoothed.latents.min(axis=0) >= path.latents.min(axis=0)).all()


@given(paths(), st.floats(0.1, 3.0))
def test_smoothing_is_the_mean_around_each_point(path, seconds):
    smoothed = smooth(path, seconds)
    for moment, latent in list(zip(smoothed.times, smoothed.latents, strict=True))[:: max(1, len(smoothed) // 5)]:
        half = min(seconds / 2, moment, path.duration - moment)
        # Midpoints: all that lies between weighs the same.
        around = moment + half * (2.0 * (np.arange(4000) + 0.5) / 4000 - 1.0)
        np.testing.assert_allclose(latent, path.at(around)[0].mean(axis=0, dtype=np.float64), atol=0.02)


@given(paths(), st.floats(0.001, 1000.0))
def test_stretching_scales_the_duration_and_nothing_else(path, factor):
    stretched = stretch(path, factor)
    assert stretched.duration == pytest.approx(factor * path.duration)
    np.testing.assert_array_equal(stretched.latents, path.latents)
    np.testing.assert_allclose(stretch(stretched, 1.0 / factor).times, path.times, rtol=1e-12)


@given(paths(dimension=3), st.integers(1, 9), st.integers(0, 99))
def test_quantising_finds_the_nearest_and_nothing_more_the_second_time(path, count, seed):
    points = np.random.default_rng(seed).uniform(-5.0, 5.0, (count, 3)).astype(np.float32)
    quantised = quantise(path, points)
    for latent, found in zip(path.latents, quantised.latents, strict=True):
        distances = np.linalg.norm(points - latent, axis=1)
        assert found.tolist() in points.tolist()
        assert np.linalg.norm(found - latent) == pytest.approx(distances.min(), rel=1e-4, abs=1e-5)
    equal(quantise(quantised, points), quantised)
    part = quantise(path, points, parts=[1])
    assert set(part.latents[:, 1].tolist()) <= set(points[:, 1].tolist())
    np.testing.assert_array_equal(part.latents[:, [0, 2]], path.latents[:, [0, 2]])


@given(paths(pitched=True), st.lists(st.tuples(st.floats(0.0, 1.0), st.floats(0.0, 5.0)), min_size=1, max_size=6))
def test_an_edited_part_goes_through_its_break_points_and_never_beyond(path, drawn):
    points = sorted({min(round(share * path.duration, 3), path.duration): level for share, level in drawn}.items())
    for curve in ("linear", "cubic"):
        edited = edit(path, points, curve, parts=[0, PITCH])
        latents, pitches, _ = edited.at([time for time, _ in points])
        np.testing.assert_allclose(latents[:, 0], [level for _, level in points], atol=1e-4)
        np.testing.assert_allclose(pitches, [level for _, level in points], atol=1e-4)
        low, high = min(level for _, level in points), max(level for _, level in points)
        assert low - 1e-6 <= edited.latents[:, 0].min() <= edited.latents[:, 0].max() <= high + 1e-6
        np.testing.assert_allclose(edited.latents[:, 1:], path.at(edited.times)[0][:, 1:], atol=1e-6)


def test_a_linear_edit_is_straight_and_a_cubic_one_round():
    points = [(0.0, 0.0), (1.0, 0.0), (2.0, 1.0), (3.0, 1.0)]
    straight, bent = edit(ZIGZAG, points, parts=[1]), edit(ZIGZAG, points, "cubic", parts=[1])
    assert straight.at([0.5, 1.25, 1.5, 2.5, 3.5])[0][:, 1].tolist() == [0.0, 0.25, 0.5, 1.0, 1.0]
    # Level at both ends of the rise: the cubic there is 3 t² − 2 t³.
    share = np.linspace(0.0, 1.0, 17)
    np.testing.assert_allclose(bent.at(1.0 + share)[0][:, 1], 3 * share**2 - 2 * share**3, atol=1e-6)
    np.testing.assert_array_equal(bent.latents[:, 0], ZIGZAG.at(bent.times)[0][:, 0])


@given(paths(dimension=2, pitched=True), paths(dimension=2, pitched=True), st.floats(0.001, 3.0))
def test_one_path_after_another_without_a_step(first, second, join):
    whole = concatenate(first, second, join)
    assert whole.duration == pytest.approx(first.duration + join + second.duration)
    np.testing.assert_allclose(whole.at(first.times)[0], first.latents, atol=1e-4)
    start = first.duration + join
    later = whole.at(start + second.times)
    np.testing.assert_allclose(later[0], second.latents, atol=1e-4)
    np.testing.assert_allclose(later[1], second.pitches, atol=1e-4)
    (middle,) = whole.at(first.duration + join / 2)[0]
    np.testing.assert_allclose(middle, (first.latents[-1] + second.latents[0]) / 2, atol=1e-4)
    assert (whole.gains is None) == (first.gains is None and second.gains is None)
    if first.gains is None and second.gains is not None:
        assert (whole.gains[: len(first)] == 1.0).all()


def test_paths_that_meet_need_no_time_between():
    whole = concatenate(ZIGZAG, reverse(ZIGZAG), 0.0)
    assert whole.times.tolist() == [0.0, 1.0, 2.0, 4.0, 6.0, 7.0, 8.0]
    equal(whole, reverse(whole))
    with pytest.raises(PathError, match="does not begin where the first ends"):
        concatenate(ZIGZAG, ZIGZAG, 0.0)


LINE = LatentPath(times=[0.0, 1000.0], latents=[[0.0], [1.0]])


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: scale(ZIGZAG, 2.0, parts=[2]), "no dimension 3; it has the dimensions 1 to 2, pitch, gain"),
        (lambda: scale(LINE, 2.0, parts=[PITCH]), "no pitch; it has the dimensions 1 to 1$"),
        (lambda: bias(ZIGZAG, 1.0, parts=[0, 0]), "dimension 1, dimension 1: each must be there once"),
        (lambda: bias(ZIGZAG, 1.0, parts=[]), "asked for are none"),
        (lambda: scale(ZIGZAG, 1e38, 1e38), "not finite"),
        (lambda: randomise(LINE, 1.0, 0, 0.01), "would have 1600001 points, more than 1000000"),
        (lambda: smooth(LatentPath(times=[0, 1, 1000], latents=[[0], [1], [0]]), 0.01), "would have 1600001 points"),
        (lambda: quantise(ZIGZAG, [[1.0]]), r"shape \(1, 1\); the path has 2 dimensions"),
        (lambda: quantise(ZIGZAG, [[1.0, 2.0]], parts=[PITCH]), "neither pitch nor gain"),
        (lambda: edit(ZIGZAG, []), "pairs of a time and a value"),
        (lambda: edit(ZIGZAG, [(0.0, np.nan)]), "pairs of a time and a value"),
        (lambda: edit(ZIGZAG, [(2.0, 1.0), (1.0, 1.0)]), "are at 2, 1 s; they must ascend from 0"),
        (lambda: edit(ZIGZAG, [(0.0, 1.0), (5.0, 1.0)]), "to 4 s, the end of the path"),
        (lambda: edit(ZIGZAG, [(0.0, 1.0)], "round"), "the curve is 'round'; it must be one of linear, cubic"),
        (lambda: concatenate(ZIGZAG, LINE), "2 and 1 dimensions; they must be of one space"),
        (
            lambda: concatenate(LINE, LatentPath(times=[0.0], latents=[[0.0]], pitches=[60.0])),
            "some of the paths have pitches and some have none",
        ),
    ],
)
def test_what_cannot_be_done_is_said(make, reason):
    with pytest.raises(PathError, match=reason):
        make()


def test_a_path_of_the_most_points_can_be_changed_and_not_become_longer():
    path = LatentPath(times=np.arange(MOST_POINTS) / 100.0, latents=np.zeros((MOST_POINTS, 1), np.float32))
    assert len(smooth(bias(reverse(path), 1.0), 0.2)) == MOST_POINTS
    with pytest.raises(PathError, match="would have 1000001 points"):
        concatenate(path, LatentPath(times=[0.0], latents=[[0.0]]))


@given(st.lists(st.floats(0.0, 3.0), min_size=1, max_size=8), st.floats(0.05, 2.0))
def test_finer_times_keep_those_that_are_there(steps, step):
    times = np.unique(np.cumsum([0.0, *steps]))
    more = finer(times, step)
    assert np.isin(times, more).all()
    assert (np.diff(more) > 0.0).all()
    assert np.diff(more).max(initial=0.0) <= step * (1.0 + 1e-6)


def test_times_that_rounding_brought_together_ascend_again():
    times = ascending(np.array([0.0, 1.0, 1.0, 1.0, 2.0]))
    assert (np.diff(times) > 0.0).all()
    np.testing.assert_allclose(times, [0.0, 1.0, 1.0, 1.0, 2.0])
    tight = LatentPath(times=[0.0, 1e-300, 1e-299, 1.0], latents=[[0.0], [1.0], [2.0], [3.0]])
    assert len(reverse(tight)) == len(stretch(tight, 1e-3)) == 4


@pytest.mark.parametrize("name", OPERATORS)
def test_the_table_agrees_with_the_functions(name):
    operator = OPERATORS[name]
    assert operator.function.__name__ == name
    signature = inspect.signature(operator.function).parameters
    assert list(signature)[1:] == [p.name for p in operator.parameters] + ["parts"] * operator.in_parts
    required = [parameter.required for parameter in operator.parameters]
    assert required == sorted(required, reverse=True)
    for parameter in operator.parameters:
        default = signature[parameter.name].default
        assert parameter.required == (default is inspect.Parameter.empty) or parameter.kind == "points"
        if not parameter.required and parameter.kind != "points":
            assert parameter.default == default
    assert operator.meaning.endswith(".")
