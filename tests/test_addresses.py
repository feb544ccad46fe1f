"""The address table: every row, every refusal."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rt_timbre.addresses import ROWS, table_markdown
from rt_timbre.errors import ControlError
from rt_timbre.osc import Message
from rt_timbre.patterns import match
from rt_timbre.table import Limits, Table

LOW, HIGH = np.array([-1.0, -2.0, -3.0], np.float32), np.array([1.0, 2.0, 3.0], np.float32)
TABLE = Table(Limits(voices=16, dimension=3, axes=2, low=LOW, high=HIGH))


def commands(address, *arguments):
    return TABLE.commands(Message(address=address, arguments=arguments))


@pytest.mark.parametrize(
    ("address", "arguments", "name", "voice", "index", "values"),
    [
        ("/voice/1/latent", (0.5, 1, 2.0), "voice/latent", 0, -1, (0.5, 1.0, 2.0)),
        ("/voice/16/z/3", (2,), "voice/z", 15, 2, (2.0,)),
        ("/voice/2/macro/2", (True,), "voice/macro", 1, 1, (1.0,)),
        ("/voice/1/at", ("Violin",), "voice/at", 0, -1, ("Violin",)),
        ("/voice/1/morph", ("A", "B", 2), "voice/morph", 0, -1, ("A", "B", 2.0, "linear")),
        ("/voice/1/morph", ("A", "B", 2, "spherical"), "voice/morph", 0, -1, ("A", "B", 2.0, "spherical")),
        ("/note", (60, 0.5), "note", -1, -1, (60.0, 0.5)),
        ("/mute", (1.0,), "mute", -1, -1, (1,)),
        ("/notify", (1,), "notify", -1, -1, (1, 0, 60.0)),
        ("/notify", (1, 9000, 10), "notify", -1, -1, (1, 9000, 10.0)),
        ("/panic", (), "panic", -1, -1, ()),
        ("/master/gain", (-6.0,), "master/gain", -1, -1, (-6.0,)),
        ("/wek/outputs", (0, 0.5, 1.5), "wek/outputs", -1, -1, (0.0, 0.5, 1.0)),
    ],
)
def test_a_message_becomes_a_command(address, arguments, name, voice, index, values):
    (command,) = commands(address, *arguments)
    assert (command.name, command.voice, command.index, command.arguments) == (name, voice, index, values)
    assert command.address == address
    assert not command.question


@pytest.mark.parametrize(
    ("address", "value", "clipped"),
    [
        ("/voice/1/z/2", 9.0, 2.0),
        ("/voice/1/z/2", -9.0, -2.0),
        ("/voice/1/gain", 100.0, 6.0),
        ("/voice/1/gain", -1e30, -90.0),
        ("/voice/1/glide", -1.0, 0.0),
        ("/voice/1/release", 1e9, 60.0),
        ("/voice/1/pan", 2, 1.0),
        ("/master/ceiling", 0.0, -0.1),
        ("/voice/1/pitch", 128.0, 127.0),
    ],
)
def test_out_of_range_is_clipped(address, value, clipped):
    assert commands(address, value)[0].arguments == (np.float32(clipped),)


@given(st.sampled_from(["/voice/1/z/2", "/voice/1/gain", "/voice/1/glide", "/master/ceiling"]), st.floats(-100, 100))
def test_what_is_obeyed_is_an_osc_float(address, value):
    """So a log, an echo and an answer say exactly what was obeyed."""
    (command,) = commands(address, value)
    (number,) = command.arguments
    assert number == float(np.float32(number))
    assert commands(address, number) == [command]


@pytest.mark.parametrize(
    ("address", "arguments", "reason"),
    [
        ("/voice/1/latent", (1.0, 2.0), "takes 3 arguments, got 2"),
        ("/voice/1/latent", (1.0, float("nan"), 2.0), "z2 is nan, it must be finite"),
        ("/voice/1/gain", (float("inf"),), "level is inf, it must be finite"),
        ("/voice/1/gain", ("loud",), "level must be a number, got str 'loud'"),
        ("/voice/1/gain", (b"x",), "level must be a number, got bytes"),
        ("/voice/1/gain", (None,), "level must be a number, got NoneType"),
        ("/voice/1/at", (4,), "point must be a name, got int '4'"),
        ("/voice/1/morph", ("A", "B"), "takes 3 to 4 arguments, got 2"),
        ("/voice/1/morph", ("A", "B", 1.0, "zigzag"), "curve must be linear or spherical or expressive, got 'zigzag'"),
        ("/voice/17/gain", (0.0,), "no '17' among the voices 1 to 16"),
        ("/voice/0/gain", (0.0,), "no '0' among the voices 1 to 16"),
        ("/voice/1/z/4", (0.0,), "no '4' among the dimensions 1 to 3"),
        ("/voice/1/macro/3", (0.0,), "no '3' among the macro axes 1 to 2"),
        ("/voice/1/volume", (0.0,), "unknown address /voice/1/volume"),
        ("/nothing", (), "unknown address /nothing"),
        ("/nothing/*", (), r"no address matches /nothing/\*"),
        ("/status", (1,), "takes no arguments, got 1"),
        ("/panic", (1,), "takes 0 arguments, got 1"),
        ("/note", (60,), "takes 2 arguments, got 1"),
    ],
)
def test_a_refusal_says_what_is_wrong(address, arguments, reason):
    with pytest.raises(ControlError, match=reason):
        commands(address, *arguments)


def test_a_pattern_expands_to_its_addresses():
    found = commands("/voice/{1,3}/z/*", 0.5)
    assert [command.address for command in found] == [
        "/voice/1/z/1",
        "/voice/1/z/2",
        "/voice/1/z/3",
        "/voice/3/z/1",
        "/voice/3/z/2",
        "/voice/3/z/3",
    ]
    assert len(commands("/voice/*/gain")) == 16
    assert all(command.question for command in commands("/voice/*/gain"))


@given(
    st.lists(
        st.sampled_from(["/", "*", "?", "1", "{1,z}", "{gain,ma}", "[1-3]", "[!0-9]", "z", "gain", "cro"]), max_size=7
    ).map("".join)
)
def test_a_pattern_finds_what_matching_every_address_finds(rest):
    pattern = f"/v?ice/{rest}"
    addresses = [
        row.template.format(v=v, d=d, k=k)
        for row in ROWS
        for v in range(1, 17)
        for d in range(1, 4 if "{d}" in row.template else 2)
        for k in range(1, 3 if "{k}" in row.template else 2)
        if "{v}" in row.template
    ]
    try:
        found = [command.address for command in commands(pattern)]
    except ControlError:
        found = []
    assert sorted(found) == sorted(address for address in addresses if match(pattern, address))


def test_controls_without_arguments_ask_and_actions_act():
    for row in ROWS:
        address = row.template.format(v=1, d=1, k=1, c=1)
        if row.kind == "notification":
            with pytest.raises(ControlError, match="unknown address"):
                commands(address)
            continue
        if row.kind == "action" and (row.parameters or row.name == "wek/outputs"):
            continue
        (command,) = commands(address)
        assert command.question == (row.kind in ("control", "question")), address


@given(st.lists(st.floats(width=32, allow_nan=False, allow_infinity=False), min_size=3, max_size=3))
def test_a_latent_vector_always_ends_in_range(values):
    (command,) = commands("/voice/1/latent", *values)
    assert (np.array(command.arguments, np.float32) >= LOW).all()
    assert (np.array(command.arguments, np.float32) <= HIGH).all()


def test_names_are_unique_and_an_address_is_a_method_or_a_container():
    names = [row.name for row in ROWS]
    assert sorted(names) == sorted(set(names))
    templates = [row.template for row in ROWS]
    assert not [t for t in templates if any(other.startswith(t + "/") for other in templates)]


def test_the_table_lists_every_concrete_address_once():
    addresses = [address for address, _ in TABLE.addresses()]
    assert len(addresses) == len(set(addresses))
    assert {row.name for row in ROWS if row.kind != "notification"} == {
        target.row.name for _, target in TABLE.addresses()
    }
    assert {"/voice/16/z/3", "/voice/1/macro/2", "/plane/corner/4", "/note"} <= set(addresses)
    for address, target in TABLE.addresses():
        if target.row.kind == "control":
            assert commands(address)[0].question


def test_the_readme_holds_the_table():
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    assert table_markdown() in readme
