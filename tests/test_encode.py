"""From sound to path and back: sounds whose pitch and loudness are known, and files that cannot be encoded."""

import os
import subprocess
import sys
import tracemalloc

import numpy as np
import pytest
import soundfile

from rt_timbre.audiofile import read_audio, write_audio
from rt_timbre.decoder import Encoder
from rt_timbre.encoding import recording_file
from rt_timbre.encoding.encode import POINTS_PER_SECOND, Encoding
from rt_timbre.encoding.pitch_tracking import track
from rt_timbre.encoding.recording_file import Excerpts, RecordingFile
from rt_timbre.errors import AudioFileError, EncodeError
from rt_timbre.loudness import REFERENCE_RMS, a_weighting, gain_envelope, normalise
from rt_timbre.paths.path_file import read_path
from rt_timbre.render import render_path
from rt_timbre.space import write_space
from rt_timbre.transforms import transform_of
from tests.linear_space import DIMENSION, linear_space
from tests.test_pitch_tracking import played
from tests.tiny_space import tiny_space

RATE = 44100


@pytest.fixture(scope="module")
def conditioned():
    return tiny_space()


@pytest.fixture(scope="module")
def unconditioned():
    return linear_space()


def saved(path, sound, rate=RATE):
    write_audio(path, np.asarray(sound, np.float32), rate)
    return RecordingFile(path)


def phrase(seconds=2.5, rate=RATE):
    """A glide with vibrato that swells and dies away; its pitch in MIDI and its amplitude."""
    time = np.arange(int(seconds * rate)) / rate
    midi = 55.0 + 5.0 * time / seconds + 0.3 * np.sin(2.0 * np.pi * 5.0 * time)
    amplitude = 0.05 + 0.95 * np.sin(np.pi * time / seconds) ** 2
    return played(midi, rate) * amplitude, midi, amplitude


def noise(samples, seed=1):
    return np.random.default_rng(seed).uniform(-0.3, 0.3, samples).astype(np.float32)


def correlation(first, second):
    return np.corrcoef(first, second)[0, 1]


def test_pitch_and_loudness_are_those_of_the_sound(tmp_path, conditioned):
    sound, midi, amplitude = phrase()
    path = Encoding(saved(tmp_path / "a.wav", sound), conditioned).path()
    assert path.pitches is not None
    assert path.gains is not None
    assert 100 <= 1.0 / np.diff(path.times).max() <= POINTS_PER_SECOND
    assert path.duration == pytest.approx(2.5, abs=0.01)
    at = np.minimum(np.rint(path.times * RATE).astype(int), midi.size - 1)
    inside = (path.times > 0.2) & (path.times < 2.3)
    assert np.median(np.abs(100.0 * (path.pitches - midi[at])[inside])) < 6.0
    assert correlation(path.pitches[inside], midi[at][inside]) > 0.995
    assert correlation(path.gains[inside], amplitude[at][inside]) > 0.99
    # Dark harmonics at 1 / n: the level is that of the partials, weighted.
    middle = np.argmin(np.abs(path.times - 1.25))
    hertz = 440.0 * 2.0 ** ((57.5 - 69.0) / 12.0) * np.arange(1, 9)
    level = np.sqrt(0.5 * np.sum(np.square(0.2 / np.arange(1, 9) * a_weighting(hertz)))) / REFERENCE_RMS
    assert path.gains[middle] == pytest.approx(level, rel=0.1)


def test_the_sound_of_a_path_has_the_contours_of_the_sound_it_was_made_from(tmp_path, conditioned):
    sound, _, _ = phrase(1.5)
    encoding = Encoding(saved(tmp_path / "a.wav", sound), conditioned)
    again = render_path(conditioned, encoding.path(), rate=RATE)[:, 0]
    again = np.pad(again, (0, max(0, sound.size - again.size)))[: sound.size]
    pitches = [track([heard], RATE).pitches[8:-12] for heard in (sound, again)]
    gains = [gain_envelope(heard, RATE, 441, 150) for heard in (sound, again)]
    assert correlation(*pitches) > 0.99
    assert np.median(np.abs(pitches[1] - pitches[0])) < 0.05
    assert correlation(*gains) > 0.99
    assert np.median(gains[1] / gains[0]) == pytest.approx(1.0, abs=0.15)


def test_the_points_are_those_of_the_sounds_frames(tmp_path, conditioned):
    transform = transform_of(conditioned.transform)
    sound = np.zeros(transform.length, np.float32)
    sound[8000:52000] = played(np.full(44000, 62.0), RATE) * np.hanning(44000)
    path = Encoding(saved(tmp_path / "a.wav", sound), conditioned).path()
    columns = np.rint(path.times * RATE / transform.hop).astype(int)
    frames = normalise(transform.magnitudes(sound)[columns], conditioned.transform)[0]
    inside = (path.times > 0.3) & (path.times < 1.1)
    expected, _ = Encoder(conditioned).encode(frames[inside], np.full(inside.sum(), 62.0))
    expected = np.clip(expected, conditioned.latent_low, conditioned.latent_high)
    np.testing.assert_allclose(path.latents[inside], expected, atol=0.01)


def test_a_space_without_pitch_takes_the_frames_as_they_are(tmp_path, unconditioned):
    sound = noise(12000)
    path = Encoding(saved(tmp_path / "a.wav", sound, 8000), unconditioned).path()
    frames = transform_of(unconditioned.transform).magnitudes(sound)[: len(path)]
    gains = gain_envelope(sound, 8000, 64, len(path))
    unit = frames[np.argmax(gains)].max()
    expected, _ = Encoder(unconditioned).encode(frames / unit, np.zeros(len(path)))
    expected = np.clip(expected, unconditioned.latent_low, unconditioned.latent_high)
    np.testing.assert_allclose(np.diff(path.times), 64 / 8000)
    np.testing.assert_array_equal(path.pitches, unconditioned.reference_pitch)
    inside = gains > 0.1 * gains.max()
    np.testing.assert_allclose(path.latents[inside], expected[inside], atol=1e-3)
    assert path.gains[inside].mean() == pytest.approx(unit, rel=0.3)


@pytest.mark.parametrize("block", [999, 1 << 20])
def test_the_size_of_blocks_makes_no_difference(tmp_path, monkeypatch, conditioned, unconditioned, block):
    sound, _, _ = phrase(1.2)
    recording = saved(tmp_path / "a.wav", sound[::2].copy(), 22050)
    paths = [Encoding(recording, space).path() for space in (conditioned, unconditioned)]
    monkeypatch.setattr(recording_file, "BLOCK", block)
    for space, before in zip((conditioned, unconditioned), paths, strict=True):
        path = Encoding(recording, space).path()
        np.testing.assert_array_equal(path.latents, before.latents)
        np.testing.assert_array_equal(path.pitches, before.pitches)
        np.testing.assert_array_equal(path.gains, before.gains)


def test_where_a_sound_is_cut_is_not_heard(tmp_path, conditioned):
    sound, _, _ = phrase()
    recording = saved(tmp_path / "a.wav", sound)
    encodings = [Encoding(recording, conditioned) for _ in range(2)]
    encodings[1]._per_part //= 3
    first, second = (encoding.path() for encoding in encodings)
    loud = first.gains > 0.1 * first.gains.max()
    assert np.abs(first.latents - second.latents)[loud].max() < 0.03


def test_excerpts_are_those_of_the_whole(tmp_path):
    sound = noise(5000)
    for starts, length in (([-500, -100, 0, 10, 900, 4000, 4900, 6000], 700), ([3000, 3001], 10), ([100], 6000)):
        excerpts = Excerpts(iter(np.split(sound, [1, 7, 500, 500, 2600])))
        for start in starts:
            padded = np.concatenate([np.zeros(500), sound, np.zeros(9000)])
            np.testing.assert_array_equal(
                excerpts.take(start, start + length), padded[start + 500 : start + 500 + length]
            )


def test_silence_keeps_the_point(tmp_path, unconditioned):
    tones = [0.3 * np.sin(2.0 * np.pi * f * np.arange(8000) / 8000) for f in (500.0, 1500.0)]
    silent = np.zeros(40000)  # longer than what is analysed at a time
    sound = np.concatenate([silent, tones[0], silent, tones[1], silent])
    path = Encoding(saved(tmp_path / "a.wav", sound, 8000), unconditioned).path()
    first, second = path.latents[path.times < 4.9], path.latents[(path.times > 6.2) & (path.times < 10.9)]
    assert (first == first[0]).all()
    assert (second == second[0]).all()
    sounding = path.latents[(path.times > 5.3) & (path.times < 5.7)]
    np.testing.assert_allclose(sounding, np.broadcast_to(sounding[0], sounding.shape), atol=0.02)
    assert np.abs(path.latents[path.times > 12.2] - sounding[0]).max() > 0.2
    np.testing.assert_allclose(path.gains[(path.times > 6.2) & (path.times < 10.9)], 0.0, atol=1e-4)
    assert path.latents.shape == (path.times.size, DIMENSION)


@pytest.mark.parametrize(("midi", "nearest"), [(29.0, 36.0), (101.0, 96.0)])
def test_pitches_beyond_the_space_are_kept(tmp_path, conditioned, midi, nearest):
    path = Encoding(saved(tmp_path / "a.wav", played(np.full(RATE, midi), RATE)), conditioned).path()
    inside = (path.times > 0.2) & (path.times < 0.8)
    np.testing.assert_allclose(path.pitches[inside], midi, atol=0.05)
    at_the_end = Encoding(saved(tmp_path / "b.wav", played(np.full(RATE, nearest), RATE)), conditioned).path()
    np.testing.assert_allclose(path.latents[inside], at_the_end.latents[inside], atol=0.05)


def test_the_loudest_channel_at_any_rate_and_depth_is_encoded(tmp_path, conditioned):
    expected = Encoding(saved(tmp_path / "a.wav", phrase()[0]), conditioned).path()
    for rate, subtype in ((96000, "PCM_24"), (22050, "PCM_16"), (44100, "PCM_U8")):
        sound, _, _ = phrase(rate=rate)
        stereo = np.stack([0.1 * noise(sound.size), sound], axis=1)
        soundfile.write(tmp_path / "b.wav", stereo, rate, subtype=subtype)
        path = Encoding(RecordingFile(tmp_path / "b.wav"), conditioned).path()
        count = min(len(path), len(expected))
        inside = (expected.times[:count] > 0.3) & (expected.times[:count] < 2.2)
        assert np.abs(path.pitches[:count] - expected.pitches[:count])[inside].max() < 0.1
        np.testing.assert_allclose(path.gains[:count][inside], expected.gains[:count][inside], rtol=0.05, atol=0.02)


def test_a_sound_without_pitch_is_said_to_have_none(tmp_path, conditioned):
    click = np.zeros(2000, np.float32)
    click[1000:1010] = 0.5
    encoding = Encoding(saved(tmp_path / "a.wav", click), conditioned)
    assert not encoding.pitched
    np.testing.assert_array_equal(encoding.path().pitches, conditioned.reference_pitch)


def test_one_sample_is_a_path_of_one_point(tmp_path, unconditioned):
    path = Encoding(saved(tmp_path / "a.wav", [0.5], 8000), unconditioned).path()
    assert len(path) == 1
    assert path.duration == 0.0


def test_a_long_recording_has_as_many_points_as_a_path_may(tmp_path, monkeypatch, unconditioned):
    recording = saved(tmp_path / "a.wav", noise(80_000), 8000)
    for name, most, expected in (("MOST_POINTS", 500, 417), ("MOST_BYTES", 15 * 6 * 200, 179)):
        with monkeypatch.context() as patch:
            patch.setattr(f"rt_timbre.encoding.encode.{name}", most)
            path = Encoding(recording, unconditioned).path()
        assert len(path) == expected
        assert path.duration > 9.9


def test_an_hour_takes_little_memory(tmp_path, unconditioned):
    """Of 8 bits at 8 kHz; as float32 it would have 115 MB."""
    hum = np.round(127.0 + 100.0 * np.sin(2.0 * np.pi * 440.0 * np.arange(8000) / 8000)).astype(np.uint8)
    with soundfile.SoundFile(tmp_path / "hour.wav", "w", 8000, 1, "PCM_U8") as file:
        for second in range(3600):
            file.write(((hum.astype(np.int16) - 127) << 8) // (1 + second % 3))
    told = []
    list(Encoding(saved(tmp_path / "short.wav", noise(70_000), 8000), unconditioned).points())  # compiles
    tracemalloc.start()
    try:
        encoding = Encoding(
            RecordingFile(tmp_path / "hour.wav"), unconditioned, lambda what, done, total: told.append((what, done))
        )
        points = 0
        for part in encoding.points():
            points += part.times.size
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert points == 3600 * 8000 / 64
    assert most < 60e6
    for what in ("loudness", "timbre"):
        seconds = [done for name, done in told if name == what]
        assert seconds == sorted(seconds)
        assert seconds[-1] == 3600.0
        assert len(seconds) > 300


@pytest.mark.parametrize(
    ("sound", "error", "message"),
    [
        (np.zeros(8000), EncodeError, r"a\.wav is silent"),
        (np.full(8000, 1e-6), EncodeError, r"a\.wav is silent"),
        (np.array([0.0, np.nan]), AudioFileError, "not finite: 1"),
        (np.zeros(0), AudioFileError, "no samples"),
    ],
)
def test_sounds_that_cannot_be_encoded(tmp_path, unconditioned, sound, error, message):
    with pytest.raises(error, match=message):
        Encoding(saved(tmp_path / "a.wav", sound, 8000), unconditioned)


def test_a_flaw_at_the_end_is_told_at_the_beginning(tmp_path):
    sound = noise(300_000)
    sound[-1] = np.inf
    with pytest.raises(AudioFileError, match="not finite"):
        saved(tmp_path / "a.wav", sound)
    write_audio(tmp_path / "b.flac", noise(300_000), RATE)
    whole = (tmp_path / "b.flac").read_bytes()
    (tmp_path / "b.flac").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(AudioFileError, match=r"b\.flac"):
        RecordingFile(tmp_path / "b.flac")


def run(*arguments, folder, **environment):
    command = [sys.executable, "-m", "rt_timbre", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, cwd=folder, timeout=120, env=os.environ | environment
    )


def last_line(result):
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    return result.stderr.splitlines()[-1]


@pytest.fixture(scope="module")
def linear_file(tmp_path_factory, unconditioned):
    path = tmp_path_factory.mktemp("spaces") / "linear.timbre"
    write_space(unconditioned, path)
    return path


def test_the_commands_write_a_path_and_a_sound(tmp_path, linear_file):
    saved(tmp_path / "cat.wav", noise(8000), 8000)
    made = run("encode", "cat.wav", "--space", linear_file, folder=tmp_path)
    assert made.returncode == 0, made.stderr
    assert made.stdout.startswith("cat.path.json: 125 points, 0.99 s")
    assert "timbre: 1 of 1 s" in made.stderr
    path = read_path(tmp_path / "cat.path.json", DIMENSION)
    assert len(path) == 125
    assert path.space.name == "linear"
    made = run("transfer", "cat.wav", "--space", linear_file, "-o", "out.wav", folder=tmp_path)
    assert made.returncode == 0, made.stderr
    sound, rate = read_audio(tmp_path / "out.wav")
    assert 1.0 <= sound.shape[0] / rate < 2.0
    assert np.abs(sound).max() > 0.01


def test_what_cannot_be_is_one_line_and_leaves_no_file(tmp_path, linear_file):
    saved(tmp_path / "silent.wav", np.zeros(100), 8000)
    (tmp_path / "text.wav").write_text("no sound")
    for command in (["encode"], ["transfer", "-o", "out.wav"]):
        for name, said in (("silent.wav", "is silent"), ("text.wav", "cannot be read"), ("none.wav", "No such file")):
            result = run(*command, name, "--space", linear_file, folder=tmp_path)
            assert said in last_line(result)
    assert "out.mp3" in last_line(run("transfer", "silent.wav", "-o", "out.mp3", folder=tmp_path))
    assert ".path.json" in last_line(run("encode", "silent.wav", "-o", "a/b.json", folder=tmp_path))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["silent.wav", "text.wav"]


def test_what_cannot_be_rendered_at_once_is_told_before_it_is_encoded(tmp_path, linear_file):
    with soundfile.SoundFile(tmp_path / "hour.wav", "w", 8000, 1, "PCM_U8") as file:
        for _ in range(601):
            file.write(noise(8000))
    result = run("transfer", "hour.wav", "--space", linear_file, "-o", "o.wav", "--quality", "offline", folder=tmp_path)
    assert "at most 600 s can be rendered" in last_line(result)
    assert "loudness" not in result.stderr


def test_without_librosa_it_is_said_what_to_install(tmp_path, tiny_file, linear_file):
    (tmp_path / "gone").mkdir()
    (tmp_path / "gone" / "librosa.py").write_text("raise ImportError('not here')")
    saved(tmp_path / "a.wav", noise(8000), 8000)
    path = os.pathsep.join([str(tmp_path / "gone"), os.environ.get("PYTHONPATH", "")])
    result = run("encode", "a.wav", "--space", tiny_file, folder=tmp_path, PYTHONPATH=path)
    assert "pip install 'rt-timbre[encode]'" in last_line(result)
    assert not list(tmp_path.glob("*.json"))
    # A space that knows no pitch needs none.
    result = run("encode", "a.wav", "--space", linear_file, folder=tmp_path, PYTHONPATH=path)
    assert result.returncode == 0, result.stderr
