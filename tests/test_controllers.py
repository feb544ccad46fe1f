"""docs/controllers.md is true: its messages are obeyed, its code runs in SuperCollider, its commands exist."""

import os
import re
import shlex
from pathlib import Path

import pytest
from pythonosc.osc_message_builder import OscMessageBuilder

from rt_timbre.cli import main
from rt_timbre.controlfile import read_control_file
from rt_timbre.osc import encode
from tests.live import Client, TimbreServer, wait_for
from tests.supercollider import SuperCollider

PAGE = Path(__file__).parent.parent / "docs" / "controllers.md"
TEXT = PAGE.read_text(encoding="utf-8")


def blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)


@pytest.fixture(scope="module")
def server():
    server = TimbreServer(os.environ, "--audio", "none", "--voices", "4", "--query-port", "0", "--no-discovery")
    yield server
    server.stop()


def test_every_message_is_obeyed(server, tmp_path):
    score = tmp_path / "page.control"
    lines = [line for block in blocks("osc") for line in block.splitlines()]
    assert len(lines) > 10
    score.write_text("".join(f"0 {line}\n" for line in lines), encoding="utf-8")
    _, events = read_control_file(score)
    refused = server.client.ask("/status")[8]
    for event in events:
        server.client.send_raw(encode(event.message))
    server.client.send("/answers", 0)
    assert server.client.ask("/voice/1/xy") == pytest.approx([0.3, 0.6])
    assert server.client.ask("/voice/4/xy") == pytest.approx([0.3, 0.6])
    assert server.client.ask("/voice/1/gain") == [-12.0]
    assert server.client.ask("/status")[8] == refused
    server.client.send("/notify", 0)


def test_what_wekinator_sends_is_the_latent(server):
    """One message of one float for each output, as its OSCSender makes it."""
    builder = OscMessageBuilder("/wek/outputs")
    for output in range(16):
        builder.add_arg(output / 15.0, "f")
    server.client.send_raw(builder.build().dgram)
    latent = server.client.ask("/voice/1/latent")
    assert len(latent) == 16
    for ends in (0.0, 1.0):
        server.client.send("/wek/outputs", *[ends] * 16)
        limits = server.client.ask("/voice/1/latent")
        assert latent[15 if ends else 0] == pytest.approx(limits[15 if ends else 0])


def test_who_listens_to_another_port_hears_there(server):
    hearer = Client(server.client.address[1])
    hearer.socket.bind(("127.0.0.1", 0))
    port = hearer.socket.getsockname()[1]
    server.client.send("/notify", 1, port, 600.0)
    assert hearer.receive() == ("/done", ["/notify", 1, port, 600.0])
    server.client.send("/voice/3/gain", -4.0)
    server.client.send("/voice/3/gain")
    assert hearer.receive() == ("/voice/3/gain", [-4.0])
    server.client.send("/voice/3/gain", "loud")
    assert hearer.receive()[1][0] == "/voice/3/gain"
    other = Client(server.client.address[1])
    other.send("/voice/3/pan", 0.25)
    wait_for(lambda: hearer.receive() == ("/voice/3/pan", [0.25]), "the change")
    server.client.send("/notify", 0, port)
    hearer.close()
    other.close()
    server.client.ask("/ping")
    server.client.drop_answers()


def test_the_code_for_supercollider_plays_and_hears_the_answer(server, tmp_path):
    client = server.client
    first, second = (block.replace("57130", str(client.address[1])) for block in blocks("supercollider"))
    refused = client.ask("/status")[8]
    sclang = SuperCollider(tmp_path)
    assert sclang.hear(first, "[").startswith("[ /status.reply, playing, ")
    assert client.ask("/voice/1/note") == [67.0, pytest.approx(0.8)]
    assert client.ask("/voice/1/morph") == ["Violin", "Flute", 4.0, "spherical"]
    sclang.run(second)
    wait_for(lambda: client.ask("/voice/3/note") == [64.0, 0.5], "the bundle")
    assert client.ask("/voice/2/note") == [60.0, 0.5]
    sclang.stop()
    assert not any(re.search("ERROR|WARNING|/fail", line) for line in sclang.posted)
    status = client.ask("/status")
    assert (status[7], status[8]) == (0, refused)  # no bundle was late, nothing refused
    client.send("/panic")


COMMANDS = re.findall(r"^    (rt-timbre .*)$", TEXT, re.MULTILINE)


@pytest.mark.parametrize("command", [command for command in COMMANDS if command.startswith("rt-timbre layout")])
def test_the_layout_is_made_by_its_command(command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(shlex.split(command)[1:]) == 0
    assert f"--load {next(tmp_path.iterdir()).name}" in TEXT


@pytest.mark.parametrize("command", [command for command in COMMANDS if command.startswith("rt-timbre serve")])
def test_the_server_starts_by_its_command(command, tiny_file):
    options = shlex.split(command.replace("192.168.1.20", "127.0.0.1"))[2:]
    options += ["--space", tiny_file]
    server = TimbreServer(os.environ, "--audio", "none", "--voices", "1", "--query-port", "0", *options)
    assert server.stop()[0] == 0


def test_every_command_is_tested_and_every_link_leads_somewhere():
    assert all(command.split()[1] in ("serve", "layout") for command in COMMANDS)
    for link in re.findall(r"\]\((?!http)([^)#]+)", TEXT):
        assert (PAGE.parent / link).exists()
    assert "docs/controllers.md" in (PAGE.parent.parent / "README.md").read_text(encoding="utf-8")
