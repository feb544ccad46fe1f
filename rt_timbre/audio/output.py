"""The audio process: pyo, in an interpreter of its own, copies blocks from the ring to the output.

Run as ``python -m rt_timbre.audio.output``; it speaks one JSON object a line on its standard output, and ends when its
standard input does. Nothing else imports pyo.
"""

import argparse
import contextlib
import ctypes
import ctypes.util
import io
import json
import math
import os
import signal
import sys
import time
from collections.abc import Iterator
from typing import Any

import numpy as np

from rt_timbre.audio.rate_converter import RateConverter
from rt_timbre.audio.ring import Ring
from rt_timbre.realtime import die_with_parent, freeze_garbage, parent_gone, request_realtime

LOST = 3  # exit status: the output went away or changed under us; start again
_RETRY = 0.1  # seconds between looks for a JACK server
_STALLED = 1.0  # seconds without a callback, after which the output is taken for dead
_LOOK = 0.05  # seconds between looks at the output
_FADE = 0.05  # seconds in which the sound comes up when an output begins
_NO_START_SERVER = 1  # JackNoStartServer
_PHYSICAL_INPUT = 0x1 | 0x4  # JackPortIsInput, JackPortIsPhysical
_AUDIO_TYPE = b"32 bit float mono audio"


class _UnavailableError(Exception):
    """There is no such output; the text says why."""


class Player:
    """Fills one block at a time from the ring: fades in over 50 ms at the start, and covers gaps.

    Parameters
    ----------
    ring : Ring
        Where the sound comes from.
    block : int
        Frames in a block.
    rate : int
        Frames per second.
    made_at : int, optional
        Frames per second in the ring, by itself the same.

    Attributes
    ----------
    frames : ndarray of float32 [block, 2]
        The block to play.
    taken : int
        Greatest number of frames that a block takes from the ring.
    """

    def __init__(self, ring: Ring, block: int, rate: int, made_at: int | None = None) -> None:
        self._ring = ring
        self._take, self.taken = ring.take, block
        if made_at is not None and made_at != rate:
            converter = RateConverter(ring.take, made_at, rate, block)
            self._take, self.taken = converter.take, converter.frames
        self.frames = np.zeros((block, 2), np.float32)
        self._last = np.zeros(2, np.float32)
        blocks = math.ceil(_FADE * rate / block)
        level = np.linspace(0.0, 1.0, blocks * block + 1, dtype=np.float32)
        self._start = level[1:].reshape(blocks, block, 1)
        self._begun = 0  # blocks of the start that have been played
        self._rise = (np.arange(1, block + 1, dtype=np.float32) / block)[:, None]
        self._fall = 1.0 - self._rise
        self._silent = True

    def fill(self) -> None:
        """Get the next block; without one fade from the last sample to silence, and fade in again after."""
        ring, frames = self._ring, self.frames
        ring.count_call()
        if ring.flowing and self._take(frames):
            if self._silent and self._begun > 0:
                np.multiply(frames, self._rise, out=frames)
            self._silent = False
            if self._begun < len(self._start):
                np.multiply(frames, self._start[self._begun], out=frames)
                self._begun += 1
            self._last[:] = frames[-1]
            return
        if ring.flowing:
            ring.count_underrun()
        if self._silent:
            frames[:] = 0.0
        else:
            np.multiply(self._fall, self._last, out=frames)
            self._silent = True


class _Jack:
    """A look at the JACK server through the host's library, before pyo opens its own client.

    The look ends before pyo begins: of two clients in one process JACK 1.9.21 lets one starve now and then, when the
    server has just started.
    """

    def __init__(self) -> None:
        name = ctypes.util.find_library("jack") or "libjack.so.0"
        try:
            # Before pyo's own copy, and for all: on PipeWire only the host's library finds the server.
            library = ctypes.CDLL(name, mode=ctypes.RTLD_GLOBAL)
        except OSError:
            raise _UnavailableError(f"the JACK library {name} is not installed") from None
        library.jack_client_open.restype = ctypes.c_void_p
        for function in (library.jack_get_sample_rate, library.jack_get_buffer_size):
            function.restype, function.argtypes = ctypes.c_uint32, [ctypes.c_void_p]
        library.jack_get_ports.restype = ctypes.POINTER(ctypes.c_char_p)
        library.jack_get_ports.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_ulong]
        library.jack_free.argtypes = [ctypes.c_void_p]
        library.jack_client_close.argtypes = [ctypes.c_void_p]
        self._library = library
        self.rate = self.block = 0
        self.playback: list[str] = []

    def look(self) -> bool:
        """Learn rate, block size and playback ports; return whether there is a server."""
        library, status = self._library, ctypes.c_int(0)
        with _quiet():
            client = library.jack_client_open(b"rt-timbre-look", _NO_START_SERVER, ctypes.byref(status))
        if client is None:
            return False
        self.rate = int(library.jack_get_sample_rate(client))
        self.block = int(library.jack_get_buffer_size(client))
        ports = library.jack_get_ports(client, None, _AUDIO_TYPE, _PHYSICAL_INPUT)
        self.playback = []
        if ports:
            while ports[len(self.playback)]:
                self.playback.append(ports[len(self.playback)].decode())
            library.jack_free(ports)
        library.jack_client_close(client)
        return True


def main() -> int:
    """Run the audio process."""
    parser = argparse.ArgumentParser(prog="python -m rt_timbre.audio.output")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--ring", type=int)
    parser.add_argument("--wake", type=int, default=-1)
    parser.add_argument("--audio", choices=("auto", "jack", "portaudio"), default="auto")
    parser.add_argument("--device")
    parser.add_argument("--rate", type=int, default=48000)
    parser.add_argument("--block", type=int, default=128)
    parser.add_argument("--made-at", type=int, help="rate of the sound, where the output need not have it")
    parser.add_argument("--wait", action="store_true", help="wait for a JACK server that is not there yet")
    options = parser.parse_args()
    die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches both processes; the engine fades out, then ends this
    os.environ["PYO_GUI_WX"] = "0"
    os.environ["JACK_NO_START_SERVER"] = "1"
    try:
        if options.list:
            _say(outputs=_outputs())
            return 0
        _play(options)
    except _UnavailableError as error:
        _say(failed=str(error))
        return 1
    return LOST


def _play(options: argparse.Namespace) -> None:
    jack = None
    if options.audio in ("auto", "jack"):
        try:
            jack = _Jack()
        except _UnavailableError:
            if options.audio == "jack":
                raise
    pyo = _import_pyo()
    if jack is not None and not jack.look():
        while options.wait and not parent_gone(_RETRY):
            if jack.look():
                break
        else:
            if options.audio == "jack":
                raise _UnavailableError("no JACK server is running; start one, or use --audio portaudio or none")
            jack = None
    ring = Ring(options.ring)
    if jack is not None:
        rate, block, device = jack.rate, jack.block, "jack"
        server = pyo.Server(sr=rate, nchnls=2, buffersize=block, duplex=0, audio="jack", jackname="rt-timbre")
        # pyo's own choice of ports reads beyond its list of two where there are more.
        server.setJackAuto(False, False)
        if jack.playback:
            server.setJackAutoConnectOutputPorts([[port] for port in (jack.playback * 2)[:2]])
    else:
        if options.device is None:
            _portaudio_outputs(pyo)  # raises where there is none
        number, device = _portaudio_device(pyo, options.device)
        rate, block = options.rate, options.block
        server = pyo.Server(sr=rate, nchnls=2, buffersize=block, duplex=0, audio="portaudio")
        server.setOutputDevice(number)
    server.setVerbosity(0)
    server.deactivateMidi()
    with _quiet():
        server.boot()
    if not server.getIsBooted():
        raise _UnavailableError(f"{device} does not open at {rate} Hz with blocks of {block} frames")
    block = server.getBufferSize()
    player = Player(ring, block, rate, options.made_at)
    tables = [pyo.DataTable(block) for _ in range(2)]
    channels = [np.asarray(table.getBuffer()) for table in tables]
    wake = options.wake

    def callback() -> None:
        # JACK has another buffer size, pyo's memory has not: leave before it is written past its end. pyo calls this
        # first in each cycle.
        if server.getBufferSize() != block:
            os._exit(LOST)
        player.fill()
        frames = player.frames
        channels[0][:] = frames[:, 0]
        channels[1][:] = frames[:, 1]
        if wake >= 0:
            os.eventfd_write(wake, 1)

    scans = [pyo.TableScan(table).out(channel) for channel, table in enumerate(tables)]
    server.setCallback(callback)
    refused = request_realtime()
    freeze_garbage()
    with _quiet():
        server.start()
    _say(ready={"device": device, "rate": rate, "block": block, "taken": player.taken, "refused": refused})
    calls, alive = -1, time.monotonic()
    while server.getIsBooted() and time.monotonic() - alive < _STALLED and not parent_gone(_LOOK):
        if ring.calls != calls:
            calls, alive = ring.calls, time.monotonic()
    del scans
    os._exit(LOST)  # pyo's own way out can hang when its server is gone


def _import_pyo() -> Any:
    with _quiet(), contextlib.redirect_stdout(io.StringIO()):
        import pyo
    return pyo


def _portaudio_outputs(pyo: Any) -> list[tuple[int, str]]:
    with _quiet():
        # With no device at all portaudio crashes when it is asked more.
        if pyo.pa_count_devices() <= 0:
            raise _UnavailableError(
                "no sound device: no JACK server is running and portaudio finds no output; "
                "use --audio none to play to nobody"
            )
        names, numbers = pyo.pa_get_output_devices()
    if not names:
        raise _UnavailableError("no sound device: portaudio finds no output")
    return list(zip(numbers, names, strict=True))


def _portaudio_device(pyo: Any, wanted: str | None) -> tuple[int, str]:
    outputs = _portaudio_outputs(pyo)
    if wanted is None:
        default = pyo.pa_get_default_output()
        return next((output for output in outputs if output[0] == default), outputs[0])
    for number, name in outputs:
        if wanted in (str(number), name):
            return number, name
    known = ", ".join(f"{number} {name}" for number, name in outputs)
    raise _UnavailableError(f"there is no sound output {wanted!r}; there are {known}")


def _outputs() -> list[str]:
    lines = []
    try:
        jack = _Jack()
        if jack.look():
            lines.append(f"jack: running, {jack.rate} Hz, blocks of {jack.block} frames")
        else:
            lines.append("jack: no server is running")
    except _UnavailableError as error:
        lines.append(f"jack: {error}")
    try:
        lines += [f"portaudio {number}: {name}" for number, name in _portaudio_outputs(_import_pyo())]
    except _UnavailableError:
        lines.append("portaudio: no output")
    return lines


def _say(**message: object) -> None:
    os.write(1, (json.dumps(message) + "\n").encode())


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep what C libraries print off the standard output and error."""
    sys.stdout.flush()
    saved = os.dup(1), os.dup(2)
    null = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(null, 1)
        os.dup2(null, 2)
        yield
    finally:
        os.dup2(saved[0], 1)
        os.dup2(saved[1], 2)
        for descriptor in (null, *saved):
            os.close(descriptor)


if __name__ == "__main__":
    sys.exit(main())
