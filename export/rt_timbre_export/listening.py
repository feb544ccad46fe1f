"""What a sound file itself says: whether it can be used, and at which pitch it sounds."""

import math
from dataclasses import dataclass
from pathlib import Path

from rt_timbre.audiofile import read_audio
from rt_timbre.errors import TimbreError
from rt_timbre_export.analysis import sounding
from rt_timbre_export.corpus import mono
from rt_timbre_export.pitch_detection import steady_pitch
from rt_timbre_export.tuning import cents_from

SLOWEST = 8000  # Hz: sounds of a lower rate cannot be analysed
SHORTEST = 0.1  # seconds that a note must sound

_THRESHOLD_DB = -30.0  # as `frames.threshold_db` of recipes
_SKIPPED = 0.1  # seconds after the onset, at most: the attack
_HEARD = 1.0  # seconds that are listened to


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


def _frequency(midi: int) -> float:
    return 440.0 * math.exp2((midi - 69) / 12.0)


def _without(message: str, path: Path) -> str:
    """Return a message about a file without the file, which stands before it anyway."""
    return message.replace(f"{path} ", "it ", 1)
