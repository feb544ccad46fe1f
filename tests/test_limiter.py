"""Limiter: true peaks stay below the ceiling, not needlessly far, and the gain bends without a click."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.signal import firwin, lfilter
from scipy.signal.windows import tukey

from rt_timbre.limiter import Limiter
from tests.true_peak import decibels, ideal_peak, true_peak

RATE = 44100
CEILING = 10 ** (-1 / 20)
SAMPLES = np.arange(12000)
ALTERNATING = (-1.0) ** SAMPLES


def limit(signal, ceiling=CEILING, block=128):
    """Limit a signal [n] or [n, 2], in blocks; the result has the whole of it."""
    limiter = Limiter(RATE, max(block, 128))
    signal = np.atleast_2d(signal.T).T * np.ones(2)
    out = np.concatenate([signal, np.zeros((Limiter.latency, 2))]).astype(np.float32)
    for start in range(0, len(out), block):
        part = out[start : start + block]
        limiter.process(part, np.full(len(part), ceiling))
    return out


def sine(frequency, phase):
    """Of so many turns a sample."""
    return 3.0 * np.sin(2 * np.pi * frequency * SAMPLES + phase)


def noise(seed=0):
    return np.random.default_rng(seed).standard_normal(SAMPLES.size)


def steps(length):
    """Levels from −40 to +40 dB, each for so many samples."""
    levels = 10.0 ** np.random.default_rng(1).uniform(-2, 2, SAMPLES.size // length + 1)
    return levels.repeat(length)[: SAMPLES.size]


HOSTILE = {
    "clipped sine": np.clip(sine(0.0123, 0.0) * 7, -2, 2),
    "square": np.sign(sine(0.117, 0.3)) * 1.5,
    "impulses": (SAMPLES % 997 == 0) * 100.0,
    "pairs of impulses": (SAMPLES % 997 < 2) * 50.0,
    "opposite pairs": ((SAMPLES % 997 == 0) - 1.0 * (SAMPLES % 997 == 1)) * 50.0,
    "noise": noise() * 10,
    "sparse noise": noise() * 100 * (noise(1) > 1.3),
    "random signs": np.sign(noise()) * 3,
    "noise in steps": noise() * steps(128),
    "noise in short steps": noise() * steps(40),
    "alternating": ALTERNATING * 2,
    "alternating, turned": ALTERNATING * 2 * np.where(noise() < -2, -1, 1).cumprod(),
    "alternating, gated": ALTERNATING * 2 * (SAMPLES // 128 % 2),
    "alternating, in steps": ALTERNATING * steps(128),
    "alternating, growing": ALTERNATING * np.exp(SAMPLES % 400 / 40 - 3),
    "loud and silent frames": sine(0.02, 0.0) * 30 * (SAMPLES // 128 % 2),
    "an offset that comes and goes": 90.0 * (SAMPLES // 128 % 2),
}


def test_it_is_short():
    assert Limiter.latency / RATE <= 1.5e-3


@pytest.mark.parametrize("frequency", [0.0005, 0.01, 0.1, 0.2, 0.2499, 0.25, 0.2501, 0.3, 0.36, 0.4, 0.43])
@pytest.mark.parametrize("phase", [0.0, np.pi / 4, 1.0])
def test_a_loud_sine_comes_out_just_below_the_ceiling(frequency, phase):
    out = limit(sine(frequency, phase))[:, 0]
    assert decibels(true_peak(out) / CEILING) <= 0.2
    steady = out[1000:-1000] * tukey(len(out) - 2000)  # tapered: a cut would be heard as a peak
    assert -0.2 <= decibels(ideal_peak(steady) / CEILING) <= 0.2


@pytest.mark.parametrize("name", HOSTILE)
def test_true_peaks_of_hostile_signals_stay_below_the_ceiling(name):
    out = limit(np.stack([HOSTILE[name], 0.5 * HOSTILE[name]], axis=1))
    assert decibels(true_peak(out) / CEILING) <= 0.2
    assert np.abs(out).max() <= CEILING


@pytest.mark.parametrize("name", HOSTILE)
def test_within_19_khz_the_ideal_interpolator_finds_no_higher_peak(name):
    signal = lfilter(firwin(401, 0.86), 1.0, HOSTILE[name])
    assert decibels(ideal_peak(limit(signal)) / CEILING) <= 0.2


@given(
    st.integers(0, 1000),
    st.floats(0.063, 0.98),
    st.integers(1, 300),
    st.floats(0.1, 100.0),
    st.sampled_from([0.02, 0.3, 1.0]),
)
def test_nothing_passes_the_ceiling(seed, ceiling, block, size, density):
    random = np.random.default_rng(seed)
    signal = random.standard_normal((1500, 2)) * size * (random.random((1500, 1)) < density)
    out = limit(signal, ceiling, block)
    assert np.abs(out).max() <= ceiling
    assert decibels(true_peak(out) / ceiling) <= 0.2


@pytest.mark.parametrize("ceiling", [0.9, 0.5])
def test_block_lengths_do_not_matter(ceiling):
    signal = np.random.default_rng(1).standard_normal((3000, 2))
    for block in (1, 17, 300):
        np.testing.assert_array_equal(limit(signal, ceiling, 128), limit(signal, ceiling, block))


def test_below_the_ceiling_the_signal_is_only_delayed():
    signal = (0.2 * np.random.default_rng(0).standard_normal((2000, 2))).clip(-0.5, 0.5).astype(np.float32)
    np.testing.assert_array_equal(limit(signal)[Limiter.latency :], signal)


def test_both_channels_are_turned_down_alike():
    signal = np.stack([sine(0.01, 0.0), 0.1 * sine(0.013, 0.0)], axis=1)
    out = limit(signal)[1000:-1000]
    before = signal[1000 - Limiter.latency : -1000]
    audible = (np.abs(before) > 0.05).all(axis=1)
    gain = out[audible] / before[audible]
    np.testing.assert_allclose(gain[:, 0], gain[:, 1], rtol=1e-4)


def test_the_gain_bends_without_a_click_and_comes_back():
    time = np.arange(2 * RATE) / RATE
    level = np.where((time > 0.5) & (time < 0.6), 4.0, 0.5)
    out = limit(level * np.sin(2 * np.pi * 100 * time), 0.8)[:, 0]
    # While the ceiling holds, no step is larger than the sine's own at that level, with room for the gain's bend.
    assert np.abs(np.diff(out))[: int(0.5 * RATE)].max() <= 0.5 * 2 * np.pi * 100 / RATE * 1.01
    assert np.abs(out[-RATE // 10 :]).max() == pytest.approx(0.5, rel=1e-3)
