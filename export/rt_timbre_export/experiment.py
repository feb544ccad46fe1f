"""One model of an experiment: trained, measured on notes that it has not learned from, and the result kept."""

import dataclasses
import hashlib
import importlib.metadata
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from rt_timbre.instrument_names import matched_names
from rt_timbre.whole_file import replacing
from rt_timbre_export.analysis import analyse
from rt_timbre_export.baselines import PrincipalComponents
from rt_timbre_export.dataset import TEST, TRAIN, Dataset, split_notes
from rt_timbre_export.dissimilarity import combined
from rt_timbre_export.evaluate import squared_levels
from rt_timbre_export.likelihood import negative_log_likelihood, reconstruction_term
from rt_timbre_export.model import Autoencoder
from rt_timbre_export.parallel import in_order
from rt_timbre_export.perception import agreement, centroids, recognition
from rt_timbre_export.recipe import Recipe, SplitRecipe
from rt_timbre_export.train import architecture, select, train

_VERSION = 1  # of what is measured: a change makes kept results stale

METHODS = ("PCA", "AE", "VAE")


@dataclass(frozen=True, slots=True, kw_only=True)
class Experiment:
    """A model to be trained and measured.

    Attributes
    ----------
    name : str
        Of its files.
    recipe : Recipe
        How it is made. It is analysed with the split `analysed`, and divided by its own afterwards.
    analysed : SplitRecipe
        The split of the analysis, which is shared by experiments.
    method : str
        "PCA", "AE" or "VAE".
    left_out : str
        Instrument of which the model learns nothing, and is asked where it places it; empty: none.
    """

    name: str
    recipe: Recipe
    analysed: SplitRecipe
    method: str = "VAE"
    left_out: str = ""


Result = dict[str, Any]


def run_all(
    experiments: list[Experiment],
    folder: Path,
    *,
    processes: int,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> dict[str, Result]:
    """Do experiments, or read what an earlier run left of them.

    Parameters
    ----------
    experiments : list of Experiment
        All of different names.
    folder : Path
        Where frames, checkpoints and results are kept. What was interrupted goes on from there.
    processes : int
        How many models are trained at a time, each on one thread.
    progress : callable
        Called with the number of experiments done, and of all.

    Returns
    -------
    dict of str to dict
        Results by the experiments' names; see `outcome`.
    """
    results: dict[str, Result] = {}
    work = partial(_alone, folder=folder)
    for experiment, result in zip(experiments, in_order(work, experiments, processes=processes), strict=True):
        results[experiment.name] = result
        progress(len(results), len(experiments))
    return results


def _alone(experiment: Experiment, folder: Path) -> Result:
    """Do an experiment on one thread, as others are done beside it."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        return outcome(experiment, folder)
    finally:
        torch.set_num_threads(before)


def outcome(experiment: Experiment, folder: Path) -> Result:
    """Do one experiment, or read its result.

    Parameters
    ----------
    experiment : Experiment
        What to do. Its frames must have been analysed, or will be, on one process.
    folder : Path
        Where it is done.

    Returns
    -------
    dict of str to Any
        "mse": squared differences of amplitudes over the corpus's greatest, summed over bands, mean over the test
        frames; "rmse_db": root mean square of differences in dB over bands within 60 dB of the frame's strongest;
        "nll": in nats per band, by importance weights, but for "AE" its reconstruction term, and none for "PCA";
        "train", "test": see `rt_timbre_export.perception.Agreement`; "recognised": shares of test frames; "placed": for
        a left-out instrument, its latent distances from the others and their dissimilarities, by name.
    """
    dataset = analyse(dataclasses.replace(experiment.recipe, split=experiment.analysed), folder, processes=1)
    dataset = dataclasses.replace(dataset, split=split_notes(dataset.notes, experiment.recipe.split))
    # Named for all that it depends on: other recipes may be tried in the same folder.
    path = folder / f"{experiment.name}-{_key(experiment, dataset)[:12]}.json"
    if path.exists():
        kept: Result = json.loads(path.read_text("utf-8"))
        return kept
    heard = without(dataset, experiment.left_out) if experiment.left_out else dataset
    result = _measured(experiment, dataset, heard, path.with_suffix(".pt"))
    with replacing(path) as temporary:
        temporary.write_text(json.dumps(result), "utf-8")
    return result


def without(dataset: Dataset, instrument: str) -> Dataset:
    """Return a dataset without the notes of an instrument."""
    index = dataset.instruments.index(instrument)
    kept_notes = np.array([note.instrument != instrument for note in dataset.notes])
    kept = kept_notes[dataset.note]
    label = dataset.instrument[kept]
    return dataclasses.replace(
        dataset,
        frames=dataset.frames[kept],
        gain=dataset.gain[kept],
        pitch=dataset.pitch[kept],
        time=dataset.time[kept],
        instrument=label - (label > index).astype(label.dtype),
        note=(np.cumsum(kept_notes) - 1)[dataset.note[kept]].astype(dataset.note.dtype),
        notes=tuple(note for note, keep in zip(dataset.notes, kept_notes, strict=True) if keep),
        split=dataset.split[kept_notes],
        instruments=tuple(name for name in dataset.instruments if name != instrument),
    )


def _measured(experiment: Experiment, dataset: Dataset, heard: Dataset, checkpoint: Path) -> Result:
    recipe = experiment.recipe
    tests = heard.select(TEST)
    frames, pitch = heard.frames[tests], heard.pitch[tests]
    if experiment.method == "PCA":
        own = heard.select(TRAIN)
        components = PrincipalComponents(heard.frames[own], heard.pitch[own], architecture(recipe, heard))
        return _reconstruction(components.reconstruct(frames, pitch), frames)
    variational = experiment.method == "VAE"
    model = train(recipe, heard, checkpoint, variational=variational, resume=True, quiet=True)
    part = select(heard, TEST, model, torch.device("cpu"))
    likelihood = negative_log_likelihood if variational else reconstruction_term
    result = _reconstruction(model.reconstruct(frames, pitch), frames) | {"nll": likelihood(model, part)}
    latent = model.project(heard.frames, heard.pitch)
    table = combined()
    for name, number in (("train", TRAIN), ("test", TEST)):
        chosen = heard.select(number)
        centres = centroids(latent[chosen], heard.instrument[chosen], heard.instruments)
        result[name] = dataclasses.asdict(agreement(centres, table))
    own = heard.select(TRAIN)
    result["recognised"] = recognition(latent[own], heard.instrument[own], latent[tests], heard.instrument[tests])
    if experiment.left_out:
        centres = centroids(latent[own], heard.instrument[own], heard.instruments)
        result["placed"] = _placed(experiment.left_out, model, dataset, centres)
    return result


def _placed(
    name: str, model: Autoencoder, dataset: Dataset, centres: dict[str, NDArray[np.float64]]
) -> dict[str, list[float]]:
    """Return distance and dissimilarity of an instrument from each other one that is rated with it."""
    table, size = combined(), model.architecture
    index = dataset.instruments.index(name)
    within = (dataset.pitch >= size.pitch_low) & (dataset.pitch <= size.pitch_high)
    chosen = np.flatnonzero((dataset.instrument == index) & within)
    centre = model.project(dataset.frames[chosen], dataset.pitch[chosen]).mean(axis=0, dtype=np.float64)
    called = matched_names(dataset.instruments, table.names)
    row = table.mean[table.names.index(called[name])]
    return {
        other: [float(np.linalg.norm(point - centre)), float(row[table.names.index(called[other])])]
        for other, point in centres.items()
        if called[other] in table.names
    }


def _reconstruction(decoded: NDArray[np.float32], frames: NDArray[np.float32]) -> Result:
    square, count = squared_levels(decoded, frames)
    return {
        "mse": float(np.square(decoded.astype(np.float64) - frames).sum(axis=1).mean()),
        "rmse_db": float(np.sqrt(square.sum() / count.sum())),
    }


def _key(experiment: Experiment, dataset: Dataset) -> str:
    depends = {
        "version": _VERSION,
        "recipe": experiment.recipe.as_dict(),
        "method": experiment.method,
        "left_out": experiment.left_out,
        "torch": importlib.metadata.version("torch"),
    }
    digest = hashlib.sha256(json.dumps(depends, sort_keys=True).encode())
    for array in (dataset.frames, dataset.split, dataset.instrument):
        digest.update(np.ascontiguousarray(array).data)
    return digest.hexdigest()
