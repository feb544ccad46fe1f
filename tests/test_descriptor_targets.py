"""Voices that go where descriptors ask for: in the engine, and over a live server, whatever else comes in."""

import contextlib
import os
import re
import signal
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rt_timbre.addresses import ROWS
from rt_timbre.audiofile import read_audio
from rt_timbre.cli import main
from rt_timbre.controlfile import Header, read_control_file
from rt_timbre.decoder import Decoder
from rt_timbre.descriptors.describer import NAMES, Describer
from rt_timbre.descriptors.targets import MOVING, ROW
from rt_timbre.engine import Engine
from rt_timbre.errors import ControlError
from rt_timbre.osc import Message
from rt_timbre.render import render
from rt_timbre.space import write_space
from rt_timbre.table import Table
from tests.live import Client, TimbreServer, children, wait_for
from tests.test_any_commands import messages
from tests.tiny_space import tiny_space, transform

RATE = 44100
SPACE = tiny_space()
CENTROID, BANDWIDTH = "/voice/1/descriptor/centroid", "/voice/1/descriptor/bandwidth"


def described(latent, pitch, space=SPACE):
    """The descriptors of a point, decoded here."""
    decoder = Decoder(space, 1)
    decoder.latent[0], decoder.pitch[0] = latent, pitch
    decoder.run(1)
    return dict(zip(NAMES, Describer(space.transform).describe(decoder.magnitude)[0].tolist(), strict=True))


class Player:
    """An engine, and what it answers."""

    def __init__(self):
        self.engine = Engine(SPACE, rate=RATE, voices=2, seed=1)
        self.table = Table(self.engine.limits)

    def send(self, address, *arguments):
        commands = self.table.commands(Message(address=address, arguments=arguments))
        return [answer.arguments for command in commands for answer in self.engine.apply(command)]

    def here(self, voice=0):
        return described(self.engine.heading(voice), round(self.engine.pitch(voice)))


def test_the_engine_holds_a_voice_to_all_its_targets_at_every_pitch_until_it_is_moved():
    player = Player()
    player.send("/voice/1/note", 60.0, 0.5)
    player.send(BANDWIDTH, 650.0)
    player.send(CENTROID, 570.0)
    for pitch in (60.0, 67.0):
        player.send("/voice/1/pitch", pitch)
        assert player.here()["centroid"] == pytest.approx(570.0, rel=0.02)
        assert player.here()["bandwidth"] == pytest.approx(650.0, rel=0.02)
        assert player.send(CENTROID) == [(pytest.approx(570.0, rel=0.02),)]
    assert player.here(1)["centroid"] != pytest.approx(570.0, rel=0.02)
    player.send("/voice/1/at", "Bright")
    player.send("/voice/1/pitch", 60.0)
    assert player.send("/voice/1/at") == [("Bright",)]
    player.send(BANDWIDTH, 650.0)
    assert player.here()["centroid"] != pytest.approx(570.0, rel=0.02)


def test_frequencies_are_held_while_the_pitch_is_bent():
    player = Player()
    player.send(CENTROID, 900.0)
    for bend in (0.4, -2.7, 12.0):
        player.send("/voice/1/bend", bend)
        pitch = player.engine.pitch(0)
        heard = player.here()["centroid"] * 2.0 ** ((pitch - round(pitch)) / 12.0)
        assert heard == pytest.approx(900.0, rel=0.02)


def test_a_target_is_no_number_or_not_one():
    player = Player()
    before = player.engine.heading(0)
    for value in (float("nan"), float("inf"), -float("inf")):
        with pytest.raises(ControlError, match="it must be finite"):
            player.send(CENTROID, value)
    np.testing.assert_array_equal(player.engine.heading(0), before)


OTHERS = [row for row in ROWS if row.kind in ("control", "action") and not row.name.startswith(ROW)]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(OTHERS).flatmap(lambda row: st.tuples(st.just(row.name), messages(row))))
def test_every_row_that_moves_a_voice_releases_it(case):
    name, message = case
    player = Player()
    player.send("/voice/*/latent", 0.2, 0.3, 0.4)
    player.send("/preset/store", "mine")
    player.send("/voice/*/latent", 0.5, 0.5, 0.5)
    with contextlib.suppress(ControlError, KeyError):  # a row may be the server's
        player.send(message.address, *message.arguments)
    if not np.array_equal(player.engine.heading(0), np.full(3, 0.5, np.float32)):
        assert name in MOVING | {"wek/outputs"}  # which is obeyed as voice/latent


def test_the_rows_that_release_a_voice_exist():
    assert {row.name for row in ROWS} >= MOVING


SCORE = """
0 /voice/1/note 60 0.5
0 /voice/1/glide 0.02
0.1 /voice/1/descriptor/centroid 900.0
0.15 /voice/1/descriptor/bandwidth 500.0
0.2 /voice/1/note 64 0.5
0.3 /voice/*/descriptor/flatness 1.0
0.4 /voice/1/at "Hollow"
0.5 /voice/1/descriptor/centroid
0.6 /voice/1/note 64 0
"""


def test_a_control_file_with_targets_renders_the_same_bits_each_time(tmp_path):
    score = tmp_path / "targets.control"
    score.write_text(SCORE)
    _, events = read_control_file(score)
    first, second = (render(SPACE, Header(rate=RATE, voices=2), events, score) for _ in range(2))
    np.testing.assert_array_equal(first, second)
    without = [event for event in events if "descriptor" not in event.message.address]
    still = render(SPACE, Header(rate=RATE, voices=2), without, score)
    same = (first[: len(still)] == still[: len(first)]).all(axis=1)
    changed = np.flatnonzero(~same)
    assert 0.1 * RATE <= changed[0] <= 0.11 * RATE + 1024


# Over a live server


@pytest.fixture
def serving(tmp_path):
    """A server that plays the tiny space, with others at hand and a log."""
    spaces = tmp_path / "rt-timbre" / "spaces"
    spaces.mkdir(parents=True)
    write_space(SPACE, spaces / "tiny.timbre")
    write_space(tiny_space(transform(250), name="other"), spaces / "other.timbre")
    environment = os.environ | {"XDG_DATA_HOME": str(tmp_path)}
    options = ("--space", "tiny", "--audio", "none", "--voices", "4", "--recordings", tmp_path / "takes")
    server = TimbreServer(environment, *options, "--log", tmp_path / "log.control")
    yield server
    if server.process.poll() is None:
        assert server.stop() == (0, "")


def told(client, *addresses):
    while True:
        heard, values = client.receive()
        if heard in addresses:
            return values


def seeking(server):
    """Process number of the process that seeks, or None."""
    for child in children(server.process.pid):
        with contextlib.suppress(OSError):
            if b"rt_timbre.descriptors.seeking.server" in Path(f"/proc/{child}/cmdline").read_bytes():
                return child
    return None


def test_targets_are_answered_met_held_echoed_and_replayed(serving, tmp_path):
    client, other = serving.client, Client(serving.client.address[1])
    assert client.ask(BANDWIDTH)[0] == pytest.approx(
        described(client.ask("/voice/1/latent"), 60.0)["bandwidth"], rel=1e-3
    )
    other.send("/notify", 1)
    told(other, "/done")
    client.send("/record", 1, "take.wav")
    _, _, start = told(client, "/done")
    client.send("/voice/1/note", 60.0, 0.5)
    for address, value in ((BANDWIDTH, 650.0), (CENTROID, 570.0)):
        client.send(address, value)
        reached, error = told(client, address)
        assert reached == pytest.approx(value, rel=0.02)
        assert error == pytest.approx(reached - value, abs=0.01)
    heard = {}
    while CENTROID not in heard:
        heard |= [other.receive()]
    assert heard[CENTROID] == [reached]
    assert heard["/voice/1/latent"] == client.ask("/voice/1/latent")
    here = described(client.ask("/voice/1/latent"), 60.0)
    assert here["centroid"] == pytest.approx(570.0, rel=0.02)
    assert here["bandwidth"] == pytest.approx(650.0, rel=0.02)
    # A pitch that changes: it is held there, too.
    client.send("/voice/1/note", 67.0, 0.5)
    assert told(other, CENTROID) == [pytest.approx(570.0, rel=0.02)]
    assert described(client.ask("/voice/1/latent"), 67.0)["centroid"] == pytest.approx(570.0, rel=0.02)
    # Elsewhere: it is not.
    client.send("/voice/1/at", "Bright")
    client.send("/voice/1/note", 60.0, 0.5)
    client.send("/sync", 7)
    told(client, "/done")
    assert client.ask("/voice/1/at") == ["Bright"]
    # What cannot be is answered with what is nearest.
    client.send(CENTROID, 20000.0)
    reached, error = told(client, CENTROID)
    assert error == pytest.approx(reached - 20000.0)
    assert reached >= 0.95 * max(described(point, 60.0)["centroid"] for point in SPACE.points.latent[::4])
    client.send(CENTROID, float("nan"))
    assert "it must be finite" in told(client, "/fail")[1]
    time.sleep(0.1)
    client.send("/record", 0)
    *_, frames, lost = told(client, "/done")
    assert lost == 0
    other.close()
    assert serving.stop() == (0, "")
    log = (tmp_path / "log.control").read_text()
    assert "descriptor" not in log
    space = tmp_path / "rt-timbre" / "spaces" / "tiny.timbre"
    command = ["render", tmp_path / "log.control", "-o", tmp_path / "again.wav", "--space", space]
    assert main([str(word) for word in command]) == 0
    recorded, _ = read_audio(tmp_path / "takes" / "take.wav")
    again, _ = read_audio(tmp_path / "again.wav")
    assert np.abs(recorded).max() > 0.01
    np.testing.assert_array_equal(again[start : start + frames], recorded)


def test_of_a_flood_the_last_target_counts_and_nothing_queues(serving):
    client = serving.client
    client.ask(CENTROID)
    numbers = np.random.default_rng(1).uniform(500.0, 1500.0, 2000)
    start = time.monotonic()
    for count, value in enumerate(numbers):
        client.send(f"/voice/{1 + count % 4}/descriptor/centroid", float(value))
        time.sleep(max(0.0, start + (count + 1) / 2000.0 - time.monotonic()))
    client.send(CENTROID, 900.0)
    client.send("/sync", 5)
    answers = []
    while (found := client.receive()) != ("/done", ["/sync", 5]):
        answers.append(found)
    assert not [address for address, _ in answers if address == "/fail"]
    assert 4 <= len(answers) < len(numbers)
    last = [values for address, values in answers if address == CENTROID][-1]
    assert last == [pytest.approx(900.0, rel=0.02), pytest.approx(0.0, abs=18.0)]
    assert client.ask("/status")[8] == 0


def test_who_waits_is_told_when_the_voice_goes_elsewhere_or_another_space_plays(serving):
    client = serving.client
    client.ask(CENTROID)
    client.send(CENTROID, 900.0)
    client.send("/voice/1/at", "Hollow")
    heard, values = client.receive()
    assert (heard, values) == ("/fail", [CENTROID, "the voice was moved elsewhere before a point was found"])
    assert client.ask("/voice/1/at") == ["Hollow"]
    client.send("/space/load", "other", 0.05)
    done = None
    count = 0
    while done is None:
        count += 1
        client.send("/voice/2/descriptor/centroid", 700.0 + count % 300)
        heard, values = client.receive()
        done = values if heard == "/done" else None
        time.sleep(0.002)
    other = tiny_space(transform(250), name="other")
    client.send("/voice/3/descriptor/centroid", 1000.0)
    reached, _ = told(client, "/voice/3/descriptor/centroid")
    assert reached == pytest.approx(1000.0, rel=0.02)
    latent = client.ask("/voice/3/latent")
    assert described(latent, 60.0, other)["centroid"] == pytest.approx(reached, rel=1e-3)


def test_the_process_that_seeks_is_started_again_and_nothing_else_suffers(serving):
    client = serving.client
    client.ask(CENTROID)
    first = seeking(serving)
    os.kill(first, signal.SIGKILL)
    client.send(CENTROID, 900.0)
    client.send("/voice/1/gain", -6.0)
    assert client.ask("/voice/1/gain") == [-6.0]
    reached, _ = told(client, CENTROID)
    assert reached == pytest.approx(900.0, rel=0.02)
    assert wait_for(lambda: seeking(serving), "the process") != first
    code, said = serving.stop()
    assert code == 0
    assert said == "rt-timbre: rt_timbre.descriptors.seeking.server ended with status -9 and is started again\n"


def test_the_example_of_the_page_is_obeyed(tmp_path):
    page = (Path(__file__).parent.parent / "docs" / "paths.md").read_text(encoding="utf-8")
    (example,) = re.findall(
        r"```osc\n(.*?)```", page.split("\n## Descriptor targets\n")[1].split("\n## ")[0], re.DOTALL
    )
    score = tmp_path / "example.control"
    score.write_text("".join(f"0 {line}\n" for line in example.splitlines()))
    _, events = read_control_file(score)
    server = TimbreServer(os.environ, "--audio", "none", "--voices", "2")
    client = server.client
    for event in events:
        client.send(event.message.address, *event.message.arguments)
    answers = [client.receive() for _ in range(3)]
    assert [address for address, _ in answers] == [BANDWIDTH, CENTROID, CENTROID]
    assert answers[0][1] == [pytest.approx(300.0, rel=0.02), pytest.approx(0.0, abs=6.0)]
    assert answers[1][1] == [pytest.approx(850.0, rel=0.02), pytest.approx(0.0, abs=17.0)]
    assert answers[2][1] == [pytest.approx(850.0, rel=0.02)]
    assert client.ask(BANDWIDTH) == [pytest.approx(300.0, rel=0.02)]
    assert client.ask("/status")[8] == 0  # nothing refused
    assert server.stop() == (0, "")
