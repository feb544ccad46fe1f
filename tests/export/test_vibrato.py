import numpy as np
import pytest

from rt_timbre_export.tuning import cents_from
from rt_timbre_export.vibrato import flattened, pitch_track

RATE = 44100
TIME = np.arange(2 * RATE) / RATE
INSIDE = slice(RATE // 4, -RATE // 4)


def tone(frequency, depth=0.0, speed=5.5, harmonics=8, stretch=0.0):
    """A tone with vibrato of `depth` cents, and its deviation in cents."""
    cents = depth * np.sin(2.0 * np.pi * speed * TIME)
    phase = 2.0 * np.pi * np.cumsum(frequency * 2.0 ** (cents / 1200.0)) / RATE
    number = np.arange(1, harmonics + 1)
    number = number[number * frequency < 0.4 * RATE]
    ratio = number * np.sqrt(1.0 + stretch * number**2)
    return ((0.2 / number) @ np.sin(np.outer(ratio, phase) + number[:, None])).astype(np.float32), cents


def inside(time, values):
    return values[(time > 0.25) & (time < 1.75)]


@pytest.mark.parametrize("frequency", [82.4, 220.0, 440.0, 1500.0, 3000.0])
def test_vibrato_is_followed(frequency):
    signal, cents = tone(frequency, 25.0)
    time, deviation = pitch_track(signal, RATE, frequency)
    error = 1200.0 * np.log2(1.0 + deviation) - np.interp(time, TIME, cents)
    assert np.abs(inside(time, error)).max() < 0.2 * 25.0


@pytest.mark.parametrize("frequency", [110.0, 440.0, 2000.0])
def test_vibrato_is_taken_out_and_the_mean_pitch_stays(frequency):
    signal, _ = tone(frequency, 25.0)
    flat = flattened(signal, RATE, frequency)
    assert flat.dtype == np.float32
    assert flat.size == pytest.approx(signal.size, rel=0.001)
    time, deviation = pitch_track(flat, RATE, frequency)
    assert np.abs(inside(time, 1200.0 * np.log2(1.0 + deviation))).max() < 0.2 * 25.0
    assert cents_from(flat[INSIDE], RATE, frequency) == pytest.approx(0.0, abs=0.5)


def test_a_steady_tone_is_left_as_it_is():
    signal, _ = tone(330.0, harmonics=40)
    flat = flattened(signal, RATE, 330.0)
    shared = slice(RATE // 4, RATE)
    error = np.linalg.norm(flat[shared] - signal[shared]) / np.linalg.norm(signal[shared])
    assert 20.0 * np.log10(error) < -50.0


def test_stretched_partials_are_not_taken_for_vibrato():
    signal, _ = tone(220.0, stretch=4e-4)
    time, deviation = pitch_track(signal, RATE, 220.0)
    assert np.abs(inside(time, 1200.0 * np.log2(1.0 + deviation))).max() < 1.0


def test_a_note_that_ends_is_followed_to_its_end():
    signal, cents = tone(440.0, 20.0)
    signal[RATE:] = 0.0
    time, deviation = pitch_track(signal, RATE, 440.0)
    assert np.isfinite(deviation).all()
    assert np.abs(deviation[(time > 1.1) & (time < 1.9)]).max() < 1e-3
    sounding = (time > 0.25) & (time < 0.9)
    error = 1200.0 * np.log2(1.0 + deviation) - np.interp(time, TIME, cents)
    assert np.abs(error[sounding]).max() < 5.0
