"""What one knows of a server from what it says: the model behind `rt-timbre monitor`. No sockets, no terminal."""

from collections import deque
from collections.abc import Sequence

from rt_timbre.errors import OscError
from rt_timbre.osc import Argument, Message
from rt_timbre.status import Status, read_status

_AWAY = 2.0  # seconds without an answer, after which the server is taken for gone
_EVENTS = 8  # kept


class Watch:
    """A server as seen from outside.

    Parameters
    ----------
    now : float
        Monotonic time in seconds.

    Attributes
    ----------
    status : Status or None
        Its last figures.
    version : str
        Its version; empty until it is known.
    voices : int
        How many it has; 0 until that is known.
    peaks : tuple of float
        Peaks of left and right in dBFS, of the last /meter.
    events : deque of (str, str)
        The last events: time of day, text.
    problem : str
        Why its figures cannot be shown; empty if they can.
    """

    def __init__(self, now: float) -> None:
        self.status: Status | None = None
        self.version = ""
        self.voices = 0
        self.peaks: tuple[float, float] | None = None
        self.events: deque[tuple[str, str]] = deque(maxlen=_EVENTS)
        self.problem = ""
        self._heard = now
        self._away = False

    def silent(self, now: float) -> float:
        """Return for how many seconds the server has not been heard, 0 while it is there."""
        return now - self._heard if now - self._heard > _AWAY else 0.0

    def look(self, now: float, clock: str) -> bool:
        """Note whether the server is there.

        Returns
        -------
        bool
            Whether it was away and has come back, so that it must be subscribed to again.
        """
        away = self.silent(now) > 0.0
        if away == self._away:
            return False
        self._away = away
        self.events.append((clock, "the server does not answer" if away else "the server is there"))
        if away:
            self.peaks = None
        return not away

    def take(self, message: Message, now: float, clock: str) -> None:
        """Take what the server said; what is of no interest is passed over."""
        self._heard = now
        arguments = message.arguments
        match message.address:
            case "/status.reply":
                try:
                    self.status = read_status(arguments)
                    self.problem = ""
                except OscError as error:
                    self.problem = str(error)
            case "/meter":
                match arguments:
                    case (float(left), float(right), *_):
                        self.peaks = (left, right)
            case "/version":
                match arguments:
                    case (str(version), *_):
                        self.version = version[:20]
            case "/space/info":
                match arguments:
                    case (str(), int(), int(voices), *_):
                        self.voices = voices
            case "/fail":
                self.events.append((clock, _words(arguments)))
            case address if address.startswith("/event/"):
                self.events.append((clock, f"{address.removeprefix('/event/')}: {_words(arguments)}"))


def plain_line(watch: Watch, now: float) -> str:
    """Return all that matters in one line."""
    away = watch.silent(now)
    if away:
        return f"no answer for {away:.0f} s"
    if watch.problem:
        return watch.problem
    status = watch.status
    if status is None:
        return "waiting for an answer"
    parts = [
        status.state,
        f"{status.sounding} voices" if not watch.voices else f"{status.sounding} of {watch.voices} voices",
        f"load {status.load_mean:.0%} p99 {status.load_p99:.0%} peak {status.load_peak:.0%}",
        f"underruns {status.underruns}",
        f"late hops {status.late_hops}",
        f"buffer {status.buffer_fill:.1f} ms",
        f"latency {status.control_to_sound:.1f} ms",
    ]
    if watch.peaks is not None:
        parts.append(f"peaks {watch.peaks[0]:.0f} {watch.peaks[1]:.0f} dBFS")
    return ", ".join(parts)


def _words(arguments: Sequence[Argument]) -> str:
    """Return arguments as words; what could command a terminal is left out."""
    text = " ".join(str(argument) for argument in arguments)
    return "".join(character for character in text if character.isprintable())[:200]
