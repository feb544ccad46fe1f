"""The folder of presets: names of any kind, crashes, full disks, and files that others have put there."""

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rt_timbre.errors import PresetError
from rt_timbre.presets.preset import SpaceKey, format_preset
from rt_timbre.presets.store import PresetStore, file_name
from tests.test_presets import NAMES, SPACE, content, make_preset

OTHER = SpaceKey(name="winds", sha256="f" * 64)


@pytest.fixture
def store(tmp_path):
    return PresetStore(tmp_path / "data" / "presets")


def run(*command, **options):
    """Run Python in a process of its own, which may do to itself what a test may not."""
    return subprocess.run([*command], capture_output=True, text=True, timeout=60, **options)


def test_keeps_replaces_and_deletes(store):
    assert store.load_all() == ([], [])
    first, second = make_preset("one", gain=-3.0), make_preset("Two, über alles / .. \\ %", gain=-4.0)
    store.store(first)
    store.store(second)
    loaded, complaints = store.load_all()
    assert complaints == []
    assert [content(preset) for preset in loaded] == [content(second), content(first)]
    store.store(make_preset("one", gain=-5.0))
    assert [preset.voices[0].gain for preset in store.load_all()[0]] == [-4.0, -5.0]
    store.delete(second.name, SPACE)
    assert [preset.name for preset in store.load_all()[0]] == ["one"]
    with pytest.raises(PresetError, match=r"there is no preset 'Two.*' of the space orchestra"):
        store.delete(second.name, SPACE)


def test_the_same_name_in_another_space_is_another_preset(store):
    store.store(make_preset("one", gain=-3.0))
    store.store(make_preset("one", OTHER, gain=-4.0))
    assert {(preset.space.name, preset.voices[0].gain) for preset in store.load_all()[0]} == {
        ("orchestra", -3.0),
        ("winds", -4.0),
    }
    store.delete("one", SPACE)
    assert [preset.space for preset in store.load_all()[0]] == [OTHER]


@pytest.mark.parametrize(
    "name", ["..", ".", "/etc/passwd", "../../up", "con", "a/b", "~", "%2e", "-", " ", "a" * 64, "Ω" * 64, "😀" * 64]
)
def test_a_name_is_never_a_path(store, name, tmp_path):
    path = store.store(make_preset(name))
    folder = tmp_path / "data" / "presets" / f"orchestra-{SPACE.sha256[:16]}"
    assert path.parent == folder
    assert [*folder.iterdir()] == [path]
    assert [preset.name for preset in store.load_all()[0]] == [name]


@pytest.mark.parametrize("name", ["", "a" * 65, "a\nb", "\x00", "\u202eabc"])
def test_what_is_no_name_is_refused(store, name):
    with pytest.raises(PresetError, match=r"the name of a preset is .*; it must be 1 to 64 printable characters"):
        make_preset(name)
    with pytest.raises(PresetError, match="the name of a preset is"):
        store.delete(name, SPACE)


@given(NAMES, NAMES)
def test_file_names_are_safe_and_differ(one, two):
    name = file_name(one)
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_%~")
    assert 1 <= len(name) <= 120
    assert (name == file_name(two)) == (one == two)


@given(st.text(alphabet="aAbB.", min_size=1, max_size=4), st.text(alphabet="aAbB.", min_size=1, max_size=4))
def test_file_names_differ_in_more_than_capitals(one, two):
    assert (file_name(one).lower() == file_name(two).lower()) == (one == two)


def test_what_others_put_there_is_left_out_with_a_reason(store):
    folder = store.store(make_preset("good")).parent
    text = format_preset(make_preset("moved"))
    (folder / "elsewhere.json").write_text(text)
    (folder / "broken.json").write_text(text[:100])
    (folder / "latin.json").write_bytes("Évening".encode("latin-1"))
    (folder / "huge.json").write_bytes(b" " * (5 << 20))
    (folder / "folder.json").mkdir()
    os.mkfifo(folder / "pipe.json")
    (folder / "gone.json").symlink_to("nowhere")
    (folder / os.fsdecode(b"\xff\n.json")).write_text("")
    (folder / "notes.txt").write_text("none of ours")
    (folder.parent / "README").write_text("none of ours")
    presets, complaints = store.load_all()
    assert [preset.name for preset in presets] == ["good"]
    assert all(complaint.isprintable() for complaint in complaints)
    begin = f"the preset {folder}/"
    reasons = dict(complaint.removeprefix(begin).split(" is left out: ", 1) for complaint in complaints)
    assert reasons.pop("broken.json").startswith("the preset is no JSON: ")
    assert reasons.pop("latin.json").startswith("the preset is no JSON: 'utf-8' codec can't decode byte 0xc9")
    assert reasons == {
        "elsewhere.json": f"the preset 'moved' of the space orchestra belongs in {folder / 'moved.json'}",
        "huge.json": "the preset has more than 4194304 bytes",
        "folder.json": "Is a directory",
        "pipe.json": "it is no file",
        "gone.json": "No such file or directory",
        "? .json": "the preset is no JSON: Expecting value: line 1 column 1 (char 0)",
    }


def test_no_folder_can_be_made(tmp_path):
    (tmp_path / "file").write_text("")
    store = PresetStore(tmp_path / "file" / "presets")
    with pytest.raises(PresetError, match=r"^the preset 'one' cannot be stored as .*one\.json: Not a directory$"):
        store.store(make_preset("one"))
    presets, complaints = PresetStore(tmp_path / "file").load_all()
    assert presets == []
    assert complaints == [f"the presets in {tmp_path / 'file'} cannot be read: Not a directory"]


STORE = """
import resource, sys
from pathlib import Path
from rt_timbre.errors import PresetError
from rt_timbre.presets.store import PresetStore
from tests.test_presets import SPACE, make_preset
store = PresetStore(Path(sys.argv[1]))
def attempt(obey):
    try:
        obey()
    except PresetError as error:
        sys.stdout.write(f"{error}\\n")
def store_one():
    store.store(make_preset("one", gain=-9.0))
"""
FULL = STORE + "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)); attempt(store_one)"
CHANGE = STORE + "attempt(store_one); attempt(lambda: store.delete('one', SPACE))"
LOAD = STORE + "sys.stdout.write(str(store.load_all()))"


def test_a_file_that_cannot_grow_leaves_the_old_one(store, tmp_path):
    path = store.store(make_preset("one", gain=-3.0))
    result = run(sys.executable, "-c", FULL, str(tmp_path / "data" / "presets"))
    assert (result.stdout, result.stderr) == (f"the preset 'one' cannot be stored as {path}: File too large\n", "")
    assert [*path.parent.iterdir()] == [path]
    assert store.load_all()[0][0].voices[0].gain == -3.0


def test_a_folder_that_is_read_only(store, tmp_path):
    path = store.store(make_preset("one", gain=-3.0))
    path.parent.chmod(0o500)
    powerless = ("setpriv", "--bounding-set=-all") if os.geteuid() == 0 else ()  # else root may write everywhere
    result = run(*powerless, sys.executable, "-c", CHANGE, str(tmp_path / "data" / "presets"))
    assert (result.stdout, result.stderr) == (
        f"the preset 'one' cannot be stored as {path}: Permission denied\n"
        f"the preset 'one' cannot be deleted: {path}: Permission denied\n",
        "",
    )
    path.parent.chmod(0o000)
    result = run(*powerless, sys.executable, "-c", LOAD, str(tmp_path / "data" / "presets"))
    path.parent.chmod(0o700)
    assert result.stdout == f"([], ['the presets in {path.parent} cannot be read: Permission denied'])"
    assert store.load_all()[0][0].voices[0].gain == -3.0


def test_a_process_that_is_killed_leaves_the_old_or_the_new(tmp_path):
    result = run(sys.executable, "-m", "tests.killed_storing", str(tmp_path / "presets"))
    assert result.stderr == ""
    assert result.stdout == "60 kills, 1 preset, 0 complaints, True litter, 0 left\n"
