"""A space whose levels are linear in its latents, so that what is measured of it is known.

Band amplitudes are ``exp(latent · SLOPES + OFFSET)``; the encoder finds the latents exactly. Notes of two pitches and
instruments can be written as sounds, and a recipe analyses them.
"""

import csv
import dataclasses
from pathlib import Path

import numpy as np

from rt_timbre.audiofile import write_audio
from rt_timbre.descriptors.describer import NAMES
from rt_timbre.space import Anchor, Calibration, Effect, Points, PrincipalAxes, Range, Space
from rt_timbre.transforms.stft import STFT
from rt_timbre_export.recipe import Recipe, parse_recipe
from tests.tiny_space import Graph

RATE, LENGTH, HOP = 8000, 256, 64
BANDS = LENGTH // 2 + 1
DIMENSION = 3
SLOPES = 0.2 * np.cos(np.pi * np.arange(DIMENSION)[:, None] * (np.arange(BANDS) + 0.5) / BANDS)
"""Logarithm of the amplitude for a unit of each latent, [D, K]; the first row is constant."""

OFFSET = np.full(BANDS, -5.0)
DECIBELS = 20.0 / np.log(10.0)
"""Of a unit of the logarithm of an amplitude."""

RECIPE = f"""
[space]
name = "linear"
title = "Linear"
text = "Levels that are linear in the latents."
authors = ["Somebody"]
licence = "CC0-1.0"

[transform]
kind = "stft"
rate = {RATE}
length = {LENGTH}
hop = {HOP}

[frames]
loudness = "corpus"
start = 0.1
stop = 0.4
per_note = 3
transpose = [-1, 1]
seed = 1

[[corpus]]
kind = "folder"
path = "FOLDER"

[split]
seed = 1

[model]
dimension = {DIMENSION}
hidden = [16]
conditioned = false

[train]
epochs = 1
batch = 32
learning_rate = 1e-3
beta = 0.1
warm_up = 0
seed = 1
"""


def recipe(folder: Path | str = "") -> Recipe:
    return parse_recipe(RECIPE.replace("FOLDER", str(folder)), Path())


def write_tones(folder, instruments=("Low", "High"), pitches=(62, 64), seconds=0.8):
    """Write a folder of notes with a metadata.csv: each instrument's harmonics fall more slowly than the last one's."""
    folder.mkdir(parents=True)
    time = np.arange(int(seconds * RATE)) / RATE
    with (folder / "metadata.csv").open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["file", "instrument", "midi", "dynamic", "source"])
        for index, name in enumerate(instruments):
            for midi in pitches:
                frequency = 440.0 * 2.0 ** ((midi - 69) / 12.0)
                tone = sum(
                    0.1 * n ** (index - 2.0) * np.sin(2.0 * np.pi * n * frequency * time + n) for n in range(1, 8)
                )
                write_audio(folder / f"{name}{midi}.wav", tone.astype(np.float32)[:, None], RATE)
                rows.writerow([f"{name}{midi}.wav", name, midi, "mf", "here"])
    return folder


def decode(latent):
    """What the decoder computes."""
    return np.exp(np.asarray(latent, np.float64) @ SLOPES + OFFSET)


def _decoder() -> bytes:
    g = Graph()
    levels = g.op("Add", g.op("MatMul", "latent", g.constant(SLOPES)), g.constant(OFFSET[None]))
    g.op("Exp", levels, output="magnitude")
    return g.model({"latent": DIMENSION}, {"magnitude": BANDS})


def _encoder() -> bytes:
    g = Graph()
    levels = g.op("Sub", g.op("Log", g.op("Max", "magnitude", g.constant(1e-6))), g.constant(OFFSET[None]))
    g.op("MatMul", levels, g.constant(np.linalg.pinv(SLOPES)), output="mean")
    g.op("MatMul", levels, g.constant(np.zeros((BANDS, DIMENSION))), output="log_variance")
    return g.model({"magnitude": BANDS}, {"mean": DIMENSION, "log_variance": DIMENSION})


def linear_space(axes=3, anchors=3, **changes) -> Space:
    """Make the space, with so many principal axes and anchors; keyword arguments replace fields."""
    random = np.random.default_rng(2)
    centres = 2.0 * np.eye(DIMENSION)[np.arange(anchors) % DIMENSION] + np.arange(anchors)[:, None] // DIMENSION
    label = np.repeat(np.arange(anchors, dtype=np.int16), 8)
    latent = (centres[label] + 0.3 * random.standard_normal((label.size, DIMENSION))).astype(np.float32)
    mean = latent.mean(axis=0)
    low, high = np.array([-1.0, -2.0, -3.0])[:axes], np.array([2.0, 3.0, 4.0])[:axes]
    space = Space(
        name="linear",
        title="Linear",
        text="Levels that are linear in the latents.",
        authors=("Somebody",),
        licence="CC0-1.0",
        sources=({"name": "here", "licence": "CC0-1.0"},),
        transform=STFT(RATE, "hamming", LENGTH, HOP).declaration("stft"),
        dimension=DIMENSION,
        conditioned=False,
        latent_low=np.full(DIMENSION, -4.0),
        latent_high=np.full(DIMENSION, 4.0),
        pitch_low=60.0,
        pitch_high=80.0,
        reference_pitch=64.0,
        loudness="corpus",
        principal=PrincipalAxes(
            mean=mean,
            axes=np.eye(DIMENSION)[:axes],
            variance=np.var(latent, axis=0)[:axes],
            low=low,
            high=high,
            labels=("loudness +", "axis 2", "axis 3")[:axes],
            effects={name: Effect(strength=np.zeros(axes), linearity=np.ones(axes)) for name in NAMES},
        ),
        anchors=tuple(
            Anchor(name=f"anchor {i}", latent=centre, pitch=64.0, spread=np.full(DIMENSION, 0.3), count=8)
            for i, centre in enumerate(centres)
        ),
        calibration=Calibration(
            pitches=np.array([64.0]), ranges={name: Range(low=np.zeros(1), high=np.ones(1)) for name in NAMES}
        ),
        metrics={},
        recipe=recipe().as_dict(),
        seeds={},
        versions={},
        decoder=_decoder(),
        encoder=_encoder(),
        points=Points(
            latent=latent,
            pitch=np.full(label.size, 64.0),
            label=label,
            paths={"anchor 0, MIDI 64, mf": np.hstack([latent[:6], np.linspace(0.2, 1.0, 6)[:, None]])},
        ),
    )
    return dataclasses.replace(space, **changes)
