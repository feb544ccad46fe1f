"""What goes out to clients: kept while commands are obeyed, which must not take longer than the ring lasts."""

import time
from collections import deque
from collections.abc import Callable

from rt_timbre.clients import Clients
from rt_timbre.errors import OscError
from rt_timbre.log import Log
from rt_timbre.osc import Message, encode
from rt_timbre.sockets import Listener, Sender

_AT_A_TIME = 8  # messages sent between two looks at the sound


class Outbox:
    """Answers to a client, and what all subscribers are told, in order.

    Parameters
    ----------
    listener : Listener
        By which they go out.
    clients : Clients
        The subscribers.
    breathe : callable
        Makes the hops that are due.
    log : Log
        Is told of what cannot be sent.
    """

    def __init__(self, listener: Listener, clients: Clients, breathe: Callable[[], None], log: Log) -> None:
        self._listener = listener
        self._clients = clients
        self._breathe = breathe
        self._log = log
        self._waiting: deque[tuple[Message, Sender | None, bool]] = deque()  # message, whose, whether to all others

    def send(self, message: Message, to: Sender) -> None:
        """Send a message to a client."""
        self._waiting.append((message, to, False))

    def echo(self, message: Message, originator: Sender | None) -> None:
        """Send a message to every subscriber but the one that it comes from (None: the server itself)."""
        if self._clients.listening(time.perf_counter()):
            self._waiting.append((message, originator, True))

    def flush(self) -> None:
        """Let everything go that waits, and make the hops that are due meanwhile."""
        count = 0
        while self._waiting:
            message, whose, to_all = self._waiting.popleft()
            to = self._receivers(whose, to_all)
            try:
                data = encode(message) if to else b""
            except OscError as error:
                self._log.complain(str(error))
                continue
            for client in to:
                self._listener.send(data, client)
                count += 1
                if count % _AT_A_TIME == 0:
                    self._breathe()

    def _receivers(self, whose: Sender | None, to_all: bool) -> list[Sender]:
        now = time.perf_counter()
        if to_all:
            return self._clients.subscribers(whose, now)
        return [] if whose is None else [self._clients.answered(whose, now)]
