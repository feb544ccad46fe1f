"""The controller of Pure Data through a concert: odd names, a server that ends and begins, others beside it, spaces."""

import dataclasses
import os
import re
import time

from rt_timbre.space import write_space
from tests import pd as parts
from tests.live import Client, TimbreServer, wait_for
from tests.pd import click_row, known
from tests.tiny_space import tiny_space

jackd, server, pure_data = parts.jackd, parts.server, parts.pure_data


def test_names_may_be_anything_that_can_be_read(pure_data, server, tmp_path):
    client = server.client
    names = ["Glöckchen, fern; $1", "my pad", "z 3"]
    pd = pure_data(("r known-preset-in", 1), opened=[known("rt-timbre", tmp_path)])
    for gain, name in enumerate(names, -20):
        pd.send(f"known-set-gain {gain}")
        pd.send("known-preset-typed symbol " + re.sub(r"([ ,;$])", r"\\\1", name))
        pd.send("known-store bang")
        wait_for(lambda name=name: name in client.ask("/preset/list"), name)
    assert client.ask("/preset/list") == names
    pd.wait_for("try-0.0: names Gl")
    wait_for(lambda: pd.lines[-1].endswith(r"z\ 3"), "the list of all of them")
    pd.send("known-recall-time 0")
    for number in (1, 0):
        click_row(pd, "preset", number)
        wait_for(lambda number=number: client.ask("/voice/1/gain") == [number - 20.0], "the recall")
    for name in names:
        client.send("/preset/delete", name)
    client.send("/voice/*/gain", 0.0)
    wait_for(lambda: client.ask("/preset/list") == [], "the end of the presets")


def test_all_comes_back_when_the_server_does(pure_data, tiny_file, tmp_path):
    def start(port):
        return TimbreServer(os.environ, "--space", tiny_file, "--audio", "none", "--voices", "2", "--port", port)

    first = start(0)
    port = first.client.address[1]
    ends = ("show-gain", "point-in", "refusal", "plane-in")
    pd = pure_data(*((f"r known-{end}", 1) for end in ends), port=port, opened=[known("rt-timbre", tmp_path)])
    pd.wait_for("try-1.0: names")
    first.kill()
    pd.wait_for("status: 0")
    pd.wait_for("try-2.0: label No\\ light?")
    pd.send("known-set-gain -6")  # nobody hears it
    pd.lines.clear()
    second = start(port)
    pd.wait_for("status: 1")
    pd.wait_for("try-1.0: names Dark Bright Hollow")
    pd.wait_for("try-0.0: set 0")  # what it is set to now
    second.client.send("/voice/1/gain", -5.0)
    pd.wait_for("try-0.0: set -5")
    pd.send("known-set-gain -7")
    wait_for(lambda: second.client.ask("/voice/2/gain") == [-7.0], "what is set now")
    second.stop()


def test_two_controllers_show_the_same(pure_data, server, tmp_path):
    opened = [known("rt-timbre", tmp_path, word) for word in ("one", "two")]
    pd = pure_data(("r one-show-gain", 1), ("r two-show-gain", 1), opened=opened)
    pd.wait_for("try-1.0: set 0")
    other = Client(server.client.address[1])
    other.send("/notify", 1)
    pd.lines.clear()
    pd.send("one-set-gain -8")
    pd.wait_for("try-1.0: set -8")
    pd.send("two-set-gain -3")
    pd.wait_for("try-0.0: set -3")
    time.sleep(0.3)  # for an echo, if there were any
    other.send("/ping")
    heard = []
    while "/ping" not in [address for address, _ in heard]:
        heard.append(other.receive())
    assert [values for address, values in heard if address == "/voice/2/gain"] == [[-8.0], [-3.0]]
    other.send("/notify", 0)
    other.close()
    server.client.send("/voice/*/gain", 0.0)


def test_another_space_fills_menus_axes_and_ranges_anew(pure_data, tmp_path):
    spaces = tmp_path / "rt-timbre" / "spaces"
    spaces.mkdir(parents=True)
    space = tiny_space()
    write_space(space, spaces / "tiny.timbre")
    others = {
        "anchors": tuple(dataclasses.replace(anchor, name=f"{anchor.name} too") for anchor in space.anchors),
        "principal": dataclasses.replace(space.principal, labels=("dull", "full", "open")),
    }
    write_space(tiny_space(name="other", **others), spaces / "other.timbre")
    environment = os.environ | {"XDG_DATA_HOME": str(tmp_path)}
    own = TimbreServer(environment, "--space", "tiny", "--audio", "none", "--voices", "64")
    ends = ("space-in", "point-in", "show-macro-2", "show-centroid", "show-pitch", "show-voice-number")
    objects = [*((f"r known-{end}", 1) for end in ends), ("r plane-name-1", 1)]
    opened = [known("rt-timbre", tmp_path), known("timbre.plane", tmp_path, "plane")]
    pd = pure_data(*objects, port=own.client.address[1], opened=opened)
    pd.wait_for("try-0.0: names")
    pd.wait_for("try-2.0: label 2\\ hollow")
    pd.wait_for("try-5.0: range 0 64")
    pd.wait_for("try-4.0: range 36 96")
    pd.send("known-voice-number 50")
    pd.send("known-set-pan 0.5")
    wait_for(lambda: own.client.ask("/voice/50/pan") == [0.5], "the fiftieth voice")
    assert own.client.ask("/voice/49/pan") == [0.0]
    pd.lines.clear()
    pd.send("known-fade 0")
    pd.send("known-space-out symbol other")
    pd.wait_for("try-0.0: choose other")
    pd.wait_for("try-1.0: names Dark\\ too Bright\\ too")
    pd.wait_for("try-2.0: label 2\\ full")
    pd.wait_for("try-3.0: range")
    pd.wait_for("try-6.0: label Dark\\ too")  # of a plane in a patch of one's own
    own.stop()
