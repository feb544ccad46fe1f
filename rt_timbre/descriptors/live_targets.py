"""The loop's end of descriptor targets: who waits for what, and the process that seeks it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeAlias

import numpy as np

from rt_timbre.descriptors.calibration import NAMES
from rt_timbre.descriptors.targets import MOVING, PITCHED, ROW
from rt_timbre.dispatcher import Dispatcher
from rt_timbre.engine import Engine
from rt_timbre.errors import ControlError
from rt_timbre.osc import Message
from rt_timbre.poller import Poller
from rt_timbre.side_process import SideProcess
from rt_timbre.sockets import Sender
from rt_timbre.space_copy import SpaceCopy
from rt_timbre.table import Command

_MOST_QUESTIONS = 256  # of a voice that wait
_MOVED = "the voice was moved elsewhere before a point was found"

Values: TypeAlias = dict[str, float]
Question: TypeAlias = Callable[[Values, str], None]  # takes all descriptors, or the reason why there are none


@dataclass(slots=True, kw_only=True, eq=False)
class _Request:
    """What the process has been asked.

    Attributes
    ----------
    content : dict
        As it was sent.
    setters : dict
        Who has set a target since the last request, and at which address, by descriptor; the last one counts.
    questions : list of Question
        Who wants to know what there is.
    """

    content: dict[str, Any]
    setters: dict[str, tuple[str, Sender | None]]
    questions: list[Question]


@dataclass(slots=True, eq=False)
class _Voice:
    targets: Values = field(default_factory=dict)  # what it is held to
    pitch: float = 0.0  # MIDI, at which they were sought last
    due: bool = False  # whether they are to be sought
    setters: dict[str, tuple[str, Sender | None]] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    request: _Request | None = None  # that is being worked on


class DescriptorTargets:
    """Serves ``/voice/{v}/descriptor/…``: nothing queues, the latest targets of a voice are sought together.

    What is found is obeyed as ``/voice/{v}/latent``. Who has set a target is answered on its address with what was
    reached, and how much that is above the target; other subscribers hear what was reached. A voice is held to its
    targets: all of them are sought again when one changes, or its pitch, until another command moves it.

    Parameters
    ----------
    engine : Engine
        What plays.
    dispatcher : Dispatcher
        Where the commands come from.
    poller : Poller
        Of the loop.
    space : SpaceCopy
        What plays first.
    complain : callable
        Tells the one who runs the server a line.
    """

    def __init__(
        self,
        engine: Engine,
        dispatcher: Dispatcher,
        poller: Poller,
        space: SpaceCopy,
        complain: Callable[[str], None],
    ) -> None:
        self._engine = engine
        self._dispatcher = dispatcher
        self._voices = [_Voice() for _ in range(engine.voices)]
        self._count = 0  # of requests
        self._open = False  # whether the process has the space that plays
        self._refused = ""  # why it has not
        self._complain = complain
        self._performing = False
        self._process = SideProcess(poller, "rt_timbre.descriptors.seeking.server", (), self._hear, self._restarted)
        for name in NAMES:
            dispatcher.handle(ROW + name, partial(self._obey, name))
        dispatcher.observers.append(self._observe)
        self.enter(space)

    def enter(self, space: SpaceCopy) -> None:
        """Seek in another space from now on, which plays now."""
        self._open, self._refused, self._space = False, "", space
        for voice in self._voices:
            self._release(voice)
        self._process.send(space={"paths": [str(path) for path in space.paths], "sha256": space.sha256})

    def stop(self) -> None:
        """End the process."""
        self._process.kill()

    def when_answered(self, told: Callable[[], None]) -> None:
        """Call `told` when all that has been set and asked until now is answered."""
        busy = [voice for voice in self._voices if voice.request or voice.due or voice.questions]
        left = len(busy)

        def answered(*_: object) -> None:
            nonlocal left
            left -= 1
            if left == 0:
                told()

        for voice in busy:
            waiting = voice if voice.request is None or voice.due or voice.questions else voice.request
            waiting.questions.append(answered)
        if not busy:
            told()

    def _obey(self, name: str, command: Command, sender: Sender | None) -> tuple[Message, ...]:
        if self._refused:
            raise ControlError(f"targets cannot be sought: {self._refused}")
        voice = self._voices[command.voice]
        if command.question:
            if len(voice.questions) >= _MOST_QUESTIONS:
                raise ControlError(f"{_MOST_QUESTIONS} questions wait for their answers already")
            voice.questions.append(partial(self._answer, name, command.address, sender))
        else:
            voice.targets[name] = command.arguments[0]
            voice.setters[name] = command.address, sender
            voice.due = True
        self._ask(command.voice)
        return ()

    def _answer(self, name: str, address: str, sender: Sender | None, values: Values, reason: str) -> None:
        if reason:
            self._dispatcher.fail(sender, address, reason)
        else:
            self._dispatcher.send(Message(address=address, arguments=(values[name],)), sender)

    def _ask(self, number: int) -> None:
        """Ask the process what is to be known of a voice, unless it works on it already."""
        voice = self._voices[number]
        if not self._open or voice.request is not None or not (voice.due or voice.questions):
            return
        self._count += 1
        pitch = self._engine.pitch(number)
        content = {
            "id": self._count * len(self._voices) + number,
            "latent": self._engine.heading(number).tolist(),
            "pitch": pitch,
            "targets": dict(voice.targets) if voice.due else {},
        }
        if voice.due:
            voice.pitch = pitch
        voice.request = _Request(content=content, setters=voice.setters, questions=voice.questions)
        voice.due, voice.setters, voice.questions = False, {}, []
        self._process.send(seek=content)

    def _hear(self, message: dict[str, Any]) -> None:
        if "open" in message:
            self._open = message["open"] == self._space.sha256
            if self._open:
                for number, voice in enumerate(self._voices):
                    if voice.request is not None:  # the process that it was sent to has ended
                        self._process.send(seek=voice.request.content)
                    self._ask(number)
        elif "refused" in message:
            self._refused = message["refused"]
            self._complain(f"descriptor targets cannot be sought: {self._refused}")
            for voice in self._voices:
                self._release(voice, f"targets cannot be sought: {self._refused}")
        else:
            number = message["id"] % len(self._voices)
            voice = self._voices[number]
            request = voice.request
            if request is not None and request.content["id"] == message["id"]:
                voice.request = None
                self._tell(number, request, message)
                self._ask(number)
        self._dispatcher.flush()

    def _tell(self, number: int, request: _Request, message: dict[str, Any]) -> None:
        """Do what was found, and answer."""
        reason, values = message.get("error", ""), message.get("reached", {})
        targets = request.content["targets"]
        if reason:
            for address, sender in request.setters.values():
                self._dispatcher.fail(sender, address, reason)
        elif targets:
            latent = message["latent"]
            if not np.array_equal(np.array(latent, np.float32), self._engine.heading(number)):
                self._performing = True
                self._dispatcher.perform([Message(address=f"/voice/{number + 1}/latent", arguments=tuple(latent))])
                self._performing = False
            for name in targets:
                address, sender = request.setters.get(name, (f"/voice/{number + 1}/{ROW[6:]}{name}", None))
                reached = values[name]
                self._dispatcher.send(Message(address=address, arguments=(reached, reached - targets[name])), sender)
                self._dispatcher.echo(Message(address=address, arguments=(reached,)), sender)
        for question in request.questions:
            question(values, reason)

    def _observe(self, command: Command) -> None:
        if command.name in MOVING:
            if not self._performing:
                for number in [command.voice] if command.voice >= 0 else range(len(self._voices)):
                    self._release(self._voices[number])
                    self._ask(number)
        elif command.name in PITCHED:
            voice = self._voices[command.voice]
            if voice.targets and self._engine.pitch(command.voice) != voice.pitch:
                voice.due = True
                self._ask(command.voice)

    def _release(self, voice: _Voice, reason: str = _MOVED) -> None:
        """Forget the targets of a voice, which those who have set them and wait are told."""
        request, voice.request = voice.request, None
        setters, questions = voice.setters, voice.questions
        if request is not None:
            setters, questions = request.setters | setters, request.questions + questions
        for address, sender in setters.values():
            if sender is not None:
                self._dispatcher.fail(sender, address, reason)
        if reason != _MOVED:
            for question in questions:
                question({}, reason)
            questions = []
        voice.targets, voice.due, voice.setters, voice.questions = {}, False, {}, questions

    def _restarted(self, line: str) -> None:
        self._open = False
        self._complain(line)
