"""A small data set without sounds: harmonic frames drawn by formula, of three instruments."""

import dataclasses
from pathlib import Path

import numpy as np

from rt_timbre.loudness import normalise
from rt_timbre.space import Transform
from rt_timbre.transforms.nsgt import NSGT
from rt_timbre.transforms.scales import erb_centres
from rt_timbre_export.dataset import TEST, TRAIN, VALIDATION, Dataset, NoteInfo
from rt_timbre_export.recipe import Recipe, read_recipe

RATE, LENGTH, COLUMNS, BANDS = 22050, 32768, 2048, 120
LOW, HIGH = 60, 71
INSTRUMENTS = {"Dark": (2.0, 1.0), "Bright": (0.5, 1.0), "Hollow": (1.0, 0.03)}
"""Slope of the amplitudes over the harmonics' numbers, and level of the even harmonics."""

HARMONICS = 12
FRAMES = 3  # of a note


def transform() -> Transform:
    return NSGT(erb_centres(150.0, 10500.0, BANDS), RATE, LENGTH, COLUMNS).declaration("nsgt-erb")


def harmonic_frame(bands, fundamental, amplitudes):
    """The frame of harmonics with these amplitudes: cos² responses, summed as powers."""
    frequencies = fundamental * np.arange(1, len(amplitudes) + 1)
    distance = np.abs(frequencies[:, None] - bands.centres) / bands.half_widths
    response = np.where(distance < 1.0, np.cos(0.5 * np.pi * np.minimum(distance, 1.0)) ** 2, 0.0)
    return np.sqrt(np.square(response * np.asarray(amplitudes)[:, None]).sum(axis=0)).astype(np.float32)


def whole(dataset):
    """What gives all frames of a note of the data set, and their gains."""

    def frames_and_gain(info):
        own = np.flatnonzero(dataset.note == dataset.notes.index(info))
        own = own[dataset.pitch[own] == info.midi]
        return dataset.frames[own], dataset.gain[own] / dataset.gain[own].max()

    return frames_and_gain


def tiny_dataset(seed=0, **changes) -> Dataset:
    """Make it: two dynamics and three frames of every note from C4 to B4; keyword arguments replace fields."""
    random = np.random.default_rng(seed)
    bands = transform()
    frames, notes, split = [], [], []
    number = np.arange(1, HARMONICS + 1)
    for index, (name, (slope, even)) in enumerate(INSTRUMENTS.items()):
        for midi in range(LOW, HIGH + 1):
            for dynamic in ("p", "f"):
                notes.append(
                    NoteInfo(
                        instrument=name,
                        midi=midi,
                        dynamic=dynamic,
                        source="formula",
                        licence="CC0-1.0",
                        licence_class="permissive",
                        file=f"{name}-{midi}-{dynamic}",
                        cents=0.0,
                    )
                )
                split.append(TEST if midi == 62 + index else VALIDATION if midi == 67 + index else TRAIN)
                for _ in range(FRAMES):
                    steeper = slope + (0.5 if dynamic == "p" else 0.0) + 0.05 * random.standard_normal()
                    amplitudes = 0.2 * number**-steeper * np.where(number % 2 == 0, even, 1.0)
                    frames.append(harmonic_frame(bands, 440.0 * 2.0 ** ((midi - 69) / 12.0), amplitudes))
    normal, gain = normalise(np.stack(frames) + 1e-6, bands)
    note = np.repeat(np.arange(len(notes), dtype=np.int32), FRAMES)
    dataset = Dataset(
        frames=normal,
        gain=gain,
        pitch=np.array([notes[n].midi for n in note], np.float32),
        instrument=np.array([list(INSTRUMENTS).index(notes[n].instrument) for n in note], np.int16),
        note=note,
        time=np.tile(np.arange(FRAMES, dtype=np.float32), len(notes)),
        notes=tuple(notes),
        split=np.array(split, np.int8),
        instruments=tuple(INSTRUMENTS),
        transform=bands,
        problems=(),
    )
    return dataclasses.replace(dataset, **changes)


def tiny_recipe(regulariser=None, **train) -> Recipe:
    """Make a recipe for it that trains in a second; keyword arguments replace values of its section [train]."""
    recipe = read_recipe(Path(__file__).parents[1] / "export" / "recipes" / "orchestra.toml")
    return dataclasses.replace(
        recipe,
        regulariser=regulariser,
        model=dataclasses.replace(recipe.model, dimension=3, hidden=(32, 32, 24)),
        train=dataclasses.replace(recipe.train, **({"epochs": 6, "batch": 32, "warm_up": 2} | train)),
    )
