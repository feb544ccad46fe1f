"""The recipe: a TOML file that says how a timbre space is made, read into frozen dataclasses.

The dataclasses are the format: their fields are the keys, their annotations the types, and the checks stand beside
them (see `toml_section`).
"""

import re
import tomllib
import typing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rt_timbre.space_parts import KINDS, NSGT_KINDS, WINDOWS
from rt_timbre_export.corpus_recipe import Corpus, read_corpora
from rt_timbre_export.errors import RecipeError
from rt_timbre_export.regulariser_recipe import RegulariserRecipe, check_regulariser
from rt_timbre_export.toml_section import between, check_keys, distinct_texts, filled_text, key, one_of, plain, section


@dataclass(frozen=True, slots=True, kw_only=True)
class SpaceRecipe:
    """Section ``[space]``: what the space is called and whose it is.

    Attributes
    ----------
    name, title, text, licence : str
        As in the space file.
    authors : tuple of str
        Who made it.
    """

    name: str = key(
        "1 to 64 letters, digits, - and _, the first no sign",
        lambda value: re.fullmatch("[A-Za-z0-9][A-Za-z0-9_-]{0,63}", value) is not None,
    )
    title: str = filled_text()
    text: str = filled_text()
    authors: tuple[str, ...] = distinct_texts()
    licence: str = filled_text()


@dataclass(frozen=True, slots=True, kw_only=True)
class TransformRecipe:
    """Section ``[transform]`` of kind "nsgt-…": frames of a non-stationary Gabor transform.

    Attributes
    ----------
    kind : str
        Scale of the bands.
    rate : int
        Samples per second to which all sounds are brought.
    low, high : float
        Nominal centres of the first and the last band in Hz.
    bands : int
        Number of bands; for "nsgt-octave", bands per octave.
    length, columns : int
        Samples of a note that are analysed, and frames in them.
    """

    kind: str = one_of(*NSGT_KINDS)
    rate: int = between(8000, 192000, " Hz")
    low: float = between(10.0, 20000.0, " Hz")
    high: float = between(10.0, 96000.0, " Hz")
    bands: int = between(2, 4096)
    length: int = key("an even number from 4096 to 1048576", lambda value: 4096 <= value <= 1 << 20 and value % 2 == 0)
    columns: int = between(16, 65536)


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentRecipe:
    """Section ``[transform]`` of kind "stft" or "dct": frames of windowed segments.

    Attributes
    ----------
    kind : str
        "stft": magnitudes of the short-time Fourier transform; "dct": of the discrete cosine transform.
    rate : int
        Samples per second to which all sounds are brought.
    window : str
        The window's name.
    length, hop : int
        Samples of the window, and from one segment to the next.
    """

    kind: str = one_of("stft", "dct")
    rate: int = between(8000, 192000, " Hz")
    window: str = one_of(*WINDOWS, default="hamming")
    length: int = key("an even number from 64 to 8192", lambda value: 64 <= value <= 8192 and value % 2 == 0)
    hop: int = between(1, 4096)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameRecipe:
    """Section ``[frames]``: which frames of a note are taken, and how they are scaled.

    Attributes
    ----------
    loudness : str
        "a-weighted": every frame is brought to the same A-weighted loudness; "corpus": all are divided by the
        greatest amplitude of the corpus.
    floor_db : float
        Amplitudes further below the reference than this do not count for the model, dB.
    start, stop : float
        The frames are taken between these times after the onset, in seconds; equal, they ask for the one frame there.
    release : float
        Seconds kept clear of the end of the sound.
    threshold_db : float
        Only frames whose level is within this of the note's loudest are taken, dB.
    per_note : int
        Frames of a note, at most.
    transpose : tuple of int
        Semitones by which the training notes are heard as well, played faster or slower, within the corpus's range.
    seed : int
        Seed of their choice.
    """

    loudness: str = one_of("a-weighted", "corpus")
    floor_db: float = between(-160.0, -20.0, " dB", default=-100.0)
    start: float = between(0.0, 60.0, " seconds")
    stop: float = between(0.0, 60.0, " seconds")
    release: float = between(0.0, 10.0, " seconds", default=0.1)
    threshold_db: float = between(-100.0, 0.0, " dB", default=-30.0)
    per_note: int = between(1, 1000)
    transpose: tuple[int, ...] = key(
        "a list of whole numbers from -12 to 12, none 0 and none twice",
        lambda value: len(set(value)) == len(value) and all(1 <= abs(semitones) <= 12 for semitones in value),
        (),
    )
    seed: int = between(0, 2**32 - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitRecipe:
    """Section ``[split]``: how notes are divided.

    Attributes
    ----------
    by : str
        "note": all dynamics of one pitch of one instrument and source stay together; "source": one source of every
        instrument that has several is for the test, and no share of notes.
    validation, test : float
        Shares of the notes; without validation the last epoch's weights are taken.
    seed : int
        Seed of the division.
    """

    by: str = one_of("note", "source", default="note")
    validation: float = between(0.0, 0.5, default=0.1)
    test: float = between(0.0, 0.5, default=0.1)
    seed: int = between(0, 2**32 - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelRecipe:
    """Section ``[model]``: size of the auto-encoder.

    Attributes
    ----------
    dimension : int
        Size of the latent space, D.
    hidden : tuple of int
        Widths of the hidden layers, from the frame to the latent; mirrored in the decoder.
    conditioned : bool
        Whether the pitch is given to encoder and decoder.
    """

    dimension: int = between(1, 512)
    hidden: tuple[int, ...] = key(
        "a list of 1 to 6 whole numbers from 1 to 8192",
        lambda value: 1 <= len(value) <= 6 and all(1 <= width <= 8192 for width in value),
    )
    conditioned: bool = field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Augmentation:
    """Section ``[train.augmentation]``: random filters put on the frames of the training notes.

    Attributes
    ----------
    tilt_db : float
        Standard deviation of a spectral tilt, dB per octave.
    curve_db : float
        Standard deviation of a smooth random curve over frequency, dB.
    curve_erb : float
        Distance over which that curve changes, in ERB.
    """

    tilt_db: float = between(0.0, 12.0, " dB", default=0.0)
    curve_db: float = between(0.0, 24.0, " dB", default=0.0)
    curve_erb: float = between(0.5, 40.0, " ERB", default=4.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainRecipe:
    """Section ``[train]``: how the auto-encoder is trained.

    Attributes
    ----------
    epochs, batch : int
        Passes over the training frames, and frames per step.
    learning_rate : float
        Of the optimiser, at its greatest.
    weight_decay : float
        Pull of the weights towards 0 (decoupled from the gradient, as in AdamW).
    beta : float
        Weight of the Kullback-Leibler term after warm-up.
    warm_up : int
        Epochs over which that weight grows linearly from 0.
    likelihood : str
        What the reconstruction of standardised logarithms of amplitudes is: "weighted", a Gaussian of unit variance in
        which weak bands count less; "unit", one in which all bands count; "learned", one whose variance in each band
        is learned.
    seed : int
        Seed of initial weights, order and noise.
    augmentation : Augmentation
        Random filters on the frames.
    """

    epochs: int = between(1, 100000)
    batch: int = between(1, 65536)
    learning_rate: float = between(1e-7, 1.0)
    weight_decay: float = between(0.0, 10.0, default=0.0)
    beta: float = between(0.0, 1000.0)
    warm_up: int = between(0, 100000, " epochs")
    likelihood: str = one_of("weighted", "unit", "learned", default="weighted")
    seed: int = between(0, 2**32 - 1)
    augmentation: Augmentation = field(default_factory=Augmentation)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """A recipe.

    Attributes
    ----------
    space, transform, frames, split, model, train
        The sections of these names.
    regulariser : RegulariserRecipe or None
        The section, if there is one.
    corpora : tuple of Corpus
        The sections ``[[corpus]]``; see `corpus_recipe`.
    directory : Path
        Where the recipe's file is: relative paths start there.
    """

    space: SpaceRecipe
    transform: TransformRecipe | SegmentRecipe
    frames: FrameRecipe
    corpora: tuple[Corpus, ...]
    split: SplitRecipe
    model: ModelRecipe
    train: TrainRecipe
    regulariser: RegulariserRecipe | None
    directory: Path

    def as_dict(self) -> dict[str, Any]:
        """Return the recipe as plain dicts, lists, texts and numbers, as TOML has them."""
        tree: dict[str, Any] = plain(self)
        del tree["directory"]
        if self.regulariser is None:
            del tree["regulariser"]
        tree["corpus"] = tree.pop("corpora")
        return tree


def read_recipe(path: Path) -> Recipe:
    """Read and check a recipe.

    Parameters
    ----------
    path : Path
        The TOML file.

    Returns
    -------
    Recipe
        The recipe; every value has been checked.

    Raises
    ------
    RecipeError
        The file cannot be read, or a key is unknown, absent or has a value that is not allowed; the message names the
        file, the full key, the value and what is allowed.
    """
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RecipeError(f"recipe {path} cannot be read: {getattr(error, 'strerror', None) or error}") from None
    try:
        return parse_recipe(text, path.parent)
    except RecipeError as error:
        raise RecipeError(f"{path}: {error}") from None


def parse_recipe(text: str, directory: Path) -> Recipe:
    """Check a recipe's text; see `read_recipe`."""
    try:
        tree = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RecipeError(f"not valid TOML: {error}") from None
    return recipe_of(tree, directory)


def recipe_of(tree: dict[str, Any], directory: Path) -> Recipe:
    """Check a recipe as TOML, or `Recipe.as_dict`, has it; see `read_recipe`."""
    special = ("transform", "corpora", "regulariser", "directory")
    hints = {key: hint for key, hint in typing.get_type_hints(Recipe).items() if key not in special}
    names = {*hints, "transform", "corpus"}
    check_keys(tree, names | {"regulariser"}, names, "")
    sections = {key: section(hint, tree[key], key) for key, hint in hints.items()}
    recipe = Recipe(
        **sections,
        transform=_transform(tree["transform"]),
        corpora=read_corpora(tree["corpus"]),
        regulariser=section(RegulariserRecipe, tree["regulariser"], "regulariser") if "regulariser" in tree else None,
        directory=directory,
    )
    _check_together(recipe)
    return recipe


def _transform(table: Any) -> TransformRecipe | SegmentRecipe:
    kind = table.get("kind") if isinstance(table, dict) else None
    if not isinstance(kind, str) or kind not in KINDS:
        names = ", ".join(f'"{name}"' for name in KINDS)
        raise RecipeError(f"transform.kind is {kind!r}; it must be one of {names}")
    result: TransformRecipe | SegmentRecipe = section(
        TransformRecipe if kind in NSGT_KINDS else SegmentRecipe, table, "transform"
    )
    return result


def _check_together(recipe: Recipe) -> None:
    """Check what concerns more than one key."""
    transform, frames, split = recipe.transform, recipe.frames, recipe.split
    if frames.start > frames.stop:
        raise RecipeError(f"frames.stop is {frames.stop:g}; it must not be before frames.start ({frames.start:g} s)")
    if isinstance(transform, TransformRecipe):
        _check_bands(transform, frames)
    elif transform.hop > transform.length // 2:
        raise RecipeError(
            f"transform.hop is {transform.hop}; it must be at most half of transform.length ({transform.length})"
        )
    if recipe.regulariser is not None:
        check_regulariser(recipe.regulariser, recipe.train.epochs, recipe.model.dimension)
    if split.validation + split.test >= 1.0:
        raise RecipeError(f"split.test is {split.test:g}; with split.validation it must leave notes to train on")


def _check_bands(transform: TransformRecipe, frames: FrameRecipe) -> None:
    if not transform.low < transform.high < transform.rate / 2:
        raise RecipeError(
            f"transform.high is {transform.high:g}; it must lie above transform.low ({transform.low:g} Hz) and below "
            f"half of transform.rate ({transform.rate / 2:g} Hz)"
        )
    if transform.length % transform.columns:
        raise RecipeError(
            f"transform.columns is {transform.columns}; it must divide transform.length ({transform.length})"
        )
    seconds = transform.length / transform.rate
    if frames.stop >= seconds:
        raise RecipeError(
            f"frames.stop is {frames.stop:g}; it must lie before the end of the transform ({seconds:.3f} s)"
        )
