"""`rt-timbre monitor`: what it makes of messages, what it draws, and how it lives in a terminal and in a pipe."""

import contextlib
import fcntl
import io
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
from dataclasses import replace

import pytest
from rich.console import Console

from rt_timbre.cli import main
from rt_timbre.monitor import picture
from rt_timbre.osc import Message
from rt_timbre.watch import Watch, plain_line
from tests.live import PATIENCE, TimbreServer, wait_for
from tests.test_meters import a_status


def say(watch, address, *arguments, now=1.0):
    watch.take(Message(address=address, arguments=arguments), now, "12:00:00")


@pytest.fixture
def watch():
    """A server that has told all."""
    watch = Watch(0.0)
    status = replace(a_status(), state="playing", space="orchestra", load_mean=0.25, load_p99=0.5, load_peak=0.75)
    say(watch, "/status.reply", *status.arguments())
    say(watch, "/version", "0.1.0", 1)
    say(watch, "/space/info", "orchestra", 16, 8, 36.0, 84.0, 48000.0)
    say(watch, "/meter", -6.5, -120.0, 3, 0.2)
    return watch


def drawn(watch, now=1.0):
    console = Console(width=90, height=40, record=True, file=io.StringIO())
    console.print(picture(watch, "127.0.0.1:57130", now))
    return console.export_text()


def test_a_picture_shows_all_figures(watch):
    say(watch, "/event/underrun", 12)
    text = drawn(watch)
    for words in (
        "rt-timbre 0.1.0 at 127.0.0.1:57130",
        "space orchestra   voices 1 of 8",
        r"hop +━{8}─{24} +25\.0% +50\.0% +75\.0%",
        r"decode .* 2000\.0% +2200\.0% +2100\.0%",
        r"left +━{29}─{3} +-6\.5 dB",
        r"right +─{32} +silent",
        r"underruns +6 +late hops +13 +faults +29",
        r"12:00:00 underrun: 12",
    ):
        assert re.search(words, text), words


def test_a_line_says_what_matters(watch):
    assert plain_line(watch, 1.0) == (
        "playing, 1 of 8 voices, load 25% p99 50% peak 75%, underruns 6, late hops 13, buffer 9.0 ms, latency 10.0 ms, "
        "peaks -6 -120 dBFS"
    )


def test_a_server_that_falls_silent_is_told_and_found_again(watch):
    assert not watch.look(2.0, "12:00:01")
    assert not watch.look(3.5, "12:00:03")
    assert plain_line(watch, 4.0) == "no answer for 3 s"
    assert "no answer for 3 s; still asking" in drawn(watch, 4.0)
    say(watch, "/ping", now=5.0)
    assert watch.look(5.0, "12:00:05")
    assert not watch.look(5.1, "12:00:05")
    assert [text for _, text in watch.events] == ["the server does not answer", "the server is there"]


@pytest.mark.parametrize(
    ("address", "arguments"),
    [
        ("/meter", ("loud",)),
        ("/version", ()),
        ("/version", (3,)),
        ("/space/info", ("orchestra",)),
        ("/status.reply", (1, 2, 3)),
        ("/voice/1/gain", (-6.0,)),
    ],
)
def test_what_a_stranger_says_does_no_harm(address, arguments):
    watch = Watch(0.0)
    say(watch, address, *arguments)
    drawn(watch)
    assert plain_line(watch, 1.0) in ("waiting for an answer", watch.problem)


def test_what_could_command_the_terminal_is_left_out(watch):
    say(watch, "/event/fault", "red \x1b[31malert\x07 [bold]")
    assert watch.events[-1][1] == "fault: red [31malert [bold]"
    assert "fault: red [31malert [bold]" in drawn(watch)


@pytest.fixture
def server(tiny_file):
    server = TimbreServer(os.environ, "--space", tiny_file, "--audio", "none", "--voices", "4")
    yield server
    if server.process.poll() is None:
        server.stop()


class Terminal:
    """A pseudo-terminal of 100 columns with `rt-timbre monitor` in it."""

    def __init__(self, server, **environment):
        self.process, self.descriptor = pty.fork()
        if self.process == 0:
            command = [sys.executable, "-m", "rt_timbre", "monitor", server]
            os.execve(sys.executable, command, os.environ | {"TERM": "xterm-256color"} | environment)
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        self.said = b""

    def shows(self, words):
        """Read on until `words` have been shown."""
        if select.select([self.descriptor], [], [], 0.05)[0]:
            with contextlib.suppress(OSError):
                self.said += os.read(self.descriptor, 65536)
        return words.encode() in self.said

    def end(self, key=b"\x03"):
        """Press Ctrl-C; return the exit status."""
        os.write(self.descriptor, key)
        with contextlib.suppress(OSError):
            while data := os.read(self.descriptor, 65536):
                self.said += data
        _, status = os.waitpid(self.process, 0)
        os.close(self.descriptor)
        return os.waitstatus_to_exitcode(status)


def test_in_a_terminal_it_draws_finds_the_server_again_and_ends_well(server, tiny_file):
    port = server.client.address[1]
    terminal = Terminal(f"127.0.0.1:{port}")
    try:
        wait_for(lambda: terminal.shows("space tiny"), "the first picture")
        assert b"\x1b[32" in terminal.said or b"\x1b[1;32" in terminal.said  # green
        server.stop()
        wait_for(lambda: terminal.shows("still asking"), "the loss to be seen")
        again = TimbreServer(os.environ, "--space", tiny_file, "--audio", "none", "--port", port)
        wait_for(lambda: terminal.shows("the server is there"), "the server to be found again")
        again.stop()
    finally:
        status = terminal.end()
    assert status == 0
    assert terminal.said.rstrip().endswith(b"\x1b[?1049l")  # the screen is as it was
    assert b"\x1b[?25h" in terminal.said  # and its cursor


def test_no_color_is_obeyed(server):
    terminal = Terminal(f"127.0.0.1:{server.client.address[1]}", NO_COLOR="1")
    try:
        wait_for(lambda: terminal.shows("space tiny"), "the first picture")
    finally:
        assert terminal.end() == 0
    assert not re.search(rb"\x1b\[[0-9;]*3[0-7]", terminal.said)


def test_in_a_pipe_it_prints_plain_lines(server):
    command = [sys.executable, "-m", "rt_timbre", "monitor", f"localhost:{server.client.address[1]}"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    first = [process.stdout.readline() for _ in range(3)]
    assert first[0].startswith("rt-timbre monitor: localhost:")
    assert all(re.fullmatch(r"\d\d:\d\d:\d\d playing, 0 of 4 voices, load .*\n", line) for line in first[1:])
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=PATIENCE)
    assert (process.returncode, said) == (0, "")


def test_a_reader_who_goes_ends_it(server):
    command = [sys.executable, "-m", "rt_timbre", "monitor", f"127.0.0.1:{server.client.address[1]}"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    process.stdout.readline()
    process.stdout.close()
    process.stdout = None
    _, said = process.communicate(timeout=PATIENCE)
    assert (process.returncode, said) == (0, "")


@pytest.mark.parametrize("server", ["", "host:", "host:0", "host:70000", "[::1", "host:one"])
def test_what_is_no_server_is_refused_in_one_line(server, capsys):
    with pytest.raises(SystemExit):
        main(["monitor", server])
    assert f"{server!r} is not HOST or HOST:PORT" in capsys.readouterr().err


def test_an_unknown_host_is_told(capsys):
    assert main(["monitor", "no.such.host.invalid"]) == 1
    assert "no.such.host.invalid" in capsys.readouterr().err
