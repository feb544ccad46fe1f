"""Networks run by ONNX Runtime: in place, row by row, and quiet about what is wrong with them."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from rt_timbre.decoder import Decoder, Encoder, FrameDecoder, graph_function
from rt_timbre.errors import SpaceError
from rt_timbre.loudness import REFERENCE_RMS, loudness_rms
from tests.tiny_space import HARMONICS, Graph, tiny_space

TINY = tiny_space()
BATCH = 8
DECODER = Decoder(TINY, BATCH)


def drawn(latent: NDArray[np.float32], pitch: float) -> NDArray[np.float64]:
    """Compute tiny's decoder by its formula, one harmonic after the other."""
    bright, hollow, nasal = np.clip(latent.astype(np.float64), 0.0, 1.0)
    centres, half_widths = TINY.transform.centres, TINY.transform.half_widths
    frame = np.zeros(len(centres))
    for number in range(1, HARMONICS + 1):
        hertz = number * 440.0 * 2.0 ** ((pitch - 69.0) / 12.0)
        amplitude = number ** -(2.2 - 1.7 * bright) * np.exp(2.3 * nasal * np.exp(-(np.log2(hertz / 1000.0) ** 2)))
        if number % 2 == 0:
            amplitude *= 1.0 - hollow
        distance = np.abs(hertz - centres) / half_widths
        frame += np.where(distance < 1.0, amplitude * np.cos(np.pi / 2.0 * distance) ** 2, 0.0)
    result: NDArray[np.float64] = frame * REFERENCE_RMS / loudness_rms(frame, TINY.transform)
    return result


@given(st.lists(st.floats(0.0, 1.0, width=32), min_size=3, max_size=3), st.floats(36.0, 96.0, width=32))
def test_decodes_in_place(latent: list[float], pitch: float) -> None:
    DECODER.latent[0] = latent
    DECODER.pitch[0] = pitch
    DECODER.run(1)
    expected = drawn(DECODER.latent[0], pitch)
    np.testing.assert_allclose(DECODER.magnitude[0], expected, atol=2e-3 * expected.max())


@given(st.integers(1, BATCH), st.integers(0, 2**32 - 1))
def test_any_number_of_rows(count: int, seed: int) -> None:
    generator = np.random.default_rng(seed)
    DECODER.latent[:] = generator.random(DECODER.latent.shape)
    DECODER.pitch[:] = generator.uniform(36.0, 96.0, DECODER.pitch.shape)
    DECODER.magnitude.fill(-1.0)
    DECODER.run(count)
    assert (DECODER.magnitude[count:] == -1.0).all()
    rows = DECODER.magnitude[:count].copy()
    assert (rows >= 0.0).all()
    run = graph_function(TINY.decoder)
    for row in range(count):
        alone = run({"latent": DECODER.latent[row : row + 1], "pitch": DECODER.pitch[row : row + 1]})["magnitude"]
        np.testing.assert_allclose(rows[row], alone[0], rtol=1e-5, atol=1e-7)


def test_buffers() -> None:
    for array, shape in ((DECODER.latent, (8, 3)), (DECODER.pitch, (8, 1)), (DECODER.magnitude, (8, 200))):
        assert array.dtype == np.float32
        assert array.shape == shape
        assert array.flags.c_contiguous
        assert array.flags.writeable


def test_first_frame_is_the_first_anchor_at_the_reference_pitch() -> None:
    decoder = Decoder(TINY, 1)
    expected = drawn(TINY.anchors[0].latent, TINY.reference_pitch)
    np.testing.assert_allclose(decoder.magnitude[0], expected, atol=2e-3 * expected.max())


def test_decoders_share_nothing() -> None:
    first, second = Decoder(TINY, 1), Decoder(TINY, 1)
    first.latent[0], second.latent[0] = 0.0, 1.0
    first.run(1)
    before = first.magnitude.copy()
    second.run(1)
    np.testing.assert_array_equal(first.magnitude, before)
    assert np.abs(second.magnitude - before).max() > 0.01


def test_unconditioned_space() -> None:
    g = Graph()
    g.op("Abs", g.op("MatMul", "latent", g.constant(np.ones((3, 200)))), output="magnitude")
    space = dataclasses.replace(TINY, conditioned=False, decoder=g.model({"latent": 3}, {"magnitude": 200}))
    decoder = Decoder(space, 2)
    decoder.latent[:] = [[1.0, 2.0, 3.0], [-1.0, 0.0, 0.0]]
    decoder.run(2)
    np.testing.assert_array_equal(decoder.magnitude, [[6.0] * 200, [1.0] * 200])


def test_encoder() -> None:
    decoder = Decoder(TINY, 2)
    decoder.latent[:] = [TINY.anchor("Dark").latent, TINY.anchor("Bright").latent]
    decoder.run(2)
    mean, log_variance = Encoder(TINY).encode(decoder.magnitude, decoder.pitch[:, 0])
    assert mean.shape == log_variance.shape == (2, 3)
    assert mean[1, 0] > mean[0, 0]
    np.testing.assert_array_equal(log_variance, -4.0)
    centres = TINY.transform.centres
    share = decoder.magnitude / decoder.magnitude.sum(axis=1, keepdims=True)
    expected = share @ np.log2(centres / 440.0) / 3.0 - (TINY.reference_pitch - 69.0) / 36.0
    np.testing.assert_allclose(mean[:, 0], expected, rtol=1e-4)


def test_encoder_without_pitch() -> None:
    g = Graph()
    g.op("MatMul", "magnitude", g.constant(np.ones((200, 3))), output="mean")
    g.op("MatMul", "magnitude", g.constant(np.zeros((200, 3))), output="log_variance")
    encoder = Encoder(dataclasses.replace(TINY, encoder=g.model({"magnitude": 200}, {"mean": 3, "log_variance": 3})))
    mean, _ = encoder.encode(np.ones((4, 200), np.float32), np.zeros(4, np.float32))
    np.testing.assert_array_equal(mean, 200.0)


def test_what_is_wrong_is_one_line_and_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SpaceError, match=r"^the decoder cannot be loaded: [^\n]+$"):
        Decoder(dataclasses.replace(TINY, decoder=b"no model"), 1)
    with pytest.raises(SpaceError, match=r"^the encoder cannot be loaded: [^\n]+$"):
        Encoder(dataclasses.replace(TINY, encoder=b"no model"))
    with pytest.raises(SpaceError, match=r"^the decoder does not fit the space: [^\n]+$"):
        Decoder(dataclasses.replace(TINY, decoder=TINY.encoder), 1)
    g = Graph()
    g.op("MatMul", "latent", g.constant(np.ones((3, 100))), output="magnitude")
    narrow = g.model({"latent": 3, "pitch": 1}, {"magnitude": 100})
    with pytest.raises(SpaceError, match=r"^the decoder failed: [^\n]+$"):
        Decoder(dataclasses.replace(TINY, decoder=narrow), 1)
    with pytest.raises(SpaceError, match=r"^the encoder failed: [^\n]+$"):
        Encoder(TINY).encode(np.ones((1, 7), np.float32), np.ones(1, np.float32))
    with pytest.raises(SpaceError, match=r"^the network failed: [^\n]+$"):
        graph_function(TINY.decoder, "network")({})
    assert capfd.readouterr() == ("", "")


def test_names_that_are_no_text_are_refused_quietly(capfd: pytest.CaptureFixture[str]) -> None:
    """ONNX Runtime decodes names as UTF-8 late, and prints when that fails."""
    model = TINY.decoder.replace(b"magnitude", b"magni\xefude")
    with pytest.raises(SpaceError, match=r"^the model cannot be loaded: [^\n]+$"):
        graph_function(model)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("rows", [1, 255, 256, 600])
def test_frames_of_any_number_of_points_are_those_of_the_graph(rows):
    random = np.random.default_rng(rows)
    latent = random.uniform(-2.0, 2.0, (rows, TINY.dimension)).astype(np.float32)
    pitch = random.integers(50, 70, rows).astype(np.float32)
    expected = graph_function(TINY.decoder)({"latent": latent, "pitch": pitch[:, None]})["magnitude"]
    np.testing.assert_allclose(FrameDecoder(TINY).decode(latent, pitch), expected, rtol=1e-5)
