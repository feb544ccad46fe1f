"""SLIP frames: whatever is framed comes out whole, however the stream is cut; garbage stays bounded."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythonosc import slip

from rt_timbre.errors import OscError
from rt_timbre.framing import FrameReader
from rt_timbre.osc import LARGEST, frame, unframe

BYTES = st.binary(max_size=40) | st.lists(st.sampled_from([0xC0, 0xDB, 0xDC, 0xDD, 0x2F]), max_size=40).map(bytes)


def cut(stream, places):
    """Cut a stream at some places."""
    ends = [*sorted(place % (len(stream) + 1) for place in places), len(stream)]
    return [stream[start:end] for start, end in zip([0, *ends], ends, strict=False)]


@given(st.lists(BYTES, max_size=8), st.lists(st.integers(0, 400), max_size=8), st.booleans())
def test_packets_come_out_whole_however_the_stream_is_cut(packets, places, double):
    framed = [frame(packet) for packet in packets]
    assert framed == [slip.encode(packet) for packet in packets]
    stream = b"".join(one if double else one[1:] for one in framed)  # with ENDs on both sides, or only after
    reader = FrameReader()
    found = [unframe(one) for piece in cut(stream, places) for one in reader.feed(piece)]
    assert found == [packet for packet in packets if packet]


@given(st.lists(BYTES, max_size=8))
def test_garbage_is_refused_or_read_and_the_next_packet_comes_through(pieces):
    reader = FrameReader()
    for piece in pieces:
        for one in reader.feed(piece):
            with contextlib.suppress(OscError):
                assert len(unframe(one)) <= len(one)
    assert unframe(reader.feed(frame(b"/ping\0\0\0"))[-1]) == b"/ping\0\0\0"


@pytest.mark.parametrize("filling", [b"a", b"\xdb\xdc"])
def test_a_frame_without_end_takes_no_more_memory_than_the_largest(filling):
    reader = FrameReader()
    for _ in range(1000):
        assert reader.feed(filling * 4096) == []
        assert len(reader._begun) <= 2 * LARGEST + 1
    (overlong,) = reader.feed(b"\xc0")
    with pytest.raises(OscError, match=r"longer than 65536 bytes|escape"):
        unframe(overlong)
    largest = b"\xc0" * LARGEST
    assert [unframe(one) for one in reader.feed(frame(largest))] == [largest]
    (overlong,) = reader.feed(frame(b"a" * (LARGEST + 1)))
    with pytest.raises(OscError, match="longer than 65536 bytes"):
        unframe(overlong)
