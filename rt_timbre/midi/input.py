"""MIDI in the server: the process that listens to ports, what plays their notes, and controllers that are learned."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from rt_timbre.addresses import Parameter
from rt_timbre.dispatcher import Dispatcher
from rt_timbre.engine import Engine
from rt_timbre.errors import ControlError
from rt_timbre.jobs import Jobs
from rt_timbre.log import Log
from rt_timbre.midi.learn import Binding, bind, load_bindings, port_name, save_bindings
from rt_timbre.midi.messages import MidiPlayer
from rt_timbre.osc import Message
from rt_timbre.poller import Poller
from rt_timbre.side_process import SideProcess
from rt_timbre.sockets import Sender
from rt_timbre.table import Command, Table


class MidiInput:
    """Listens to MIDI ports and plays what they receive.

    Parameters
    ----------
    poller : Poller
        Of the loop.
    jobs : Jobs
        Where the file is written.
    dispatcher : Dispatcher
        What obeys.
    engine : Engine
        What plays; it knows which voice is free.
    ports : sequence of str
        Parts of the names of the ports to open; all ports if there is none.
    mpe : bool
        Whether every port is taken for an MPE controller from the start.
    file : Path
        Where learned controllers are kept.
    breathe : callable
        Makes the hops that are due.
    log : Log
        Where the one who runs the server reads which ports there are, and what goes wrong.
    """

    def __init__(
        self,
        poller: Poller,
        jobs: Jobs,
        dispatcher: Dispatcher,
        engine: Engine,
        *,
        ports: Sequence[str],
        mpe: bool,
        file: Path,
        breathe: Callable[[], None],
        log: Log,
    ) -> None:
        self._jobs, self._dispatcher, self._engine = jobs, dispatcher, engine
        self._file, self._breathe, self._log = file, breathe, log
        self._player = MidiPlayer(self._allocate, engine.note_order, dispatcher.perform, self._move, mpe=mpe)
        self._names: dict[int, str] = {}
        self._bindings, complaint = load_bindings(file)
        if complaint:
            log.line(complaint)
        self._learning: tuple[str, Sender | None] | None = None
        self._table: Table | None = None  # for which `_reached` holds
        self._reached: dict[str, list[tuple[str, Parameter]]] = {}
        dispatcher.handle("midi/learn", self._learn)
        options = [f"--port={port}" for port in ports]
        self._process = SideProcess(poller, "rt_timbre.midi.ports", options, self._hear, self._forget)

    def stop(self) -> None:
        """End the process."""
        self._process.stop()

    def _hear(self, message: dict[str, Any]) -> None:
        self._breathe()  # many may have come at once
        try:
            self._obey(message)
        except Exception as error:  # whatever comes in, the sound goes on
            self._log.complain(f"a MIDI message failed: {type(error).__name__}: {error}")

    def _obey(self, message: dict[str, Any]) -> None:
        match message:
            case {"midi": [port, status, first, second]}:
                self._player.receive(port, status, first, second)
            case {"own": [port, name]}:
                self._names[port] = name
            case {"opened": ports}:
                self._names |= {port: port_name(name) for port, name in ports}
                self._log.line(f"MIDI from {', '.join(name for _, name in ports)}")
            case {"lost": port}:
                self._player.lost(port)
                self._log.line(f"MIDI from {self._names.pop(port, '')} is lost; it is waited for")
            case {"missing": words}:
                self._log.line(f"no MIDI port has {' or '.join(map(repr, words))} in its name; it is waited for")

    def _forget(self, reason: str) -> None:
        """Let no note hang when the process has ended."""
        self._player.lost_all()
        self._log.complain(reason)

    def _allocate(self, note: float, velocity: float) -> int:
        found = self._engine.resolve(Command(name="note", address="/note", arguments=(note, velocity)))
        assert found is not None  # a note that begins always gets a voice
        return found.voice

    # Controllers

    def _learn(self, command: Command, sender: Sender | None) -> Sequence[Message]:
        (address,) = command.arguments
        if address:
            self._dispatcher.table.controls(address)
        self._learning = (address, sender) if address else None
        return []

    def _move(self, port: int, channel: int, controller: int, value: int) -> None:
        name = self._names.get(port, "")
        if self._learning is not None:
            address, sender = self._learning
            self._learning = None
            new = Binding(port=name, channel=channel + 1, controller=controller, address=address)
            self._bindings = bind(self._bindings, new)
            self._jobs.submit(
                partial(save_bindings, self._file, self._bindings),
                lambda _: self._dispatcher.done(sender, "/midi/learn", address, channel + 1, controller),
                lambda reason: self._dispatcher.fail(sender, "/midi/learn", f"it is known until the end: {reason}"),
            )
        for binding in self._bindings:
            if (binding.port, binding.channel, binding.controller) == (name, channel + 1, controller):
                self._set(binding.address, value / 127.0)

    def _set(self, address: str, share: float) -> None:
        try:
            reached = self._reach(address)
        except ControlError as error:  # another space has other addresses
            self._log.complain(f"a MIDI controller is learned for what is not there: {error}")
            return
        messages = []
        for concrete, parameter in reached:
            low, high = parameter.range or (0.0, 1.0)
            messages.append(Message(address=concrete, arguments=(low + (high - low) * share,)))
        self._dispatcher.perform(messages)

    def _reach(self, address: str) -> list[tuple[str, Parameter]]:
        if self._table is not self._dispatcher.table:
            self._table, self._reached = self._dispatcher.table, {}
        if address not in self._reached:
            self._reached[address] = self._dispatcher.table.controls(address)
        return self._reached[address]


def refuse_learning(_: Command, __: Sender | None) -> Sequence[Message]:
    """Answer ``/midi/learn`` where no MIDI is listened to."""
    raise ControlError("the server does not listen to MIDI; start it with --midi")
