"""The phase stage: every method on every kind of frames, and the way from one to another."""

import numpy as np
import pytest

from rt_timbre import quality
from rt_timbre.errors import ControlError
from rt_timbre.phase import NAMES
from rt_timbre.phase.methods import default, make, names_for
from rt_timbre.phase.switch import PhaseStage
from rt_timbre.transforms.nsgt import NSGT
from rt_timbre.transforms.scales import erb_centres, mel_centres, octave_centres
from rt_timbre.transforms.stft import DCT, STFT
from tests import signals

RATE, HOP = 48000, 128
TRANSFORMS = {
    "nsgt-erb": NSGT(erb_centres(30.0, 11000.0, 300), 22050, 65536, 1024),
    "nsgt-mel": NSGT(mel_centres(30.0, 11000.0, 400), 22050, 65536, 1024),
    "nsgt-octave": NSGT(octave_centres(30.0, 11000.0, 48), 22050, 65536, 1024),
    "stft": STFT(22050, "hamming", 882, 220),
    "dct": DCT(22050, "hamming", 882, 220),
}
CASES = [(kind, name) for kind in TRANSFORMS for name in names_for(TRANSFORMS[kind].declaration(kind))]


def frame_of(kind, f0=440.0):
    transform = TRANSFORMS[kind]
    samples = 65536 if kind.startswith("nsgt") else 22050
    sound, harmonics = signals.tone(f0, 22050, samples, top=0.3)
    frames = transform.magnitudes(sound)
    return frames[len(frames) // 2], harmonics, sound.std()


def run(method, frame, calls, scale=1.0, pitch=0.0, voices=1):
    frames = np.repeat(frame[None], voices, axis=0)
    out = np.zeros((calls, voices, HOP), np.float32)
    for row in out:
        method.process(frames, np.full(voices, scale), np.full(voices, pitch), np.ones(voices, np.int8), row)
    return np.concatenate(list(out), axis=1)


def made(kind, name, voices=1):
    return make(name, TRANSFORMS[kind].declaration(kind), rate=RATE, voices=voices, hop=HOP, seed=1)


@pytest.mark.parametrize(("kind", "name"), CASES)
@pytest.mark.parametrize("scale", [1.0, 0.75])
def test_every_method_plays_a_tone(kind, name, scale):
    frame, harmonics, level = frame_of(kind)
    method = made(kind, name)
    method.warm()
    settled = (method.latency + RATE // 4) // HOP
    sound = run(method, frame, settled + RATE // HOP, scale)[0, settled * HOP :].astype(float)
    # The modulus of a cosine transform has lost its signs: nothing is promised of how it sounds but its level.
    if kind != "dct":
        assert np.abs(quality.cents_off(scale * harmonics[:8], sound, RATE)).max() < 3.0
        assert quality.amplitude_modulation(sound, RATE) < 2.0
        assert quality.spurious_level(scale * harmonics, sound, RATE) < -30.0
    assert 20.0 * np.log10(sound.std() / level) == pytest.approx(0.0, abs=1.0 if kind != "dct" else 3.0)


@pytest.mark.parametrize(("kind", "name"), CASES)
def test_a_change_is_heard_after_the_latency(kind, name):
    frame, _, _ = frame_of(kind)
    method = made(kind, name)
    calls = (2 * method.latency + RATE // 10) // HOP
    sound = np.concatenate((run(method, frame, calls), run(method, 0.5 * frame, 2 * calls)), axis=1)[0]
    level = np.sqrt(np.convolve(sound**2, np.ones(256) / 256, "same"))
    half = np.flatnonzero(level > 0.75 * level[calls * HOP // 2 : calls * HOP].mean())[-1]
    assert abs(half - calls * HOP - method.latency) < 0.012 * RATE


def test_the_list_of_methods_is_the_documented_one():
    assert set(NAMES) == {name for _, name in CASES}
    assert default(TRANSFORMS["stft"].declaration("stft")) == "rtpghi-0"
    assert {default(TRANSFORMS[kind].declaration(kind)) for kind in TRANSFORMS if kind != "stft"} == {"bank"}


def test_methods_that_cannot_are_refused():
    with pytest.raises(ControlError, match="frames of kind nsgt-erb cannot be played by 'vocoder'; they can by bank"):
        made("nsgt-erb", "vocoder")
    with pytest.raises(ControlError, match="frames of kind dct cannot be played by 'pghi'"):
        made("dct", "pghi")


@pytest.mark.parametrize("kind", TRANSFORMS)
def test_switching_between_all_methods_does_not_click(kind):
    frame, _, level = frame_of(kind, 220.0)
    declaration = TRANSFORMS[kind].declaration(kind)
    names = names_for(declaration)
    stage = PhaseStage(declaration, rate=RATE, voices=2, hop=HOP, seed=1)
    stage.prepare(names)
    sound = run(stage, frame, RATE // HOP, voices=2)[0]
    for name in (*names[1:], *names[::-1]):
        before = sound[-RATE // 2 :]
        stage.choose(name)
        assert stage.name == name
        assert stage.latency == made(kind, name).latency
        sound = run(stage, frame, (stage.latency + RATE + RATE // 4) // HOP, voices=2)[0]
        settled = stage.latency + RATE // 20
        fade, after = sound[:settled], sound[settled:]
        steepest = max(np.abs(np.diff(before)).max(), np.abs(np.diff(after)).max())
        joined = np.concatenate((before[-1:], fade))
        assert np.abs(np.diff(joined)).max() <= 1.5 * steepest
        # Never silent, never twice as loud: the fade keeps the power.
        loudness = np.sqrt(np.convolve(fade**2, np.ones(2048) / 2048, "valid"))
        assert loudness.min() > 0.4 * level
        assert loudness.max() < 2.0 * level


def test_a_choice_during_a_fade_waits_for_its_end():
    frame, _, _ = frame_of("stft")
    stage = PhaseStage(TRANSFORMS["stft"].declaration("stft"), "bank", rate=RATE, voices=1, hop=HOP, seed=1)
    stage.prepare(["spsi", "rtpghi-0"])
    run(stage, frame, 100)
    stage.choose("spsi")
    run(stage, frame, 3)
    stage.choose("rtpghi-0")
    stage.choose("bank")
    sound = run(stage, frame, 600)[0]
    assert stage.name == "bank"
    alone = PhaseStage(TRANSFORMS["stft"].declaration("stft"), "bank", rate=RATE, voices=1, hop=HOP, seed=1)
    expected = run(alone, frame, 600)[0]
    assert sound[-RATE // 4 :].std() == pytest.approx(expected[-RATE // 4 :].std(), rel=0.02)
    assert np.abs(np.diff(sound)).max() <= 1.5 * np.abs(np.diff(expected[RATE // 4 :])).max()
