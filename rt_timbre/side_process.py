"""Processes beside the loop: Python modules that speak JSON lines, started again when they end."""

import json
import time
from collections.abc import Callable, Sequence
from typing import Any

from rt_timbre.child import Child
from rt_timbre.poller import Poller

_LEAST_INTERVAL = 1.0  # seconds between starts
_LOOK = 0.5  # seconds between looks whether it lives
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
        self._module, self._options = module, options
        self._on_message = on_message
        self._on_end = on_end
        self._state: dict[str, Any] = {}  # what was sent last, by key
        self._unsent = b""
        self._child: Child | None = None
        self._start()
        poller.every(_LOOK, self._look)

    def send(self, **message: Any) -> None:
        """Send an object; never waits."""
        self._state |= message
        self._unsent += (json.dumps(message) + "\n").encode()
        self._write()

    def stop(self) -> None:
        """End it."""
        child, self._child = self._child, None
        if child is not None:
            self._poller.unwatch(child.descriptor)
            child.end()

    def kill(self) -> None:
        """End it at once, for it has nothing to finish."""
        if self._child is not None:
            self._child.kill()
        self.stop()

    def _start(self) -> None:
        self._started = time.monotonic()
        # A terminal's Ctrl-C does not reach it: the server ends it when it has faded out.
        self._child = Child(self._module, self._options, apart=True)
        self._unsent = (json.dumps(self._state) + "\n").encode() if self._state else b""
        self._write()
        self._poller.watch(self._child.descriptor, self._read)

    def _look(self) -> None:
        self._write()
        child = self._child
        if child is None or child.status is None or time.monotonic() - self._started < _LEAST_INTERVAL:
            return
        self.stop()
        self._on_end(f"{self._module} ended with status {child.status} and is started again")
        self._start()

    def _write(self) -> None:
        child = self._child
        if child is None or not self._unsent:
            return
        try:
            self._unsent = self._unsent[child.write(self._unsent) :]
        except BrokenPipeError:
            self._unsent = b""
        if len(self._unsent) > _MOST_UNSENT:  # it reads no more
            child.kill()

    def _read(self) -> None:
        child = self._child
        if child is None:
            return
        for message in child.read():
            self._on_message(message)
        if child.silent:
            self._poller.unwatch(child.descriptor)  # it has ended; `_look` sees to it
