"""MIDI and the computer's keys, played by a test."""

from tests.max.atoms import LIST, number
from tests.max.box import Box, known_as

_LENGTHS = {0x80: 2, 0x90: 2, 0xA0: 2, 0xB0: 2, 0xC0: 1, 0xD0: 1, 0xE0: 2}  # bytes of data after a status


class MidiInput(Box):
    """What a class of MIDI messages says, from right to left; a channel as its argument takes away its last outlet."""

    status, count = 0, 0

    def set_up(self):
        words = [atom for atom in self.arguments if isinstance(atom, int)]
        self.channel = words[-1] if words else None
        self.outlets = self.count + (self.channel is None)
        self.machine.midi.append(self)

    def hear(self, status, *data):
        """Take a MIDI message."""
        kinds = (self.status, self.status - 0x10) if self.status == 0x90 else (self.status,)
        channel = status % 16 + 1
        if status & 0xF0 in kinds and self.channel in (None, channel):
            values = self.values(status & 0xF0, *data)
            if self.channel is None:
                self.value(self.count, channel)
            for outlet in reversed(range(self.count)):
                self.value(outlet, values[outlet])

    def take(self, inlet, selector, atoms):
        self.error(f"doesn't understand {selector!r}")


@known_as("notein")
class NoteIn(MidiInput):
    """Pitch, velocity (0 for a note off), channel."""

    status, count = 0x90, 2

    def values(self, kind, pitch, velocity):
        return pitch, velocity if kind == 0x90 else 0


@known_as("bendin")
class BendIn(MidiInput):
    """The more significant 7 bits of the wheel, 0 to 127, channel."""

    status, count = 0xE0, 1

    def values(self, kind, low, high):
        return (high,)


@known_as("xbendin")
class ExtraBendIn(MidiInput):
    """All 14 bits of the wheel, 0 to 16383, channel."""

    status, count = 0xE0, 1

    def values(self, kind, low, high):
        return (high * 128 + low,)


@known_as("midiin")
class MidiIn(MidiInput):
    """All bytes, one after the other."""

    def set_up(self):
        self.outlets = 1
        self.machine.midi.append(self)

    def hear(self, status, *data):
        for byte in (status, *data):
            self.value(0, byte)


@known_as("midiparse")
class MidiParse(Box):
    """Bytes as lists: notes, key pressure, controllers, programs, pressure, bend (7 bits), channel, events."""

    outlets = 8

    def set_up(self):
        self.status, self.data = None, []

    def on_bang(self, inlet):
        self.status, self.data = None, []

    def on_int(self, inlet, byte):
        if byte >= 0x80:
            self.status, self.data = byte, []
            return
        self.data.append(byte)
        kind = (self.status or 0) & 0xF0
        if len(self.data) < _LENGTHS.get(kind, 99):
            return
        data, self.data = self.data, []
        self.value(6, self.status % 16 + 1)
        if kind in (0x80, 0x90):
            self.out(0, LIST, data[0], data[1] if kind == 0x90 else 0)
        elif kind == 0xE0:
            wide = self.attribute("hires", 0)
            self.value(5, data[1] * 128 + data[0] if wide else data[1])
        elif kind in (0xA0, 0xB0):
            self.out((kind >> 4) - 0x9, LIST, *data)
        else:
            self.value((kind >> 4) - 0x9, data[0])


@known_as("flush")
class Flush(Box):
    """Passes notes and keeps those that sound; a bang ends them, from right to left."""

    inlets, outlets = 2, 2

    def set_up(self):
        self.velocity, self.held = 0, []

    def on_bang(self, inlet):
        held, self.held = self.held, []
        for pitch in held:
            self.value(1, 0)
            self.value(0, pitch)

    def on_clear(self, inlet, atoms):
        self.held.clear()

    def on_int(self, inlet, value):
        if inlet == 1:
            self.velocity = value
            return
        if self.velocity:
            self.held.append(value)
        elif value in self.held:
            self.held.remove(value)
        self.value(1, self.velocity)
        self.value(0, value)

    def on_list(self, inlet, atoms):
        self.velocity = int(number(atoms[1]))
        self.on_int(0, int(number(atoms[0])))


class Keys(Box):
    """The code of a key: its letter, and three numbers that differ between computers."""

    inlets, outlets = 0, 4

    def set_up(self):
        self.machine.keys.append(self)

    def hear(self, code):
        """Take a key."""
        self.value(0, code)


@known_as("key")
class Key(Keys):
    """A key that goes down, and again while it repeats."""

    down = True


@known_as("keyup")
class KeyUp(Keys):
    """A key that goes up."""

    down = False
