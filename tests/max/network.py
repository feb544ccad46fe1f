"""OSC over UDP: [udpsend] and [udpreceive]."""

from pythonosc.osc_message_builder import OscMessageBuilder

from tests.max.atoms import BANG, FLOAT, INT, LIST, message, number
from tests.max.box import Box, known_as

_TYPES = {int: "i", float: "f", str: "s"}


@known_as("udpsend")
class UdpSend(Box):
    """Sends messages as OSC: the selector as the address, ints, floats and symbols as i, f and s. It hears nothing.

    The messages `host` and `port` say where to. What does not begin with a word of an address has its type for one.
    """

    outlets = 0

    def set_up(self):
        if len(self.arguments) < 2:
            self.error("needs a host and a port")
        self.host = str(self.arguments[0]) if self.arguments else "127.0.0.1"
        self.port = int(number(self.arguments[1])) if len(self.arguments) > 1 else 0
        self.longest = 5096
        self.socket, self.sent = self.machine.sender(), []
        self.machine.senders.append(self)

    def on_host(self, inlet, atoms):
        self.host = str(atoms[0])

    def on_port(self, inlet, atoms):
        self.port = int(atoms[0])

    def on_maxpacketsize(self, inlet, atoms):
        self.longest = int(atoms[0])

    def take(self, inlet, selector, atoms):
        if selector in ("host", "port", "maxpacketsize"):
            super().take(inlet, selector, atoms)
            return
        if selector in (BANG, INT, FLOAT, LIST) or not selector.startswith("/"):
            self.error(f"sends {selector!r}, which is no address")
        builder = OscMessageBuilder(address=selector)
        for atom in atoms:
            builder.add_arg(atom, _TYPES[type(atom)])
        datagram = builder.build().dgram
        if len(datagram) > self.longest:
            self.error(f"a message of {len(datagram)} bytes is too long")
            return
        self.sent.append((selector, atoms))
        self.machine.datagrams.append((self.machine.now(), selector, list(atoms)))
        try:
            self.socket.sendto(datagram, (self.host, self.port))
        except OSError as problem:
            self.error(str(problem))


@known_as("udpreceive")
class UdpReceive(Box):
    """Gives OSC messages that come to its port: the address as the selector. `port` chooses another port."""

    def set_up(self):
        self.socket, self.port = None, None
        if self.arguments:
            self._listen(int(number(self.arguments[0])))
        if len(self.arguments) > 1:
            raise NotImplementedError("full packets")

    def on_port(self, inlet, atoms):
        self._listen(int(number(atoms[0])))

    def _listen(self, port):
        self.machine.forget(self.socket)
        self.port = port
        self.socket = self.machine.listen(port, self._hear) if port > 0 else None
        if self.socket is None:
            self.error(f"cannot hear at port {port}")

    def _hear(self, address, arguments):
        known = [atom for atom in arguments if isinstance(atom, (int, float, str))]
        if len(known) < len(arguments):
            self.error(f"cannot give all of {address} {arguments}")
        self.out(0, *_message(address, known))


def _message(address, arguments):
    selector, rest = message([address, *arguments])
    return (selector, *rest)
