import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rt_timbre.phase.at_frame_rate import AtFrameRate

FRAME_RATE, HOP = 22050, 64


class Sine:
    """1 kHz with the amplitude of the frame's first band, from the moment of the frame on."""

    hop, latency = HOP, 0

    def __init__(self, voices):
        self.time = np.zeros(voices, np.int64)

    def process(self, frames, active, out):
        out[:] = 0.0
        for voice in np.flatnonzero(active):
            time = self.time[voice] + np.arange(HOP)
            out[voice] = frames[voice, 0] * np.sin(2.0 * np.pi * 1000.0 * time / FRAME_RATE)
            self.time[voice] += HOP

    def reset(self, voice):
        self.time[voice] = 0

    def warm(self):
        pass


def made(rate=48000, voices=1):
    return AtFrameRate(Sine(voices), frame_rate=FRAME_RATE, bands=1, rate=rate, voices=voices, hop=128)


def play(method, levels, *, scale=1.0, samples=128, voices=1, active=None):
    """Play one level a call, given to all voices."""
    scale = np.broadcast_to(scale, len(levels))
    sizes = np.broadcast_to(samples, len(levels))
    active = np.ones(voices, np.int8) if active is None else active
    sound = []
    for level, factor, size in zip(levels, scale, sizes, strict=True):
        out = np.full((voices, size), np.nan, np.float32)
        frames = np.full((voices, 1), level, np.float32)
        method.process(frames, np.full(voices, factor), np.zeros(voices), active, out)
        sound.append(out)
    return np.concatenate(sound, axis=1)


def strongest(sound, rate):
    window = np.hanning(sound.size)
    return np.argmax(np.abs(np.fft.rfft(sound * window, 1 << 18))) * rate / (1 << 18)


@pytest.mark.parametrize("rate", [44100, 48000])
@pytest.mark.parametrize("scale", [0.25, 0.97, 1.0, 2.0, 7.5])
def test_frequencies_are_scaled_and_brought_to_the_rate(rate, scale):
    sound = play(made(rate), np.ones(400), scale=scale)[0]
    steady = sound[rate // 4 :]
    assert strongest(steady, rate) == pytest.approx(1000.0 * scale, abs=0.2)
    assert np.sqrt(2.0) * steady.std() == pytest.approx(1.0, abs=0.01)


@pytest.mark.parametrize("rate", [44100, 48000])
def test_a_change_is_heard_after_the_latency(rate):
    method = made(rate)
    for calls in range(200, 208):  # frames and calls are not in step
        sound = play(method, np.concatenate((np.ones(calls), np.full(50, 0.1))))[0]
        method.reset(0)
        after = np.flatnonzero(np.abs(sound[rate // 4 :]) > 0.5)[-1] + rate // 4 - calls * 128
        assert abs(after - method.latency) <= HOP * rate / FRAME_RATE


@settings(max_examples=20, deadline=None)
@given(sizes=st.lists(st.integers(1, 128), min_size=5, max_size=60))
def test_any_grouping_of_samples_is_the_same(sizes):
    grouped = play(made(), np.ones(len(sizes)), samples=sizes)[0]
    whole = play(made(), np.ones(-(-grouped.size // 128)))[0]
    np.testing.assert_array_equal(grouped, whole[: grouped.size])


def test_a_glide_does_not_click():
    scale = np.concatenate((np.ones(100), np.geomspace(1.0, 2.0, 100), np.full(100, 2.0), np.full(50, 1.0)))
    sound = play(made(), np.ones(350), scale=scale)[0]
    assert np.abs(np.diff(sound)).max() < 1.05 * 2.0 * np.pi * 2000.0 / 48000


def test_voices_do_not_hear_each_other():
    alone = play(made(), np.ones(100))
    method = made(voices=3)
    together = play(method, np.ones(40), voices=3)
    np.testing.assert_array_equal(together, np.repeat(alone[:, : 40 * 128], 3, axis=0))
    # A silent voice is zero, and goes on later where it was; a new note begins as the first did.
    silent = play(method, np.ones(20), voices=3, active=np.array([1, 0, 1], np.int8))
    assert not silent[1].any()
    np.testing.assert_array_equal(silent[0], alone[0, 40 * 128 : 60 * 128])
    method.reset(2)
    later = play(method, np.ones(40), voices=3)
    np.testing.assert_array_equal(later[1], alone[0, 40 * 128 : 80 * 128])
    np.testing.assert_array_equal(later[2], alone[0, : 40 * 128])


def test_a_note_begins_at_its_own_pitch():
    method = made()
    play(method, np.ones(50), scale=1.0)
    method.reset(0)
    first = play(method, np.ones(50), scale=4.0)
    np.testing.assert_array_equal(first, play(made(), np.ones(50), scale=4.0))


class Late(Sine):
    """Plays each frame forty hops, 116 ms, later."""

    latency = 40 * HOP

    def __init__(self, voices):
        super().__init__(voices)
        self.frames = []

    def process(self, frames, active, out):
        self.frames.append(frames.copy())
        super().process(self.frames[max(0, len(self.frames) - 41)], active, out)


def test_a_scale_is_heard_with_its_frame():
    method = AtFrameRate(Late(1), frame_rate=FRAME_RATE, bands=1, rate=48000, voices=1, hop=128)
    levels = np.repeat([1.0, 0.2, 1.0], 150)
    sound = play(method, levels, scale=np.where(levels == 1.0, 1.0, 3.0))[0]
    for level, frequency in ((1.0, 1000.0), (0.2, 3000.0)):
        wave = np.exp(-2j * np.pi * frequency * np.arange(sound.size) / 48000)
        heard = 2.0 * np.abs(np.convolve(sound * wave, np.ones(240) / 240.0))[9600:]
        as_asked = np.abs(heard - level) < 0.05
        assert as_asked.mean() > 0.2
        assert 1000.0 * (~as_asked & (heard > 0.1)).sum() / 48000 < 40.0  # ms at another level: two short ways over


class Doubled:
    """Shows twice the amplitude."""

    def __init__(self):
        self.warmed = False

    def process(self, frames, active, out):
        out[:] = 2.0 * frames

    def warm(self):
        self.warmed = True


def test_a_view_shows_other_frames():
    view = Doubled()
    method = AtFrameRate(Sine(1), frame_rate=FRAME_RATE, bands=1, rate=48000, voices=1, hop=128, view=view)
    method.warm()
    assert view.warmed
    np.testing.assert_allclose(play(method, np.ones(60)), 2.0 * play(made(), np.ones(60)), atol=1e-6)
