"""The experiments of Esling, Chemla-Romeu-Santos and Bitton (DAFx 2018), on notes that anyone can get."""

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import scipy.stats

from rt_timbre.instrument_names import matched_names
from rt_timbre_export import reports
from rt_timbre_export.analysis import analyse
from rt_timbre_export.corpus import list_notes
from rt_timbre_export.corpus_recipe import FolderCorpus
from rt_timbre_export.dissimilarity import agreement, combined, study
from rt_timbre_export.errors import CorpusError
from rt_timbre_export.experiment import Experiment, Result, run_all
from rt_timbre_export.likelihood import SAMPLES
from rt_timbre_export.recipe import Recipe, SegmentRecipe, TransformRecipe
from rt_timbre_export.regulariser_recipe import RegulariserRecipe

_NAN = float("nan")
_ERB = "NSGT-ERB"

_BANDS: dict[str, Any] = {"rate": 22050, "low": 30.0, "high": 11000.0, "length": 65536, "columns": 1024}
_SEGMENTS: dict[str, Any] = {"rate": 22050, "window": "hamming", "length": 882, "hop": 220}

TRANSFORMS: dict[str, TransformRecipe | SegmentRecipe] = {
    "STFT": SegmentRecipe(kind="stft", **_SEGMENTS),
    "DCT": SegmentRecipe(kind="dct", **_SEGMENTS),
    "NSGT-CQT": TransformRecipe(kind="nsgt-octave", bands=48, **_BANDS),
    "NSGT-MEL": TransformRecipe(kind="nsgt-mel", bands=400, **_BANDS),
    _ERB: TransformRecipe(kind="nsgt-erb", bands=400, **_BANDS),
}
"""The transforms of the paper: windows of 40 ms every 10 ms; 48 bands an octave or 400 bands from 30 to 11,000 Hz."""

PAPER: dict[str, tuple[float, float]] = {
    "PCA": (_NAN, _NAN),
    "AE": (_NAN, _NAN),
    "VAE": (-2.3443, 0.1593),
    "VAE + R, STFT": (-1.9237, 0.2412),
    "VAE + R, DCT": (4.3415, 2.2629),
    "VAE + R, NSGT-CQT": (-2.8723, 0.1610),
    "VAE + R, NSGT-MEL": (-2.9184, 0.1602),
    "VAE + R, NSGT-ERB": (-2.9212, 0.1511),
}
"""Table 1 of the proceedings, "log p(x)" and "‖x − x̃‖²" by method; the smaller is the better in both columns."""


def _variants(recipe: RegulariserRecipe) -> dict[str, RegulariserRecipe | None]:
    """Return what is compared: nothing, the paper's, the paper's with a target that is told apart, and the code's."""
    strong: dict[str, Any] = {"alpha": 10.0, "target_scale": 3.0}
    return {
        "none": None,
        "student": recipe,
        "student ×3": dataclasses.replace(recipe, **strong),
        "student ×3, elements": dataclasses.replace(recipe, match="elements", alpha=1.0, target_scale=3.0),
        "l2": dataclasses.replace(recipe, kind="l2", target_dimensions=0, **strong),
        "gaussian": dataclasses.replace(recipe, kind="gaussian", target_dimensions=0, **strong),
        "prior": dataclasses.replace(recipe, kind="prior", match="elements", alpha=2.0, target_scale=3.0),
    }


PLACED = ("none", "student ×3", "l2")
"""Variants for which every instrument is left out in turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Laboratory:
    """What experiments share.

    Attributes
    ----------
    recipe : Recipe
        Sizes and corpora; one frame of a note or more, none transposed.
    folder : Path
        Where everything is kept.
    seeds : tuple of int
        Of weights and split; every figure is a mean over them.
    splits : tuple of str
        "note", and "source" where the corpora have several sources of instruments.
    processes : int
        How many notes are analysed, and models trained, at a time.
    progress : callable
        Called with what is done, how much of it, and how much there is.
    """

    recipe: Recipe
    folder: Path
    seeds: tuple[int, ...]
    splits: tuple[str, ...]
    processes: int
    progress: Callable[[str, int, int], None] = lambda what, done, total: None

    def experiment(self, transform: str, split: str, seed: int, **changes: Any) -> Experiment:
        """Return an experiment with a transform, split and seed; `changes` are fields of it or of the recipe."""
        recipe = dataclasses.replace(
            self.recipe,
            transform=TRANSFORMS[transform],
            split=dataclasses.replace(self.recipe.split, by=split, seed=seed),
            train=dataclasses.replace(self.recipe.train, seed=seed),
            regulariser=changes.pop("regulariser", None),
        )
        variant = changes.pop("variant")
        name = "-".join(filter(None, (variant, transform, split, str(seed), changes.get("left_out", ""))))
        return Experiment(
            name="".join(character if character.isalnum() or character in "-." else "_" for character in name),
            recipe=recipe,
            analysed=self.recipe.split,
            **changes,
        )

    def results(self, experiments: dict[Any, Experiment], what: str) -> dict[Any, Result]:
        """Analyse what is needed, do the experiments, and return their results by the same keys."""
        for transform in dict.fromkeys(experiment.recipe.transform for experiment in experiments.values()):
            analyse(
                dataclasses.replace(self.recipe, transform=transform),
                self.folder,
                processes=self.processes,
                progress=lambda done, total: self.progress("analysis", done, total),
            )
        found = run_all(
            list({experiment.name: experiment for experiment in experiments.values()}.values()),
            self.folder,
            processes=self.processes,
            progress=lambda done, total: self.progress(what, done, total),
        )
        return {key: found[experiment.name] for key, experiment in experiments.items()}


def with_recordings(recipe: Recipe, folder: Path | None) -> tuple[Recipe, tuple[str, ...]]:
    """Add a folder of recordings to a recipe's corpora, and say by what notes can be split.

    Parameters
    ----------
    recipe : Recipe
        The recipe.
    folder : Path or None
        Sounds with a metadata.csv. Instruments that the recipe lacks are left out.

    Returns
    -------
    recipe : Recipe
        With the folder.
    splits : tuple of str
        "note", and "source" if an instrument has several.

    Raises
    ------
    CorpusError
        The folder has none of the recipe's instruments, or the recipe transposes notes.
    """
    if recipe.frames.transpose:
        raise CorpusError("frames.transpose is not empty; experiments are divided anew after the analysis: empty it")
    notes = list_notes(recipe)[0]
    if folder is not None:
        corpus = FolderCorpus(kind="folder", path=str(folder.resolve()))
        names = {note.instrument for note in list_notes(dataclasses.replace(recipe, corpora=(corpus,)))[0]}
        own = tuple(dict.fromkeys(note.instrument for note in notes))
        called = {name: other for name, other in matched_names(tuple(sorted(names)), own).items() if other in own}
        if not called:
            raise CorpusError(
                f"{folder} has none of the recipe's instruments: it has {', '.join(sorted(names))}; "
                f"the recipe has {', '.join(own)}"
            )
        corpus = dataclasses.replace(corpus, instruments=tuple(called), rename=called)
        recipe = dataclasses.replace(recipe, corpora=(*recipe.corpora, corpus))
        notes = list_notes(recipe)[0]
    sources = {(note.instrument, note.source) for note in notes}
    several = len(sources) > len({instrument for instrument, _ in sources})
    return recipe, ("note", "source") if several else ("note",)


def table1(laboratory: Laboratory) -> list[str]:
    """Reproduce Table 1: likelihood and reconstruction of methods and transforms.

    Parameters
    ----------
    laboratory : Laboratory
        The recipe needs a regulariser.

    Returns
    -------
    list of str
        A table for each split, and how it was made.
    """
    methods: dict[str, dict[str, Any]] = {
        "PCA": {"transform": _ERB, "method": "PCA"},
        "AE": {"transform": _ERB, "method": "AE"},
        "VAE": {"transform": _ERB},
    } | {f"VAE + R, {name}": {"transform": name, "regulariser": laboratory.recipe.regulariser} for name in TRANSFORMS}
    variants = {name: name.split(",")[0] if name in ("PCA", "AE") else "none" for name in methods} | {
        name: "student" for name in methods if "+" in name
    }
    found = laboratory.results(
        {
            (split, name, seed): laboratory.experiment(split=split, seed=seed, variant=variants[name], **options)
            for split in laboratory.splits
            for name, options in methods.items()
            for seed in laboratory.seeds
        },
        "table 1",
    )
    lines: list[str] = []
    for split in laboratory.splits:
        rows = [
            (
                name,
                *(reports.number(value, 4) for value in PAPER[name]),
                _over_seeds(found, (split, name), laboratory.seeds, lambda result: result.get("nll", _NAN), 4),
                _over_seeds(found, (split, name), laboratory.seeds, lambda result: result["mse"], 4),
                _over_seeds(found, (split, name), laboratory.seeds, lambda result: result["rmse_db"], 2),
            )
            for name in methods
        ]
        header = ("method", "paper: log p(x)", "‖x − x̃‖²", "ours: −log p(x)", "‖x − x̃‖²", "dB")
        lines += [f"Split by {split}:", "", *reports.table(header, rows), ""]
    return [
        *lines,
        f"Ours: mean ± standard deviation over {len(laboratory.seeds)} seeds of split and weights. −log p(x) is in "
        f"nats per band, importance-weighted with {SAMPLES} latents a frame, {_likelihood(laboratory.recipe)}, of "
        "standardised logarithms of amplitudes; AE: its reconstruction term only. ‖x − x̃‖²: amplitudes over the "
        "corpus's greatest, summed over bands, mean over test frames. dB: over bands within 60 dB of the frame's "
        "strongest. PCA, AE and VAE are of NSGT-ERB frames. The paper states no estimator; its table in the "
        "proceedings has no PCA and no AE.",
    ]


def regularisation(laboratory: Laboratory) -> list[str]:
    """Ask whether the regularisation does what the paper says.

    Parameters
    ----------
    laboratory : Laboratory
        The recipe needs a regulariser.

    Returns
    -------
    list of str
        Tables and how they were made.
    """
    assert laboratory.recipe.regulariser is not None
    variants = _variants(laboratory.recipe.regulariser)
    found = laboratory.results(
        {
            (split, name, seed): laboratory.experiment(_ERB, split, seed, variant=name, regulariser=section)
            for split in laboratory.splits
            for name, section in variants.items()
            for seed in laboratory.seeds
        },
        "regularisation",
    )
    lines: list[str] = []
    for split in laboratory.splits:
        for part in ("train", "test"):
            lines += [_heading(split, part), "", *_agreements(found, split, part, variants, laboratory.seeds), ""]
    lines += ["What the space is good for, on test frames:", ""]
    for split in laboratory.splits:
        lines += [f"Split by {split}:", "", *_uses(found, split, variants, laboratory.seeds), ""]
    ceiling, pairs = agreement(study("Grey1977"), combined(without=["Grey1977"]))
    lines += [
        f"Ceiling to read correlations by: Grey's ratings correlate with those of the other studies by r = "
        f"{reports.number(ceiling)} over {pairs} pairs.",
        "",
        "An instrument left out of the training, and placed by the encoder: distances from the others against "
        "dissimilarities.",
        "",
        *_left_out(laboratory, variants),
    ]
    return lines


def _heading(split: str, part: str) -> str:
    kind = {"note": "notes", "source": "sources"}[split]
    return f"Split by {split}, centroids of {'the training' if part == 'train' else f'held-out {kind}'}:"


def _agreements(
    found: dict[Any, Result], split: str, part: str, names: Iterable[str], seeds: Sequence[int]
) -> list[str]:
    figures = (("divergence", 3), ("of_equal", 3), ("pearson", 2), ("spearman", 2))
    rows = []
    for name in names:
        results = [found[split, name, seed][part] for seed in seeds]
        rows.append(
            (
                name,
                *(reports.spread([result[figure] for result in results], digits) for figure, digits in figures),
                f"{max(result['mantel_p'] for result in results):.4f}",
                str(results[0]["instruments"]),
            )
        )
    header = ("regulariser", "D_KL", "equal", "Pearson = Mantel r", "Spearman", "greatest Mantel p", "N")
    return reports.table(header, rows)


def _uses(found: dict[Any, Result], split: str, names: Iterable[str], seeds: Sequence[int]) -> list[str]:
    def spread(name: str, figure: Callable[[Result], float], digits: int) -> str:
        return _over_seeds(found, (split, name), seeds, figure, digits)

    rows = [
        (
            name,
            spread(name, lambda result: 100.0 * result["recognised"]["k-NN"], 1),
            spread(name, lambda result: 100.0 * result["recognised"]["linear"], 1),
            spread(name, lambda result: result["rmse_db"], 2),
            spread(name, lambda result: result["nll"], 4),
        )
        for name in names
    ]
    return reports.table(("regulariser", "k-NN %", "linear %", "reconstruction dB", "−log p(x)"), rows)


def _left_out(laboratory: Laboratory, variants: dict[str, RegulariserRecipe | None]) -> list[str]:
    table = combined()
    own = tuple(dict.fromkeys(note.instrument for note in list_notes(laboratory.recipe)[0]))
    called = matched_names(own, table.names)
    instruments = [name for name in own if called[name] in table.names]
    seed = laboratory.seeds[0]
    found = laboratory.results(
        {
            (variant, name): laboratory.experiment(
                _ERB, "note", seed, variant=variant, regulariser=variants[variant], left_out=name
            )
            for variant in PLACED
            for name in instruments
        },
        "leave one out",
    )
    rows = []
    for variant in PLACED:
        pairs = [np.array(list(found[variant, name]["placed"].values())) for name in instruments]
        single = [scipy.stats.pearsonr(*pair.T).statistic for pair in pairs]
        together = np.concatenate([pair / [pair[:, 0].mean(), 1.0] for pair in pairs])
        nearest = np.mean([np.argmin(pair[:, 0]) == np.argmin(pair[:, 1]) for pair in pairs])
        rows.append(
            (
                variant,
                reports.number(scipy.stats.pearsonr(*together.T).statistic),
                reports.number(scipy.stats.spearmanr(*together.T).statistic),
                reports.spread(single),
                f"{round(nearest * len(pairs))} of {len(pairs)}",
            )
        )
    header = ("regulariser", "Pearson, all", "Spearman, all", "Pearson per instrument", "nearest is listeners' nearest")
    return reports.table(header, rows)


def _over_seeds(
    found: dict[Any, Result],
    key: tuple[str, str],
    seeds: Sequence[int],
    figure: Callable[[Result], float],
    digits: int,
) -> str:
    return reports.spread([figure(found[(*key, seed)]) for seed in seeds], digits)


def _likelihood(recipe: Recipe) -> str:
    return "with learned variances" if recipe.train.likelihood == "learned" else "with a Gaussian of unit variance"
