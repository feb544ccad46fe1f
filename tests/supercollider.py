"""SuperCollider's language for tests: sclang without a window, which runs code and tells what it posts."""

import itertools
import os
import queue
import subprocess
import threading

from tests.live import PATIENCE

_RUN = "\x1b"  # sclang runs what came before, and does not post its value


class SuperCollider:
    """sclang, which keeps its variables from one piece of code to the next.

    Parameters
    ----------
    home : Path
        Folder where it finds and keeps its settings, instead of the user's.
    """

    def __init__(self, home):
        environment = os.environ | {
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / ".config"),
            "QT_QPA_PLATFORM": "offscreen",
            "QTWEBENGINE_DISABLE_SANDBOX": "1",  # which root may not have
        }
        self._process = subprocess.Popen(
            ["sclang", "-i", "tests"],  # a name of an editor: else it edits the line by itself
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._lines = queue.SimpleQueue()
        threading.Thread(target=self._read, daemon=True).start()
        self._numbers = itertools.count()
        self.greeting = self.read_until(lambda line: line.startswith("*** Welcome to SuperCollider"))

    def _read(self):
        for line in self._process.stdout:
            self._lines.put(line.rstrip("\n"))
        self._lines.put(None)

    def read_until(self, found):
        """Return the lines that it posts, to the first that is found, without that."""
        lines = []
        while True:
            try:
                line = self._lines.get(timeout=PATIENCE)
            except queue.Empty:
                raise AssertionError(f"sclang posts no more than {lines}") from None
            if line is None:
                raise AssertionError(f"sclang ended: {lines}")
            if found(line):
                return lines
            lines.append(line)

    def send(self, code):
        """Begin to run code."""
        self._process.stdin.write(code + _RUN)
        self._process.stdin.flush()

    def run(self, code):
        """Run code and return the lines that it posts before it ends."""
        end = f"end of {next(self._numbers)}"
        self.send(code)
        self.send(f'"{end}".postln')
        return self.read_until(lambda line: line == end)

    def wait_for(self, code, end="ready"):
        """Run code and return the lines that are posted until it posts `end`, from a callback."""
        self.send(code)
        return self.read_until(lambda line: line == end)

    def stop(self):
        self._process.stdin.close()
        self._process.terminate()
        self._process.wait(PATIENCE)
        self._process.stdout.close()
