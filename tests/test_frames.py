"""The frames of the voices: what is decoded, when, and what is kept."""

import numpy as np
import pytest

from rt_timbre.between import Between, blend, harmonic_powers
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
        self.pitch = np.array([60.0, 64.0, 67.0])
        self.latent = np.random.default_rng(0).uniform(0.0, 1.0, (VOICES, 3)).astype(np.float32)

    def update(self):
        """Return how many frames were decoded."""
        decoded = self.frames.update(self.active, self.fresh, self.pitch, self.latent)
        self.fresh[:] = 0
        return decoded


def expected(voices, semitones):
    inputs = {"latent": voices.latent, "pitch": np.array(semitones, np.float32)[:, None]}
    return DECODE(inputs)["magnitude"]


def hertz(pitch):
    return 440.0 * 2.0 ** ((np.asarray(pitch, float) - 69.0) / 12.0)


def between(voices, voice, near, other):
    """What a voice plays there, by the same kernels, called by hand."""
    space = voices.frames._space
    known = Between(space.transform, hertz(space.pitch_low))
    frames = [expected(voices, np.full(VOICES, semitone))[voice] for semitone in (near, other)]
    powers = [np.zeros(known.harmonics) for _ in range(2)]
    for frame, semitone, own in zip(frames, (near, other), powers, strict=True):
        harmonic_powers(frame, hertz(semitone), known.edges, known.shared, own)
    out = np.zeros_like(frames[0])
    share = abs(voices.pitch[voice] - near)
    gains = np.zeros(known.harmonics + 2)
    blend(frames[0], hertz(near), powers[0], hertz(other), powers[1], share, known.centres, known.edges[-1], gains, out)
    assert not np.allclose(out, frames[0], rtol=1e-3)
    return out


def test_all_is_decoded_at_first_and_then_what_has_moved():
    voices = Voices()
    assert voices.update() == 3
    np.testing.assert_allclose(voices.frames.magnitude, expected(voices, [60, 64, 67]), rtol=1e-5)
    np.testing.assert_allclose(voices.frames.scale, np.ones(3))
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
    voices.update()
    np.testing.assert_allclose(voices.frames.hertz, hertz([60, 64, 67]))
    np.testing.assert_allclose(voices.frames.scale, 2 ** (np.array([0.55, 0.0, -0.55]) / 12))
    voices.pitch[0] = 60.61
    voices.update()
    np.testing.assert_allclose(voices.frames.hertz, hertz([61, 64, 67]))
    np.testing.assert_allclose(voices.frames.scale, 2 ** (np.array([-0.39, 0.0, -0.55]) / 12))
    voices.pitch[0], voices.fresh[0] = 60.45, 1  # a note that begins takes the nearest
    voices.update()
    np.testing.assert_allclose(voices.frames.hertz[0], hertz(60))
    assert voices.frames.scale[0] == pytest.approx(2 ** (0.45 / 12))


def test_between_semitones_each_has_its_frame_and_one_of_them_is_decoded_in_a_hop():
    voices = Voices()
    voices.pitch[0] = 60.3
    assert [voices.update() for _ in range(3)] == [3, 1, 0]
    np.testing.assert_allclose(voices.frames.magnitude[0], between(voices, 0, 60, 61), rtol=1e-5)
    np.testing.assert_allclose(voices.frames.magnitude[1:], expected(voices, [60, 64, 67])[1:], rtol=1e-5)
    voices.pitch[0] = 60.4  # both are known
    assert voices.update() == 0
    np.testing.assert_allclose(voices.frames.magnitude[0], between(voices, 0, 60, 61), rtol=1e-5)
    voices.pitch[0] = 60.7  # the same two, the other one tuned
    assert voices.update() == 0
    np.testing.assert_allclose(voices.frames.magnitude[0], between(voices, 0, 61, 60), rtol=1e-5)
    voices.pitch[0] = 61.2
    assert [voices.update() for _ in range(2)] == [1, 0]
    np.testing.assert_allclose(voices.frames.magnitude[0], between(voices, 0, 61, 62), rtol=1e-5)
    voices.pitch[0] = 61.0
    assert voices.update() == 0
    np.testing.assert_allclose(voices.frames.magnitude[0], expected(voices, [61, 64, 67])[0], rtol=1e-5)


def test_while_a_point_moves_the_frames_are_decoded_as_often_as_they_are_heard():
    voices = Voices()
    voices.active[1:] = 0
    voices.pitch[0] = 60.2
    voices.update(), voices.update()
    decoder, decoded = voices.frames._decoder, []
    for _ in range(50):
        voices.latent += 0.002
        assert voices.update() == 1
        decoded.append(decoder.pitch[0, 0])
    assert 8 <= decoded.count(61.0) <= 12
    assert decoded.count(60.0) == 50 - decoded.count(61.0)
    assert [voices.update() for _ in range(2)] == [1, 0]  # it has come to rest
    np.testing.assert_allclose(voices.frames.magnitude[0], between(voices, 0, 60, 61), rtol=1e-5)


def test_a_vibrato_around_a_semitone_needs_three_frames():
    voices = Voices()
    voices.active[1:] = 0
    decoded = 0
    for pitch in 60.0 + 0.45 * np.sin(np.arange(100) / 5.0):
        voices.pitch[0] = pitch
        decoded += voices.update()
    assert decoded == 3


def test_a_note_begins_without_the_frame_of_the_one_before():
    voices = Voices()
    voices.pitch[0] = 60.4
    voices.update(), voices.update()
    voices.latent[0] = [0.9, 0.1, 0.8]
    voices.fresh[0] = 1
    assert voices.update() == 1
    np.testing.assert_allclose(voices.frames.magnitude[0], expected(voices, [60, 64, 67])[0], rtol=1e-5)
    assert [voices.update() for _ in range(2)] == [1, 0]
    np.testing.assert_allclose(voices.frames.magnitude[0], between(voices, 0, 60, 61), rtol=1e-5)


@pytest.mark.parametrize(
    ("low", "high", "pitch", "near"), [(36.0, 96.0, 96.4, 96.0), (36.0, 96.0, 35.5, 36.0), (60.0, 60.0, 60.3, 60.0)]
)
def test_beyond_the_range_there_is_one_frame(low, high, pitch, near):
    voices = Voices(tiny_space(transform(60), pitch_low=low, pitch_high=high))
    voices.active[1:] = 0
    voices.pitch[0] = pitch
    assert [voices.update() for _ in range(2)] == [1, 0]
    np.testing.assert_allclose(voices.frames.magnitude[0], expected(voices, [near, 64, 67])[0], rtol=1e-5)
    assert voices.frames.scale[0] == pytest.approx(2 ** ((pitch - near) / 12))


@pytest.mark.parametrize("way", [1, -1])
@pytest.mark.parametrize(("low", "high"), [(60.0, 63.0), (60.4, 62.5)])
def test_a_glide_over_a_range_meets_each_of_its_semitones(low, high, way):
    voices = Voices(tiny_space(transform(60), pitch_low=low, pitch_high=high))
    voices.active[1:] = 0
    semitones = {low, 61.0, 62.0, high}
    for pitch in np.arange(59.5, 64.0, 0.05)[::way]:
        voices.pitch[0] = pitch
        voices.update()
        assert min(abs(voices.frames.hertz[0] - hertz(semitone)) for semitone in semitones) < 1e-6
        assert voices.frames.hertz[0] * voices.frames.scale[0] == pytest.approx(hertz(pitch))
    assert voices.frames.hertz[0] == pytest.approx(hertz(high if way > 0 else low))


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
    voices.pitch[1] = 64.4
    voices.update()
    np.testing.assert_allclose(voices.frames.scale, 2 ** ((voices.pitch - 62.0) / 12))
    assert not voices.frames.hertz.any()
    voices.pitch += 5.0
    assert voices.update() == 0


def _unpitched():
    g = Graph()
    g.op("MatMul", "latent", g.constant(np.ones((3, 60))), output="magnitude")
    return g.model({"latent": 3}, {"magnitude": 60})
