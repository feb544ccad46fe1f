"""Spaces and presets of a running server: loaded, refused, kept in files, through crashes and restarts."""

import contextlib
import json
import os

import numpy as np
import pytest

from rt_timbre.space import write_space
from rt_timbre.transforms.stft import STFT
from tests.linear_space import linear_space
from tests.live import PATIENCE, Ear, TimbreServer, wait_for
from tests.test_live import in_tune, sounds
from tests.tiny_space import tiny_space


@pytest.fixture
def home(tmp_path):
    """The user's data folder with three spaces, one of them damaged."""
    spaces = tmp_path / "rt-timbre" / "spaces"
    spaces.mkdir(parents=True)
    write_space(tiny_space(), spaces / "tiny.timbre")
    write_space(
        tiny_space(STFT(44100, "hann", 2048, 512).declaration("stft"), name="spectra"), spaces / "spectra.timbre"
    )
    write_space(linear_space(), spaces / "linear.timbre")
    (spaces / "damaged.timbre").write_bytes(b"PK\x03\x04 this is no space")
    return tmp_path


@contextlib.contextmanager
def serving(home, *options, environment=os.environ):
    server = TimbreServer({**environment, "XDG_DATA_HOME": str(home)}, "--space", "tiny", *options)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            code, said = server.stop()
            assert code == 0
            assert not [line for line in said.splitlines() if "refuses" not in line], said


def answer(client, *addresses):
    client.socket.settimeout(4 * PATIENCE)  # a space of another kind is compiled for first
    while True:
        heard, values = client.receive()
        if heard in addresses:
            return heard, values


def test_another_space_fades_in_while_notes_sound_and_a_damaged_one_does_not(home, jack_server):
    with serving(home, "--audio", "jack", environment=jack_server.environment) as server:
        client = server.client
        ear = Ear(jack_server)
        ear.connect()
        client.send("/notify", 1)
        client.send("/voice/1/note", 60.0, 0.5)
        wait_for(sounds(ear), "the note")
        assert {"tiny", "spectra", "linear", "orchestra"} <= set(client.ask("/space/list"))
        client.send("/space/load", "damaged")
        reason = answer(client, "/fail")[1][1]
        assert "damaged.timbre" in reason
        assert client.ask("/space/info")[0] == "tiny"
        client.send("/space/load", "../../etc/passwd")
        assert "is not the name of a space" in answer(client, "/fail")[1][1]
        client.send("/space/load", "nowhere")
        assert "there is no space named 'nowhere'" in answer(client, "/fail")[1][1]
        client.send("/space/load", "spectra", 0.2)
        assert answer(client, "/event/space") == ("/event/space", ["spectra"])
        assert answer(client, "/done") == ("/done", ["/space/load", "spectra"])
        ear.record(0.5)
        in_tune(ear, 60.0)
        client.send("/space/load", "linear", 0.0)
        assert (heard := answer(client, "/done", "/fail"))[0] == "/done", heard
        assert client.ask("/space/info")[:2] == ["linear", 3]
        # One that is ready while another fades in waits; of two that wait the last one counts.
        client.send("/space/load", "tiny", 3.0)
        assert answer(client, "/done", "/fail")[0] == "/done"
        client.send("/space/load", "spectra")
        client.send("/space/load", "linear")
        assert answer(client, "/done", "/fail") == (
            "/fail",
            ["/space/load", "another space was loaded after this one"],
        )
        assert answer(client, "/done", "/fail") == ("/done", ["/space/load", "linear"])
        assert np.abs(ear.record(0.2)).max() > 1e-3
        ear.close()


def test_a_space_file_replaced_while_it_plays_changes_nothing_until_it_is_loaded(home):
    with serving(home, "--audio", "none") as server:
        client = server.client
        client.send("/voice/1/note", 60.0, 0.5)
        file = home / "rt-timbre" / "spaces" / "tiny.timbre"
        file.write_bytes(b"")
        assert client.ask("/space/info")[0] == "tiny"
        client.send("/space/load", "tiny")
        assert "tiny.timbre" in answer(client, "/fail")[1][1]
        write_space(linear_space(name="tiny"), file)
        client.send("/space/load", "tiny")
        assert (heard := answer(client, "/done", "/fail"))[0] == "/done", heard
        assert client.ask("/anchor/list")[0] == "anchor 0"


def test_presets_outlive_the_server_and_stay_with_their_space(home):
    with serving(home, "--audio", "none") as server:
        client = server.client
        client.send("/voice/2/latent", 0.25, 0.5, 0.75)
        client.send("/preset/store", "ä/../b")
        assert answer(client, "/done", "/fail") == ("/done", ["/preset/store", "ä/../b"])
        server.kill()
    (file,) = (home / "rt-timbre" / "presets").glob("*/*.json")
    assert json.loads(file.read_text())["voices"][1]["latent"] == [0.25, 0.5, 0.75]
    with serving(home, "--audio", "none") as server:
        client = server.client
        assert client.ask("/preset/list") == ["ä/../b"]
        client.send("/voice/*/glide", 0.0)
        client.send("/preset/recall", "ä/../b", 0.5)
        assert client.ask("/voice/2/latent") == [0.25, 0.5, 0.75]
        client.send("/space/load", "linear")
        assert (heard := answer(client, "/done", "/fail"))[0] == "/done", heard
        client.send("/preset/recall", "ä/../b")
        assert "belongs to the space tiny" in answer(client, "/fail")[1][1]
        assert client.ask("/preset/list") == []
        client.send("/space/load", "tiny")
        assert (heard := answer(client, "/done", "/fail"))[0] == "/done", heard
        client.send("/preset/delete", "ä/../b")
        assert (heard := answer(client, "/done", "/fail"))[0] == "/done", heard
    assert not list((home / "rt-timbre" / "presets").glob("*/*.json"))


def test_a_preset_that_cannot_be_written_is_told_and_kept_in_memory(home):
    (home / "rt-timbre" / "presets").write_text("in the way")
    server = TimbreServer({**os.environ, "XDG_DATA_HOME": str(home)}, "--space", "tiny", "--audio", "none")
    client = server.client
    client.send("/preset/store", "one")
    reason = answer(client, "/done", "/fail")[1][1]
    assert reason.startswith("it is here until the server ends: the preset 'one' cannot be stored")
    assert client.ask("/preset/list") == ["one"]
    client.send("/preset/recall", "one")
    assert client.ask("/voice/1/at") == ["one"]
    code, said = server.stop()
    assert code == 0
    assert "Traceback" not in said
