"""A log replays what was heard, bit for bit."""

import os
import random
import re
import subprocess
import sys
import time
from dataclasses import replace

import numpy as np
import pytest
from pythonosc.osc_bundle_builder import OscBundleBuilder
from pythonosc.osc_message_builder import OscMessageBuilder

from rt_timbre.addresses import ROWS
from rt_timbre.audiofile import read_audio
from rt_timbre.controlfile import read_control_file
from rt_timbre.errors import ControlFileError
from rt_timbre.paths.latent_path import LatentPath
from rt_timbre.paths.path_file import SUFFIX, write_path
from rt_timbre.render import render as rendered
from rt_timbre.space import write_space
from tests.live import TimbreServer
from tests.tiny_space import tiny_space, transform

WAY = LatentPath(
    times=[0.0, 0.1, 0.35, 0.7],
    latents=[[0.1, 0.2, 0.3], [0.9, 0.6, 0.3], [0.2, 0.9, 0.8], [0.5, 0.5, 0.1]],
    pitches=[50.0, 62.0, 61.5, 55.0],
    gains=[1.0, 0.25, 0.8, 0.6],
)


@pytest.fixture
def user(tmp_path):
    """A user who has another space of her own, of other bands and other pitches, and paths."""
    folder = tmp_path / "data" / "rt-timbre" / "spaces"
    folder.mkdir(parents=True)
    other = tiny_space(transform(250), name="other", pitch_low=50.0, pitch_high=70.0)
    write_space(other, folder / "other.timbre")
    paths = folder.with_name("paths")
    paths.mkdir()
    write_path(paths / f"way{SUFFIX}", WAY)
    write_path(paths / f"other{SUFFIX}", replace(WAY, pitches=None, times=3.0 * WAY.times))
    return os.environ | {"XDG_DATA_HOME": str(tmp_path / "data")}


def render(user, *options):
    return subprocess.run(
        [sys.executable, "-m", "rt_timbre", "render", *map(str, options)],
        env=user,
        capture_output=True,
        text=True,
        timeout=120,
    )


def told(client, address, *start):
    """Wait for a message that begins so, and return its arguments."""
    while True:
        heard, arguments = client.receive()
        assert (heard, arguments[:1]) != ("/fail", [start[0]]), arguments
        if heard == address and tuple(arguments[: len(start)]) == start:
            return arguments


def message(address, *arguments):
    builder = OscMessageBuilder(address)
    for argument in arguments:
        builder.add_arg(argument)
    return builder.build()


def bundle(delay, *messages):
    builder = OscBundleBuilder(time.time() + delay)
    for one in messages:
        builder.add_content(one)
    return builder.build().dgram


# What takes time, changes no sound, or is chosen in `perform`.
LEFT_OUT = ("phase", "preset/", "space/", "voice/path/load", "record", "notify", "answers", "dump", "sync", "midi")


def improvise(client, numbers, count, voices=4):
    """Send what a performer may send, at random: of every row of the table, and notes."""
    anchors = client.ask("/anchor/list")
    rows = [row for row in ROWS if row.kind in ("control", "action") and not row.name.startswith(LEFT_OUT)]

    def value(parameter):
        if parameter.type == "s":
            return numbers.choice(parameter.choices or anchors)
        low, high = parameter.range or (-1.0, 1.0)
        if parameter.unit == "s":
            high = min(high, 0.3)
        number = numbers.uniform(low - 0.1 * (high - low), high + 0.1 * (high - low))  # a double, or clipped
        return round(number) if parameter.type == "i" else number

    def setting():
        if numbers.random() < 0.3:
            return "/note", numbers.uniform(45.0, 75.0), numbers.choice([0.0, 0.3, 0.7])
        if numbers.random() < 0.05:
            return ("/ping",)  # a hop may be made in parts for it
        row = numbers.choice(rows)
        voice = numbers.choice([*range(1, voices + 1), "*", "{1,3}", "[2-4]"])
        address = row.template.format(v=voice, d=numbers.randrange(1, 4), k=1, c=numbers.randrange(1, 5))
        if row.name in ("voice/latent", "wek/outputs"):
            return address, *[numbers.uniform(-1.0, 1.0) for _ in range(3)]
        return address, *map(value, row.parameters)

    for _ in range(count):
        if numbers.random() < 0.3:
            several = [message(*setting()) for _ in range(numbers.randrange(1, 5))]
            client.send_raw(bundle(numbers.uniform(0.0, 0.05), *several))
        else:
            client.send(*setting())
        time.sleep(numbers.uniform(0.0, 0.004))


def perform(client, seed):
    """Improvise with all that there is, and record the middle of it; return where that was."""
    numbers = random.Random(seed)
    client.send("/voice/*/path/load", "way")
    told(client, "/done", "/voice/4/path/load")
    client.send("/voice/*/path/loop", 1)
    improvise(client, numbers, 60)
    client.send("/preset/store", "mine")
    told(client, "/done", "/preset/store")
    client.send("/record", 1, "take.wav")
    _, name, start = told(client, "/done", "/record")
    assert name == "take.wav"
    client.send("/voice/*/path/play", 1)
    client.send("/voice/*/drift", 0.4)
    client.send("/voice/[1-2]/path/load", "other")
    improvise(client, numbers, 150)
    for number in range(30):  # more in one hop than it can have parts
        client.send_raw(bundle(0.05 + 0.0002 * number, message("/voice/2/note", 50.0 + number, 0.5)))
    improvise(client, numbers, 30)
    for method in ("rtpghi-0", "bank"):
        client.send("/phase", method)
        improvise(client, numbers, 40)
    client.send("/preset/recall", "mine", 0.2)
    improvise(client, numbers, 60)
    client.send("/space/load", "other", 0.15)
    told(client, "/done", "/space/load")
    improvise(client, numbers, 100)
    client.send("/preset/store", "there")
    told(client, "/done", "/preset/store")
    client.send("/preset/recall", "there", 0.1)
    client.send("/voice/1/at", "there")
    improvise(client, numbers, 50)
    for switch in ("/mute", "/freeze"):
        client.send(switch, 0)
    for level in ("/master/gain", "/voice/1/gain"):
        client.send(level, 0.0)
    client.send("/voice/1/note", 60.0, 0.5)
    improvise(client, numbers, 20)
    client.send("/record", 0)
    _, name, same_start, frames, lost = told(client, "/done", "/record", "take.wav")
    assert (name, same_start, lost) == ("take.wav", start, 0)
    improvise(client, numbers, 20)
    return start, frames


def replayed(tmp_path, user, tiny_file, start, frames, rate):
    """Check that the recording is a part of what the log renders."""
    result = render(user, tmp_path / "log.control", "-o", tmp_path / "again.wav", "--space", tiny_file)
    assert (result.returncode, result.stderr) == (0, "")
    recorded, recorded_rate = read_audio(tmp_path / "takes" / "take.wav")
    again, again_rate = read_audio(tmp_path / "again.wav")
    assert recorded_rate == again_rate == rate
    assert len(recorded) == frames > rate
    assert np.abs(recorded).max() > 1e-3
    np.testing.assert_array_equal(again[start : start + frames], recorded)


def test_what_was_played_without_an_output_is_replayed(tmp_path, user, tiny_file):
    log = ["--log", tmp_path / "log.control", "--recordings", tmp_path / "takes"]
    options = ["--space", tiny_file, "--voices", 4, "--rate", 44100, "--seed", 5, *log]
    server = TimbreServer(user, "--audio", "none", *options)
    try:
        assert server.client.ask("/record") == [0, ""]
        start, frames = perform(server.client, 1)
    finally:
        server.stop()
    replayed(tmp_path, user, tiny_file, start, frames, 44100)


def test_what_was_heard_over_jack_is_replayed(tmp_path, user, tiny_file, jack_server):
    log = ["--log", tmp_path / "log.control", "--recordings", tmp_path / "takes"]
    options = ["--audio", "jack", "--space", tiny_file, "--voices", 4, "--latency", "safe", *log]
    server = TimbreServer(jack_server.environment | {"XDG_DATA_HOME": user["XDG_DATA_HOME"]}, *options)
    try:
        start, frames = perform(server.client, 2)
    finally:
        server.stop()
    replayed(tmp_path, user, tiny_file, start, frames, jack_server.rate)


def test_a_killed_server_leaves_its_recording_and_its_log(tmp_path, user, tiny_file):
    log = ["--log", tmp_path / "log.control", "--recordings", tmp_path / "takes"]
    server = TimbreServer(user, "--audio", "none", "--space", tiny_file, "--voices", 4, *log)
    client = server.client
    client.send("/record", 1, "take.wav")
    _, _, start = told(client, "/done", "/record")
    client.send("/note", 60.0, 0.5)
    time.sleep(2.0)
    server.kill()
    recorded, rate = read_audio(tmp_path / "takes" / "take.wav")
    assert len(recorded) > 1.6 * rate
    # What the log is short of is less than it writes in a second and a half: a note is held until then.
    whole = len(recorded) - round(1.5 * rate)
    result = render(user, tmp_path / "log.control", "-o", tmp_path / "again.wav", "--space", tiny_file)
    assert (result.returncode, result.stderr) == (0, "")
    again, _ = read_audio(tmp_path / "again.wav")
    np.testing.assert_array_equal(again[start : start + whole], recorded[:whole])


def test_the_log_takes_the_presets_along(tmp_path, user, tiny_file):
    options = ["--audio", "none", "--space", tiny_file, "--voices", 2]
    server = TimbreServer(user, *options)
    server.client.send("/voice/*/at", "Bright")
    server.client.send("/voice/1/pan", 0.7)
    server.client.send("/preset/store", "zwei \u00fc")
    told(server.client, "/done", "/preset/store")
    server.stop()
    server = TimbreServer(user, *options, "--log", tmp_path / "log.control", "--recordings", tmp_path / "takes")
    client = server.client
    client.send("/record", 1, "take.wav")
    _, _, start = told(client, "/done", "/record")
    client.send("/preset/recall", "zwei \u00fc")
    client.send("/voice/1/note", 60.0, 0.5)
    time.sleep(0.3)
    client.send("/preset/delete", "zwei \u00fc")
    told(client, "/done", "/preset/delete")
    client.send("/record", 0)
    *_, frames, _ = told(client, "/done", "/record")
    server.stop()
    nobody = user | {"XDG_DATA_HOME": str(tmp_path / "nobody")}
    result = render(nobody, tmp_path / "log.control", "-o", tmp_path / "again.wav", "--space", tiny_file)
    assert (result.returncode, result.stderr) == (0, "")
    recorded, again = (read_audio(tmp_path / name)[0] for name in ("takes/take.wav", "again.wav"))
    assert recorded[-1000:, 1].std() > 2 * recorded[-1000:, 0].std() > 0.0  # as it was recalled
    np.testing.assert_array_equal(again[start : start + frames], recorded)


def test_play_plays_what_render_renders(tmp_path, user, tiny_file, jack_server):
    """A control file that records itself, in two spaces; the user's presets stay as they are."""
    path = tmp_path / "score.control"
    path.write_text(
        "# rt-timbre control 1 voices=2 seed=7 phase=rtpghi-0\n0 /record 1 take.wav\n0 /voice/1/note 60.0 0.5\n"
        "0 /preset/store mine\n0.3 /space/load other 0.1\n0.50001 /voice/2/note 67.0 0.5\n0.8 /phase bank\n"
        "1 /record 0\n"
    )
    environment = jack_server.environment | {"XDG_DATA_HOME": user["XDG_DATA_HOME"]}
    command = [sys.executable, "-m", "rt_timbre", "play", path, "--space", tiny_file]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert result.returncode == 0, result.stderr
    assert render(user, path, "-o", tmp_path / "again.wav", "--space", tiny_file).returncode == 0
    recorded, _ = read_audio(tmp_path / "data" / "rt-timbre" / "recordings" / "take.wav")
    again, _ = read_audio(tmp_path / "again.wav")
    assert len(recorded) > 47_000
    assert np.abs(recorded).max() > 1e-3
    np.testing.assert_array_equal(again[: len(recorded)], recorded)
    assert not (tmp_path / "data" / "rt-timbre" / "presets").exists()


SHA = "ab" * 32


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (
            f"# rt-timbre space {SHA}\n1 /space/load other",
            rf":3: the space other had sha256 {SHA} then, but now it has",
        ),
        (
            f"# rt-timbre path {SHA}\n1 /voice/1/path/load way",
            rf":3: the path way had sha256 {SHA} then, but now it has",
        ),
        ("1 /voice/1/path/load nowhere", r":2: there is no path named 'nowhere'"),
        ("1 /voice/1/path/load ../way", r":2: '\.\./way' is not the name of a path"),
        ("1 /voice/1/path/play 1", r":2: voice 1 has no path; send /voice/1/path/load NAME first"),
        ("1 /space/load nowhere", r":2: there is no space named 'nowhere'"),
        ("1 /space/load ../other", r":2: '\.\./other' is not the name of a space"),
        ("# rt-timbre space x", r":2: space is 'x', it must be a SHA-256"),
        ("# rt-timbre preset {", r":2: the preset"),
        ('# rt-timbre preset {"format": 3}', r":2: format is 3"),
        ("1 /space/load other 1.0\n1.5 /space/load other", r":3: another space is still fading in"),
        ("1 /space/load other 0.0\n2 /preset/recall mine", r":3: there is no preset 'mine'"),
    ],
)
def test_a_log_that_cannot_be_replayed_says_why(tmp_path, user, monkeypatch, line, reason):
    monkeypatch.setenv("XDG_DATA_HOME", user["XDG_DATA_HOME"])
    path = tmp_path / "log.control"
    path.write_text(f"# rt-timbre control 1 voices=1\n{line}\n")
    with pytest.raises(ControlFileError, match=re.escape(str(path)) + reason):
        rendered(tiny_space(), *read_control_file(path), path)


def test_a_space_that_is_loaded_is_one_for_what_follows(tmp_path, user, monkeypatch):
    """The messages after a load are checked against its addresses."""
    monkeypatch.setenv("XDG_DATA_HOME", user["XDG_DATA_HOME"])
    path = tmp_path / "log.control"
    path.write_text(
        "# rt-timbre control 1 voices=1 phase=rtpghi-0\n0 /voice/1/note 60.0 0.5\n0.2 /space/load other 0.1\n1 /ping\n"
    )
    other = rendered(tiny_space(), *read_control_file(path), path)
    assert np.abs(other[40_000:]).max() > 0.01
    path.write_text(path.read_text().replace(" phase=rtpghi-0", ""))
    assert np.abs(rendered(tiny_space(), *read_control_file(path), path) - other)[:9000].max() > 1e-3  # another method
