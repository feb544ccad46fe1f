"""Serves ``/record``: the recorder's part in the server."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rt_timbre.dispatcher import Dispatcher
from rt_timbre.osc import Message
from rt_timbre.poller import Poller
from rt_timbre.recorder import Recorder, Report
from rt_timbre.sockets import Sender
from rt_timbre.table import Command

_ADDRESS = "/record"
_PATIENCE = 5.0  # seconds that a stopping server waits for the disk


class Recording:
    """Obeys ``/record``, and tells what becomes of recordings.

    Parameters
    ----------
    folder : Path
        Where the files go.
    rate : int
        Frames per second.
    dispatcher : Dispatcher
        Where the commands come from.
    poller : Poller
        Of the loop.
    warn : callable
        Tells everyone a line.
    """

    def __init__(
        self, folder: Path, rate: int, dispatcher: Dispatcher, poller: Poller, warn: Callable[[str], None]
    ) -> None:
        self._rate = rate
        self._recorder = Recorder(folder, rate)
        self._dispatcher = dispatcher
        self._warn = warn
        self._waiting: list[Callable[[], None]] = []  # for the files to be whole
        dispatcher.handle("record", self._record, echo=True)
        poller.watch(self._recorder.descriptor, self._tell)

    def hear(self, block: NDArray[np.float32], sample: int) -> None:
        """Take the hop that begins at `sample`."""
        self._recorder.hear(block, sample)

    def when_whole(self, action: Callable[[], None]) -> None:
        """Call `action` when the recordings that have been ended are whole files: now, or later."""
        self._waiting.append(action)
        self._tell()

    def close(self) -> None:
        """End the recording, if there is one, when the last hop has been made."""
        self._recorder.close(_PATIENCE)
        self._tell()

    def _record(self, command: Command, sender: Sender | None) -> tuple[Message, ...]:
        if command.question:
            name = self._recorder.recording
            return (Message(address=_ADDRESS, arguments=(int(bool(name)), name)),)
        on, name = command.arguments
        if on:
            self._recorder.start(name, sender)
        else:
            self._recorder.stop(sender)
        return ()

    def _tell(self) -> None:
        for report in self._recorder.reports():
            self._tell_one(report)
        if self._waiting and not self._recorder.finishing:
            waiting, self._waiting = self._waiting, []
            for action in waiting:
                action()

    def _tell_one(self, report: Report) -> None:
        dispatcher = self._dispatcher
        match report.kind:
            case "started":
                dispatcher.done(report.client, _ADDRESS, report.name, report.sample)
            case "stopped":
                dispatcher.done(report.client, _ADDRESS, report.name, report.sample, report.frames, report.lost)
            case "losing":
                self._warn(f"the disk is too slow: {report.name} has silence where sound is lost")
            case "failed":
                kept = f"; {report.frames / self._rate:.3f} s are kept" if report.frames else ""
                if report.client is not None:
                    dispatcher.fail(report.client, _ADDRESS, report.reason)
                self._warn(f"{_ADDRESS}: {report.reason}{kept}")
