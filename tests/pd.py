"""Pure Data for tests: a patch with named ends, driven over TCP as its user would click, and what it prints."""

import contextlib
import os
import re
import socket
import subprocess
import tempfile
import threading
import time
from pathlib import Path

import pytest

from patches.make_pd.controller import controller
from patches.make_pd.faces import ROW_HEIGHT
from patches.make_pd.patch import Patch, arranged
from rt_timbre.osc import parse
from tests.live import PATIENCE, Ear, JackServer, TimbreServer, wait_for

FOLDER = Path(__file__).parent.parent / "patches" / "pd"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Pd:
    """Pure Data without its window.

    Parameters
    ----------
    server_port : int
        Where rt-timbre is.
    objects : str
        Boxes to be tried: each takes what is sent to its place in the list, as `0 note 60 0.8`, and the n-th of its
        outlets prints as `try-0.n`.
    outlets : sequence of int
        How many outlets each has.
    opened : sequence of Path
        Other patches to be opened.
    audio : str
        ``-noaudio`` or ``-jack``.
    """

    def __init__(self, server_port, objects=(), opened=(), audio="-noaudio", environment=None, program="pd"):
        self._folder = tempfile.TemporaryDirectory(prefix="rt-timbre-pd-")
        self.port = free_port()
        harness = Path(self._folder.name) / "harness.pd"
        harness.write_text(self._harness(server_port, objects))
        command = [program, "-nogui", audio, "-stderr", "-nrt", "-noprefs", "-path", FOLDER]
        for path in (harness, *opened):
            command += ["-open", path]
        self.process = subprocess.Popen(
            [*map(str, command)], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        self.lines = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self._socket = wait_for(self._connect, "Pd")
        self.wait_for("status: 1")

    def _harness(self, server_port, objects):
        patch = Patch()
        status = patch.object(f"timbre.status 127.0.0.1 {server_port}")
        status >> "print status"
        patch.object("r wrong") >> "msg ; nobody 1"
        patch.object("r end") >> "print end"
        told = patch.object(f"netreceive {self.port}") >> "list" >> "t a a"
        message = told[0] >> "list split 1"
        name = told[1] >> "list split 1"
        sender = message[1] >> "list trim" >> "send"
        name >> "list" >> "symbol" >> sender[1]
        for number, (text, outlets) in enumerate(objects):
            tried = patch.object(text)
            if not text.startswith("r "):
                patch.object(f"r try-{number}") >> tried
            for outlet in range(outlets):
                tried[outlet] >> f"print try-{number}.{outlet}"
        return arranged(patch).write()

    def _connect(self):
        if self.process.poll() is not None:
            raise AssertionError(f"Pd has ended: {self.lines}")
        try:
            return socket.create_connection(("127.0.0.1", self.port), PATIENCE)
        except OSError:
            return None

    def _read(self):
        for line in self.process.stderr:
            self.lines.append(" ".join(line.split()))  # Pd 0.51 prints lists with two spaces

    def send(self, message):
        """Send a message to a name in any of the patches, such as `try-0 note 60 0.8`."""
        self._socket.sendall(f"{message};\n".encode())

    def wait_for(self, line):
        """Wait until a line is printed that begins so; return it."""
        return wait_for(lambda: next((said for said in self.lines if said.startswith(line)), None), f"Pd to say {line}")

    @property
    def complaints(self):
        """What Pd said that no [print] did, but for that it had to wait, on a busy machine, or lost its window."""
        others = "status:", "end:", "try-", "pdsend errorname"  # the last is said by a window that is closed with Pd
        said = [line for line in self.lines if line and not line.startswith(others)]
        return [line for line in said if not re.fullmatch(r"verbose\(3\): netsend/netreceive: blocked \d+ msec", line)]

    def stop(self):
        self._socket.close()
        self.process.terminate()
        self.process.wait()
        self._reader.join(PATIENCE)
        self.process.stderr.close()
        self._folder.cleanup()


class Inbox:
    """Where a patch can send to, without a server: it keeps all messages, and answers when it is asked if it is there.

    Attributes
    ----------
    port : int
        Where it listens, UDP.
    messages : list of Message
        What has come in, but for ``/ping``.
    """

    def __init__(self):
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self.messages = []
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self):
        with contextlib.suppress(OSError):
            while True:
                data, sender = self._socket.recvfrom(65536)
                if not data:
                    break
                message = parse(data)
                if message.address == "/ping":
                    self._socket.sendto(data, sender)
                else:
                    self.messages.append(message)

    def close(self):
        self._socket.sendto(b"", ("127.0.0.1", self.port))
        self._thread.join(PATIENCE)
        self._socket.close()


def known(name, folder, word="known"):
    """Copy a patch with names of its own, by which it can be clicked; return where it is."""
    path = folder / f"{word}.{name}.pd"
    path.write_text((FOLDER / f"{name}.pd").read_text(encoding="utf-8").replace(r"\$0", word), encoding="utf-8")
    return path


def click_row(pd, name, number):
    """Click a row of one of the controller's menus, by the mouse, a moment after what was before."""
    time.sleep(0.3)
    menu = next(node for node in controller().nodes if node.text.endswith(rf" \$0-{name}"))
    x, y = menu.x + 40, menu.y + 18 + ROW_HEIGHT * number + ROW_HEIGHT // 2
    for message in (f"mouse {x} {y} 1 0", f"mouseup {x} {y} 1"):
        pd.send(f"pd-known.rt-timbre.pd {message}")


@pytest.fixture(scope="module")
def jackd():
    server = JackServer(f"rt-timbre-pd-{os.getpid()}")
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def server(jackd, tiny_file):
    server = TimbreServer(jackd.environment, "--space", tiny_file, "--audio", "jack", "--voices", "4")
    yield server
    server.stop()


@pytest.fixture(scope="module")
def ear(server, jackd):
    ear = Ear(jackd)
    ear.connect()
    yield ear
    ear.close()


@pytest.fixture
def pure_data(server):
    """Start Pd with objects to be tried; at the end it must not have complained."""
    started = []

    def start(*objects, port=None, **options):
        pd = Pd(port or server.client.address[1], objects, **options)
        started.append(pd)
        return pd

    yield start
    for pd in started:
        pd.stop()
        assert not pd.complaints, pd.complaints
    server.client.send("/panic")
    server.client.ask("/ping")
    server.client.drop_answers()
