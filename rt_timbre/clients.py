"""Who is answered: subscribers with their leases, and refusals that do not flood."""

from collections.abc import Callable

from rt_timbre.errors import ControlError
from rt_timbre.sockets import Sender

MOST_LEASES = 64
MOST_LEASES_OF_A_HOST = 16
MOST_LEASES_OF_THIS_MACHINE = 48  # the query server takes one for each of its own clients
_MOST_SENDERS = 1024
_REFUSAL_INTERVAL = 1.0  # seconds


class Clients:
    """Subscribers to changes, and the time of each sender's last refusal.

    A sender's host may be feigned, so what is sent never goes to another host than the datagram's own, and the number
    of leases is bounded. A lease belongs to who took it; nobody else can end it.

    Parameters
    ----------
    is_own : callable
        Whether a place is the server's own: what is sent to it would come back for ever.
    is_local : callable
        Whether a host is this machine, which no other can feign to be.
    """

    def __init__(self, is_own: Callable[[Sender], bool], is_local: Callable[[Sender], bool]) -> None:
        self._is_own = is_own
        self._is_local = is_local
        self._leases: dict[tuple[Sender, Sender], float] = {}  # by subscriber and owner: end of the lease
        self._answered: dict[Sender, tuple[Sender, float]] = {}  # by client: where its answers go, and until when
        self._refused: dict[Sender, float] = {}

    def notify(self, sender: Sender, on: bool, port: int, lease: float, now: float) -> Sender:
        """Begin, renew or end a subscription.

        Parameters
        ----------
        sender : Sender
            Who asks. Over TCP its connection is the subscriber, for as long as it lasts.
        on : bool
            Begin or renew, rather than end.
        port : int
            Port to send to, 0 for the sender's own.
        lease : float
            How long it holds, in seconds.
        now : float
            Monotonic time in seconds.

        Returns
        -------
        Sender
            The subscriber.

        Raises
        ------
        ControlError
            If the port is none, there are too many leases, or the lease to be ended is not the sender's.
        """
        subscriber = self._at(sender, port)
        if sender.connection:
            lease = float("inf")
        self._leases = {pair: end for pair, end in self._leases.items() if end > now}
        key = subscriber, sender
        if not on:
            if key not in self._leases:
                raise ControlError(f"this client has no lease of port {subscriber.port}; only who took it may end it")
            del self._leases[key]
            if self.answered(sender, now) == subscriber:
                self.answer(sender, 0, lease, now)
            return subscriber
        if key not in self._leases:
            if len(self._leases) >= MOST_LEASES:
                raise ControlError(f"{MOST_LEASES} clients are subscribed already")
            count = sum(owner.host == sender.host for _, owner in self._leases)
            most = MOST_LEASES_OF_A_HOST
            if count >= most and self._is_local(sender):
                most = MOST_LEASES_OF_THIS_MACHINE
            if count >= most:
                raise ControlError(f"{most} clients of {sender.host} are subscribed already")
        self._leases[key] = now + lease
        if port:
            self.answer(sender, port, lease, now)
        return subscriber

    def answer(self, sender: Sender, port: int, lease: float, now: float) -> Sender:
        """Let a client's answers go to a port: there are programs that cannot hear at the one that they send from.

        Parameters
        ----------
        sender : Sender
            The client.
        port : int
            Port to send to, 0 for the sender's own.
        lease : float
            How long it holds, in seconds.
        now : float
            Monotonic time in seconds.

        Returns
        -------
        Sender
            Where its answers go.

        Raises
        ------
        ControlError
            If the port is none, or too many clients have named one.
        """
        place = self._at(sender, port)
        self._answered.pop(sender, None)
        if place != sender:
            if len(self._answered) >= _MOST_SENDERS:
                self._answered = {client: held for client, held in self._answered.items() if held[1] > now}
                if len(self._answered) >= _MOST_SENDERS:
                    raise ControlError(f"{_MOST_SENDERS} clients are answered at ports of their own already")
            self._answered[sender] = place, now + lease
        return place

    def _at(self, sender: Sender, port: int) -> Sender:
        """Return a client's port, 0 being the one that it sends from."""
        if sender.connection:
            if port:
                raise ControlError("over TCP, all comes by the connection itself; leave out the port")
            return sender
        if not 0 <= port <= 65535:
            raise ControlError(f"port {port} is none; it must be 1 to 65535, or 0 for the sender's own")
        place = sender.at(port or sender.port)
        if self._is_own(place):
            raise ControlError(f"port {place.port} is the server's own; choose the one that you listen on")
        return place

    def answered(self, client: Sender, now: float) -> Sender:
        """Return where a client's answers go: to the port it has named, or where it speaks from."""
        place, end = self._answered.get(client, (client, now))
        return place if end > now else client

    def listening(self, now: float) -> bool:
        """Whether anybody's lease holds."""
        return any(end > now for end in self._leases.values())

    def subscribers(self, originator: Sender | None, now: float) -> list[Sender]:
        """Return those whose lease holds, without the one who made the change (None: the server itself)."""
        if not self._leases:
            return []
        held = [pair for pair, end in self._leases.items() if end > now]
        told = {subscriber for subscriber, owner in held if originator in (subscriber, owner)}
        return list(dict.fromkeys(subscriber for subscriber, _ in held if subscriber not in told))

    def forget(self, sender: Sender) -> None:
        """Forget a TCP connection that has ended."""
        self._leases.pop((sender, sender), None)
        self._answered.pop(sender, None)
        self._refused.pop(sender, None)

    def may_refuse(self, sender: Sender, now: float) -> bool:
        """Whether to answer what cannot be read or has no address: once a second to each of 1,024 senders."""
        if now - self._refused.get(sender, -_REFUSAL_INTERVAL) < _REFUSAL_INTERVAL:
            return False
        if len(self._refused) >= _MOST_SENDERS:
            self._refused = {other: then for other, then in self._refused.items() if now - then < _REFUSAL_INTERVAL}
            if len(self._refused) >= _MOST_SENDERS:
                return False
        self._refused[sender] = now
        return True
