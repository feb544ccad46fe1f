"""The sound files of a folder, what is known of them without listening, and the table that says so."""

import csv
import io
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from rt_timbre.errors import SpaceError
from rt_timbre.fields import one_line
from rt_timbre.space_parts import check_label
from rt_timbre_export.csv_file import read_rows
from rt_timbre_export.errors import CorpusError
from rt_timbre_export.note_names import guess

COLUMNS = (
    "file",
    "instrument",
    "midi",
    "dynamic",
    "source",
    "licence",
    "licence_class",
    "known_by",
    "remark",
)
"""Of the table that is written; those after `licence_class` are for people."""

_SUFFIXES = (
    *(".aif", ".aifc", ".aiff", ".au", ".caf", ".flac", ".mp3", ".oga", ".ogg", ".opus", ".rf64", ".snd", ".w64"),
    *(".wav", ".wave", ".wavex"),
)
_UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """A sound file and what is known of it.

    Attributes
    ----------
    file : str
        Relative to the folder, with slashes.
    instrument : str
        Class of the sound; empty if nothing names it.
    label : int or None
        MIDI note that it is said to have.
    labelled : bool
        Whether the label is from a table, not from names.
    is_number : bool
        Whether it is from a mere number in a name.
    dynamic, source, licence, licence_class : str
        As in a corpus.
    problem : str
        Why it cannot be used; empty if nothing is against it so far.
    """

    file: str
    instrument: str
    label: int | None
    labelled: bool
    is_number: bool
    dynamic: str
    source: str
    licence: str
    licence_class: str
    problem: str


def find_sounds(folder: Path, without: Iterable[Path] = ()) -> list[str]:
    """Find the sound files of a folder and of those in it.

    Hidden ones, whose names begin with a dot, are passed over, as are links to folders.

    Parameters
    ----------
    folder : Path
        The folder.
    without : iterable of Path
        Files and folders that are not looked at.

    Returns
    -------
    list of str
        Relative to the folder, with slashes, in order.

    Raises
    ------
    CorpusError
        There is no such folder, it cannot be read, or no sound file is in it.
    """
    if not folder.is_dir():
        raise CorpusError(f"there is no folder {folder}")
    passed = {path.resolve() for path in without}
    files = []

    def refuse(error: OSError) -> None:
        raise CorpusError(f"{error.filename} cannot be read: {error.strerror}")

    for place, folders, names in os.walk(folder, onerror=refuse):
        here = Path(place)
        folders[:] = [name for name in folders if not name.startswith(".") and (here / name).resolve() not in passed]
        files += [
            (here / name).relative_to(folder).as_posix()
            for name in names
            if not name.startswith(".")
            and Path(name).suffix.lower() in _SUFFIXES
            and (here / name).resolve() not in passed
        ]
    if not files:
        raise CorpusError(f"there is no sound file in {folder}: none ends in {', '.join(_SUFFIXES)}")
    return sorted(files)


def guessed_sounds(folder: Path, files: list[str]) -> list[Sound]:
    """Say what the names of files and folders tell.

    Parameters
    ----------
    folder : Path
        The folder; its own name becomes the source of all.
    files : list of str
        The files in it, as `find_sounds` gives them.

    Returns
    -------
    list of Sound
        One for each.
    """
    first: dict[PurePosixPath, str] = {}
    sounds = []
    for file in files:
        path = PurePosixPath(file)
        found = guess(path, folder.resolve().name)
        same = first.setdefault(path.with_suffix(""), file)
        problem = _name_problem(file) or _instrument_problem(found.instrument)
        if not problem and same != file:
            problem = f"it has the same name as {PurePosixPath(same).name}, so it may be the same note"
        sounds.append(
            Sound(
                file=file,
                instrument=found.instrument,
                label=found.midi,
                labelled=False,
                is_number=found.is_number,
                dynamic=found.dynamic,
                source=one_line(folder.resolve().name) or "sounds",
                licence=_UNKNOWN,
                licence_class=_UNKNOWN,
                problem=problem,
            )
        )
    return sounds


def labelled_sounds(table: Path, folder: Path, files: list[str]) -> tuple[list[Sound], list[str]]:
    """Read a table of labels.

    Its columns are file (relative to the folder, or a file's mere name if no other has it) and instrument; optional are
    midi, dynamic, source, licence and licence_class; others are ignored. Where midi or dynamic is empty, names tell it.

    Parameters
    ----------
    table : Path
        The CSV file.
    folder : Path
        The folder of the sounds.
    files : list of str
        The files in it, as `find_sounds` gives them.

    Returns
    -------
    sounds : list of Sound
        One for each row that names a file, in the table's order.
    problems : list of str
        One line for each row that does not, and one for the files that have no row.

    Raises
    ------
    CorpusError
        The table cannot be read, lacks a column, or none of its rows names a file.
    """
    rows, columns = read_rows(table, CorpusError)
    for column in ("file", "instrument"):
        if column not in columns:
            raise CorpusError(f"{table} lacks the column {column}; it needs file and instrument, and may have midi")
    named = {sound.file: sound for sound in guessed_sounds(folder, files)}
    by_name: dict[str, list[str]] = {}
    for name in files:
        by_name.setdefault(PurePosixPath(name).name, []).append(name)
    sounds: dict[str, Sound] = {}
    problems = []
    for line, row in enumerate(rows, 2):
        wanted = row["file"].strip()
        matches = [wanted] if wanted in named else by_name.get(wanted, [])
        if not matches:
            problems.append(f"{table}:{line}: {wanted!r} is no sound file in {folder}")
        elif len(matches) > 1:
            problems.append(f"{table}:{line}: {wanted!r} is the name of {len(matches)} files; write {matches[0]!r}")
        elif matches[0] in sounds:
            problems.append(f"{table}:{line}: {wanted!r} has a row already")
        else:
            sounds[matches[0]] = _from_row(row, named[matches[0]])
    if not sounds:
        raise CorpusError(f"{table} has no row that can be used: {problems[0] if problems else 'it has no rows'}")
    absent = [name for name in files if name not in sounds]
    if absent:
        problems.append(f"{len(absent)} files that {table} does not list, as {absent[0]}")
    return list(sounds.values()), problems


def table_text(rows: Iterable[tuple[Sound, int | None, str, str]]) -> str:
    """Write the table of a corpus, which can be corrected and read again as labels.

    Parameters
    ----------
    rows : iterable of tuple
        Of each sound: itself, its MIDI note (None if it is left out), whom that is known by, and a remark.

    Returns
    -------
    str
        CSV with `COLUMNS`.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for sound, midi, known_by, remark in rows:
        if _name_problem(sound.file):
            continue  # no row could name it
        writer.writerow(
            [
                sound.file,
                sound.instrument,
                "" if midi is None else midi,
                sound.dynamic,
                sound.source,
                sound.licence,
                sound.licence_class,
                known_by,
                remark,
            ]
        )
    return text.getvalue()


def _from_row(row: dict[str, str], named: Sound) -> Sound:
    """Return what a row says of a sound, and its names where the row says nothing."""

    def said(column: str, otherwise: str) -> str:
        return " ".join((row.get(column) or "").split()) or otherwise

    instrument, midi = said("instrument", ""), said("midi", "")
    problem = _name_problem(named.file)
    if not problem and not instrument:
        problem = "its instrument is empty in the table"
    problem = problem or _instrument_problem(instrument)
    label = named.label
    if midi.isascii() and midi.isdigit() and int(midi) <= 127:
        label = int(midi)
    elif midi and not problem:
        problem = f"its midi is {midi!r} in the table; it must be a whole number from 0 to 127"
    return Sound(
        file=named.file,
        instrument=instrument,
        label=label,
        labelled=bool(midi),
        is_number=named.is_number and not midi,
        dynamic=said("dynamic", named.dynamic),
        source=said("source", named.source),
        licence=said("licence", _UNKNOWN),
        licence_class=said("licence_class", _UNKNOWN),
        problem=problem,
    )


def _name_problem(file: str) -> str:
    if any(not character.isprintable() for character in file):
        return "its name, or that of its folder, has characters that cannot be printed"
    return ""


def _instrument_problem(instrument: str) -> str:
    if not instrument:
        return "neither its name nor that of its folder gives an instrument"
    try:
        check_label(instrument, "its instrument")
    except SpaceError as error:
        return str(error)
    return f"its instrument is {instrument!r}; it must not hold a slash" if "/" in instrument else ""
