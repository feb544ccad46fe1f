"""What the loop waits for: descriptors and moments, each with what is to be done then."""

import select
import time
from collections.abc import Callable
from typing import TypeAlias

Action: TypeAlias = Callable[[], None]


class Poller:
    """Waits for descriptors to become readable, and calls what belongs to them."""

    def __init__(self) -> None:
        self._poll = select.poll()
        self._actions: dict[int, Action] = {}
        self._periodic: list[tuple[float, Action]] = []
        self._due: list[float] = []

    def watch(self, descriptor: int, action: Action) -> None:
        """Call `action` whenever `descriptor` is readable or has been hung up."""
        self._actions[descriptor] = action
        self._poll.register(descriptor, select.POLLIN)

    def unwatch(self, descriptor: int) -> None:
        """Wait for `descriptor` no longer; before it is closed."""
        if self._actions.pop(descriptor, None) is not None:
            self._poll.unregister(descriptor)

    def every(self, seconds: float, action: Action) -> None:
        """Call `action` about every so many seconds, between hops; it must be short."""
        self._periodic.append((seconds, action))
        self._due.append(time.monotonic() + seconds)

    def wait(self, seconds: float) -> None:
        """Wait for at most so long, and do what is to be done."""
        for descriptor, _ in self._poll.poll(seconds * 1000.0):
            action = self._actions.get(descriptor)
            if action is not None:
                action()
        now = time.monotonic()
        for index, (period, action) in enumerate(self._periodic):
            if now >= self._due[index]:
                self._due[index] = now + period
                action()
