"""MIDI ports of a real JACK server: played, lost, found again; controllers that are learned."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.live import PATIENCE, Client, TimbreServer, alive, children, wait_for

# A keyboard in a process of its own: JACK's library serves one server in the life of a process.
KEYBOARD = """
import collections, sys, jack
client = jack.Client(sys.argv[1], no_start_server=True)
port = client.midi_outports.register("out")
waiting = collections.deque()
@client.set_process_callback
def process(frames):
    port.clear_buffer()
    if waiting:
        port.write_midi_event(0, waiting.popleft())
client.activate()
sys.stdout.write("ready\\n")
sys.stdout.flush()
for line in sys.stdin:
    waiting.append(bytes.fromhex(line))
client.deactivate()
client.close()
"""


class Keyboard:
    """A MIDI keyboard plugged into JACK."""

    def __init__(self, environment, name="keys"):
        self.process = subprocess.Popen(
            [sys.executable, "-c", KEYBOARD, name],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self.process.stdout.readline() == "ready\n"

    def send(self, text):
        self.process.stdin.write(text + "\n")
        self.process.stdin.flush()

    def play(self, text, condition, what):
        """Send again and again, until it is heard: JACK may lose what comes in the moment of connection."""

        def heard():
            if condition():
                return True
            self.send(text)
            time.sleep(0.1)
            return False

        wait_for(heard, what)

    def unplug(self):
        self.process.communicate(timeout=PATIENCE)


@pytest.fixture
def environment(jack_server, tmp_path):
    return jack_server.environment | {"XDG_DATA_HOME": str(tmp_path)}


@pytest.fixture
def server(environment, tiny_file):
    server = start(environment, tiny_file)
    yield server
    server.stop()


def start(environment, tiny_file, *options):
    return TimbreServer(
        environment, "--audio", "none", "--voices", 2, "--space", tiny_file, *(options or ("--midi", "keys"))
    )


def plugged(jack_server):
    """Whether the keyboard is connected to the server."""
    return "rt-timbre-midi" in jack_server.run("jack_lsp", "-c", "keys:out").stdout


def note(server, voice=1):
    pitch, velocity = server.client.ask(f"/voice/{voice}/note")
    return pitch if velocity > 0.0 else None


def midi_process(server):
    for child in children(server.process.pid):
        if b"rt_timbre.midi.ports" in Path(f"/proc/{child}/cmdline").read_bytes():
            return child
    return None


def test_keys_are_played_a_keyboard_is_lost_and_found_and_may_send_anything(jack_server, environment, server):
    keyboard = Keyboard(environment)
    wait_for(lambda: plugged(jack_server), "the keyboard")
    keyboard.play("903c40", lambda: note(server) == 60.0, "a note")
    keyboard.play("90f83e40 40f001", lambda: note(server, 2) == 62.0, "a note")
    keyboard.send("e07f7f")
    wait_for(lambda: server.client.ask("/voice/2/bend") == [2.0], "bend")
    keyboard.send("803c00")
    wait_for(lambda: note(server) is None, "the end of a note")
    keyboard.unplug()
    wait_for(lambda: note(server, 2) is None, "the end of the other")
    keyboard = Keyboard(environment)
    wait_for(lambda: plugged(jack_server), "the keyboard again")
    keyboard.play("904040", lambda: 64.0 in (note(server, 1), note(server, 2)), "a note")
    generator = random.Random(0)
    for _ in range(300):
        keyboard.send(generator.randbytes(generator.randint(1, 12)).hex())
    keyboard.send("f7")  # rtmidi waits for the end of a system exclusive
    keyboard.send("b07800")
    keyboard.send("b17900")
    keyboard.play("913c40", lambda: 60.0 in (note(server, 1), note(server, 2)), "a note after any bytes")
    keyboard.unplug()


def test_a_learned_controller_survives_a_restart(jack_server, environment, tiny_file, tmp_path):
    keyboard = Keyboard(environment)
    server = start(environment, tiny_file)
    client = server.client
    client.send("/midi/learn", "/voice/1/latent")
    assert client.receive() == ("/fail", ["/midi/learn", "/voice/1/latent is not set by one number within a range"])
    client.send("/midi/learn", "/nowhere")
    assert client.receive() == ("/fail", ["/midi/learn", "unknown address /nowhere"])
    client.send("/midi/learn", "/voice/*/gain")
    client.send("/midi/learn", "")  # rather not
    client.send("/midi/learn", "/voice/*/sustain")
    client.ask("/ping")
    wait_for(lambda: plugged(jack_server), "the keyboard")
    other = Client(client.address[1])
    keyboard.play("b31540", lambda: other.ask("/voice/2/sustain") == [pytest.approx(64 / 127)], "the controller")
    other.close()
    assert client.receive() == ("/done", ["/midi/learn", "/voice/*/sustain", 4, 21])
    keyboard.send("b3167f")  # another one
    keyboard.send("b3157f")
    wait_for(lambda: client.ask("/voice/1/sustain") == [1.0], "the controller")
    server.stop()
    (binding,) = json.loads((tmp_path / "rt-timbre" / "midi.json").read_text())["controllers"]
    assert binding == {"port": "keys:out", "channel": 4, "controller": 21, "address": "/voice/*/sustain"}
    server = start(environment, tiny_file)
    wait_for(lambda: plugged(jack_server), "the keyboard")
    keyboard.play("b31500", lambda: server.client.ask("/voice/2/sustain") == [0.0], "the controller")
    server.stop()
    keyboard.unplug()


def test_no_note_hangs_when_the_jack_server_ends_and_all_is_found_again(jack_server, environment, server):
    keyboard = Keyboard(environment)
    wait_for(lambda: plugged(jack_server), "the keyboard")
    keyboard.play("903c40", lambda: note(server) == 60.0, "a note")
    jack_server.stop()
    wait_for(lambda: note(server) is None, "the end of the note")
    keyboard.process.kill()
    keyboard.process.communicate()
    jack_server.start()
    keyboard = Keyboard(environment)
    wait_for(lambda: plugged(jack_server), "the keyboard")
    keyboard.play("903e40", lambda: 62.0 in (note(server, 1), note(server, 2)), "a note")
    keyboard.unplug()


def test_the_midi_process_says_what_is_missing_is_started_again_and_ends_with_the_server(tiny_file, tmp_path):
    # Without JACK, which does not survive clients that are killed.
    environment = os.environ | {"JACK_DEFAULT_SERVER": "rt-timbre-none", "XDG_DATA_HOME": str(tmp_path)}
    server = start(environment, tiny_file, "--midi", "theremin")
    line = server.process.stderr.readline()
    assert line == "rt-timbre: no MIDI port has 'theremin' in its name; it is waited for\n"
    first = wait_for(lambda: midi_process(server), "the MIDI process")
    os.kill(first, signal.SIGKILL)
    second = wait_for(lambda: midi_process(server) not in (None, first) and midi_process(server), "another one")
    server.kill()
    wait_for(lambda: not alive(second), "its end")


def test_all_ports_are_played_without_a_name(jack_server, environment, tiny_file):
    keyboards = [Keyboard(environment, name) for name in ("keys", "pads")]
    server = start(environment, tiny_file, "--midi", "--mpe")
    wait_for(lambda: "pads:out" in jack_server.run("jack_lsp", "-c", "rt-timbre-midi").stdout, "the pads")
    keyboards[0].play("913c40", lambda: 60.0 in (note(server, 1), note(server, 2)), "a note")
    keyboards[1].play("913e40", lambda: 62.0 in (note(server, 1), note(server, 2)), "another")
    keyboards[1].send("e17f7f")
    wait_for(lambda: 48.0 in (server.client.ask(f"/voice/{v}/bend")[0] for v in (1, 2)), "the bend of MPE")
    for keyboard in keyboards:
        keyboard.unplug()
    _, said = server.stop()
    assert said.splitlines()[0] == "rt-timbre: MIDI from keys:out, pads:out"


def test_without_midi_nothing_is_learned(environment, tiny_file):
    server = start(environment, tiny_file, "--seed", "1")
    server.client.send("/midi/learn", "/master/gain")
    assert server.client.receive() == (
        "/fail",
        ["/midi/learn", "the server does not listen to MIDI; start it with --midi"],
    )
    assert midi_process(server) is None
    server.stop()


@pytest.mark.parametrize("arguments", [["serve", "--midi"], ["devices"]])
def test_what_to_install(arguments):
    code = "import sys; sys.modules['rtmidi'] = None; from rt_timbre.cli import main; sys.exit(main(sys.argv[1:]))"
    result = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, timeout=60)
    said = result.stdout if arguments == ["devices"] else result.stderr
    assert said.splitlines()[-1].endswith("MIDI needs python-rtmidi: pip install 'rt-timbre[midi]'")


def test_devices_lists_the_ports(environment):
    keyboard = Keyboard(environment)
    command = [sys.executable, "-m", "rt_timbre", "devices"]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert "midi: keys:out" in result.stdout.splitlines()
    keyboard.unplug()
