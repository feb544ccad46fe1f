"""All figures of a space, and what is measured for them."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from rt_timbre.errors import TimbreError
from rt_timbre.space import Space
from rt_timbre_export import manifold, topology
from rt_timbre_export.drawing import Figure, save
from rt_timbre_export.errors import FigureError
from rt_timbre_export.manifold_figures import flatness_figure
from rt_timbre_export.measures import smoothness_rows, way_row, with_words, write_measures
from rt_timbre_export.novel import Encoded, encode_folder, neighbours, traverse
from rt_timbre_export.novel_figures import novel_instruments
from rt_timbre_export.reconstruction import encoded_notes, error_db
from rt_timbre_export.space_figures import instrument_space
from rt_timbre_export.spectrum_figures import FramePair, reconstructed_frames, reconstructed_notes, traverse_figure
from rt_timbre_export.topology_figures import SWEEP, topology_animation, topology_sheet

_WHOLE_NOTES = 4  # drawn over time
_NEAREST = 3  # anchors named for each new instrument


class _Album:
    """Where figures go: their folder, what is measured for them, and what had to be left out."""

    def __init__(self, out: Path, say: Callable[[str], None]) -> None:
        self.out = out
        self.say = say
        self.measures: dict[str, Any] = {}
        self.left_out: list[str] = []

    def add(self, figure: Figure, name: str) -> None:
        """Write a figure."""
        path = self.out / f"{name}.png"
        save(figure, path)
        self.say(f"wrote {path}")

    def leave_out(self, line: str) -> None:
        """Say what is missing, and why."""
        self.left_out.append(line)
        self.say(line)


def make_figures(
    spaces: Mapping[str, Space], out: Path, *, novel: Path | None, animate: bool, say: Callable[[str], None]
) -> dict[str, Any]:
    """Draw all figures of a space, or of several beside each other, and measure what they show.

    Parameters
    ----------
    spaces : mapping of str to Space
        The spaces by name.
    out : Path
        Folder for the figures and measures.json; made if it is missing.
    novel : Path or None
        Folder of sounds with a metadata.csv, to be set between the anchors.
    animate : bool
        Whether the descriptors are animated as well.
    say : callable
        Takes each line for the user.

    Returns
    -------
    dict of str to Any
        What was measured; see measures.json.

    Raises
    ------
    FigureError
        The folder cannot be written, or the new sounds cannot be set into a space.
    CorpusError
        The new sounds cannot be read.
    """
    album = _Album(out, say)
    try:
        out.mkdir(parents=True, exist_ok=True)
        work = tempfile.TemporaryDirectory(prefix=".work-", dir=out)
    except OSError as error:
        raise FigureError(f"{out} cannot be written: {error.strerror}") from None
    with work as folder:
        encoded = {} if novel is None else {name: encode_folder(s, novel, Path(folder)) for name, s in spaces.items()}
        album.add(instrument_space(spaces), "space")
        _draw_topology(album, spaces, animate=animate)
        _draw_ways(album, spaces)
        for name, space in spaces.items():
            suffix = "" if len(spaces) == 1 else f"-{name}"
            _draw_notes(album, name, space, suffix)
            if name in encoded:
                _draw_novel(album, name, space, encoded[name], suffix)
            try:
                ways = traverse(space, Path(folder))
            except TimbreError as error:
                album.leave_out(f"{name}: no traverse from Piccolo to French Horn: {error}")
            else:
                album.add(traverse_figure(ways, space.transform), f"traverse{suffix}")
    measures = with_words(album.measures, album.left_out)
    write_measures(measures, out / "measures.json")
    return measures


def spaces_by_name(first: tuple[str, Space], second: tuple[str, Space] | None) -> dict[str, Space]:
    """Give spaces names that differ.

    Parameters
    ----------
    first, second : tuple of str and Space
        File names without suffix, and spaces; the second if there is one.

    Returns
    -------
    dict of str to Space
        By the spaces' own names, or those of their files if these are the same, or else with numbers.
    """
    if second is None:
        return {first[1].name: first[1]}
    for one, two in (
        (first[1].name, second[1].name),
        (first[0], second[0]),
        (f"{first[0]}-1", f"{second[0]}-2"),
    ):
        if one != two:
            break
    return {one: first[1], two: second[1]}


def _draw_topology(album: _Album, spaces: Mapping[str, Space], *, animate: bool) -> None:
    found = {}
    for name, space in spaces.items():
        found[name] = topology.topologies(space, topology.OFFSETS)
        if not found[name]:
            album.leave_out(f"{name}: no descriptor topology: it has a single principal axis, which spans no plane")
    found = {name: parts for name, parts in found.items() if parts}
    if not found:
        return
    smooth = {name: topology.measured(parts) for name, parts in found.items()}
    album.measures["descriptor topology"] = {name: smoothness_rows(rows) for name, rows in smooth.items()}
    for descriptor in _descriptors(found):
        album.add(topology_sheet(descriptor, found, smooth), f"topology-{_file_name(descriptor)}")
    if animate:
        _animate_topology(album, spaces)


def _animate_topology(album: _Album, spaces: Mapping[str, Space]) -> None:
    swept = {}
    for name, space in spaces.items():
        if topology.axes_of(space) == topology.MOST_AXES:
            swept[name] = topology.topologies(space, SWEEP)
        else:
            album.leave_out(f"{name}: no animations: it has fewer than {topology.MOST_AXES} principal axes")
    for descriptor in _descriptors(swept):
        for path in topology_animation(descriptor, swept, album.out / f"topology-{_file_name(descriptor)}"):
            album.say(f"wrote {path}")


def _descriptors(spaces: Mapping[str, Sequence[topology.Topology]]) -> list[str]:
    """Return the descriptors that any of the spaces has."""
    return list(dict.fromkeys(name for parts in spaces.values() for name in parts[0].values))


def _file_name(descriptor: str) -> str:
    """Return a descriptor's name without its unit, as part of a file's."""
    return descriptor.partition(" (")[0].replace(" ", "-")


def _draw_ways(album: _Album, spaces: Mapping[str, Space]) -> None:
    found = {}
    for name, space in spaces.items():
        ways = manifold.ways(space)
        if ways:
            found[name] = ways
        else:
            album.leave_out(f"{name}: no ways between anchors: it has a single anchor")
    if not found:
        return
    album.add(flatness_figure(found), "flatness")
    album.measures["ways between anchors"] = {
        f"{name}, {curve}": way_row([way for way in ways if way.curve == curve])
        for name, ways in found.items()
        for curve in manifold.WAYS
    }


def _draw_notes(album: _Album, name: str, space: Space, suffix: str) -> None:
    notes, problem = encoded_notes(space)
    if problem:
        album.leave_out(f"{name}: encoded notes are drawn without their sounds: {problem}")
    if not notes:
        album.leave_out(f"{name}: no reconstructions: it holds no encoded notes")
        return
    middle = [int(np.argmin(np.abs(note.time - 0.5 * note.time[-1]))) for note in notes]
    pairs = [
        FramePair(
            name=note.name,
            decoded=note.decoded[at],
            original=None if note.original is None else note.original[at],
        )
        for note, at in zip(notes, middle, strict=True)
    ]
    title = f"Middle frames of encoded notes of {name}"
    album.add(reconstructed_frames(title, pairs, space.transform), f"reconstructions{suffix}")
    few = [notes[i] for i in np.unique(np.linspace(0, len(notes) - 1, _WHOLE_NOTES).round().astype(int))]
    album.add(reconstructed_notes(f"Encoded notes of {name}", few, space.transform), f"notes{suffix}")
    rows = {
        note.name: {
            "middle frame": error_db(note.decoded[at][None], note.original[at][None]),
            "whole note": error_db(note.decoded, note.original),
        }
        for note, at in zip(notes, middle, strict=True)
        if note.original is not None
    }
    if rows:
        album.measures.setdefault("reconstruction, dB", {})[name] = rows


def _draw_novel(album: _Album, name: str, space: Space, encoded: Encoded, suffix: str) -> None:
    if encoded.known:
        known = ", ".join(own if own == called else f"{own} ({called})" for own, called in encoded.known.items())
        album.leave_out(f"{name}: not new, and left out: {known}")
    if encoded.problems:
        album.say(f"{name}: {len(encoded.problems)} new notes are left out; the first is {encoded.problems[0]}")
        album.left_out += [f"{name}: {problem}" for problem in encoded.problems]
    album.add(novel_instruments(name, space, encoded), f"novel{suffix}")
    nearest, errors, pairs = {}, {}, []
    for index, instrument in enumerate(encoded.names):
        own = np.flatnonzero(encoded.label == index)
        anchors = neighbours(space, encoded, index)
        nearest[f"{instrument}, {own.size} notes"] = ", ".join(
            f"{anchor.name} {anchor.distance:.2f} ({100.0 * anchor.share:.0f} %)" for anchor in anchors[:_NEAREST]
        )
        errors[instrument] = error_db(encoded.decoded[own], encoded.frame[own])
        at = own[np.argsort(encoded.pitch[own], kind="stable")[own.size // 2]]
        pairs.append(
            FramePair(
                name=f"{instrument}, MIDI {encoded.pitch[at]:.0f}",
                decoded=encoded.decoded[at],
                original=encoded.frame[at],
            )
        )
    title = f"Frames of new instruments through {name}"
    album.add(reconstructed_frames(title, pairs, space.transform), f"reconstructions-novel{suffix}")
    album.measures.setdefault("nearest anchors", {})[name] = nearest
    own_rows = album.measures.setdefault("reconstruction, dB", {})
    own_rows[f"{name}, new instruments"] = {
        instrument: {"middle frames": error} for instrument, error in errors.items()
    }
