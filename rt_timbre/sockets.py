"""UDP and TCP sockets of the server, and of those who ask it; the only module that imports socket."""

import contextlib
import errno
import socket
from collections.abc import Callable
from dataclasses import dataclass

from rt_timbre.connections import Connections
from rt_timbre.errors import ListenError, OscError
from rt_timbre.osc import LARGEST

_RECEIVE_BUFFER = 4 << 20  # bytes: a burst of messages waits here while a hop is made
_BOTH_FAMILIES = (("127.0.0.1", "::1"), ("0.0.0.0", "::"))  # the same place in IPv4 and IPv6
_ATTEMPTS = 16  # to find a port that is free for both UDP and TCP
_BACKLOG = 16


@dataclass(frozen=True, slots=True)
class Sender:
    """Where a packet came from, and where its answer goes.

    Attributes
    ----------
    descriptor : int
        UDP socket that it came to; −1 over TCP.
    host : str
        Address of the other side.
    port : int
        Its port.
    connection : int
        Number of the TCP connection, from 1; 0 over UDP.
    """

    descriptor: int
    host: str
    port: int
    connection: int = 0

    def at(self, port: int) -> "Sender":
        """Return another port of the same host, over UDP."""
        return Sender(self.descriptor, self.host, port)


class _PortTakenError(ListenError):
    """Somebody else listens there."""


class Listener:
    """UDP and TCP sockets on one port of a host.

    Of the loopback host, of all interfaces (``0.0.0.0`` or ``::``) and of a name, they are bound to IPv4 and IPv6
    where the machine has both.

    Parameters
    ----------
    host : str
        Address or name of the interface.
    port : int
        Port; 0 for any that is free.

    Attributes
    ----------
    host : str
        As given.
    port : int
        The port that was bound.
    closed : callable
        Is told of each TCP connection that has ended; set it to know.

    Raises
    ------
    ListenError
        If the host is not known, or the port is taken.
    """

    def __init__(self, host: str, port: int) -> None:
        self.host = host
        self.closed: Callable[[Sender], None] = lambda _: None
        self._peers: dict[int, Sender] = {}  # by number of the connection
        places = _places(host)
        for attempt in range(_ATTEMPTS):
            bound: list[socket.socket] = []
            try:
                bound += _bind_both(*places[0], port)
                self.port = int(bound[0].getsockname()[1])
                for place in places[1:]:
                    try:
                        bound += _bind_both(*place, self.port)
                    except ListenError as error:
                        # A machine without IPv6 is none the worse; a port that is free in one family only is no good.
                        if isinstance(error, _PortTakenError) and not port:
                            raise
                break
            except ListenError:
                for one in bound:
                    one.close()
                if port or attempt == _ATTEMPTS - 1:
                    raise
        self._sockets = {one.fileno(): one for one in bound if one.type == socket.SOCK_DGRAM}
        self._connections = Connections(self._forget)
        for one in bound:
            if one.type == socket.SOCK_STREAM:
                self._connections.listen(one)

    @property
    def authority(self) -> str:
        """Host and port as they stand in a URL."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def descriptors(self) -> list[int]:
        """Descriptors to wait on."""
        return [*self._sockets, self._connections.descriptor]

    def receive(self, descriptor: int) -> tuple[bytes | OscError, Sender] | None:
        """Return the next packet that waits, or why it is none; None if nothing waits."""
        if descriptor not in self._sockets:
            received = self._connections.receive()
            if received is None:
                return None
            number, packet = received
            if number not in self._peers:
                self._peers[number] = Sender(-1, *self._connections.peer(number), number)
            return packet, self._peers[number]
        try:
            data, address = self._sockets[descriptor].recvfrom(LARGEST)
        except BlockingIOError:
            return None
        except OSError:
            return None  # an earlier answer met a closed port
        return data, Sender(descriptor, address[0], address[1])

    def send(self, data: bytes, to: Sender) -> None:
        """Send a packet; one that cannot be sent is lost, as datagrams are."""
        if to.connection:
            self._connections.send(to.connection, data)
        else:
            with contextlib.suppress(OSError):
                self._sockets[to.descriptor].sendto(data, (to.host, to.port))

    def is_own(self, other: Sender) -> bool:
        """Whether this is the server itself: its port, and a host that is this machine."""
        return other.port == self.port and not other.connection and self.is_local(other)

    def is_local(self, other: Sender) -> bool:
        """Whether a datagram's host is this machine."""
        try:
            with socket.socket(self._sockets[other.descriptor].family, socket.SOCK_DGRAM) as trial:
                trial.bind((other.host, 0))
        except OSError:
            return False
        return True

    def close(self) -> None:
        """Close the sockets."""
        for open_socket in self._sockets.values():
            open_socket.close()
        self._connections.close()

    def _forget(self, number: int) -> None:
        sender = self._peers.pop(number, None)
        if sender is not None:
            self.closed(sender)


def _places(host: str) -> list[tuple[socket.AddressFamily, str]]:
    """Return family and address of each place to bind, at most one of each family, the one that is needed first."""
    try:
        found = socket.getaddrinfo(host, 0, type=socket.SOCK_DGRAM, flags=socket.AI_PASSIVE)
    except OSError as error:
        raise ListenError(f"host {host!r} is not an address of this machine: {error.strerror}") from None
    # A name may be an address of each family, in any order: the loopback host always is.
    found.sort(key=lambda entry: entry[0] != socket.AF_INET)
    places: list[tuple[socket.AddressFamily, str]] = []
    for family, *_, address in found:
        if family not in (known for known, _ in places):
            places.append((family, str(address[0])))
    for four, six in _BOTH_FAMILIES:
        if places[0][1] in (four, six):
            both = [(socket.AF_INET, four), (socket.AF_INET6, six)]
            return both if places[0][1] == four else both[::-1]
    return places


def _bind_both(family: socket.AddressFamily, host: str, port: int) -> list[socket.socket]:
    """Bind a UDP socket and a TCP socket that listens, to one port."""
    bound = [_bind(family, socket.SOCK_DGRAM, host, port)]
    try:
        bound.append(_bind(family, socket.SOCK_STREAM, host, bound[0].getsockname()[1]))
    except ListenError:
        bound[0].close()
        raise
    return bound


def _bind(family: socket.AddressFamily, kind: socket.SocketKind, host: str, port: int) -> socket.socket:
    protocol = "UDP" if kind == socket.SOCK_DGRAM else "TCP"
    try:
        bound = socket.socket(family, kind)
    except OSError as error:
        raise ListenError(f"this machine has no sockets for {host}: {error.strerror}") from None
    try:
        if family == socket.AF_INET6:
            bound.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        if kind == socket.SOCK_DGRAM:
            # The system may allow less than is asked for.
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _RECEIVE_BUFFER)
        else:
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # old connections do not hold the port
            # Connections inherit these: no answer waits for others to share a segment, lost peers are found out.
            bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        bound.setblocking(False)
        bound.bind((host, port))
        if kind == socket.SOCK_STREAM:
            bound.listen(_BACKLOG)
    except OSError as error:
        bound.close()
        if error.errno == errno.EADDRINUSE:
            raise _PortTakenError(f"{protocol} port {port} of {host} is taken; choose another by --port") from None
        raise ListenError(f"cannot listen on {protocol} port {port} of {host}: {error.strerror}") from None
    return bound


class Caller:
    """A UDP socket of one who talks to a server.

    Parameters
    ----------
    host : str
        Address or name of the server.
    port : int
        Its port.

    Raises
    ------
    ListenError
        If the host is not known.
    """

    def __init__(self, host: str, port: int) -> None:
        try:
            family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM)[0]
        except OSError as error:
            raise ListenError(f"host {host!r} is not known: {error.strerror}") from None
        self._socket = socket.socket(family, socket.SOCK_DGRAM)
        with contextlib.suppress(OSError):  # a network that is down may come up: until then all that is sent is lost
            self._socket.connect(address)

    def send(self, data: bytes) -> None:
        """Send a datagram; one that cannot be sent is lost, as datagrams are."""
        with contextlib.suppress(OSError):
            self._socket.send(data)

    def receive(self, seconds: float) -> bytes | None:
        """Return the next datagram, or None if none comes within `seconds`."""
        self._socket.settimeout(max(0.0, seconds))
        try:
            return self._socket.recv(LARGEST)
        except TimeoutError:
            return None
        except OSError:
            return None  # nothing waits, or the system has been told that nobody listens there

    def close(self) -> None:
        """Close the socket."""
        self._socket.close()
