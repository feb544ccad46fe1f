"""Slow work beside the loop: files, the loading of spaces. One thread; what comes of it is told in the loop."""

import os
import queue
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

from rt_timbre.errors import TimbreError
from rt_timbre.realtime import request_realtime_thread

_PATIENCE = 5.0  # seconds for what is still to be done at the end


class Jobs:
    """A queue of work for one thread.

    Attributes
    ----------
    descriptor : int
        Becomes readable when something is finished; `collect` is to be called then.
    """

    def __init__(self) -> None:
        self.descriptor, self._finished = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        self._todo: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._results: deque[Callable[[], None]] = deque()
        # It ends with the process, whatever it waits for.
        self._thread = threading.Thread(target=self._work, name="jobs", daemon=True)
        self._thread.start()

    def submit(
        self, function: Callable[[], Any], on_result: Callable[[Any], None], on_error: Callable[[str], None]
    ) -> None:
        """Have `function` called by the thread when all earlier work is done.

        Parameters
        ----------
        function : callable
            Must not touch what the loop uses.
        on_result : callable
            Called in the loop with what `function` returned.
        on_error : callable
            Called in the loop with one line, if it raised.
        """
        self._todo.put(partial(self._do, function, on_result, on_error))

    def collect(self) -> None:
        """Tell what has been finished (in the loop)."""
        try:
            os.read(self.descriptor, 4096)
        except BlockingIOError:
            return
        while self._results:
            self._results.popleft()()

    def close(self) -> None:
        """Finish what has been submitted, unless it takes seconds, then end the thread; nothing is told any more."""
        self._todo.put(None)
        self._thread.join(_PATIENCE)

    def _work(self) -> None:
        request_realtime_thread()
        while (job := self._todo.get()) is not None:
            job()

    def _do(
        self, function: Callable[[], Any], on_result: Callable[[Any], None], on_error: Callable[[str], None]
    ) -> None:
        try:
            told = partial(on_result, function())
        except TimbreError as error:
            told = partial(on_error, str(error))
        except Exception as error:  # the server goes on, whatever it was
            told = partial(on_error, f"{type(error).__name__}: {error}")
        self._results.append(told)
        del told  # the thread keeps nothing alive
        with suppress(BlockingIOError):  # the loop has been told often enough
            os.write(self._finished, b"\0")
