"""Lines of JSON for a supervisor who may read slowly, not at all, or be gone: the loop never waits for them."""

import contextlib
import json
import os
import queue
import threading
from typing import Any

_MOST_WAITING = 64  # lines
_LAST_PATIENCE = 0.5  # seconds that the end of the server waits for the last lines to be read


class JsonLines:
    """Writes one JSON object a line to a descriptor, from a thread that waits in the loop's place.

    Parameters
    ----------
    descriptor : int
        Open file, pipe or terminal.

    Attributes
    ----------
    dropped : int
        Lines that were not written because those before them were not read, or because the reader is gone.
    """

    def __init__(self, descriptor: int) -> None:
        self.dropped = 0
        self._descriptor = descriptor
        self._waiting: queue.Queue[bytes | None] = queue.Queue(_MOST_WAITING)
        self._gone = False
        # A daemon: a write that nobody reads must not keep the process alive.
        self._thread = threading.Thread(target=self._write, name="json lines", daemon=True)
        self._thread.start()

    def put(self, line: dict[str, Any]) -> None:
        """Have a line written soon, or drop it."""
        data = json.dumps(line, ensure_ascii=False).encode() + b"\n"
        try:
            if self._gone:
                raise queue.Full
            self._waiting.put_nowait(data)
        except queue.Full:
            self.dropped += 1

    def close(self) -> None:
        """Give the lines that wait a last chance to be read."""
        with contextlib.suppress(queue.Full):
            self._waiting.put_nowait(None)
        self._thread.join(_LAST_PATIENCE)

    def _write(self) -> None:
        while (data := self._waiting.get()) is not None:
            try:
                while data:
                    data = data[os.write(self._descriptor, data) :]
            except OSError:  # the reader is gone, or the disk is full
                self._gone = True
                self.dropped += 1
                return
