"""Whether a foreign sound that is played by the timbres of a space sounds like the space."""

import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rt_timbre.audiofile import write_audio
from rt_timbre.benchmarks.corpus import Note
from rt_timbre.encoding.encode import Encoding
from rt_timbre.encoding.recording_file import RecordingFile
from rt_timbre.errors import AudioFileError, EncodeError
from rt_timbre.instrument_names import matched_names
from rt_timbre.loudness import normalise
from rt_timbre.render import render_path
from rt_timbre.space import Space
from rt_timbre_export.classifier import Classifier
from rt_timbre_export.dataset import TRAIN, Dataset
from rt_timbre_export.errors import EvaluationError
from rt_timbre_export.evaluate import squared_levels

FRAMES = 8
"""Of each note, as of the notes that spaces learn from."""

_SEED = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Transferred:
    """How the notes of one foreign instrument fare; of those that its classifier has not learned from.

    Attributes
    ----------
    instrument : str
        Which.
    notes : int
        How many notes.
    own, own_after : float
        Share of frames that the classifier names as this instrument, of the recordings and of the transferred sounds.
    distance, distance_after : float
        Distance in dB from the nearest real frame of the space's notes of the same pitch, mean; see
        `evaluate.squared_levels`.
    names : tuple of str
        What most of the transferred frames are named, the most frequent first, three at most.
    """

    instrument: str
    notes: int
    own: float
    own_after: float
    distance: float
    distance_after: float
    names: tuple[str, ...]


def transferred(
    space: Space, dataset: Dataset, notes: Sequence[Note], progress: Callable[[int, int], None]
) -> list[Transferred]:
    """Transfer notes of instruments that a space does not know.

    For each instrument a support vector machine learns to tell it from the space's own, by real frames of both: half of
    its notes, and the notes that the space has learned from. The other half is encoded and rendered, and the frames of
    the sounds before and after are named.

    Parameters
    ----------
    space : Space
        The space.
    dataset : Dataset
        The notes of its recipe.
    notes : sequence of Note
        Recordings; those of instruments that the space knows are left out, as what is out of its range.
    progress : callable
        Called with the number of notes done, and of all notes.

    Returns
    -------
    list of Transferred
        By instrument.

    Raises
    ------
    EvaluationError
        There is no note of another instrument, or the dataset is of other bands.
    """
    if not np.array_equal(space.transform.centres, dataset.transform.centres):
        raise EvaluationError(f"{space.name} has other bands than the notes of this recipe were analysed with")
    matched = matched_names(tuple(sorted({note.instrument for note in notes})), dataset.instruments)
    foreign = [
        note
        for note in notes
        if matched[note.instrument] not in dataset.instruments and space.pitch_low <= note.midi <= space.pitch_high
    ]
    instruments = sorted({note.instrument for note in foreign})
    if not instruments:
        raise EvaluationError(f"{space.name} knows all instruments of these recordings, or none is in its range")
    train = np.intersect1d(dataset.select(TRAIN), dataset.as_played())
    real, pitch, label = dataset.frames[train], dataset.pitch[train], dataset.instrument[train].astype(np.int64)
    done, result = 0, []
    for instrument in instruments:
        own = [note for note in foreign if note.instrument == instrument]
        order = np.random.default_rng(_SEED).permutation(len(own))
        learned, before, after = [], [], []
        for place, index in enumerate(order.tolist()):
            with suppress(AudioFileError, EncodeError):  # a note that cannot be read, or is silent
                encoding = Encoding(RecordingFile(own[index].path), space)
                if place % 2:
                    learned.append(encoding.tuned_frames(FRAMES))
                else:
                    after.append(_of_sound(encoding, space))
                    before.append(encoding.tuned_frames(FRAMES))
            done += 1
            progress(done, len(foreign))
        if not learned or not after:
            raise EvaluationError(f"there are too few notes of {instrument} that can be used: {len(own)}")
        frames, pitches = _joined(learned, space)
        machine = Classifier(
            np.concatenate((real, frames)),
            np.concatenate((pitch, pitches)),
            np.concatenate((label, np.full(len(frames), len(dataset.instruments)))),
            space.transform.centres,
            seed=_SEED,
        )
        (first, first_pitch), (second, second_pitch) = _joined(before, space), _joined(after, space)
        named = [machine.name(*pair) for pair in ((first, first_pitch), (second, second_pitch))]
        counts = np.bincount(named[1], minlength=len(dataset.instruments) + 1)
        names = (*dataset.instruments, instrument)
        result.append(
            Transferred(
                instrument=instrument,
                notes=len(after),
                own=float(np.mean(named[0] == len(dataset.instruments))),
                own_after=float(np.mean(named[1] == len(dataset.instruments))),
                distance=_nearest(first, first_pitch, real, pitch),
                distance_after=_nearest(second, second_pitch, real, pitch),
                names=tuple(names[i] for i in np.argsort(-counts)[:3].tolist() if counts[i]),
            )
        )
    return result


def _of_sound(encoding: Encoding, space: Space) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return frames of what is rendered of an encoding, and their pitches."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.wav"
        sound = render_path(space, encoding.path(), rate=space.transform.rate)
        write_audio(path, sound[:, :1], space.transform.rate)
        return Encoding(RecordingFile(path), space).tuned_frames(FRAMES)


def _joined(
    parts: Sequence[tuple[NDArray[np.float32], NDArray[np.float32]]], space: Space
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    frames = np.concatenate([part for part, _ in parts])
    return normalise(frames, space.transform)[0], np.concatenate([pitches for _, pitches in parts])


def _nearest(
    frames: NDArray[np.float32], pitches: NDArray[np.float32], real: NDArray[np.float32], known: NDArray[np.float32]
) -> float:
    """Return the mean distance in dB of frames from the nearest real ones of the pitches that are nearest to theirs."""
    distances = []
    for frame, pitch in zip(frames, pitches, strict=True):
        away = np.abs(known - pitch)
        others = real[away == away.min()]
        square, count = squared_levels(others, np.broadcast_to(frame, others.shape))
        distances.append(np.sqrt((square / count).min()))
    return float(np.mean(distances))


def report(rows: Sequence[Transferred]) -> list[str]:
    """Return the figures as lines of a table."""
    lines = [
        f"{'instrument':<16} notes  named as itself %: before   after  dB from the space: before   after  named after"
    ]
    lines += [
        f"{row.instrument:<16} {row.notes:5d} {100.0 * row.own:26.0f} {100.0 * row.own_after:7.0f} "
        f"{row.distance:27.1f} {row.distance_after:7.1f}  {', '.join(row.names)}"
        for row in rows
    ]
    return lines
