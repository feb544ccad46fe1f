"""Sounds read between their samples, and frames of sounds that are brought to semitones."""

import numpy as np
import pytest

from rt_timbre.encoding.retuning import Retuned, read_at
from tests.linear_space import linear_space
from tests.test_pitch_tracking import played
from tests.tiny_space import tiny_space

RATE = 44100


def around(midi, reach):
    """A pitch with so many samples before and after it."""
    return np.pad(np.asarray(midi, float), reach, mode="edge")


def test_a_sine_is_read_between_its_samples():
    places = 100.0 + np.sort(np.random.default_rng(1).uniform(0.0, 800.0, 2000))
    for frequency in (0.01, 0.2, 0.4):  # cycles per sample
        sound = np.sin(2.0 * np.pi * frequency * np.arange(1000)).astype(np.float32)
        dense = 100.0 + 0.5 * np.arange(1600)
        np.testing.assert_allclose(read_at(sound, dense), np.sin(2.0 * np.pi * frequency * dense), atol=2e-3)
    low = np.sin(0.06 * np.arange(1000)).astype(np.float32)
    np.testing.assert_allclose(read_at(low, places), np.sin(0.06 * places), atol=2e-2)


def test_what_is_read_faster_is_not_mirrored():
    sound = np.sin(2.0 * np.pi * 0.4 * np.arange(4000)).astype(np.float32)
    assert np.abs(read_at(sound, 2.0 * np.arange(100, 1900))).max() < 2e-3


def test_beyond_its_ends_a_sound_is_silent():
    np.testing.assert_array_equal(read_at(np.ones(10, np.float32), np.array([-100.0, 100.0])), 0.0)
    assert read_at(np.ones(0, np.float32), np.arange(3.0)).tolist() == [0.0] * 3


def test_frames_as_they_are_do_not_depend_on_where_they_are_cut():
    space = linear_space()
    retuned = Retuned(space.transform)
    samples = 6 * retuned.span
    sound = np.random.default_rng(1).uniform(-0.1, 0.1, samples + 2 * retuned.reach).astype(np.float32)
    moments = retuned.reach + np.arange(0, samples, space.transform.hop)
    frames = retuned.as_it_is(sound, moments)
    for row in (0, 1, len(moments) // 2, len(moments) - 1):
        segment = sound[moments[row] - 128 : moments[row] + 128].astype(float)
        window = 0.54 - 0.46 * np.cos(2.0 * np.pi * np.arange(256) / 256)
        expected = np.abs(np.fft.rfft(segment * window)) * 2.0 / window.sum()
        np.testing.assert_allclose(frames[row], expected, atol=1e-6)


@pytest.mark.parametrize(
    ("midi", "semitone"),
    [
        (60.0 + 0.3 * np.sin(2.0 * np.pi * 5.0 * np.arange(RATE) / RATE), 60.0),
        (np.full(RATE, 59.63), 60.0),
        (np.linspace(59.6, 60.4, RATE), 60.0),
        (np.full(RATE, 31.0), 36.0),  # below the range of the space
        (np.full(RATE, 100.5), 96.0),
    ],
    ids=["vibrato", "flat", "glide", "low", "high"],
)
def test_any_pitch_is_brought_to_its_semitone(midi, semitone):
    retuned = Retuned(tiny_space().transform)
    pitches = around(midi, retuned.reach)
    steady = np.full(pitches.size, semitone)
    moments = retuned.reach + np.arange(8000, 36000, 640)
    wanted = np.full(moments.size, semitone)
    found = retuned.at(played(pitches, RATE, 5), pitches, moments, wanted)
    expected = retuned.at(played(steady, RATE, 5), steady, moments, wanted)
    strong = expected > 0.03 * expected.max()
    assert np.abs(20.0 * np.log10(found[strong] / expected[strong])).max() < 0.6


def test_a_melody_is_brought_to_its_semitones_one_by_one():
    retuned = Retuned(tiny_space().transform)
    pitches = around(np.repeat([60.2, 67.1], RATE // 2), retuned.reach)
    moments = retuned.reach + np.array([9600, 12800, 32000, 35200])
    wanted = np.array([60.0, 60.0, 67.0, 67.0])
    found = retuned.at(played(pitches, RATE, 5), pitches, moments, wanted)
    for row, semitone in enumerate(wanted):
        steady = np.full(pitches.size, semitone)
        expected = retuned.at(played(steady, RATE, 5), steady, moments[row : row + 1], wanted[row : row + 1])[0]
        strong = expected > 0.1 * expected.max()
        assert np.abs(20.0 * np.log10(found[row, strong] / expected[strong])).max() < 1.0
