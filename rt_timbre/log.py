"""Lines for the one who runs the server, on standard error; whoever reads them is never waited for."""

import os
import select
import time
from collections.abc import Callable

from rt_timbre.osc import Message

_LONGEST_LINE = 300  # characters
_COMPLAINT_INTERVAL = 1.0  # seconds
_MOST_DUMPED = 100  # messages a second
_MOST_ARGUMENTS = 8  # of a message, shown


class Log:
    """Writes a line only where it can be written at once: a full pipe or a stopped terminal loses it.

    Parameters
    ----------
    descriptor : int
        Where to write.

    Attributes
    ----------
    told : callable
        Called with each line of complaint and warning.
    """

    def __init__(self, descriptor: int = 2) -> None:
        self.told: Callable[[str], None] = lambda _: None
        self._descriptor = descriptor
        self._poll = select.poll()
        self._poll.register(descriptor, select.POLLOUT)
        self._complained = -_COMPLAINT_INTERVAL
        self._second = 0  # of which messages are counted
        self._dumped = 0
        self._left_out = 0

    def line(self, text: str) -> bool:
        """Write a line; return whether it was written."""
        data = f"rt-timbre: {' '.join(text[:_LONGEST_LINE].splitlines())}\n".encode(errors="replace")
        try:
            # Ready means that a pipe takes 4,096 bytes.
            if not any(events & select.POLLOUT for _, events in self._poll.poll(0)):
                return False
            return os.write(self._descriptor, data) == len(data)
        except OSError:
            return False

    def complain(self, text: str) -> None:
        """Write a line, but not more than one a second."""
        now = time.monotonic()
        if now - self._complained >= _COMPLAINT_INTERVAL:
            self._complained = now
            self.warn(text)

    def warn(self, text: str) -> None:
        """Write a line that must not be missed."""
        self.line(text)
        self.told(text[:_LONGEST_LINE])

    def dump(self, message: Message, host: str, port: int) -> None:
        """Write a message that has come in, but not more than a hundred a second; then their number is told."""
        second = int(time.monotonic())
        if second != self._second:
            if self._left_out:
                self.line(f"{self._left_out} messages more came in")
            self._second, self._dumped, self._left_out = second, 0, 0
        if self._dumped >= _MOST_DUMPED or not self.line(f"{host}:{port} {_shown(message)}"):
            self._left_out += 1
        else:
            self._dumped += 1


def _shown(message: Message) -> str:
    shown = [message.address[:100]]
    for argument in message.arguments[:_MOST_ARGUMENTS]:
        if isinstance(argument, str | bytes):
            shown.append(ascii(argument[:40]))
        else:
            shown.append(f"{argument:.6g}" if isinstance(argument, float) else str(argument))
    more = len(message.arguments) - _MOST_ARGUMENTS
    return " ".join(shown) + (f" … {more} more" if more > 0 else "")
