"""End to end on real parts: OSC by python-osc, sound from JACK, the server as a user starts it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from tests.live import PATIENCE, Ear, JackServer, TimbreServer, alive, children, wait_for
from tests.osc_killers import KILLERS, mutations
from tests.test_engine import centroid, strongest


@pytest.fixture
def server(jack_server, tiny_file):
    server = TimbreServer(jack_server.environment, "--space", tiny_file, "--audio", "jack")
    yield server
    if server.process.poll() is None:
        server.stop()


@pytest.fixture
def ear(server, jack_server):
    ear = Ear(jack_server)
    ear.connect()
    yield ear
    ear.close()


def cents(sound, rate, note):
    expected = 440 * 2 ** ((note - 69) / 12)
    heard = strongest(sound, rate)
    return 1200 * np.log2(heard / (max(1, round(heard / expected)) * expected))


def in_tune(ear, note):
    """Record half a second in which the note is heard at its pitch.

    A cycle that the machine loses breaks the recording, and then another is made; a server that plays another pitch
    never passes.
    """

    def heard():
        sound = ear.record(0.5)
        return sound if abs(cents(sound, ear.rate, note)) < 5 else None

    end = time.monotonic() + PATIENCE
    while (sound := heard()) is None:
        assert time.monotonic() < end, f"note {note} is not heard at its pitch"
    return sound


def sounds(ear):
    return lambda: np.abs(ear.record(0.05)).max() > 1e-3


def test_a_note_is_heard_at_its_pitch_and_an_anchor_changes_the_timbre(server, ear):
    client = server.client
    assert "48000 Hz, 128 frames" in server.ready
    client.send("/voice/1/at", "Dark")
    client.send("/voice/1/note", 57.0, 0.5)
    wait_for(sounds(ear), "the note")
    ear.record(0.3)
    dark = in_tune(ear, 57.0)
    client.send("/voice/1/at", "Bright")
    wait_for(lambda: client.ask("/voice/1/at") == ["Bright"], "the anchor")
    ear.record(0.3)
    bright = in_tune(ear, 57.0)
    assert centroid(bright, ear.rate) > 1.5 * centroid(dark, ear.rate)
    status = client.ask("/status")
    assert status[0] == "playing"
    assert status[1] == 1
    assert status[10] > 0  # control to sound, measured
    assert status[11:13] == [48000.0, "tiny"]
    assert status[14:16] == ["bank", pytest.approx(1000.0 * 64 / 48000)]
    client.send("/phase", "rtpghi-0")
    wait_for(lambda: client.ask("/phase") == ["rtpghi-0"], "the other phase method")
    assert client.ask("/status")[14] == "rtpghi-0"
    assert client.ask("/status")[15] > 20.0
    ear.record(0.3)
    in_tune(ear, 57.0)
    assert client.ask("/status")[6] == 0  # underruns: the method had been prepared
    client.send("/panic")
    wait_for(lambda: client.ask("/status")[1] == 0, "silence")
    ear.record(0.1)
    assert not ear.record(0.2).any()
    code, said = server.stop()
    assert code == 0
    assert not [line for line in said.splitlines() if "refuses" not in line]


def test_the_audio_process_killed_sound_comes_back_with_its_state(server, ear):
    client = server.client
    client.send("/voice/1/note", 60.0, 0.5)
    client.send("/voice/1/gain", -3.0)
    wait_for(sounds(ear), "the note")
    first = server.audio_process
    os.kill(first, 9)
    wait_for(lambda: server.audio_process not in (None, first), "another audio process")
    ear.connect()
    wait_for(sounds(ear), "the note again")
    ear.record(0.2)
    in_tune(ear, 60.0)
    assert client.ask("/voice/1/gain") == [-3.0]
    assert server.process.poll() is None


def test_jack_killed_and_restarted_sound_comes_back(server, jack_server):
    client = server.client
    client.send("/voice/1/note", 60.0, 0.5)
    wait_for(lambda: client.ask("/status")[1] == 1, "the note")
    jack_server.kill()
    wait_for(lambda: client.ask("/status")[0] != "playing", "the loss to be noticed")
    assert client.ask("/voice/1/note") == [60.0, 0.5]
    jack_server.start()
    wait_for(lambda: client.ask("/status")[0] == "playing", "the output")
    ear = Ear(jack_server)
    ear.connect()
    wait_for(sounds(ear), "the note again")
    ear.record(0.2)
    in_tune(ear, 60.0)
    ear.close()


def test_jack_back_at_another_rate_the_note_keeps_its_pitch(server, jack_server):
    client = server.client
    client.send("/voice/1/note", 60.0, 0.5)
    wait_for(lambda: client.ask("/status")[1] == 1, "the note")
    jack_server.kill()
    wait_for(lambda: client.ask("/status")[0] != "playing", "the loss to be noticed")
    jack_server.rate = 44100
    jack_server.start()
    wait_for(lambda: client.ask("/status")[0] == "playing", "the output")
    ear = Ear(jack_server)
    assert ear.rate == 44100
    ear.connect()
    wait_for(sounds(ear), "the note again")
    ear.record(0.2)
    in_tune(ear, 60.0)
    ear.close()


def test_another_buffer_size_sound_comes_back(server, jack_server, ear):
    client = server.client
    client.send("/voice/1/note", 60.0, 0.5)
    wait_for(sounds(ear), "the note")
    first = server.audio_process
    assert jack_server.run("jack_bufsize", "256").returncode == 0
    wait_for(lambda: server.audio_process not in (None, first), "another audio process")
    wait_for(lambda: client.ask("/status")[0] == "playing", "the output")
    ear.connect()
    wait_for(sounds(ear), "the note again")
    ear.record(0.2)
    in_tune(ear, 60.0)


def test_a_killed_server_leaves_no_process_and_no_memory(server):
    family = children(server.process.pid)
    assert len(family) >= 1
    # Memory that has a name stays when all who have it are killed at once.
    mapped = Path(f"/proc/{server.process.pid}/maps").read_text()
    assert "rt-timbre-ring (deleted)" in mapped
    assert "/dev/shm/psm_" not in mapped
    server.kill()
    wait_for(lambda: not any(alive(child) for child in family), "the children to end")


def test_bad_datagrams_change_no_sound_and_fill_no_log(server, ear):
    client = server.client
    client.send("/voice/1/note", 57.0, 0.5)
    wait_for(sounds(ear), "the note")
    ear.record(0.3)
    before = in_tune(ear, 57.0)
    for data in KILLERS.values():
        client.send_raw(data[:65000])
    for number, data in enumerate(mutations(5, 5000, [d for d in KILLERS.values() if 0 < len(d) < 1000])):
        client.send_raw(data)
        if number % 50 == 0:
            time.sleep(0.002)
    client.drop_answers()
    assert client.ask("/status")[8] > 1000
    for address in ("/master/gain", "/voice/1/gain"):  # some of the mutations are valid
        client.send(address, 0.0)
    ear.record(0.2)
    after = in_tune(ear, 57.0)
    level = 20 * np.log10(np.sqrt(np.mean(after**2)) / np.sqrt(np.mean(before**2)))
    assert abs(level) < 0.5
    code, said = server.stop()
    assert code == 0
    assert len(said) < 100_000
    assert "Traceback" not in said


def test_questions_refusals_and_echoes(tiny_file):
    server = TimbreServer(os.environ, "--space", tiny_file, "--audio", "none", "--voices", "4")
    client = server.client
    try:
        assert client.ask("/ping") == []
        assert client.ask("/space/info") == ["tiny", 3, 4, 36.0, 96.0, 48000.0]
        assert client.ask("/anchor/list") == ["Dark", "Bright", "Hollow"]
        assert client.ask("/version")[1] == 1
        client.send("/voice/1/gain", "loud")
        address, (refused, reason) = client.receive()
        assert (address, refused) == ("/fail", "/voice/1/gain")
        assert "must be a number" in reason
        client.send("/voice/1/at", "Kazoo")
        assert "no point is named 'Kazoo'" in client.receive()[1][1]
        client.send("/nothing")
        client.send("/nothing")
        assert client.receive() == ("/fail", ["/nothing", "unknown address /nothing"])
        assert client.ask("/ping") == []  # the second refusal within a second was not sent

        from tests.live import Client

        listener = Client(client.address[1])
        listener.send("/notify", 1)
        assert listener.ask("/ping") == []
        client.send("/voice/2/pan", 0.5)
        assert listener.receive() == ("/voice/2/pan", [0.5])
        listener.send("/voice/2/pan", -0.5)
        assert client.ask("/voice/2/pan") == [-0.5]
        assert listener.ask("/ping") == []  # no echo to the originator
        listener.close()
    finally:
        code, _ = server.stop()
    assert code == 0


def test_a_bundle_is_atomic(tiny_file):
    from rt_timbre.osc import Message, encode_bundle

    server = TimbreServer(os.environ, "--space", tiny_file, "--audio", "none")
    try:
        messages = [Message(address=f"/voice/{v}/gain", arguments=(-float(v),)) for v in range(1, 17)]
        server.client.send_raw(encode_bundle(messages))
        assert [server.client.ask(f"/voice/{v}/gain")[0] for v in (1, 8, 16)] == [-1.0, -8.0, -16.0]
    finally:
        server.stop()


def test_a_bundle_of_thousands_of_patterns_is_refused_in_part(tiny_file):
    from rt_timbre.osc import Message, encode
    from tests.osc_killers import BUNDLE, NOW, element

    server = TimbreServer(os.environ, "--space", tiny_file, "--audio", "none")
    try:
        pattern = encode(Message(address="/voice/*/z/*", arguments=(0.5,)))
        server.client.send_raw(BUNDLE + NOW + element(pattern) * 2000)
        for _ in range(64):
            address, (_, reason) = server.client.receive()
            assert (address, reason) == ("/fail", "a datagram gives more than 4096 commands")
        assert server.client.ask("/status")[8] == 64
        assert server.client.ask("/voice/16/z/3") == [0.5]
    finally:
        server.stop()


def test_messages_are_obeyed_while_the_engine_cannot_keep_up(jack_server, tiny_file):
    """A hop that takes longer than it lasts, as on a machine that is too slow for its voices."""
    code = (
        "import sys, time; from rt_timbre.engine import Engine; from rt_timbre.cli import main; make = Engine.process\n"
        "def process(self, out): time.sleep(0.004); make(self, out)\n"
        "Engine.process = process; sys.exit(main())"
    )
    server = TimbreServer(jack_server.environment, "--space", tiny_file, "--audio", "jack", command=["-c", code])
    try:
        wait_for(lambda: server.client.ask("/status")[6] > 0, "underruns")
        code, _ = server.stop()
        assert code == 0
    finally:
        if server.process.poll() is None:
            server.kill()


def test_jack_with_many_playback_ports(tiny_file):
    """pyo's own choice of ports would read beyond the two that it has."""
    jack_server = JackServer(f"rt-timbre-{os.getpid()}-many", options=["-P", "8"])
    jack_server.start()
    try:
        server = TimbreServer(jack_server.environment, "--space", tiny_file, "--audio", "jack")
        lines = jack_server.run("jack_lsp", "-c", "rt-timbre").stdout.split()
        assert lines == ["rt-timbre:output_1", "system:playback_1", "rt-timbre:output_2", "system:playback_2"]
        server.stop()
    finally:
        jack_server.stop()


def test_ctrl_c_ends_both_processes_without_a_word(jack_server, tiny_file):
    server = TimbreServer(jack_server.environment, "--space", tiny_file, "--audio", "jack", start_new_session=True)
    try:
        os.killpg(server.process.pid, signal.SIGINT)  # as a terminal does: to both processes
        _, said = server.process.communicate(timeout=30)
        assert server.process.returncode == 0
        assert not [line for line in said.splitlines() if "refuses" not in line]
    finally:
        if server.process.poll() is None:
            server.kill()
        server.client.close()


def run_serve(*options, environment=None):
    command = [sys.executable, "-m", "rt_timbre", "serve", *map(str, options)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--audio", "jack"], "no JACK server is running"),
        (["--audio", "none", "--space", "no-such-space"], "no-such-space"),
        (["--audio", "none", "--space", "/no/such.timbre"], "/no/such.timbre"),
        (["--audio", "none", "--host", "no.such.host.invalid"], "no.such.host.invalid"),
        (["--audio", "none", "--host", "192.0.2.1"], "192.0.2.1"),
    ],
)
def test_what_cannot_start_says_so_in_one_line(tiny_file, options, reason):
    environment = os.environ | {"JACK_DEFAULT_SERVER": "rt-timbre-none"}
    space = [] if "--space" in options else ["--space", tiny_file]
    result = run_serve("--port", 0, *options, *space, environment=environment)
    assert result.returncode == 1
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith("rt-timbre: ")
    assert reason in result.stderr


def test_a_port_that_is_taken(tiny_file):
    server = TimbreServer(os.environ, "--space", tiny_file, "--audio", "none")
    try:
        port = server.client.address[1]
        result = run_serve("--port", port, "--audio", "none", "--space", tiny_file)
        assert result.returncode == 1
        assert result.stderr == f"rt-timbre: UDP port {port} of 127.0.0.1 is taken; choose another by --port\n"
    finally:
        server.stop()


def test_devices_are_listed(jack_server):
    command = [sys.executable, "-m", "rt_timbre", "devices"]
    result = subprocess.run(command, env=jack_server.environment, capture_output=True, text=True, timeout=60)
    assert result.returncode == 0
    assert "jack: running, 48000 Hz, blocks of 128 frames" in result.stdout


def test_a_control_file_is_played_to_its_end(jack_server, tiny_file, tmp_path):
    score = tmp_path / "a.control"
    score.write_text("0 /voice/1/note 69.0 0.8\n5.0 /voice/1/note 69.0 0.0\n")
    process = subprocess.Popen(
        [sys.executable, "-m", "rt_timbre", "play", str(score), "--space", str(tiny_file)], env=jack_server.environment
    )
    ear = Ear(jack_server)
    try:
        ear.connect()
        wait_for(lambda: np.abs(ear.record(0.1)).max() > 0.05, "a tone")
        in_tune(ear, 69)
        assert process.wait(PATIENCE) == 0
    finally:
        ear.close()
        process.kill()


def test_an_output_that_does_not_open_is_told_and_the_former_one_plays_on(server, ear):
    client = server.client
    client.send("/voice/1/note", 60.0, 0.5)
    wait_for(sounds(ear), "the note")
    assert client.ask("/audio/device") == ["jack"]
    client.send("/audio/device", "nowhere")
    address, (command, reason) = client.receive()
    assert (address, command) == ("/fail", "/audio/device")
    assert "nowhere" in reason or "no sound device" in reason
    wait_for(lambda: client.ask("/audio/device") == ["jack"], "the former output")
    ear.connect()
    wait_for(sounds(ear), "the note again")
    client.send("/audio/device", "jack")
    assert client.receive() == ("/done", ["/audio/device", "jack"])
    ear.connect()
    wait_for(sounds(ear), "the note again")


def test_a_server_that_plays_to_nobody_has_no_output_to_switch(tiny_file):
    server = TimbreServer(os.environ, "--space", tiny_file, "--audio", "none")
    server.client.send("/audio/device", "jack")
    address, (_, reason) = server.client.receive()
    assert address == "/fail"
    assert "plays to nobody" in reason
    server.stop()


@pytest.fixture
def silent_card(tmp_path):
    """A sound card of ALSA's that takes everything and plays nothing, for portaudio."""
    names = tmp_path / "asound.conf"
    names.write_text("pcm.nothing { type null }\npcm.!default { type null }\nctl.!default { type null }\n")
    load = tmp_path / "alsa.conf"
    files = f'"/usr/share/alsa/alsa.conf" "{names}"'
    load.write_text(f"@hooks [ {{ func load files [ {files} ] errors false }} ]\n")
    return os.environ | {"ALSA_CONFIG_PATH": str(load)}


def test_portaudio_plays_and_another_output_is_chosen_by_name(silent_card, tiny_file):
    server = TimbreServer(silent_card, "--space", tiny_file, "--audio", "portaudio", "--device", "nothing")
    client = server.client
    assert client.ask("/audio/device") == ["nothing"]
    client.send("/audio/device", "default")
    assert client.receive() == ("/done", ["/audio/device", "default"])
    assert client.ask("/audio/device") == ["default"]
    client.send("/audio/device", "-x")
    address, (_, reason) = client.receive()
    assert address == "/fail"
    assert "no sound output '-x'; there are 0 nothing, 1 default" in reason
    wait_for(lambda: client.ask("/audio/device") == ["default"], "the former output")
    assert server.stop()[0] == 0
