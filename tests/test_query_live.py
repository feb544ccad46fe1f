"""OSCQuery end to end: a client that knows nothing walks the tree of a server as a user starts it, and drives it."""

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from rt_timbre.paths.latent_path import LatentPath
from rt_timbre.paths.path_file import SUFFIX, write_path
from rt_timbre.space import write_space
from tests.live import PATIENCE, Client, TimbreServer, alive, children, wait_for
from tests.query_client import Stream, get, methods, query_port, request, serving
from tests.tiny_space import tiny_space


@pytest.fixture(scope="module")
def home(tmp_path_factory, tiny_file):
    """A data folder with two spaces: tiny, and narrow with another range; and with a path."""
    spaces = tmp_path_factory.mktemp("data") / "rt-timbre" / "spaces"
    spaces.mkdir(parents=True)
    shutil.copy(tiny_file, spaces / "tiny.timbre")
    narrow = tiny_space(name="narrow", latent_high=np.full(3, 0.5, np.float32))
    write_space(narrow, spaces / "narrow.timbre")
    paths = spaces.with_name("paths")
    paths.mkdir()
    write_path(paths / f"way{SUFFIX}", LatentPath(times=[0.0, 9.0], latents=[[0.1, 0.2, 0.3], [0.3, 0.2, 0.1]]))
    return spaces.parent.parent


def serving_home(home, *options, ready=True):
    return serving("--space", "tiny", *options, environment=os.environ | {"XDG_DATA_HOME": str(home)}, ready=ready)


@pytest.fixture(scope="module")
def server(home):
    with serving_home(home) as server:
        yield server
        code, said = server.stop()
        assert code == 0
        assert "Traceback" not in said


@pytest.fixture
def stream(server):
    stream = Stream(server.query)
    yield stream
    stream.close()


# What they can be set to depends on the machine, on the paths at hand, on what the space can reach
# (test_descriptor_targets).
LEFT_OUT = re.compile("/audio/device|/midi/learn|/path/load|/descriptor/")


def another(tag, limits, value):
    """Return a value within its limits, and not the one that is set."""
    if tag == "I":
        return None
    if tag == "s" and limits is None:
        return "take.wav"
    if tag == "s":
        return next(word for word in limits["VALS"] if word != value)
    low, high = limits["MIN"], limits["MAX"]
    if tag == "i":
        return low if value == high else high
    value = min(max(value, low), high)  # a macro can be beyond the axis's usual part
    return value + 0.1 * (high - value if value < 0.5 * (low + high) else low - value)


def close(values):
    return [pytest.approx(value, rel=1e-5, abs=1e-5) if isinstance(value, float) else value for value in values]


def test_a_client_sets_every_value_through_the_tree_and_sees_the_server_obey(home):
    with serving_home(home) as server:
        stream, listener = Stream(server.query), Stream(server.query)
        osc = Client(get(server.query, "/?HOST_INFO")["OSC_PORT"])
        for voice in (1, 2):
            osc.send(f"/voice/{voice}/latent", 0.4, 0.5, 0.6)
            osc.send(f"/voice/{voice}/morph", "Dark", "Bright", 100.0)
            osc.send(f"/voice/{voice}/path/load", "way")
            assert osc.receive() == ("/done", [f"/voice/{voice}/path/load", "way"])
        for node in methods(get(server.query, "/")):
            if "notification" not in node["TAGS"]:
                listener.command("LISTEN", node["FULL_PATH"])
        listener.ask("/ping")  # frames are obeyed in order: now it listens
        nodes = methods(get(server.query, "/"))
        settable = [node for node in nodes if node["ACCESS"] == 3 and not LEFT_OUT.search(node["FULL_PATH"])]
        assert len(settable) > 50
        for number, node in enumerate(settable):
            path, tags = node["FULL_PATH"], node["TYPE"]
            present = get(server.query, f"{path}?VALUE")["VALUE"]
            sent = [another(*argument) for argument in zip(tags, node["RANGE"], present, strict=True)]
            (stream if number % 2 else osc).send(path, *sent)
            assert listener.receive() == (path, close(sent))
            assert get(server.query, f"{path}?VALUE")["VALUE"] == close(sent)
            assert get(server.query, path)["VALUE"] == close(sent)
        assert stream.ask("/ping") == ([], [])  # it has not listened to anything
        for client in (osc, listener, stream):
            client.close()
        code, said = server.stop()
        assert code == 0
        dumped = re.compile(r"rt-timbre: 127\.0\.0\.1:\d+ /")  # /dump is among the values
        assert not [line for line in said.splitlines() if not dumped.match(line)]


def test_what_does_something_does_it(server, stream):
    listener = Stream(server.query)
    for path in ("/panic", "/voice/1/note", "/voice/2/note"):
        listener.command("LISTEN", path)
    listener.ask("/ping")
    osc = Client(server.client.address[1])
    osc.send("/note", 60.0, 0.5)
    heard, values = listener.receive()
    assert heard in ("/voice/1/note", "/voice/2/note")
    assert values == [60.0, 0.5]
    assert get(server.query, f"{heard}?VALUE") == {"VALUE": [60.0, 0.5]}
    assert get(server.query, "/panic?TYPE") == {"TYPE": "I"}
    stream.send_raw(b"/panic\0\0,I\0\0")
    assert listener.receive() == ("/panic", [])
    wait_for(lambda: get(server.query, "/status?VALUE")["VALUE"][1] == 0, "silence")
    osc.close()
    listener.close()


def test_questions_have_values_and_types(server):
    assert get(server.query, "/anchor/list?VALUE&TYPE") == {"VALUE": ["Dark", "Bright", "Hollow"], "TYPE": "sss"}
    assert get(server.query, "/space/info?VALUE")["VALUE"][:3] == ["tiny", 3, 2]
    assert set(get(server.query, "/space/list?VALUE")["VALUE"]) == {"narrow", "orchestra", "tiny"}
    status = get(server.query, "/status")
    assert len(status["TYPE"]) == len(status["VALUE"])
    assert status["VALUE"][0] == "playing"
    info = get(server.query, "/anything?HOST_INFO")
    assert (info["NAME"], info["OSC_PORT"], info["WS_PORT"]) == ("rt-timbre", server.client.address[1], server.query)


def test_what_the_server_tells_by_itself_is_heard(server, stream):
    stream.command("LISTEN", "/meter")
    address, values = stream.receive()
    assert address == "/meter"
    assert len(values) == len(get(server.query, "/meter?TYPE")["TYPE"])


def test_only_what_was_asked_for_is_heard(server, stream):
    stream.command("LISTEN", "/voice/1/gain")
    stream.command("LISTEN", "/voice/1/pan")
    stream.command("LISTEN", "/voice/1")  # is no method
    stream.command("LISTEN", "/nothing")
    stream.command("IGNORE", "/voice/1/pan")
    stream.send("/voice/1/gain", -5.0)  # its own change
    assert stream.ask("/voice/1/gain") == ([], [-5.0])
    osc = Client(server.client.address[1])
    for address, value in (("/voice/2/gain", -1.0), ("/voice/1/pan", 0.1), ("/voice/1/gain", -2.0)):
        osc.send(address, value)
    assert osc.ask("/voice/1/gain") == [-2.0]
    assert stream.receive() == ("/voice/1/gain", [-2.0])
    stream.command("IGNORE", "/voice/1/gain")
    assert stream.ask("/ping") == ([], [])
    osc.send("/voice/1/gain", -3.0)
    assert osc.ask("/voice/1/gain") == [-3.0]
    assert stream.ask("/ping") == ([], [])
    stream.send("/voice/1/gain", "loud")
    assert stream.receive()[0] == "/fail"
    osc.close()


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("/nothing", 404),
        ("/voice/3/gain", 404),
        ("/voice/1/%67ain", 200),
        ("/%00", 404),
        ("/%ff%fe", 404),
        ("/../../etc/passwd", 404),
        ("/voice/1/gain?VALEU", 400),
        ("/voice/1/gain?EXTENDED_TYPE", 204),
        ("/panic?VALUE", 204),
        ("/voice?VALUE", 204),
        ("/voice/1/morph?TYPE#fragment", 200),
        ("/" + "a" * 8000, 404),
        ("/" + "a" * 20000, 400),
        ("/?" + "VALUE&" * 1000, 204),
    ],
)
def test_requests_have_the_status_of_the_proposal(server, target, status):
    assert request(server.query, target)[0] == status


def test_nothing_but_get(server):
    for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"):
        assert request(server.query, "/voice/1/gain", method=method)[0] == 405
    status, headers, body = request(server.query, "/voice/1/gain", method="HEAD")
    assert (status, body) == (200, b"")
    assert not [name for name in headers if name.lower().startswith("access-control")]


def test_another_space_is_another_tree(home):
    with serving_home(home) as server:
        port = server.query
        stream = Stream(port)
        stream.command("LISTEN", "/voice/1/gain")
        assert get(port, "/voice/1/z/1?RANGE") == {"RANGE": [{"MIN": 0.0, "MAX": 1.0}]}
        stream.send("/space/load", "narrow", 0.05)
        heard = []
        while len(heard) < 2:
            heard.append(stream.receive())
        assert sorted(heard, key=str) == [
            ("/done", ["/space/load", "narrow"]),
            {"COMMAND": "PATH_CHANGED", "DATA": "/"},
        ]
        assert get(port, "/voice/1/z/1?RANGE") == {"RANGE": [{"MIN": 0.0, "MAX": 0.5}]}
        server.client.send("/voice/1/gain", -4.0)
        assert stream.receive() == ("/voice/1/gain", [-4.0])  # what still exists is still listened to
        server.client.send("/preset/store", "mine")
        assert stream.receive() == {"COMMAND": "PATH_CHANGED", "DATA": "/"}
        assert "mine" in get(port, "/voice/1/at?RANGE")["RANGE"][0]["VALS"]
        assert get(port, "/preset/recall?RANGE")["RANGE"][0] == {"VALS": ["mine"]}
        stream.close()
        assert server.stop()[0] == 0


def query_process(server):
    for child in children(server.process.pid):
        with contextlib.suppress(OSError):
            if b"rt_timbre.query.server" in Path(f"/proc/{child}/cmdline").read_bytes():
                return child
    return None


def test_the_process_is_started_again_and_ends_with_the_server(home):
    with serving_home(home) as server:
        port = server.query
        first = query_process(server)
        os.kill(first, 9)
        second = query_port(server)
        assert second != port
        assert get(second, "/voice/2/at?VALUE") == {"VALUE": ["Dark"]}
        process = query_process(server)
        assert process != first
        server.kill()
        wait_for(lambda: not alive(process), "the process to end")


def test_ctrl_c_while_the_process_begins_says_nothing(tiny_file):
    server = TimbreServer(os.environ, "--space", tiny_file, "--audio", "none", start_new_session=True)
    try:
        wait_for(lambda: query_process(server), "the process")
        time.sleep(0.1)  # it imports its modules now
        os.killpg(server.process.pid, signal.SIGINT)  # as a terminal does
        _, said = server.process.communicate(timeout=PATIENCE)
        assert (server.process.returncode, said) == (0, "")
    finally:
        if server.process.poll() is None:
            server.kill()
        server.client.close()


def test_a_port_that_is_taken(home):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with serving_home(home, "--query-port", port, ready=False) as server:
            said = server.process.stderr.readline()
            assert said == f"rt-timbre: TCP port {port} of 127.0.0.1 is taken; choose another by --query-port\n"
            assert server.client.ask("/ping") == []  # the sound goes on
            assert query_process(server) is None
            assert server.stop() == (0, "")


def test_the_usual_port_is_taken(server):
    options = ["--host=127.0.0.1", f"--osc-port={server.client.address[1]}", f"--port={server.query}", "--other"]
    process = subprocess.Popen(
        [sys.executable, "-m", "rt_timbre.query.server", *options, "--no-discovery"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    tree = {"voices": 1, "axes": 0, "low": [0.0], "high": [1.0], "descriptors": {}, "labels": [], "names": {}}
    process.stdin.write(json.dumps({"tree": tree}) + "\n")
    process.stdin.flush()
    port = json.loads(process.stdout.readline())["ready"]["port"]
    assert re.fullmatch(
        f"rt-timbre: TCP port {server.query} is taken, so OSCQuery takes a free one\n", process.stderr.readline()
    )
    assert get(port, "/voice/1/gain?TYPE") == {"TYPE": "f"}
    out, said = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out, said) == (0, "", "")


def test_a_server_that_listens_everywhere_says_where_it_is_reached(home):
    with serving_home(home, "--host", "0.0.0.0", ready=False) as server:
        line = server.process.stdout.readline()
        assert "0.0.0.0" not in line
        port = int(line.rpartition(":")[2])
        assert get(port, "/?HOST_INFO")["OSC_IP"] == "127.0.0.1"
        stream = Stream(port)
        assert stream.ask("/voice/1/at") == ([], ["Dark"])
        stream.close()
        assert request(port, "/", {"Host": "0.0.0.0"})[0] == 403
