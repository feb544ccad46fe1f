"""A gallery of ways from instrument to instrument: paths, sounds, pictures and a page to listen to them.

The list is that of the supporting page of Esling et al. (DAFx 2018): bassoon to clarinet, clarinet to alto saxophone,
horn to trombone, each on the arc between them (spherical) and off it (expressive), each at one pitch and with a change
of pitch.
"""

import re
import shlex
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from rt_timbre.audiofile import write_audio
from rt_timbre.descriptors.describer import NAMES
from rt_timbre.errors import GalleryError
from rt_timbre.paths.interpolation import through
from rt_timbre.paths.path_file import SUFFIX, write_path
from rt_timbre.phase.methods import of_quality
from rt_timbre.pictures.curves import curves
from rt_timbre.pictures.gallery_page import GENERATOR, Item, page
from rt_timbre.pictures.paths import path_figure
from rt_timbre.presets.preset import SpaceKey
from rt_timbre.render import RATE, render_path
from rt_timbre.space import Space
from rt_timbre.space_parts import Anchor
from rt_timbre.space_store import LoadedSpace
from rt_timbre.whole_file import write_whole

PAGE = "index.html"
"""The file to open."""

_PAIRS = (("Bassoon", "Clarinet"), ("Clarinet", "Alto Saxophone"), ("French Horn", "Trombone"))
_CURVES = {
    "spherical": "along the arc between them",
    "expressive": "on a detour around the arc between them",
}
_SECONDS = 6.0
_SEED = 1  # of the detours
_FIFTH = 7  # semitones: the change between anchors of one pitch
_NOTES = ("C", "C♯", "D", "E♭", "E", "F", "F♯", "G", "A♭", "A", "B♭", "B")


def pairs(space: Space) -> list[tuple[Anchor, Anchor]]:
    """Return the ends of the ways: the supporting page's, or, in a space without these, the first three anchors'.

    Raises
    ------
    GalleryError
        If the space has but one anchor: there is nowhere to go.
    """
    known = {anchor.name: anchor for anchor in space.anchors}
    if all(name in known for pair in _PAIRS for name in pair):
        return [(known[start], known[end]) for start, end in _PAIRS]
    anchors = space.anchors[:4]
    if len(anchors) < 2:
        raise GalleryError(f"the space {space.name} has one anchor, {anchors[0].name}; a way needs two")
    return list(pairwise(anchors))


def items(loaded: LoadedSpace, name: str) -> list[Item]:
    """Return what a gallery of a space shows; nothing is rendered yet.

    Parameters
    ----------
    loaded : LoadedSpace
        The space.
    name : str
        What the space is called on the command line.
    """
    space, key = loaded.space, SpaceKey(name=loaded.space.name, sha256=loaded.sha256)
    found: list[Item] = []
    for start, end in pairs(space):
        low, high, middle = round(start.pitch), round(end.pitch), round(0.5 * (start.pitch + end.pitch))
        change = (low, high if high != low else low + _FIFTH)
        for curve in _CURVES:
            for pitches in ((middle, middle), change):
                found.append(_item(space, key, name, len(found), (start, end), curve, pitches))
    return found


def _item(
    space: Space,
    key: SpaceKey,
    called: str,
    index: int,
    ends: tuple[Anchor, Anchor],
    curve: str,
    pitches: tuple[int, int],
) -> Item:
    start, end = ends
    made = through([start.latent, end.latent], [0.0, _SECONDS], curve, seed=_SEED, pitches=list(pitches))
    path = replace(made, space=key)
    changes = pitches[0] != pitches[1]
    words = [start.name, end.name, curve, *(["pitch"] if changes else [])]
    # The number tells names apart of which nothing else is left.
    name = "-".join([f"{index + 1:02}", *filter(None, (_slug(word) for word in words))])
    notes = [_note(pitch) for pitch in pitches]
    height = f"from {notes[0]} to {notes[1]}" if changes else f"at {notes[0]}"
    centroid = curves(space, path).descriptors[:, NAMES.index("centroid")]
    low, high = sorted((centroid[0], centroid[-1]))
    beyond = centroid.min() < 0.98 * low or centroid.max() > 1.02 * high
    on_the_way = f", within {centroid.min():,.0f} to {centroid.max():,.0f} Hz" if beyond else ""
    sentence = (
        f"{start.name} turns into {end.name} {_CURVES[curve]}, {height}: the centre of the spectrum goes from "
        f"{centroid[0]:,.0f} to {centroid[-1]:,.0f} Hz{on_the_way}."
    )
    file = f"{name}{SUFFIX}"
    space_option = ["--space", called]
    path_command = ["rt-timbre", "path", "make", "line", start.name, end.name, "--curve", curve]
    path_command += ["--seconds", f"{_SECONDS:g}", "--pitch", *(str(pitch) for pitch in dict.fromkeys(pitches))]
    path_command += ["--seed", str(_SEED), *space_option, "-o", file]
    render_command = ["rt-timbre", "render", file, *space_option, "--quality", "offline"]
    render_command += ["-o", f"{name}.flac", "--figure", f"{name}.png"]
    return Item(
        name=name,
        ends=(start.name, end.name),
        title=f"{curve.capitalize()}, {height}",
        sentence=sentence,
        path=path,
        commands=(shlex.join(path_command), shlex.join(render_command)),
    )


def _slug(text: str) -> str:
    return re.sub("[^a-z0-9]+", "-", text.lower()).strip("-")


def _note(pitch: int) -> str:
    return f"{_NOTES[pitch % 12]}{pitch // 12 - 1}"


def make_gallery(loaded: LoadedSpace, folder: Path, name: str, progress: Callable[[str], None]) -> int:
    """Make a gallery in a folder.

    Parameters
    ----------
    loaded : LoadedSpace
        The space.
    folder : Path
        Where; it may exist. Files of a former gallery are replaced, others are left alone.
    name : str
        What the space is called on the command line.
    progress : callable
        Called with a line of text before each item.

    Returns
    -------
    int
        Number of items.

    Raises
    ------
    GalleryError
        If the folder cannot be written, or holds files of these names that are not a gallery's, or the space has no two
        anchors.
    TimbreError
        If a sound or picture cannot be made.
    """
    space, shown = loaded.space, items(loaded, name)
    text = page(space, shown, shlex.join(["rt-timbre", "gallery", "--space", name, "-o", str(folder)]))
    _check_free(folder, shown)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # First of all the page: by it a gallery that was broken off is known to be one.
        write_whole(folder / PAGE, text.encode())
    except OSError as error:
        raise GalleryError(f"{folder} cannot be written: {error.strerror or error}") from None
    method = of_quality("offline", space.transform)
    for index, item in enumerate(shown):
        progress(
            f"{index + 1} of {len(shown)}: {item.ends[0]} to {item.ends[1]}, {item.title[0].lower()}{item.title[1:]}"
        )
        write_path(folder / f"{item.name}{SUFFIX}", item.path)
        sound = render_path(space, item.path, phase=method)
        write_audio(folder / f"{item.name}.flac", sound, RATE)
        path_figure(space, item.path, sound, RATE, folder / f"{item.name}.png", item.name)
    return len(shown)


def _check_free(folder: Path, shown: list[Item]) -> None:
    """Refuse a folder in which files would be replaced that are not a gallery's."""
    try:
        if GENERATOR in (folder / PAGE).read_text("utf-8", errors="replace"):
            return
    except OSError:  # there is no page, or no folder, or nothing can be read: what is wrong shows up when it is written
        pass
    wanted = [PAGE, *(f"{item.name}{suffix}" for item in shown for suffix in (SUFFIX, ".flac", ".png"))]
    for name in wanted:
        if (folder / name).exists():
            raise GalleryError(f"{folder / name} exists and belongs to no gallery of rt-timbre; give another folder")
