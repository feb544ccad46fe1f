"""The oscillator bank on notes of a soundfont: moving frames, steady part."""

from pathlib import Path

import numpy as np
import pytest

from rt_timbre import quality
from rt_timbre_export.soundfont import RATE, render_note
from tests.signals import bank, play, transform

FONT = Path("/usr/share/sounds/sf2/FluidR3_GM.sf2")
NOTES = {
    "Violin": (40, 69),
    "Flute": (73, 76),
    "Clarinet": (71, 62),
    "Trumpet": (56, 67),
    "Oboe": (68, 70),
    "Cello": (42, 48),
    "Tuba": (58, 41),
    "Piano": (0, 60),
}


@pytest.fixture(scope="module")
def figures():
    bands = transform("orchestra")
    hop = bands.length // bands.columns
    results = {}
    for name, (program, midi) in NOTES.items():
        sound = render_note(FONT, bank=0, program=program, midi=midi, velocity=90, seconds=2.0)[:, 0]
        padded = np.zeros(bands.length, np.float32)
        padded[: sound.size] = sound[: bands.length]
        frames = bands.magnitudes(padded)
        heard = play(bank(bands, hop=hop), frames, hop)
        again = bands.magnitudes(np.concatenate([heard[hop:], np.zeros(hop, np.float32)]))
        steady = slice(int(0.4 * RATE / hop), int(1.8 * RATE / hop))
        results[name] = quality.spectral_convergence(frames[steady], again[steady])
    return results


def test_the_steady_part_converges(figures):
    assert np.mean(list(figures.values())) <= -18.0, figures
