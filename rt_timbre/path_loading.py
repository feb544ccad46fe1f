"""Stored paths for voices that play: read beside the loop, then given to the voices that were to have them."""

from collections.abc import Callable
from functools import partial
from typing import Any

from rt_timbre.dispatcher import Dispatcher
from rt_timbre.engine import Engine
from rt_timbre.errors import ControlError, PathError
from rt_timbre.jobs import Jobs
from rt_timbre.osc import Message
from rt_timbre.path_handover import open_beside
from rt_timbre.path_store import check_name, list_paths
from rt_timbre.paths.latent_path import StoredPath
from rt_timbre.sockets import Sender
from rt_timbre.table import Command

_MOST_WAITING = 256  # commands


class _Reading:
    """A path that is being read, and the commands that wait for it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.waiting: list[tuple[Command, Sender | None]] = []


class PathLoading:
    """Serves ``/path/list`` and ``/voice/{v}/path/load``.

    Parameters
    ----------
    engine : Engine
        What plays.
    jobs : Jobs
        Where paths are waited for.
    dispatcher : Dispatcher
        Where the commands come from.
    breathe : callable
        Makes the hops that are due; called between one voice and the next.
    """

    def __init__(self, engine: Engine, jobs: Jobs, dispatcher: Dispatcher, breathe: Callable[[], None]) -> None:
        self._engine = engine
        self._jobs = jobs
        self._dispatcher = dispatcher
        self._breathe = breathe
        self._waiting = 0  # commands
        self._last: _Reading | None = None  # what was begun last, if it goes on
        dispatcher.handle("path/list", self._list)
        dispatcher.handle("voice/path/load", self._load)

    def _list(self, command: Command, sender: Sender | None) -> tuple[Message, ...]:
        def answer(names: list[str]) -> None:
            self._dispatcher.send(Message(address=command.address, arguments=tuple(names)), sender)

        self._jobs.submit(list_paths, answer, partial(self._dispatcher.fail, sender, command.address))
        return ()

    def _load(self, command: Command, sender: Sender | None) -> list[Message]:
        if command.question:
            return self._engine.apply(command)
        (name,) = command.arguments
        try:
            check_name(name)
        except PathError as error:
            raise ControlError(str(error)) from None
        if self._waiting >= _MOST_WAITING:
            raise ControlError(f"{self._waiting} voices wait for paths already; wait for /done")
        # Voices that are to have the same path, one after another, have it read once.
        reading = self._last
        if reading is None or reading.name != name:
            reading = self._last = _Reading(name)
            self._jobs.submit(
                partial(open_beside, name, self._engine.limits.dimension),
                partial(self._give, reading),
                partial(self._refuse, reading),
            )
        reading.waiting.append((command, sender))
        self._waiting += 1
        return []

    def _give(self, reading: _Reading, stored: StoredPath) -> None:
        self._end(reading)
        for command, sender in reading.waiting:
            self._breathe()
            self.give(stored, command, sender)

    def give(self, stored: StoredPath, command: Command, sender: Sender | None) -> None:
        """Give a voice a path that has been read, unless it does not fit the space that plays by now.

        Parameters
        ----------
        stored : StoredPath
            The path.
        command : Command
            What asked for it.
        sender : Sender or None
            Who sent that.
        """
        dispatcher = self._dispatcher
        try:
            left = [self._engine.load_path(command.voice, stored)]
        except ControlError as error:
            dispatcher.fail(sender, command.address, str(error))
            return
        if left[0] is not None:
            # Taken down beside the loop: that may take longer than a hop.
            self._jobs.submit(left.clear, _ignore, _ignore)
        dispatcher.observe(command)
        dispatcher.echo(Message(address=command.address, arguments=command.arguments), sender)
        dispatcher.done(sender, command.address, stored.name)

    def _refuse(self, reading: _Reading, reason: str) -> None:
        self._end(reading)
        for command, sender in reading.waiting:
            self._dispatcher.fail(sender, command.address, reason)

    def _end(self, reading: _Reading) -> None:
        self._waiting -= len(reading.waiting)
        if self._last is reading:
            self._last = None


def _ignore(_: Any) -> None:
    """Nothing is to be told."""
