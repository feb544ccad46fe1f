"""The quark for SuperCollider compiles, plays a running server, hears its answers, and its help is true."""

import dataclasses
import json
import os
import re
from itertools import pairwise
from pathlib import Path

import pytest

from rt_timbre import __version__
from rt_timbre.addresses import ROWS
from rt_timbre.controlfile import read_control_file
from rt_timbre.osc import Message
from rt_timbre.status import Status
from tests.live import Client, TimbreServer, wait_for
from tests.supercollider import SuperCollider

QUARK = Path(__file__).parent.parent / "patches" / "supercollider" / "rt-timbre"
HELP = {path.stem: path for path in QUARK.glob("HelpSource/Classes/*.schelp")}


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("played")
    environment = os.environ | {"XDG_DATA_HOME": str(folder)}
    options = "--audio", "none", "--voices", "4", "--log", folder / "played.control"
    server = TimbreServer(environment, *options)
    server.log = folder / "played.control"
    yield server
    server.stop()


@pytest.fixture(scope="module")
def language(tmp_path_factory):
    """sclang of a user who has installed the quark."""
    home = tmp_path_factory.mktemp("supercollider")
    sclang = SuperCollider(home)
    assert "rt-timbre installed" in sclang.run(f"Quarks.install({json.dumps(str(QUARK))})")
    sclang.stop()
    sclang = SuperCollider(home)
    yield sclang
    sclang.stop()


@pytest.fixture
def sclang(server, language):
    """sclang, with the server as t and its first voice as v; it must have met no error at the end."""
    language.posted.clear()
    language.run(f't = RtTimbre("127.0.0.1", {server.client.address[1]}); v = t.voice(1)')
    yield language
    language.run("CmdPeriod.run; t.free")
    assert [line for line in language.posted if re.search("ERROR|WARNING|nil", line)] == []
    server.client.send("/panic")
    server.client.ask("/ping")
    server.client.drop_answers()


@pytest.fixture
def refused(server):
    """How many more messages the server has refused than when the test began."""
    before = server.client.ask("/status")[8]
    return lambda: server.client.ask("/status")[8] - before


def obeyed(sclang):
    """Wait until the server has obeyed all that was sent."""
    assert sclang.hear('t.sync({ "obeyed".postln })', "obeyed")


def test_the_quark_is_found_and_compiles_without_a_complaint(sclang):
    assert f"Compiling directory '{QUARK}'" in map(str.strip, sclang.greeting)
    assert "compile done" in sclang.greeting
    assert not any(re.search("ERROR|WARNING", line) for line in sclang.greeting)
    described = f"Quark.fromLocalPath({json.dumps(str(QUARK))}).data"
    assert sclang.run(f"({described})[\\version].postln; ({described})[\\schelp].postln") == [__version__, "RtTimbre"]


def test_notes_morphs_and_macros_are_obeyed(sclang, server, refused):
    sclang.run('v.at("Violin"); v.note(67.5, 0.75); v.morph("Violin", \\Flute, 4, \\spherical); v.adsr(0, 1, 0.5, 2)')
    sclang.run("t.voice(2).macro(1, 0.25); t.voices.pan(-0.5); t.voice(3).note(60, 0.5); t.voice(3).off")
    obeyed(sclang)
    client = server.client
    assert client.ask("/voice/1/note") == [67.5, 0.75]
    assert client.ask("/voice/1/morph") == ["Violin", "Flute", 4.0, "spherical"]
    assert [client.ask(f"/voice/1/{name}") for name in ("attack", "decay", "sustain", "release")] == [
        [0.0], [1.0], [0.5], [2.0]
    ]  # fmt: skip
    assert client.ask("/voice/2/macro/1")[0] == pytest.approx(0.25, abs=0.02)
    assert client.ask("/voice/4/pan") == [-0.5]
    assert client.ask("/voice/3/note")[1] == 0.0
    assert refused() == 0


METHODS = """
v.note(60, 0.5); v.pitch(61); v.bend(-1); v.bend(0); v.gain(-6); v.gain(0); v.at("Oboe"); v.scrub(0.5); v.xy(0.5, 0.5)
v.macro(2, 0); v.set(\\latent, *(0 ! 16)); v.latent(*(0.1 ! 16)); v.glide(0.1); v.drift(0.1); v.drift(0); v.off
t.note(60, 0.5); t.note(60, 0); t.panic; t.mute; t.mute(false); t.freeze; t.freeze(false); t.corner(3, "Piano")
t.gain(-3); t.set('/voice/*/legato', 1); t.set('/voice/*/legato', 0); t.bind { v.note(60, 0.2); v.off }
"""


@pytest.mark.parametrize("line", METHODS.strip().splitlines())
def test_every_method_that_sets_is_obeyed(line, sclang, refused):
    sclang.run(line)
    obeyed(sclang)
    assert refused() == 0


def test_answers_come_back(sclang, server):
    client = server.client
    anchors = client.ask("/anchor/list")
    assert sclang.hear("t.anchors") == f"[ {', '.join(anchors)} ]"
    assert sclang.hear("t.points({ |names| names.size.postln })") == str(len(anchors))
    assert sclang.hear("t.spaces") == "[ orchestra ]"
    assert sclang.hear("t.macros({ |names| names.size.postln })") == str(len(client.ask("/macro/list")))
    assert sclang.hear("t.paths({ |names| names.class.postln })") == "Array"
    assert sclang.hear("t.ping") == f"rt-timbre is at 127.0.0.1:{client.address[1]}"
    sclang.run("v.gain(-12); v.xy(0.25, 0.5)")
    assert sclang.hear("v.get(\\gain, { |level| level.postln })") == "-12.0"
    assert sclang.hear("v.get(\\xy)") == "/voice/1/xy: [ 0.25, 0.5 ]"
    reached, above = map(
        float, sclang.hear("v.descriptor(\\centroid, 1200, { |... both| both.join($ ).postln })").split()
    )
    assert reached == pytest.approx(1200.0, abs=100.0)
    assert above == pytest.approx(reached - 1200.0, abs=0.1)
    assert client.ask("/voice/1/descriptor/centroid")[0] == pytest.approx(reached, rel=1e-4)


def test_who_sets_the_last_target_is_answered(sclang):
    told = "{ |reached, above| (reached - above).round.postln }"
    sclang.run(f"[1500, 900, 1200].do {{ |hertz| v.descriptor(\\centroid, hertz, {told}) }}")
    assert sclang.hear("", "1200.0")
    assert "900.0" not in sclang.posted  # the first was sought, the second not any more
    assert float(sclang.hear("v.get('descriptor/centroid', { |value| value.postln })")) == pytest.approx(1200, abs=100)


def test_the_status_has_its_names(sclang, server):
    names = [field.name for field in dataclasses.fields(Status)]
    keys = [re.sub(r"_(\w)", lambda match: match[1].upper(), name) for name in names]
    assert sclang.run("RtTimbre.statusKeys.do(_.postln)") == keys
    got = sclang.hear(
        "t.status({ |status| [status[\\state], status[\\rate], status[\\space], status[\\faults]].postln })"
    )
    assert got == "[ playing, 48000.0, orchestra, 0 ]"


def test_presets_and_spaces(sclang, server, refused):
    assert sclang.hear('v.gain(-20); t.storePreset("quiet", { t.presets })') == "[ quiet ]"
    assert sclang.hear("t.points({ |names| names.last.postln })") == "quiet"
    sclang.run('v.gain(0); t.recallPreset("quiet")')
    obeyed(sclang)
    assert server.client.ask("/voice/1/gain") == [-20.0]
    assert sclang.hear('t.deletePreset("quiet", { t.presets })') == "[  ]"
    assert sclang.hear('t.loadSpace("orchestra", 0, { |name| name.postln })') == "orchestra"
    assert refused() == 0


def test_a_refusal_is_one_line_or_what_the_user_makes_of_it(sclang):
    line = sclang.hear("v.at(\\Kazoo)")
    assert line.startswith("rt-timbre refuses /voice/1/at no point is named 'Kazoo'")
    line = sclang.hear('t.loadSpace("nowhere", 0, { "never".postln })')
    assert line.startswith("rt-timbre refuses /space/load")
    assert "never" not in sclang.posted
    sclang.run("t.onFail = { |address, reason| address.postln }")
    assert sclang.hear("v.set(\\gain, \\loud)") == "/voice/1/gain"


def test_a_server_that_is_not_there_is_said_not_to_answer(sclang, server):
    code = 'RtTimbre("127.0.0.1", 9).ping'
    assert sclang.hear(code) == "rt-timbre at 127.0.0.1:9 does not answer /ping"
    assert sclang.run(f'(RtTimbre("127.0.0.1", {server.client.address[1]}) === t).postln') == ["true"]
    assert sclang.run('(RtTimbre.default === t).postln; RtTimbre("127.0.0.1", 9).free') == ["true"]


def test_changes_that_others_make_are_heard_until_it_is_freed(sclang, server):
    sclang.run("SimpleController(t).put('/voice/2/gain', { |timbre, address, level| level.postln })")
    sclang.run("t.dependants.choose.put('/done', { |timbre, address, what| what.postln })")
    other = Client(server.client.address[1])
    for renewal in range(4):
        sclang.hear("" if renewal else "t.notify(true, 2)", "/notify")
    other.send("/voice/2/gain", -7.0)
    assert sclang.hear("") == "-7.0"
    sclang.run("t.notify(false)")
    obeyed(sclang)
    other.send("/voice/2/gain", -8.0)
    assert other.ask("/voice/2/gain") == [-8.0]
    obeyed(sclang)  # and nothing else was posted
    other.close()


MARKS = (-level - 0.5 for level in range(40))  # levels of the output that nothing else sets


def play(sclang, server, code, count):
    """Play a pattern; return sample, address, arguments of so many messages to voices, from the server's log."""
    mark = next(MARKS)
    late = server.client.ask("/status")[7]
    sclang.run(f"t.latency = 1; t.bind {{ t.gain({mark}) }}; {code}")  # early: machines may be busy

    def played():
        header, events = read_control_file(server.log)
        heard = [(round(event.seconds * header.rate), event.message) for event in events]
        marks = [
            place
            for place, (_, message) in enumerate(heard)
            if message == Message(address="/master/gain", arguments=(mark,))
        ]
        lines = [(sample, message.address, message.arguments) for sample, message in heard[marks[0] :]] if marks else []
        return [line for line in lines if line[1].startswith("/voice")][:count]

    lines = wait_for(lambda: (found := played())[count - 1 :] and found, f"{count} messages")
    assert server.client.ask("/status")[7] == late
    return lines


def test_the_notes_of_a_pattern_come_at_their_samples(sclang, server):
    code = r"""Pbind(\type, \rtTimbre, \voice, 1, \midinote, Pseq([60, 60, 62.5, 64]), \dur, 0.1, \legato, 0.5,
        \amp, 0.5, \timbre, Pseq(["Oboe", \Flute], inf)).play"""
    lines = play(sclang, server, code, 12)
    ats = [(sample, arguments) for sample, address, arguments in lines if address == "/voice/1/at"]
    notes = [(sample, arguments) for sample, address, arguments in lines if address == "/voice/1/note"]
    assert [arguments for _, arguments in ats] == [("Oboe",), ("Flute",), ("Oboe",), ("Flute",)]
    starts = [note for note in notes if note[1][1] > 0.0]
    ends = [note for note in notes if note[1][1] == 0.0]
    assert [arguments for _, arguments in starts] == [(60.0, 0.5), (60.0, 0.5), (62.5, 0.5), (64.0, 0.5)]
    assert [sample for sample, _ in starts] == [sample for sample, _ in ats]
    apart = [later - sooner for (sooner, _), (later, _) in pairwise(starts)]
    assert apart == pytest.approx([4800.0] * 3, abs=48)  # 1 ms: a slow machine may shift its clock a little
    lasting = [end - start for (start, _), (end, _) in zip(starts, ends, strict=True)]
    assert lasting == pytest.approx([2400.0] * 4, abs=48)


def test_the_end_of_a_note_spares_the_next_one(sclang, server):
    code = r"Pbind(\type, \rtTimbre, \voice, 2, \midinote, Pseq([50, 55]), \dur, 0.1, \legato, 1.5).play"
    lines = [(address, arguments[0], arguments[1] > 0.0) for _, address, arguments in play(sclang, server, code, 3)]
    assert lines == [("/voice/2/note", 50.0, True), ("/voice/2/note", 55.0, True), ("/voice/2/note", 55.0, False)]


def test_keys_of_an_event_set_its_voice(sclang, server, refused):
    code = r"""(type: \rtTimbre, voice: [3, 4], degree: 1, amp: 0.5, sendGate: false, 'macro/1': [0.5, -0.5], glide: 0,
        sustainLevel: 0.25, xy: [[0.5, 0.75]], pan: 1).play"""
    lines = play(sclang, server, code, 12)
    assert lines[-1][0] - lines[0][0] <= 48  # 1 ms, as above
    assert [(address, arguments) for _, address, arguments in lines] == [
        (f"/voice/{voice}/{name}", arguments)
        for voice, macro in ((3, 0.5), (4, -0.5))
        for name, arguments in (
            ("glide", (0.0,)),
            ("xy", (0.5, 0.75)),
            ("pan", (1.0,)),
            ("sustain", (0.25,)),
            ("macro/1", (macro,)),
            ("note", (62.0, 0.5)),
        )
    ]
    assert refused() == 0


def test_a_chord_without_voices_goes_to_free_ones(sclang, server):
    lines = play(sclang, server, r"(type: \rtTimbre, midinote: [60, 64, 67], amp: 0.5, sustain: 0.1).play", 6)
    assert len({address for _, address, _ in lines}) == 3
    assert sorted(arguments for _, _, arguments in lines) == [
        (60.0, 0.0), (60.0, 0.5), (64.0, 0.0), (64.0, 0.5), (67.0, 0.0), (67.0, 0.5)
    ]  # fmt: skip


def test_command_period_silences_what_sounds_and_what_is_on_its_way(sclang, server):
    sclang.run("v.note(60, 0.5)")
    code = r"(type: \rtTimbre, voice: 2, sustain: 100).play; fork { 0.1.wait; CmdPeriod.run }"
    assert play(sclang, server, code, 1)[0][1] == "/voice/2/note"
    wait_for(lambda: server.client.ask("/status")[1] == 0, "silence")


def test_all_addresses_are_in_the_table():
    texts = {path.stem: path.read_text(encoding="utf-8") for path in QUARK.glob("Classes/*.sc")}
    sent = set(re.findall(r"""['"](/[^'"\s:]+)['"]""", texts["RtTimbre"])) - {"/fail", "/done", "/status.reply"}
    voice = texts["RtTimbreVoice"]
    ends = re.findall(r"this\.(?:set|get|address)\((?:\\|\")([\w/%]+)", voice)
    keys = re.search(r"controls = #\[(.*?)\]", voice, re.DOTALL)[1]
    ends += [key for key in re.findall(r"\\(\w+)", keys) if key not in ("timbre", "sustainLevel")]
    assert {"/note", "/space/load", "/plane/corner/%"} <= sent
    assert {"morph", "macro/%", "descriptor/%", "path/load", "glide"} <= set(ends)
    sent |= {f"/voice/%/{end}" for end in ends}
    known = [re.compile(re.sub(r"\{\w+\}|(?<=descriptor/)\w+", "%", row.template)) for row in ROWS]
    assert [address for address in sorted(sent) if not any(each.fullmatch(address) for each in known)] == []


def test_the_help_parses_and_leaves_nothing_out(sclang):
    sclang.run("SCDoc.indexAllDocuments(true)")
    assert HELP.keys() == {path.stem for path in QUARK.glob("Classes/*.sc")}
    for name, path in HELP.items():
        code = f"""d = SCDoc.documents["Classes/{name}"]; SCDoc.parseFileFull({json.dumps(str(path))}).class.postln;
            (d.undoccmethods ++ d.undocimethods).asArray.postln"""
        assert sclang.run(code) == ["SCDocNode", "[  ]"]


def code_of_the_page():
    section = (QUARK.parent.parent / "README.md").read_text(encoding="utf-8").split("\n## SuperCollider\n")[1]
    return re.findall(r"```supercollider\n(.*?)```", section.split("\n## ")[0], re.DOTALL)


def code_of_the_help(name):
    return re.findall(r"^code::\n(.*?)\n::$", HELP[name].read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("blocks", [*map(code_of_the_help, HELP), code_of_the_page()], ids=[*HELP, "README"])
def test_the_code_of_help_and_page_runs(blocks, sclang, refused):
    assert blocks[0].startswith("t = RtTimbre.new;")
    for block in blocks:
        sclang.run(block.replace("RtTimbre.new", "t"))
        obeyed(sclang)
    assert refused() == 0
