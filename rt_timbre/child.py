"""A process that runs a module of this package and speaks JSON, one object a line."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

_PATIENCE = 1.0  # seconds for its end


class Child:
    """A child process, which ends when its standard input does. Nothing here waits, but for `end`.

    Parameters
    ----------
    module : str
        Run as ``python -m module``.
    options : sequence of str
        Its command line.
    descriptors : tuple of int
        What it inherits.
    apart : bool
        Whether a terminal's Ctrl-C does not reach it.

    Attributes
    ----------
    silent : bool
        Whether it has closed its standard output.
    """

    def __init__(
        self, module: str, options: Sequence[str], *, descriptors: tuple[int, ...] = (), apart: bool = False
    ) -> None:
        self._process = process = subprocess.Popen(
            [sys.executable, "-m", module, *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
            pass_fds=descriptors,
            process_group=0 if apart else None,
        )
        assert process.stdin is not None
        assert process.stdout is not None
        self._input, self._output = process.stdin, process.stdout
        os.set_blocking(self._input.fileno(), False)
        os.set_blocking(self._output.fileno(), False)
        self._text = b""
        self.silent = False

    @property
    def descriptor(self) -> int:
        """Becomes readable when it says something, and when it has ended."""
        return self._output.fileno()

    @property
    def status(self) -> int | None:
        """What it has ended with; None while it lives."""
        return self._process.poll()

    def write(self, data: bytes) -> int:
        """Write to it, and return how many bytes it took.

        Raises
        ------
        BrokenPipeError
            It has ended.
        """
        try:
            return os.write(self._input.fileno(), data)
        except BlockingIOError:
            return 0

    def read(self) -> list[dict[str, Any]]:
        """Return the objects that it has written since the last time."""
        try:
            data = os.read(self.descriptor, 65536)
        except BlockingIOError:
            return []
        self.silent = not data
        *lines, self._text = (self._text + data).split(b"\n")
        return [json.loads(line) for line in lines if line.startswith(b"{")]  # a library may print there, too

    def hush(self) -> None:
        """Close its standard input: it is to end."""
        self._input.close()

    def kill(self) -> None:
        """Kill it."""
        self._process.kill()

    def end(self) -> None:
        """Wait for its end, after a second no longer."""
        self.hush()
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self.kill()
            self._process.wait()
        self._output.close()


def said(module: str, options: Sequence[str], patience: float) -> dict[str, Any]:
    """Run a module to its end, and return the object that it writes.

    Raises
    ------
    subprocess.SubprocessError
        It does not end within `patience` seconds, or ends with another status than 0.
    """
    command = [sys.executable, "-m", module, *options]
    result = subprocess.run(command, stdin=subprocess.PIPE, capture_output=True, timeout=patience, check=True)
    answer: dict[str, Any] = json.loads(result.stdout)
    return answer
