"""Whom to believe on the pitch of a note: its name, or its sound."""

import dataclasses
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rt_timbre.fields import one_line
from rt_timbre_export.folder_notes import Sound
from rt_timbre_export.learned_recipe import FEWEST_PITCHES
from rt_timbre_export.listening import Heard
from rt_timbre_export.tuning import REACH

_NAMES = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")
_HALF = 0.5  # semitones
_HARMONICS = tuple(12.0 * math.log2(number) for number in range(2, 9))  # semitones above the fundamental
_LEAST_AGREEMENT = 3  # notes whose names count octaves in the same other way, to believe that they all do


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """At which pitch a note is taken.

    Attributes
    ----------
    midi : int or None
        The pitch; None if the note is left out.
    known_by : str
        "name", "name + 1 octave" or the like where names count octaves otherwise, "sound" or "labels"; empty if the
        note is left out.
    remark : str
        Why it is left out, or what was decided against its name; may be empty.
    """

    midi: int | None
    known_by: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A sound, what was heard of it, and what was decided.

    Attributes
    ----------
    sound : Sound
        The sound.
    heard : Heard
        What was heard, with the sound's label.
    verdict : Verdict
        What was decided.
    """

    sound: Sound
    heard: Heard
    verdict: Verdict

    @property
    def is_used(self) -> bool:
        """Whether it is learned from."""
        return self.verdict.midi is not None


def judged(sounds: Sequence[Sound], heard: Sequence[Heard]) -> tuple[list[Judged], list[str]]:
    """Decide for each sound at which pitch it is taken, or why not.

    Beside `judge`, three things are seen from all sounds together: whether numbers in names are pitches, whether the
    names of an instrument's files count octaves in another way, and whether an instrument has notes of enough pitches.

    Parameters
    ----------
    sounds : sequence of Sound
        The sounds.
    heard : sequence of Heard
        What was heard of each.

    Returns
    -------
    notes : list of Judged
        One for each sound.
    remarks : list of str
        What was decided for many at once.
    """
    sounds, remarks = _without_counters(sounds, heard)
    notes = [
        Judged(sound=sound, heard=what, verdict=_verdict(sound, what))
        for sound, what in zip(sounds, heard, strict=True)
    ]
    for instrument in dict.fromkeys(note.sound.instrument for note in notes):
        named = [
            i
            for i, note in enumerate(notes)
            if note.sound.instrument == instrument and not note.sound.labelled and not note.sound.problem
        ]
        octaves = common_octaves([(notes[i].sound.label, notes[i].heard) for i in named])
        if octaves:
            middle = note_name(60 + 12 * octaves)
            remarks.append(f"{instrument}: names count octaves otherwise; what they call C4 sounds as {middle}")
            for i in named:
                notes[i] = _moved(notes[i], octaves)
    different = {(note.sound.instrument, note.verdict.midi) for note in notes if note.is_used}
    pitches = Counter(name for name, _ in different)
    return [_left_if_few(note, pitches[note.sound.instrument]) for note in notes], remarks


def judge(label: int | None, heard: Heard) -> Verdict:
    """Decide at which pitch a note is taken, by its name and its sound.

    A steady pitch counts as heard only if the analysis of notes finds the sound's energy at its harmonics. Then, where
    it is another than the name's, the sound is believed; but if one of the two is a harmonic of the other, as with
    octaves, the note is left out, for there the detection of pitch errs as names do, and the analysis accepts both:
    what is at harmonics of A5 is at harmonics of A4, too. The name is believed without a word if the sound is within
    half a semitone of it, with one if the analysis still accepts it (up to 80 cents), and if no steady pitch is heard,
    but the analysis accepts the name's.

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
        return _out(heard.problem)
    if math.isnan(heard.pitch):
        if label is not None and heard.label_fits:
            return Verdict(midi=label, known_by="name", remark="")
        return _out(
            "no steady pitch is heard" + (f", nor {note_name(label)}, as its name says" if label is not None else "")
        )
    sounds = min(127, max(0, round(heard.pitch)))
    if label is None:
        return Verdict(midi=sounds, known_by="sound", remark="")
    off = heard.pitch - label
    if abs(off) <= _HALF:
        return Verdict(midi=label, known_by="name", remark="")
    if abs(off) <= REACH / 100.0 and heard.label_fits:
        remark = f"it is {abs(100.0 * off):.0f} cents {_direction(off)} than {note_name(label)}: its name is believed"
        return Verdict(midi=label, known_by="name", remark=remark)
    says = f"its name says {note_name(label)}, it sounds as {note_name(sounds)}"
    octaves = octaves_off(label, heard)
    if octaves:
        count = f"{abs(octaves)} octave{'s' if abs(octaves) > 1 else ''}"
        return _out(f"{says}, {count} {_direction(off)}: one of the two is wrong")
    if any(abs(abs(off) - above) <= _HALF for above in _HARMONICS):
        return _out(f"{says}, and one is a harmonic of the other: it may be either")
    return Verdict(midi=sounds, known_by="sound", remark=f"{says}: the sound is believed")


def octaves_off(label: int | None, heard: Heard) -> int:
    """Return how many octaves a sound is above its label, if it is off by whole octaves; otherwise 0."""
    if label is None or heard.problem or math.isnan(heard.pitch):
        return 0
    octaves = round((heard.pitch - label) / 12.0)
    return octaves if abs(heard.pitch - label - 12.0 * octaves) <= _HALF else 0


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
    right = [octaves_off(label, heard) for label, heard in pairs if _is_right_but_for_octaves(label, heard)]
    if not right:
        return 0
    octaves, count = Counter(right).most_common(1)[0]
    return octaves if count >= _LEAST_AGREEMENT and count > len(right) / 2 else 0


def understanding(notes: Sequence[Judged]) -> list[str]:
    """Say what was understood: a table of the instruments, then what was decided against names, then what is left out.

    Parameters
    ----------
    notes : sequence of Judged
        The notes.

    Returns
    -------
    list of str
        Lines.
    """
    used = [note for note in notes if note.is_used]
    names = list(dict.fromkeys(note.sound.instrument for note in used))
    width = max([len("instrument"), *map(len, names)])
    lines = [f"{'instrument':<{width}}  notes  {'range':<25}  pitch known by"] if used else []
    for name in names:
        own = [note.verdict for note in used if note.sound.instrument == name]
        midi = [verdict.midi for verdict in own if verdict.midi is not None]
        low, high = min(midi), max(midi)
        span = f"{note_name(low)} to {note_name(high)} (MIDI {low} to {high})"
        known = ", ".join(f"{how} {count}" for how, count in Counter(verdict.known_by for verdict in own).items())
        lines.append(f"{name:<{width}}  {len(own):>5}  {span:<25}  {known}")
    lines += [f"{note.sound.file}: {note.verdict.remark}" for note in used if note.verdict.remark]
    lines += [f"left out: {left_out(note)}" for note in notes if not note.is_used]
    if len(names) == 1:
        lines.append(
            f"{names[0]} is the only instrument: the space will have its notes and what is between them, but nothing "
            "to morph to, and nobody can measure whether its anchor sounds like what it is called"
        )
    return lines


def left_out(note: Judged) -> str:
    """Name a note that is left out, and say why."""
    return f"{one_line(note.sound.file)}: {note.verdict.remark}"


def note_name(midi: int) -> str:
    """Return the name of a MIDI note: 60 is C4."""
    return f"{_NAMES[midi % 12]}{midi // 12 - 1}"


def _without_counters(sounds: Sequence[Sound], heard: Sequence[Heard]) -> tuple[Sequence[Sound], list[str]]:
    """Forget labels from mere numbers, unless at least half of those that can be heard are right but for octaves."""
    pairs = [
        (sound.label, what)
        for sound, what in zip(sounds, heard, strict=True)
        if sound.is_number and sound.label is not None and not math.isnan(what.pitch)
    ]
    right = sum(_is_right_but_for_octaves(label, what) for label, what in pairs)
    if 2 * right >= len(pairs):
        return sounds, []
    remark = f"numbers in names are no pitches here: {right} of {len(pairs)} are what sounds; the sound is believed"
    return [dataclasses.replace(sound, label=None) if sound.is_number else sound for sound in sounds], [remark]


def _is_right_but_for_octaves(label: int | None, heard: Heard) -> bool:
    return label is not None and (octaves_off(label, heard) != 0 or abs(heard.pitch - label) <= _HALF)


def _verdict(sound: Sound, heard: Heard) -> Verdict:
    if sound.problem:
        return _out(sound.problem)
    if not sound.labelled or sound.label is None or heard.problem:
        return judge(sound.label, heard)
    if heard.label_fits:
        return Verdict(midi=sound.label, known_by="labels", remark="")
    sounds = "" if math.isnan(heard.pitch) else f"; it sounds as {note_name(round(heard.pitch))}"
    return _out(f"it is labelled MIDI {sound.label} ({note_name(sound.label)}), and that pitch is not heard{sounds}")


def _moved(note: Judged, octaves: int) -> Judged:
    """Judge a note by its name, moved by octaves."""
    if note.sound.label is None:
        return note
    moved = note.sound.label + 12 * octaves
    # What the analysis accepts was tried at the name's own pitch: only what is heard counts here.
    verdict = judge(moved, dataclasses.replace(note.heard, label_fits=False))
    if verdict.known_by == "name":
        count = f"{abs(octaves)} octave{'s' if abs(octaves) > 1 else ''}"
        verdict = dataclasses.replace(verdict, known_by=f"name {'+' if octaves > 0 else '-'} {count}")
    return dataclasses.replace(note, verdict=verdict)


def _left_if_few(note: Judged, pitches: int) -> Judged:
    if not note.is_used or pitches >= FEWEST_PITCHES:
        return note
    return dataclasses.replace(note, verdict=_out(too_few(note.sound.instrument, pitches)))


def too_few(instrument: str, pitches: int) -> str:
    """Say that an instrument has notes of too few pitches."""
    return (
        f"{instrument} has notes of {pitches} pitch{'es' if pitches > 1 else ''} only; at least {FEWEST_PITCHES} are "
        "needed, one each to learn from, to validate and to test"
    )


def _out(reason: str) -> Verdict:
    return Verdict(midi=None, known_by="", remark=reason)


def _direction(off: float) -> str:
    return "higher" if off > 0.0 else "lower"
