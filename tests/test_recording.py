"""/record in a running server: what it answers, and what it says when the disk does not play along."""

import os
import resource
import shutil

import numpy as np
import pytest

from rt_timbre.audiofile import read_audio
from tests.live import TimbreServer, wait_for


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "takes"


@pytest.fixture
def server(tiny_file, folder, tmp_path):
    environment = os.environ | {"XDG_DATA_HOME": str(tmp_path)}
    options = ["--audio", "none", "--space", tiny_file, "--voices", 2, "--recordings", folder]
    server = TimbreServer(environment, *options)
    yield server
    if server.process.poll() is None:
        server.stop()


def receive(client, *addresses):
    while True:
        address, arguments = client.receive()
        if address in addresses:
            return [address, *arguments]


def test_a_recording_from_beginning_to_end(server, folder):
    client = server.client
    client.send("/voice/1/note", 60.0, 0.5)
    client.send("/record", 1, "take one.flac")
    done, address, name, start = receive(client, "/done", "/fail")
    assert (done, address, name) == ("/done", "/record", "take one.flac")
    assert client.ask("/record") == [1, "take one.flac"]
    client.send("/record", 1.0, "two")
    assert receive(client, "/fail") == [
        "/fail",
        "/record",
        "take one.flac is being recorded; end it first by /record 0",
    ]
    client.send("/record", 0)
    *done, frames, lost = receive(client, "/done", "/fail")
    assert done == ["/done", "/record", "take one.flac", start]
    assert lost == 0
    assert client.ask("/record") == [0, ""]
    sound, rate = read_audio(folder / "take one.flac")
    assert (len(sound), rate) == (frames, 48000)
    assert np.abs(sound).max() > 0.01
    client.send("/record", 0)
    assert receive(client, "/fail") == ["/fail", "/record", "nothing is being recorded"]
    client.send("/record", 1, "take one.flac")
    assert receive(client, "/done", "/fail")[2].endswith("take one.flac exists already")
    client.send("/record", 1, "../../take.wav")
    assert "never is a path" in receive(client, "/done", "/fail")[2]
    assert [file.name for file in folder.iterdir()] == ["take one.flac"]


def test_a_server_that_stops_finishes_its_recording(server, folder):
    client = server.client
    client.send("/voice/1/note", 60.0, 0.5)
    client.send("/record", 1)
    *_, name, _ = receive(client, "/done", "/fail")
    wait_for(lambda: (folder / name).stat().st_size > 100_000, "a quarter of a second")
    assert server.stop() == (0, "")
    sound, _ = read_audio(folder / name)
    assert np.abs(sound[:-2000]).max() > 0.01
    assert not sound[-1].any()  # to the end of its fade


@pytest.mark.parametrize("name", ["a.wav", "a.flac"])
def test_a_full_disk_is_told_and_the_server_plays_on(server, folder, name):
    client = server.client
    client.send("/notify", 1)
    client.send("/voice/1/note", 60.0, 0.5)
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (50_000, 50_000))
    client.send("/record", 1, name)
    assert receive(client, "/done", "/fail")[:2] == ["/done", "/notify"]
    assert receive(client, "/done", "/fail")[:3] == ["/done", "/record", name]
    reason = f"{folder / name} cannot be written: File too large"
    said = sorted([receive(client, "/fail", "/event/fault"), receive(client, "/fail", "/event/fault")])
    assert said[1] == ["/fail", "/record", reason]
    assert said[0][1].startswith(f"/record: {reason}; 0.")
    sound, _ = read_audio(folder / name)
    assert f"; {len(sound) / 48000:.3f} s are kept" in said[0][1]
    assert client.ask("/record") == [0, ""]
    assert client.ask("/status")[1] == 1
    assert server.stop() == (0, f"rt-timbre: {said[0][1]}\n")


def test_a_folder_that_cannot_be_written_is_told(server, folder):
    folder.write_text("")  # a file: root may write into any folder
    client = server.client
    client.send("/record", 1, "a")
    assert receive(client, "/done", "/fail") == ["/fail", "/record", f"{folder} cannot be made: File exists"]
    folder.unlink()
    client.send("/record", 1, "a")
    assert receive(client, "/done", "/fail")[0] == "/done"
    shutil.rmtree(folder)
    assert receive(client, "/done", "/fail") == [
        "/fail",
        "/record",
        f"{folder / 'a.wav'} cannot be written: it was removed",
    ]
