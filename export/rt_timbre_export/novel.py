"""Sounds that a space has not learned from: analysed as its own were, encoded, and set between its anchors."""

import dataclasses
import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rt_timbre.instrument_names import matched_names
from rt_timbre.paths.interpolation import between
from rt_timbre.space import Space
from rt_timbre_export import networks
from rt_timbre_export.analysis import analyse
from rt_timbre_export.corpus import list_notes
from rt_timbre_export.corpus_recipe import FolderCorpus, Preset, SoundfontCorpus
from rt_timbre_export.dataset import Dataset
from rt_timbre_export.errors import FigureError, RecipeError
from rt_timbre_export.manifold import WAYS
from rt_timbre_export.recipe import Recipe, recipe_of

TRAVERSE_STEPS = 6
"""Equal steps of the traverse: it has one point more."""

_NOTES_A_PROCESS = 20  # fewer are analysed sooner than another process starts
_SOUNDFONT = "/usr/share/sounds/sf2/FluidR3_GM.sf2"
# Esling, Chemla-Romeu-Santos and Bitton (DAFx 2018), section 5.4: a Piccolo's E5, forte, to a French Horn's A4,
# fortissimo; programs of General MIDI.
_PICCOLO, _FRENCH_HORN = ("Piccolo", 72, 76, 96), ("French Horn", 60, 69, 112)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Encoded:
    """Notes in a space.

    Attributes
    ----------
    names : tuple of str
        Instruments.
    label : ndarray of int64 [N]
        Instrument of each note, index into `names`.
    pitch : ndarray of float32 [N]
        MIDI notes.
    latent : ndarray of float32 [N, D]
        Mean of the points of each note's frames.
    frame : ndarray of float32 [N, K]
        The middle one of the frames of each note, linear amplitudes.
    decoded : ndarray of float32 [N, K]
        That frame, encoded and decoded again.
    problems : tuple of str
        One line for each note that was left out.
    known : dict of str to str
        Instruments that were left out because the space has them, and what it calls them.
    """

    names: tuple[str, ...]
    label: NDArray[np.int64]
    pitch: NDArray[np.float32]
    latent: NDArray[np.float32]
    frame: NDArray[np.float32]
    decoded: NDArray[np.float32]
    problems: tuple[str, ...]
    known: dict[str, str] = dataclasses.field(default_factory=dict)

    def of(self, index: int) -> NDArray[np.float32]:
        """Return the points [n, D] of the notes of an instrument."""
        result: NDArray[np.float32] = self.latent[self.label == index]
        return result

    def centre(self, index: int) -> NDArray[np.float32]:
        """Return the mean [D] of the points of an instrument."""
        result: NDArray[np.float32] = self.of(index).mean(axis=0)
        return result


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """An anchor seen from an instrument.

    Attributes
    ----------
    name : str
        The anchor.
    distance : float
        Of the latents.
    share : float
        Share of the instrument's notes that are nearer to this anchor than to any other, 0 to 1.
    """

    name: str
    distance: float
    share: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Traverse:
    """A way between two sounds.

    Attributes
    ----------
    names : tuple of str
        What it leads from and to.
    curve : str
        "linear" or "spherical".
    latent : ndarray of float32 [TRAVERSE_STEPS + 1, D]
        Its points.
    pitch : ndarray of float32 [TRAVERSE_STEPS + 1]
        MIDI notes, interpolated too.
    frames : ndarray of float32 [TRAVERSE_STEPS + 1, K]
        What is decoded there, at the nearest semitone.
    stretch : ndarray of float64 [TRAVERSE_STEPS + 1]
        What the frequencies of each frame are to be multiplied with for its pitch, as the server does.
    ends : ndarray of float32 [2, K]
        Frames of the two sounds themselves.
    """

    names: tuple[str, str]
    curve: str
    latent: NDArray[np.float32]
    pitch: NDArray[np.float32]
    frames: NDArray[np.float32]
    stretch: NDArray[np.float64]
    ends: NDArray[np.float32]


def own_recipe(space: Space) -> Recipe:
    """Return the recipe that a space was made by.

    Parameters
    ----------
    space : Space
        The space.

    Returns
    -------
    Recipe
        The recipe; relative paths start in the working folder.

    Raises
    ------
    FigureError
        The space does not hold a recipe that this version can read.
    """
    try:
        return recipe_of(space.recipe, Path())
    except RecipeError as error:
        raise FigureError(f"{space.name} does not say how its notes were analysed: its recipe: {error}") from None


def encode_folder(space: Space, folder: Path, work: Path) -> Encoded:
    """Analyse a folder of sounds as a space's own were, and encode it.

    Instruments that the space has, by whatever spelling, are left out if the folder has others too.

    Parameters
    ----------
    space : Space
        The space.
    folder : Path
        Sounds with a metadata.csv, as a recipe's corpus of kind "folder".
    work : Path
        Where analysed notes are kept.

    Returns
    -------
    Encoded
        The notes within the space's range of pitches.

    Raises
    ------
    CorpusError
        The folder is missing, its metadata.csv is faulty, or no note of it can be used.
    FigureError
        The space's recipe is missing, or makes other bands than the space has; or no note is within its range.
    """
    corpus = FolderCorpus(kind="folder", path=str(folder.resolve()))
    found = tuple(dict.fromkeys(note.instrument for note in list_notes(_recipe(space, corpus))[0]))
    known = tuple(anchor.name for anchor in space.anchors)
    called = matched_names(found, known)
    new = tuple(name for name in found if called[name] not in known)
    encoded = _encode(space, dataclasses.replace(corpus, instruments=new), work)
    if not new:
        return encoded
    return dataclasses.replace(encoded, known={name: called[name] for name in found if name not in new})


def neighbours(space: Space, encoded: Encoded, index: int) -> list[Neighbour]:
    """Return the anchors of a space in order of their distance from the centre of an instrument."""
    anchors = np.stack([anchor.latent for anchor in space.anchors]).astype(np.float64)
    distance = np.linalg.norm(anchors - encoded.centre(index), axis=1)
    nearest = np.argmin(np.linalg.norm(encoded.of(index)[:, None] - anchors, axis=2), axis=1)
    return [
        Neighbour(name=space.anchors[i].name, distance=float(distance[i]), share=float(np.mean(nearest == i)))
        for i in np.argsort(distance)
    ]


def traverse(space: Space, work: Path) -> list[Traverse]:
    """Go from a Piccolo's E5 to a French Horn's A4, both rendered from the General MIDI soundfont.

    Parameters
    ----------
    space : Space
        The space.
    work : Path
        Where analysed notes are kept.

    Returns
    -------
    list of Traverse
        The straight and the spherical way.

    Raises
    ------
    CorpusError
        The soundfont or fluidsynth is not installed.
    FigureError
        The space's recipe is missing, or makes other bands than the space has.
    """
    ends = [
        _encode(
            space,
            SoundfontCorpus(
                kind="soundfont",
                path=_SOUNDFONT,
                source="general midi",
                licence="not kept",
                licence_class="not kept",
                velocities=(velocity,),
                instruments={name: Preset(program=program, low=midi, high=midi)},
            ),
            work,
        )
        for name, program, midi, velocity in (_PICCOLO, _FRENCH_HORN)
    ]
    (start, start_pitch), (end, end_pitch) = ((part.latent[0], float(part.pitch[0])) for part in ends)
    pitch = np.linspace(start_pitch, end_pitch, TRAVERSE_STEPS + 1).astype(np.float32)
    semitone = np.round(pitch)
    # What is not conditioned has one pitch, whatever is asked for.
    stretch = np.exp2((pitch - semitone).astype(np.float64) / 12.0) if space.conditioned else np.ones(len(pitch))
    result = []
    for curve in WAYS:
        latent = between(start, end, np.linspace(0.0, 1.0, TRAVERSE_STEPS + 1), curve)
        result.append(
            Traverse(
                names=("Piccolo E5", "French Horn A4"),
                curve=curve,
                latent=latent,
                pitch=pitch,
                frames=networks.decode(space.decoder, latent, semitone, conditioned=space.conditioned),
                stretch=stretch,
                ends=np.concatenate([part.frame for part in ends]),
            )
        )
    return result


def _recipe(space: Space, corpus: FolderCorpus | SoundfontCorpus) -> Recipe:
    own = own_recipe(space)
    return dataclasses.replace(own, corpora=(corpus,), frames=dataclasses.replace(own.frames, transpose=()))


def _encode(space: Space, corpus: FolderCorpus | SoundfontCorpus, work: Path) -> Encoded:
    recipe = _recipe(space, corpus)
    count = len(list_notes(recipe)[0])
    processes = max(1, min(os.cpu_count() or 1, count // _NOTES_A_PROCESS))
    dataset = analyse(recipe, work, processes=processes)
    if not np.array_equal(dataset.transform.centres, space.transform.centres):
        raise FigureError(f"the recipe in {space.name} makes other bands than the space has")
    return _encoded(space, dataset)


def _encoded(space: Space, dataset: Dataset) -> Encoded:
    points = networks.encode(space.encoder, dataset.frames, dataset.pitch, conditioned=space.conditioned)
    problems = list(dataset.problems)
    notes, latent, middle = [], [], []
    for index, note in enumerate(dataset.notes):
        if not space.pitch_low <= note.midi <= space.pitch_high:
            problems.append(
                f"{note.file} ({note.instrument}): MIDI {note.midi} is not within the space's "
                f"{space.pitch_low:g} to {space.pitch_high:g}"
            )
            continue
        own = np.flatnonzero(dataset.note == index)
        notes.append(note)
        latent.append(points[own].mean(axis=0))
        middle.append(own[np.argsort(dataset.time[own])[own.size // 2]])
    if not notes:
        raise FigureError(f"no note can be set into {space.name}; the first problem is: {problems[0]}")
    names = tuple(dict.fromkeys(note.instrument for note in notes))
    pitch = np.array([note.midi for note in notes], np.float32)
    return Encoded(
        names=names,
        label=np.array([names.index(note.instrument) for note in notes]),
        pitch=pitch,
        latent=np.stack(latent),
        frame=dataset.frames[middle],
        decoded=networks.decode(space.decoder, points[middle], pitch, conditioned=space.conditioned),
        problems=tuple(problems),
    )
