"""Controllers that were learned, in their file."""

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rt_timbre.errors import MidiError
from rt_timbre.midi.learn import (
    Binding,
    bind,
    format_bindings,
    load_bindings,
    parse_bindings,
    port_name,
    save_bindings,
)

GAIN = Binding(port="nano KONTROL", channel=1, controller=21, address="/voice/*/gain")
MACRO = Binding(port="ключ", channel=16, controller=0, address="/voice/1/macro/1")
TEXT = """\
{
  "format": 1,
  "controllers": [
    {"port": "nano KONTROL", "channel": 1, "controller": 21, "address": "/voice/*/gain"},
    {"port": "ключ", "channel": 16, "controller": 0, "address": "/voice/1/macro/1"}
  ]
}
"""


def test_is_written_as_it_should_be_read():
    assert format_bindings([GAIN, MACRO]) == TEXT
    assert parse_bindings(TEXT.encode()) == (GAIN, MACRO)
    assert parse_bindings(format_bindings([]).encode()) == ()


def test_one_controller_has_one_address_and_the_other_way_round():
    moved = Binding(port=GAIN.port, channel=1, controller=22, address=GAIN.address)
    assert bind([GAIN, MACRO], moved) == (MACRO, moved)
    other = Binding(port=GAIN.port, channel=1, controller=21, address="/master/gain")
    assert bind([GAIN, MACRO], other) == (MACRO, other)


def test_the_numbers_that_alsa_gives_a_port_are_no_part_of_its_name():
    assert port_name("Launchkey:Launchkey MIDI 1 20:0") == "Launchkey:Launchkey MIDI 1"
    assert port_name("keys:out") == "keys:out"


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ('"format": 1', '"format": 3', "format is 3; this version of rt-timbre reads 1"),
        ('"channel": 1,', '"channel": 17,', "controllers[0].channel is 17; it must be 1 to 16"),
        ('"controller": 21', '"controller": -1', "controllers[0].controller is -1; it must be 0 to 127"),
        ('"controller": 21', '"controller": "x"', "controllers[0].controller is 'x'; it must be a whole number"),
        ('"/voice/*/gain"', '"gain"', "controllers[0].address is 'gain'; it must be an OSC address"),
        ('"address": "/voice/*/gain"', '"to": "/a"', "controllers[0].'to' is no known key"),
        ('"controllers": [', '"controllers": ', "the file of learned controllers is no JSON: "),
    ],
)
def test_a_damaged_value_is_named_and_the_file_is_put_aside(tmp_path, old, new, wanted):
    assert old in TEXT
    file = tmp_path / "midi.json"
    file.write_text(TEXT.replace(old, new, 1))
    bindings, complaint = load_bindings(file)
    assert bindings == ()
    assert complaint.startswith(f"{file} is put aside as midi.json.damaged, no controller is known: {wanted}")
    assert [path.name for path in tmp_path.iterdir()] == ["midi.json.damaged"]


@given(st.integers(0, len(TEXT.encode())), st.integers(0, 30), st.binary(max_size=5))
def test_any_damage_is_one_line(start, length, put):
    data = TEXT.encode()
    try:
        bindings = parse_bindings(data[:start] + put + data[start + length :])
    except MidiError as error:
        message = str(error)
    else:
        message = "fine"
        assert parse_bindings(format_bindings(bindings).encode()) == bindings
    assert message.isprintable()


def test_is_kept_and_found_again(tmp_path):
    file = tmp_path / "data" / "midi.json"
    assert load_bindings(file) == ((), "")
    save_bindings(file, [GAIN, MACRO])
    assert load_bindings(file) == ((GAIN, MACRO), "")


def test_a_file_that_cannot_be_read_or_written(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(MidiError, match=r"midi\.json cannot be written: (File exists|Not a directory)$"):
        save_bindings(tmp_path / "file" / "midi.json", [GAIN])
    (tmp_path / "midi.json").mkdir()
    assert load_bindings(tmp_path / "midi.json") == (
        (),
        f"{tmp_path / 'midi.json'} cannot be read, no controller is known: Is a directory",
    )


FULL = """
import resource, sys
from pathlib import Path
from rt_timbre.errors import MidiError
from rt_timbre.midi.learn import save_bindings
from tests.test_midi_learn import MACRO
resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))
try:
    save_bindings(Path(sys.argv[1]), [MACRO])
except MidiError as error:
    sys.stdout.write(str(error))
"""


def test_a_full_disk_leaves_the_old_file(tmp_path):
    file = tmp_path / "midi.json"
    save_bindings(file, [GAIN])
    result = subprocess.run([sys.executable, "-c", FULL, file], capture_output=True, text=True, timeout=60)
    assert (result.stdout, result.stderr) == (f"{file} cannot be written: File too large", "")
    assert load_bindings(file) == ((GAIN,), "")
    assert os.listdir(tmp_path) == ["midi.json"]
