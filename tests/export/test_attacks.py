"""Struck and plucked notes, encoded whole: the gain kept beside the frames makes the attack that the frames smear."""

from pathlib import Path

import numpy as np
import pytest

from rt_timbre.loudness import gain_envelope, normalise
from rt_timbre_export.soundfont import RATE, render_note
from tests.signals import bank, play, transform

FONT = Path("/usr/share/sounds/sf2/FluidR3_GM.sf2")
NOTES = {  # name: program, MIDI
    "piano, low": (0, 31),
    "piano": (0, 60),
    "piano, high": (0, 91),
    "guitar": (24, 52),
    "harp": (46, 64),
    "pizzicato": (45, 55),
    "vibraphone": (11, 65),
    "marimba": (12, 57),
    "xylophone": (13, 79),
    "harpsichord": (6, 48),
}
LEAD = 0.4  # seconds of silence before the note


def level_before_and_after(sound, onset):
    """RMS of the 100 ms before the onset beside that of the 100 ms after, in dB."""
    tenth = RATE // 10
    before, after = sound[onset - tenth : onset].std(), sound[onset : onset + tenth].std()
    return 20.0 * np.log10(max(before, 1e-9) / after)


@pytest.mark.parametrize("name", NOTES)
def test_there_is_no_sound_before_the_attack(name):
    program, midi = NOTES[name]
    note = render_note(FONT, bank=0, program=program, midi=midi, velocity=100, seconds=1.5)[:, 0]
    bands = transform("orchestra")
    hop = bands.length // bands.columns
    sound = np.zeros(bands.length, np.float32)
    start = round(LEAD * RATE)
    part = note[: bands.length - start]
    sound[start : start + part.size] = part
    onset = int(np.argmax(np.abs(sound) > 0.03 * np.abs(sound).max()))
    frames = bands.magnitudes(sound)
    equal, gain = normalise(frames, bands.declaration("nsgt-erb"))
    smeared = play(bank(bands, hop=hop), equal * gain[:, None], hop)
    envelope = gain_envelope(sound, RATE, hop, bands.columns)
    # The gain of a hop rises linearly from that of the last, as the engine's does.
    ramp = np.interp(np.arange(sound.size), (np.arange(envelope.size) + 1) * hop, envelope)
    sharp = play(bank(bands, hop=hop), equal, hop) * ramp
    # Without the gain the bands' own ringing is heard; with it, nothing.
    assert level_before_and_after(smeared, onset) > -25.0
    assert level_before_and_after(sharp, onset) <= -30.0
    # The level after the attack is the note's.
    after = slice(onset + RATE // 10, onset + RATE // 2)
    assert 20.0 * np.log10(sharp[after].std() / sound[after].std()) == pytest.approx(0.0, abs=5.0)
