"""The bundled space: it opens, it is loud as promised, and its frames are held steadily by the bank."""

import numpy as np
import pytest

from rt_timbre import quality
from rt_timbre.card import card
from rt_timbre.decoder import Decoder
from rt_timbre.loudness import REFERENCE_RMS, loudness_rms
from rt_timbre.phase.bank import OscillatorBank
from rt_timbre.space_store import list_spaces, open_space

RATE = 44100


@pytest.fixture(scope="module")
def loaded():
    return open_space("orchestra")


@pytest.fixture(scope="module")
def decoded(loaded):
    """Frames of every anchor at three pitches around its own."""
    space = loaded.space
    decoder = Decoder(space, 1)
    frames = []
    for anchor in space.anchors:
        for offset in (-5, 0, 5):
            pitch = float(round(anchor.pitch) + offset)
            decoder.latent[0], decoder.pitch[0, 0] = anchor.latent, pitch
            decoder.run(1)
            frames.append((anchor.name, pitch, decoder.magnitude[0].copy()))
    return frames


def test_it_has_the_instruments_and_a_card(loaded):
    names = {anchor.name for anchor in loaded.space.anchors}
    assert names == {
        *("Piano", "Cello", "Violin", "Flute", "Clarinet", "Trombone", "French Horn", "English Horn", "Oboe"),
        *("Alto Saxophone", "Trumpet", "Bassoon", "Tuba"),
    }
    assert loaded.path.stat().st_size <= 12e6
    text = card(loaded.space, loaded.sha256)
    assert all(name in text for name in names)
    assert "MIT" in text
    assert max(len(line) for line in text.splitlines()) < 300
    assert loaded.space.transform.centres[-1] >= 16000
    assert "orchestra" in {entry.name for entry in list_spaces()}


def test_its_instruments_are_where_listeners_hear_them(loaded):
    """Held-out notes, as measured when it was built; its anchors, from what it holds."""
    assert loaded.space.recipe["regulariser"]["kind"] == "l2"
    found = loaded.space.metrics["held-out notes"]["perceived distances"]
    assert found["instruments"] == 12
    assert found["pearson"] >= 0.8
    assert found["mantel_p"] <= 0.001
    anchors = {anchor.name: anchor.latent for anchor in loaded.space.anchors}

    def distance(a, b):
        return np.linalg.norm(anchors[a] - anchors[b])

    # The least and the greatest of the combined ratings.
    assert distance("Violin", "Cello") < 0.5 * distance("Cello", "Trombone")
    assert distance("Oboe", "English Horn") < 0.6 * distance("Oboe", "Piano")


def test_every_point_is_equally_loud(loaded, decoded):
    transform = loaded.space.transform
    for _, _, frame in decoded:
        assert loudness_rms(frame, transform) == pytest.approx(REFERENCE_RMS, rel=1e-3)


def test_held_decoded_frames_are_steady_and_harmonic(loaded, decoded):
    transform = loaded.space.transform
    modulation, inharmonicity = [], []
    for _, pitch, frame in decoded:
        hertz = 440.0 * 2.0 ** ((pitch - 69.0) / 12.0)
        bank = OscillatorBank(transform.centres, transform.half_widths, rate=RATE, voices=1)
        out = np.zeros((int(2.0 * RATE / 128), 128), np.float32)
        for block in out:
            bank.process(frame[None], np.ones(1), np.full(1, hertz), np.ones(1, np.int8), block[None])
        middle = out.ravel()[RATE // 2 :].astype(float)
        modulation.append(quality.amplitude_modulation(middle, RATE, 2.0, min(45.0, 0.6 * hertz)))
        places, levels = quality.partials_of(middle, RATE, most=10, floor_db=-30.0)
        number = np.maximum(1.0, np.round(places / hertz))
        cents = np.abs(1200.0 * np.log2(places / (number * hertz)))
        weight = 10.0 ** (levels / 20.0)
        inharmonicity.append(np.sum(cents * weight) / np.sum(weight))
    assert np.median(modulation) <= 1.0
    assert np.percentile(modulation, 90) <= 2.0
    assert np.median(inharmonicity) <= 4.0
