"""Lines on standard error: bounded, and never waited for."""

import fcntl
import os

import pytest

from rt_timbre.log import Log
from rt_timbre.osc import Message


@pytest.fixture
def pipe():
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    yield reading, writing
    os.close(reading)
    os.close(writing)


def lines(reading):
    try:
        return os.read(reading, 1 << 20).decode().splitlines()
    except BlockingIOError:
        return []


def test_a_full_pipe_loses_lines_and_stops_nothing(pipe):
    reading, writing = pipe
    fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, 4096)
    log = Log(writing)
    written = sum(log.line("x" * 250) for _ in range(100))
    assert 1 <= written <= 16
    assert len(lines(reading)) == written
    assert log.line("again")


def test_a_closed_descriptor_is_no_error():
    reading, writing = os.pipe()
    log = Log(writing)
    os.close(reading)
    assert not log.line("to nobody")
    os.close(writing)
    assert not log.line("to nothing")


def test_complaints_are_one_short_line_a_second(pipe):
    reading, writing = pipe
    log = Log(writing)
    log.complain("two\nlines " + "é" * 1000)
    log.complain("another")
    (line,) = lines(reading)
    assert line.startswith("rt-timbre: two lines é")
    assert len(line) <= 320


def test_messages_are_shown_a_hundred_a_second_and_the_others_counted(pipe):
    reading, writing = pipe
    log = Log(writing)
    log.dump(Message(address="/a", arguments=(1, 0.123456789, "x\n\x1b[2J", b"\0", None, True)), "host", 9)
    assert lines(reading) == [r"rt-timbre: host:9 /a 1 0.123457 'x\n\x1b[2J' b'\x00' None True"]
    shown = 0
    for _ in range(1000):
        log.dump(Message(address="/b", arguments=(0.5,) * 64), "host", 9)
        shown += len(lines(reading))
    assert 99 <= shown <= 250
    log._second -= 1
    log.dump(Message(address="/c"), "host", 9)
    more, last = lines(reading)
    assert more.endswith("messages more came in")
    assert last == "rt-timbre: host:9 /c"
