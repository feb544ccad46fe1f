"""The session for Open Stage Control: every widget sends what the server takes.

Open Stage Control itself is in no registry; that its page shows and plays this session was seen by hand.
"""

import dataclasses
import json
import re
import subprocess
import sys

import pytest

from rt_timbre.addresses import ROWS
from rt_timbre.layout import open_stage_control
from rt_timbre.osc import Message
from rt_timbre.space_store import open_space
from rt_timbre.table import Limits, Table
from tests.tiny_space import tiny_space

VOICES = 3
NOT_SHOWN = {
    "voice/latent",  # its dimensions are
    "voice/morph",  # by a script
    "space/load",  # the session is made for one space
    "notify",  # by a script
    "answers",  # which come to where it sends from
    "sync",
    "dump",
    "wek/outputs",
}


@pytest.fixture(scope="module", params=["tiny", "orchestra"])
def surface(request):
    """A space, its table and its session after a journey through JSON."""
    space = tiny_space() if request.param == "tiny" else open_space("orchestra").space
    session = json.loads(json.dumps(open_stage_control(space, VOICES)))
    return space, Table(Limits.of(space, VOICES)), session


def widgets(container):
    for widget in (*container.get("tabs", ()), *container.get("widgets", ())):
        yield widget
        yield from widgets(widget)


def sending(session):
    return [widget for widget in widgets(session["content"]) if "address" in widget and not widget.get("bypass")]


def examples(widget):
    """Return what a widget sends at the ends of its range, or at its choices."""
    match widget["type"]:
        case "fader":
            return [(widget["range"]["min"],), (widget["range"]["max"],)]
        case "xy":
            return [(widget["rangeX"][end], widget["rangeY"][end]) for end in ("min", "max")]
        case "button":
            return [()] if widget["mode"] == "momentary" else [(widget["on"],), (widget["off"],)]
        case "dropdown":
            return [(value,) for value in widget["values"]]
        case "input":
            return [("some words",)]
        case "keyboard":
            first, last = widget["start"], widget["start"] + widget["keys"] - 1
            return [(first, widget["on"]), (last, widget["off"])]
    raise AssertionError(widget["type"])


def test_every_widget_sends_what_its_address_takes_unchanged(surface):
    space, table, session = surface
    for widget in sending(session):
        for arguments in examples(widget):
            assert len(widget["typeTags"]) == len(arguments)
            (command,) = table.commands(Message(address=widget["address"], arguments=arguments))
            assert command.arguments[: len(arguments)] == pytest.approx(arguments), widget["address"]
            if widget["type"] == "dropdown" and command.name in ("voice/at", "plane/corner"):
                assert arguments[0] in {anchor.name for anchor in space.anchors}


def test_every_address_that_can_be_set_has_one_widget(surface):
    _, table, session = surface
    shown = sorted(widget["address"] for widget in sending(session))
    wanted = {
        address
        for address, target in table.addresses()
        if target.row.kind in ("control", "action") and target.row.name not in NOT_SHOWN
    }
    assert shown == sorted(wanted)
    assert {row.name for row in ROWS} >= NOT_SHOWN


def test_types_are_those_of_the_table(surface):
    _, table, session = surface
    targets = dict(table.addresses())
    for widget in sending(session):
        assert targets[widget["address"]].parameters[: len(widget["typeTags"])] == tuple(
            parameter for parameter in targets[widget["address"]].parameters if parameter.default is None
        )
        types = "".join(p.type for p in targets[widget["address"]].parameters if p.default is None)
        assert widget["typeTags"] == types


def test_breakpoints_of_a_range_rise(surface):
    *_, session = surface
    for widget in widgets(session["content"]):
        for name in ("range", "rangeX", "rangeY"):
            if name in widget:
                values = list(widget[name].values())
                assert values == sorted(values)
                assert len(set(values)) == len(values)


def test_scripts_send_what_the_server_takes_and_name_widgets_that_exist(surface):
    _, table, session = surface
    found = list(widgets(session["content"]))
    names = {widget["id"] for widget in found}
    assert len(names) == len(found)  # widgets of one name would follow each other
    scripts = [session["content"]["onCreate"], *(widget.get("onValue", "") for widget in found)]
    for script in scripts:
        assert set(re.findall(r"[gs]et\('([^']+)'", script)) <= names
        for address in re.findall(r"send\('([^']+)'\)", script):
            assert all(command.question for command in table.commands(Message(address=address)))
    go = next(widget for widget in found if widget["id"] == "voice/2/morph go")
    assert go["onValue"] == (
        "send('/voice/2/morph', get('voice/2/morph from'), get('voice/2/morph to'), "
        "{type: 'f', value: get('voice/2/morph time')}, 'spherical')"
    )
    assert "send('/voice/3/z/*')" in scripts[0]
    assert "send('/notify', {type: 'i', value: 1}, {type: 'i', value: 0}, {type: 'f', value: 90})" in scripts[0]


def test_the_format_is_that_of_open_stage_control(surface):
    *_, session = surface
    assert set(session) == {"createdWith", "version", "type", "content"}
    assert (session["type"], session["content"]["type"]) == ("session", "root")
    assert [tab["label"] for tab in session["content"]["tabs"]] == ["voice 1", "voice 2", "voice 3", "all voices"]
    for widget in widgets(session["content"]):
        if widget["type"] in ("panel", "tab"):
            assert widget["layout"] in ("vertical", "horizontal")
        else:
            assert "widgets" not in widget
        for name, value in widget.items():
            if name in ("css", "onValue", "default", "label"):
                assert not re.search(r"@\{|OSC\{|JS\{|#\{", str(value))  # what it would take for its own syntax


def test_names_that_would_be_code_are_left_out():
    space = tiny_space()
    code = tuple(dataclasses.replace(anchor, name=f"#{{{anchor.name}}}") for anchor in space.anchors)
    for anchors in ((*code[:1], *space.anchors[1:]), code):
        session = open_stage_control(dataclasses.replace(space, anchors=anchors), 1)
        assert "#{" not in json.dumps(session)


def test_the_command_writes_a_file(tmp_path, tiny_file):
    out = tmp_path / "session.json"
    command = [sys.executable, "-m", "rt_timbre", "layout", "open-stage-control", "--space", str(tiny_file)]
    result = subprocess.run([*command, "--voices", "2", "-o", str(out)], capture_output=True, text=True, timeout=60)
    assert (result.returncode, result.stderr) == (0, "")
    assert json.loads(out.read_text(encoding="utf-8")) == json.loads(json.dumps(open_stage_control(tiny_space(), 2)))
    result = subprocess.run(
        [*command, "-o", str(tmp_path / "no" / "x.json")], capture_output=True, text=True, timeout=60
    )
    assert result.returncode == 1
    assert result.stderr.startswith(f"rt-timbre: {tmp_path}/no/x.json cannot be written: ")
    assert len(result.stderr.splitlines()) == 1
