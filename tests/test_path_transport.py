"""Paths that voices play: where they lead, and that nothing steps, whatever is done with them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rt_timbre.engine import Engine
from rt_timbre.errors import ControlError
from rt_timbre.motion import LINEAR, Motion
from rt_timbre.osc import Message
from rt_timbre.paths.latent_path import LatentPath, StoredPath
from rt_timbre.presets.preset import SpaceKey
from rt_timbre.table import Table
from rt_timbre.timbre import Timbre
from rt_timbre.transport import Transport
from tests.linear_space import linear_space
from tests.tiny_space import tiny_space

HOP = 128 / 48000
GLIDE = 0.05
CORNER = LatentPath(
    times=[0.0, 0.5, 2.0],
    latents=[[0.0, 0.0], [1.0, 0.0], [1.0, 3.0]],
    pitches=[60.0, 61.0, 49.0],
    gains=[1.0, 0.5, 2.0],
)


def stored(path, name="way"):
    return StoredPath(name=name, path=path, sha256=path.sha256())


class Stage:
    """A transport and a motion of two voices in two dimensions, of which voice 0 is watched."""

    def __init__(self, path=CORNER, glide=0.0):
        self.motion = Motion(2, np.zeros(2, np.float32), glide)
        self.transport = Transport(2)
        self.note, self.bend = np.full(2, 55.0), np.zeros(2)
        self.fresh = np.zeros(2, np.int8)
        if path is not None:
            self.transport.load(0, stored(path), self.motion)
        self.advance(HOP)

    def advance(self, seconds):
        self.transport.advance(seconds, self.motion)
        self.motion.advance(seconds)
        self.transport.steer(self.note + self.bend, self.bend, self.fresh, seconds)

    def wait(self, seconds):
        for _ in range(round(seconds / HOP)):
            self.advance(HOP)

    @property
    def latent(self):
        return self.motion.latent[0].copy()

    @property
    def pitch(self):
        return self.transport.pitch[0]

    @property
    def level(self):
        return self.transport.level[1, 0]


@pytest.mark.parametrize("rate", [1.0, 0.3, 8.0, -1.0, -2.5])
def test_the_voice_is_where_the_path_is_at_that_time(rate):
    stage = Stage()
    stage.transport.rate[0] = rate
    stage.transport.play(0, stage.motion)
    for count in range(1, 200):
        stage.advance(HOP)
        time = rate * count * HOP + (0.0 if rate > 0.0 else CORNER.duration)
        latents, pitches, gains = CORNER.at(time)
        np.testing.assert_allclose(stage.latent, latents[0], atol=1e-6)
        assert stage.transport.position(0) == pytest.approx(np.clip(time / CORNER.duration, 0.0, 1.0))
        if count * HOP > 0.03:  # pitch and level come in 10 ms even where there is no glide
            assert stage.pitch == pytest.approx(pitches[0])
            assert stage.level == pytest.approx(gains[0], abs=1e-6)


def test_it_stays_at_the_end_and_begins_anew_when_played_again():
    stage = Stage()
    stage.transport.play(0, stage.motion)
    stage.wait(3.0)
    np.testing.assert_array_equal(stage.latent, [1.0, 3.0])
    assert (stage.pitch, stage.level) == (49.0, 2.0)
    assert stage.transport.playing[0] == 1
    stage.transport.play(0, stage.motion)
    stage.wait(0.25)
    np.testing.assert_allclose(stage.latent, [0.5, 0.0], atol=0.01)


def test_a_loop_goes_round_either_way():
    stage = Stage()
    stage.transport.loop[0] = 1
    for rate in (1.0, -1.0):
        stage.transport.rate[0] = rate
        stage.transport.scrub(0, 0.0, stage.motion)
        stage.transport.play(0, stage.motion)
        stage.wait(2.25)
        latents, _, _ = CORNER.at(0.25 if rate > 0.0 else 1.75)
        np.testing.assert_allclose(stage.latent, latents[0], atol=0.01)


def test_a_closed_path_goes_round_without_a_break_however_long_the_glide():
    angle = np.linspace(0.0, 2.0 * np.pi, 65)
    circle = LatentPath(times=np.linspace(0.0, 1.0, 65), latents=np.stack([np.cos(angle), np.sin(angle)], axis=1))
    stage = Stage(circle, glide=5.0)
    stage.motion.jump(0, circle.latents[0])
    stage.transport.loop[0] = 1
    stage.transport.play(0, stage.motion)
    stage.motion.remaining[0] = 0.0  # it is there already
    for count in range(1, 1000):
        stage.advance(HOP)
        turn = 2.0 * np.pi * count * HOP
        np.testing.assert_allclose(stage.latent, [np.cos(turn), np.sin(turn)], atol=3e-3)


def test_pitch_and_level_come_and_go_over_the_glide_and_the_bend_is_added():
    stage = Stage(LatentPath(times=[0.0], latents=[[1.0, 1.0]], pitches=[67.0], gains=[0.5]), glide=1.0)
    stage.bend[:] = 2.0
    stage.advance(HOP)
    assert (stage.pitch, stage.level) == (57.0, 1.0)
    stage.transport.play(0, stage.motion)
    stage.advance(0.25)
    assert stage.pitch == pytest.approx(2.0 + 0.25 * 67.0 + 0.75 * 55.0)
    assert stage.level == pytest.approx(0.875)
    np.testing.assert_allclose(stage.latent, 0.25, atol=1e-6)
    stage.wait(1.0)
    assert (stage.pitch, stage.level) == (69.0, 0.5)
    stage.note[:] = 40.0  # another note meanwhile
    stage.advance(HOP)
    assert stage.pitch == 69.0
    stage.transport.stop(0, stage.motion)
    stage.advance(0.5)
    assert stage.pitch == pytest.approx(2.0 + 0.5 * (67.0 + 40.0))
    assert stage.level == pytest.approx(0.75)
    stage.wait(1.0)
    assert (stage.pitch, stage.level) == (42.0, 1.0)
    np.testing.assert_allclose(stage.latent, 1.0, atol=1e-6)  # it stays where it was in the space
    assert stage.transport.pitch[1] == 42.0


def test_what_begins_in_silence_has_the_pitch_of_the_path_at_once():
    stage = Stage(LatentPath(times=[0.0], latents=[[1.0, 1.0]], pitches=[67.0], gains=[0.5]), glide=1.0)
    stage.transport.play(0, stage.motion)
    stage.fresh[0] = 1
    stage.advance(HOP)
    assert (stage.pitch, stage.level) == (67.0, 0.5)


def test_a_note_is_never_late_on_a_path_without_pitches():
    stage = Stage(LatentPath(times=[0.0], latents=[[1.0, 1.0]]), glide=1.0)
    stage.transport.play(0, stage.motion)
    stage.advance(HOP)
    stage.note[:] = 70.0
    stage.advance(HOP)
    assert stage.pitch == 70.0


def test_the_level_moves_no_faster_than_an_attack():
    jump = LatentPath(times=[0.0, 0.1, 0.1 + 1e-9], latents=np.zeros((3, 2)), gains=[1.0, 1.0, 0.0])
    stage = Stage(jump)
    stage.transport.play(0, stage.motion)
    before = stage.level
    for _ in range(1000):  # hops may be as short as a sample
        stage.advance(1.0 / 4800.0)
        assert abs(stage.level - before) <= 1.0 / 4800.0 / 0.003 + 1e-9
        before = stage.level
    assert stage.level == 0.0


def test_what_has_no_path_cannot_play_and_a_path_of_another_size_is_refused():
    stage = Stage(None)
    for action in (stage.transport.play, lambda voice, motion: stage.transport.scrub(voice, 0.5, motion)):
        with pytest.raises(ControlError, match="voice 2 has no path; send /voice/2/path/load NAME first"):
            action(1, stage.motion)
    with pytest.raises(ControlError, match="the path way has 3 dimensions; the space has 2: make it in this space"):
        stage.transport.load(0, stored(LatentPath(times=[0.0], latents=[[1.0, 2.0, 3.0]])), stage.motion)
    assert stage.transport.path(0) is None


def test_the_path_that_is_left_is_given_back():
    stage = Stage(None)
    first, second = stored(CORNER, "first"), stored(CORNER, "second")
    assert stage.transport.load(0, first, stage.motion) is None
    assert stage.transport.load(0, second, stage.motion) is first
    assert stage.transport.path(0) is second


def test_a_million_points_are_found_from_anywhere():
    times = np.arange(1_000_000) * 1e-3
    path = LatentPath(times=times, latents=np.stack([times, -times], axis=1))
    stage = Stage(path)
    for share in (0.9, 0.1, 0.5, 0.0, 1.0):
        stage.transport.scrub(0, share, stage.motion)
        stage.advance(HOP)
        np.testing.assert_allclose(stage.latent, share * path.duration * np.array([1.0, -1.0]), rtol=1e-6)


shares = st.floats(0.0, 1.0)
ACTIONS = st.one_of(
    st.tuples(st.just("play"), st.sampled_from([0, 1])),
    st.tuples(st.just("rate"), st.floats(-8.0, 8.0)),
    st.tuples(st.just("loop"), st.sampled_from([0, 1])),
    st.tuples(st.just("scrub"), shares),
    st.tuples(st.just("load"), st.sampled_from([0, 1, 2])),
    st.tuples(st.just("go"), shares),
    st.tuples(st.just("morph"), st.floats(0.1, 0.5)),
    st.tuples(st.just("note"), st.floats(48.0, 72.0)),
    st.tuples(st.just("wait"), st.integers(1, 60)),
)
# Within the unit square, an octave and a level of 1; along them nothing moves faster than 4 a second.
PATHS = [
    LatentPath(times=[0.0, 0.25], latents=[[0.0, 0.0], [1.0, 1.0]], pitches=[54.0, 55.0], gains=[0.0, 1.0]),
    LatentPath(times=[0.0, 0.25, 0.5], latents=[[1.0, 0.0], [0.0, 1.0], [1.0, 0.0]]),
    LatentPath(times=[0.0, 1e-3], latents=[[0.5, 0.5], [0.502, 0.5]], pitches=[66.0, 66.003]),
]


@given(st.lists(ACTIONS, max_size=30))
def test_whatever_is_done_no_step_exceeds_the_speed_of_glide_and_path_and_nothing_leaves_the_square(actions):
    stage = Stage(PATHS[0], glide=GLIDE)
    transport, motion = stage.transport, stage.motion
    fastest = HOP * (1.0 / GLIDE + 8.0 * 4.0)
    note = 55.0
    for name, value in actions:
        match name:
            case "play":
                transport.play(0, motion) if value else transport.stop(0, motion)
            case "rate" | "loop":
                getattr(transport, name)[0] = value
            case "scrub":
                transport.scrub(0, value, motion)
            case "load":
                transport.load(0, stored(PATHS[value]), motion)
            case "go":
                transport.stop(0, motion)
                motion.go(0, np.array([value, 1.0 - value], np.float32))
            case "morph":
                transport.stop(0, motion)
                motion.morph(0, np.zeros(2, np.float32), np.ones(2, np.float32), value, LINEAR)
            case "note":
                note = value
        for _ in range(value if name == "wait" else 1):
            latent, pitch, level = stage.latent, stage.pitch, stage.level
            # The controls smooth the note.
            stage.note += np.clip(note - stage.note, -24.0 * HOP / GLIDE, 24.0 * HOP / GLIDE)
            stage.advance(HOP)
            assert np.abs(stage.latent - latent).max() <= fastest + 1e-6
            assert abs(stage.pitch - pitch) <= HOP * (24.0 / GLIDE + 24.0 / GLIDE + 8.0 * 4.0) + 1e-6
            assert abs(stage.level - level) <= fastest + 1e-6
            assert -1e-6 <= stage.latent.min() <= stage.latent.max() <= 1.0 + 1e-6
            assert 48.0 <= stage.pitch <= 72.0


class Player:
    """An engine, a table and a clock."""

    def __init__(self, space=None, seed=0):
        self.engine = Engine(space or tiny_space(), rate=48000, voices=2, seed=seed)
        self.table = Table(self.engine.limits)

    def send(self, address, *arguments):
        commands = self.table.commands(Message(address=address, arguments=arguments))
        return [answer.arguments for command in commands for answer in self.engine.apply(command)]

    def record(self, seconds):
        out = np.zeros((round(seconds / HOP) * 128, 2), np.float32)
        for start in range(0, len(out), 128):
            self.engine.process(out[start : start + 128])
        return out


WAY = LatentPath(times=[0.0, 0.5], latents=[[0.1, 0.2, 0.3], [0.9, 0.6, 0.3]])


def test_whatever_leads_a_voice_elsewhere_takes_it_off_its_path():
    for address, *arguments in (
        ("/voice/1/latent", 0.5, 0.5, 0.5),
        ("/voice/1/z/1", 0.5),
        ("/voice/1/macro/1", 0.0),
        ("/voice/1/xy", 0.5, 0.5),
        ("/voice/1/at", "Dark"),
        ("/voice/1/morph", "Dark", "Bright", 1.0),
        ("/preset/recall", "here"),
        ("/wek/outputs", 0.5, 0.5, 0.5),
    ):
        player = Player()
        player.engine.load_path(0, stored(WAY))
        player.send("/preset/store", "here")
        player.send("/voice/1/path/play", 1)
        player.record(0.2)
        assert player.send("/voice/1/path/play") == [(1,)]
        player.send(address, *arguments)
        assert player.send("/voice/1/path/play") == [(0,)]


def test_frozen_it_stands_still_and_a_voice_on_the_plane_stays_on_its_path():
    player = Player()
    player.engine.load_path(0, stored(WAY))
    player.send("/voice/1/xy", 0.5, 0.5)
    player.send("/voice/1/path/play", 1)
    player.record(0.1)
    player.send("/freeze", 1)
    before = player.send("/voice/1/scrub")
    player.record(0.1)
    assert player.send("/voice/1/scrub") == before
    player.send("/freeze", 0)
    player.send("/plane/corner/1", "Hollow")
    player.record(0.6)
    np.testing.assert_allclose(player.send("/voice/1/latent")[0], WAY.latents[-1], atol=1e-6)


def test_axes_lead_back_from_as_far_out_as_a_path_can_be():
    player = Player()
    far = LatentPath(times=[0.0, 0.1], latents=[[3e38, -3e38, 3e38], [-3e38, 3e38, -3e38]])
    player.engine.load_path(0, stored(far))
    for seconds in (0.05, 0.5):
        player.send("/voice/1/path/play", 1)
        player.record(seconds)
        player.send("/voice/1/macro/1", 0.5)
        player.record(0.5)
        space = player.engine.space
        (latent,) = player.send("/voice/1/latent")
        assert (space.latent_low <= latent).all()
        assert (latent <= space.latent_high).all()


def test_the_level_of_a_path_is_heard():
    player = Player()
    player.send("/voice/1/note", 60.0, 0.5)
    player.engine.load_path(0, stored(LatentPath(times=[0.0], latents=player.send("/voice/1/latent"), gains=[0.25])))
    player.record(0.3)
    loud = player.record(0.3)
    player.send("/voice/1/path/play", 1)
    player.record(0.2)
    soft = player.record(0.3)
    assert 20.0 * np.log10(np.std(soft) / np.std(loud)) == pytest.approx(-12.04, abs=0.2)


def test_another_space_keeps_the_paths_that_fit():
    player = Player()
    player.engine.load_path(0, stored(WAY))
    player.send("/voice/1/path/loop", 1)
    player.send("/voice/1/path/rate", 0.5)
    player.send("/voice/1/path/play", 1)
    player.record(0.2)
    before = player.send("/voice/1/scrub")
    same = Timbre(linear_space(), SpaceKey(name="linear", sha256="1" * 64), rate=48000, voices=2, hop=128, seed=0)
    leaving = player.engine.swap(same, 0.02)
    assert leaving.travel.dropped == []
    assert player.send("/voice/1/scrub") == before
    player.record(0.2)
    assert player.send("/voice/1/path/play") == [(1,)]
    assert player.send("/voice/1/scrub") > before
    np.testing.assert_allclose(
        player.send("/voice/1/latent")[0], WAY.at(player.send("/voice/1/scrub")[0][0] * WAY.duration)[0][0], atol=1e-5
    )
