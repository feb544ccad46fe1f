from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rt_timbre_export.note_names import guess


@pytest.mark.parametrize(
    ("path", "instrument", "midi", "dynamic"),
    [
        ("Violin/Violin_A4_mf.wav", "Violin", 69, "mf"),
        ("flute-C#5-pp.flac", "Flute", 73, "pp"),
        ("TpC-ord-A4-mf.wav", "Trumpet", 69, "mf"),
        ("Cello.arco.ff.sulC.C2.wav", "Cello", 36, "ff"),
        ("clarinet_060_100.wav", "Clarinet", 60, "velocity 100"),
        ("bass_electronic_018-022-100.wav", "bass electronic", 22, "velocity 100"),
        ("Bassoon/Bassoon_As1_f_philharmonia_1.flac", "Bassoon", 34, "f"),
        ("violin_A4_15_piano_arco-normal.mp3", "Violin", 69, "p"),
        ("clarinet_A4_1_mezzo-piano_normal.mp3", "Clarinet", 69, "mp"),
        ("Piano.ff.Bb4.aiff", "Piano", 70, "ff"),
        ("PNO_Bb3_mezzo-forte.wav", "Piano", 58, "mf"),
        ("trumpet_forte_Db5.wav", "Trumpet", 73, "f"),
        ("Horn/ff/Fis4.wav", "French Horn", 66, "ff"),
        ("bassclarinet_Es3.wav", "Bass Clarinet", 51, ""),
        ("oboe_Ges4.wav", "Oboe", 66, ""),
        ("HornCs4.wav", "French Horn", 61, ""),
        ("ViolinA4mf.wav", "Violin", 69, "mf"),
        ("Bass Clarinet C2.wav", "Bass Clarinet", 36, ""),
        ("bell_C♯6.wav", "bell", 85, ""),
        ("chime_B♭2.wav", "chime", 46, ""),
        ("Geige H4.wav", "Geige", 71, ""),
        ("Samples/alto/db2_f_rr1_cnd.wav", "alto", 37, "f"),
        ("old trombone/asharp0.wav", "old trombone", 22, ""),
        ("Folk Harp/EWHarp_Normal_C1_v2_RR1.wav", "Folk Harp", 24, ""),
        ("SoftReed62.wav", "Soft Reed", 62, ""),
        # A folder says the class in its own words, unless only the file names a well-known instrument.
        ("FM piano/piano_A4.wav", "FM piano", 69, ""),
        ("Grand_Piano/A4.wav", "Grand Piano", 69, ""),
        ("my pad/soft/A4.wav", "soft", 69, ""),
        ("my pad/pp/A4.wav", "my pad", 69, "pp"),
        ("FrenchHorn/A4.wav", "French Horn", 69, ""),
        ("philharmonia/flute_A4.wav", "Flute", 69, ""),
        ("samples/wav/oboe_A4.wav", "Oboe", 69, ""),
        # What names do not tell.
        ("A4.wav", "", 69, ""),
        ("001.wav", "", None, ""),
        ("Cello.arco.ff.sulC.C2B2.aif", "Cello", None, "ff"),
        ("Tuba_C2_to_C3.wav", "Tuba", None, ""),
        ("Tuba_pp_ff_C2.wav", "Tuba", 36, ""),
        ("Tuba A9.wav", "Tuba", None, ""),
        ("Violin take 12.wav", "Violin", None, ""),
        ("violin 44100.wav", "Violin", None, ""),
        ("violin_130_60.wav", "Violin", 60, ""),
    ],
)
def test_names_are_understood(path, instrument, midi, dynamic):
    found = guess(PurePosixPath(path))
    assert (found.instrument, found.midi, found.dynamic) == (instrument, midi, dynamic)


def test_mere_numbers_are_marked():
    assert guess(PurePosixPath("violin_60.wav")).is_number
    assert not guess(PurePosixPath("violin_C4_60.wav")).is_number
    assert not guess(PurePosixPath("violin.wav")).is_number


def test_the_folder_that_was_asked_for_counts_last_and_only_if_it_is_an_instrument():
    assert guess(PurePosixPath("A4.wav"), "violin").instrument == "Violin"
    assert guess(PurePosixPath("A4.wav"), "my sounds").instrument == ""
    assert guess(PurePosixPath("flute A4.wav"), "violin").instrument == "Flute"


_STEPS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
_SIGNS = {"": 0, "#": 1, "is": 1, "sharp": 1, "♯": 1, "b": -1, "flat": -1, "♭": -1}
_INSTRUMENTS = ("Violin", "French Horn", "Bass Clarinet", "Alto Saxophone", "Piano", "Tuba")
_DYNAMICS = ("", "pp", "p", "mp", "mf", "f", "ff")


@given(
    st.sampled_from(_INSTRUMENTS),
    st.sampled_from(sorted(_STEPS)),
    st.sampled_from(sorted(_SIGNS)),
    st.integers(0, 8),
    st.sampled_from(_DYNAMICS),
    st.sampled_from(["_", "-", ".", " ", " - "]),
    st.permutations(range(4)),
    st.sampled_from(["", "ord", "arco", "take", "non-vib"]),
    st.booleans(),
)
def test_any_order_and_spelling_says_the_same(
    instrument, letter, sign, octave, dynamic, separator, order, aside, in_folder
):
    note = f"{letter}{sign}{octave}"
    own = "" if in_folder else instrument.replace(" ", separator if separator != " - " else "")
    parts = [own, note, dynamic, aside]
    name = separator.join(parts[i] for i in order if parts[i]) + ".wav"
    found = guess(PurePosixPath(f"{instrument}/{name}" if in_folder else name))
    assert found.instrument == instrument
    assert found.midi == 12 * (octave + 1) + _STEPS[letter] + _SIGNS[sign]
    assert found.dynamic == dynamic


@given(st.integers(21, 108), st.integers(1, 127), st.sampled_from(["_", "-", " "]), st.booleans())
def test_key_and_velocity_are_told_apart_by_their_order(midi, velocity, separator, padded):
    numbers = separator.join(f"{n:03d}" if padded else str(n) for n in (midi, velocity))
    found = guess(PurePosixPath(f"flute{separator}{numbers}.wav"))
    assert (found.instrument, found.midi, found.dynamic) == ("Flute", midi, f"velocity {velocity}")


@given(st.lists(st.text(st.characters(exclude_characters="/\0"), min_size=1), min_size=1, max_size=4))
def test_any_name_gives_something_that_can_be_a_label(parts):
    path = PurePosixPath("/".join(parts))
    found = guess(path)
    assert found.midi is None or 0 <= found.midi <= 127
    assert found.instrument == " ".join(found.instrument.split())
