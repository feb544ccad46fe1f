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
        self.posted = []  # all that has been read
        self._lines = queue.SimpleQueue()
        threading.Thread(target=self._read, daemon=True).start()
        self._numbers = itertools.count()
        self.greeting = self._until(lambda line: line.startswith("*** Welcome to SuperCollider"))

    def _read(self):
        for line in self._process.stdout:
            self._lines.put(line.rstrip("\n"))
        self._lines.put(None)

    def _until(self, found):
        lines = []
        while not (lines and found(lines[-1])):
            try:
                line = self._lines.get(timeout=PATIENCE)
            except queue.Empty:
                raise AssertionError(f"sclang posts no more than {lines}") from None
            if line is None:
                raise AssertionError(f"sclang ended: {lines}")
            lines.append(line)
            self.posted.append(line)
        return lines

    def run(self, code):
        """Run code; return the lines that are posted before it ends."""
        end = f"end of {next(self._numbers)}"
        self._process.stdin.write(f'{code}{_RUN}"{end}".postln{_RUN}')
        self._process.stdin.flush()
        return self._until(lambda line: line == end)[:-1]

    def hear(self, code, start=""):
        """Run code; return the first line that it or what it has begun posts and that begins with `start`."""

        def found(line):
            return line != "" and line.startswith(start)

        posted = self.run(code)
        return next(filter(found, posted), None) or self._until(found)[-1]

    def stop(self):
        self._process.stdin.close()
        self._process.terminate()
        self._process.wait(PATIENCE)
        self._process.stdout.close()
