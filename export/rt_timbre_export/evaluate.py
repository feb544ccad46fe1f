"""How good a space is: reconstruction, pitch, and whether its anchors are what they are called."""

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rt_timbre.phase.lobes import partials_of_frame
from rt_timbre.space import Space, Transform
from rt_timbre_export import networks
from rt_timbre_export.classifier import Classifier
from rt_timbre_export.dataset import TEST, TRAIN, Dataset
from rt_timbre_export.dissimilarity import combined
from rt_timbre_export.errors import DissimilarityError, EvaluationError
from rt_timbre_export.perception import agreement, centroids

Reconstruct = Callable[[NDArray[np.float32], NDArray[np.float32]], NDArray[np.float32]]
"""Takes frames float32 [N, K] and MIDI notes float32 [N], gives frames."""

SPAN_DB = 60.0
"""Bands this far below the strongest of their frame count for the error in dB."""

REACH = 60.0
"""Cents from a harmonic within which a partial is taken for it; also what a frame without any counts as."""

_FLOOR_DB = 100.0  # below the strongest band of a frame; what is decoded below counts as this
_HARMONICS = 12
_PARTIALS_DB = -40.0
_CLASSIFIER_SEED = 1


def evaluate(
    space: Space,
    dataset: Dataset,
    chosen: NDArray[np.intp],
    methods: Mapping[str, Reconstruct],
    maximum: float,
) -> dict[str, Any]:
    """Measure a space on frames that it has not learned from.

    Parameters
    ----------
    space : Space
        The space.
    dataset : Dataset
        Analysed with the space's transform. A classifier is trained on its training frames.
    chosen : ndarray of int [N]
        Which frames of the dataset to reconstruct.
    methods : mapping of str to callable
        Others that reconstruct, to stand beside the space, by name.
    maximum : float
        Greatest amplitude of the training corpus, before any normalisation: the unit of the mean squared error.

    Returns
    -------
    dict of str to Any
        Figures, and in words how they were made.

    Raises
    ------
    EvaluationError
        The frames are of other bands, or none is chosen.
    """
    _check(space, dataset, chosen)
    frames, pitch, gain = dataset.frames[chosen], dataset.pitch[chosen], dataset.gain[chosen]
    latent = networks.encode(space.encoder, frames, pitch, conditioned=space.conditioned)
    decoded = {"space": _decoded(space, latent, pitch)} | {
        name: method(frames, pitch) for name, method in methods.items()
    }
    notes = np.unique(dataset.note[chosen])
    sources = sorted({dataset.notes[note].source for note in notes})
    return {
        "on": f"{notes.size} notes, {chosen.size} frames from {', '.join(sources)}",
        "reconstruction": _reconstruction(dataset, chosen, frames, gain / maximum, decoded),
        "reconstruction, how": f"dB: root mean square of differences over bands within {SPAN_DB:g} dB of the "
        "frame's strongest; mse: as Esling et al. 2018, amplitudes over the training corpus's greatest, squared "
        "differences summed over bands, mean over frames",
        "cents off": {
            "anchors": _summary(_anchor_cents(space, dataset)),
            "latents of these frames": _summary(cents_off(decoded["space"], pitch, space.transform)),
            "the real frames": _summary(cents_off(frames, pitch, space.transform)),
        },
        "cents off, how": "absolute difference of pitch asked for and pitch of the frame from the ratios of its bands "
        "(amplitude-weighted median of the harmonics to the 12th); anchors at every pitch of their instrument",
        "anchors named": _anchors_named(space, dataset),
        "perceived distances": _perceived(latent, dataset, chosen),
        "perceived distances, how": "distances between the means of these frames by instrument against the combined "
        "ratings of five studies: Pearson (Mantel's test) and Spearman over all pairs, and the divergence R of Esling "
        "et al. 2018 beside that of equal distances",
    }


def held_out(dataset: Dataset) -> NDArray[np.intp]:
    """Return the frames of the test notes."""
    return np.intersect1d(dataset.select(TEST), dataset.as_played())


def unseen(space: Space, dataset: Dataset) -> NDArray[np.intp]:
    """Return the frames of all notes that the space can play and whose source it has not learned from."""
    known = {source["name"] for source in space.sources}
    new = np.array([note.source not in known for note in dataset.notes], bool)
    own = dataset.as_played()
    pitch = dataset.pitch[own]
    return own[new[dataset.note[own]] & (pitch >= space.pitch_low) & (pitch <= space.pitch_high)]


def squared_levels(
    decoded: NDArray[np.float32], frames: NDArray[np.float32]
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Return per frame the sum of squared differences in dB over the bands that count, and their number.

    Parameters
    ----------
    decoded, frames : ndarray of float32 [N, K]
        Linear amplitudes: what was made, and what should have been.

    Returns
    -------
    square : ndarray of float64 [N]
        In dB².
    count : ndarray of int64 [N]
        Bands within `SPAN_DB` of the frame's strongest.
    """
    peak = frames.max(axis=1, keepdims=True).astype(np.float64)
    floor = np.maximum(peak * 10.0 ** (-_FLOOR_DB / 20.0), 1e-30)
    difference = 20.0 * np.log10(np.maximum(decoded, floor) / np.maximum(frames, floor))
    counts = frames >= peak * 10.0 ** (-SPAN_DB / 20.0)
    return np.sum(np.square(difference), axis=1, where=counts), counts.sum(axis=1)


def cents_off(frames: NDArray[np.float32], pitch: NDArray[np.float32], transform: Transform) -> NDArray[np.float64]:
    """Return how many cents frames are off their pitch, as their partials say.

    Parameters
    ----------
    frames : ndarray of float32 [N, K]
        Linear amplitudes.
    pitch : ndarray of float32 [N]
        MIDI notes expected.
    transform : Transform
        What the bands are.

    Returns
    -------
    ndarray of float64 [N]
        Absolute cents, at most `REACH`.
    """
    result = np.full(len(frames), REACH)
    for i, (frame, midi) in enumerate(zip(frames, pitch, strict=True)):
        frequency, amplitude = partials_of_frame(frame, transform, floor_db=_PARTIALS_DB)
        fundamental = 440.0 * 2.0 ** ((float(midi) - 69.0) / 12.0)
        number = np.clip(np.round(frequency / fundamental), 1, _HARMONICS)
        cents = 1200.0 * np.log2(frequency / (number * fundamental))
        near = np.abs(cents) < REACH
        if near.any():
            result[i] = abs(_weighted_median(cents[near], amplitude[near]))
    return result


def _decoded(space: Space, latent: NDArray[np.float32], pitch: NDArray[np.float32]) -> NDArray[np.float32]:
    return networks.decode(space.decoder, latent, pitch, conditioned=space.conditioned)


def _check(space: Space, dataset: Dataset, chosen: NDArray[np.intp]) -> None:
    if not np.array_equal(space.transform.centres, dataset.transform.centres):
        raise EvaluationError(f"{space.name} has other bands than these notes were analysed with")
    if chosen.size == 0:
        raise EvaluationError(
            f"there is no note to measure {space.name} on: all are of sources it has learned from, or out of its range"
        )


def _reconstruction(
    dataset: Dataset,
    chosen: NDArray[np.intp],
    frames: NDArray[np.float32],
    scale: NDArray[np.float32],
    decoded: Mapping[str, NDArray[np.float32]],
) -> dict[str, dict[str, float]]:
    """Return errors by instrument, and over all, of each method."""
    levels = {name: squared_levels(values, frames) for name, values in decoded.items()}
    squares = {
        name: np.sum(np.square((values.astype(np.float64) - frames) * scale[:, None]), axis=1)
        for name, values in decoded.items()
    }
    label = dataset.instrument[chosen]
    table = {}
    for name, rows in [
        *((dataset.instruments[index], label == index) for index in np.unique(label)),
        ("all", np.ones(label.size, bool)),
    ]:
        table[name] = {
            f"{method} dB": float(np.sqrt(levels[method][0][rows].sum() / levels[method][1][rows].sum()))
            for method in decoded
        } | {f"{method} mse": float(squares[method][rows].mean()) for method in decoded}
    return table


def _anchor_cents(space: Space, dataset: Dataset) -> NDArray[np.float64]:
    """Return how far off the anchors are at all pitches of their instruments that the space has."""
    cents = []
    for anchor in space.anchors:
        midi = sorted({note.midi for note in dataset.notes if note.instrument == anchor.name})
        pitch = np.array([m for m in midi if space.pitch_low <= m <= space.pitch_high], np.float32)
        if pitch.size:
            frames = _decoded(space, np.tile(anchor.latent, (pitch.size, 1)), pitch)
            cents.append(cents_off(frames, pitch, space.transform))
    return np.concatenate(cents) if cents else np.zeros(0)


def _anchors_named(space: Space, dataset: Dataset) -> dict[str, Any]:
    """Return how many anchors a classifier of the dataset's real frames names rightly, at their median pitches."""
    anchors = [anchor for anchor in space.anchors if anchor.name in dataset.instruments]
    if len(anchors) < 2:
        return {"of": 0}
    names = [anchor.name for anchor in anchors]
    known = np.isin(dataset.instrument, [dataset.instruments.index(name) for name in names])
    train, test = (part[known[part]] for part in (dataset.select(TRAIN), held_out(dataset)))
    judge = Classifier(
        dataset.frames[train],
        dataset.pitch[train],
        dataset.instrument[train],
        dataset.transform.centres,
        seed=_CLASSIFIER_SEED,
    )
    latent = np.stack([anchor.latent for anchor in anchors])
    pitch = np.array([anchor.pitch for anchor in anchors], np.float32)
    named = [dataset.instruments[label] for label in judge.name(_decoded(space, latent, pitch), pitch)]
    wrong = [f"{anchor.name} as {name}" for anchor, name in zip(anchors, named, strict=True) if name != anchor.name]
    right = judge.name(dataset.frames[test], dataset.pitch[test]) == dataset.instrument[test]
    return {
        "right": len(anchors) - len(wrong),
        "of": len(anchors),
        "wrong": "; ".join(wrong) or "none",
        "share of these test frames that the classifier names rightly": float(right.mean()),
    }


def _perceived(latent: NDArray[np.float32], dataset: Dataset, chosen: NDArray[np.intp]) -> dict[str, float]:
    """Return how far distances between instruments are those that listeners perceive; nothing of too few."""
    centres = centroids(latent, dataset.instrument[chosen], dataset.instruments)
    try:
        return dataclasses.asdict(agreement(centres, combined()))
    except DissimilarityError:
        return {}


def _summary(cents: NDArray[np.float64]) -> dict[str, float]:
    if cents.size == 0:
        return {}
    return {
        "median": float(np.median(cents)),
        "p90": float(np.percentile(cents, 90.0)),
        "frames": cents.size,
    }


def _weighted_median(values: NDArray[np.float64], weights: NDArray[np.float64]) -> float:
    order = np.argsort(values)
    reached = np.cumsum(weights[order])
    return float(values[order][np.searchsorted(reached, 0.5 * reached[-1])])
