"""The ring: what goes in comes out, whatever the block sizes, also between processes."""

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rt_timbre.audio.ring import CAPACITY, Ring


@pytest.fixture
def ring():
    ring = Ring()
    yield ring
    ring.close()


def ramp(first, samples):
    return np.stack([np.arange(first, first + samples), -np.arange(first, first + samples)], axis=1).astype(np.float32)


def start(code, ring):
    """Start another process that has the ring."""
    command = [sys.executable, "-c", code, str(ring.descriptor)]
    return subprocess.Popen(command, pass_fds=[ring.descriptor], stderr=subprocess.PIPE)


@settings(max_examples=30)
@given(st.lists(st.tuples(st.integers(1, 3000), st.integers(1, 3000)), max_size=60))
def test_frames_come_out_in_order_whatever_the_blocks(steps):
    ring = Ring()
    written = read = 0
    for write, take in steps:
        if ring.fill + write <= CAPACITY:
            ring.write(ramp(written, write))
            written += write
        out = np.full((take, 2), np.nan, np.float32)
        if ring.take(out):
            np.testing.assert_array_equal(out, ramp(read, take))
            read += take
        else:
            assert written - read < take
        assert ring.fill == written - read
    ring.close()


def test_another_process_reads_what_was_written_and_leaves_the_ring_alone(ring):
    ring.write(ramp(7, 500))
    ring.flowing = True
    code = (
        "import sys, numpy as np; from rt_timbre.audio.ring import Ring; ring = Ring(int(sys.argv[1])); "
        "out = np.zeros((300, 2), np.float32); assert ring.flowing and ring.take(out); "
        "assert (out[:, 0] == np.arange(7, 307)).all(); ring.count_underrun(); ring.count_call()"
    )
    start(code, ring).communicate(timeout=60)
    assert ring.read == 300
    assert (ring.underruns, ring.calls) == (1, 1)
    assert Ring(ring.descriptor).fill == 200, "the reader's end leaves the ring as it is"


def test_a_writer_and_a_reader_at_full_speed(ring):
    code = (
        "import sys, numpy as np; from rt_timbre.audio.ring import Ring; ring = Ring(int(sys.argv[1])); "
        "out = np.zeros((128, 2), np.float32); at = 0\n"
        "while at < 1 << 20:\n"
        "    if ring.take(out):\n"
        "        assert (out[:, 0] == np.arange(at, at + 128) % 4096).all(), at\n"
        "        at += 128\n"
    )
    reader = start(code, ring)
    at = 0
    while at < 1 << 20 and reader.poll() is None:
        if ring.fill <= CAPACITY - 96:
            ring.write((ramp(at, 96)) % 4096)
            at += 96
    try:
        _, said = reader.communicate(timeout=60)
    finally:
        reader.kill()
    assert reader.returncode == 0, said


def test_reset_empties(ring):
    ring.write(ramp(0, 10))
    ring.flowing = True
    ring.reset()
    assert (ring.fill, ring.flowing) == (0, False)
