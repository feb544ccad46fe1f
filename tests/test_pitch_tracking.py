"""The pitch of sounds whose pitch is known at every moment."""

import numpy as np
import pytest

from rt_timbre.encoding.pitch_tracking import Contour, track

RATE = 22050


def played(midi, rate=RATE, harmonics=8, seed=1):
    """The sound [n] of a pitch [n] in MIDI, with harmonics that fall by 1 / n."""
    phase = 2.0 * np.pi * np.cumsum(440.0 * 2.0 ** ((np.asarray(midi) - 69.0) / 12.0)) / rate
    random = np.random.default_rng(seed)
    most = min(harmonics, int(0.45 * rate / (440.0 * 2.0 ** ((np.max(midi) - 69.0) / 12.0))))
    sound = sum(np.cos(n * phase + random.uniform(0.0, 6.0)) / n for n in range(1, most + 1))
    return (0.2 * sound).astype(np.float32)


def cents_off(contour, midi, rate=RATE, margin=0.15):
    """What was found, relative to the pitch [n], in cents; without the ends of the sound."""
    inside = (contour.seconds > margin) & (contour.seconds < len(midi) / rate - margin)
    at = np.rint(contour.seconds[inside] * rate).astype(int)
    return 100.0 * (contour.pitches[inside] - np.asarray(midi)[at])


@pytest.mark.parametrize("midi", [30.2, 45.0, 60.37, 84.8, 96.1])
@pytest.mark.parametrize("rate", [8000, 48000])
def test_steady_pitches_are_found_to_a_cent(midi, rate):
    pitch = np.full(rate, midi)
    off = cents_off(track([played(pitch, rate)], rate), pitch, rate)
    assert np.abs(off).max() < 2.0
    assert np.median(np.abs(off)) < 1.0


def test_a_glide_is_followed():
    midi = np.linspace(50.0, 62.0, 2 * RATE)
    off = cents_off(track([played(midi)], RATE), midi)
    assert np.abs(off).max() < 25.0
    assert np.median(np.abs(off)) < 5.0


def test_a_vibrato_keeps_its_depth():
    midi = 69.0 + 0.5 * np.sin(2.0 * np.pi * 5.5 * np.arange(2 * RATE) / RATE)
    contour = track([played(midi)], RATE)
    at = np.rint(contour.seconds * RATE).astype(int)
    inside = (at > RATE // 4) & (at < 7 * RATE // 4)
    found, wanted = contour.pitches[inside], midi[at[inside]]
    assert np.corrcoef(found, wanted)[0, 1] > 0.98
    assert np.std(found) > 0.75 * np.std(wanted)


def test_pieces_of_any_size_and_seams_make_no_difference():
    midi = np.full(12 * RATE, 57.3)  # longer than what is tracked at a time
    sound = played(midi)
    whole = track([sound], RATE)
    pieces = track(np.split(sound, [1, 17, 5000, 5000, 150_001]), RATE)
    np.testing.assert_array_equal(pieces.pitches, whole.pitches)
    assert whole.seconds.size == -(-sound.size // 512)
    assert np.abs(cents_off(whole, midi)).max() < 2.0


def test_silence_has_no_pitch_and_is_bridged():
    midi = np.concatenate([np.full(RATE, 60.0), np.full(RATE, np.nan), np.full(RATE, 64.0)])
    sound = played(np.nan_to_num(midi, nan=60.0))
    sound[RATE : 2 * RATE] = 0.0
    contour = track([sound], RATE)
    assert np.isnan(contour.pitches[(contour.seconds > 1.2) & (contour.seconds < 1.8)]).all()
    bridged = contour.at(np.array([0.0, 0.5, 1.5, 2.5, 9.0]), 69.0)
    np.testing.assert_allclose(bridged, [60.0, 60.0, 62.0, 64.0, 64.0], atol=0.2)


def test_what_has_no_pitch_at_all_gets_the_one_given():
    for sound in (np.zeros(RATE, np.float32), np.zeros(0, np.float32)):
        contour = track([sound], RATE)
        assert np.isnan(contour.pitches).all()
        np.testing.assert_array_equal(contour.at(np.array([0.0, 2.0]), 61.0), [61.0, 61.0])


def test_a_contour_is_straight_between_its_moments():
    contour = Contour(seconds=np.array([0.0, 1.0, 2.0]), pitches=np.array([60.0, np.nan, 62.0]))
    np.testing.assert_allclose(contour.at(np.array([-1.0, 0.5, 1.0, 3.0]), 0.0), [60.0, 60.5, 61.0, 62.0])
