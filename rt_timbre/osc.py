"""OSC packets: parsing without trust, encoding, and the frames of OSC 1.1 over streams. No sockets.

Parsing is our own because a server must survive every datagram; messages are built by python-osc.
"""

import struct
from dataclasses import dataclass

from pythonosc import slip
from pythonosc.osc_bundle_builder import IMMEDIATELY, OscBundleBuilder
from pythonosc.osc_message_builder import BuildError, OscMessageBuilder

from rt_timbre.errors import OscError

IMMEDIATE = 1  # the timetag that means now
LARGEST = 65536  # bytes: no packet is longer
_DEEPEST = 8  # bundles within bundles
_MOST_ELEMENTS = 4096  # of one datagram, nested ones included
_LONGEST_ADDRESS = 1024  # characters

Argument = int | float | str | bytes | bool | None

_INT = struct.Struct(">i")
_LONG = struct.Struct(">q")
_TIMETAG = struct.Struct(">Q")
_FLOAT = struct.Struct(">f")
_DOUBLE = struct.Struct(">d")
_FIXED = {"i": _INT, "f": _FLOAT, "d": _DOUBLE, "h": _LONG, "t": _TIMETAG, "c": _INT, "r": _INT, "m": _INT}
_CONSTANTS: dict[str, Argument] = {"T": True, "F": False, "N": None, "I": True}
_PLAIN = frozenset("fi")  # type tags that are also struct's own


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One OSC message.

    Attributes
    ----------
    address : str
        Address or address pattern.
    arguments : tuple
        Values in order: int, float, str, bytes, bool or None.
    """

    address: str
    arguments: tuple[Argument, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """An OSC bundle.

    Attributes
    ----------
    timetag : int
        NTP time, 64 bits; `IMMEDIATE` means now.
    elements : tuple of Message or Bundle
        What it holds, in order.
    """

    timetag: int
    elements: tuple["Message | Bundle", ...]

    def messages(self) -> list[Message]:
        """Return all messages in order, those of nested bundles included."""
        found: list[Message] = []
        for element in self.elements:
            found += [element] if isinstance(element, Message) else element.messages()
        return found


def parse(datagram: bytes) -> Message | Bundle:
    """Parse a datagram (OSC 1.0 specification; type tags of 1.1).

    Parameters
    ----------
    datagram : bytes
        The whole datagram.

    Returns
    -------
    Message or Bundle
        What it holds.

    Raises
    ------
    OscError
        If it is not well-formed; no other exception, and no more work than the datagram is long.
    """
    budget = [_MOST_ELEMENTS]
    return _element(datagram, 0, len(datagram), 0, budget)


def _element(data: bytes, start: int, end: int, depth: int, budget: list[int]) -> Message | Bundle:
    budget[0] -= 1
    if budget[0] < 0:
        raise OscError(f"a datagram holds more than {_MOST_ELEMENTS} messages")
    if data[start : start + 8] == b"#bundle\0":
        return _bundle(data, start, end, depth, budget)
    return _message(data, start, end)


def _bundle(data: bytes, start: int, end: int, depth: int, budget: list[int]) -> Bundle:
    if depth >= _DEEPEST:
        raise OscError(f"bundles are nested deeper than {_DEEPEST}")
    at = start + 16
    if at > end:
        raise OscError(f"a bundle of {end - start} bytes has no timetag")
    (timetag,) = _TIMETAG.unpack_from(data, start + 8)
    elements = []
    while at < end:
        if at + 4 > end:
            raise OscError(f"{end - at} bytes are left over at the end of a bundle")
        (size,) = _INT.unpack_from(data, at)
        at += 4
        if size <= 0 or size % 4 or at + size > end:
            raise OscError(f"a bundle element says it is {size} bytes long, {end - at} are left")
        elements.append(_element(data, at, at + size, depth + 1, budget))
        at += size
    return Bundle(timetag=timetag, elements=tuple(elements))


def _message(data: bytes, start: int, end: int) -> Message:
    address, at = _string(data, start, end)
    if not address.startswith("/"):
        raise OscError(f"an address must begin with '/', this one is {address[:40]!r}")
    if not (address.isascii() and address.isprintable()):
        raise OscError(f"an address must be printable ASCII, this one is {address[:40]!r}")
    if len(address) > _LONGEST_ADDRESS:
        raise OscError(f"an address has {len(address)} characters, more than {_LONGEST_ADDRESS}")
    if at == end:
        return Message(address=address)  # old senders leave out empty type tags
    tags, at = _string(data, at, end)
    if not tags.startswith(","):
        raise OscError(f"type tags must begin with ',', these are {tags[:40]!r}")
    if _PLAIN.issuperset(tags[1:]) and end - at == 4 * (len(tags) - 1):
        return Message(address=address, arguments=struct.unpack_from(">" + tags[1:], data, at))
    arguments: list[Argument] = []
    for tag in tags[1:]:
        layout = _FIXED.get(tag)
        if layout is not None:
            if at + layout.size > end:
                raise OscError(f"{address[:80]} ends before its argument {len(arguments) + 1} of type {tag}")
            arguments.append(layout.unpack_from(data, at)[0])
            at += layout.size
        elif tag in "sS":
            text, at = _string(data, at, end)
            arguments.append(text)
        elif tag == "b":
            blob, at = _blob(data, at, end)
            arguments.append(blob)
        elif tag in _CONSTANTS:
            arguments.append(_CONSTANTS[tag])
        else:
            raise OscError(f"{address[:80]} has an argument of unknown type {tag!r}")
    if at != end:
        raise OscError(f"{address[:80]} is followed by {end - at} bytes too many")
    return Message(address=address, arguments=tuple(arguments))


def _string(data: bytes, at: int, end: int) -> tuple[str, int]:
    stop = data.find(b"\0", at, end)
    if stop < 0:
        raise OscError("a string is not terminated")
    after = at + ((stop - at) | 3) + 1
    if after > end:
        raise OscError("a string is not padded to four bytes")
    try:
        return data[at:stop].decode("utf-8"), after
    except UnicodeDecodeError:
        raise OscError("a string is not UTF-8") from None


def _blob(data: bytes, at: int, end: int) -> tuple[bytes, int]:
    if at + 4 > end:
        raise OscError("a blob has no size")
    (size,) = _INT.unpack_from(data, at)
    after = at + 4 + size + (-size % 4)
    if size < 0 or after > end:
        raise OscError(f"a blob says it is {size} bytes long, {end - at - 4} are left")
    return data[at + 4 : at + 4 + size], after


def encode(message: Message) -> bytes:
    """Encode a message with the types i, f, s and b only, which every client understands.

    Raises
    ------
    OscError
        If an argument is of another type, or too large for it.
    """
    return bytes(_build(message).dgram)


def encode_bundle(messages: list[Message]) -> bytes:
    """Encode messages as a bundle to be obeyed at once; raises as `encode` does."""
    builder = OscBundleBuilder(IMMEDIATELY)
    for message in messages:
        builder.add_content(_build(message))
    return bytes(builder.build().dgram)


def frame(packet: bytes) -> bytes:
    """Return a packet as it goes over a stream: SLIP (RFC 1055) with an END before and after (OSC 1.1)."""
    return bytes(slip.encode(packet))


def unframe(framed: bytes) -> bytes:
    """Return the packet that came over a stream.

    Parameters
    ----------
    framed : bytes
        What stood between two ENDs.

    Raises
    ------
    OscError
        If its escapes are wrong, or it is longer than `LARGEST`.
    """
    try:
        packet = bytes(slip.decode(framed))
    except slip.ProtocolError:
        raise OscError("a SLIP escape is neither an END nor an ESC") from None
    if len(packet) > LARGEST:
        raise OscError(f"a packet is longer than {LARGEST} bytes")
    return packet


def _build(message: Message):  # type: ignore[no-untyped-def]
    builder = OscMessageBuilder(address=message.address)
    try:
        for argument in message.arguments:
            match argument:
                case bool() | int():
                    builder.add_arg(int(argument), "i")
                case float():
                    builder.add_arg(argument, "f")
                case str():
                    builder.add_arg(argument, "s")
                case bytes():
                    builder.add_arg(argument, "b")
                case _:
                    raise OscError(f"{message.address}: {argument!r} has no OSC type")
        return builder.build()
    except (BuildError, ValueError, OverflowError, struct.error) as error:
        raise OscError(f"{message.address} cannot be encoded: {error}") from None
