import numpy as np
import pytest

from rt_timbre_export.smoothness import smoothness


def grid(rows, columns, right=1.0, down=1.0):
    """Points [rows, columns, 2] of a grid with these distances."""
    return np.stack(np.meshgrid(down * np.arange(rows), right * np.arange(columns), indexing="ij"), axis=-1)


def test_a_ramp_has_its_slope_wherever_it_runs():
    places = grid(5, 7, right=0.5)
    found = smoothness(3.0 * places[..., 1], places, span=2.0)
    assert found.largest == pytest.approx(1.5)
    # 5 · 6 neighbours along the ramp, 4 · 7 across it: more than half change.
    assert found.median == pytest.approx(1.5)
    across = smoothness(3.0 * places[..., 0], places, span=2.0)
    assert (across.median, across.largest) == pytest.approx((0.0, 1.5))


def test_ratios_count_with_the_distance_in_all_dimensions():
    places = np.concatenate([grid(3, 3), 2.0 * grid(3, 3)], axis=-1)
    found = smoothness(grid(3, 3).sum(axis=-1), places, span=1.0)
    assert found.largest == found.median == pytest.approx(1.0 / np.sqrt(5.0))


def test_a_jump_is_the_largest_and_not_the_median():
    places = grid(50, 50)
    values = np.where(places[..., 1] < 25, 0.0, 1.0)
    found = smoothness(values, places, span=1.0)
    assert (found.median, found.largest) == (0.0, 1.0)
    assert found.most == 1.0  # 50 of 4900 jump
    assert smoothness(values[:, :40], places[:, :40], span=1.0).largest == 1.0


def test_it_is_what_a_slow_loop_finds():
    random = np.random.default_rng(0)
    values, places = random.normal(size=(2, 4, 5)), random.normal(size=(2, 4, 5, 3))
    ratios = []
    for g in range(2):
        for i in range(4):
            for j in range(5):
                for k, m in ((i + 1, j), (i, j + 1)):
                    if k < 4 and m < 5:
                        change = abs(values[g, i, j] - values[g, k, m])
                        ratios.append(change / np.linalg.norm(places[g, i, j] - places[g, k, m]) / 0.7)
    found = smoothness(values, places, span=0.7)
    expected = (np.median(ratios), np.percentile(ratios, 99.0), max(ratios))
    assert (found.median, found.most, found.largest) == pytest.approx(expected)


def test_what_is_constant_or_in_one_place_has_no_ratio():
    assert np.isnan(smoothness(np.ones((3, 3)), grid(3, 3), span=0.0).largest)
    assert np.isnan(smoothness(np.arange(9.0).reshape(3, 3), np.zeros((3, 3, 2)), span=1.0).median)
