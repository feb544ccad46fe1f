import csv
import os
from pathlib import PurePosixPath

import pytest

from rt_timbre_export.errors import CorpusError
from rt_timbre_export.folder_notes import COLUMNS, find_sounds, guessed_sounds, labelled_sounds, table_text

FILES = ["Flute/A4.wav", "Violin/A4.wav", "Violin/B4.wav"]


def touch(folder, *files):
    for file in files:
        path = folder / PurePosixPath(file)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return folder


def labels(tmp_path, text):
    path = tmp_path / "labels.csv"
    path.write_text(text, "utf-8")
    return path


def test_sounds_are_found_in_all_folders(tmp_path):
    touch(
        tmp_path, "b.WAV", "x/y/a.flac", "x/a.mp3", "notes.txt", ".hidden.wav", ".git/c.wav", "runs/d.wav", "demo.wav"
    )
    assert find_sounds(tmp_path, without=(tmp_path / "runs", tmp_path / "demo.wav")) == [
        "b.WAV",
        "x/a.mp3",
        "x/y/a.flac",
    ]


def test_a_folder_without_sounds_is_refused(tmp_path):
    with pytest.raises(CorpusError, match=r"there is no folder .*nowhere"):
        find_sounds(tmp_path / "nowhere")
    touch(tmp_path, "a.txt")
    with pytest.raises(CorpusError, match=r"no sound file in .*: none ends in \.aif, "):
        find_sounds(tmp_path)
    with pytest.raises(CorpusError, match="there is no folder"):
        find_sounds(tmp_path / "a.txt")


def test_names_that_say_nothing_are_problems(tmp_path):
    found = guessed_sounds(tmp_path, ["A4.wav", "Flute A4.wav", "bad\nname/A4.wav", "x" * 120 + "/A4.wav"])
    assert "gives an instrument" not in found[1].problem
    assert found[1].problem == ""
    assert found[0].problem == "neither its name nor that of its folder gives an instrument"
    assert "cannot be printed" in found[2].problem
    assert "its instrument is " in found[3].problem
    assert found[1].source == tmp_path.name


def test_a_second_file_of_the_same_name_is_left_out_only_if_it_is_beside_the_first(tmp_path):
    found = guessed_sounds(tmp_path, ["Flute/A4.flac", "Flute/A4.wav", "Oboe/A4.wav"])
    assert [sound.problem != "" for sound in found] == [False, True, False]
    assert "the same name as A4.flac" in found[1].problem


def test_a_table_says_what_names_do_not(tmp_path):
    text = (
        "file,instrument,midi,dynamic,source,licence,ignored\n"
        "Violin/A4.wav, Fiddle ,70,ff,studio,CC0,x\n"
        "B4.wav,Fiddle,,,,,\n"
    )
    found, problems = labelled_sounds(labels(tmp_path, text), tmp_path, FILES)
    assert [(s.file, s.instrument, s.label, s.labelled, s.dynamic, s.source, s.licence) for s in found] == [
        ("Violin/A4.wav", "Fiddle", 70, True, "ff", "studio", "CC0"),
        ("Violin/B4.wav", "Fiddle", 71, False, "", tmp_path.name, "unknown"),
    ]
    (problem,) = problems
    assert problem.startswith("1 files that ")
    assert "as Flute/A4.wav" in problem


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("nowhere.wav,Flute,60", "'nowhere.wav' is no sound file in "),
        ("A4.wav,Flute,60", "'A4.wav' is the name of 2 files; write 'Flute/A4.wav'"),
        ("Violin/B4.wav,Flute,60", "'Violin/B4.wav' has a row already"),
    ],
)
def test_rows_that_name_no_file_are_named(tmp_path, row, words):
    table = labels(tmp_path, f"file,instrument,midi\nViolin/B4.wav,Violin,71\n{row}\n")
    found, problems = labelled_sounds(table, tmp_path, FILES)
    assert [sound.file for sound in found] == ["Violin/B4.wav"]
    assert problems[0].startswith(f"{table}:3: {words}")


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("A4,60", "its midi is 'A4' in the table; it must be a whole number from 0 to 127"),
        ("Flute,128", "its midi is '128'"),
        ("Flute,-1", "its midi is '-1'"),
        ("Flute,٦٠", "its midi is '٦٠'"),
        (" ,60", "its instrument is empty in the table"),
        ("a/b,60", "it must not hold a slash"),
        ('"a\x07b",60', "printable"),
    ],
)
def test_bad_values_are_named(tmp_path, row, words):
    if row == "A4,60":
        row = "Flute,A4"
    found, _ = labelled_sounds(labels(tmp_path, f"file,instrument,midi\nViolin/B4.wav,{row}\n"), tmp_path, FILES)
    assert words in found[0].problem


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"file,midi\nA4.wav,60\n", "lacks the column instrument"),
        (b"instrument\nViolin\n", "lacks the column file"),
        (b"", "lacks the column file"),
        (b"file,instrument\n\xff\xfe,x\n", "is not a CSV file in UTF-8"),
        (b"file,instrument\n", "no row that can be used: it has no rows"),
        (b"file,instrument\nno.wav,Violin\n", "no row that can be used: .*'no.wav' is no sound file"),
    ],
)
def test_a_table_without_use_is_refused(tmp_path, content, words):
    path = tmp_path / "labels.csv"
    path.write_bytes(content)
    with pytest.raises(CorpusError, match=words):
        labelled_sounds(path, tmp_path, FILES)


def test_a_table_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(CorpusError, match=r"labels\.csv cannot be read: No such file"):
        labelled_sounds(tmp_path / "labels.csv", tmp_path, FILES)


def test_the_table_that_is_written_can_be_read_again(tmp_path):
    files = [*FILES, 'odd "name", with; all/C4.wav']
    found = guessed_sounds(tmp_path, files)
    path = labels(tmp_path, table_text((sound, sound.label, "name", "a, remark") for sound in found))
    again, problems = labelled_sounds(path, tmp_path, files)
    assert problems == []
    assert [(s.file, s.instrument, s.label, s.source) for s in again] == [
        (s.file, s.instrument, s.label, s.source) for s in found
    ]
    with path.open(newline="") as file:
        assert tuple(next(csv.reader(file))) == COLUMNS


def test_files_whose_names_cannot_be_written_have_no_row(tmp_path):
    name = os.fsdecode(b"Flute/\xff.wav")
    (found,) = guessed_sounds(tmp_path, [name])
    assert "cannot be printed" in found.problem
    assert len(table_text([(found, None, "", "")]).encode().splitlines()) == 1
