"""The steps from a recipe to a space; what an earlier run left in the working folder is not done again."""

import dataclasses
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from tqdm import tqdm

from rt_timbre.instrument_names import matched_names
from rt_timbre.space import Space
from rt_timbre_export.analysis import analyse, whole_note
from rt_timbre_export.baselines import PrincipalComponents
from rt_timbre_export.card import make_space
from rt_timbre_export.corpus_recipe import FolderCorpus
from rt_timbre_export.dataset import TRAIN, Dataset
from rt_timbre_export.errors import CorpusError
from rt_timbre_export.evaluate import Reconstruct, evaluate, held_out, unseen
from rt_timbre_export.model import Autoencoder
from rt_timbre_export.recipe import Recipe
from rt_timbre_export.train import architecture, train


def with_folder(recipe: Recipe, folder: Path | None) -> Recipe:
    """Put a folder where the recipe leaves the path of a corpus open.

    Parameters
    ----------
    recipe : Recipe
        The recipe.
    folder : Path or None
        The folder, if one was named.

    Returns
    -------
    Recipe
        The recipe, without open paths if `folder` is not None.

    Raises
    ------
    CorpusError
        A folder is named, but the recipe leaves no path open.
    """
    if folder is None:
        return recipe
    filled = tuple(
        dataclasses.replace(corpus, path=str(folder.resolve()))
        if isinstance(corpus, FolderCorpus) and not corpus.path
        else corpus
        for corpus in recipe.corpora
    )
    if filled == recipe.corpora:
        raise CorpusError(f"the recipe has no corpus of kind folder without a path: {folder} would not be used")
    return dataclasses.replace(recipe, corpora=filled)


def analysed(recipe: Recipe, work: Path, *, scheduler: str | None = None) -> Dataset:
    """Analyse the corpora of a recipe, with a progress bar; see `analyse`."""
    with tqdm(desc="analysis", unit="note") as bar:

        def progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        return analyse(recipe, work, scheduler=scheduler, progress=progress)


def trained(recipe: Recipe, dataset: Dataset, work: Path, *, resume: bool) -> tuple[Autoencoder, Autoencoder]:
    """Train the model of a recipe, and a plain auto-encoder of the same size to compare it with; see `train`."""
    name = recipe.space.name
    return (
        train(recipe, dataset, work / f"{name}-vae.pt", resume=resume),
        train(recipe, dataset, work / f"{name}-ae.pt", variational=False, resume=resume),
    )


def build(
    recipe: Recipe,
    work: Path,
    recordings: Path | None,
    *,
    scheduler: str | None = None,
    inspect: Callable[[Dataset], None] = lambda dataset: None,
) -> Space:
    """Make the space of a recipe, with all its metrics.

    Parameters
    ----------
    recipe : Recipe
        The recipe.
    work : Path
        Folder for what is made on the way. An interrupted training goes on from there.
    recordings : Path or None
        Folder of recordings with a metadata.csv, to measure the space on sources that it has not learned from.
    scheduler : str, optional
        Address of the scheduler of a Dask cluster that does the analysis; see `analyse`.
    inspect : callable
        Called with the analysed notes before anything is trained on them; what it raises stops the build.

    Returns
    -------
    Space
        The space.
    """
    dataset = analysed(recipe, work, scheduler=scheduler)
    inspect(dataset)
    vae, _ = trained(recipe, dataset, work, resume=True)
    space = make_space(recipe, dataset, vae, partial(whole_note, recipe))
    metrics = measured(space, recipe, work, recordings, scheduler=scheduler)
    return dataclasses.replace(space, metrics=space.metrics | metrics)


def measured(
    space: Space, recipe: Recipe, work: Path, recordings: Path | None, *, scheduler: str | None = None
) -> dict[str, Any]:
    """Measure a space on its recipe's test notes and, if they are given, on other recordings.

    Parameters
    ----------
    space : Space
        The space.
    recipe : Recipe
        What it was made by.
    work : Path
        Where it was made: a plain auto-encoder that is there stands beside it.
    recordings : Path or None
        Folder of recordings with a metadata.csv.
    scheduler : str, optional
        Address of the scheduler of a Dask cluster that does the analysis; see `analyse`.

    Returns
    -------
    dict of str to Any
        Figures by what they were measured on; see `evaluate`.
    """
    dataset = analysed(recipe, work, scheduler=scheduler)
    train_ = dataset.select(TRAIN)
    components = PrincipalComponents(dataset.frames[train_], dataset.pitch[train_], architecture(recipe, dataset))
    methods: dict[str, Reconstruct] = {"PCA": components.reconstruct}
    if (work / f"{recipe.space.name}-ae.pt").exists():
        methods["AE"] = trained(recipe, dataset, work, resume=True)[1].reconstruct
    maximum = float((dataset.frames.max(axis=1) * dataset.gain).max())
    metrics = {"held-out notes": evaluate(space, dataset, held_out(dataset), methods, maximum)}
    if recordings is not None:
        others = _recorded(recipe, recordings, work, space, scheduler)
        metrics["unseen recordings"] = evaluate(space, others, unseen(space, others), methods, maximum)
    return metrics


def _recorded(recipe: Recipe, folder: Path, work: Path, space: Space, scheduler: str | None) -> Dataset:
    """Analyse a folder of recordings as the recipe does its own, with instruments called as the space's anchors are."""
    corpus = FolderCorpus(kind="folder", path=str(folder.resolve()))
    dataset = analysed(dataclasses.replace(recipe, corpora=(corpus,)), work, scheduler=scheduler)
    called = matched_names(dataset.instruments, tuple(anchor.name for anchor in space.anchors))
    return dataclasses.replace(
        dataset,
        instruments=tuple(called[name] for name in dataset.instruments),
        notes=tuple(dataclasses.replace(note, instrument=called[note.instrument]) for note in dataset.notes),
    )
