import numpy as np
import onnx
import pytest
import torch

from rt_timbre.decoder import graph_function
from rt_timbre.graph_check import check_graph
from rt_timbre.loudness import REFERENCE_RMS, loudness_rms
from rt_timbre_export import onnx_graph
from rt_timbre_export.errors import ExportError
from tests.export.test_model import model
from tests.tiny_dataset import BANDS, HIGH, LOW, tiny_dataset, transform

LOW_Z, HIGH_Z = np.full(3, -3.0, np.float32), np.full(3, 3.0, np.float32)
FRAMES = tiny_dataset().frames
VARIANTS = [{}, {"loudness": "corpus"}, {"conditioned": False}, {"conditioned": False, "loudness": "corpus"}]


def graphs(made):
    return onnx_graph.decoder_graph(made), onnx_graph.encoder_graph(made)


def parity(made, decoder, encoder):
    return onnx_graph.check_parity(made, decoder, encoder, LOW_Z, HIGH_Z, FRAMES, seed=1)


@pytest.mark.parametrize("variant", VARIANTS)
def test_graphs_compute_what_the_model_does(variant):
    made = onnx_graph.rounded(model(**variant))
    difference = parity(made, *graphs(made))
    assert 0.0 <= difference["decoder"] < 1e-5
    assert 0.0 <= difference["encoder"] < 1e-5


@pytest.mark.parametrize("variant", VARIANTS)
def test_graphs_are_such_as_the_runtime_allows(variant):
    made = onnx_graph.rounded(model(**variant))
    decoder, encoder = graphs(made)
    pitch = {"pitch": 1} if made.architecture.conditioned else {}
    check_graph(decoder, "decoder", {"latent": 3} | pitch, {"magnitude": BANDS})
    check_graph(encoder, "encoder", {"magnitude": BANDS} | pitch, {"mean": 3, "log_variance": 3})


def test_a_graph_of_other_weights_is_refused():
    made, other = (onnx_graph.rounded(model(seed)) for seed in (0, 1))
    decoder, encoder = graphs(made)
    for wrong, which in (((graphs(other)[0], encoder), "decoder"), ((decoder, graphs(other)[1]), "encoder")):
        with pytest.raises(ExportError, match=f"exported {which} differs") as caught:
            parity(made, *wrong)
        assert "\n" not in str(caught.value)


def test_weights_that_were_not_rounded_are_noticed():
    made = model()
    decoder, encoder = graphs(made)
    with pytest.raises(ExportError, match="differs from the trained one by"):
        parity(made, decoder, encoder)


def test_a_graph_that_makes_no_numbers_is_refused():
    made = onnx_graph.rounded(model())
    with torch.no_grad():
        made.decoder[0].weight[0, 0] = float("nan")
    with pytest.raises(ExportError, match="by inf"):
        parity(made, *graphs(made))


def test_weights_are_stored_in_half_precision():
    made = onnx_graph.rounded(model())
    for graph in graphs(made):
        constants = onnx.load_from_string(graph).graph.initializer
        large = [tensor for tensor in constants if np.prod(tensor.dims) > BANDS]
        assert large
        assert all(tensor.data_type == onnx.TensorProto.FLOAT16 for tensor in large)


def test_rows_do_not_depend_on_their_batch():
    made = onnx_graph.rounded(model())
    run = graph_function(onnx_graph.decoder_graph(made))
    random = np.random.default_rng(0)
    latent = random.uniform(-3.0, 3.0, (64, 3)).astype(np.float32)
    pitch = random.uniform(LOW, HIGH, (64, 1)).astype(np.float32)
    together = run({"latent": latent, "pitch": pitch})["magnitude"]
    for row in range(0, 64, 9):
        part = slice(row, row + 1)
        alone = run({"latent": latent[part], "pitch": pitch[part]})["magnitude"]
        np.testing.assert_allclose(alone, together[part], rtol=1e-4, atol=1e-7)


def test_the_decoder_is_equally_loud_at_any_pitch():
    made = onnx_graph.rounded(model())
    pitch = np.linspace(LOW - 1.0, HIGH + 1.0, 64, dtype=np.float32)[:, None]
    latent = np.random.default_rng(0).uniform(-9.0, 9.0, (64, 3)).astype(np.float32)
    frames = graph_function(onnx_graph.decoder_graph(made))({"latent": latent, "pitch": pitch})["magnitude"]
    bands = transform()
    np.testing.assert_allclose(loudness_rms(frames, bands), REFERENCE_RMS, rtol=1e-3)


def test_the_encoder_hears_the_same_at_any_level():
    made = onnx_graph.rounded(model())
    run = graph_function(onnx_graph.encoder_graph(made))
    pitch = np.full((5, 1), 64.4, np.float32)
    loud, soft = (run({"magnitude": FRAMES[:5] * level, "pitch": pitch})["mean"] for level in (1.0, 0.01))
    np.testing.assert_allclose(loud, soft, atol=1e-4)
    nearest = run({"magnitude": FRAMES[:5], "pitch": np.full((5, 1), 64.0, np.float32)})["mean"]
    np.testing.assert_array_equal(loud, nearest)
