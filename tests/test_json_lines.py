"""Lines for a supervisor: written, or dropped and counted; never waited for."""

import json
import os

from rt_timbre.json_lines import JsonLines
from tests.live import wait_for


def test_lines_are_written_in_order():
    reader, writer = os.pipe()
    lines = JsonLines(writer)
    for number in range(20):
        lines.put({"event": "status", "space": "Größe", "number": number})
    lines.close()
    os.close(writer)
    with open(reader, encoding="utf-8") as stream:
        read = [json.loads(line) for line in stream]
    assert [line["number"] for line in read] == list(range(20))
    assert read[0] == {"event": "status", "space": "Größe", "number": 0}
    assert lines.dropped == 0


def test_lines_that_nobody_reads_are_dropped_and_counted():
    reader, writer = os.pipe()
    lines = JsonLines(writer)
    try:
        for _ in range(500):
            lines.put({"filling": "x" * 4000})  # a pipe holds 64 KiB
        assert 500 > lines.dropped >= 500 - 16 - 1 - 64
        lines.close()  # returns although nothing is read
    finally:
        os.close(reader)  # and lets the thread go


def test_a_reader_who_is_gone_is_no_error():
    reader, writer = os.pipe()
    os.close(reader)
    lines = JsonLines(writer)
    lines.put({"event": "first"})
    wait_for(lambda: lines.dropped == 1, "the loss to be noticed")
    lines.put({"event": "second"})
    assert lines.dropped == 2
    lines.close()
    os.close(writer)


def test_a_full_disk_is_no_error():
    writer = os.open("/dev/full", os.O_WRONLY)
    lines = JsonLines(writer)
    lines.put({"event": "first"})
    wait_for(lambda: lines.dropped == 1, "the loss to be noticed")
    lines.close()
    os.close(writer)
