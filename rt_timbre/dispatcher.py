"""From datagrams to what is obeyed, answered, echoed and refused."""

import time
from collections.abc import Callable, Sequence
from typing import TypeAlias

from rt_timbre.clients import Clients
from rt_timbre.errors import ControlError, OscError
from rt_timbre.meters import Meters
from rt_timbre.osc import IMMEDIATE, Argument, Bundle, Message, encode, parse
from rt_timbre.sockets import Listener, Sender
from rt_timbre.table import Command, Table
from rt_timbre.timeline import Timeline

_MOST_COMMANDS = 4096  # that one datagram may give
_MOST_REFUSALS = 64  # that one datagram is answered

Handler: TypeAlias = Callable[[Command, Sender | None], Sequence[Message]]
Follower: TypeAlias = Callable[[Command, Sender | None], None]
Observer: TypeAlias = Callable[[Command], None]


class Dispatcher:
    """Obeys messages, by the engine or by what the server has for them.

    Parameters
    ----------
    timeline : Timeline
        What plays.
    listener : Listener
        By which answers go out.
    meters : Meters
        Where refusals are counted.
    breathe : callable
        Makes the hops that are due; called while messages are checked, before anything changes.
    complain : callable
        Tells the one who runs the server a line.

    Attributes
    ----------
    table : Table
        The addresses of the space that is played.
    observers : list of callable
        Called with every command that the engine has obeyed, in order.
    """

    def __init__(
        self,
        timeline: Timeline,
        listener: Listener,
        meters: Meters,
        breathe: Callable[[], None],
        complain: Callable[[str], None],
    ) -> None:
        self._timeline = timeline
        self._engine = timeline.engine
        self.table = Table(self._engine.limits)
        self.observers: list[Observer] = []
        self._listener = listener
        self._meters = meters
        self._breathe = breathe
        self._complain = complain
        self._clients = Clients()
        self._handlers: dict[str, tuple[Handler, bool]] = {}
        self._followers: dict[str, Follower] = {}
        self.handle("notify", self._notify)

    def handle(self, name: str, handler: Handler, *, echo: bool = False) -> None:
        """Serve the rows called `name` by `handler` rather than by the engine.

        Parameters
        ----------
        name : str
            `Address.name` of the rows.
        handler : callable
            Takes the command and who sent it (None: the server itself), returns the answers, or raises ControlError.
        echo : bool
            Whether subscribers are told.
        """
        self._handlers[name] = handler, echo

    def follow(self, name: str, follower: Follower) -> None:
        """Call `follower` whenever the engine has obeyed a command of the rows called `name`."""
        self._followers[name] = follower

    def observe(self, command: Command) -> None:
        """Tell the observers what the engine has obeyed."""
        for observer in self.observers:
            observer(command)

    def receive(self, data: bytes, sender: Sender) -> None:
        """Obey a datagram.

        All that it holds is obeyed before the next hop is made: no frame sees half of a bundle.
        """
        try:
            self._receive(data, sender)
        except Exception as error:  # whatever comes in, the sound goes on
            self._meters.refused += 1
            self._complain(f"a datagram failed: {type(error).__name__}: {error}")

    def perform(self, messages: Sequence[Message]) -> None:
        """Obey messages that the server itself has, at once and together; every subscriber is told."""
        try:
            commands = [command for message in messages for command in self.table.commands(message)]
        except ControlError as error:
            self._complain(str(error))
            return
        self.obey(commands, None)

    def obey(self, commands: Sequence[Command], sender: Sender | None) -> None:
        """Obey commands, now; what is refused is answered."""
        for command in commands:
            try:
                self._obey(command, sender)
            except ControlError as error:
                self._meters.refused += 1
                self.fail(sender, command.address, str(error))

    def broadcast(self, message: Message) -> None:
        """Send a message to every subscriber."""
        self._echo(message, None)

    def send(self, message: Message, to: Sender | None) -> None:
        """Send a message to a client; to the server itself there is nothing to say."""
        if to is not None:
            self._listener.send(encode(message), to)

    def done(self, sender: Sender | None, address: str, *arguments: Argument) -> None:
        """Answer that a command which took time has been obeyed."""
        self.send(Message(address="/done", arguments=(address, *arguments)), sender)

    def fail(self, sender: Sender | None, address: str, reason: str) -> None:
        """Answer that a message is refused."""
        if sender is None:
            self._complain(f"{address}: {reason}")
        self.send(Message(address="/fail", arguments=(address[:200], reason)), sender)

    def _receive(self, data: bytes, sender: Sender) -> None:
        now = time.perf_counter()
        try:
            parsed = parse(data)
        except OscError as error:
            self._meters.refused += 1
            self._complain(f"a datagram from {sender.host} was refused: {error}")
            return
        if isinstance(parsed, Bundle):
            if parsed.timetag != IMMEDIATE:
                self._meters.late += 1  # every bundle applies at once
            messages = parsed.messages()
        else:
            messages = [parsed]
        commands: list[Command] = []
        refusals = 0
        for message in messages:
            self._breathe()  # checking many patterns takes longer than the ring lasts
            try:
                found = self.table.commands(message)
                if len(commands) + len(found) > _MOST_COMMANDS:
                    raise ControlError(f"a datagram gives more than {_MOST_COMMANDS} commands")
                commands += found
            except ControlError as error:
                self._refuse(message.address, error, sender, now)
                refusals += 1
                if refusals >= _MOST_REFUSALS:
                    break
        if commands:
            self._meters.control(now, self._timeline.sample)
        self.obey(commands, sender)

    def _refuse(self, address: str, error: ControlError, sender: Sender, now: float) -> None:
        self._meters.refused += 1
        known = not str(error).startswith(("unknown address", "no address"))
        if known or self._clients.may_refuse(sender, now):
            self.fail(sender, address, str(error))

    def _obey(self, command: Command, sender: Sender | None) -> None:
        handler = self._handlers.get(command.name)
        if handler is not None:
            serve, echo = handler
            for answer in serve(command, sender):
                self.send(answer, sender)
            if echo and not command.question:
                self._echo(Message(address=command.address, arguments=command.arguments), sender)
            return
        resolved = self._engine.resolve(command)
        if resolved is None:
            return
        for answer in self._engine.apply(resolved):
            self.send(answer, sender)
        if not command.question:
            self.observe(resolved)
            follower = self._followers.get(resolved.name)
            if follower is not None:
                follower(resolved, sender)
            # Who sent a note without a voice does not know which voice plays it.
            originator = sender if resolved is command else None
            self._echo(Message(address=resolved.address, arguments=resolved.arguments), originator)

    def _echo(self, message: Message, originator: Sender | None) -> None:
        subscribers = self._clients.subscribers(originator, time.perf_counter())
        if subscribers:
            data = encode(message)
            for subscriber in subscribers:
                self._listener.send(data, subscriber)

    def _notify(self, command: Command, sender: Sender | None) -> Sequence[Message]:
        if sender is not None:
            on, port, lease = command.arguments
            self._clients.notify(sender, bool(on), port, lease, time.perf_counter())
        return ()
