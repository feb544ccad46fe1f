"""Pictures and films of paths: they open, they show something, and what cannot be made is one line."""

import json
import subprocess
import sys
from itertools import pairwise

import numpy as np
import pytest
from PIL import Image, ImageSequence

from rt_timbre.decoder import FrameDecoder
from rt_timbre.descriptors.describer import NAMES, Describer
from rt_timbre.errors import PathError, PictureError
from rt_timbre.paths.latent_path import LatentPath
from rt_timbre.pictures.curves import curves
from rt_timbre.pictures.drawing import spectrogram
from rt_timbre.pictures.film import KINDS, film_writer
from rt_timbre.pictures.paths import apart, path_figure
from rt_timbre.pictures.videos import path_video
from rt_timbre.render import RATE
from tests.linear_space import linear_space
from tests.tiny_space import tiny_space

SPACE = tiny_space()
DARK, BRIGHT = (SPACE.anchor(name).latent for name in ("Dark", "Bright"))
PATH = LatentPath(
    times=np.array([0.0, 1.0, 2.0]),
    latents=np.stack([DARK, BRIGHT, DARK]),
    pitches=np.array([60.0, 60.0, 72.4]),
    gains=np.array([1.0, 1.0, 0.5]),
)


def tones(*frequencies, seconds=2.0):
    """One tone after another, in both channels."""
    time = np.arange(round(seconds * RATE)) / RATE
    steps = np.array(frequencies)[np.minimum((time / seconds * len(frequencies)).astype(int), len(frequencies) - 1)]
    return np.repeat((0.3 * np.sin(2.0 * np.pi * np.cumsum(steps) / RATE)).astype(np.float32)[:, None], 2, axis=1)


def pixels(file):
    with Image.open(file) as picture:
        return np.asarray(picture.convert("RGB")).astype(int)


def test_curves_are_the_paths_and_its_decoded_frames():
    found = curves(SPACE, PATH)
    half = len(found.seconds) // 4
    moment = found.seconds[half]
    (latent,), (pitch,), (gain,) = PATH.at(moment)
    np.testing.assert_allclose(
        found.components[half], SPACE.principal.axes @ (latent - SPACE.principal.mean), atol=1e-5
    )
    assert found.labels == SPACE.principal.labels
    assert found.pitches[half] == pitch
    assert found.levels[half] == pytest.approx(20.0 * np.log10(gain))
    frame = FrameDecoder(SPACE).decode(latent[None], np.full(1, round(pitch), np.float32))
    np.testing.assert_allclose(found.descriptors[half], Describer(SPACE.transform).describe(frame)[0], rtol=1e-5)
    # At the end the frequencies are those of 72.4, not of the semitone below, and it is 6 dB softer.
    frame, scale = FrameDecoder(SPACE).played(DARK[None], np.array([72.4]))
    as_decoded = dict(zip(NAMES, Describer(SPACE.transform).describe(frame)[0], strict=True))
    at_end = dict(zip(NAMES, found.descriptors[-1], strict=True))
    assert scale[0] == pytest.approx(2.0 ** (0.4 / 12.0))
    assert at_end["centroid"] == pytest.approx(as_decoded["centroid"] * scale[0], rel=1e-4)
    assert at_end["flatness"] == pytest.approx(as_decoded["flatness"], rel=1e-4)
    assert at_end["loudness"] == pytest.approx(as_decoded["loudness"] - 6.02, abs=0.01)


def test_curves_of_a_point_are_one_moment():
    found = curves(SPACE, LatentPath(times=np.zeros(1), latents=DARK[None], gains=np.zeros(1)))
    assert found.seconds.tolist() == [0.0]
    assert found.levels.tolist() == [pytest.approx(-120.0)]


@pytest.mark.parametrize("suffix", [".png", ".pdf", ".svg", ".jpg"])
def test_a_figure_is_written_in_the_format_of_its_name(tmp_path, suffix):
    file = tmp_path / f"figure{suffix}"
    path_figure(SPACE, PATH, tones(500.0), RATE, file, "A path")
    heads = {".png": b"\x89PNG", ".pdf": b"%PDF", ".svg": b"<?xml", ".jpg": b"\xff\xd8\xff"}
    assert file.read_bytes().startswith(heads[suffix])
    assert list(tmp_path.iterdir()) == [file]


def test_a_figure_shows_the_sound_and_the_path(tmp_path):
    other = LatentPath(times=PATH.times, latents=PATH.latents[::-1] * 0.5, pitches=PATH.pitches[::-1])
    pictures = []
    for name, path, sound in (("a", PATH, tones(500.0)), ("b", PATH, tones(2000.0)), ("c", other, tones(500.0))):
        path_figure(SPACE, path, sound, RATE, tmp_path / f"{name}.png", "A path")
        pictures.append(pixels(tmp_path / f"{name}.png"))
    first, other_sound, other_path = pictures
    height = first.shape[0]
    assert len(np.unique(first.reshape(-1, 3), axis=0)) > 200
    for other_picture, top, bottom in ((other_sound, 0, height // 3), (other_path, height // 3, height)):
        changed = np.abs(first - other_picture).sum(axis=(1, 2)) > 0
        assert changed[top:bottom].any()
    # Another sound changes the spectrogram alone.
    assert not np.abs(first - other_sound)[height // 2 :].any()


@pytest.mark.parametrize("space", [linear_space(axes=1), linear_space(axes=2, anchors=1)], ids=["1 axis", "2 axes"])
def test_spaces_with_few_axes_are_drawn(tmp_path, space):
    path = LatentPath(times=np.array([0.0, 1.0]), latents=np.stack([np.zeros(3), np.ones(3)]))
    path_figure(space, path, tones(300.0, seconds=1.0), RATE, tmp_path / "a.png", "")
    path_video(space, path, tones(300.0, seconds=0.3), RATE, tmp_path / "a.gif", "")
    assert pixels(tmp_path / "a.png").std() > 10.0
    assert pixels(tmp_path / "a.gif").std() > 10.0


def test_silence_is_drawn(tmp_path):
    silence = np.zeros((RATE // 4, 2), np.float32)
    path_figure(SPACE, PATH, silence, RATE, tmp_path / "a.png", "")
    path_video(SPACE, PATH, silence, RATE, tmp_path / "a.gif", "")
    assert pixels(tmp_path / "a.gif").std() > 10.0


def moving(pictures):
    """Which pictures differ from the one before, in the left half (the map) and in the right one (the spectrum)."""
    middle = pictures[0].shape[1] // 2
    differences = [np.abs(after - before).sum(axis=2) > 60 for before, after in pairwise(pictures)]
    return [[difference[:, part].sum() for difference in differences] for part in (slice(middle), slice(middle, None))]


def test_a_gif_moves_as_the_path_does(tmp_path):
    # The path stands still in the second half, the tone changes in its middle.
    path = LatentPath(times=np.array([0.0, 1.0]), latents=np.stack([DARK, BRIGHT]))
    path_video(SPACE, path, tones(500.0, 500.0, 500.0, 3000.0), RATE, tmp_path / "a.gif", "A path")
    with Image.open(tmp_path / "a.gif") as film:
        assert film.info["duration"] == 100
        pictures = [np.asarray(picture.convert("RGB")).astype(int) for picture in ImageSequence.Iterator(film)]
    assert len(pictures) == 20
    point, spectrum = moving(pictures)
    assert min(point[:9]) > 50
    assert max(spectrum[13:16]) > 10 * max(spectrum[4:9])


def probe(file):
    command = ["ffprobe", "-v", "error", "-show_format", "-show_streams", "-of", "json", str(file)]
    return json.loads(subprocess.run(command, capture_output=True, check=True, timeout=60).stdout)


def test_an_mp4_has_picture_and_sound(tmp_path):
    path_video(SPACE, PATH, tones(500.0, 3000.0), RATE, tmp_path / "a.mp4", "A path")
    assert [file.name for file in tmp_path.iterdir()] == ["a.mp4"]
    found = probe(tmp_path / "a.mp4")
    assert float(found["format"]["duration"]) == pytest.approx(2.0, abs=0.1)
    streams = {stream["codec_type"]: stream for stream in found["streams"]}
    assert streams["video"]["nb_frames"] == "50"
    assert streams["audio"]["channels"] == 2
    command = ["ffmpeg", "-v", "error", "-i", tmp_path / "a.mp4", "-r", "10", tmp_path / "%02d.png"]
    subprocess.run(command, check=True, timeout=60)
    pictures = [pixels(tmp_path / f"{number:02}.png") for number in range(1, 20)]
    point, _ = moving(pictures)
    assert min(point) > 50


def test_an_existing_film_is_kept_when_the_new_one_fails(tmp_path, monkeypatch):
    film = tmp_path / "a.mp4"
    film.write_bytes(b"old")
    program = tmp_path / "bin" / "ffmpeg"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\necho 'Unknown encoder libx264' >&2\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    with pytest.raises(PictureError, match=r"a\.mp4 cannot be written: ffmpeg failed: Unknown encoder libx264"):
        path_video(SPACE, PATH, tones(500.0), RATE, film, "")
    assert film.read_bytes() == b"old"


def test_a_film_that_is_broken_off_leaves_nothing(tmp_path):
    def broken_off():
        kind = KINDS["mp4"]
        with film_writer(tmp_path / "a.mp4", kind, 5, tones(500.0, seconds=0.2), RATE) as write:
            write(np.zeros((kind.height, kind.width, 4), np.uint8))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert list(tmp_path.iterdir()) == []


def test_without_ffmpeg_an_mp4_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PictureError, match=r"a\.mp4 needs ffmpeg .*; a \.gif does not"):
        path_video(SPACE, PATH, tones(500.0, seconds=0.2), RATE, tmp_path / "a.mp4", "")


@pytest.mark.parametrize("module", ["matplotlib.figure", "PIL"])
def test_without_its_libraries_nothing_is_drawn(tmp_path, monkeypatch, module):
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(PictureError, match=r"pip install 'rt-timbre\[pictures\]'"):
        path_video(SPACE, PATH, tones(500.0, seconds=0.2), RATE, tmp_path / "a.gif", "")
    if module != "PIL":
        with pytest.raises(PictureError, match=r"pip install 'rt-timbre\[pictures\]'"):
            path_figure(SPACE, PATH, tones(500.0, seconds=0.2), RATE, tmp_path / "a.png", "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("a.xyz", r"a\.xyz must end in one of .*\.png"),
        ("a", r"a must end in one of"),
        ("none/a.png", r"none/a\.png cannot be written: No such file or directory"),
    ],
)
def test_a_picture_that_cannot_be_written_is_one_line(tmp_path, name, reason):
    with pytest.raises(PictureError, match=reason):
        path_figure(SPACE, PATH, tones(500.0, seconds=0.2), RATE, tmp_path / name, "")
    with pytest.raises(PictureError, match=reason):
        spectrogram(tones(500.0, seconds=0.2), RATE, tmp_path / name, "")


@pytest.mark.parametrize(
    ("name", "seconds", "reason"),
    [
        ("a.avi", 0.2, r"a\.avi must end in one of \.gif, \.mp4"),
        ("none/a.gif", 0.2, r"none/a\.gif cannot be written: No such file or directory"),
        ("none/a.mp4", 0.2, r"none/a\.mp4 cannot be written: .*No such file or directory"),
        ("a.gif", 61.0, r"a\.gif: a \.gif lasts at most 60 s; this is 61 s long"),
    ],
)
def test_a_film_that_cannot_be_written_is_one_line(tmp_path, name, seconds, reason):
    with pytest.raises(PictureError, match=reason):
        path_video(SPACE, PATH, np.zeros((round(seconds * RATE), 2), np.float32), RATE, tmp_path / name, "")
    assert list(tmp_path.iterdir()) == []


def test_a_path_of_another_size_is_refused(tmp_path):
    flat = LatentPath(times=np.zeros(1), latents=np.zeros((1, 2)))
    for draw, name in ((path_figure, "a.png"), (path_video, "a.gif")):
        with pytest.raises(PathError, match="the path has 2 dimensions"):
            draw(SPACE, flat, tones(500.0, seconds=0.2), RATE, tmp_path / name, "")


def test_names_on_a_map_do_not_cover_each_other():
    random = np.random.default_rng(1)
    names = [f"name {index}" for index in range(12)]
    places = np.concatenate([np.zeros((3, 2)), random.uniform(-1.0, 1.0, (9, 2))])
    moved = apart(places, names, 2.0)
    np.testing.assert_array_equal(moved[:, 0], places[:, 0])
    first, second = np.triu_indices(len(names), 1)
    near = np.abs(places[first, 0] - places[second, 0]) < 0.018 * 2.0 * 6.0
    heights = np.abs(moved[first, 1] - moved[second, 1])[near]
    assert heights.min() > 0.035 * 2.0 * 0.7
    np.testing.assert_array_equal(apart(places[4:6], names[:2], 0.01), places[4:6])
