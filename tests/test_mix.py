"""Mix and limiter: gains ramp, faults stay out, the ceiling holds."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rt_timbre.limiter import Limiter
from rt_timbre.mix import mix


def test_gains_ramp_from_the_last_block_to_the_goal():
    out = np.empty((4, 2), np.float32)
    left, right = np.array([0.0]), np.array([1.0])
    ones = np.ones((1, 4), np.float32)
    sounding, faulty = np.ones(1, np.int8), np.zeros(1, np.int8)
    mix(ones, ones, sounding, left, right, np.array([1.0]), np.array([1.0]), out, faulty)
    np.testing.assert_allclose(out, [[0.25, 1], [0.5, 1], [0.75, 1], [1, 1]])
    assert left[0] == 1.0


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_a_faulty_voice_is_left_out_and_named(bad):
    sound = np.ones((3, 8), np.float32)
    sound[1, 3] = bad
    out = np.empty((8, 2), np.float32)
    gains = [np.ones(3) for _ in range(4)]
    faulty = np.zeros(3, np.int8)
    sounding = np.array([1, 1, 0], np.int8)
    assert mix(sound, np.ones_like(sound), sounding, *gains, out, faulty) == 1
    np.testing.assert_array_equal(faulty, [0, 1, 0])
    np.testing.assert_array_equal(out, 1.0)


def limit(signal, ceiling, block=128, gain=1.0):
    limiter = Limiter(48000)
    out = signal.astype(np.float32).copy()
    for start in range(0, len(out), block):
        limiter.process(out[start : start + block], gain, ceiling)
    return out


def test_below_the_ceiling_the_signal_is_only_delayed():
    signal = np.random.default_rng(0).uniform(-0.5, 0.5, (2000, 2)).astype(np.float32)
    np.testing.assert_array_equal(limit(signal, 0.9)[Limiter.latency :], signal[: -Limiter.latency])


@given(st.integers(0, 1000), st.floats(0.063, 0.98), st.integers(1, 300), st.floats(0.1, 100.0))
def test_nothing_passes_the_ceiling(seed, ceiling, block, size):
    rng = np.random.default_rng(seed)
    signal = rng.standard_normal((1500, 2)) * size * (rng.random((1500, 1)) < 0.3)
    assert np.abs(limit(signal, ceiling, block)).max() <= ceiling * (1 + 1e-6)


def test_the_gain_bends_without_a_click_and_comes_back():
    time = np.arange(96000) / 48000
    level = np.where((time > 0.5) & (time < 0.6), 4.0, 0.5)
    sine = (level * np.sin(2 * np.pi * 100 * time))[:, None].repeat(2, 1)
    out = limit(sine, 0.8)
    # While the ceiling holds, no step is larger than the sine's own at that level, with room for the gain's bend.
    assert np.abs(np.diff(out[:, 0]))[: int(0.5 * 48000)].max() <= 0.5 * 2 * np.pi * 100 / 48000 * 1.01
    assert np.abs(out[-4800:, 0]).max() == pytest.approx(0.5, rel=1e-3)


def test_block_lengths_do_not_matter_while_the_gain_rests():
    signal = np.random.default_rng(1).standard_normal((3000, 2))
    np.testing.assert_array_equal(limit(signal, 0.5, 128), limit(signal, 0.5, 17))
