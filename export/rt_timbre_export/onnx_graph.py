"""The trained networks as ONNX graphs, written node by node, and the check that they compute the same as the model.

Weights are stored in half precision: a runtime casts them once, when it loads the graph. The model is rounded likewise
before anything is measured, so that graph and model are the same network.
"""

from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from rt_timbre.decoder import graph_function
from rt_timbre.loudness import REFERENCE_RMS
from rt_timbre_export.errors import ExportError
from rt_timbre_export.model import (
    LEAST_POWER,
    LOG_AMPLITUDE_HIGH,
    LOG_VARIANCE_HIGH,
    LOG_VARIANCE_LOW,
    Architecture,
    Autoencoder,
)

PARITY_BOUND = 1e-4
"""Greatest difference that is allowed: of the decoder's amplitudes relative to the greatest amplitude of the frame, of
the encoder's means and logarithms of variances relative to 1 or their own size."""

PARITY_BATCHES = (1, 2, 7, 64)
"""Numbers of rows at which graph and model are compared."""

_OPSET = 17
_IR_VERSION = 8
_TIMES_OUTSIDE = 1.5  # of the declared range of latents, over which graph and model are compared
_PARITY_POINTS = 512


def rounded(model: Autoencoder) -> Autoencoder:
    """Round the weights and biases of a model, in place, to what half precision can hold, and return it."""
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.copy_(parameter.half().float())
    return model


def decoder_graph(model: Autoencoder) -> bytes:
    """Write the decoder.

    Parameters
    ----------
    model : Autoencoder
        The model, `rounded`.

    Returns
    -------
    bytes
        ONNX: `latent` [batch, D] and, if conditioned, `pitch` [batch, 1], which is brought to the nearest semitone,
        to `magnitude` [batch, K].
    """
    size = model.architecture
    graph = _Graph()
    weights = _layers(model.decoder)
    if size.conditioned:
        bands = _first(graph, weights[0], "latent", _nearest(graph, size), size.dimension)
    else:
        bands = graph.gemm("latent", weights[0])
    for layer in weights[1:]:
        bands = graph.gemm(graph.op("Relu", bands), layer)
    logs = graph.op(
        "Min",
        graph.op("Add", graph.op("Mul", bands, graph.buffer(model.deviation)), graph.buffer(model.mean)),
        graph.constant(np.float32(LOG_AMPLITUDE_HIGH)),
    )
    frames = graph.op("Exp", logs)
    if size.loudness == "a-weighted":
        frames = _equally_loud(graph, model, frames)
    frames = graph.op("Relu", graph.op("Sub", frames, graph.constant(np.float32(size.floor))))
    if size.loudness == "a-weighted":
        frames = _equally_loud(graph, model, frames)
    graph.op("Identity", frames, output="magnitude")
    return graph.model(_inputs(size, "latent", size.dimension), {"magnitude": size.bands})


def encoder_graph(model: Autoencoder) -> bytes:
    """Write the encoder.

    Parameters
    ----------
    model : Autoencoder
        The model, `rounded`.

    Returns
    -------
    bytes
        ONNX: `magnitude` [batch, K] and, if conditioned, `pitch` [batch, 1], which is brought to the nearest
        semitone, to `mean` and `log_variance` [batch, D].
    """
    size = model.architecture
    graph = _Graph()
    weights = _layers(model.encoder)
    frames = "magnitude"
    if size.loudness == "a-weighted":
        frames = _equally_loud(graph, model, frames)
    logs = graph.op("Log", graph.op("Add", frames, graph.constant(np.float32(size.floor))))
    hidden = graph.op("Div", graph.op("Sub", logs, graph.buffer(model.mean)), graph.buffer(model.deviation))
    if size.conditioned:
        hidden = _first(graph, weights[0], hidden, _nearest(graph, size), size.bands)
    else:
        hidden = graph.gemm(hidden, weights[0])
    for layer in weights[1:]:
        hidden = graph.gemm(graph.op("Relu", hidden), layer)
    mean, log_variance = graph.halves(hidden, 1)
    graph.op("Identity", mean, output="mean")
    limits = (graph.constant(np.float32(limit)) for limit in (LOG_VARIANCE_LOW, LOG_VARIANCE_HIGH))
    graph.op("Clip", log_variance, *limits, output="log_variance")
    return graph.model(_inputs(size, "magnitude", size.bands), {"mean": size.dimension, "log_variance": size.dimension})


def check_parity(
    model: Autoencoder,
    decoder: bytes,
    encoder: bytes,
    low: NDArray[np.float32],
    high: NDArray[np.float32],
    frames: NDArray[np.float32],
    *,
    seed: int,
) -> dict[str, float]:
    """Compare graphs with the model they were written from.

    Points lie in the declared range of latents and half as far again around it, pitches are whole, fractional and out
    of range, batches of several sizes.

    Parameters
    ----------
    model : Autoencoder
        The model, on the CPU.
    decoder, encoder : bytes
        The graphs.
    low, high : ndarray of float32 [D]
        Declared range.
    frames : ndarray of float32 [N, K]
        Some frames for the encoder.
    seed : int
        Seed of the points.

    Returns
    -------
    dict of str to float
        Greatest differences, `decoder` and `encoder`, as `PARITY_BOUND` says.

    Raises
    ------
    ExportError
        One exceeds `PARITY_BOUND`.
    """
    random = np.random.default_rng(seed)
    size = model.architecture
    centre, half = 0.5 * (low + high), 0.5 * _TIMES_OUTSIDE * (high - low)
    points = (centre + half * random.uniform(-1.0, 1.0, (_PARITY_POINTS, low.size))).astype(np.float32)
    pitches = random.uniform(size.pitch_low - 1.0, size.pitch_high + 1.0, (_PARITY_POINTS, 1)).astype(np.float32)
    pitches[::2] = np.round(pitches[::2])
    run_decoder, run_encoder = graph_function(decoder, "decoder"), graph_function(encoder, "encoder")
    chosen = frames[random.integers(0, len(frames), _PARITY_POINTS)]
    differences = {"decoder": 0.0, "encoder": 0.0}
    for rows in PARITY_BATCHES:
        for start in range(0, _PARITY_POINTS - rows + 1, rows):
            part = slice(start, start + rows)
            condition = {"pitch": pitches[part]} if size.conditioned else {}
            semitone = np.clip(np.round(pitches[part, 0] - size.pitch_low), 0, max(0, size.semitones - 1))
            with torch.no_grad():
                wanted = model.decode(torch.from_numpy(points[part]), torch.from_numpy(pitches[part])).numpy()
                posterior = model.encode(
                    model.logs(torch.from_numpy(chosen[part])), torch.from_numpy(semitone.astype(np.int64))
                )
            found = run_decoder({"latent": points[part]} | condition)["magnitude"]
            peak = np.maximum(wanted.max(axis=1, keepdims=True), 1e-9)
            differences["decoder"] = max(differences["decoder"], _greatest((found - wanted) / peak))
            encoded = run_encoder({"magnitude": chosen[part]} | condition)
            for name, tensor in zip(("mean", "log_variance"), posterior, strict=True):
                off = (encoded[name] - tensor.numpy()) / np.maximum(1.0, np.abs(tensor.numpy()))
                differences["encoder"] = max(differences["encoder"], _greatest(off))
    for which, difference in differences.items():
        if not difference <= PARITY_BOUND:
            raise ExportError(
                f"the exported {which} differs from the trained one by {difference:.2g}; at most {PARITY_BOUND:g} is "
                "allowed: train with a smaller learning rate or report this"
            )
    return differences


def _greatest(values: NDArray[np.float32]) -> float:
    return float(np.abs(values).max()) if np.isfinite(values).all() else float("inf")


def _equally_loud(graph: "_Graph", model: Autoencoder, frames: str) -> str:
    """Bring frames to the reference loudness, as `Autoencoder` does."""
    bands = model.architecture.bands
    below, above = (graph.columns(frames, start, start + bands - 1) for start in (0, 1))
    power = graph.op(
        "Add",
        graph.op("MatMul", graph.op("Mul", frames, frames), graph.buffer(model.own[:, None])),
        graph.op("MatMul", graph.op("Mul", below, above), graph.buffer(model.shared[:, None])),
    )
    root = graph.op("Sqrt", graph.op("Add", graph.op("Relu", power), graph.constant(np.float32(LEAST_POWER))))
    return graph.op("Mul", frames, graph.op("Div", graph.constant(np.float32(REFERENCE_RMS)), root))


def _nearest(graph: "_Graph", size: Architecture) -> str:
    """Bring the pitch to the nearest semitone, and count it from the lowest that the model knows."""
    return graph.op(
        "Clip",
        graph.op("Round", graph.op("Sub", "pitch", graph.constant(np.float32(size.pitch_low)))),
        graph.constant(np.float32(0.0)),
        graph.constant(np.float32(size.semitones - 1)),
    )


def _first(
    graph: "_Graph", layer: tuple[NDArray[np.float32], NDArray[np.float32]], values: str, semitone: str, inputs: int
) -> str:
    """Apply a first layer to values [batch, inputs] beside one-hot semitones [batch, 1]: a row of its weights each."""
    weight, bias = layer
    index = graph.op("Squeeze", graph.op("Cast", semitone, to=TensorProto.INT64), graph.constant(np.array([1])))
    rows = graph.op("Add", graph.half(weight[inputs:]), graph.half(bias))
    return graph.op("Gemm", values, graph.half(weight[:inputs]), graph.op("Gather", rows, index, axis=0))


def _layers(network: nn.Sequential) -> list[tuple[NDArray[np.float32], NDArray[np.float32]]]:
    """Return weights [inputs, outputs] and biases [outputs] of the linear layers."""
    return [
        (layer.weight.detach().numpy().T, layer.bias.detach().numpy())
        for layer in network
        if isinstance(layer, nn.Linear)
    ]


def _inputs(size: Architecture, name: str, width: int) -> dict[str, int]:
    return {name: width} | ({"pitch": 1} if size.conditioned else {})


class _Graph:
    """A graph written as expressions: `op("Add", a, b)` gives the name of the sum."""

    def __init__(self) -> None:
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []

    def constant(self, value: NDArray[Any] | np.generic) -> str:
        """Add a constant."""
        name = f"constant{len(self._constants)}"
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(value).reshape(np.shape(value)), name))
        return name

    def half(self, value: NDArray[np.float32]) -> str:
        """Add a constant that is stored in half precision."""
        return self.op("Cast", self.constant(value.astype(np.float16)), to=TensorProto.FLOAT)

    def buffer(self, tensor: torch.Tensor) -> str:
        """Add a constant from a tensor."""
        return self.constant(tensor.numpy())

    def op(self, kind: str, *inputs: str, output: str = "", **attributes: Any) -> str:
        """Add a node of one output."""
        name = output or f"value{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def gemm(self, values: str, layer: tuple[NDArray[np.float32], NDArray[np.float32]]) -> str:
        """Add a linear layer."""
        weight, bias = layer
        return self.op("Gemm", values, self.half(weight), self.half(bias))

    def halves(self, values: str, axis: int) -> tuple[str, str]:
        """Split values into two equal parts."""
        names = (f"value{len(self._nodes)}a", f"value{len(self._nodes)}b")
        self._nodes.append(helper.make_node("Split", [values], list(names), axis=axis))
        return names

    def columns(self, values: str, start: int, stop: int) -> str:
        """Take columns start to stop − 1."""
        return self.op("Slice", values, *(self.constant(np.array([i])) for i in (start, stop, 1)))

    def model(self, inputs: dict[str, int], outputs: dict[str, int]) -> bytes:
        """Serialise, with inputs and outputs float32 [batch, size]."""

        def ends(sizes: dict[str, int]) -> list[onnx.ValueInfoProto]:
            return [
                helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", size]) for name, size in sizes.items()
            ]

        graph = helper.make_graph(self._nodes, "rt-timbre", ends(inputs), ends(outputs), self._constants)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR_VERSION)
        onnx.checker.check_model(model)
        return bytes(model.SerializeToString(deterministic=True))
