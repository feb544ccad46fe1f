"""TCP connections that carry OSC in SLIP frames: bounded in number, input and output, and none is ever waited for."""

import contextlib
import os
import selectors
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from rt_timbre.errors import OscError
from rt_timbre.framing import STARTS, FrameReader
from rt_timbre.osc import Message, encode, frame, unframe

MOST_CONNECTIONS = 32
_CHUNK = 4096  # bytes read at a time
_MOST_UNREAD = 1 << 18  # bytes that wait for a peer who does not read


class StreamSocket(Protocol):
    """What is needed of a socket that does not block."""

    def accept(self) -> tuple["StreamSocket", Any]: ...  # noqa: D102
    def close(self) -> None: ...  # noqa: D102
    def fileno(self) -> int: ...  # noqa: D102
    def recv(self, size: int, /) -> bytes: ...  # noqa: D102
    def send(self, data: bytes, /) -> int: ...  # noqa: D102
    def setblocking(self, flag: bool, /) -> None: ...  # noqa: D102


@dataclass(slots=True, kw_only=True, eq=False)
class _Connection:
    socket: StreamSocket
    host: str
    port: int
    reader: FrameReader = field(default_factory=FrameReader)
    unsent: bytearray = field(default_factory=bytearray)
    begun: bool = False  # something has come
    ended: bool = False  # nothing more will come
    events: int = 0  # that are waited for


class Connections:
    """All connections of a server, by number; a number is never used again.

    Parameters
    ----------
    closed : callable
        Is told the number of each connection that has ended.

    Attributes
    ----------
    descriptor : int
        Readable whenever `receive` has something to do.
    """

    def __init__(self, closed: Callable[[int], None]) -> None:
        self._closed = closed
        self._selector = selectors.DefaultSelector()
        self.descriptor = self._selector.fileno()  # of all selectors but the two oldest
        self._connections: dict[int, _Connection] = {}
        self._count = 0
        self._frames: deque[tuple[int, bytes]] = deque()  # received, not yet asked for; b"" is the end
        self._more, self._tell_more = os.pipe()  # readable while frames wait that no socket tells of
        self._told = False
        self._selector.register(self._more, selectors.EVENT_READ)
        self._listening: list[StreamSocket] = []

    def listen(self, listening: StreamSocket) -> None:
        """Take the connections that come to a listening socket."""
        self._listening.append(listening)
        self._selector.register(listening.fileno(), selectors.EVENT_READ, listening)

    def peer(self, number: int) -> tuple[str, int]:
        """Return host and port of the other side."""
        connection = self._connections[number]
        return connection.host, connection.port

    def receive(self) -> tuple[int, bytes | OscError] | None:
        """Return the next packet, or why it is none, with the number of its connection; None if none waits."""
        if not self._frames:
            for key, events in self._selector.select(0):
                if isinstance(key.data, int):
                    self._serve(key.data, events)
                elif key.data is not None:
                    self._accept(key.data)
        while self._frames:
            number, framed = self._frames.popleft()
            if not framed:
                self._drop(number)
            elif number in self._connections:
                self._tell()
                try:
                    return number, unframe(framed)
                except OscError as error:
                    return number, error
        self._tell()
        return None

    def send(self, number: int, packet: bytes) -> None:
        """Send a packet; a peer that has left is forgotten, one that does not read is dropped."""
        connection = self._connections.get(number)
        if connection is None:
            return
        connection.unsent += frame(packet)
        if len(connection.unsent) > _MOST_UNREAD:
            self._drop(number)
        else:
            self._flush(number, connection)

    def close(self) -> None:
        """Close all."""
        for number in list(self._connections):
            self._drop(number)
        for listening in self._listening:
            listening.close()
        self._selector.close()
        for descriptor in (self._more, self._tell_more):
            os.close(descriptor)

    def _tell(self) -> None:
        """Keep the descriptor readable for as long as frames wait."""
        if bool(self._frames) != self._told:
            self._told = not self._told
            if self._told:
                os.write(self._tell_more, b"\0")
            else:
                os.read(self._more, 1)

    def _accept(self, listening: StreamSocket) -> None:
        try:
            accepted, address = listening.accept()
        except OSError:
            return  # it has left already, or the system has no descriptor for it
        accepted.setblocking(False)
        if len(self._connections) >= MOST_CONNECTIONS:
            _refuse(accepted, f"{MOST_CONNECTIONS} clients are connected already")
            accepted.close()
            return
        self._count += 1
        connection = _Connection(socket=accepted, host=address[0], port=address[1])
        self._connections[self._count] = connection
        self._watch(self._count, connection)

    def _serve(self, number: int, events: int) -> None:
        connection = self._connections[number]
        if events & selectors.EVENT_READ and not connection.ended:
            try:
                data = connection.socket.recv(_CHUNK)
            except BlockingIOError:
                return
            except OSError:
                data = b""
            if data and not connection.begun:
                connection.begun = True
                if data[0] not in STARTS:  # a web browser, say, that a page made send commands
                    _refuse(connection.socket, "over TCP, OSC comes in SLIP frames (OSC 1.1)")
                    self._drop(number)
                    return
            if data:
                self._frames.extend((number, framed) for framed in connection.reader.feed(data))
            else:  # what it has sent is obeyed and answered all the same
                connection.ended = True
                self._frames.append((number, b""))
        self._flush(number, connection)

    def _flush(self, number: int, connection: _Connection) -> None:
        """Send what the system takes."""
        if connection.unsent:
            try:
                del connection.unsent[: connection.socket.send(bytes(connection.unsent))]
            except BlockingIOError:
                pass
            except OSError:
                self._drop(number)
                return
        self._watch(number, connection)

    def _watch(self, number: int, connection: _Connection) -> None:
        """Wait for what the connection can do next."""
        events = 0 if connection.ended else selectors.EVENT_READ
        if connection.unsent:
            events |= selectors.EVENT_WRITE
        before, connection.events = connection.events, events
        descriptor = connection.socket.fileno()
        if events and not before:
            self._selector.register(descriptor, events, number)
        elif before and not events:
            self._selector.unregister(descriptor)
        elif events != before:
            self._selector.modify(descriptor, events, number)

    def _drop(self, number: int) -> None:
        connection = self._connections.pop(number, None)
        if connection is not None:
            if connection.events:
                self._selector.unregister(connection.socket.fileno())
            connection.socket.close()
            self._closed(number)


def _refuse(stream: StreamSocket, reason: str) -> None:
    with contextlib.suppress(OSError):
        stream.send(frame(encode(Message(address="/fail", arguments=("", reason)))))
