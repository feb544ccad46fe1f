"""What MIDI messages do to an engine: notes and their voices, pedal, bend, MPE."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rt_timbre.engine import Engine
from rt_timbre.midi.messages import MidiPlayer
from rt_timbre.midi.stream import ByteParser
from rt_timbre.osc import Message
from rt_timbre.table import Command, Table
from tests.tiny_space import tiny_space

SPACE = tiny_space()
VOICES = 4


class Instrument:
    """An engine that is played by MIDI, and by OSC beside it."""

    def __init__(self, **options):
        self.engine = Engine(SPACE, rate=48000, voices=VOICES)
        self.table = Table(self.engine.limits)
        self.performed = []
        self.moved = []
        self.player = MidiPlayer(
            self.allocate, self.engine.note_order, self.perform, lambda *values: self.moved.append(values), **options
        )

    def allocate(self, note, velocity):
        return self.engine.resolve(Command(name="note", address="/note", arguments=(note, velocity))).voice

    def perform(self, messages):
        self.performed.append(list(messages))
        for message in messages:
            self.osc(message.address, *message.arguments)

    def osc(self, address, *arguments):
        answers = []
        for command in self.table.commands(Message(address=address, arguments=arguments)):
            answers += self.engine.apply(self.engine.resolve(command))
        return answers[0].arguments if answers else ()

    def midi(self, text, port=0):
        for message in ByteParser().feed(bytes.fromhex(text)):
            self.player.receive(port, *message)

    def held(self):
        """MIDI keys of the held voices, by voice from 1."""
        notes = {voice: self.osc(f"/voice/{voice}/note") for voice in range(1, VOICES + 1)}
        return {voice: round(note) for voice, (note, velocity) in notes.items() if velocity > 0.0}

    def value(self, voice, name):
        return self.osc(f"/voice/{voice}/{name}")[0]


@pytest.fixture
def instrument():
    return Instrument()


@pytest.fixture
def mpe():
    """One whose lower zone has three members, announced by the controller."""
    instrument = Instrument()
    for text in ("b0 65 00", "b0 64 06", "b0 06 03"):
        instrument.midi(text)
    return instrument


def test_notes_begin_and_end(instrument):
    instrument.midi("90 3c 7f")
    instrument.midi("91 40 40")
    assert instrument.held() == {1: 60, 2: 64}
    assert instrument.osc("/voice/1/note") == (60.0, 1.0)
    assert instrument.osc("/voice/2/note")[1] == pytest.approx(64 / 127)
    instrument.midi("80 40 00")  # of another channel
    instrument.midi("90 3c 00")
    assert instrument.held() == {2: 64}
    instrument.midi("81 40 7f")
    instrument.midi("81 40 7f")
    assert instrument.held() == {}


def test_a_key_that_is_struck_again_keeps_its_voice(instrument):
    instrument.midi("90 3c 7f")
    instrument.midi("90 3c 40")
    assert instrument.held() == {1: 60}
    assert instrument.osc("/voice/1/note")[1] == pytest.approx(64 / 127)


def test_a_stolen_voice_is_left_to_whoever_has_it(instrument):
    for key in range(60, 65):
        instrument.midi(f"90 {key:02x} 7f")
    assert instrument.held() == {1: 64, 2: 61, 3: 62, 4: 63}
    instrument.midi("80 3c 00")  # its voice plays another key
    assert instrument.held() == {1: 64, 2: 61, 3: 62, 4: 63}
    instrument.osc("/voice/2/note", 40.0, 0.5)
    instrument.midi("80 3d 00")
    assert instrument.held() == {1: 64, 2: 40, 3: 62, 4: 63}
    instrument.osc("/note", 41.0, 0.5)  # steals the oldest
    assert instrument.held() == {1: 64, 2: 40, 3: 41, 4: 63}
    for key in range(60, 65):
        instrument.midi(f"80 {key:02x} 00")
    assert instrument.held() == {2: 40, 3: 41}


def test_the_pedal_holds_what_is_let_go(instrument):
    instrument.midi("90 3c 7f")
    instrument.midi("b0 40 7f")
    instrument.midi("90 3e 7f")
    instrument.midi("80 3c 00")
    instrument.midi("80 3e 00")
    instrument.midi("90 3f 7f")
    instrument.midi("91 50 7f")
    instrument.midi("81 50 00")  # another channel has a pedal of its own
    assert instrument.held() == {1: 60, 2: 62, 3: 63}
    instrument.midi("90 3c 7f")
    instrument.midi("b0 40 3f")
    assert instrument.held() == {1: 60, 3: 63}


def test_bend_reaches_two_semitones_and_what_is_asked_for(instrument):
    instrument.midi("90 3c 7f")
    instrument.midi("91 3e 7f")
    instrument.midi("e0 7f 7f")
    assert [instrument.value(voice, "bend") for voice in (1, 2)] == [2.0, 0.0]
    instrument.midi("e0 00 00")
    assert instrument.value(1, "bend") == -2.0
    for text in ("b0 65 00", "b0 64 00", "b0 06 0c", "b0 26 32"):
        instrument.midi(text)
    assert instrument.value(1, "bend") == -12.5
    for text in ("b0 65 7f", "b0 64 7f", "b0 06 05"):  # no parameter is set now
        instrument.midi(text)
    assert instrument.value(1, "bend") == -12.5
    instrument.midi("90 40 7f")
    assert instrument.value(3, "bend") == -12.5  # a note begins where the wheel is
    instrument.midi("e0 00 40")
    assert [instrument.value(voice, "bend") for voice in (1, 3)] == [0.0, 0.0]


def test_bend_of_the_performer_is_left_alone_until_the_wheel_moves(instrument):
    instrument.osc("/voice/1/bend", 0.25)
    instrument.osc("/voice/1/gain", -3.0)
    instrument.midi("90 3c 7f")
    assert (instrument.value(1, "bend"), instrument.value(1, "gain")) == (0.25, -3.0)
    assert instrument.performed[-1] == [Message(address="/voice/1/note", arguments=(60.0, 1.0))]


def test_all_notes_off_and_all_sound_off(instrument):
    instrument.midi("90 3c 7f")
    instrument.midi("91 3e 7f")
    instrument.midi("b0 7b 00")
    assert instrument.held() == {2: 62}
    instrument.midi("b1 40 7f")
    instrument.midi("b1 7b 00")
    assert instrument.held() == {2: 62}  # the pedal holds it
    instrument.midi("b1 79 00")  # reset all controllers
    assert instrument.held() == {}
    instrument.midi("90 3c 7f")
    instrument.midi("b1 78 00")
    assert instrument.held() == {}
    assert Message(address="/panic") in instrument.performed[-1]


def test_a_port_that_is_lost_lets_go(instrument):
    instrument.midi("90 3c 7f", port=1)
    instrument.midi("b0 40 7f", port=1)
    instrument.midi("90 3c 7f", port=2)
    instrument.midi("80 3c 00", port=1)
    assert instrument.held() == {1: 60, 2: 60}
    instrument.player.lost(1)
    assert instrument.held() == {2: 60}
    instrument.player.lost_all()
    assert instrument.held() == {}


def test_other_controllers_are_passed_on(instrument):
    instrument.midi("b3 15 20", port=7)
    instrument.midi("b3 4a 20", port=7)
    for controller in (6, 38, 64, 96, 98, 100, 101, 120, 123, 127):
        instrument.midi(f"b3 {controller:02x} 20", port=7)
    assert instrument.moved == [(7, 3, 21, 32), (7, 3, 74, 32)]


def test_mpe_shapes_each_note(mpe):
    mpe.midi("e1 7f 7f")
    mpe.midi("d1 00")
    mpe.midi("b1 4a 7f")
    mpe.midi("91 3c 7f")
    mpe.midi("92 40 7f")
    assert mpe.held() == {1: 60, 2: 64}
    assert [mpe.value(voice, "bend") for voice in (1, 2)] == [48.0, 0.0]
    assert [mpe.value(voice, "gain") for voice in (1, 2)] == [-24.0, 0.0]
    assert Message(address="/voice/1/macro/1", arguments=(1.0,)) in mpe.performed[-2]
    mpe.midi("d2 7f")
    mpe.midi("b2 4a 40")
    assert mpe.value(2, "gain") == 6.0
    assert mpe.value(2, "macro/1") == pytest.approx(0.0, abs=1e-5)
    mpe.midi("b2 4a 00")
    assert mpe.performed[-1] == [Message(address="/voice/2/macro/1", arguments=(-1.0,))]
    mpe.midi("e1 00 40")
    assert mpe.value(1, "bend") == 0.0
    assert mpe.moved == []


def test_the_manager_speaks_for_its_zone(mpe):
    mpe.midi("91 3c 7f")
    mpe.midi("92 40 7f")
    mpe.midi("94 43 7f")  # outside of the zone
    mpe.midi("e0 7f 7f")
    mpe.midi("e1 00 00")
    assert [mpe.value(voice, "bend") for voice in (1, 2, 3)] == [-46.0, 2.0, 0.0]
    for text in ("b2 65 00", "b2 64 00", "b2 06 18"):  # the range of one member is that of all
        mpe.midi(text)
    assert [mpe.value(voice, "bend") for voice in (1, 2, 3)] == [-22.0, 2.0, 0.0]
    mpe.midi("d0 7f")
    assert [mpe.value(voice, "gain") for voice in (1, 2, 3)] == [6.0, 6.0, 0.0]
    mpe.midi("b0 40 7f")
    for text in ("81 3c 00", "82 40 00", "84 43 00"):
        mpe.midi(text)
    assert mpe.held() == {1: 60, 2: 64}
    mpe.midi("b0 40 00")
    assert mpe.held() == {}
    mpe.midi("91 3c 7f")
    mpe.midi("b0 7b 00")
    assert mpe.held() == {}


def test_a_voice_that_mpe_has_shaped_is_plain_again_for_a_plain_note(mpe):
    mpe.midi("e1 7f 7f")
    mpe.midi("d1 7f")
    mpe.midi("91 3c 7f")
    assert (mpe.value(1, "bend"), mpe.value(1, "gain")) == (48.0, 6.0)
    mpe.midi("81 3c 00")
    for key in range(60, 64):
        mpe.midi(f"9f {key:02x} 7f")
    assert {(mpe.value(voice, "bend"), mpe.value(voice, "gain")) for voice in range(1, 5)} == {(0.0, 0.0)}


def bends(instrument):
    """How far a full bend of a note's channel reaches, by channel from 0."""
    found = []
    for channel in range(16):
        instrument.midi(f"e{channel:x} 7f 7f")
        instrument.midi(f"9{channel:x} 3c 7f")
        (voice,) = instrument.held()
        found.append(instrument.value(voice, "bend"))
        instrument.midi(f"8{channel:x} 3c 00")
        instrument.midi(f"e{channel:x} 00 40")
    return found


def set_zone(instrument, manager, members):
    for text in (f"b{manager:x} 65 00", f"b{manager:x} 64 06", f"b{manager:x} 06 {members:02x}"):
        instrument.midi(text)


def test_two_zones_and_how_they_give_way(instrument):
    assert bends(instrument) == [2.0] * 16
    set_zone(instrument, 0, 7)
    set_zone(instrument, 15, 7)
    assert bends(instrument) == [2.0] + [48.0] * 14 + [2.0]
    set_zone(instrument, 15, 10)
    assert bends(instrument) == [2.0] + [48.0] * 14 + [2.0]
    set_zone(instrument, 15, 0)
    assert bends(instrument) == [2.0] + [48.0] * 4 + [2.0] * 11
    set_zone(instrument, 15, 15)
    assert bends(instrument) == [48.0] * 15 + [2.0]
    set_zone(instrument, 0, 15)
    assert bends(instrument) == [2.0] + [48.0] * 15
    set_zone(instrument, 5, 3)  # no manager
    assert bends(instrument) == [2.0] + [48.0] * 15


def test_mpe_from_the_start():
    assert bends(Instrument(mpe=True)) == [2.0] + [48.0] * 15


@given(
    st.lists(
        st.tuples(st.integers(0, 1), st.integers(0x80, 0xEF), st.integers(0, 127), st.integers(0, 127))
        | st.tuples(st.just(0), st.sampled_from([0x90, 0x91, 0x80, 0x81]), st.integers(60, 64), st.integers(0, 127))
        | st.tuples(
            st.just(0),
            st.sampled_from([0xB0, 0xB1, 0xBF]),
            st.sampled_from([6, 38, 64, 74, 100, 101, 120, 121, 123]),
            st.sampled_from([0, 6, 64, 127]),
        ),
        max_size=60,
    )
)
def test_whatever_comes_no_note_hangs(messages):
    instrument = Instrument()
    for port, status, first, second in messages:
        instrument.player.receive(port, status, first, second)
    instrument.player.lost_all()
    assert instrument.held() == {}
