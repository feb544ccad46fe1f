"""MIDI as it comes over a cable: channel messages out of any bytes.

Sources: MIDI 1.0 Detailed Specification, tables I to V: running status, real-time bytes between any two others, and
system messages, which end the running status.
"""

_STATUS, _SYSTEM, _REAL_TIME = 0x80, 0xF0, 0xF8  # the least bytes of each sort
_SHORT = frozenset((0xC0, 0xD0))  # program change and channel pressure have one data byte

ChannelMessage = tuple[int, int, int]


class ByteParser:
    """Makes channel messages of bytes, in pieces of any size; what is no part of one is passed over."""

    def __init__(self) -> None:
        self._status = 0  # running status; 0 for none
        self._first = -1  # the first of two data bytes; −1 for none

    def feed(self, data: bytes) -> list[ChannelMessage]:
        """Take the next bytes.

        Parameters
        ----------
        data : bytes
            Any bytes.

        Returns
        -------
        list of tuple of int
            Messages that they complete: status 0x80…0xEF, and two data bytes 0…127, the second 0 where there is one.
        """
        found: list[ChannelMessage] = []
        for byte in data:
            if byte >= _REAL_TIME:
                continue
            if byte >= _STATUS:
                self._status = byte if byte < _SYSTEM else 0
                self._first = -1
            elif self._status & 0xF0 in _SHORT:
                found.append((self._status, byte, 0))
            elif self._status and self._first < 0:
                self._first = byte
            elif self._status:
                found.append((self._status, self._first, byte))
                self._first = -1
        return found
