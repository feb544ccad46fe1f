"""Max's clock, queues, wireless names and sockets, in one loop."""

import contextlib
import heapq
import itertools
import random
import select
import socket
import sys
import time
from collections import defaultdict

from pythonosc.osc_bundle import OscBundle
from pythonosc.osc_message import OscMessage

_TICK = 0.01  # seconds between two looks at what is waited for
_SENDERS = 20000, 32000  # ports to send from: below those where patches may want to hear
_SLOWEST = 30.0  # seconds: tests run on slow machines


@contextlib.contextmanager
def deep_stack():
    """Let messages lead to as many others as Max lets them, while this lasts."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(20_000)
    try:
        yield
    finally:
        sys.setrecursionlimit(limit)


class Machine:
    """What all patches share.

    Attributes
    ----------
    console : list of str
        What Max would complain of.
    doubts : list of str
        What a patch uses of which Max's reference says nothing, or two things.
    printed : list of str
        What [print] says.
    datagrams : list of tuple
        All that was sent by UDP: time in seconds, address, arguments.
    senders : list of UdpSend
        The boxes that send by UDP.
    seed : int
        Which of several things is done that Max leaves open, such as an order.
    random : Random
        Made of it.
    right_edges : bool
        Whether the right edges of boxes, not the left ones, order what one outlet sends.
    live : bool
        Whether it is Max for Live.
    stored : dict
        What Live has stored of parameters, by their long names.
    first : int
        What #0 is in the first patch.
    """

    def __init__(self, seed=0, right_edges=False, live=False, first=1001):
        self.console, self.doubts, self.printed, self.datagrams = [], [], [], []
        self.seed, self.random = seed, random.Random(seed)
        self.stored = {}
        self.right_edges, self.live = right_edges, live
        self.depth = 0
        self.names = defaultdict(list)  # boxes that receive, by name
        self.values = {}  # of [value], by name
        self.senders = []
        self.midi, self.keys = [], []  # boxes that hear MIDI and keys
        self.clients = defaultdict(list)  # what [pattrstorage] may keep
        self.numbers = itertools.count(first)  # for #0
        self._clock, self._low, self._count = [], [], itertools.count()
        self._stopped, self._pauses = time.monotonic(), 0.0  # time stands still while a test does something else
        self._sockets = {}

    # Names.

    def send(self, name, selector, atoms):
        """Send to all that receive by a name; the order is not defined, so it is another every time."""
        heard = list(self.names[name])
        self.random.shuffle(heard)
        for box in heard:
            box.receive_name(selector, atoms)
        return bool(heard)

    # Time.

    def now(self):
        """Return the time in seconds for which patches have run."""
        return (time.monotonic() if self._stopped is None else self._stopped) - self._pauses

    def _going(self, seconds):
        """Give turns of the loop, for so long."""
        self._pauses += time.monotonic() - self._stopped
        self._stopped = None
        end = time.monotonic() + seconds
        try:
            self.settle()
            while time.monotonic() < end:
                yield
                self._step()
        finally:
            self._stopped = time.monotonic()

    def after(self, milliseconds, call):
        """Call something later; return what cancels it."""
        entry = [self.now() + max(0.0, milliseconds) / 1000, next(self._count), call]
        heapq.heappush(self._clock, entry)
        return entry

    @staticmethod
    def cancel(entry):
        """Forget what was to be called."""
        if entry is not None:
            entry[2] = None

    def defer(self, call):
        """Put a call at the end of the low-priority queue."""
        self._low.append(call)

    def settle(self):
        """Do what is in the low-priority queue."""
        while self._low:
            self._low.pop(0)()

    # Sockets.

    def listen(self, port, call):
        """Hear UDP at a port; return the socket, or None where the port is taken."""
        heard = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        try:
            heard.bind(("127.0.0.1", port))
        except (OSError, OverflowError):
            heard.close()
            return None
        heard.setblocking(False)
        self._sockets[heard] = call
        return heard

    def forget(self, heard):
        """Close a socket."""
        if heard is not None:
            del self._sockets[heard]
            heard.close()

    @staticmethod
    def sender():
        """Return a socket to send from; nobody hears what comes back to it."""
        made = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        while True:
            with contextlib.suppress(OSError):
                made.bind(("127.0.0.1", random.randrange(*_SENDERS)))
                return made

    def _hear(self, wait):
        ready = select.select(list(self._sockets), [], [], wait)[0] if self._sockets else time.sleep(wait) or []
        for heard in ready:
            for datagram in _received(heard) if heard in self._sockets else ():
                for address, arguments in messages(datagram):
                    if heard in self._sockets:
                        self._sockets[heard](address, arguments)
                        self.settle()

    # The loop.

    def run_until(self, condition, seconds=_SLOWEST, what="it"):
        """Go on until something is so; return it."""
        turns = self._going(seconds)
        for _ in turns:
            result = condition()
            if result:
                turns.close()
                return result
        raise AssertionError(f"waited {seconds:g} s for {what}; Max says {self.console} {self.printed[-5:]}")

    def run(self, seconds):
        """Go on for a while."""
        for _ in self._going(seconds):
            pass

    def _step(self):
        wait = min(_TICK, max(0.0, self._clock[0][0] - self.now())) if self._clock else _TICK
        self._hear(wait)
        now = self.now()
        while self._clock and self._clock[0][0] <= now:
            call = heapq.heappop(self._clock)[2]
            if call is not None:
                call()
                self.settle()

    def close(self):
        """Close all sockets and stop the clock."""
        for heard in list(self._sockets):
            self.forget(heard)
        for sender in self.senders:
            sender.socket.close()
        self._clock.clear()
        self._low.clear()


def _received(heard):
    """Return all that has come to a socket."""
    found = []
    while True:
        try:
            found.append(heard.recv(65536))
        except BlockingIOError:
            return found


def messages(datagram):
    """Give the address and the arguments of each message of a datagram."""
    if OscBundle.dgram_is_bundle(datagram):
        for content in OscBundle(datagram):
            yield from messages(content.dgram)
    else:
        message = OscMessage(datagram)
        yield message.address, [int(value) if isinstance(value, bool) else value for value in message.params]
