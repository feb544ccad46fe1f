"""Another space while one plays: loaded and warmed beside the loop, then cross-faded."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from rt_timbre.dispatcher import Dispatcher
from rt_timbre.engine import Engine
from rt_timbre.errors import ControlError, SpaceError
from rt_timbre.fields import one_line
from rt_timbre.jobs import Jobs
from rt_timbre.osc import Message
from rt_timbre.phase.methods import names_for
from rt_timbre.poller import Poller
from rt_timbre.sockets import Sender
from rt_timbre.space_copy import SpaceCopy
from rt_timbre.space_store import LoadedSpace, check_name, list_spaces, open_space
from rt_timbre.table import Command, Table
from rt_timbre.timbre import Timbre

_LOOK = 0.02  # seconds between looks whether a fade is over
_PATIENCE = 120.0  # seconds for the compiler


@dataclass(frozen=True, slots=True)
class Loaded:
    """A space that is ready to be played.

    Attributes
    ----------
    timbre : Timbre
        Warm, for the engine's rate, voices and hop.
    table : Table
        Its addresses.
    command : Command
        The ``/space/load`` that asked for it.
    sender : Sender or None
        Who sent that.
    copy : SpaceCopy, optional
        What `followers` are told.
    """

    timbre: Timbre
    table: Table
    command: Command
    sender: Sender | None
    copy: SpaceCopy | None = None


class SpaceSwap:
    """Serves ``/space/list`` and ``/space/load``.

    Parameters
    ----------
    engine : Engine
        What plays.
    jobs : Jobs
        Where spaces are loaded.
    dispatcher : Dispatcher
        Where the commands come from; its table changes with the space.
    poller : Poller
        Of the loop.
    warn : callable
        Tells everyone a line.

    Attributes
    ----------
    followers : list of callable
        Called with every space that was loaded, when it plays.
    """

    def __init__(
        self, engine: Engine, jobs: Jobs, dispatcher: Dispatcher, poller: Poller, warn: Callable[[str], None]
    ) -> None:
        self.followers: list[Callable[[SpaceCopy], None]] = []
        self._engine = engine
        self._jobs = jobs
        self._dispatcher = dispatcher
        self._warn = warn
        self._left: list[Timbre] = []
        self._waiting: Loaded | None = None
        self._compiled = {engine.space.transform.kind}
        dispatcher.handle("space/list", self._list)
        dispatcher.handle("space/load", self._load)
        poller.every(_LOOK, self._look)

    def _list(self, command: Command, sender: Sender | None) -> tuple[Message, ...]:
        def names() -> tuple[str, ...]:
            return tuple(entry.name for entry in list_spaces() if not entry.error)

        def answer(found: tuple[str, ...]) -> None:
            self._dispatcher.send(Message(address=command.address, arguments=found), sender)

        self._jobs.submit(names, answer, partial(self._dispatcher.fail, sender, command.address))
        return ()

    def _load(self, command: Command, sender: Sender | None) -> tuple[Message, ...]:
        name, _ = command.arguments
        try:
            check_name(name)
        except SpaceError as error:
            raise ControlError(str(error)) from None
        self._jobs.submit(
            partial(self._prepare, command, sender),
            self.accept,
            partial(self._dispatcher.fail, sender, command.address),
        )
        return ()

    def _prepare(self, command: Command, sender: Sender | None) -> Loaded:
        """Load a space and warm all that plays it (on the thread of the jobs)."""
        loaded = open_space(command.arguments[0])
        self._compile(loaded)
        timbre = self._engine.make_timbre(loaded.space, loaded.sha256)
        timbre.phase.prepare(names_for(loaded.space.transform))
        return Loaded(timbre, Table(timbre.limits), command, sender, SpaceCopy(loaded))

    def _compile(self, loaded: LoadedSpace) -> None:
        """Have what this kind of space needs compiled by another process, if this one has not played the kind yet."""
        kind = loaded.space.transform.kind
        if kind not in self._compiled:
            numbers = self._engine.rate, self._engine.voices, self._engine.hop
            command = [sys.executable, "-m", "rt_timbre.warm", str(loaded.path.absolute()), *map(str, numbers)]
            try:
                subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_PATIENCE, check=True)
            except subprocess.SubprocessError as error:
                raise SpaceError(f"what {loaded.space.name} needs cannot be compiled: {one_line(error)}") from None
            self._compiled.add(kind)

    def accept(self, loaded: Loaded) -> None:
        """Play a space that is ready as soon as no other is fading in; of several that wait the last one counts."""
        waiting, self._waiting = self._waiting, loaded
        if waiting is not None:
            self._dispatcher.fail(waiting.sender, waiting.command.address, "another space was loaded after this one")
        self._look()

    def _look(self) -> None:
        if self._engine.fading:
            return
        if self._left:
            # Taken down beside the loop: that takes longer than a hop.
            left, self._left = self._left, []
            self._jobs.submit(left.clear, _ignore, _ignore)
        if self._waiting is not None:
            loaded, self._waiting = self._waiting, None
            self._swap(loaded)

    def _swap(self, loaded: Loaded) -> None:
        dispatcher, command = self._dispatcher, loaded.command
        name, seconds = command.arguments
        leaving = self._engine.swap(loaded.timbre, seconds)
        self._left.append(leaving)
        dispatcher.table = loaded.table
        dispatcher.observe(command)
        if loaded.copy is not None:
            for follower in self.followers:
                follower(loaded.copy)
        dispatcher.broadcast(Message(address="/event/space", arguments=(loaded.timbre.space.name,)))
        dispatcher.done(loaded.sender, command.address, name)
        dropped = sorted({stored.name for stored in leaving.travel.dropped})
        if dropped:
            self._warn(
                f"what played the paths {', '.join(dropped)} stays where it is: they do not have the "
                f"{loaded.timbre.space.dimension} dimensions of {loaded.timbre.space.name}"
            )


def _ignore(_: Any) -> None:
    """Nothing is to be told."""
