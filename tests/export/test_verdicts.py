import dataclasses
import math

import pytest

from rt_timbre_export.folder_notes import Sound
from rt_timbre_export.listening import Heard
from rt_timbre_export.verdicts import judge, judged, note_name, understanding

NAN = math.nan
EITHER = "and one is a harmonic of the other: it may be either"


def heard(pitch, fits=False, problem=""):
    return Heard(rate=44100, seconds=1.0, pitch=pitch, label_fits=fits, problem=problem)


def sound(label, instrument="Flute", **changes):
    plain = Sound(
        file=f"{instrument} {label}.wav",
        instrument=instrument,
        label=label,
        labelled=False,
        is_number=False,
        dynamic="",
        source="here",
        licence="unknown",
        licence_class="unknown",
        problem="",
    )
    return dataclasses.replace(plain, **changes)


@pytest.mark.parametrize(
    ("label", "what", "midi", "known_by", "remark"),
    [
        (69, heard(69.2), 69, "name", ""),
        (69, heard(69.5), 69, "name", ""),
        (69, heard(69.6, fits=True), 69, "name", "it is 60 cents higher than A4: its name is believed"),
        (69, heard(68.4), 68, "sound", "its name says A4, it sounds as G#4: the sound is believed"),
        (69, heard(72.1, fits=True), 72, "sound", "its name says A4, it sounds as C5: the sound is believed"),
        (69, heard(81.0), None, "", "its name says A4, it sounds as A5, 1 octave higher: one of the two is wrong"),
        (69, heard(44.9), None, "", "its name says A4, it sounds as A2, 2 octaves lower: one of the two is wrong"),
        (69, heard(88.0), None, "", f"its name says A4, it sounds as E6, {EITHER}"),
        (69, heard(41.2), None, "", f"its name says A4, it sounds as F2, {EITHER}"),
        (69, heard(NAN, fits=True), 69, "name", ""),
        (69, heard(NAN), None, "", "no steady pitch is heard, nor A4, as its name says"),
        (0, heard(NAN), None, "", "no steady pitch is heard, nor C-1, as its name says"),
        (None, heard(60.4), 60, "sound", ""),
        (None, heard(NAN), None, "", "no steady pitch is heard"),
        (None, heard(-0.6), 0, "sound", ""),
        (69, heard(NAN, problem="it is empty"), None, "", "it is empty"),
    ],
)  # fmt: skip
def test_the_one_that_can_be_shown_to_be_right_is_believed(label, what, midi, known_by, remark):
    verdict = judge(label, what)
    assert (verdict.midi, verdict.known_by, verdict.remark) == (midi, known_by, remark)


def test_notes_have_names():
    assert [note_name(midi) for midi in (0, 60, 61, 69, 127)] == ["C-1", "C4", "C#4", "A4", "G9"]


def test_names_that_count_octaves_otherwise_are_understood():
    sounds = [sound(label) for label in (60, 62, 64, 65, 67)]
    # The last is not heard so: that one is still in doubt. The fourth is known by its sound.
    notes, remarks = judged(sounds, [heard(p) for p in (72.0, 74.1, 76.0, 70.0, 67.0)])
    assert [note.verdict.midi for note in notes] == [72, 74, 76, 70, None]
    assert [note.verdict.known_by for note in notes] == [*["name + 1 octave"] * 3, "sound", ""]
    assert remarks == ["Flute: names count octaves otherwise; what they call C4 sounds as C5"]


def test_two_notes_an_octave_off_are_no_way_of_counting():
    notes, remarks = judged(
        [sound(label) for label in (60, 62, 64, 65, 67)], [heard(p) for p in (72.0, 74.0, 64.0, 65.0, 67.0)]
    )
    assert [note.verdict.midi for note in notes] == [None, None, 64, 65, 67]
    assert remarks == []


def test_numbers_that_count_takes_are_no_pitches():
    sounds = [sound(label, is_number=True) for label in range(60, 66)]
    notes, remarks = judged(sounds, [heard(p) for p in (60.0, 73.0, 65.0, 77.0, 69.0, 40.0)])
    assert [note.verdict.midi for note in notes] == [60, 73, 65, 77, 69, 40]
    assert {note.verdict.known_by for note in notes} == {"sound"}
    assert remarks == ["numbers in names are no pitches here: 2 of 6 are what sounds; the sound is believed"]


def test_numbers_that_are_keys_are_believed():
    sounds = [sound(label, is_number=True) for label in range(60, 66)]
    notes, remarks = judged(sounds, [heard(label, fits=True) for label in (60, 61, 62, 63, NAN, 80)])
    assert [note.verdict.midi for note in notes] == [60, 61, 62, 63, 64, 80]
    assert remarks == []


def test_a_table_is_believed_if_the_analysis_accepts_it():
    sounds = [sound(label, labelled=True) for label in (60, 62, 64, 65)]
    notes, _ = judged(sounds, [heard(72.0, fits=True), heard(62.0, fits=True), heard(NAN, fits=True), heard(70.2)])
    assert [note.verdict.midi for note in notes] == [60, 62, 64, None]
    assert notes[0].verdict.known_by == "labels"
    assert notes[3].verdict.remark == "it is labelled MIDI 65 (F4), and that pitch is not heard; it sounds as A#4"


def test_an_instrument_needs_three_pitches():
    sounds = [sound(60, "Oboe"), sound(60, "Oboe"), sound(62, "Oboe"), *(sound(m) for m in (60, 62, 64))]
    notes, _ = judged(sounds, [heard(s.label) for s in sounds])
    assert [note.is_used for note in notes] == [False] * 3 + [True] * 3
    assert notes[0].verdict.remark == (
        "Oboe has notes of 2 pitches only; at least 3 are needed, one each to learn from, to validate and to test"
    )


def test_what_was_understood_is_said():
    sounds = [
        *(sound(m) for m in (60, 62, 64)),
        *(sound(m, "Oboe d'amore") for m in (58, 62, 75)),
        sound(None, problem="x"),
    ]
    what = [heard(p) for p in (60, 62, 66, 58, 62, 75, NAN)]
    lines = understanding(judged(sounds, what)[0])
    assert lines == [
        "instrument    notes  range                      pitch known by",
        "Flute             3  C4 to F#4 (MIDI 60 to 66)  name 2, sound 1",
        "Oboe d'amore      3  A#3 to D#5 (MIDI 58 to 75)  name 3",
        "Flute 64.wav: its name says E4, it sounds as F#4: the sound is believed",
        "left out: Flute None.wav: x",
    ]


def test_of_one_instrument_it_is_said_what_that_cannot_do():
    lines = understanding(judged([sound(m) for m in (60, 62, 64)], [heard(m) for m in (60, 62, 64)])[0])
    assert "Flute is the only instrument" in lines[-1]
    assert "nothing to morph to" in lines[-1]
