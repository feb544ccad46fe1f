"""MIDI messages to messages of this server: notes and their voices, pedal, bend, and MPE's expression of each note.

Sources: MIDI 1.0 Detailed Specification; MIDI Polyphonic Expression, M1-100-UM, version 1.1: zones, their managers and
members, pitch bend ranges of ±2 and ±48 semitones.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from rt_timbre.osc import Message

_CHANNELS = 16
_LOWER, _UPPER = 0, 15  # managers of MPE's zones
_MEMBERS = 15  # of the largest zone
_MANAGER_RANGE, _MEMBER_RANGE = 2.0, 48.0  # semitones
_CENTRE = 8192  # of pitch bend
_FIRM = 64  # least value of a pedal that is down
_PRESSED = -24.0, 6.0  # dB: the gain of a note of no and of full pressure

_NOTE_OFF, _NOTE_ON, _CONTROLLER, _PRESSURE, _BEND = 0x80, 0x90, 0xB0, 0xD0, 0xE0
_DATA, _DATA_FINE, _PEDAL, _TIMBRE = 6, 38, 64, 74
_NRPN_FINE, _NRPN, _RPN_FINE, _RPN = 98, 99, 100, 101
_SOUND_OFF, _RESET, _NOTES_OFF = 120, 121, 123  # all from _NOTES_OFF on end notes
_BEND_RANGE, _ZONE, _NO_PARAMETER = (0, 0), (0, 6), (127, 127)
_NOT_LEARNED = frozenset((_DATA, _DATA_FINE, _PEDAL, *range(96, 102), *range(120, 128)))


@dataclass(slots=True)
class _Channel:
    bend: float = 0.0  # −1…1
    reach: float = _MANAGER_RANGE  # semitones of a full bend
    pedal: bool = False
    pressure: int | None = None
    timbre: int | None = None
    parameter: tuple[int, int] = _NO_PARAMETER  # registered parameter that data entry sets


@dataclass(slots=True)
class _Port:
    channels: list[_Channel] = field(default_factory=lambda: [_Channel() for _ in range(_CHANNELS)])
    lower: int = 0  # members of MPE's zones
    upper: int = 0


@dataclass(slots=True)
class _Note:
    voice: int
    order: int
    held: bool = True


Key = tuple[int, int, int]  # port, channel, MIDI key


class MidiPlayer:
    """Plays what MIDI ports receive.

    Parameters
    ----------
    allocate : callable
        Chooses the voice, from 0, for a note: MIDI note and velocity, 0…1.
    order : callable
        Number of the last change of a voice's note: another number tells that somebody else has the voice now.
    perform : callable
        Obeys messages, at once and together.
    on_controller : callable
        Called with port, channel from 0, controller and value 0…127 of a controller that has no meaning of its own.
    mpe : bool
        Whether ports begin with a lower zone of 15 channels, rather than none.
    """

    def __init__(
        self,
        allocate: Callable[[float, float], int],
        order: Callable[[int], int],
        perform: Callable[[Sequence[Message]], None],
        on_controller: Callable[[int, int, int, int], None],
        *,
        mpe: bool = False,
    ) -> None:
        self._allocate, self._order, self._perform = allocate, order, perform
        self._on_controller = on_controller
        self._mpe = mpe
        self._ports: dict[int, _Port] = {}
        self._notes: dict[Key, _Note] = {}
        self._sent: dict[str, float] = {}  # what was last sent of what belongs to the note, not to the voice

    def receive(self, port: int, status: int, first: int, second: int) -> None:
        """Obey a channel message.

        Parameters
        ----------
        port : int
            Where it came in.
        status, first, second : int
            0x80…0xEF and two data bytes 0…127.
        """
        kind, channel = status & 0xF0, status & 0x0F
        state = self._port(port).channels[channel]
        if kind == _NOTE_ON and second > 0:
            self._begin((port, channel, first), second / 127.0)
        elif kind in (_NOTE_OFF, _NOTE_ON):
            note = self._notes.get((port, channel, first))
            if note is not None:
                note.held = False
                self._release_let_go(port)
        elif kind == _BEND:
            value = (second << 7 | first) - _CENTRE
            state.bend = value / (_CENTRE if value < 0 else _CENTRE - 1)
            self._reshape(port)
        elif kind == _PRESSURE:
            state.pressure = first
            self._reshape(port)
        elif kind == _CONTROLLER:
            self._control(port, channel, first, second)

    def lost(self, port: int) -> None:
        """Release what a port holds, for it will not."""
        self._ports.pop(port, None)
        self._release([key for key in self._notes if key[0] == port])

    def lost_all(self) -> None:
        """Release what all ports hold."""
        for port in list(self._ports):
            self.lost(port)

    # Notes

    def _begin(self, key: Key, velocity: float) -> None:
        note = self._notes.pop(key, None)
        voice = note.voice if note is not None and self._is_ours(note) else self._allocate(float(key[2]), velocity)
        self._notes = {other: note for other, note in self._notes.items() if note.voice != voice}
        messages = self._shape(key, voice)
        self._perform([*messages, Message(address=f"/voice/{voice + 1}/note", arguments=(float(key[2]), velocity))])
        self._notes[key] = _Note(voice, self._order(voice))

    def _release(self, keys: Sequence[Key]) -> None:
        notes = [(key, self._notes.pop(key)) for key in keys]
        messages = [
            Message(address=f"/voice/{note.voice + 1}/note", arguments=(float(key[2]), 0.0))
            for key, note in notes
            if self._is_ours(note)
        ]
        if messages:
            self._perform(messages)

    def _release_let_go(self, port: int) -> None:
        """Release the notes whose keys are up and that no pedal holds."""
        keys = [key for key, note in self._notes.items() if key[0] == port and not note.held]
        self._release([key for key in keys if not any(state.pedal for state in self._states(port, key[1]))])

    def _is_ours(self, note: _Note) -> bool:
        return self._order(note.voice) == note.order

    # Expression

    def _shape(self, key: Key, voice: int) -> list[Message]:
        """Make the messages that give a voice the bend, gain and timbre of its note, as far as they change."""
        port, channel, _ = key
        states = self._states(port, channel)
        shape = {"bend": sum(state.bend * state.reach for state in states), "gain": 0.0}
        if self._manager(port, channel) is not None:
            pressures = [state.pressure for state in states if state.pressure is not None]
            if pressures:
                shape["gain"] = _PRESSED[0] + (_PRESSED[1] - _PRESSED[0]) * max(pressures) / 127.0
            timbres = [state.timbre for state in states if state.timbre is not None]
            if timbres:
                shape["macro/1"] = max(-1.0, (timbres[0] - 64) / 63.0)
        messages = []
        for name, value in shape.items():
            address = f"/voice/{voice + 1}/{name}"
            if value != self._sent.get(address, None if name == "macro/1" else 0.0):
                self._sent[address] = value
                messages.append(Message(address=address, arguments=(value,)))
        return messages

    def _reshape(self, port: int) -> None:
        messages = [
            message
            for key, note in self._notes.items()
            if key[0] == port and self._is_ours(note)
            for message in self._shape(key, note.voice)
        ]
        if messages:
            self._perform(messages)

    # Controllers

    def _control(self, port: int, channel: int, controller: int, value: int) -> None:
        state = self._port(port).channels[channel]
        if controller >= _SOUND_OFF:
            self._set_mode(port, channel, controller)
        elif controller == _PEDAL:
            state.pedal = value >= _FIRM
            self._release_let_go(port)
        elif controller == _RPN:
            state.parameter = value, state.parameter[1]
        elif controller == _RPN_FINE:
            state.parameter = state.parameter[0], value
        elif controller in (_NRPN, _NRPN_FINE):
            state.parameter = _NO_PARAMETER
        elif controller == _DATA and state.parameter == _ZONE and channel in (_LOWER, _UPPER):
            self._set_zone(port, channel, min(value, _MEMBERS))
        elif controller in (_DATA, _DATA_FINE) and state.parameter == _BEND_RANGE:
            reach = value + state.reach % 1.0 if controller == _DATA else state.reach // 1.0 + value / 100.0
            for other in self._alike(port, channel):
                other.reach = reach
            self._reshape(port)
        elif controller == _TIMBRE and self._manager(port, channel) is not None:
            state.timbre = value
            self._reshape(port)
        elif controller not in _NOT_LEARNED:
            self._on_controller(port, channel, controller, value)

    def _set_mode(self, port: int, channel: int, controller: int) -> None:
        zone = set(self._zone(port, channel))
        state = self._port(port).channels[channel]
        if controller == _SOUND_OFF:
            self._release([key for key in self._notes if key[0] == port and key[1] in zone])
            self._perform([Message(address="/panic")])
        elif controller == _RESET:
            state.bend, state.pedal, state.pressure, state.parameter = 0.0, False, None, _NO_PARAMETER
            self._reshape(port)
            self._release_let_go(port)
        elif controller >= _NOTES_OFF:
            for key, note in self._notes.items():
                if key[0] == port and key[1] in zone:
                    note.held = False
            self._release_let_go(port)

    # MPE

    def _set_zone(self, port: int, manager: int, members: int) -> None:
        """Begin, resize or end (0 members) a zone; the other gives way."""
        self._release([key for key in self._notes if key[0] == port])
        state = self._port(port)
        room = max(0, _MEMBERS - 1 - members) if members else _MEMBERS
        if manager == _LOWER:
            state.lower, state.upper = members, min(state.upper, room)
        else:
            state.upper, state.lower = members, min(state.lower, room)
        state.channels = [_Channel() for _ in range(_CHANNELS)]
        for channel in range(_CHANNELS):
            if self._manager(port, channel) not in (None, channel):
                state.channels[channel].reach = _MEMBER_RANGE

    def _port(self, port: int) -> _Port:
        if port not in self._ports:
            self._ports[port] = _Port()
            if self._mpe:
                self._set_zone(port, _LOWER, _MEMBERS)
        return self._ports[port]

    def _manager(self, port: int, channel: int) -> int | None:
        """Return the manager of the zone that a channel is in, itself maybe; None outside of zones."""
        state = self._port(port)
        if state.lower and channel <= state.lower:
            return _LOWER
        if state.upper and channel >= _UPPER - state.upper:
            return _UPPER
        return None

    def _zone(self, port: int, channel: int) -> Iterator[int]:
        """Give the channels that what a channel says of all notes is for: a manager's whole zone, else itself."""
        return (other for other in range(_CHANNELS) if other == channel or self._manager(port, other) == channel)

    def _states(self, port: int, channel: int) -> list[_Channel]:
        """Return the states that shape a channel's notes: its own, and that of its zone's manager."""
        manager = self._manager(port, channel)
        channels = self._port(port).channels
        return [channels[channel]] if manager in (None, channel) else [channels[channel], channels[manager or 0]]

    def _alike(self, port: int, channel: int) -> list[_Channel]:
        """Return the channels that share a bend range: all members of a zone, else the channel alone."""
        manager = self._manager(port, channel)
        channels = self._port(port).channels
        if manager in (None, channel):
            return [channels[channel]]
        return [channels[other] for other in range(_CHANNELS) if other != manager == self._manager(port, other)]
