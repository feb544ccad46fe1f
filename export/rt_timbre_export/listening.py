"""What a sound file itself says: whether it can be used, and at which pitch it sounds; and whom to believe."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rt_timbre.audiofile import read_audio
from rt_timbre.errors import TimbreError
from rt_timbre_export.analysis import sounding
from rt_timbre_export.corpus import mono
from rt_timbre_export.pitch_detection import steady_pitch
from rt_timbre_export.tuning import REACH, cents_from

SLOWEST = 8000  # Hz: sounds of a lower rate cannot be analysed
SHORTEST = 0.1  # seconds that a note must sound

_THRESHOLD_DB = -30.0  # as `frames.threshold_db` of recipes
_SKIPPED = 0.1  # seconds after the onset, at most: the attack
_HEARD = 1.0  # seconds that are listened to
_NAMES = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")
_LEAST_AGREEMENT = 3  # notes whose names count octaves in the same other way, to believe that they all do


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What was heard in a sound file.

    Attributes
    ----------
    rate : int
        Samples per second; 0 if it cannot be read.
    seconds : float
        From the onset to where it is last within 30 dB of its loudest.
    pitch : float
        MIDI note at which it sounds; NaN if none is found that the analysis of notes accepts.
    label_fits : bool
        Whether the analysis of notes accepts the pitch that it is said to have.
    problem : str
        Why it cannot be used; empty if it can.
    """

    rate: int
    seconds: float
    pitch: float
    label_fits: bool
    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """At which pitch a note is taken.

    Attributes
    ----------
    midi : int or None
        The pitch; None if the note is left out.
    known_by : str
        "name" or "sound": whom it is known by; "name, octaves moved" where the names count octaves otherwise; empty
        if it is left out.
    remark : str
        What is to be said of it: why it is left out, or what was decided; may be empty.
    """

    midi: int | None
    known_by: str
    remark: str


def listen(path: Path, label: int | None) -> Heard:
    """Read a sound file, find its pitch, and try the label it has.

    Parameters
    ----------
    path : Path
        The file.
    label : int or None
        MIDI note that it is said to have.

    Returns
    -------
    Heard
        What was heard. Nothing is raised for a file that cannot be used.
    """
    try:
        samples, rate = read_audio(path)
        signal = mono(samples)
    except TimbreError as error:
        return Heard(rate=0, seconds=0.0, pitch=math.nan, label_fits=False, problem=_without(str(error), path))
    onset, end = sounding(signal, rate, _THRESHOLD_DB)
    start = onset + min(_SKIPPED, 0.25 * (end - onset))
    steady = signal[int(start * rate) : int(min(end, start + _HEARD) * rate)]
    problem = ""
    if rate < SLOWEST:
        problem = f"its rate is {rate} Hz; it must be at least {SLOWEST} Hz"
    elif end - onset < SHORTEST:
        problem = f"it sounds for {end - onset:.2f} s; it must be at least {SHORTEST:g} s"
    if problem:
        return Heard(rate=rate, seconds=end - onset, pitch=math.nan, label_fits=False, problem=problem)
    pitch = steady_pitch(steady, rate)
    if not math.isnan(pitch):
        # The nearest semitone, and how far it is: what the analysis will find.
        pitch = round(pitch) + cents_from(steady, rate, _frequency(round(pitch))) / 100.0
    fits = label is not None and not math.isnan(cents_from(steady, rate, _frequency(label)))
    return Heard(rate=rate, seconds=end - onset, pitch=pitch, label_fits=fits, problem="")


def judge(label: int | None, heard: Heard) -> Verdict:
    """Decide at which pitch a note is taken.

    A name is believed if the sound is within half a semitone of it, or if no steady pitch is heard and the analysis
    of notes finds the sound's energy at the harmonics of the name's pitch. If another pitch is heard, and the energy is
    at its harmonics and not at those of the name, the sound is believed. If both can be, as with octaves, the note is
    left out: what is at harmonics of A5 is at harmonics of A4, too, so neither can be shown to be wrong.

    Parameters
    ----------
    label : int or None
        What its name says.
    heard : Heard
        What was heard, with this label.

    Returns
    -------
    Verdict
        The decision.
    """
    if heard.problem:
        return Verdict(midi=None, known_by="", remark=heard.problem)
    if math.isnan(heard.pitch):
        if label is not None and heard.label_fits:
            return Verdict(midi=label, known_by="name", remark="")
        at = "" if label is None else f" at {note_name(label)}, as its name says, nor elsewhere"
        return Verdict(midi=None, known_by="", remark=f"no steady pitch is heard{at}")
    sounds = min(127, max(0, round(heard.pitch)))
    if label is None:
        return Verdict(midi=sounds, known_by="sound", remark="")
    if abs(heard.pitch - label) <= 0.5:
        return Verdict(midi=label, known_by="name", remark="")
    says = f"its name says {note_name(label)}, it sounds as {note_name(sounds)}"
    octaves = octaves_off(label, heard)
    if octaves:
        how = f"{abs(octaves)} octave{'s' if abs(octaves) > 1 else ''} {'higher' if octaves > 0 else 'lower'}"
        return Verdict(midi=None, known_by="", remark=f"{says}, {how}: one of the two is wrong")
    if heard.label_fits:
        return Verdict(midi=None, known_by="", remark=f"{says}: it may be either")
    return Verdict(midi=sounds, known_by="sound", remark=f"{says}: the sound is believed")


def octaves_off(label: int | None, heard: Heard) -> int:
    """Return how many octaves a sound is above its label, if it is off by whole octaves; otherwise 0."""
    if label is None or heard.problem or math.isnan(heard.pitch):
        return 0
    octaves = round((heard.pitch - label) / 12.0)
    return octaves if abs(heard.pitch - label - 12.0 * octaves) <= 0.5 else 0


def common_octaves(pairs: Sequence[tuple[int | None, Heard]]) -> int:
    """Say whether the names of an instrument's files count octaves in another way, as with C3 for middle C.

    Parameters
    ----------
    pairs : sequence of tuple of (int or None, Heard)
        Label and what was heard of each file.

    Returns
    -------
    int
        By how many octaves to move the names: what more than half of the labels that are right but for octaves are
        off by, if these are at least three; otherwise 0.
    """
    right = [
        octaves
        for label, heard in pairs
        if label is not None and ((octaves := octaves_off(label, heard)) or abs(heard.pitch - label) <= 0.5)
    ]
    if not right:
        return 0
    octaves, count = Counter(right).most_common(1)[0]
    return octaves if count >= _LEAST_AGREEMENT and count > len(right) / 2 else 0


def note_name(midi: int) -> str:
    """Return the name of a MIDI note: 60 is C4."""
    return f"{_NAMES[midi % 12]}{midi // 12 - 1}"


def out_of_reach(label: int) -> str:
    """Say that the analysis does not find the pitch that a table of labels gives."""
    return f"no pitch is found within {REACH:g} cents of MIDI {label} ({note_name(label)}), as labelled"


def _frequency(midi: int) -> float:
    return 440.0 * math.exp2((midi - 69) / 12.0)


def _without(message: str, path: Path) -> str:
    """Return a message about a file without the file, which stands before it anyway."""
    return message.replace(f"{path} ", "it ", 1)
