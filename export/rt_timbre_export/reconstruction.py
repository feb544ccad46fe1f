"""Notes beside what a space makes of them."""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rt_timbre.errors import TimbreError
from rt_timbre.space import Space
from rt_timbre_export import networks
from rt_timbre_export.analysis import LEAD, whole_note
from rt_timbre_export.corpus import list_notes
from rt_timbre_export.dataset import NoteInfo
from rt_timbre_export.errors import FigureError
from rt_timbre_export.evaluate import squared_levels
from rt_timbre_export.novel import own_recipe

_PITCH = re.compile(r", MIDI (\d{1,3})(?:, |$)")  # in `NoteInfo.title`, by which paths are called
_HIGHEST = 127


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reconstruction:
    """A note and what is decoded from its points.

    Attributes
    ----------
    name : str
        Which note.
    time : ndarray of float64 [T]
        Seconds after the onset.
    decoded : ndarray of float32 [T, K]
        Decoded frames, with the gains of the note.
    original : ndarray of float32 [T, K] or None
        Its own frames; None where its sound is not at hand.
    """

    name: str
    time: NDArray[np.float64]
    decoded: NDArray[np.float32]
    original: NDArray[np.float32] | None


def error_db(decoded: NDArray[np.float32], original: NDArray[np.float32]) -> float:
    """Return the root mean square difference in dB over the bands that count; see `evaluate.squared_levels`."""
    square, count = squared_levels(decoded, original)
    return float(np.sqrt(square.sum() / max(int(count.sum()), 1)))


def encoded_notes(space: Space) -> tuple[list[Reconstruction], str]:
    """Decode the encoded notes of a space, beside their own frames if their sounds are at hand.

    Parameters
    ----------
    space : Space
        The space.

    Returns
    -------
    notes : list of Reconstruction
        One for each path of the space.
    problem : str
        Why notes lack their own frames; empty if none does.
    """
    notes, problem = [], ""
    for name, path in space.points.paths.items():
        latent, gain = np.ascontiguousarray(path[:, :-1]), path[:, -1:]
        original = None
        pitch = _pitch_of(space, name)
        try:
            frames, own = whole_note(own_recipe(space), _note_of(space, name))
            original = frames * own[:, None]
        except TimbreError as error:
            problem = str(error)
        if original is not None and original.shape != (len(path), space.bands):
            original, problem = None, f"{name} is another sound than the one in the space"
        decoded = networks.decode(
            space.decoder, latent, np.full(len(path), pitch, np.float32), conditioned=space.conditioned
        )
        notes.append(
            Reconstruction(
                name=name,
                time=np.arange(len(path)) * space.transform.hop / space.transform.rate - LEAD,
                decoded=decoded * gain,
                original=original,
            )
        )
    return notes, problem


def _pitch_of(space: Space, name: str) -> float:
    """Return the MIDI note that the name of a path says, or the space's reference pitch."""
    found = _PITCH.search(name)
    return float(found[1]) if found and float(found[1]) <= _HIGHEST else space.reference_pitch


def _note_of(space: Space, name: str) -> NoteInfo:
    """Return the note of the space's corpora that a path was made of."""
    found = [info for note in list_notes(own_recipe(space))[0] if (info := note.info(0.0)).title == name]
    if len(found) != 1:
        raise FigureError(f"{name} is not one note of the corpora of {space.name}, but {len(found)}")
    return found[0]
