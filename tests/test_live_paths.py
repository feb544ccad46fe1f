"""Stored paths over a live server: loaded while it plays, played, refused; the sound goes on."""

import json
import os
import shlex
import time

import numpy as np
import pytest

from rt_timbre.cli import main
from rt_timbre.controlfile import read_control_file
from rt_timbre.path_store import folder
from rt_timbre.paths.latent_path import LatentPath
from rt_timbre.paths.path_file import SUFFIX, write_path
from rt_timbre.space import write_space
from tests.live import Client, TimbreServer, wait_for
from tests.test_paths_page import blocks, section
from tests.tiny_space import tiny_space

UP = LatentPath(times=[0.0, 0.4], latents=[[0.1, 0.2, 0.3], [0.9, 0.6, 0.3]], pitches=[50.0, 62.0], gains=[1.0, 0.25])


@pytest.fixture
def user(tmp_path, monkeypatch):
    """A user who has made paths of all kinds."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    place = folder()
    place.mkdir(parents=True)
    write_path(place / f"up{SUFFIX}", UP)
    write_path(place / f"plane{SUFFIX}", LatentPath(times=[0.0, 1.0], latents=[[0.0, 0.0], [1.0, 1.0]]))
    (place / f"damaged{SUFFIX}").write_text((place / f"up{SUFFIX}").read_text().replace("0.9", "NaN"))
    other = tiny_space(name="other")
    (tmp_path / "data" / "rt-timbre" / "spaces").mkdir()
    write_space(other, tmp_path / "data" / "rt-timbre" / "spaces" / "other.timbre")
    return os.environ | {"XDG_DATA_HOME": str(tmp_path / "data")}


@pytest.fixture
def server(user, tiny_file):
    server = TimbreServer(user, "--audio", "none", "--space", tiny_file, "--voices", "4", "--rate", "44100")
    yield server
    code, said = server.stop()
    assert code == 0
    assert "Traceback" not in said


def answers(client, count):
    """Wait for so many answers to what takes time."""
    found = []
    while len(found) < count:
        address, values = client.receive()
        if address in ("/done", "/fail"):
            found.append((address, *values))
    return found


def load(client, name, voice="1"):
    client.send(f"/voice/{voice}/path/load", name)
    (found,) = answers(client, 1)
    return found


def test_a_path_is_loaded_played_and_scrubbed(server):
    client = server.client
    assert client.ask("/path/list") == ["damaged", "plane", "up"]
    assert client.ask("/voice/1/path/load") == [""]
    assert load(client, "up") == ("/done", "/voice/1/path/load", "up")
    assert client.ask("/voice/1/path/load") == ["up"]
    assert client.ask("/voice/2/path/load") == [""]
    start = client.ask("/voice/1/latent")
    client.send("/voice/1/path/play", 1)
    wait_for(lambda: client.ask("/voice/1/scrub") == [1.0], "the end")
    assert client.ask("/voice/1/latent") == pytest.approx(UP.latents[1])
    assert client.ask("/voice/1/path/play") == [1]  # and stays there
    client.send("/voice/1/path/rate", -0.5)
    wait_for(lambda: 0.0 < client.ask("/voice/1/scrub")[0] < 0.8, "the way back")
    client.send("/voice/1/path/loop", 1)
    client.send("/voice/1/path/rate", 8.0)
    seen = [client.ask("/voice/1/scrub")[0] for _ in range(50) if not time.sleep(0.005)]
    assert (np.diff(seen) < 0.0).any()  # round and round
    client.send("/voice/1/scrub", 0.25)
    assert client.ask("/voice/1/path/play") == [0]
    assert client.ask("/voice/1/latent") == pytest.approx(0.75 * UP.latents[0] + 0.25 * UP.latents[1])
    client.send("/voice/1/latent", *start)
    assert client.ask("/voice/1/scrub") == [0.25]
    client.send("/voice/1/scrub", 0.75)
    assert client.ask("/voice/1/latent") == pytest.approx(0.25 * UP.latents[0] + 0.75 * UP.latents[1])
    client.send("/voice/1/morph", "Dark", "Bright", 10.0)
    client.send("/voice/1/scrub", 1.0)
    assert client.ask("/voice/1/latent") == pytest.approx(tiny_space().anchor("Bright").latent)
    assert client.ask("/status")[8] == 0  # nothing refused


def test_voices_have_one_path_read_once_and_subscribers_are_told(server):
    client, other = server.client, Client(server.client.address[1])
    other.send("/notify", 1)
    assert other.receive()[0] == "/done"
    client.send("/voice/*/path/load", "up")
    expected = [("/done", f"/voice/{voice}/path/load", "up") for voice in range(1, 5)]
    assert answers(client, 4) == expected
    told = []
    while len(told) < 4:
        address, values = other.receive()
        told += [(address, *values)] if address != "/meter" else []
    assert told == [(f"/voice/{voice}/path/load", "up") for voice in range(1, 5)]
    other.close()


def test_more_than_can_wait_is_refused(server):
    client = server.client
    for _ in range(100):
        client.send("/voice/*/path/load", "up")
    found = answers(client, 400)
    assert found.count(("/fail", "/voice/4/path/load", "256 voices wait for paths already; wait for /done")) > 0
    assert sum(address == "/done" for address, *_ in found) >= 256
    assert load(client, "up") == ("/done", "/voice/1/path/load", "up")


def test_what_is_no_path_of_this_space_is_refused_and_what_plays_goes_on(server):
    client = server.client
    load(client, "up")
    client.send("/voice/1/path/loop", 1)
    client.send("/voice/1/path/play", 1)
    for name, reason in (
        ("nowhere", "there is no path named 'nowhere'"),
        ("../up", "'../up' is not the name of a path"),
        ("plane", "the path has 2 dimensions; the space has 3"),
        ("damaged", "point 2: 'NaN' is no number"),
    ):
        failed, address, said = load(client, name)
        assert (failed, address) == ("/fail", "/voice/1/path/load")
        assert reason in said
        assert "\n" not in said
    assert client.ask("/voice/1/path/load") == ["up"]
    assert client.ask("/voice/1/path/play") == [1]
    client.send("/voice/2/path/play", 1)
    assert client.receive() == (
        "/fail",
        ["/voice/2/path/play", "voice 2 has no path; send /voice/2/path/load NAME first"],
    )


def test_a_path_of_ten_million_points_is_refused_while_the_sound_goes_on(server):
    client = server.client
    place = folder() / f"endless{SUFFIX}"
    with place.open("w") as file:
        head = {"format": 1, "dimension": 3, "columns": ["time", "latent"]}
        file.write(json.dumps(head)[:-1] + ', "points": [\n[0,0,0,0]')
        for start in range(1, 10_000_000, 100_000):
            file.write("".join(f",\n[{i},0,0,0]" for i in range(start, start + 100_000)))
        file.write("\n]}")
    client.send("/voice/1/note", 60.0, 0.5)
    load(client, "up")
    wait_for(lambda: client.ask("/status")[1] == 1, "the note")
    client.send("/voice/1/path/load", "endless")
    failed, _, reason = answers(client, 1)[0]
    assert failed == "/fail"
    assert "points" in reason or "bytes" in reason
    assert client.ask("/voice/1/path/load") == ["up"]


def test_a_path_is_kept_in_a_space_of_the_same_size_and_dropped_in_another(server):
    client = server.client
    client.send("/notify", 1)
    answers(client, 1)
    load(client, "up")
    client.send("/voice/1/path/loop", 1)
    client.send("/voice/1/path/play", 1)
    for name, kept in (("other", "up"), ("orchestra", "")):
        client.socket.settimeout(120.0)
        client.send("/space/load", name, 0.05)
        client.send("/sync", 7)
        told = [client.receive()]
        while told[-1] != ("/done", ["/sync", 7]):
            told.append(client.receive())
        assert ("/done", ["/space/load", name]) in told
        faults = [line for address, values in told for line in values if address == "/event/fault"]
        assert client.ask("/voice/1/path/load") == [kept]
        assert client.ask("/voice/1/path/play") == [int(bool(kept))]
    assert faults == ["what played the paths up stays where it is: they do not have the 16 dimensions of orchestra"]


def test_the_example_of_the_page_is_obeyed(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    example = section("Play a path live")
    for line in "".join(blocks("sh", example)).splitlines():
        assert main(shlex.split(line)[1:]) == 0
    score = tmp_path / "example.control"
    score.write_text("".join(f"0 {line}\n" for line in "".join(blocks("osc", example)).splitlines()))
    _, events = read_control_file(score)
    server = TimbreServer(os.environ, "--audio", "none", "--voices", "2")
    try:
        client = server.client
        for event in events:
            client.send(event.message.address, *event.message.arguments)
            if event.message.address == "/sync":
                done = [f"/voice/{voice}/path/load" for voice in (1, 2)]
                assert [address for _, address, *_ in answers(client, 3)] == [*done, "/sync"]
        assert client.ask("/path/list") == ["bassoon-flute", "round"]
        assert client.ask("/voice/1/scrub") == [0.75]
        assert [client.ask(f"/voice/{voice}/path/play") for voice in (1, 2)] == [[0], [1]]
        assert client.ask("/voice/2/path/rate") == [-0.5]
        assert client.ask("/voice/2/drift") == pytest.approx([0.3])
        assert client.ask("/status")[8] == 0  # nothing refused
    finally:
        server.stop()
