"""Real parts for tests: a JACK server with its dummy driver, a server process, an ear on JACK, an OSC client."""

import contextlib
import os
import re
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import ClassVar

import numpy as np
from pythonosc import slip
from pythonosc.osc_message import OscMessage
from pythonosc.osc_message_builder import OscMessageBuilder
from pythonosc.udp_client import SimpleUDPClient

PATIENCE = 30.0  # seconds: these machines are slow now and then


def wait_for(condition, what, seconds=PATIENCE):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        result = condition()
        if result:
            return result
        time.sleep(0.01)
    raise AssertionError(f"waited {seconds:g} s for {what}")


class JackServer:
    """jackd with the dummy driver, under a name of its own."""

    def __init__(self, name, rate=48000, block=128, options=()):
        self.name, self.rate, self.block, self.options = name, rate, block, options
        self.environment = os.environ | {"JACK_DEFAULT_SERVER": name, "JACK_NO_START_SERVER": "1"}
        self.process = None

    def start(self):
        command = [
            "jackd",
            "--no-realtime",
            "-n",
            self.name,
            "-d",
            "dummy",
            "-r",
            str(self.rate),
            "-p",
            str(self.block),
            *self.options,
        ]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            wait_for(lambda: self.run("jack_lsp").returncode == 0, "jackd")
        except AssertionError:
            self.kill()
            raise

    def run(self, *command):
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=10)

    def stop(self):
        """End it politely: a killed server keeps its place among the few that JACK's registry holds."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait()
            self.process = None

    def kill(self):
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None


class TimbreServer:
    """`rt-timbre serve`, started as a user would."""

    started: ClassVar[list[subprocess.Popen]] = []

    @classmethod
    def kill_all(cls):
        for process in cls.started:
            if process.poll() is None:
                process.kill()
                process.communicate()

    def __init__(self, environment, *options, command=("-m", "rt_timbre"), start_new_session=False):
        self.process = subprocess.Popen(
            [
                sys.executable,
                *command,
                "serve",
                "--port",
                "0",
                "--query-port",
                "0",
                "--no-discovery",
                *map(str, options),
            ],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=start_new_session,
        )
        self.started.append(self.process)
        self.ready = self.process.stdout.readline()
        found = re.search(r"ready: osc\.udp://[\d.]+:(\d+)", self.ready)
        if not found:
            raise AssertionError(f"no ready line: {self.ready!r} {self.process.communicate()[1]!r}")
        self.client = Client(int(found[1]))

    @property
    def audio_process(self):
        """Process number of the audio process, or None."""
        for child in children(self.process.pid):
            with contextlib.suppress(OSError):
                if b"rt_timbre.audio.output" in Path(f"/proc/{child}/cmdline").read_bytes():
                    return child
        return None

    def kill(self):
        """End it as a crash would."""
        self.process.kill()
        self.process.communicate()
        self.client.close()

    def stop(self):
        """End it politely; return its exit status and what it said on standard error."""
        self.process.terminate()
        _, said = self.process.communicate(timeout=PATIENCE)
        self.client.close()
        return self.process.returncode, said


class Asking:
    """What both kinds of clients do."""

    def ask(self, address):
        self.send(address)
        reply = "/status.reply" if address == "/status" else address
        while True:
            heard, values = self.receive()
            if heard == reply:
                return values

    def close(self):
        self.socket.close()


class Client(Asking):
    """Sends OSC and hears the answers, by python-osc."""

    def __init__(self, port):
        self._udp = SimpleUDPClient("127.0.0.1", port)
        self.socket = self._udp._sock
        self.socket.settimeout(PATIENCE)
        self.address = ("127.0.0.1", port)

    def send(self, address, *arguments):
        self._udp.send_message(address, list(arguments))

    def send_raw(self, data):
        self.socket.sendto(data, self.address)

    def receive(self):
        message = OscMessage(self.socket.recv(65536))
        return message.address, message.params

    def drop_answers(self):
        """Forget what has come in and was not read."""
        self.socket.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            while True:
                self.socket.recv(65536)
        self.socket.settimeout(PATIENCE)


class StreamClient(Asking):
    """Sends OSC over TCP and hears the answers, in SLIP frames, by python-osc."""

    def __init__(self, port, host="127.0.0.1"):
        self.socket = socket.create_connection((host, port), PATIENCE)
        self._heard = b""

    def send(self, address, *arguments):
        builder = OscMessageBuilder(address=address)
        for argument in arguments:
            builder.add_arg(argument)
        self.socket.sendall(slip.encode(builder.build().dgram))

    def send_raw(self, data):
        self.socket.sendall(data)

    def receive(self):
        """Return the next message; None if the server has closed the connection."""
        while True:
            packet, end, rest = self._heard.lstrip(slip.END).partition(slip.END)
            if end:
                self._heard = rest
                message = OscMessage(slip.decode(packet))
                return message.address, message.params
            try:
                data = self.socket.recv(65536)
            except ConnectionError:
                return None
            if not data:
                return None
            self._heard += data


class Ear:
    """A JACK client that records what rt-timbre plays."""

    def __init__(self, jack_server):
        import jack

        self._client = jack.Client("ear", no_start_server=True, servername=jack_server.name)
        self._port = self._client.inports.register("in")
        self._blocks = []
        self._jack = jack
        self._client.set_process_callback(lambda _: self._blocks.append(self._port.get_array().copy()))
        self._client.activate()
        self.rate = self._client.samplerate

    def connect(self):
        def try_it():
            for port in self._client.get_ports("rt-timbre:.*", is_output=True):
                with contextlib.suppress(self._jack.JackError):
                    self._client.connect(port, self._port)
                    return True
            return False

        wait_for(try_it, "the ports of rt-timbre")

    def record(self, seconds):
        """Return the next seconds of sound."""
        start = len(self._blocks)
        blocks = int(np.ceil(seconds * self.rate / self._client.blocksize))
        wait_for(lambda: len(self._blocks) >= start + blocks, "sound")
        return np.concatenate(self._blocks[start : start + blocks])

    def close(self):
        # Now and then libjack waits for ever for a server that has lost one of its other clients.
        closing = threading.Thread(target=self._close, daemon=True)
        closing.start()
        closing.join(5.0)

    def _close(self):
        self._client.deactivate()
        self._client.close()


def children(parent):
    """Process numbers of the children of a process."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            with contextlib.suppress(OSError, IndexError, ValueError):
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
                if int(fields[1]) == parent:
                    found.append(int(entry.name))
    return found


def alive(process):
    """Whether a process runs and is no zombie."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
