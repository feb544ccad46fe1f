import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rt_timbre_export.tuning import cents_from

RATE = 44100


def tone(frequency, seconds=1.0, stretch=0.0, harmonics=10, rate=RATE):
    number = np.arange(1, harmonics + 1)
    partials = frequency * number * np.sqrt(1.0 + stretch * number**2)
    number, partials = number[partials < 0.48 * rate], partials[partials < 0.48 * rate]
    time = np.arange(int(seconds * rate)) / rate
    return (1.0 / number) @ np.sin(2.0 * np.pi * np.outer(partials, time) + number[:, None])


@settings(deadline=None, max_examples=60)
@given(midi=st.integers(28, 100), cents=st.floats(-70.0, 70.0))
def test_a_tone_is_measured(midi, cents):
    frequency = 440.0 * 2.0 ** ((midi - 69) / 12)
    measured = cents_from(tone(frequency * 2.0 ** (cents / 1200.0)), RATE, frequency)
    assert measured == pytest.approx(cents, abs=0.3)


def test_stretched_partials_leave_the_pitch_near_the_lowest():
    assert 0.0 <= cents_from(tone(220.0, stretch=3e-4), RATE, 220.0) < 3.0


@pytest.mark.parametrize("semitones", [-2, -1, 1, 2])
def test_a_wrong_label_is_noticed(semitones):
    assert math.isnan(cents_from(tone(440.0), RATE, 440.0 * 2.0 ** (semitones / 12)))


def test_noise_has_no_pitch():
    assert math.isnan(cents_from(np.random.default_rng(0).standard_normal(RATE), RATE, 440.0))


def test_too_little_sound_has_no_pitch():
    assert math.isnan(cents_from(tone(55.0, seconds=0.05), RATE, 55.0))


def test_a_tone_beside_noise_keeps_its_pitch():
    noise = 0.05 * np.random.default_rng(0).standard_normal(RATE)
    assert cents_from(tone(330.0) + noise, RATE, 329.0) == pytest.approx(1200.0 * math.log2(330.0 / 329.0), abs=1.0)
