"""Processes beside the loop: Python modules that speak JSON lines, started again when they end."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

from rt_timbre.poller import Poller

_LEAST_INTERVAL = 1.0  # seconds between starts
_LOOK = 0.5  # seconds between looks whether it lives
_PATIENCE = 1.0  # seconds for its end
_MOST_UNSENT = 1 << 20  # bytes


class SideProcess:
    """A process of this package that works beside the loop.

    It reads JSON objects, one a line, from its standard input, and ends when that does; it writes such lines to its
    standard output. What was sent is sent again when it has to be started again.

    Parameters
    ----------
    poller : Poller
        Of the loop.
    module : str
        Run as ``python -m module``.
    options : sequence of str
        Its command line.
    on_message : callable
        Called in the loop with each object that it writes.
    on_end : callable
        Called in the loop with one line when it has ended by itself.

    Attributes
    ----------
    restarts : int
        How often it was started again.
    """

    def __init__(
        self,
        poller: Poller,
        module: str,
        options: Sequence[str],
        on_message: Callable[[dict[str, Any]], None],
        on_end: Callable[[str], None],
    ) -> None:
        self._poller = poller
        self._command = [sys.executable, "-m", module, *options]
        self._on_message = on_message
        self._on_end = on_end
        self._state: dict[str, Any] = {}  # what was sent last, by key
        self._unsent = b""
        self._text = b""
        self.restarts = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._start()
        poller.every(_LOOK, self._look)

    def send(self, **message: Any) -> None:
        """Send an object; never waits."""
        self._state |= message
        self._unsent += (json.dumps(message) + "\n").encode()
        self._write()

    def stop(self) -> None:
        """End it."""
        process, self._process = self._process, None
        if process is None:
            return
        assert process.stdin is not None
        assert process.stdout is not None
        self._poller.unwatch(process.stdout.fileno())
        process.stdin.close()
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()

    def _start(self) -> None:
        self._started = time.monotonic()
        # In a group of its own a terminal's Ctrl-C does not reach it: the server ends it when it has faded out.
        self._process = process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, process_group=0
        )
        assert process.stdin is not None
        assert process.stdout is not None
        os.set_blocking(process.stdin.fileno(), False)
        os.set_blocking(process.stdout.fileno(), False)
        self._text = b""
        self._unsent = (json.dumps(self._state) + "\n").encode() if self._state else b""
        self._write()
        self._poller.watch(process.stdout.fileno(), self._read)

    def _look(self) -> None:
        self._write()
        process = self._process
        if process is None or process.poll() is None or time.monotonic() - self._started < _LEAST_INTERVAL:
            return
        module = self._command[2]
        self.stop()
        self._on_end(f"{module} ended with status {process.returncode} and is started again")
        self._start()
        self.restarts += 1

    def _write(self) -> None:
        process = self._process
        if process is None or not self._unsent:
            return
        assert process.stdin is not None
        try:
            sent = os.write(process.stdin.fileno(), self._unsent)
            self._unsent = self._unsent[sent:]
        except BlockingIOError:
            if len(self._unsent) > _MOST_UNSENT:  # it reads no more
                process.kill()
        except BrokenPipeError:
            self._unsent = b""

    def _read(self) -> None:
        process = self._process
        if process is None:
            return
        assert process.stdout is not None
        descriptor = process.stdout.fileno()
        try:
            data = os.read(descriptor, 65536)
        except BlockingIOError:
            return
        if not data:
            self._poller.unwatch(descriptor)  # it has ended; `_look` sees to it
            return
        *lines, self._text = (self._text + data).split(b"\n")
        for line in lines:
            if line.startswith(b"{"):  # a library may print there, too
                self._on_message(json.loads(line))
