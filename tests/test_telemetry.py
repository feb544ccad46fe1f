"""What a server tells of itself: /status, /meter and /event/… over OSC, lines of JSON for a supervisor."""

import itertools
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rt_timbre.meters import SILENCE, STAGES
from rt_timbre.space import write_space
from rt_timbre.status import read_status
from tests.live import PATIENCE, Client, TimbreServer, children, wait_for
from tests.tiny_space import tiny_space


@pytest.fixture
def server(tiny_file):
    server = TimbreServer(os.environ, "--space", tiny_file, "--audio", "none", "--voices", "4")
    yield server
    if server.process.poll() is None:
        server.stop()


def heard(client, address, count=1):
    """Return the arguments of the next messages of an address."""
    found = []
    while len(found) < count:
        got, arguments = client.receive()
        if got == address:
            found.append(arguments)
    return found


def test_status_tells_the_load_of_every_stage(server):
    server.client.send("/voice/1/note", 60.0, 0.5)
    status = wait_for(
        lambda: (status := read_status(server.client.ask("/status"))).sounding and status, "the note in the figures"
    )
    assert (status.state, status.space, status.phase, status.rate) == ("playing", "tiny", "bank", 48000.0)
    stages = [status.stage(stage) for stage in STAGES]
    assert all(0.0 < mean <= peak and p99 <= peak for mean, peak, p99 in stages)
    assert sum(mean for mean, _, _ in stages) <= status.load_mean * 1.0001
    assert status.frame_p50 <= status.frame_p99
    assert status.faults == 0


def test_meters_come_to_subscribers_alone(server):
    client = server.client
    listener = Client(client.address[1])
    listener.send("/notify", 1)
    assert heard(listener, "/meter")[0][:3] == [SILENCE, SILENCE, 0]
    client.send("/voice/2/pan", -1.0)
    client.send("/voice/2/note", 60.0, 0.5)
    left, right, sounding, load = wait_for(
        lambda: (levels := heard(listener, "/meter")[0])[0] > levels[1] + 40.0 and levels, "the note on the left"
    )
    assert -40.0 < left <= 0.0
    assert right < -40.0
    assert sounding == 1
    assert load > 0.0
    start = time.monotonic()
    heard(listener, "/meter", 11)
    assert time.monotonic() - start > 0.4  # ten intervals of 50 ms; the first may have waited in the socket
    listener.send("/notify", 0)
    listener.ask("/ping")
    listener.drop_answers()
    client.ask("/ping")
    client.drop_answers()
    assert client.ask("/ping") == []  # nothing but what was asked for
    listener.close()


def test_wekinators_outputs_are_the_latent_of_the_first_voice(server):
    client = server.client
    listener = Client(client.address[1])
    listener.send("/notify", 1)
    assert listener.ask("/ping") == []
    low, high = -3.0, 3.0
    client.send("/wek/outputs", 0.0, 0.5, 1.0)
    told = heard(listener, "/voice/1/latent")[0]
    assert told == client.ask("/voice/1/latent")
    assert told[1] == pytest.approx((told[0] + told[2]) / 2, abs=1e-6)
    client.send("/voice/1/latent", low * 99, 0.0, high * 99)  # clipped to the range of the space
    assert client.ask("/voice/1/latent") == pytest.approx([told[0], 0.0, told[2]])
    listener.close()


def test_the_output_lost_and_back_and_underruns_are_told(jack_server, tiny_file):
    server = TimbreServer(jack_server.environment, "--space", tiny_file, "--audio", "jack")
    try:
        client = server.client
        client.send("/notify", 1)
        heard(client, "/meter")
        os.kill(server.process.pid, signal.SIGSTOP)
        time.sleep(0.1)  # many blocks
        os.kill(server.process.pid, signal.SIGCONT)
        (count,) = heard(client, "/event/underrun")[0]
        assert count > 0
        os.kill(server.audio_process, signal.SIGKILL)
        assert heard(client, "/event/device", 2) == [["lost", "jack"], ["back", "jack"]]
        assert client.ask("/status")[6] >= count
    finally:
        server.stop()


class Supervised:
    """A server that speaks JSON, as its supervisor reads it."""

    def __init__(self, environment, *options):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "rt_timbre", "serve", "--port", "0", "--json", *map(str, options)],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.start = self.next("start")
        self.client = Client(int(re.fullmatch(r"osc\.udp://127\.0\.0\.1:(\d+)", self.start["osc"])[1]))

    def next(self, event):
        """Return the next line of an event; lines of status come each second."""
        for text in itertools.islice(self.process.stdout, 60):
            line = json.loads(text)
            if line["event"] == event:
                return line
        raise AssertionError(f"no {event}")

    def stop(self):
        """End it; return its exit status and what it said on standard error."""
        self.client.close()
        self.process.send_signal(signal.SIGTERM)
        _, said = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, said


def test_a_supervisor_reads_lines_of_json(jack_server, tmp_path):
    spaces = tmp_path / "rt-timbre" / "spaces"
    spaces.mkdir(parents=True)
    write_space(tiny_space(), spaces / "tiny.timbre")
    environment = jack_server.environment | {"XDG_DATA_HOME": str(tmp_path)}
    server = Supervised(environment, "--space", "tiny", "--audio", "jack", "--voices", "3")
    try:
        assert {name: server.start[name] for name in ("space", "voices", "rate", "device")} == {
            "space": "tiny",
            "voices": 3,
            "rate": 48000,
            "device": "jack",
        }
        first, second = server.next("status"), server.next("status")
        assert 0.5 < second["time"] - first["time"] < PATIENCE
        assert second["dropped_lines"] == 0
        assert set(second["stages"]) == set(STAGES)
        server.client.send("/space/load", "tiny")
        assert server.next("space")["name"] == "tiny"
        server.client.send_raw(b"no OSC")
        assert "from 127.0.0.1 was refused" in server.next("fault")["line"]
        for child in children(server.process.pid):
            if b"rt_timbre.audio.output" in Path(f"/proc/{child}/cmdline").read_bytes():
                os.kill(child, signal.SIGKILL)
        assert server.next("device")["state"] == "lost"
        assert server.next("device")["state"] == "back"
    finally:
        server.process.send_signal(signal.SIGTERM)
        last = server.next("stop")
        assert server.stop()[0] == 0
    assert last["time"] > second["time"]


def test_a_standard_output_that_is_closed_from_the_start(tiny_file):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = f'exec "{sys.executable}" -m rt_timbre serve --json --audio none --query-port 0 --port {port} '
    process = subprocess.Popen(["sh", "-c", f'{command} --space "{tiny_file}" >&-'], stderr=subprocess.PIPE, text=True)
    client = Client(port)
    try:
        wait_for(lambda: answers(client), "an answer")
    finally:
        process.terminate()
        _, said = process.communicate(timeout=PATIENCE)
        client.close()
    assert process.returncode == 0
    assert not [line for line in said.splitlines() if "refuses" not in line]


def answers(client):
    """Whether a server that may not be there yet answers."""
    client.socket.settimeout(0.2)
    try:
        return client.ask("/ping") == []
    except (TimeoutError, ConnectionRefusedError):
        return False


def test_a_supervisor_who_is_gone_does_not_stop_the_sound(tiny_file):
    server = Supervised(os.environ, "--space", tiny_file, "--audio", "none")
    try:
        server.process.stdout.close()
        server.process.stdout = None
        for _ in range(3):
            server.client.send_raw(b"no OSC")  # is told, if to nobody
            time.sleep(0.5)
        assert server.client.ask("/ping") == []
    finally:
        code, said = server.stop()
    assert code == 0
    assert "Traceback" not in said
