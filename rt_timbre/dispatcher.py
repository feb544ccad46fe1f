"""From datagrams to what is obeyed, answered, echoed and refused."""

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeAlias

from rt_timbre.clients import Clients
from rt_timbre.clock import Due, SampleClock, unfold
from rt_timbre.errors import ControlError, OscError
from rt_timbre.log import Log
from rt_timbre.meters import Meters
from rt_timbre.osc import Argument, Bundle, Message, parse
from rt_timbre.outbox import Outbox
from rt_timbre.sockets import Listener, Sender
from rt_timbre.table import Command, Table
from rt_timbre.timeline import Timeline

_MOST_COMMANDS = 4096  # that one datagram may give
_MOST_REFUSALS = 64  # that one datagram is answered
_MOST_WAITING = 4096  # commands of bundles that are not due yet
_ANSWERS = frozenset({"/fail", "/done", "/status.reply"})  # of servers: to answer them could go on for ever

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
    log : Log
        What the one who runs the server reads.

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
        clock: SampleClock,
        listener: Listener,
        meters: Meters,
        breathe: Callable[[], None],
        log: Log,
    ) -> None:
        self._timeline = timeline
        self._clock = clock
        self._engine = timeline.engine
        self.table = Table(self._engine.limits)
        self.observers: list[Observer] = []
        self._listener = listener
        self._meters = meters
        self._breathe = breathe
        self._log = log
        self._dumping = False
        self._waiting = 0  # commands of bundles that are not due yet
        self._clients = Clients(listener.is_own, listener.is_local)
        listener.closed = self._clients.forget
        self._outbox = Outbox(listener, self._clients, breathe, log)
        self._handlers: dict[str, tuple[Handler, bool]] = {}
        self._followers: dict[str, Follower] = {}
        self.handle("notify", self._notify)
        self.handle("answers", self._answers)
        self.handle("dump", self._dump, echo=True)

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

    def receive(self, data: bytes | OscError, sender: Sender) -> None:
        """Obey a packet (or refuse what is none).

        All that it holds and that is due is obeyed before the next hop is made: no frame sees half of a bundle. What
        is due later is obeyed at the sample that its timetag means.
        """
        self._guarded(partial(self._receive, data, sender))
        self.flush()

    def perform(self, messages: Sequence[Message]) -> None:
        """Obey messages that the server itself has, at once and together; every subscriber is told."""
        try:
            commands = [command for message in messages for command in self.table.commands(message)]
        except ControlError as error:
            self._log.complain(str(error))
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

    @property
    def listening(self) -> bool:
        """Whether there are subscribers."""
        return self._clients.listening(time.perf_counter())

    def broadcast(self, message: Message) -> None:
        """Send a message to every subscriber."""
        self.echo(message, None)

    def echo(self, message: Message, originator: Sender | None) -> None:
        """Send a change to every subscriber but the one who made it."""
        self._outbox.echo(message, originator)

    def send(self, message: Message, to: Sender | None) -> None:
        """Send a message to a client; to the server itself there is nothing to say."""
        if to is not None:
            self._outbox.send(message, to)

    def flush(self) -> None:
        """Let answers and echoes go, which wait until what was obeyed together has been obeyed."""
        self._outbox.flush()

    def done(self, sender: Sender | None, address: str, *arguments: Argument) -> None:
        """Answer that a command which took time has been obeyed."""
        self.send(Message(address="/done", arguments=(address, *arguments)), sender)

    def fail(self, sender: Sender | None, address: str, reason: str) -> None:
        """Answer that a message is refused."""
        if sender is None:
            self._log.complain(f"{address}: {reason}")
        self.send(Message(address="/fail", arguments=(address[:200], reason)), sender)

    def _guarded(self, action: Callable[[], None]) -> None:
        try:
            action()
        except Exception as error:  # whatever comes in, the sound goes on
            self._meters.refused += 1
            self._log.complain(f"a packet failed: {type(error).__name__}: {error}")

    def _receive(self, data: bytes | OscError, sender: Sender) -> None:
        now = time.perf_counter()
        if self._listener.is_own(sender):
            self._meters.refused += 1  # feigned: an answer would come back
            return
        try:
            if isinstance(data, OscError):
                raise data
            parsed = parse(data)
        except OscError as error:
            self._log.complain(f"a packet from {sender.host} was refused: {error}")
            self._refuse_packet("", error, sender, now)
            return
        today = time.time()
        try:
            parts = unfold(parsed, today) if isinstance(parsed, Bundle) else [Due(messages=(parsed,))]
        except ControlError as error:
            self._refuse_packet("#bundle", error, sender, now)
            return
        commands: list[Command] = []
        later: list[tuple[int, Due, list[Command]]] = []
        for due, given in self._check(parts, sender, now):
            if due.seconds is not None and given:
                sample = self._clock.sample_at(due.seconds)
                if due.seconds > today and sample > self._timeline.sample:
                    later.append((sample, due, given))
                    continue
                self._meters.late += 1
            commands += given
        count = sum(len(given) for _, _, given in later)
        if self._waiting + count > _MOST_WAITING:
            full = f"{self._waiting} commands wait for their time already, {_MOST_WAITING} is the most"
            self._refuse_packet("#bundle", ControlError(f"{full}; nothing of the bundle is obeyed"), sender, now)
            return
        for sample, due, given in later:
            self._waiting += len(given)
            action = partial(self._obey_waiting, due, given, self.table, sender)
            self._timeline.schedule(sample, partial(self._guarded, action))
        if commands:
            self._meters.control(now, self._timeline.sample)
        self.obey(commands, sender)

    def _check(self, parts: Sequence[Due], sender: Sender, now: float) -> list[tuple[Due, list[Command]]]:
        """Return the commands of messages; those that are refused are answered."""
        checked: list[tuple[Due, list[Command]]] = []
        count = refusals = 0
        for due in parts:
            given: list[Command] = []
            checked.append((due, given))
            for message in due.messages:
                self._breathe()  # checking many patterns takes longer than the ring lasts
                if self._dumping:
                    self._log.dump(message, sender.host, sender.port)
                try:
                    found = self.table.commands(message)
                    count += len(found)
                    if count > _MOST_COMMANDS:
                        count -= len(found)
                        raise ControlError(f"a datagram gives more than {_MOST_COMMANDS} commands")
                    given += found
                except ControlError as error:
                    self._refuse(message.address, error, sender, now)
                    refusals += 1
                    if refusals >= _MOST_REFUSALS:
                        return checked
        return checked

    def _obey_waiting(self, due: Due, commands: Sequence[Command], table: Table, sender: Sender) -> None:
        self._waiting -= len(commands)
        if table is not self.table:  # the addresses of another space
            commands = []
            for message in due.messages:
                try:
                    commands += self.table.commands(message)
                except ControlError as error:
                    self._refuse(message.address, error, sender, time.perf_counter())
        self.obey(commands, sender)

    def _refuse_packet(self, address: str, error: OscError | ControlError, sender: Sender, now: float) -> None:
        self._meters.refused += 1
        if self._clients.may_refuse(sender, now):
            self.fail(sender, address, str(error))

    def _refuse(self, address: str, error: ControlError, sender: Sender, now: float) -> None:
        self._meters.refused += 1
        if address in _ANSWERS:
            return
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
                self._outbox.echo(Message(address=command.address, arguments=command.arguments), sender)
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
            self._outbox.echo(Message(address=resolved.address, arguments=resolved.arguments), originator)

    def _notify(self, command: Command, sender: Sender | None) -> Sequence[Message]:
        if sender is not None:
            on, port, lease = command.arguments
            try:
                subscriber = self._clients.notify(sender, bool(on), port, lease, time.perf_counter())
            except ControlError as error:
                raise ControlError(f"/notify: {error}") from None
            self.done(sender, "/notify", on, subscriber.port, lease)
        return ()

    def _answers(self, command: Command, sender: Sender | None) -> Sequence[Message]:
        if sender is not None:
            port, lease = command.arguments
            try:
                place = self._clients.answer(sender, port, lease, time.perf_counter())
            except ControlError as error:
                raise ControlError(f"/answers: {error}") from None
            self.done(sender, "/answers", place.port, lease)
        return ()

    def _dump(self, command: Command, _: Sender | None) -> Sequence[Message]:
        if command.question:
            return [Message(address=command.address, arguments=(int(self._dumping),))]
        self._dumping = bool(command.arguments[0])
        return ()
