"""The controller of Pure Data plays a running server, and shows what it is set to."""

import re
import time

import numpy as np
import pytest

from patches.make_pd.controller import controller
from patches.make_pd.playing import WHITE
from rt_timbre.path_store import folder
from rt_timbre.paths.latent_path import LatentPath
from rt_timbre.paths.path_file import SUFFIX, write_path
from rt_timbre.table import Limits, Table
from tests import pd as parts
from tests.live import Client, wait_for
from tests.pd import Inbox, click_row, known
from tests.performer import PERFORMED
from tests.test_live import cents, sounds

jackd, server, ear, pure_data = parts.jackd, parts.server, parts.ear, parts.pure_data


_SENDERS = re.compile(r"(hsl|vsl|nbx|tgl|bng|hradio|vradio|timbre\.menu|timbre\.plane) .*?\\\$0-([\w-]+)")


def played_by_hand():
    """Give a message for each widget of the controller, as if it were moved, and for each menu."""
    for node in controller().nodes:
        found = _SENDERS.match(node.text)
        if node.kind == "symbolatom":
            yield f"known-{node.text.split('$0-')[-1]} symbol Name"
        elif found is None:
            continue
        elif found[1] == "timbre.menu":
            yield f"known-{found[2]}-out symbol Name"
        elif found[1] == "timbre.plane":
            yield from (f"known-{found[2]}-in {message}" for message in ("list 0.5 0.25", "corner 1 Name"))
        else:
            yield f"known-{found[2]} {'bang' if found[1] == 'bng' else 1}"


def test_all_that_a_performer_needs_is_sent_as_the_table_has_it(pure_data, tmp_path):
    inbox = Inbox()
    pd = pure_data(port=inbox.port, opened=[known("rt-timbre", tmp_path)])
    everyone = [message for message in played_by_hand() if "voice" not in message]
    assert len(everyone) > 50
    for voice in (0, 2):  # all, whose notes go to free voices, and one
        for message in (f"known-voice-number {voice}", *everyone):
            pd.send(message)
    table = Table(Limits(voices=4, dimension=3, axes=8, low=np.zeros(3), high=np.ones(3)))

    def left():
        commands = [command for message in list(inbox.messages) for command in table.commands(message)]
        return PERFORMED - {command.name for command in commands if not command.question}

    wait_for(lambda: not left(), "all of them", 10.0)
    inbox.close()


def test_the_controller_plays(pure_data, server, tmp_path, ear):
    client = server.client
    for voice in (1, 4):
        client.send(f"/voice/{voice}/attack", 0.01)
    pd = pure_data(opened=[known("rt-timbre", tmp_path)])
    asked = [
        ("set-gain -4", "/voice/4/gain", [-4.0]),
        ("set-attack 0.02", "/voice/1/attack", [pytest.approx(0.02)]),
        ("set-macro-2 0.5", "/voice/1/macro/2", [pytest.approx(0.5, abs=0.02)]),
        ("set-legato 1", "/voice/3/legato", [1]),
        ("set-legato 0", "/voice/3/legato", [0]),
        ("set-master-gain -2", "/master/gain", [-2.0]),
        ("set-master-gain 0", "/master/gain", [0.0]),
        ("set-mute 1", "/mute", [1]),
        ("set-mute 0", "/mute", [0]),
        ("set-freeze 1", "/freeze", [1]),
        ("set-freeze 0", "/freeze", [0]),
        ("point-out symbol Bright", "/voice/2/at", ["Bright"]),
        ("plane-in list 0.5 0.25", "/voice/2/xy", [0.5, 0.25]),
        ("voice-chosen 3", "/ping", []),
        ("set-pan -0.5", "/voice/3/pan", [-0.5]),
    ]
    for message, address, answer in asked:
        pd.send(f"known-{message}")
        wait_for(lambda address=address, answer=answer: client.ask(address) == answer, message)
    assert client.ask("/voice/4/pan") != [-0.5]

    pd.send("known-journey-time 0.3")
    pd.send("known-curve 1")
    pd.send("known-go bang")
    wait_for(lambda: client.ask("/voice/3/morph") == ["Dark", "Bright", pytest.approx(0.3), "spherical"], "the journey")

    pd.send("known-hold 1")
    pd.send(f"known-lower {5 * WHITE + 5}")  # the sixth white key of the middle octaves
    wait_for(lambda: client.ask("/voice/3/note")[0] == 69.0, "the key")
    wait_for(sounds(ear), "the note")
    wait_for(lambda: abs(cents(ear.record(0.5), ear.rate, 69.0)) < 10, "its pitch")
    pd.send(f"known-upper {WHITE}")  # the first black key
    wait_for(lambda: client.ask("/voice/3/note")[0] == 61.0, "the black key")
    pd.send("known-panic bang")
    wait_for(lambda: client.ask("/status")[1] == 0, "silence")
    pd.send("known-voice-chosen 0")
    pd.send("known-play 60 0.5")
    wait_for(lambda: client.ask("/status")[1] == 1, "a note on a free voice")
    pd.send("known-play 60 0")
    wait_for(lambda: client.ask("/status")[1] == 0, "its end")


def test_midi_and_the_computers_keys_play_the_voice_that_is_chosen(pure_data, server, tmp_path):
    """Pd itself hands notes and keys on by these names."""
    client = server.client
    pd = pure_data(opened=[known("rt-timbre", tmp_path)])
    pd.send("known-voice-chosen 2")
    pd.send("#notein 65 127 1")
    wait_for(lambda: client.ask("/voice/2/note") == [65.0, 1.0], "the note by MIDI")
    pd.send("#bendin 12288 1")
    wait_for(lambda: client.ask("/voice/2/bend") == [1.0], "the wheel")
    pd.send("#bendin 8192 1")
    pd.send("#notein 65 0 1")
    wait_for(lambda: client.ask("/status")[1] == 0, "its end")
    pd.send("known-voice-number 0")
    pd.send("#ctlin 64 127 1")  # the pedal
    for message in ("65 100", "65 0", "69 100", "72 100", "72 0", "72 90"):
        pd.send(f"#notein {message} 1")
    wait_for(lambda: client.ask("/status")[1] == 4, "the notes, one of them twice")
    time.sleep(0.3)
    assert client.ask("/status")[1] == 4
    pd.send("#ctlin 64 0 1")
    wait_for(lambda: client.ask("/status")[1] == 3, "the end of what no finger holds")
    for number in (69, 72, 72):
        pd.send(f"#notein {number} 0 1")
    wait_for(lambda: client.ask("/status")[1] == 0, "their end")
    pd.send("known-voice-number 2")
    pd.send("known-midi 0")
    pd.send("#notein 70 127 1")
    pd.send("known-typing 1")
    for repeat in ("#key 100", "#keyup 100", "#key 100"):  # D, held until it repeats
        pd.send(repeat)
    wait_for(lambda: client.ask("/voice/2/note") == [64.0, pytest.approx(0.8)], "the key")
    time.sleep(0.1)
    assert client.ask("/status")[1] == 1
    pd.send("#keyup 100")
    wait_for(lambda: client.ask("/status")[1] == 0, "its release")


def test_opening_the_controller_changes_nothing(pure_data, server, tmp_path):
    other = Client(server.client.address[1])
    other.send("/notify", 1)
    pd = pure_data(("r known-state", 1), opened=[known("rt-timbre", tmp_path)])
    pd.wait_for("try-0.0: legato 0")  # it has asked for all that it shows
    time.sleep(0.3)
    other.send("/ping")
    heard = set()
    while "/ping" not in heard:
        heard.add(other.receive()[0])
    other.send("/notify", 0)
    other.close()
    assert heard == {"/done", "/meter", "/ping"}


def test_the_controller_follows_what_others_change(pure_data, server, tmp_path):
    client = server.client
    ends = ("show-gain", "show-master-gain", "plane-in", "point-in")
    pd = pure_data(*((f"r known-{end}", 1) for end in ends), opened=[known("rt-timbre", tmp_path)])
    pd.wait_for("try-0.0: set")  # it has asked
    client.send("/voice/1/gain", -11.0)
    pd.wait_for("try-0.0: set -11")
    client.send("/voice/1/gain", 0.0)
    client.send("/master/gain", -1.0)
    pd.wait_for("try-1.0: set -1")
    client.send("/master/gain", 0.0)
    client.send("/voice/1/xy", 0.25, 0.125)
    pd.wait_for("try-2.0: show 0.25 0.125")
    client.send("/plane/corner/1", "Hollow")
    pd.wait_for("try-2.0: ask")
    client.send("/voice/1/at", "Bright")
    pd.wait_for("try-3.0: choose Bright")


def test_the_controller_shows_what_is_refused(pure_data, server, tmp_path):
    pd = pure_data(("r known-refusal", 1), opened=[known("rt-timbre", tmp_path)])
    pd.send("known-preset-out symbol nothing")
    wait_for(lambda: any("label" in line and "nothing" in line for line in pd.lines), "the reason")


def test_the_controller_stores_recalls_and_deletes(pure_data, server, tmp_path):
    client = server.client
    ends = ("preset-in", "show-delete")
    pd = pure_data(*((f"r known-{end}", 1) for end in ends), opened=[known("rt-timbre", tmp_path)])
    pd.send("known-set-gain -9")
    pd.send("known-preset-typed symbol evening")
    pd.send("known-store bang")
    wait_for(lambda: client.ask("/preset/list") == ["evening"], "the preset")
    pd.send("known-set-gain 0")
    wait_for(lambda: client.ask("/voice/1/gain") == [0.0], "the gain")
    pd.send("known-recall-time 0")
    pd.send("known-preset-out symbol evening")
    wait_for(lambda: client.ask("/voice/1/gain") == [-9.0], "the recall")
    client.send("/preset/store", "night")  # by another program
    pd.wait_for("try-0.0: names evening night")
    client.send("/preset/delete", "night")
    wait_for(lambda: pd.lines[-1] == "try-0.0: names evening", "what is left")
    pd.send("known-delete bang")
    pd.wait_for("try-1.0: label sure?")
    assert client.ask("/preset/list") == ["evening"]
    pd.send("known-delete bang")
    wait_for(lambda: client.ask("/preset/list") == [], "the end of the preset")
    pd.wait_for("try-1.0: label delete")
    pd.send("known-set-gain 0")


def test_a_stored_path_is_chosen_and_played(pure_data, server, tmp_path):
    client = server.client
    folder().mkdir(parents=True, exist_ok=True)
    write_path(folder() / f"up{SUFFIX}", LatentPath(times=[0.0, 0.6], latents=[[0.1, 0.2, 0.3], [0.9, 0.6, 0.3]]))
    ends = ("path-in", "show-scrub", "show-path-play", "show-macro-1")
    pd = pure_data(*((f"r known-{end}", 1) for end in ends), opened=[known("rt-timbre", tmp_path)])
    pd.wait_for("try-0.0: names up")
    pd.send("known-voice-number 1")
    click_row(pd, "path", 0)
    wait_for(lambda: client.ask("/voice/1/path/load") == ["up"], "the path")
    pd.wait_for("try-3.0: set")
    pd.lines.clear()
    pd.send("known-set-path-play 1")
    pd.wait_for("try-2.0: set 1")
    pd.wait_for("try-1.0: set 1")  # its end
    pd.send("known-set-path-play 0")
    pd.wait_for("try-2.0: set 0")
    for end in (1, 3):
        places = {float(line.split()[2]) for line in pd.lines if line.startswith(f"try-{end}.0: set")}
        assert len(places) > 3, f"{ends[end]} has followed"
    pd.send("known-set-path-loop 1")
    pd.send("known-set-path-rate -2")
    wait_for(lambda: client.ask("/voice/1/path/rate") == [-2.0], "the rate")
    assert client.ask("/voice/1/path/loop") == [1]
    pd.send("known-scrub 0.25")
    wait_for(lambda: client.ask("/voice/1/scrub") == [0.25], "the place by hand")
    for name, value in (("path/rate", 1.0), ("path/loop", 0)):
        client.send(f"/voice/1/{name}", value)
    (folder() / f"up{SUFFIX}").unlink()


def test_a_path_that_is_not_there_lets_the_switch_go_back(pure_data, server, tmp_path):
    pd = pure_data(("r known-show-path-play", 1), opened=[known("rt-timbre", tmp_path)])
    pd.wait_for("try-0.0: set 0")
    pd.send("known-voice-number 4")
    time.sleep(0.3)
    pd.lines.clear()
    pd.send("known-set-path-play 1")
    pd.wait_for("try-0.0: set 0")


def test_descriptors_have_the_ends_of_the_space_and_show_what_was_reached(pure_data, server, tmp_path):
    server.client.ask("/voice/1/descriptor/centroid")  # what seeks is there
    ends = ("show-centroid", "reached-centroid", "show-flatness")
    pd = pure_data(*((f"r known-{end}", 1) for end in ends), opened=[known("rt-timbre", tmp_path)])
    low, high = server.client.ask("/descriptor/list")[1:3]
    assert pd.wait_for("try-0.0: range").split()[2:] == [f"{low:g}", f"{high:g}"]
    pd.wait_for("try-2.0: set")
    pd.send("known-voice-number 1")
    pd.wait_for("try-1.0: set")
    pd.lines.clear()
    pd.send("known-set-centroid 1500")
    reached = float(pd.wait_for("try-1.0: set").split()[2])
    assert reached == pytest.approx(1500.0, rel=0.1)
    assert server.client.ask("/voice/1/descriptor/centroid") == [pytest.approx(reached, rel=1e-4)]
    pd.lines.clear()
    pd.send("known-set-macro-1 -1")  # the sound is another then
    assert float(pd.wait_for("try-1.0: set").split()[2]) < 0.8 * reached


def test_a_recording_and_a_phase_method_are_begun_and_shown(pure_data, server, tmp_path):
    client = server.client
    ends = ("record-text", "show-record", "show-phase")
    pd = pure_data(*((f"r known-{end}", 1) for end in ends), opened=[known("rt-timbre", tmp_path)])
    pd.wait_for("try-2.0: set 0")
    pd.send(r"known-record-name symbol first\ take.wav")
    pd.send("known-set-record 1")
    pd.wait_for(r"try-0.0: label to\ first\ take.wav")
    wait_for(lambda: client.ask("/record") == [1, "first take.wav"], "the recording")
    pd.send("known-set-record 0")
    pd.wait_for(r"try-0.0: label first\ take.wav:\ ")
    wait_for(lambda: client.ask("/record")[0] == 0, "its end")
    pd.lines.clear()
    pd.send("known-set-record 1")  # a file is never overwritten
    pd.wait_for("try-1.0: set 0")
    pd.send("known-set-phase 1")
    pd.wait_for("try-2.0: set 1")
    assert client.ask("/phase") == ["rtpghi-0"]
    client.send("/phase", "bank")
    pd.wait_for("try-2.0: set 0")
