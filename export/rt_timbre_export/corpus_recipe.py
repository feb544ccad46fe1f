"""The sections ``[[corpus]]`` of a recipe: where the notes come from; see `recipe`."""

from dataclasses import dataclass, field
from typing import Any

from rt_timbre_export.errors import RecipeError
from rt_timbre_export.toml_section import between, distinct_texts, filled_text, key, one_of, section


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderCorpus:
    """Section ``[[corpus]]`` of kind "folder": sounds listed in a metadata.csv.

    Attributes
    ----------
    kind : str
        "folder".
    path : str
        The folder, relative to the recipe; empty: it is named on the command line.
    table : str
        The CSV file that lists the sounds, relative to the recipe; empty: metadata.csv in the folder.
    licence_classes, instruments, sources : tuple of str
        Only rows with these are taken; empty: all. Instruments are named as in metadata.csv.
    rename : dict of str to str
        Name in the space by name in metadata.csv, where they differ.
    """

    kind: str = one_of("folder")
    path: str = filled_text(default="")
    table: str = filled_text(default="")
    licence_classes: tuple[str, ...] = distinct_texts(default=())
    instruments: tuple[str, ...] = distinct_texts(default=())
    sources: tuple[str, ...] = distinct_texts(default=())
    rename: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """One instrument of a soundfont.

    Attributes
    ----------
    bank, program : int
        Where it is in the soundfont.
    low, high : int
        MIDI notes of its range, both included.
    """

    bank: int = between(0, 128, default=0)
    program: int = between(0, 127)
    low: int = between(0, 127)
    high: int = between(0, 127)


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundfontCorpus:
    """Section ``[[corpus]]`` of kind "soundfont": notes rendered by fluidsynth.

    Attributes
    ----------
    kind : str
        "soundfont".
    path : str
        The .sf2 file, relative to the recipe or absolute.
    source, licence, licence_class : str
        What is noted beside every note.
    seconds : float
        How long each note is held.
    velocities : tuple of int
        MIDI velocities at which every note is rendered.
    instruments : dict of str to Preset
        Preset and range by name of the instrument.
    """

    kind: str = one_of("soundfont")
    path: str = filled_text(default="/usr/share/sounds/sf2/FluidR3_GM.sf2")
    source: str = filled_text()
    licence: str = filled_text()
    licence_class: str = filled_text()
    seconds: float = between(0.1, 30.0, " seconds", default=2.0)
    velocities: tuple[int, ...] = key(
        "a list of whole numbers from 1 to 127, none twice",
        lambda value: len(value) > 0 and len(set(value)) == len(value) and all(1 <= v <= 127 for v in value),
    )
    instruments: dict[str, Preset]


@dataclass(frozen=True, slots=True, kw_only=True)
class TinySolCorpus:
    """Section ``[[corpus]]`` of kind "tinysol": TinySOL, read by the library mirdata.

    Attributes
    ----------
    kind : str
        "tinysol".
    path : str
        The folder of the data set, mirdata's `data_home`, relative to the recipe: it holds audio/ and annotation/.
    instruments : tuple of str
        Only these are taken; empty: all. They are called as this project calls them (see `tinysol.NAMES`).
    rename : dict of str to str
        Name in the space by that name, where they differ.
    """

    kind: str = one_of("tinysol")
    path: str = filled_text()
    instruments: tuple[str, ...] = distinct_texts(default=())
    rename: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class NSynthCorpus:
    """Section ``[[corpus]]`` of kind "nsynth": a folder as NSynth's, with examples.json and audio/.

    Attributes
    ----------
    kind : str
        "nsynth".
    path : str
        The folder, relative to the recipe.
    label : str
        Which key of examples.json names the instrument. What is noted as the source is always "instrument_str".
    families, sources : tuple of str
        Only notes with these as "instrument_family_str" and "instrument_source_str" are taken; empty: all.
    rename : dict of str to str
        Name in the space by label, where they differ.
    """

    kind: str = one_of("nsynth")
    path: str = filled_text()
    label: str = one_of("instrument_family_str", "instrument_str", default="instrument_family_str")
    families: tuple[str, ...] = distinct_texts(default=())
    sources: tuple[str, ...] = distinct_texts(default=())
    rename: dict[str, str] = field(default_factory=dict)


Corpus = FolderCorpus | SoundfontCorpus | TinySolCorpus | NSynthCorpus

_KINDS: dict[str, type[Corpus]] = {
    "folder": FolderCorpus,
    "soundfont": SoundfontCorpus,
    "tinysol": TinySolCorpus,
    "nsynth": NSynthCorpus,
}


def read_corpora(tables: Any) -> tuple[Corpus, ...]:
    """Make the sections ``[[corpus]]`` of what `tomllib` read.

    Parameters
    ----------
    tables : Any
        The tables.

    Returns
    -------
    tuple of Corpus
        One for each.

    Raises
    ------
    RecipeError
        There is none, or a key is unknown, absent or has a value that is not allowed.
    """
    if not isinstance(tables, list) or not tables:
        raise RecipeError(f"corpus is {tables!r}; it must be one or more sections [[corpus]]")
    corpora: list[Corpus] = []
    for i, table in enumerate(tables):
        kind = table.get("kind") if isinstance(table, dict) else None
        if not isinstance(kind, str) or kind not in _KINDS:
            names = ", ".join(f'"{name}"' for name in _KINDS)
            raise RecipeError(f"corpus[{i}].kind is {kind!r}; it must be one of {names}")
        corpora.append(section(_KINDS[kind], table, f"corpus[{i}]"))
        _check_presets(corpora[i], i)
    return tuple(corpora)


def _check_presets(corpus: Corpus, i: int) -> None:
    if not isinstance(corpus, SoundfontCorpus):
        return
    if not corpus.instruments:
        raise RecipeError(f"corpus[{i}].instruments is empty; it must name at least one instrument")
    for name, preset in corpus.instruments.items():
        if preset.low > preset.high:
            raise RecipeError(
                f"corpus[{i}].instruments.{name}.low is {preset.low}; it must not be above high ({preset.high})"
            )
