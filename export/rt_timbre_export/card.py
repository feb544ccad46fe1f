"""From a trained model to a timbre space: anchors, ranges, axes, points, and where it comes from."""

import importlib.metadata
import platform
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from rt_timbre import __version__
from rt_timbre.space import Anchor, Points, Space
from rt_timbre_export import calibration, networks, onnx_graph
from rt_timbre_export.dataset import TRAIN, Dataset, NoteInfo
from rt_timbre_export.model import Autoencoder
from rt_timbre_export.recipe import Recipe

Whole = Callable[[NoteInfo], tuple[NDArray[np.float32], NDArray[np.float32]]]

_PARITY_SEED = 1
_OUTERMOST = (0.5, 99.5)  # percentiles of the frames' means that the declared range holds at least
_MARGIN = 0.1  # of that range, on either side
_MOST_AXES = 8
_LEAST_VARIANCE = 0.01  # share of the variance that an axis must have
_MOST_POINTS = 4000
_LIBRARIES = ("numpy", "scipy", "torch", "onnx", "onnxruntime")


def make_space(recipe: Recipe, dataset: Dataset, model: Autoencoder, whole: Whole) -> Space:
    """Make the space of a trained model, without metrics other than the export's own.

    Parameters
    ----------
    recipe : Recipe
        What it was made by.
    dataset : Dataset
        What it was trained on.
    model : Autoencoder
        The model; its weights are rounded in place to what the graphs hold.
    whole : callable
        Gives all frames of a note and their gains, as `rt_timbre_export.analysis.whole_note` does.

    Returns
    -------
    Space
        The space. Its metrics say how far the graphs are from the model.

    Raises
    ------
    ExportError
        The graphs do not compute what the model does.
    """
    size = onnx_graph.rounded(model).architecture
    decoder, encoder = onnx_graph.decoder_graph(model), onnx_graph.encoder_graph(model)
    means = networks.encode(encoder, dataset.frames, dataset.pitch, conditioned=size.conditioned)
    train = dataset.select(TRAIN)
    own = np.intersect1d(train, dataset.as_played())
    anchors = tuple(_anchor(dataset, means, own, index) for index in range(len(dataset.instruments)))
    low, high = _range(means[train], anchors)
    difference = onnx_graph.check_parity(model, decoder, encoder, low, high, dataset.frames[train], seed=_PARITY_SEED)
    reference = float(np.sort([anchor.pitch for anchor in anchors])[len(anchors) // 2])
    points = _points(dataset, means, encoder, size.conditioned, whole)
    describe = calibration.describer(decoder, dataset.transform, conditioned=size.conditioned)
    pitches = calibration.calibrated_pitches(size.pitch_low, size.pitch_high) if size.conditioned else [reference]
    calibrated = calibration.calibrate(describe, points.latent, np.asarray(pitches, np.float64))
    principal = calibration.principal_axes(
        describe,
        calibrated,
        np.stack([points.latent.mean(axis=0), *(anchor.latent for anchor in anchors)]),
        np.array([reference, *(anchor.pitch for anchor in anchors)], np.float32),
        **_components(points.latent),
    )
    return Space(
        name=recipe.space.name,
        title=recipe.space.title,
        text=recipe.space.text,
        authors=recipe.space.authors,
        licence=recipe.space.licence,
        sources=_sources(dataset),
        transform=dataset.transform,
        dimension=size.dimension,
        conditioned=size.conditioned,
        latent_low=low,
        latent_high=high,
        pitch_low=float(size.pitch_low),
        pitch_high=float(size.pitch_high),
        reference_pitch=reference,
        loudness=size.loudness,
        principal=principal,
        anchors=anchors,
        calibration=calibrated,
        metrics={
            "export": {
                "greatest difference of ONNX and model": difference,
                "bound": onnx_graph.PARITY_BOUND,
                "how": "decoder: amplitude over the frame's greatest; encoder: over 1 or the value; "
                f"batches of {', '.join(map(str, onnx_graph.PARITY_BATCHES))}, fractional pitches, 1.5 times the range",
            }
        },
        recipe=recipe.as_dict(),
        seeds={
            "frames": recipe.frames.seed,
            "split": recipe.split.seed,
            "train": recipe.train.seed,
            "parity": _PARITY_SEED,
        },
        versions={"rt-timbre": __version__, "python": platform.python_version()}
        | {name: importlib.metadata.version(name) for name in _LIBRARIES},
        decoder=decoder,
        encoder=encoder,
        points=points,
    )


def _anchor(dataset: Dataset, means: NDArray[np.float32], train: NDArray[np.intp], instrument: int) -> Anchor:
    """Return the centre of the means of an instrument's training notes, as they were played; each counts the same."""
    own = train[dataset.instrument[train] == instrument]
    notes = _by_note(dataset, means, own)
    midi = [dataset.notes[note].midi for note in np.unique(dataset.note[own])]
    return Anchor(
        name=dataset.instruments[instrument],
        latent=notes.mean(axis=0),
        pitch=float(np.sort(midi)[len(midi) // 2]),  # a semitone, not between two
        spread=notes.std(axis=0),
        count=len(notes),
    )


def _by_note(dataset: Dataset, means: NDArray[np.float32], chosen: NDArray[np.intp]) -> NDArray[np.float32]:
    """Return the mean of the chosen frames of each note, in the order of the notes, float32 [notes, D]."""
    _, place, count = np.unique(dataset.note[chosen], return_inverse=True, return_counts=True)
    sums = np.zeros((count.size, means.shape[1]))
    np.add.at(sums, place, means[chosen])
    return (sums / count[:, None]).astype(np.float32)


def _range(means: NDArray[np.float32], anchors: tuple[Anchor, ...]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    centres = np.stack([anchor.latent for anchor in anchors])
    outer = np.percentile(means, _OUTERMOST, axis=0)
    low, high = np.minimum(outer[0], centres.min(axis=0)), np.maximum(outer[1], centres.max(axis=0))
    margin = _MARGIN * (high - low)
    return (low - margin).astype(np.float32), (high + margin).astype(np.float32)


def _points(dataset: Dataset, means: NDArray[np.float32], encoder: bytes, conditioned: bool, whole: Whole) -> Points:
    """Return one point for each note, or for a part of them, and the way of one note of each instrument."""
    notes = np.unique(dataset.note)
    latent = _by_note(dataset, means, dataset.as_played())
    label = np.array([dataset.instruments.index(dataset.notes[note].instrument) for note in notes], np.int16)
    pitch = np.array([dataset.notes[note].midi for note in notes], np.float32)
    kept = np.unique(np.linspace(0, len(notes) - 1, min(len(notes), _MOST_POINTS)).round().astype(np.int64))
    paths = {
        info.title: _path(*whole(info), info.midi, encoder, conditioned)
        for info in (dataset.notes[_middle_note(dataset, index)] for index in range(len(dataset.instruments)))
    }
    return Points(latent=latent[kept], pitch=pitch[kept], label=label[kept], paths=paths)


def _middle_note(dataset: Dataset, instrument: int) -> int:
    """Return the loudest training note at an instrument's median pitch."""
    own = np.intersect1d(dataset.select(TRAIN), dataset.as_played())
    own = own[dataset.instrument[own] == instrument]
    middle = np.sort(dataset.pitch[own])[own.size // 2]
    there = own[dataset.pitch[own] == middle]
    return int(dataset.note[there[np.argmax(dataset.gain[there])]])


def _path(
    frames: NDArray[np.float32], gain: NDArray[np.float32], midi: int, encoder: bytes, conditioned: bool
) -> NDArray[np.float32]:
    """Return latents and gains of a note's frames, float32 [T, D + 1]."""
    pitch = np.full(len(frames), midi, np.float32)
    return np.concatenate([networks.encode(encoder, frames, pitch, conditioned=conditioned), gain[:, None]], axis=1)


def _components(latents: NDArray[np.float32]) -> dict[str, NDArray[np.float64]]:
    """Return mean, axes, variance, low and high of the principal components of points [N, D]."""
    latent = latents.astype(np.float64)
    mean = latent.mean(axis=0)
    variance, vectors = np.linalg.eigh(np.atleast_2d(np.cov((latent - mean).T)))
    variance, axes = np.maximum(variance[::-1], 0.0), vectors.T[::-1]
    count = max(1, min(_MOST_AXES, int(np.sum(variance >= _LEAST_VARIANCE * variance.sum()))))
    variance, axes = variance[:count], axes[:count]
    low, high = np.percentile((latent - mean) @ axes.T, [2.0, 98.0], axis=0)
    return {"mean": mean, "axes": axes, "variance": variance, "low": low, "high": high}


def _sources(dataset: Dataset) -> tuple[dict[str, str], ...]:
    """Return one entry for each source and licence, with its number of notes."""
    counts: dict[tuple[str, str, str], int] = {}
    for note in dataset.notes:
        key = (note.source, note.licence, note.licence_class)
        counts[key] = counts.get(key, 0) + 1
    return tuple(
        {"name": source, "licence": licence, "licence_class": kind, "notes": str(count)}
        for (source, licence, kind), count in counts.items()
    )
