"""MIDI bytes: what a cable may carry, and what it should not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rt_timbre.midi.stream import ByteParser


@pytest.mark.parametrize(
    ("data", "messages"),
    [
        ("90 3c 64", [(0x90, 0x3C, 0x64)]),
        ("90 3c 64 3e 65 3c 00", [(0x90, 0x3C, 0x64), (0x90, 0x3E, 0x65), (0x90, 0x3C, 0x00)]),  # running status
        ("90 f8 3c fe 64", [(0x90, 0x3C, 0x64)]),  # clock and active sensing in between
        ("d3 10 11 c0 05", [(0xD3, 0x10, 0), (0xD3, 0x11, 0), (0xC0, 0x05, 0)]),
        ("f0 7e 7f 06 01 f7 e0 00 40", [(0xE0, 0x00, 0x40)]),  # a system exclusive
        ("f0 90 3c 64", [(0x90, 0x3C, 0x64)]),  # one that is not ended
        ("90 3c f2 01 02 64 65", []),  # song position ends the running status
        ("90 3c 80 3c 40", [(0x80, 0x3C, 0x40)]),  # cut short
        ("3c 64 f7 7f f4 f5 00", []),
        ("", []),
    ],
)
def test_messages_of_bytes(data, messages):
    assert ByteParser().feed(bytes.fromhex(data)) == messages


@given(st.lists(st.binary(max_size=20), max_size=20))
def test_any_bytes_in_any_pieces(pieces):
    parser = ByteParser()
    found = [message for piece in pieces for message in parser.feed(piece)]
    assert found == ByteParser().feed(b"".join(pieces))
    for status, first, second in found:
        assert 0x80 <= status <= 0xEF
        assert 0 <= first <= 127
        assert 0 <= second <= 127


MESSAGES = st.tuples(st.integers(0x80, 0xEF), st.integers(0, 127), st.integers(0, 127)).map(
    lambda message: (*message[:2], 0) if message[0] & 0xF0 in (0xC0, 0xD0) else message
)
JUNK = st.sampled_from([b"", b"\xf8", b"\xfe\xfa", b"\xff"])
SYSTEM = st.sampled_from([b"", b"\xf0\x01\x02\xf7", b"\xf1\x05", b"\xf2\x01\x02", b"\xf6", b"\xf7"])


@given(st.lists(st.tuples(MESSAGES, JUNK, JUNK, SYSTEM), max_size=30))
def test_messages_are_found_among_all_else(parts):
    """Written with running status wherever it may be, with real-time bytes between, and system messages after."""
    data, running = b"", 0
    for (status, first, second), before, between, after in parts:
        if status != running:
            data += bytes([status])
        data += before + bytes([first]) + between
        if status & 0xF0 not in (0xC0, 0xD0):
            data += bytes([second])
        data += after
        running = 0 if after else status
    assert ByteParser().feed(data) == [message for message, *_ in parts]
