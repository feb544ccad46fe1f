"""The time of day as samples of the sound: what the timetag of a bundle means to the engine."""

from dataclasses import dataclass

from rt_timbre.errors import ControlError
from rt_timbre.osc import IMMEDIATE, Bundle, Message

LONGEST_WAIT = 60.0  # seconds: no bundle may lie further ahead
_NTP_EPOCH = 2_208_988_800  # seconds from 1900 to 1970
_WINDOW = 1.0  # seconds
_SLEW = 100e-6  # greatest change of the offset, in seconds a second: more than clocks drift
_JUMP = 0.005  # seconds: a greater error is no drift


class SampleClock:
    """Follows how the engine's samples lie in time, from when each hop is made.

    A hop is made when the output has room for it: never early, but often late, and several at once after an output of
    large blocks has taken one. So the true course is the *earliest* that hops are seen: the offset between samples and
    time follows its greatest value over the last one to two seconds, as slowly as clocks drift. Two bundles are so far
    apart in samples as their timetags say, whatever happens between their arrivals. Where the error is larger than
    drift explains (the output was lost, the time of day was set), the offset jumps.

    Parameters
    ----------
    rate : int
        Samples per second.
    """

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self.reset()

    def reset(self) -> None:
        """Forget all: the output begins anew."""
        self._offset: float | None = None  # seconds from the time of day to the time in samples
        self._settled = False
        self._greatest = self._earlier = -float("inf")  # offset in this window and in the one before
        self._began = self._noted = 0.0

    def note(self, seconds: float, sample: int) -> None:
        """Note that all samples before `sample` are made.

        Parameters
        ----------
        seconds : float
            Time of day, in seconds since 1970.
        sample : int
            Samples made since the start.
        """
        seen = sample / self._rate - seconds
        if self._offset is None or not 0.0 <= seconds - self._noted <= 2.0 * _WINDOW:
            self.reset()  # the first hop, or the time of day was set, or the machine slept
            self._offset, self._began, self._noted = seen, seconds, seconds
        if seconds - self._began >= _WINDOW:
            self._earlier, self._greatest = self._greatest, seen
            self._began = seconds
            self._settled = True
        self._greatest = max(self._greatest, seen)
        error = max(self._greatest, self._earlier) - self._offset
        most = _SLEW * (seconds - self._noted)
        if not self._settled or abs(error) > _JUMP:
            self._offset += error
        else:
            self._offset += max(-most, min(most, error))
        self._noted = seconds

    def sample_at(self, seconds: float) -> int:
        """Return the sample that belongs to a time of day, in seconds since 1970; before the first hop it is 0."""
        return 0 if self._offset is None else round((seconds + self._offset) * self._rate)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Messages that apply together.

    Attributes
    ----------
    messages : tuple of Message
        In order.
    seconds : float, optional
        When they apply, in seconds since 1970; None for at once.
    """

    messages: tuple[Message, ...]
    seconds: float | None = None


def unix_seconds(timetag: int, now: float) -> float:
    """Return the time of an NTP timetag, in seconds since 1970.

    Timetags begin again every 136 years, next in 2036: the time nearest to `now` is meant.

    Parameters
    ----------
    timetag : int
        64 bits: seconds since 1900, and their fraction.
    now : float
        Time of day, in seconds since 1970.
    """
    here = round((now + _NTP_EPOCH) * 2**32)
    ahead = (timetag - here + 2**63) % 2**64 - 2**63
    return (here + ahead) / 2**32 - _NTP_EPOCH


def unfold(bundle: Bundle, now: float) -> list[Due]:
    """Return the messages of a bundle and of the bundles in it, each with the time of its own bundle.

    Parameters
    ----------
    bundle : Bundle
        As it came in.
    now : float
        Time of day, in seconds since 1970.

    Returns
    -------
    list of Due
        Messages next to each other that apply at the same time are in one.

    Raises
    ------
    ControlError
        If a bundle is due before the one that encloses it (OSC 1.0 forbids it), or later than `LONGEST_WAIT`.
    """
    found: list[tuple[float | None, list[Message]]] = []
    _unfold(bundle, None, now, found)
    return [Due(messages=tuple(messages), seconds=seconds) for seconds, messages in found]


def _unfold(
    bundle: Bundle, enclosing: float | None, now: float, found: list[tuple[float | None, list[Message]]]
) -> None:
    seconds = None if bundle.timetag == IMMEDIATE else unix_seconds(bundle.timetag, now)
    if enclosing is not None and (seconds is None or seconds < enclosing):
        early = "at once" if seconds is None else f"{enclosing - seconds:.6g} s before it"
        raise ControlError(f"a bundle within a bundle is due {early}; it must not be due before the one around it")
    if seconds is not None and seconds - now > LONGEST_WAIT:
        raise ControlError(f"a bundle is due in {seconds - now:.6g} s; {LONGEST_WAIT:g} s ahead is the most")
    for element in bundle.elements:
        if isinstance(element, Bundle):
            _unfold(element, seconds, now, found)
        elif found and found[-1][0] == seconds:
            found[-1][1].append(element)
        else:
            found.append((seconds, [element]))
