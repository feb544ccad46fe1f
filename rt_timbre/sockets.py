"""UDP sockets of the server; the only module that imports socket."""

import contextlib
import errno
import socket
from dataclasses import dataclass
from typing import Any

from rt_timbre.errors import ListenError

_RECEIVE_BUFFER = 4 << 20  # bytes: a burst of messages waits here while a hop is made
_LARGEST = 65536  # bytes: no datagram is longer


@dataclass(frozen=True, slots=True)
class Sender:
    """Where a datagram came from, and where its answer goes.

    Attributes
    ----------
    descriptor : int
        Socket that it came to.
    host : str
        Address of the other side.
    port : int
        Its port.
    """

    descriptor: int
    host: str
    port: int

    def at(self, port: int) -> "Sender":
        """Return another port of the same host."""
        return Sender(self.descriptor, self.host, port)


class Listener:
    """UDP sockets bound to one port of a host; of the loopback host, to IPv4 and IPv6.

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

    Raises
    ------
    ListenError
        If the host is not known, or the port is taken.
    """

    def __init__(self, host: str, port: int) -> None:
        self.host = host
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM, flags=socket.AI_PASSIVE)
        except OSError as error:
            raise ListenError(f"host {host!r} is not an address of this machine: {error.strerror}") from None
        # A name may be an address of each family, in any order: the loopback host always is.
        found.sort(key=lambda entry: entry[0] != socket.AF_INET)
        family, *_, address = found[0]
        first = self._bind(family, address)
        self.port = int(first.getsockname()[1])
        self._sockets = {first.fileno(): first}
        others = [entry[4][0] for entry in found if entry[0] == socket.AF_INET6 != family]
        if address[0] == "127.0.0.1":
            others = ["::1"]
        for other in others[:1]:
            with contextlib.suppress(ListenError):  # a machine without IPv6 is none the worse
                second = self._bind(socket.AF_INET6, (other, self.port))
                self._sockets[second.fileno()] = second

    @property
    def descriptors(self) -> list[int]:
        """Descriptors to wait on."""
        return list(self._sockets)

    def receive(self, descriptor: int) -> tuple[bytes, Sender] | None:
        """Return the next datagram that waits, or None."""
        try:
            data, address = self._sockets[descriptor].recvfrom(_LARGEST)
        except BlockingIOError:
            return None
        except OSError:
            return None  # an earlier answer met a closed port
        return data, Sender(descriptor, address[0], address[1])

    def send(self, data: bytes, to: Sender) -> None:
        """Send a datagram; one that cannot be sent is lost, as datagrams are."""
        with contextlib.suppress(OSError):
            self._sockets[to.descriptor].sendto(data, (to.host, to.port))

    def close(self) -> None:
        """Close the sockets."""
        for open_socket in self._sockets.values():
            open_socket.close()

    def _bind(self, family: int, address: Any) -> socket.socket:
        bound = socket.socket(family, socket.SOCK_DGRAM)
        try:
            if family == socket.AF_INET6:
                bound.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            # The system may allow less than is asked for.
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _RECEIVE_BUFFER)
            bound.setblocking(False)
            bound.bind(address)
        except OSError as error:
            bound.close()
            host, port = address[0], address[1]
            if error.errno == errno.EADDRINUSE:
                raise ListenError(f"UDP port {port} of {host} is taken; choose another by --port") from None
            raise ListenError(f"cannot listen on UDP port {port} of {host}: {error.strerror}") from None
        return bound
