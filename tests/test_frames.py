"""The frames of the voices: what is decoded, when, and what is kept."""

import numpy as np
import pytest

from rt_timbre.decoder import graph_function
from rt_timbre.errors import SpaceError
from rt_timbre.frames import Frames
from tests.tiny_space import Graph, tiny_space, transform

SPACE = tiny_space(transform(60))
VOICES = 3
DECODE = graph_function(SPACE.decoder)


class Voices:
    """Frames, and what they are asked for."""

    def __init__(self, space=SPACE):
        self.frames = Frames(space, VOICES)
        self.active, self.fresh = np.ones(VOICES, np.int8), np.ones(VOICES, np.int8)
        self.pitch = np.array([60.0, 64.4, 67.0])
        self.latent = np.random.default_rng(0).uniform(0.0, 1.0, (VOICES, 3)).astype(np.float32)

    def update(self):
        """Return how many frames were decoded."""
        decoded = self.frames.update(self.active, self.fresh, self.pitch, self.latent)
        self.fresh[:] = 0
        return decoded


def expected(voices, semitones):
    inputs = {"latent": voices.latent, "pitch": np.array(semitones, np.float32)[:, None]}
    return DECODE(inputs)["magnitude"]


def test_all_is_decoded_at_first_and_then_what_has_moved():
    voices = Voices()
    assert voices.update() == 3
    np.testing.assert_allclose(voices.frames.magnitude, expected(voices, [60, 64, 67]), rtol=1e-5)
    np.testing.assert_allclose(voices.frames.scale, [1.0, 2 ** (0.4 / 12), 1.0])
    np.testing.assert_allclose(voices.frames.hertz, 440 * 2 ** ((np.array([60, 64, 67]) - 69) / 12))
    assert voices.update() == 0
    voices.latent[1, 2] += 1e-6
    assert voices.update() == 1
    voices.latent += 0.1
    assert voices.update() == 3
    np.testing.assert_allclose(voices.frames.magnitude, expected(voices, [60, 64, 67]), rtol=1e-5)


def test_a_semitone_is_kept_until_the_pitch_is_well_beyond_it():
    voices = Voices()
    voices.update()
    voices.pitch[:] = 60.55, 64.0, 66.45
    assert voices.update() == 0
    np.testing.assert_allclose(voices.frames.scale, 2 ** (np.array([0.55, 0.0, -0.55]) / 12))
    voices.pitch[0] = 60.61
    assert voices.update() == 1
    np.testing.assert_allclose(voices.frames.magnitude[0], expected(voices, [61, 64, 67])[0], rtol=1e-5)
    voices.pitch[0], voices.fresh[0] = 60.45, 1  # a note that begins takes the nearest
    assert voices.update() == 1
    assert voices.frames.scale[0] == pytest.approx(2 ** (0.45 / 12))


def test_silent_voices_are_left_alone():
    voices = Voices()
    voices.update()
    before = voices.frames.magnitude.copy()
    voices.active[1] = 0
    voices.latent += 0.1
    assert voices.update() == 2
    np.testing.assert_array_equal(voices.frames.magnitude[1], before[1])
    voices.active[1] = 1
    assert voices.update() == 1
    np.testing.assert_allclose(voices.frames.magnitude, expected(voices, [60, 64, 67]), rtol=1e-5)


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_a_frame_that_is_not_finite_is_dropped_and_tried_again(monkeypatch, value):
    voices = Voices()
    voices.update()
    before = voices.frames.magnitude.copy()
    decoder = voices.frames._decoder
    run = decoder.run

    def broken(count):
        run(count)
        decoder.magnitude[0, 7] = value

    monkeypatch.setattr(decoder, "run", broken)
    voices.latent += 0.1
    assert (voices.update(), voices.frames.faults) == (3, 1)
    assert (voices.update(), voices.frames.faults) == (1, 2)
    np.testing.assert_array_equal(voices.frames.magnitude[0], before[0])
    np.testing.assert_allclose(voices.frames.magnitude[1:], expected(voices, [60, 64, 67])[1:], rtol=1e-5)
    monkeypatch.undo()
    assert voices.update() == 1
    np.testing.assert_allclose(voices.frames.magnitude, expected(voices, [60, 64, 67]), rtol=1e-5)


def test_a_decoder_that_fails_leaves_all_frames_and_is_tried_again(monkeypatch):
    voices = Voices()
    voices.update()
    before = voices.frames.magnitude.copy()

    def failed(count):
        raise SpaceError("the decoder failed")

    monkeypatch.setattr(voices.frames._decoder, "run", failed)
    voices.latent += 0.1
    assert (voices.update(), voices.frames.faults) == (3, 3)
    np.testing.assert_array_equal(voices.frames.magnitude, before)
    monkeypatch.undo()
    assert voices.update() == 3
    np.testing.assert_allclose(voices.frames.magnitude, expected(voices, [60, 64, 67]), rtol=1e-5)


def test_a_space_that_does_not_know_the_pitch_has_one():
    voices = Voices(tiny_space(transform(60), conditioned=False, decoder=_unpitched(), reference_pitch=62.0))
    voices.update()
    np.testing.assert_allclose(voices.frames.scale, 2 ** ((voices.pitch - 62.0) / 12))
    assert not voices.frames.hertz.any()
    voices.pitch += 5.0
    assert voices.update() == 0


def _unpitched():
    g = Graph()
    g.op("MatMul", "latent", g.constant(np.ones((3, 60))), output="magnitude")
    return g.model({"latent": 3}, {"magnitude": 60})
