"""Who is answered: subscribers with their leases, and refusals that do not flood."""

from rt_timbre.errors import ControlError
from rt_timbre.sockets import Sender

_MOST_SUBSCRIBERS = 64
_MOST_SENDERS = 1024
_REFUSAL_INTERVAL = 1.0  # seconds


class Clients:
    """Subscribers to changes, and the time of each sender's last refusal."""

    def __init__(self) -> None:
        self._leases: dict[Sender, tuple[float, Sender]] = {}  # subscriber: end of the lease, who asked for it
        self._refused: dict[Sender, float] = {}

    def notify(self, sender: Sender, on: bool, port: int, lease: float, now: float) -> None:
        """Begin, renew or end a subscription.

        Parameters
        ----------
        sender : Sender
            Who asks.
        on : bool
            Begin or renew, rather than end.
        port : int
            Port to send to, 0 for the sender's own.
        lease : float
            How long it holds, in seconds.
        now : float
            Monotonic time in seconds.

        Raises
        ------
        ControlError
            If there are too many subscribers.
        """
        subscriber = sender.at(port) if port else sender
        self._leases = {other: lease for other, lease in self._leases.items() if lease[0] > now}
        if not on:
            self._leases.pop(subscriber, None)
        elif subscriber not in self._leases and len(self._leases) >= _MOST_SUBSCRIBERS:
            raise ControlError(f"/notify: {_MOST_SUBSCRIBERS} clients are subscribed already")
        else:
            self._leases[subscriber] = (now + lease, sender)

    def subscribers(self, originator: Sender | None, now: float) -> list[Sender]:
        """Return those whose lease holds, without the one who made the change."""
        if not self._leases:
            return []
        return [other for other, (end, owner) in self._leases.items() if end > now and originator not in (other, owner)]

    def may_refuse(self, sender: Sender, now: float) -> bool:
        """Whether a refusal of an unknown address may be sent: once a second to each sender."""
        if now - self._refused.get(sender, -_REFUSAL_INTERVAL) < _REFUSAL_INTERVAL:
            return False
        if len(self._refused) >= _MOST_SENDERS:
            self._refused.clear()
        self._refused[sender] = now
        return True
