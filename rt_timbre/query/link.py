"""How the query server talks to the engine: as any OSC client does, over UDP, by asyncio's own sockets."""

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from typing import cast

from rt_timbre.errors import OscError, QueryError
from rt_timbre.osc import Argument, Bundle, Message, encode, encode_bundle, parse
from rt_timbre.query.tree import ANSWERS

_CHUNK = 16  # questions a datagram: the engine answers them in a sixth of a millisecond
_INTERVAL = 0.002  # seconds between chunks: a client that asks for everything all the time cannot keep the engine busy
_PATIENCE = 1.0  # seconds for the answers to a chunk
_LEASE = 60.0  # seconds
_RENEWAL = 20.0  # seconds

Receiver = Callable[[bytes], None]


class Link(asyncio.DatagramProtocol):
    """A UDP socket of its own towards the engine.

    Parameters
    ----------
    receive : callable
        Called with every datagram that comes back.
    """

    def __init__(self, receive: Receiver) -> None:
        self._receive = receive
        self._transport: asyncio.DatagramTransport | None = None

    @classmethod
    async def open(cls, host: str, port: int, receive: Receiver) -> "Link":
        """Open a socket towards the engine's OSC port."""
        loop = asyncio.get_running_loop()
        _, link = await loop.create_datagram_endpoint(lambda: cls(receive), remote_addr=(host, port))
        return link

    @property
    def port(self) -> int:
        """Port of this end."""
        assert self._transport is not None
        return int(self._transport.get_extra_info("sockname")[1])

    def send(self, data: bytes) -> None:
        """Send a datagram; one that cannot be sent is lost, as datagrams are."""
        if self._transport is not None and not self._transport.is_closing():
            self._transport.sendto(data)

    def close(self) -> None:
        """Close the socket."""
        if self._transport is not None:
            self._transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport that asyncio has made."""
        self._transport = cast(asyncio.DatagramTransport, transport)

    def datagram_received(self, data: bytes, _: object) -> None:
        """Hand on what comes back."""
        self._receive(data)

    def error_received(self, _: Exception) -> None:
        """Let it be: an engine that does not listen is noticed by those who wait for an answer."""


class Asker:
    """Asks the engine for values, a few at a time.

    Parameters
    ----------
    host : str
        Where the engine listens.
    port : int
        Its UDP port.
    """

    def __init__(self, host: str, port: int) -> None:
        self._host = host
        self._port = port
        self._link: Link | None = None
        self._turn = asyncio.Lock()
        self._waiting: dict[str, str] = {}  # address of the answer: address of the question
        self._values: dict[str, tuple[Argument, ...]] = {}
        self._answered = asyncio.Event()

    async def ask(self, addresses: Sequence[str]) -> dict[str, tuple[Argument, ...]]:
        """Ask for values.

        Parameters
        ----------
        addresses : sequence of str
            Addresses that answer when they are sent without arguments.

        Returns
        -------
        dict of str to tuple
            The values; an address that was refused, or whose answer was lost, is not in it.

        Raises
        ------
        QueryError
            503 if the engine answers nothing at all.
        """
        values: dict[str, tuple[Argument, ...]] = {}
        for start in range(0, len(addresses), _CHUNK):
            async with self._turn:  # requests take turns, chunk by chunk
                values |= await self._ask_chunk(addresses[start : start + _CHUNK])
                await asyncio.sleep(_INTERVAL)
        return values

    async def _ask_chunk(self, addresses: Sequence[str]) -> dict[str, tuple[Argument, ...]]:
        if self._link is None:
            self._link = await Link.open(self._host, self._port, self._receive)
        self._values = {}
        self._waiting = {ANSWERS.get(address, address): address for address in addresses}
        for _ in range(2):  # a datagram can be lost
            self._answered.clear()
            questions = [Message(address=address) for address in self._waiting.values()]
            self._link.send(encode_bundle(questions))
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._answered.wait(), _PATIENCE)
            if not self._waiting:
                break
        if len(self._waiting) == len(addresses):
            raise QueryError(503, "the engine does not answer")
        return self._values

    def _receive(self, data: bytes) -> None:
        for message in _messages(data):
            if message.address == "/fail" and message.arguments:
                refused = str(message.arguments[0])
                self._waiting.pop(ANSWERS.get(refused, refused), None)
            elif (asked := self._waiting.pop(message.address, None)) is not None:
                self._values[asked] = message.arguments
        if not self._waiting:
            self._answered.set()


class Subscription:
    """What one client of the query server says to the engine, and hears from it.

    It speaks through one socket and hears through another, for which the first subscribes: so it hears every change but
    its own, as every OSC client does, and an answer to what it asked is never taken for a change.

    Parameters
    ----------
    hear : callable
        Called with every datagram for the client.
    """

    def __init__(self, hear: Receiver) -> None:
        self._hear = hear
        self._listened: set[str] = set()
        self._renewal: asyncio.Task[None] | None = None
        self._mouth: Link
        self._ear: Link

    async def open(self, host: str, port: int) -> None:
        """Open both sockets towards the engine's OSC port."""
        self._mouth = await Link.open(host, port, self._hear_answer)
        self._ear = await Link.open(host, port, self._overhear)

    def send(self, packet: bytes) -> None:
        """Send an OSC packet to the engine."""
        self._mouth.send(packet)

    def listen(self, address: str) -> None:
        """Hear the changes of an address from now on."""
        self._listened.add(address)
        if self._renewal is None:
            self._renewal = asyncio.create_task(self._renew())

    def ignore(self, address: str) -> None:
        """Hear the changes of an address no more."""
        self._listened.discard(address)
        if not self._listened:
            self._end()

    def keep(self, exists: Callable[[str], bool]) -> None:
        """Forget the addresses that no longer exist."""
        for address in [address for address in self._listened if not exists(address)]:
            self.ignore(address)

    def close(self) -> None:
        """End the subscription and close the sockets."""
        self._end()
        self._mouth.close()
        self._ear.close()

    async def _renew(self) -> None:
        while True:
            self._notify(1)
            await asyncio.sleep(_RENEWAL)

    def _notify(self, on: int) -> None:
        notify = Message(address="/notify", arguments=(on, self._ear.port, _LEASE))
        self._mouth.send(encode_bundle([notify, Message(address="/answers", arguments=(0,))]))

    def _end(self) -> None:
        if self._renewal is not None:
            self._renewal.cancel()
            self._renewal = None
            self._notify(0)

    def _hear_answer(self, data: bytes) -> None:
        if not (data.startswith(b"/done\0") and self._is_about_lease(data)):
            self._hear(data)

    def _is_about_lease(self, data: bytes) -> bool:
        """Whether an answer is that to `_notify`, which the client knows nothing of."""
        own = ("/notify", self._ear.port), ("/answers", self._mouth.port)
        return any(m.arguments[:1] + m.arguments[-2:-1] in own for m in _messages(data))  # the port is last but one

    def _overhear(self, data: bytes) -> None:
        for message in _messages(data):
            if message.address in self._listened:
                self._hear(encode(message))


def _messages(data: bytes) -> list[Message]:
    """Return what a datagram of the engine's holds; nothing if another process has sent nonsense."""
    try:
        parsed = parse(data)
    except OscError:
        return []
    return parsed.messages() if isinstance(parsed, Bundle) else [parsed]
