"""The output path: gaps are covered without a click; pyo passes every sample on."""

import subprocess
import sys

import numpy as np
import pytest

from rt_timbre.audio.output import Player
from rt_timbre.audio.ring import Ring

BLOCK, RATE = 128, 48000
START = 19  # blocks in 50 ms


@pytest.fixture
def ring():
    ring = Ring()
    yield ring
    ring.close()


def play(player, blocks):
    out = []
    for _ in range(blocks):
        player.fill()
        out.append(player.frames.copy())
    return np.concatenate(out)


def test_silence_and_no_underrun_before_the_sound_flows(ring):
    player = Player(ring, BLOCK, RATE)
    assert not play(player, 5).any()
    assert ring.underruns == 0
    assert ring.calls == 5


def test_a_gap_fades_out_counts_and_fades_in(ring):
    player = Player(ring, BLOCK, RATE)
    tone = np.sin(2 * np.pi * 200 * np.arange(RATE) / RATE)[:, None].repeat(2, 1).astype(np.float32)
    ring.flowing = True
    ring.write(np.zeros((START * BLOCK, 2), np.float32))
    play(player, START)
    ring.write(tone[: 10 * BLOCK])
    first = play(player, 13)
    assert ring.underruns == 3
    ring.write(tone[10 * BLOCK : 20 * BLOCK])
    second = play(player, 10)
    whole = np.concatenate([first, second])
    largest = 2 * np.pi * 200 / RATE
    assert np.abs(np.diff(whole, axis=0)).max() <= 1.1 * largest
    np.testing.assert_array_equal(first[: 10 * BLOCK], tone[: 10 * BLOCK])
    np.testing.assert_array_equal(second[BLOCK:], tone[11 * BLOCK : 20 * BLOCK])
    assert not first[11 * BLOCK :].any()


def test_a_start_fades_in_over_50_ms(ring):
    player = Player(ring, BLOCK, RATE)
    ring.flowing = True
    ring.write(np.ones((5 * BLOCK, 2), np.float32))
    sound = play(player, 7)[: 6 * BLOCK]  # a gap in the middle does not end the fade
    assert ring.underruns == 2
    ring.write(np.ones((20 * BLOCK, 2), np.float32))
    sound = np.concatenate([sound, play(player, 20)])[:, 0]
    steps = np.diff(sound, prepend=0.0)
    assert steps[: 5 * BLOCK].max() <= 1.001 / (0.05 * RATE)
    assert np.abs(steps).max() <= 1.0 / BLOCK
    np.testing.assert_allclose(sound[[4 * BLOCK - 1, 19 * BLOCK - 1]], [4 / START, 18 / START], rtol=1e-5)
    np.testing.assert_array_equal(sound[-6 * BLOCK :], 1.0)


_RAMP = """
import os, sys
os.environ["PYO_GUI_WX"] = "0"
import numpy as np, pyo
sys.path.insert(0, sys.argv[1])
from rt_timbre.audio.output import Player
from rt_timbre.audio.ring import Ring
ring = Ring(int(sys.argv[2]))
server = pyo.Server(sr=48000, nchnls=2, buffersize=128, duplex=0, audio="manual")
server.setVerbosity(0); server.deactivateMidi(); server.boot()
player = Player(ring, 128, 48000)
tables = [pyo.DataTable(128) for _ in range(2)]
channels = [np.asarray(table.getBuffer()) for table in tables]
def callback():
    player.fill()
    channels[0][:], channels[1][:] = player.frames[:, 0], player.frames[:, 1]
scans = [pyo.TableScan(table).out(channel) for channel, table in enumerate(tables)]
server.setCallback(callback)
server.start()
import ctypes
address = server.getOutputAddr()
heard = np.ctypeslib.as_array(ctypes.cast(int(address, 16) if isinstance(address, str) else address,
                                           ctypes.POINTER(ctypes.c_float)), (256,)).reshape(128, 2)
ring.flowing = True
breaks, written, last = 0, 0, None
for block in range(8192):
    data = ((np.arange(written, written + 128) % 4093) / 4096).astype(np.float32)
    ring.write(np.stack([data, -data], axis=1)); written += 128
    server.process()
    if block >= 24:
        left = np.concatenate([[last], heard[:, 0]]) if last is not None else heard[:, 0]
        steps = np.diff(np.rint(left * 4096))
        breaks += int(((steps != 1) & (steps != -4092)).sum()) + int((heard[:, 0] != -heard[:, 1]).sum())
        last = heard[-1, 0]
assert ring.underruns == 0
os.write(1, b"breaks %d" % breaks)
os._exit(0)
"""


def test_a_million_samples_of_a_ramp_pass_through_pyo_unbroken(ring):
    root = __file__.rsplit("/tests/", 1)[0]
    result = subprocess.run(
        [sys.executable, "-c", _RAMP, root, str(ring.descriptor)],
        pass_fds=[ring.descriptor],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert result.stdout.endswith("breaks 0"), result
