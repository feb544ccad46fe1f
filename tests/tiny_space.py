"""A small timbre space without training: its decoder draws the harmonics of the pitch asked for.

Dimension 0 is brightness (0 dull, 1 bright), 1 is hollowness (1: no even harmonics), 2 is a formant near 1 kHz.
"""

import dataclasses
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from rt_timbre.loudness import REFERENCE_RMS, loudness_weights
from rt_timbre.space import Anchor, Calibration, Effect, Points, PrincipalAxes, Range, Space, Transform
from rt_timbre.space_parts import WINDOWS

RATE, LENGTH, COLUMNS = 44100, 65536, 2048
HARMONICS = 40
DIMENSION = 3
PITCH_LOW, PITCH_HIGH = 36.0, 96.0


def transform(bands: int = 200, low: float = 30.0, high: float = 21600.0) -> Transform:
    """Bands of an NSGT on an ERB scale, with centres and widths rounded to bins as the transform rounds them."""
    edges = 21.4 * np.log10(1.0 + 0.00437 * np.array([low, high]))
    nominal = (10.0 ** (np.linspace(edges[0], edges[1], bands) / 21.4) - 1.0) / 0.00437
    bins = np.concatenate([[0.0], nominal, [RATE / 2.0]]) * LENGTH / RATE
    widths = np.round(bins[2:] - bins[:-2])
    return Transform(
        kind="nsgt-erb",
        rate=RATE,
        length=LENGTH,
        hop=LENGTH // COLUMNS,
        window="",
        amplitude_scale=2.0 * COLUMNS / LENGTH,
        centres=np.round(bins[1:-1]) * RATE / LENGTH,
        half_widths=widths / 2.0 * RATE / LENGTH,
    )


class Graph:
    """An ONNX graph written as expressions: `g.op("Add", a, b)` gives the name of the sum."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, value: object, kind: type = np.float32) -> str:
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.asarray(value, kind), name))
        return name

    def op(self, kind: str, *inputs: str, output: str = "", **attributes: Any) -> str:
        name = output or f"v{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def model(self, inputs: dict[str, int], outputs: dict[str, int]) -> bytes:
        """Serialise, with inputs and outputs float32 [batch, size]."""

        def value(name: str, size: int) -> onnx.ValueInfoProto:
            return helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", size])

        graph = helper.make_graph(
            self.nodes,
            "tiny",
            [value(*item) for item in inputs.items()],
            [value(*item) for item in outputs.items()],
            self.constants,
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
        onnx.checker.check_model(model)
        return bytes(model.SerializeToString(deterministic=True))


def response_terms(bands: Transform) -> NDArray[np.float64]:
    """Cosine series of the response over the distance from the centre in half-widths, −1 to 1."""
    if bands.window == "":
        return np.array([0.5, 0.5])
    mean, *others = WINDOWS[bands.window]
    bins = np.linspace(0.0, len(others) + 1.0, 500)
    lobe = np.sinc(bins)
    for i, term in enumerate(others, 1):
        lobe += 0.5 * term / mean * (np.sinc(bins - i) + np.sinc(bins + i))
    basis = np.cos(np.pi * np.arange(8) * (bins / bins[-1])[:, None])
    terms: NDArray[np.float64] = np.linalg.lstsq(basis, lobe)[0]
    return terms


def decoder(bands: Transform) -> bytes:
    """Magnitudes [batch, K]: amplitude_n · response(n f0 − centre), summed over n, at equal loudness."""
    g = Graph()
    centres, half_widths = bands.centres, bands.half_widths
    number = np.arange(1, HARMONICS + 1)
    hertz = g.op(
        "Mul",
        g.op("Exp", g.op("Mul", g.op("Sub", "pitch", g.constant(69.0)), g.constant(np.log(2.0) / 12.0))),
        g.constant(440.0 * number[None]),
    )  # [batch, N]
    latent = [
        g.op(
            "Clip",
            g.op("Slice", "latent", *(g.constant([i], np.int64) for i in (d, d + 1, 1))),
            g.constant(0.0),
            g.constant(1.0),
        )
        for d in range(DIMENSION)
    ]  # [batch, 1] each
    tilt = g.op("Sub", g.constant(2.2), g.op("Mul", latent[0], g.constant(1.7)))
    log_level = g.op("Mul", tilt, g.constant(-np.log(number)[None]))
    even = g.op("Sub", g.constant(1.0), g.op("Mul", latent[1], g.constant((number % 2 == 0).astype(float)[None])))
    octaves = g.op("Mul", g.op("Log", g.op("Mul", hertz, g.constant(1e-3))), g.constant(1.0 / np.log(2.0)))
    formant = g.op("Mul", latent[2], g.op("Exp", g.op("Neg", g.op("Mul", octaves, octaves))))
    level = g.op(
        "Mul",
        g.op("Mul", g.op("Exp", g.op("Add", log_level, g.op("Mul", formant, g.constant(2.3)))), even),
        g.constant(0.1),
    )  # [batch, N]
    distance = g.op(
        "Div",
        g.op("Sub", g.op("Unsqueeze", hertz, g.constant([2], np.int64)), g.constant(centres[None, None])),
        g.constant(half_widths[None, None]),
    )  # [batch, N, K], in half-widths
    inside = g.op("Min", g.op("Abs", distance), g.constant(1.0))
    first, *terms = response_terms(bands)
    response = g.constant(np.float32(first))
    for i, term in enumerate(terms, 1):
        wave = g.op("Cos", g.op("Mul", inside, g.constant(i * np.pi)))
        response = g.op("Add", response, g.op("Mul", wave, g.constant(term)))
    drawn = g.op("Mul", g.op("Relu", response), g.op("Unsqueeze", level, g.constant([2], np.int64)))
    frame = g.op("ReduceSum", drawn, g.constant([1], np.int64), keepdims=0)
    own, shared = loudness_weights(bands)
    lower, upper = (
        g.op("Slice", frame, *(g.constant([i], np.int64) for i in (start, start + len(centres) - 1, 1)))
        for start in (0, 1)
    )
    power = g.op(
        "Add",
        g.op("MatMul", g.op("Mul", frame, frame), g.constant(own[:, None])),
        g.op("MatMul", g.op("Mul", lower, upper), g.constant(shared[:, None])),
    )
    g.op("Mul", frame, g.op("Div", g.constant(REFERENCE_RMS), g.op("Sqrt", power)), output="magnitude")
    return g.model({"latent": DIMENSION, "pitch": 1}, {"magnitude": len(centres)})


def encoder(bands_of: Transform) -> bytes:
    """Mean [batch, 3]: brightness read off the centroid in octaves above the pitch; the other two unknown (0.5, 0)."""
    g = Graph()
    centres = np.maximum(bands_of.centres, 1.0)
    bands = len(centres)
    total = g.op("ReduceSum", "magnitude", g.constant([1], np.int64), keepdims=1)
    share = g.op("Div", "magnitude", g.op("Add", total, g.constant(1e-9)))
    weights = np.zeros((bands, DIMENSION))
    weights[:, 0] = np.log2(centres / 440.0) / 3.0
    centroid = g.op("MatMul", share, g.constant(weights))
    above = g.op("MatMul", g.op("Sub", "pitch", g.constant(69.0)), g.constant([[-1.0 / 36.0, 0.0, 0.0]]))
    g.op("Add", g.op("Add", centroid, above), g.constant([[0.0, 0.5, 0.0]]), output="mean")
    zero = g.op("Mul", g.op("MatMul", share, g.constant(weights)), g.constant(0.0))
    g.op("Sub", zero, g.constant(4.0), output="log_variance")
    return g.model({"magnitude": bands, "pitch": 1}, {"mean": DIMENSION, "log_variance": DIMENSION})


def calibration() -> Calibration:
    """Return what `rt_timbre_export.calibration.calibrate` finds of the default bands."""
    ranges = {
        "centroid": (
            [71.747, 143.71, 288.71, 574.94, 1104.1, 2231.3],
            [672.88, 991.72, 1664.3, 2893.7, 3242.8, 5592.1],
        ),
        "bandwidth": (
            [28.989, 60.335, 123.57, 217.31, 335.1, 733.71],
            [620.22, 1055.2, 2069.5, 4140.9, 4208.4, 5034.5],
        ),
        "flatness": (
            [1.7839e-06, 2.4578e-06, 5.0548e-06, 1.0943e-05, 9.4431e-06, 3.2706e-06],
            [4.0541e-06, 1.1533e-05, 8.4876e-05, 0.0034211, 0.00021592, 1.6133e-05],
        ),
        "rolloff": ([68.422, 134.01, 266.93, 528.69, 1061.3, 2117.5], [1311.9, 1797.3, 3067, 5668.2, 6136.6, 10512]),
        "loudness": ([-19.312, -18.695, -18.258, -18.056, -18, -18], [-17.999, -18, -17.999, -18, -18, -18]),
    }
    return Calibration(
        pitches=np.arange(36.0, 97.0, 12.0),
        ranges={name: Range(low=np.array(low), high=np.array(high)) for name, (low, high) in ranges.items()},
    )


def effects() -> dict[str, Effect]:
    """Return what `rt_timbre_export.calibration.principal_axes` finds of the default bands."""
    found = {
        "centroid": ([0.304, 0.627, -0.041], [0.56, 0.653, 0.203]),
        "bandwidth": ([0.3, 0.74, -0.052], [0.712, 0.807, 0.303]),
        "flatness": ([0.421, 0.656, -0.053], [0.675, 0.763, 0.468]),
        "rolloff": ([0.236, 0.576, -0.071], [0.601, 0.661, 0.233]),
        "loudness": ([-0.061, -0.134, 0.024], [0.421, 0.516, 0.276]),
    }
    return {
        name: Effect(strength=np.array(strength), linearity=np.array(linearity))
        for name, (strength, linearity) in found.items()
    }


def tiny_space(bands: Transform | None = None, **changes: Any) -> Space:
    """Make the space, of other bands if they are given; keyword arguments replace fields."""
    bands = bands or transform()
    anchors = tuple(
        Anchor(name=name, latent=np.array(latent), pitch=60.0, spread=np.full(DIMENSION, 0.05), count=20)
        for name, latent in (("Dark", [0.1, 0.0, 0.1]), ("Bright", [0.9, 0.1, 0.3]), ("Hollow", [0.4, 0.9, 0.0]))
    )
    generator = np.random.default_rng(1)
    label = np.repeat(np.arange(len(anchors), dtype=np.int16), 20)
    centre = np.stack([anchor.latent for anchor in anchors])
    latent = np.clip(centre[label] + generator.normal(0.0, 0.05, (len(label), DIMENSION)), 0.0, 1.0)
    mean = latent.mean(axis=0)
    variance, axes = np.linalg.eigh(np.cov((latent - mean).T))
    axes, variance = axes.T[::-1], variance[::-1]
    low, high = np.percentile((latent - mean) @ axes.T, [2, 98], axis=0)
    note = np.concatenate([np.linspace(centre[0], centre[1], 50), np.linspace(0.2, 1.0, 50)[:, None]], axis=1)
    space = Space(
        name="tiny",
        title="Tiny",
        text="Harmonics with a tilt, drawn by formula.",
        authors=("The rt-timbre authors",),
        licence="CC0-1.0",
        sources=({"name": "none", "licence": "CC0-1.0"},),
        transform=bands,
        dimension=DIMENSION,
        conditioned=True,
        latent_low=np.zeros(DIMENSION, np.float32),
        latent_high=np.ones(DIMENSION, np.float32),
        pitch_low=PITCH_LOW,
        pitch_high=PITCH_HIGH,
        reference_pitch=60.0,
        loudness="a-weighted",
        principal=PrincipalAxes(
            mean=mean,
            axes=axes,
            variance=variance,
            low=low,
            high=high,
            labels=("bright", "hollow", "nasal"),
            effects=effects(),
        ),
        anchors=anchors,
        calibration=calibration(),
        metrics={},
        recipe={"name": "tiny"},
        seeds={"points": 1},
        versions={"rt-timbre": "0.1.0"},
        decoder=decoder(bands),
        encoder=encoder(bands),
        points=Points(
            latent=latent.astype(np.float32),
            pitch=np.full(len(label), 60.0),
            label=label,
            paths={"Dark to Bright": note.astype(np.float32)},
        ),
    )
    return dataclasses.replace(space, **changes)
