"""Logs what is obeyed as a control file: the loop only queues it, and a thread of its own writes it to disk."""

import contextlib
import os
import threading
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from rt_timbre.controlfile import LARGEST, Header, format_event, format_header, loaded_line, preset_line, time_of
from rt_timbre.errors import ControlFileError
from rt_timbre.osc import Argument, Message
from rt_timbre.presets.preset import Preset
from rt_timbre.realtime import request_realtime_thread

_MOST_WAITING = 200_000  # messages
_BATCH = 8  # messages that are formatted at once: a tenth of a millisecond, then the loop may have its turn
_INTERVAL = 0.2  # seconds between two looks at what was obeyed
_TAIL = 65536  # bytes
_LONGEST_REASON = 4096  # bytes: what is said at the end of a log that ends before its time


class ControlLog:
    """A control file in the making.

    Parameters
    ----------
    path : Path
        The file; there must be none of that name.
    header : Header
        Its first line.
    comments : sequence of str
        What else to say at the top, a line each.

    Raises
    ------
    ControlFileError
        If the file cannot be made.

    Attributes
    ----------
    sample : int
        How far the server has come, for the log to say so: the loop sets it after every hop.
    """

    def __init__(self, path: Path, header: Header, comments: Sequence[str] = ()) -> None:
        self.sample = 0
        self._path = path
        self._rate = header.rate
        self._waiting: deque[Callable[[], str]] = deque()  # each gives a line
        self._failure = ""
        self._ended = threading.Event()
        self._added = 0  # sample
        self._room = LARGEST - _LONGEST_REASON  # bytes
        lines = [format_header(header), *(f"# {comment}" for comment in comments)]
        try:
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
            self._write(lines)
        except FileExistsError:
            raise ControlFileError(f"{path} exists already; choose another name for the log") from None
        except (OSError, ValueError) as error:
            raise ControlFileError(f"{path} cannot be written: {getattr(error, 'strerror', None) or error}") from None
        self._thread = threading.Thread(target=self._work, name="control log", daemon=True)
        self._thread.start()

    @property
    def failure(self) -> str:
        """Why the log has ended before its time; "" while it goes on."""
        return self._failure

    def add(self, sample: int, address: str, arguments: tuple[Argument, ...]) -> None:
        """Log what is obeyed at `sample` (loop); samples never decrease."""
        self._added = sample
        self._put(partial(self._line, sample, address, arguments))

    def add_part(self, sample: int) -> None:
        """Log that a hop was made in parts, even if nothing that was obeyed there has been logged (loop)."""
        if self._added != sample:
            self.add(sample, "/ping", ())

    def add_space(self, sha256: str, presets: Sequence[Preset]) -> None:
        """Log which space is loaded by what is added next, and the presets there are for it (loop)."""
        for preset in presets:
            self._put(partial(preset_line, preset))
        self._put(partial(loaded_line, "space", sha256))

    def add_path(self, sha256: str) -> None:
        """Log which path is loaded by what is added next (loop)."""
        self._put(partial(loaded_line, "path", sha256))

    def close(self, patience: float) -> None:
        """Write what waits, up to `patience` seconds, and say how long all of it lasted."""
        self._ended.set()
        self._thread.join(patience)

    def _put(self, line: Callable[[], str]) -> None:
        if len(self._waiting) < _MOST_WAITING:
            self._waiting.append(line)
        elif not self._failure:
            self._failure = f"the disk is too slow for {self._path}"

    # The writer's thread

    def _work(self) -> None:
        request_realtime_thread()
        try:
            ended, told = False, 0
            while not ended and not self._failure:
                ended = self._ended.wait(_INTERVAL)
                now = self.sample  # what is obeyed later is not earlier than this
                while count := min(len(self._waiting), _BATCH):
                    self._write([self._waiting.popleft()() for _ in range(count)])
                last = max(told, self._added)
                if now - last >= self._rate or (ended and now > last):
                    self._write([self._line(now, "/ping", ())])  # time goes on to here
                    told = now
        except (OSError, ValueError, ControlFileError) as error:
            self._failure = f"{self._path} cannot be written: {getattr(error, 'strerror', None) or error}"
        if self._failure:
            self._give_up()
        with contextlib.suppress(OSError):
            os.close(self._descriptor)

    def _line(self, sample: int, address: str, arguments: tuple[Argument, ...]) -> str:
        return format_event(time_of(sample, self._rate), Message(address=address, arguments=arguments))

    def _write(self, lines: Sequence[str]) -> None:
        data = memoryview(("\n".join(lines) + "\n").encode())
        self._room -= len(data)
        if self._room < 0:
            raise ControlFileError(f"it has {LARGEST >> 20} MiB already, the most that a control file can have")
        while data:
            data = data[os.write(self._descriptor, data) :]

    def _give_up(self) -> None:
        """End the file with a comment that says why, in the place of the last lines if there is no room for more."""
        said = f"# the log ends here: {self._failure}\n".encode()
        with contextlib.suppress(OSError):
            size = os.fstat(self._descriptor).st_size
            start = max(0, size - _TAIL)
            tail = os.pread(self._descriptor, _TAIL, start)
            for room in (0, len(said)):
                end = start + tail.rfind(b"\n", 0, len(tail) - room) + 1
                with contextlib.suppress(OSError):
                    if os.pwrite(self._descriptor, said, end) == len(said):
                        os.ftruncate(self._descriptor, end + len(said))
                        return
