"""docs/snippets.md is true: its code for Python runs, its messages are obeyed, its addresses are in the table."""

import ast
import os
import re
import socket
from pathlib import Path

import pytest

from rt_timbre.addresses import ROWS
from tests.live import Client, TimbreServer, wait_for

PAGE = Path(__file__).parent.parent / "docs" / "snippets.md"
TEXT = PAGE.read_text(encoding="utf-8")
CALL = re.compile(r"""tell\("(/[^"]+)"((?:, (?:"\w+"|[\d.]+|map\([^)]*\)))*)\)""")


def blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)


@pytest.fixture(scope="module")
def server():
    server = TimbreServer(os.environ, "--audio", "none", "--voices", "4")
    yield server
    server.stop()


@pytest.fixture
def client(server):
    """A client of the server, which at the end must have refused nothing and has sounded."""
    refused = server.client.ask("/status")[8]
    yield server.client
    wait_for(lambda: server.client.ask("/status")[1] > 0, "a voice that sounds")
    assert server.client.ask("/status")[8] == refused
    server.client.send("/panic")
    wait_for(lambda: server.client.ask("/status")[1] == 0, "silence")
    server.client.drop_answers()


@pytest.fixture
def player(client):
    """Another client: its answers go to the port that the page's messages name."""
    player = Client(client.address[1])
    yield player
    player.close()


def plays_the_morph(client):
    assert client.ask("/voice/1/note") == [60.0, pytest.approx(0.8)]
    assert client.ask("/voice/1/morph") == ["Oboe", "Trumpet", 4.0, "linear"]


def test_the_python_code_plays_and_hears(client):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    heard = []
    names = {"print": lambda *message: heard.append(message)}
    first, chord = blocks("python")
    exec(first.replace("57130", str(client.address[1])).replace("9000", str(port)), names)
    try:
        wait_for(lambda: ("/voice/1/gain", 0.0) in heard, "the answer")
        assert ("/done", "/notify", 1, port, 600.0) in heard
        plays_the_morph(client)
        client.send("/voice/2/pan", 0.25)
        wait_for(lambda: ("/voice/2/pan", 0.25) in heard, "the change that another client has made")
        exec(chord, names)
        wait_for(lambda: client.ask("/voice/3/note") == [64.0, 0.5], "the chord")
        assert [client.ask(f"/voice/{voice}/note") for voice in (1, 2)] == [[48.0, 0.5], [55.0, 0.5]]
    finally:
        names["timbre"].send_message("/notify", [0, port])
        names["ears"].shutdown()
        names["ears"].server_close()
        names["timbre"]._sock.close()


@pytest.mark.parametrize("language", ["processing", "javascript"])
def test_the_messages_of_other_languages_are_obeyed(language, client, player):
    (code,) = blocks(language)
    calls = CALL.findall(code)
    assert len(calls) == code.count('tell("') > 4
    for address, values in calls:
        if (address, values) != ("/voice/1/note", ", 60, 0"):
            player.send(address, *ast.literal_eval(f"[{re.sub(r'map[^)]*.', '0.5', values[2:])}]"))
    wait_for(lambda: client.ask("/status")[1] > 0, "a voice that sounds")
    plays_the_morph(client)


def test_the_code_for_touchdesigner_calls_what_its_manual_has(client, player):
    """Its operators send as python-osc does, and the callback is called as an OSC In DAT calls it."""

    class OscOut:
        def sendOSC(self, address, values):  # noqa: N802
            player.send(address, *values)

    posted = []
    names = {"op": {"oscout1": OscOut()}.get, "debug": lambda *line: posted.append(line)}
    send, callback = blocks("touchdesigner")
    exec(send, names)
    wait_for(lambda: client.ask("/status")[1] > 0, "a voice that sounds")
    plays_the_morph(client)
    exec(callback, names)
    for address, arguments in (("/fail", ["/voice/1/at", "no point"]), ("/voice/1/gain", [0.0])):
        names["onReceiveOSC"](None, 1, "", b"", 0.0, address, arguments, None)
    assert posted == [("/voice/1/at", "no point")]


def test_all_addresses_are_in_the_table():
    known = [re.compile(re.sub(r"\{\w+\}", r"[^/]+", row.template)) for row in ROWS]
    code = "".join(re.findall(r"```\w+\n(.*?)```", TEXT, re.DOTALL))
    named = {*re.findall(r"""["'](/[^"']+)["']""", code), *re.findall(r"`(/\w[^` ]*)", TEXT)} - {"/fail"}
    named |= {f"/{channel}" for channel in re.findall(r"`(voice/[^`]+)`", TEXT)}
    assert len(named) > 8
    assert [address for address in sorted(named) if not any(each.fullmatch(address) for each in known)] == []


def test_links_lead_somewhere_and_others_lead_here():
    for link in re.findall(r"\]\((?!http)([^)#]+)", TEXT):
        assert (PAGE.parent / link).exists()
    for page in ("README.md", "docs/controllers.md"):
        assert "snippets.md" in (PAGE.parent.parent / page).read_text(encoding="utf-8")
