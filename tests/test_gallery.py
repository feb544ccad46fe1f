"""The gallery: every sound can be heard in a browser, every command makes what it says, nothing else is touched."""

import dataclasses
import os
import re
import shlex
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest

from rt_timbre import cli
from rt_timbre.audiofile import read_audio
from rt_timbre.cli import main
from rt_timbre.errors import GalleryError
from rt_timbre.paths.path_file import read_path
from rt_timbre.phase import QUALITIES
from rt_timbre.phase.methods import of_quality
from rt_timbre.pictures.gallery import PAGE, items, make_gallery, pairs
from rt_timbre.pictures.gallery_page import page
from rt_timbre.space import Points, write_space
from rt_timbre.space_store import LoadedSpace, open_space
from tests.browser import chromium
from tests.test_cli import one_line, run
from tests.test_phase_stage import TRANSFORMS
from tests.tiny_space import tiny_space

ROOT = Path(__file__).parent.parent


def named(*names):
    """The tiny space with its anchors called otherwise, and only as many of them."""
    space = tiny_space()
    anchors = tuple(dataclasses.replace(anchor, name=name) for anchor, name in zip(space.anchors, names, strict=False))
    known = space.points.label < len(anchors)
    points = Points(
        latent=space.points.latent[known], pitch=space.points.pitch[known], label=space.points.label[known], paths={}
    )
    return dataclasses.replace(space, anchors=anchors, points=points)


@pytest.fixture(scope="module")
def space_file(tmp_path_factory):
    """A space of two anchors, one of whose names must be escaped."""
    file = tmp_path_factory.mktemp("space") / "two.timbre"
    write_space(named("Dark <1> & 'co'", "Öüß 2"), file)
    return file


@pytest.fixture(scope="module")
def gallery(tmp_path_factory, space_file):
    """A gallery and what the command said."""
    folder = tmp_path_factory.mktemp("galleries") / "new" / "gallery"
    result = run("gallery", "-o", folder, "--space", space_file)
    assert result.returncode == 0, result.stderr
    return folder, result


def test_the_command_tells_how_far_it_is(gallery):
    folder, result = gallery
    assert [line.split(":")[0] for line in result.stderr.splitlines()] == [f"{count} of 4" for count in range(1, 5)]
    assert result.stdout == f"{folder / PAGE}: 4 sounds; open it in a browser\n"


class Elements(HTMLParser):
    """The elements of a page, checked to be closed in their order."""

    def __init__(self, text):
        super().__init__()
        self.found, self.open, self.texts = [], [], []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))
        if tag not in ("meta", "img"):
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open[-1:] == ["code"]:
            self.texts.append(data)

    def all(self, tag):
        return [attributes for name, attributes in self.found if name == tag]


def test_the_page_has_every_file_and_there_are_no_others(gallery):
    folder, _ = gallery
    elements = Elements((folder / PAGE).read_text("utf-8"))
    sounds = [attributes["src"] for attributes in elements.all("audio")]
    pictures = [attributes["src"] for attributes in elements.all("img")]
    assert len(sounds) == len(pictures) == 4
    paths = [sound.replace(".flac", ".path.json") for sound in sounds]
    assert sorted(file.name for file in folder.iterdir()) == sorted([PAGE, *sounds, *pictures, *paths])
    assert sounds[0] == "01-dark-1-co-2-spherical.flac"
    assert all(attributes["alt"] for attributes in elements.all("img"))
    text = (folder / PAGE).read_text("utf-8")
    assert not re.search(r"https?:|//[a-z]", text.split("<style>")[0] + text.split("</style>")[1].split("<script>")[0])


def test_the_sounds_are_the_paths(gallery):
    folder, _ = gallery
    found = {}
    for file in sorted(folder.glob("*.path.json")):
        path = read_path(file)
        sound, rate = read_audio(folder / file.name.replace(".path.json", ".flac"))
        assert path.duration == 6.0
        assert 6.0 < len(sound) / rate < 6.5
        assert 0.02 < sound[rate : 5 * rate].std() < 0.5
        found[file.name.split(".")[0]] = path
    still, moving, wandering, both = found.values()
    assert np.ptp(still.pitches) == np.ptp(wandering.pitches) == 0.0
    assert np.ptp(moving.pitches) == np.ptp(both.pitches) == 7.0
    moments = np.linspace(0.0, 6.0, 50)
    detour = np.linalg.norm(wandering.at(moments)[0] - still.at(moments)[0], axis=1)
    assert detour[0] == pytest.approx(0.0, abs=1e-6)
    assert detour.max() > 0.05


def test_the_commands_make_the_files(gallery, tmp_path):
    folder, _ = gallery
    made, *commands = Elements((folder / PAGE).read_text("utf-8")).texts
    assert shlex.split(made)[:2] == ["rt-timbre", "gallery"]
    assert len(commands) == 4
    for line in commands[1].splitlines():
        program, *words = shlex.split(line)
        assert program == "rt-timbre"
        subprocess.run(
            [sys.executable, "-m", "rt_timbre", *words],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            check=True,
            timeout=120,
        )
    names = sorted(file.name for file in tmp_path.iterdir())
    assert [name.split(".", 1)[1] for name in names] == ["flac", "path.json", "png"]
    for name in names:
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes(), name


def test_a_browser_plays_and_shows_everything(gallery, tmp_path):
    folder, _ = gallery
    with chromium(tmp_path) as browser:
        browser.visit((folder / PAGE).as_uri())
        durations = browser.evaluate(
            """Promise.all([...document.querySelectorAll("audio")].map(audio => new Promise((done, fail) => {
              if (audio.readyState > 0) done(audio.duration);
              audio.onloadedmetadata = () => done(audio.duration);
              audio.onerror = () => fail(audio.error.message);
            })))"""
        )
        assert durations == [pytest.approx(6.3, abs=0.2)] * 4
        widths = browser.evaluate(
            """Promise.all([...document.images].map(image => { image.loading = "eager"; return image.decode(); }))
              .then(() => [...document.images].map(image => image.naturalWidth))"""
        )
        assert min(widths) > 1000
        ways = browser.evaluate(
            """(async () => {
              const place = point => [point.cx.baseVal.value, point.cy.baseVal.value];
              const ways = [];
              for (const item of document.querySelectorAll("article")) {
                const [audio, point] = [item.querySelector("audio"), item.querySelector(".point")];
                const corners = item.querySelector(".way").points;
                const start = place(point);
                audio.muted = true;
                await audio.play();
                await new Promise(done => { audio.ontimeupdate = () => audio.currentTime > 0.3 && done(); });
                const moved = place(point);
                audio.currentTime = audio.duration;
                await new Promise(done => { audio.onended = done; });
                await new Promise(done => setTimeout(done, 100));
                const last = corners.getItem(corners.numberOfItems - 1);
                ways.push([start, moved, place(point), [last.x, last.y]]);
              }
              return ways;
            })()"""
        )
        for start, moved, there, end in ways:
            assert np.hypot(*np.subtract(moved, start)) > 1.0
            np.testing.assert_allclose(there, end, atol=0.01)
        light, dark = (tmp_path / name for name in ("light.png", "dark.png"))
        browser.screenshot(light, 1000, 800)
        background = "getComputedStyle(document.body).backgroundColor"
        pale = browser.evaluate(background)
        browser.screenshot(dark, 400, 800, dark=True)
        assert browser.evaluate(background) != pale
        assert browser.evaluate("document.documentElement.scrollWidth <= innerWidth")  # nothing sticks out
        assert light.stat().st_size > 20000
        assert dark.stat().st_size > 10000


def test_a_gallery_is_replaced_but_nobody_elses_files(gallery, tmp_path, space_file):
    folder, _ = gallery
    loaded = open_space(space_file)
    ours, theirs, beside = tmp_path / "ours", tmp_path / "theirs", tmp_path / "beside"
    for place in (ours, theirs, beside):
        place.mkdir()
    (ours / PAGE).write_bytes((folder / PAGE).read_bytes())
    (beside / "notes.txt").write_text("mine")
    (theirs / "02-dark-1-co-2-spherical-pitch.png").write_text("mine")

    class EnoughError(Exception):
        pass

    def stop(_):
        raise EnoughError

    for place in (ours, beside):
        with pytest.raises(EnoughError):
            make_gallery(loaded, place, "two", stop)
        assert (place / PAGE).stat().st_size > 5000
    assert (beside / "notes.txt").read_text() == "mine"
    result = run("gallery", "-o", theirs, "--space", space_file)
    one_line(result, "02-dark-1-co-2-spherical-pitch.png exists and belongs to no gallery", "another folder")
    assert len(list(theirs.iterdir())) == 1
    (theirs / PAGE).write_text("<html>mine</html>")
    one_line(run("gallery", "-o", theirs, "--space", space_file), "index.html exists")


def test_a_folder_that_cannot_be_is_one_line(tmp_path, space_file):
    (tmp_path / "file").write_text("")
    one_line(run("gallery", "-o", tmp_path / "file", "--space", space_file), "file cannot be written")
    one_line(run("gallery", "-o", tmp_path / "file" / "gallery", "--space", space_file), "cannot be written: Not a dir")


def test_the_list_is_the_supporting_pages():
    loaded = open_space("orchestra")
    ends = [("Bassoon", "Clarinet"), ("Clarinet", "Alto Saxophone"), ("French Horn", "Trombone")]
    assert [(start.name, end.name) for start, end in pairs(loaded.space)] == ends
    shown = items(loaded, "orchestra")
    assert len(shown) == 12
    assert [item.ends for item in shown] == [pair for pair in ends for _ in range(4)]
    for item in shown:
        first, last = (loaded.space.anchor(name).latent for name in item.ends)
        np.testing.assert_array_equal(item.path.latents[0], first)
        np.testing.assert_allclose(item.path.latents[-1], last, atol=1e-6)
        assert item.sentence.endswith(".")
    changes = [np.ptp(item.path.pitches) > 0.0 for item in shown]
    assert changes == [False, True] * 6
    assert len({item.name for item in shown}) == 12
    elements = Elements(page(loaded.space, shown, "rt-timbre gallery -o gallery"))
    assert len(elements.all("audio")) == 12
    assert len(elements.all("h2")) == 3


def test_a_space_needs_two_anchors_and_takes_at_most_four():
    with pytest.raises(GalleryError, match="the space tiny has one anchor, Alone"):
        pairs(named("Alone"))
    assert [(start.name, end.name) for start, end in pairs(named("A", "B", "C"))] == [("A", "B"), ("B", "C")]


def test_files_have_names_even_if_the_anchors_have_letters_of_no_use():
    space = named("Ω", "Ж")
    names = [item.name for item in items(LoadedSpace(space=space, sha256="0" * 64, path=Path("two.timbre")), "two")]
    assert names == ["01-spherical", "02-spherical-pitch", "03-expressive", "04-expressive-pitch"]


def test_the_documents_commands_render(tmp_path, monkeypatch):
    text = (ROOT / "docs" / "paths.md").read_text("utf-8").split("\n## Render and gallery\n")[1].split("\n## ")[0]
    monkeypatch.chdir(tmp_path)
    (block,) = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    for line in block.splitlines():
        name, *arguments = shlex.split(line)
        assert name == "rt-timbre"
        assert main(arguments) == 0, line
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted(
        ["still.gif", "still.wav", "way.flac", "way.mp4", "way.path.json", "way.png"]
    )
    way, still = (read_audio(tmp_path / name)[0] for name in ("way.flac", "still.wav"))
    assert 2.0 < len(way) / 48000 < 2.5
    for sound, hertz in ((way[24000:28800], 192.5), (still[24000:43200], 261.6)):
        spectrum = np.abs(np.fft.rfft(sound[:, 0] * np.hanning(len(sound)), 480000)) / len(sound)
        nearest = 10.0 * np.round(np.arange(1, 6) * hertz)
        assert max(spectrum[int(place) - 40 : int(place) + 40].max() for place in nearest) == spectrum.max()
    (command,) = re.findall(r"^    rt-timbre (gallery .*)$", text, re.MULTILINE)
    assert cli._parser().parse_args(command.split()).out == Path("gallery")
    # The table is what is chosen.
    for kind, column in (("nsgt-erb", 1), ("stft", 2), ("dct", 3)):
        transform = TRANSFORMS[kind].declaration(kind)
        for quality in QUALITIES:
            (row,) = re.findall(rf"^\| `{quality}`.*$", text, re.MULTILINE)
            assert row.split("|")[1 + column].strip() == f"`{of_quality(quality, transform)}`"
