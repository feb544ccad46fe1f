"""The MIDI process: opens input ports, and says on its standard output what they receive.

Run as ``python -m rt_timbre.midi.ports``, for its callbacks take the GIL; it speaks one JSON object a line, and ends
when its standard input does. Nothing else imports rtmidi. Ports that are lost are looked for again and again.
"""

import argparse
import contextlib
import ctypes
import ctypes.util
import importlib.util
import json
import os
import signal
import subprocess
import sys
import time
from typing import Any

from rt_timbre.child import said
from rt_timbre.errors import MidiError
from rt_timbre.midi.stream import ByteParser
from rt_timbre.realtime import die_with_parent, parent_gone

_CLIENT = "rt-timbre-midi"
_OWN_PORT = "in"  # of each kind of ports: what others connect to
_LOOK = 0.5  # seconds between looks at the ports
_POLL = 0.001  # seconds between looks at what JACK's ports have received
_LOST = 3  # exit status: the JACK server has ended, and its library cannot be used again
_PATIENCE = 10.0  # seconds
_NO_START_SERVER = 1  # JackNoStartServer


class _Port:
    """An open input port.

    Parameters
    ----------
    source : object
        rtmidi's, not yet open.
    number : int
        What it is called in messages.
    polled : bool
        Whether it waits for `poll` with what it has received.
    """

    def __init__(self, source: Any, number: int, polled: bool) -> None:
        self.source, self.number = source, number
        self._parser = ByteParser()
        if not polled:
            source.set_callback(self._receive)

    def poll(self) -> None:
        """Say what has been received."""
        while (event := self.source.get_message()) is not None:
            self._receive(event, None)

    def _receive(self, event: tuple[list[int], float], _: object) -> None:
        for message in self._parser.feed(bytes(event[0])):
            _say(midi=[self.number, *message])


class Inputs:
    """The input ports of one kind (ALSA's, JACK's …) that are wanted.

    Parameters
    ----------
    rtmidi : module
        rtmidi.
    kind : int
        One of rtmidi's APIs, that works.
    wanted : list of str
        Parts of the names of ports to open; all ports, if there is none.
    first : int
        Number of the first port.
    """

    def __init__(self, rtmidi: Any, kind: int, wanted: list[str], first: int) -> None:
        self._rtmidi, self._kind, self._wanted = rtmidi, kind, wanted
        # rtmidi calls back in JACK's own thread, where all of the graph would wait for Python.
        self._polled = kind == rtmidi.API_UNIX_JACK
        self._scanner = rtmidi.MidiIn(kind, name=_CLIENT)
        self._scanner.open_virtual_port(_OWN_PORT)
        self._numbers: dict[str, int] = {}
        self._first = first
        self._own = _Port(self._scanner, self._number(_CLIENT), self._polled)
        _say(own=[self._own.number, _CLIENT])
        self._open: dict[str, _Port] = {}

    def look(self) -> list[str]:
        """Open wanted ports that have come, close those that have gone; return what is wanted and not there."""
        names = self._scanner.get_ports()
        for name in [name for name in self._open if name not in names]:
            port = self._open.pop(name)
            port.source.delete()
            _say(lost=port.number)
        opened = []
        for index, name in enumerate(names):
            if name not in self._open and self._is_wanted(name) and self._try(index, name):
                opened.append([self._open[name].number, name])
        if opened:
            _say(opened=opened)
        return [word for word in self._wanted if not any(word.casefold() in name.casefold() for name in self._open)]

    def poll(self) -> None:
        """Say what the ports have received."""
        for port in (self._own, *self._open.values()):
            port.poll()

    def close(self) -> None:
        """Close all ports."""
        for port in self._open.values():
            port.source.delete()
        self._scanner.delete()

    def _is_wanted(self, name: str) -> bool:
        return not self._wanted or any(word.casefold() in name.casefold() for word in self._wanted)

    def _try(self, index: int, name: str) -> bool:
        try:
            source = self._rtmidi.MidiIn(self._kind, name=_CLIENT)
            source.open_port(index, "from")
        except self._rtmidi.RtMidiError:  # it has gone meanwhile, or is in use: the next look tries again
            return False
        self._open[name] = _Port(source, self._number(name), self._polled)
        return True

    def _number(self, name: str) -> int:
        return self._numbers.setdefault(name, self._first + len(self._numbers))


class _Jack:
    """Waits for a JACK server, and ends this process with it.

    libjack crashes when it is used after its server has ended, also for the next server.
    """

    def __init__(self) -> None:
        self._client: int | None = None
        try:
            # The host's library, for rtmidi too, which brings its own: on PipeWire only the host's finds the server.
            self._library = ctypes.CDLL(ctypes.util.find_library("jack") or "libjack.so.0", mode=ctypes.RTLD_GLOBAL)
        except OSError:
            self._library = None  # type: ignore[assignment]
            return
        self._library.jack_client_open.restype = ctypes.c_void_p
        self._library.jack_on_shutdown.argtypes = [ctypes.c_void_p] * 3
        self._library.jack_client_close.argtypes = [ctypes.c_void_p]

    def look(self) -> bool:
        """Return whether there is a server; from then on this process lives as long as it does."""
        if self._library is None:
            return False
        status = ctypes.c_int(0)
        client = self._library.jack_client_open(f"{_CLIENT}-watch".encode(), _NO_START_SERVER, ctypes.byref(status))
        if client is None:
            return False
        leave = ctypes.cast(ctypes.CDLL(None)._exit, ctypes.c_void_p)  # no Python: the thread that calls is JACK's
        self._library.jack_on_shutdown(client, leave, _LOST)
        self._client = client
        return True

    def close(self) -> None:
        """Leave the server."""
        if self._client is not None:
            self._library.jack_client_close(self._client)


def check_installed() -> None:
    """Raise MidiError unless rtmidi can be imported."""
    if importlib.util.find_spec("rtmidi") is None:
        raise MidiError("MIDI needs python-rtmidi: pip install 'rt-timbre[midi]'")


def inputs() -> list[str]:
    """Return the names of the MIDI input ports there are.

    Raises
    ------
    MidiError
        If rtmidi is not installed, or the MIDI system does not answer.
    """
    check_installed()
    try:
        names: list[str] = said("rt_timbre.midi.ports", ["--list"], _PATIENCE)["inputs"]
    except subprocess.SubprocessError as error:
        raise MidiError(f"the MIDI system does not answer: {error}") from None
    return names


def main() -> int:
    """Run the MIDI process."""
    parser = argparse.ArgumentParser(prog="python -m rt_timbre.midi.ports")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--port", action="append", default=[], help="part of the name of a port to open")
    options = parser.parse_args()
    die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server ends this process
    _silence()
    jack = _Jack()
    import rtmidi

    if options.list:
        kinds = [kind for kind in rtmidi.get_compiled_api() if kind != rtmidi.API_UNIX_JACK or jack.look()]
        _say(inputs=[name for kind in kinds for name in _names(rtmidi, kind)])
        return 0
    _listen(rtmidi, jack, options.port)
    return 0


def _listen(rtmidi: Any, jack: _Jack, wanted: list[str]) -> None:
    """Look after the ports until the parent has gone: the system's, and JACK's if those do not have what is wanted."""
    system: Inputs | None = None
    for kind in rtmidi.get_compiled_api():
        if system is None and kind not in (rtmidi.API_UNIX_JACK, rtmidi.API_RTMIDI_DUMMY):
            with contextlib.suppress(rtmidi.RtMidiError):  # no ALSA sequencer on this machine
                system = Inputs(rtmidi, kind, wanted, 0)
    patched: Inputs | None = None
    told = False
    while True:
        missing = system.look() if system is not None else wanted
        if patched is None and (system is None or missing) and jack.look():
            patched = Inputs(rtmidi, rtmidi.API_UNIX_JACK, missing, 1 << 16)
        if patched is not None:
            missing = patched.look()
        if missing and not told:
            _say(missing=missing)
        told = True
        if _gone(patched):
            break
    # A client that vanishes costs JACK's others a cycle, and several may end a server that is about to end.
    for inputs in (system, patched):
        if inputs is not None:
            inputs.close()
    jack.close()
    os._exit(0)  # its libraries take their time


def _gone(polled: Inputs | None) -> bool:
    """Wait for the time of a look, polling; return at once, and true, when the parent has gone."""
    if polled is None:
        return parent_gone(_LOOK)
    end = time.monotonic() + _LOOK
    while time.monotonic() < end:
        polled.poll()
        if parent_gone(_POLL):
            return True
    return False


def _names(rtmidi: Any, kind: int) -> list[str]:
    try:
        names: list[str] = rtmidi.MidiIn(kind, name=_CLIENT).get_ports()
    except rtmidi.RtMidiError:
        return []
    return names


def _say(**message: object) -> None:
    try:
        os.write(1, (json.dumps(message) + "\n").encode())
    except BrokenPipeError:
        os._exit(0)


def _silence() -> None:
    """Keep what C libraries print off the terminal; Python's own errors stay."""
    sys.stderr = os.fdopen(os.dup(2), "w", buffering=1)
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 2)
    os.close(null)


if __name__ == "__main__":
    sys.exit(main())
