"""Paths rendered: as by hand, at their level and pitch, by every quality."""

import numpy as np
import pytest
import scipy.signal

from rt_timbre.audiofile import read_audio
from rt_timbre.engine import Engine
from rt_timbre.errors import ControlError, PathError
from rt_timbre.loudness import REFERENCE_RMS, a_weighting
from rt_timbre.osc import Message
from rt_timbre.paths.latent_path import LatentPath
from rt_timbre.paths.path_file import write_path
from rt_timbre.phase import OFFLINE_NAMES, QUALITIES
from rt_timbre.phase.methods import default, make, names_for, of_quality
from rt_timbre.presets.preset import SpaceKey
from rt_timbre.render import RATE, render_path
from rt_timbre.table import Table
from tests.test_cli import one_line, run
from tests.test_phase_stage import HOP, TRANSFORMS
from tests.tiny_space import tiny_space

SPACE = tiny_space()
DARK, BRIGHT = (SPACE.anchor(name).latent for name in ("Dark", "Bright"))
RELEASE = 0.3


def path(seconds=1.0, count=50, pitches=(60.0, 60.0), gains=None, **changes):
    share = np.linspace(0.0, 1.0, count)[:, None]
    values = {
        "times": np.linspace(0.0, seconds, count),
        "latents": (1.0 - share) * DARK + share * BRIGHT,
        "pitches": None if pitches is None else np.linspace(*pitches, count),
        "gains": None if gains is None else np.linspace(*gains, count),
    }
    return LatentPath(**(values | changes))


def by_hand(walked, note):
    """What the path sounds like when its points are sent as messages, hop by hop."""
    engine = Engine(SPACE, rate=RATE, voices=1)
    table = Table(engine.limits)
    engine.warm()

    def send(address, *arguments):
        for command in table.commands(Message(address=address, arguments=arguments)):
            engine.apply(command)

    send("/voice/1/glide", 0.0)
    hops = round(walked.duration * RATE) // engine.hop
    latents, pitches, gains = walked.at((np.arange(hops) + 1) * engine.hop / RATE)
    out = np.zeros((hops * engine.hop, 2), np.float32)
    for hop in range(hops):
        send("/voice/1/latent", *latents[hop].tolist())
        if pitches is not None:
            send("/voice/1/pitch", float(pitches[hop]))
        if gains is not None:
            send("/voice/1/gain", 20.0 * float(np.log10(gains[hop])))
        if hop == 0:
            send("/voice/1/note", note, 1.0)
        engine.process(out[hop * engine.hop : (hop + 1) * engine.hop])
    return out[engine.latency - engine.phase.latency :]


@pytest.mark.parametrize(
    "walked",
    [path(), path(pitches=(60.0, 62.0)), path(gains=(1.0, 0.25)), path(pitches=None)],
    ids=["still", "pitch", "gain", "bare"],
)
def test_a_path_sounds_as_if_its_points_were_sent(walked):
    rendered, sent = render_path(SPACE, walked), by_hand(walked, 60.0)
    spectra = [np.abs(scipy.signal.stft(sound[: len(sent), 0], RATE, nperseg=2048)[2]) for sound in (rendered, sent)]
    difference = np.linalg.norm(spectra[0] - spectra[1]) / np.linalg.norm(spectra[1])
    assert difference < 0.05
    if walked.pitches is not None and walked.gains is None and np.ptp(walked.pitches) == 0.0:
        assert difference < 0.005


def weighted(sound):
    spectrum = np.fft.rfft(sound) * a_weighting(np.fft.rfftfreq(sound.size, 1.0 / RATE))
    return np.fft.irfft(spectrum).std()


@pytest.mark.parametrize("quality", QUALITIES)
def test_every_quality_keeps_duration_level_and_pitch(quality):
    method = of_quality(quality, SPACE.transform)
    sound = render_path(SPACE, path(2.0, pitches=(57.3, 57.3)), phase=method)
    assert 2.0 < len(sound) / RATE < 2.0 + RELEASE + 0.1
    assert not sound[-1].any()
    assert np.abs(sound[: RATE // 20]).max() > 0.05  # it begins when the path does
    steady = sound[RATE // 4 : 2 * RATE - RATE // 4]
    for channel in steady.T:
        assert 20.0 * np.log10(weighted(channel.astype(float)) / REFERENCE_RMS) == pytest.approx(0.0, abs=0.5)
    assert np.abs(cents_off(sound, lambda seconds: np.full_like(seconds, 57.3), 2.0)).max() < 5.0


def cents_off(sound, pitch, duration, harmonic=1):
    """Distance of a harmonic from the pitch (MIDI, by seconds), by its phase once it has been brought down to 0 Hz."""
    seconds = np.arange(len(sound)) / RATE
    hertz = 440.0 * 2.0 ** ((pitch(seconds) - 69.0) / 12.0)
    turned = sound.mean(axis=1) * np.exp(-2j * np.pi * harmonic * np.cumsum(hertz) / RATE)
    low = scipy.signal.decimate(scipy.signal.decimate(turned, 10, ftype="fir"), 10, ftype="fir")
    low = np.convolve(low, scipy.signal.firwin(97, 15.0, fs=RATE / 100), "same")
    off = np.diff(np.unwrap(np.angle(low))) * RATE / 100 / (2.0 * np.pi)
    at = np.arange(off.size) * 100 / RATE
    inside = (at > 0.2) & (at < duration - 0.2)
    return 1200.0 * np.log2(1.0 + off / (harmonic * np.interp(at, seconds, hertz)))[inside]


@pytest.mark.parametrize(("quality", "worst"), [("live", 5.0), ("offline", 10.0)])
def test_the_pitch_of_the_path_is_heard_without_a_gap_at_the_semitones(quality, worst):
    sound = render_path(SPACE, path(3.0, pitches=(60.0, 63.0)), phase=of_quality(quality, SPACE.transform))
    off = cents_off(sound, lambda seconds: np.interp(seconds, [0.0, 3.0], [60.0, 63.0]), 3.0)
    assert np.median(np.abs(off)) < 1.0
    assert np.percentile(np.abs(off), 95) < 5.0
    assert np.abs(off).max() < worst
    parts = sound[RATE // 4 : 3 * RATE - RATE // 4, 0].reshape(-1, RATE // 20)
    levels = 20.0 * np.log10([weighted(part.astype(float)) for part in parts])
    assert np.ptp(levels) < 1.5


@pytest.mark.parametrize(
    ("own", "asked", "heard"), [(None, None, 60.0), (None, 64.5, 64.5), ((62.0, 66.0), 55.0, 55.0)]
)
def test_the_pitch_asked_for_goes_before_the_paths_own(own, asked, heard):
    sound = render_path(SPACE, path(pitches=own), pitch=asked)
    assert np.abs(cents_off(sound, lambda seconds: np.full_like(seconds, heard), 1.0)).max() < 5.0


def test_gains_are_levels():
    loud, quiet = (render_path(SPACE, path(gains=(gain, gain)))[RATE // 4 : RATE] for gain in (1.0, 0.5))
    assert 20.0 * np.log10(loud.std() / quiet.std()) == pytest.approx(6.02, abs=0.05)
    fading = render_path(SPACE, path(2.0, gains=(1.0, 0.0)))
    levels = [fading[start : start + RATE // 10].std() for start in range(0, 2 * RATE - RATE // 10, RATE // 4)]
    assert np.all(np.diff(levels) < 0.0)


def test_the_same_path_gives_the_same_bits_and_a_rate_of_its_own():
    walked = path(0.3)
    np.testing.assert_array_equal(render_path(SPACE, walked, seed=3), render_path(SPACE, walked, seed=3))
    slow = render_path(SPACE, walked, rate=22050)
    assert 0.3 < len(slow) / 22050 < 0.3 + RELEASE + 0.1


def test_a_path_of_one_point_is_but_a_release():
    sound = render_path(SPACE, LatentPath(times=np.zeros(1), latents=DARK[None]))
    assert len(sound) / RATE < RELEASE + 0.1


def test_what_cannot_be_rendered_is_refused():
    with pytest.raises(PathError, match=r"the path has 2 dimensions; the space has 3"):
        render_path(SPACE, path(latents=np.zeros((50, 2))))
    with pytest.raises(PathError, match=r"the path lasts 4000 s; at most 3600 s"):
        render_path(SPACE, path(4000.0))
    with pytest.raises(PathError, match=r"the path lasts 700 s; at most 600 s"):
        render_path(SPACE, path(700.0), phase="fast-griffin-lim")
    stft = tiny_space(TRANSFORMS["stft"].declaration("stft"))
    with pytest.raises(ControlError, match="cannot be played by 'pghi'"):
        render_path(stft, path(), phase="pghi")


@pytest.mark.parametrize("kind", list(TRANSFORMS))
def test_qualities_are_methods_that_can_play_the_frames(kind):
    transform = TRANSFORMS[kind].declaration(kind)
    live, delayed, offline = (of_quality(quality, transform) for quality in QUALITIES)
    assert live == default(transform)
    assert delayed in names_for(transform)
    lags = [make(name, transform, rate=RATE, voices=1, hop=HOP, seed=0).latency for name in (live, delayed)]
    assert lags[1] > lags[0]
    assert offline in OFFLINE_NAMES


@pytest.fixture(scope="module")
def files(tmp_path_factory, tiny_file):
    """Files of a path: as it should be, and otherwise."""
    folder = tmp_path_factory.mktemp("paths")
    write_path(folder / "good.path.json", path(0.5))
    write_path(folder / "elsewhere.path.json", path(0.5, space=SpaceKey(name="other", sha256="0" * 64)))
    write_path(folder / "flat.path.json", path(0.5, latents=np.zeros((50, 2))))
    text = (folder / "good.path.json").read_text()
    (folder / "nan.path.json").write_text(text.replace("\n[0,60,", "\n[0,NaN,", 1))
    assert "NaN" in (folder / "nan.path.json").read_text()
    (folder / "score.control").write_text("0 /voice/1/note 60.0 1.0\n0.2 /ping\n")
    return folder


def render(files, tiny_file, name, *options, out="out.wav"):
    return run("render", files / name, "--space", tiny_file, "-o", files / out, *options)


def test_the_command_renders_a_path(files, tiny_file):
    result = render(files, tiny_file, "good.path.json", "--quality", "live", "--pitch", "64.5")
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""
    sound, rate = read_audio(files / "out.wav")
    assert rate == RATE
    np.testing.assert_array_equal(sound, render_path(SPACE, path(0.5), pitch=64.5))


def test_a_path_of_another_space_is_said_to_be_one(files, tiny_file):
    result = render(files, tiny_file, "elsewhere.path.json")
    assert result.returncode == 0
    assert len(result.stderr.splitlines()) == 1
    assert "made in another space, other" in result.stderr


@pytest.mark.parametrize(
    ("name", "options", "parts"),
    [
        ("nan.path.json", (), ("nan.path.json",)),
        ("flat.path.json", (), ("flat.path.json", "2")),
        ("none.path.json", (), ("none.path.json", "No such file")),
        ("score.control", ("--pitch", "60"), ("score.control", "--pitch")),
        ("score.control", ("--video", "a.gif"), ("score.control", "--video")),
    ],
)
def test_what_the_command_refuses_is_one_line(files, tiny_file, name, options, parts):
    one_line(render(files, tiny_file, name, *options), *parts)


def test_a_sound_file_that_cannot_be_is_refused_before_anything_is_rendered(files, tiny_file):
    one_line(render(files, tiny_file, "good.path.json", out="out.mp3"), "out.mp3", ".wav or .flac")
    one_line(render(files, tiny_file, "good.path.json", out="none/out.wav"), "none/out.wav", "No such file")


def test_a_method_and_a_quality_exclude_each_other(files, tiny_file):
    result = render(files, tiny_file, "good.path.json", "--quality", "live", "--phase", "bank")
    assert result.returncode == 2
    assert "not allowed with argument" in result.stderr
