"""Controls: what each address sets, how it moves, what it answers."""

import numpy as np
import pytest

from rt_timbre.engine import Engine
from rt_timbre.envelope import IDLE
from rt_timbre.errors import ControlError
from rt_timbre.osc import Message
from rt_timbre.table import Table
from tests.tiny_space import tiny_space

RATE, VOICES = 48000, 4
SPACE = tiny_space()


class Desk:
    """An engine with a table before it, as the server has."""

    def __init__(self):
        self.engine = Engine(SPACE, rate=RATE, voices=VOICES)
        self.engine.warm()
        self.controls = self.engine._controls
        self.motion = self.engine._timbre.travel.motion
        self.table = Table(self.engine.limits)

    def send(self, address, *arguments):
        replies = []
        for command in self.table.commands(Message(address=address, arguments=arguments)):
            replies += self.engine.apply(command)
        return replies

    def ask(self, address):
        (reply,) = self.send(address)
        assert reply.address == address
        return reply.arguments

    def wait(self, seconds):
        out = np.zeros((128, 2), np.float32)
        for _ in range(round(seconds * RATE / 128)):
            self.engine.process(out)


@pytest.fixture
def desk():
    return Desk()


@pytest.mark.parametrize(
    ("address", "values"),
    [
        ("/voice/1/latent", (0.25, 0.5, 0.75)),
        ("/voice/4/z/3", (0.5,)),
        ("/voice/2/macro/1", (0.5,)),
        ("/voice/2/at", ("Hollow",)),
        ("/voice/1/morph", ("Dark", "Bright", 2.0, "spherical")),
        ("/voice/1/morph", ("Dark", "Bright", 2.0, "expressive")),
        ("/voice/3/xy", (0.25, 0.75)),
        ("/voice/1/glide", (1.5,)),
        ("/voice/2/bend", (-2.5,)),
        ("/voice/2/legato", (1,)),
        ("/freeze", (1,)),
        ("/plane/corner/3", ("Bright",)),
        ("/voice/1/pitch", (61.5,)),
        ("/voice/1/attack", (0.5,)),
        ("/voice/1/decay", (0.25,)),
        ("/voice/1/sustain", (0.5,)),
        ("/voice/1/release", (2.0,)),
        ("/voice/1/gain", (-6.0,)),
        ("/voice/1/pan", (-0.5,)),
        ("/voice/3/note", (64.5, 0.75)),
        ("/mute", (1,)),
        ("/master/gain", (-12.0,)),
        ("/master/ceiling", (-3.0,)),
    ],
)
def test_an_address_answers_with_what_it_was_set_to(desk, address, values):
    assert desk.send(address, *values) == []
    assert desk.ask(address) == pytest.approx(values, abs=1e-6)


def test_a_point_is_reached_within_the_glide(desk):
    desk.send("/voice/1/glide", 0.1)
    desk.send("/voice/1/at", "Bright")
    desk.wait(0.05)
    midway = desk.motion.latent[0].copy()
    desk.wait(0.06)
    bright = SPACE.anchors[1].latent
    np.testing.assert_allclose(desk.motion.latent[0], bright, atol=1e-5)
    np.testing.assert_allclose(midway, (SPACE.anchors[0].latent + bright) / 2, atol=0.05)


def test_an_unknown_point_is_refused_by_name_and_changes_nothing(desk):
    desk.send("/voice/1/at", "Bright")
    with pytest.raises(ControlError, match=r"no point is named 'Kazoo'; there are Dark, Bright, Hollow"):
        desk.send("/voice/1/at", "Kazoo")
    with pytest.raises(ControlError, match="Kazoo"):
        desk.send("/voice/1/morph", "Dark", "Kazoo", 1.0)
    assert desk.ask("/voice/1/at") == ("Bright",)


def test_one_dimension_moves_alone(desk):
    desk.send("/voice/1/at", "Hollow")
    desk.send("/voice/1/z/2", 0.125)
    hollow = SPACE.anchors[2].latent
    assert desk.ask("/voice/1/latent") == pytest.approx((hollow[0], 0.125, hollow[2]))
    assert desk.ask("/voice/1/at") == ("",)


def test_a_macro_reaches_the_percentiles_and_keeps_the_other_axes(desk):
    principal = SPACE.principal
    desk.send("/voice/1/latent", *(float(x) for x in np.clip(principal.mean, 0.2, 0.8)))
    before = [desk.ask(f"/voice/1/macro/{k}")[0] for k in (1, 2, 3)]
    desk.send("/voice/1/macro/2", 0.25)
    after = [desk.ask(f"/voice/1/macro/{k}")[0] for k in (1, 2, 3)]
    assert after == pytest.approx([before[0], 0.25, before[2]], abs=1e-5)
    latent = np.array(desk.ask("/voice/1/latent"), np.float32)
    projection = principal.axes[1] @ (latent - principal.mean)
    assert projection == pytest.approx(principal.low[1] + 0.625 * (principal.high[1] - principal.low[1]), abs=1e-5)


def test_a_morph_travels_and_can_be_scrubbed(desk):
    desk.send("/voice/1/glide", 0.0)
    desk.send("/voice/1/morph", "Dark", "Bright", 1.0)
    desk.wait(0.5)
    dark, bright = SPACE.anchors[0].latent, SPACE.anchors[1].latent
    np.testing.assert_allclose(desk.motion.latent[0], (dark + bright) / 2, atol=0.01)
    desk.send("/voice/1/scrub", 0.25)
    desk.wait(0.5)
    np.testing.assert_allclose(desk.motion.latent[0], 0.75 * dark + 0.25 * bright, atol=1e-5)
    assert desk.ask("/voice/1/scrub") == (0.25,)


def test_a_note_in_silence_begins_at_its_pitch_and_a_later_pitch_slides(desk):
    desk.send("/voice/1/note", 72.5, 1.0)
    assert desk.controls.pitch[0] == 72.5
    assert desk.controls.fresh[0] == 1
    desk.wait(0.01)
    desk.send("/voice/1/pitch", 60.0)
    desk.controls.advance(128)
    assert 60.0 < desk.controls.pitch[0] < 72.5
    desk.wait(0.2)
    assert desk.controls.pitch[0] == pytest.approx(60.0, abs=1e-3)


def test_notes_take_free_voices_then_the_oldest_released_then_the_oldest(desk):
    stage = desk.controls.envelopes.stage
    desk.send("/voice/*/release", 5.0)
    for note in (60.0, 61.0, 62.0, 63.0):
        desk.send("/note", note, 1.0)
    assert [desk.ask(f"/voice/{v}/note")[0] for v in (1, 2, 3, 4)] == [60.0, 61.0, 62.0, 63.0]
    desk.wait(0.05)
    desk.send("/note", 62.0, 0.0)
    desk.send("/note", 61.0, 0.0)
    desk.send("/note", 70.0, 1.0)  # voice 3 was released before voice 2
    assert desk.ask("/voice/3/note") == (70.0, 1.0)
    desk.send("/note", 71.0, 1.0)
    assert desk.ask("/voice/2/note") == (71.0, 1.0)
    desk.send("/note", 72.0, 1.0)
    assert desk.ask("/voice/1/note") == (72.0, 1.0)
    desk.send("/panic")
    desk.wait(0.01)
    assert (stage == IDLE).all()


def test_a_note_off_for_a_note_that_is_not_held_does_nothing(desk):
    desk.send("/note", 60.0, 1.0)
    desk.send("/note", 61.0, 0.0)
    assert desk.ask("/voice/1/note") == (60.0, 1.0)


def test_gain_pan_and_mute_arrive_smoothly(desk):
    desk.send("/voice/1/pan", 1.0)
    desk.send("/voice/1/gain", -90.0)
    desk.send("/mute", 1)
    desk.controls.advance(128)
    assert 0.5 < desk.controls.left[0] < 1.0
    assert 0.5 < desk.controls.master < 1.0
    desk.wait(0.5)
    assert desk.controls.left[0] == pytest.approx(0.0, abs=1e-6)
    assert desk.controls.right[0] == pytest.approx(0.0, abs=1e-6)
    assert desk.controls.master == pytest.approx(0.0, abs=1e-6)
    desk.send("/voice/1/gain", 0.0)
    desk.send("/mute", 0)
    desk.wait(0.5)
    # Equal power: hard right is 3 dB more in one channel, nothing in the other.
    assert desk.controls.right[0] == pytest.approx(np.sqrt(2.0), rel=1e-5)
    assert desk.controls.left[0] == pytest.approx(0.0, abs=1e-5)
    assert desk.controls.master == pytest.approx(1.0, rel=1e-5)


def test_the_plane_is_bilinear_between_its_corners_and_follows_them(desk):
    for corner, name in enumerate(("Dark", "Bright", "Hollow", "Dark"), start=1):
        desk.send(f"/plane/corner/{corner}", name)
    dark, bright, hollow = (anchor.latent for anchor in SPACE.anchors)
    desk.send("/voice/2/xy", 0.25, 0.5)
    expected = 0.375 * dark + 0.125 * bright + 0.375 * hollow + 0.125 * dark
    assert desk.ask("/voice/2/latent") == pytest.approx(expected.tolist(), abs=1e-6)
    desk.send("/plane/corner/4", "Bright")
    assert desk.ask("/voice/2/latent") == pytest.approx((expected + 0.125 * (bright - dark)).tolist(), abs=1e-6)
    desk.send("/voice/2/at", "Hollow")
    desk.send("/plane/corner/1", "Bright")  # the voice has left the plane
    assert desk.ask("/voice/2/latent") == pytest.approx(hollow.tolist())
    with pytest.raises(ControlError, match="no point is named 'Kazoo'"):
        desk.send("/plane/corner/1", "Kazoo")
    assert desk.ask("/plane/corner/1") == ("Bright",)


def test_a_frozen_voice_stays_and_goes_on_afterwards(desk):
    desk.send("/voice/1/glide", 0.0)
    desk.send("/freeze", 1)
    desk.send("/voice/1/at", "Bright")
    desk.wait(0.1)
    np.testing.assert_array_equal(desk.motion.latent[0], SPACE.anchors[0].latent)
    desk.send("/freeze", 0)
    desk.wait(0.01)
    np.testing.assert_allclose(desk.motion.latent[0], SPACE.anchors[1].latent, atol=1e-6)


def test_bend_is_added_to_the_pitch_of_every_note(desk):
    desk.send("/voice/1/bend", -1.5)
    desk.send("/voice/1/note", 60.0, 1.0)
    assert desk.controls.pitch[0] == 58.5
    assert desk.ask("/voice/1/note") == (60.0, 1.0)
    desk.send("/voice/1/bend", 2.0)
    desk.wait(0.2)
    assert desk.controls.pitch[0] == pytest.approx(62.0, abs=1e-3)


def test_a_legato_note_slides_without_an_attack(desk):
    desk.send("/voice/*/attack", 0.1)
    desk.send("/voice/1/legato", 1)
    for voice in (1, 2):
        desk.send(f"/voice/{voice}/note", 60.0, 1.0)
    desk.wait(0.5)
    for voice in (1, 2):
        desk.send(f"/voice/{voice}/note", 72.0, 0.5)
    levels = []
    for _ in range(20):
        desk.wait(0.005)
        levels.append(desk.controls.envelopes.level[:2].copy())
    assert min(level[0] for level in levels) == pytest.approx(1.0)
    assert levels[-1][1] == pytest.approx(0.5, abs=0.01)
    assert desk.controls.pitch[:2] == pytest.approx([72.0, 72.0], abs=0.01)
    desk.send("/voice/1/note", 72.0, 0.0)
    desk.wait(1.0)
    assert desk.controls.envelopes.stage[0] == IDLE
