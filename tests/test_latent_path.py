"""Paths: what they hold, and where they are at a time."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rt_timbre.errors import PathError
from rt_timbre.paths.latent_path import MOST_POINTS, LatentPath, locate, sample, share_after


def path(**changes):
    values = {"times": [0.0, 1.0, 3.0], "latents": [[0.0, 1.0], [2.0, 1.0], [2.0, -3.0]], **changes}
    return LatentPath(**values)


def test_a_path_runs_in_straight_lines_and_stands_still_outside():
    latents, pitches, gains = path(pitches=[60.0, 62.0, 62.0], gains=[0.0, 1.0, 0.5]).at([-1.0, 0.0, 0.5, 2.0, 9.0])
    assert latents.tolist() == [[0.0, 1.0], [0.0, 1.0], [1.0, 1.0], [2.0, -1.0], [2.0, -3.0]]
    assert pitches.tolist() == [60.0, 60.0, 61.0, 62.0, 62.0]
    assert gains.tolist() == [0.0, 0.0, 0.5, 0.75, 0.5]


def test_a_path_without_pitches_and_gains_has_none():
    _, pitches, gains = path().at(1.0)
    assert pitches is None
    assert gains is None
    assert (path().duration, path().dimension, len(path())) == (3.0, 2, 3)


@settings(deadline=None)  # the first call compiles
@given(
    st.lists(st.floats(0.001, 5.0), max_size=20),
    st.lists(st.floats(-1.0, 60.0), min_size=1, max_size=20),
    st.integers(-5, 40),
)
def test_the_kernels_find_what_numpy_finds(steps, seconds, place):
    times = np.concatenate(([0.0], np.cumsum(steps)))
    latents = np.random.default_rng(len(steps)).standard_normal((len(times), 3)).astype(np.float32)
    whole = LatentPath(times=times, latents=latents)
    out = np.empty(3, np.float32)
    for moment in seconds:
        place = locate(times, moment, place)
        assert place == max(0, np.searchsorted(times, moment, side="right") - 1)
        sample(latents, place, share_after(times, moment, place), out)
        expected = [np.interp(moment, times, latents[:, d]) for d in range(3)]
        np.testing.assert_allclose(out, expected, atol=1e-5)
        np.testing.assert_array_equal(whole.at(moment)[0][0], out)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"times": []}, "has 0 points"),
        ({"times": [0.0] * 3}, "point 2 is 0.0 s, not after 0.0 s"),
        ({"times": [0.0, 2.0, 1.0]}, "point 3 is 1.0 s, not after 2.0 s"),
        ({"times": [0.5, 1.0, 2.0]}, "begin at 0.5 s"),
        ({"times": [0.0, 1.0, np.nan]}, "times of point 3 hold a number that is not finite"),
        ({"times": [0.0, 1.0]}, "3 latents for 2 times"),
        ({"latents": [[0.0], [np.inf], [0.0]]}, "latents of point 2"),
        ({"latents": [[], [], []]}, "no dimension"),
        ({"latents": [0.0, 1.0, 2.0]}, "latents have 1 dimensions"),
        ({"pitches": [60.0, 128.0, 60.0]}, "pitches of point 2 is 128.0; it must be 0 to 127"),
        ({"gains": [1.0, 1.0, -0.5]}, "gains of point 3 is -0.5; it must not be negative"),
        ({"gains": [1.0]}, "1 gains for 3 times"),
        ({"times": np.arange(MOST_POINTS + 1)}, "has 1000001 points"),
    ],
)
def test_what_is_no_path_is_refused(changes, reason):
    with pytest.raises(PathError, match=reason):
        path(**changes)


def test_a_path_cannot_be_changed():
    with pytest.raises(ValueError, match="read-only"):
        path().latents[0, 0] = 1.0
