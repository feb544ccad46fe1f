"""Notes to learn from: what there is, and the sound of each."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rt_timbre.audiofile import read_audio
from rt_timbre_export import nsynth, soundfont, tinysol
from rt_timbre_export.corpus_recipe import FolderCorpus, NSynthCorpus, SoundfontCorpus, TinySolCorpus
from rt_timbre_export.csv_file import read_rows
from rt_timbre_export.dataset import NoteInfo
from rt_timbre_export.errors import CorpusError
from rt_timbre_export.recipe import Recipe

_COLUMNS = ("file", "instrument", "midi", "dynamic", "source")
_NAMED = 40  # of the names that a corpus has, in the message about one that it lacks
_SILENT = 1e-4  # full scale = 1: a sound that stays below is silent


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note of a corpus.

    Attributes
    ----------
    instrument : str
        As it is called in the space.
    midi : int
        Pitch, as labelled.
    dynamic, source, licence, licence_class : str
        As in the corpus; a soundfont's dynamic is "velocity N".
    file : str
        Sound file relative to the corpus, or the soundfont's preset and key.
    path : Path
        Where that is.
    sound : callable
        Gives the samples float32 [n, channels] and their rate; raises `TimbreError` with one line where it cannot.
        It can be sent to another process.
    """

    instrument: str
    midi: int
    dynamic: str
    source: str
    licence: str
    licence_class: str
    file: str
    path: Path
    sound: Callable[[], tuple[NDArray[np.float32], int]]

    def info(self, cents: float) -> NoteInfo:
        """Return what a data set keeps of the note, which was off by so many cents."""
        return NoteInfo(
            instrument=self.instrument,
            midi=self.midi,
            dynamic=self.dynamic,
            source=self.source,
            licence=self.licence,
            licence_class=self.licence_class,
            file=self.file,
            cents=cents,
        )


@dataclass(frozen=True, slots=True)
class _File:
    """Reads a sound file when called."""

    path: Path

    def __call__(self) -> tuple[NDArray[np.float32], int]:
        return read_audio(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rendered:
    """Renders a note of a soundfont when called."""

    path: Path
    bank: int
    program: int
    midi: int
    velocity: int
    seconds: float

    def __call__(self) -> tuple[NDArray[np.float32], int]:
        samples = soundfont.render_note(
            self.path,
            bank=self.bank,
            program=self.program,
            midi=self.midi,
            velocity=self.velocity,
            seconds=self.seconds,
        )
        return samples, soundfont.RATE


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """What a corpus of sound files says of them.

    Attributes
    ----------
    name : str
        What it is called in messages.
    rows : dict of str to dict of str to str
        Columns as those of a metadata.csv, and others, by the row's place for messages.
    filters : dict of str to (str, tuple of str)
        Key of the recipe: a column, and what it may hold; all if that is empty.
    problems : list of str
        One line for each row that could not be read.
    """

    name: str
    rows: dict[str, dict[str, str]]
    filters: dict[str, tuple[str, tuple[str, ...]]]
    problems: list[str]


def list_notes(recipe: Recipe) -> tuple[list[Note], list[str]]:
    """List the notes of all corpora of a recipe.

    Parameters
    ----------
    recipe : Recipe
        The recipe.

    Returns
    -------
    notes : list of Note
        The notes; their sounds have not been looked at.
    problems : list of str
        One line for each row of a metadata.csv, or what stands for one, that cannot be used.

    Raises
    ------
    CorpusError
        A corpus is missing, its metadata.csv has no column that is needed, the recipe asks for what it lacks, or
        nothing in it is left.
    """
    notes: list[Note] = []
    problems: list[str] = []
    directory = recipe.directory.absolute()  # the same in other processes
    for i, corpus in enumerate(recipe.corpora):
        if isinstance(corpus, SoundfontCorpus):
            notes += _soundfont_notes(corpus, directory)
        else:
            if not corpus.path:
                raise CorpusError(f"corpus[{i}].path is empty: name the folder on the command line by --corpus")
            folder = directory / corpus.path
            table = _table(corpus, directory, folder)
            _check_filters(table, f"corpus[{i}]")
            found, refused = _file_notes(table, corpus.rename, folder)
            notes += found
            problems += table.problems + refused
    return notes, problems


def mono(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the channel with the most energy: a sum of channels would cancel some partials.

    Parameters
    ----------
    samples : ndarray of float32 [n, channels]
        A sound.

    Returns
    -------
    ndarray of float32 [n]
        One channel of it.

    Raises
    ------
    CorpusError
        The sound is silent.
    """
    channel: NDArray[np.float32] = samples[:, int(np.argmax(np.sum(np.square(samples), axis=0)))]
    if np.max(np.abs(channel), initial=0.0) < _SILENT:
        raise CorpusError("the sound is silent")
    return channel


def _soundfont_notes(corpus: SoundfontCorpus, directory: Path) -> list[Note]:
    path = directory / corpus.path
    if not path.is_file():
        raise CorpusError(f"soundfont {path} is missing; apt install fluid-soundfont-gm has the default one")
    return [
        Note(
            instrument=instrument,
            midi=midi,
            dynamic=f"velocity {velocity}",
            source=corpus.source,
            licence=corpus.licence,
            licence_class=corpus.licence_class,
            file=f"{path.name}:{preset.bank}:{preset.program}:{midi}:{velocity}",
            path=path,
            sound=_Rendered(
                path=path,
                bank=preset.bank,
                program=preset.program,
                midi=midi,
                velocity=velocity,
                seconds=corpus.seconds,
            ),
        )
        for instrument, preset in corpus.instruments.items()
        for midi in range(preset.low, preset.high + 1)
        for velocity in corpus.velocities
    ]


def _table(corpus: FolderCorpus | TinySolCorpus | NSynthCorpus, directory: Path, folder: Path) -> _Table:
    if isinstance(corpus, TinySolCorpus):
        return _tinysol_table(corpus, folder)
    if isinstance(corpus, NSynthCorpus):
        return _nsynth_table(corpus, folder)
    return _metadata_table(corpus, folder, directory / corpus.table if corpus.table else folder / "metadata.csv")


def _metadata_table(corpus: FolderCorpus, folder: Path, table: Path) -> _Table:
    rows, columns = read_rows(table, CorpusError)
    missing = [column for column in _COLUMNS if column not in columns]
    if missing:
        raise CorpusError(f"{table} lacks the column {missing[0]}; it needs {', '.join(_COLUMNS)}")
    return _Table(
        name=str(table),
        rows={f"{table}:{line}": row for line, row in enumerate(rows, 2)},
        filters={
            "licence_classes": ("licence_class", corpus.licence_classes),
            "instruments": ("instrument", corpus.instruments),
            "sources": ("source", corpus.sources),
        },
        problems=[],
    )


def _tinysol_table(corpus: TinySolCorpus, folder: Path) -> _Table:
    tracks, problems = tinysol.read_tracks(folder)
    said = {"source": "tinysol", "licence": "CC BY 4.0", "licence_class": "permissive"}
    return _Table(
        name=f"TinySOL in {folder}",
        rows={f"{folder}: {name}": track | said for name, track in tracks.items()},
        filters={"instruments": ("instrument", corpus.instruments)},
        problems=problems,
    )


def _nsynth_table(corpus: NSynthCorpus, folder: Path) -> _Table:
    examples, problems = nsynth.read_examples(folder)
    rows = {
        f"{folder}: {name}": example
        | {
            "instrument": example[corpus.label],
            "midi": example["pitch"],
            "dynamic": f"velocity {example['velocity']}",
            "source": example["instrument_str"],
            "licence": "CC BY 4.0",
            "licence_class": "permissive",
        }
        for name, example in examples.items()
    }
    filters = {
        "families": ("instrument_family_str", corpus.families),
        "sources": ("instrument_source_str", corpus.sources),
    }
    return _Table(name=str(folder / "examples.json"), rows=rows, filters=filters, problems=problems)


def _check_filters(table: _Table, where: str) -> None:
    """Refuse to ask for what there is none of: nothing would be said of a name that is misspelt."""
    for key, (column, allowed) in table.filters.items():
        present = sorted({row.get(column, "") for row in table.rows.values()} - {""})
        for name in allowed:
            if name not in present:
                more = f" and {len(present) - _NAMED} more" if len(present) > _NAMED else ""
                has = ", ".join(present[:_NAMED]) or "nothing"
                raise CorpusError(f"{where}.{key} names {name!r}, which {table.name} lacks; it has {has}{more}")


def _file_notes(table: _Table, rename: dict[str, str], folder: Path) -> tuple[list[Note], list[str]]:
    notes, problems = [], []
    for place, row in table.rows.items():
        if not all(not allowed or row.get(column, "") in allowed for column, allowed in table.filters.values()):
            continue
        reason = _fault(row, folder)
        if reason:
            problems.append(f"{place}: {reason}")
            continue
        notes.append(
            Note(
                instrument=rename.get(row["instrument"], row["instrument"]),
                midi=int(row["midi"]),
                dynamic=row["dynamic"],
                source=row["source"],
                licence=row.get("licence", ""),
                licence_class=row.get("licence_class", ""),
                file=row["file"],
                path=folder / row["file"],
                sound=_File(folder / row["file"]),
            )
        )
    if not notes:
        reason = (table.problems + problems or ["none is wanted"])[0]
        raise CorpusError(f"{table.name} has no row that can be used: {reason}")
    return notes, problems


def _fault(row: dict[str, str], folder: Path) -> str:
    """Return why a row cannot be used; empty if it can."""
    for column in _COLUMNS:
        if not row[column].strip() and column != "dynamic":
            return f"{column} is empty"
    if not row["midi"].isascii() or not row["midi"].isdigit() or int(row["midi"]) > 127:
        return f"midi is {row['midi']!r}; it must be a whole number from 0 to 127"
    if not (folder / row["file"]).is_file():
        return f"{row['file']} is not there"
    return ""
