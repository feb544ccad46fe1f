"""The measures of quality, on sounds whose figures are known."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rt_timbre import quality

RATE = 22050
TIME = np.arange(3 * RATE) / RATE


def noise(seed=0):
    return np.random.default_rng(seed).standard_normal(TIME.size)


@given(st.floats(0.01, 0.9))
def test_spectral_convergence_of_a_scaled_copy_is_the_error_in_decibels(error):
    reference = np.random.default_rng(0).random((20, 30))
    expected = 20.0 * np.log10(error)
    assert quality.spectral_convergence(reference, reference * (1.0 - error)) == pytest.approx(expected, abs=1e-6)


def test_spectral_convergence_of_silence_is_zero_decibels():
    reference = np.random.default_rng(0).random((20, 30))
    assert quality.spectral_convergence(reference, np.zeros((20, 30))) == pytest.approx(0.0, abs=1e-6)


@given(st.floats(-20.0, 20.0))
def test_log_spectral_distance_of_a_scaled_copy_is_the_scale(decibels):
    reference = 0.1 + np.random.default_rng(0).random((20, 30))
    result = reference * 10.0 ** (decibels / 20.0)
    assert quality.log_spectral_distance(reference, result) == pytest.approx(abs(decibels), abs=1e-6)


def test_log_spectral_distance_ignores_what_is_below_the_floor():
    reference = np.array([[1.0, 1e-5]])
    assert quality.log_spectral_distance(reference, np.array([[1.0, 1e-9]])) == 0.0
    assert quality.log_spectral_distance(reference, np.array([[1.0, 1e-9]]), floor_db=-120.0) > 10.0


@pytest.mark.parametrize("depth", [0.005, 0.05, 0.3])
@pytest.mark.parametrize("frequency", [150.0, 1000.0, 6000.0])
def test_amplitude_modulation_is_the_depth_of_the_modulator(depth, frequency):
    sound = (1.0 + depth * np.cos(2 * np.pi * 8.0 * TIME)) * np.sin(2 * np.pi * frequency * TIME)
    assert quality.amplitude_modulation(sound, RATE) == pytest.approx(100.0 * depth, rel=0.15)


def test_a_steady_tone_and_silence_have_no_modulation():
    assert quality.amplitude_modulation(np.sin(2 * np.pi * 440.0 * TIME), RATE) < 0.01
    assert quality.amplitude_modulation(np.zeros(TIME.size), RATE) == 0.0


@settings(max_examples=25, deadline=None)
@given(st.floats(100.0, 5000.0), st.floats(-30.0, 30.0))
def test_cents_are_the_detuning(frequency, cents):
    sound = np.sin(2 * np.pi * frequency * 2.0 ** (cents / 1200.0) * TIME)
    assert quality.cents_off(np.array([frequency]), sound, RATE)[0] == pytest.approx(cents, abs=0.05)


def test_partials_come_with_their_levels_strongest_first():
    sound = np.sin(2 * np.pi * 300.0 * TIME) + 0.1 * np.sin(2 * np.pi * 777.0 * TIME)
    frequencies, levels = quality.partials_of(sound, RATE, most=2)
    np.testing.assert_allclose(frequencies, [300.0, 777.0], atol=0.01)
    assert levels[0] - levels[1] == pytest.approx(20.0, abs=0.1)


@pytest.mark.parametrize("level", [-20.0, -50.0, -80.0])
def test_a_spurious_tone_is_measured_beside_the_whole(level):
    sound = np.sin(2 * np.pi * 440.0 * TIME) + 10.0 ** (level / 20.0) * np.sin(2 * np.pi * 1000.0 * TIME)
    assert quality.spurious_level(np.array([440.0]), sound, RATE) == pytest.approx(level, abs=0.2)
    assert quality.spurious_level(np.array([440.0, 1000.0]), sound, RATE) < -100.0


@pytest.mark.parametrize(("low", "high"), [(500, 1000), (2000, 4000)])
def test_white_noise_has_no_period_and_repeated_noise_has(low, high):
    assert quality.noise_periodicity(noise(), RATE, low, high) < 0.12
    repeated = np.tile(noise()[: RATE // 5], 15)
    assert quality.noise_periodicity(repeated, RATE, low, high) > 0.8
