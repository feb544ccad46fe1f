"""OSC address patterns, matched in linear time with all the names of a level at once."""

from collections.abc import Iterable


def is_pattern(address: str) -> bool:
    """Whether an address has any of the characters that make it a pattern."""
    return any(character in "?*[{" for character in address)


def match(pattern: str, address: str) -> bool:
    """Whether an OSC address pattern matches a concrete address.

    ``?`` is any character, ``*`` any run of characters, ``[a-z]`` and ``[!a-z]`` character sets, ``{a,b}``
    alternatives; none of them crosses a ``/``. A malformed pattern matches nothing.

    Parameters
    ----------
    pattern : str
        Pattern.
    address : str
        Concrete address.

    Returns
    -------
    bool
        Whether the whole address matches.
    """
    parts, given = pattern.split("/"), address.split("/")
    return len(parts) == len(given) and all(Names([name]).select(part) for part, name in zip(parts, given, strict=True))


class Names:
    """Names that a pattern is matched with, all at once.

    The names lie side by side in the bits of one integer: a bit for each place before, between and after the
    characters of a name, and a guard between two names. The set of places that a pattern can have reached (Thompson,
    CACM 11, 1968) is such an integer too, so that each part of a pattern is a few operations on integers, however many
    names there are and whatever came before: the time is linear in the length of the pattern.

    Parameters
    ----------
    names : iterable of str
        Names without ``/``, all different.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._last: dict[str, int] = {}  # by name: its last place
        self._before: dict[str, int] = {}  # by character: the places before it
        self._first = self._places = self._guards = 0
        at = 0
        for name in names:
            self._first |= 1 << at
            for character in name:
                self._before[character] = self._before.get(character, 0) | 1 << at
                self._places |= 1 << at
                at += 1
            self._places |= 1 << at
            self._last[name] = 1 << at
            self._guards |= 1 << at + 1
            at += 2
        self._before_any = 0
        for places in self._before.values():
            self._before_any |= places

    def select(self, pattern: str) -> list[str]:
        """Return the names that a pattern without ``/`` matches, in the order given."""
        reached, at, length = self._first, 0, len(pattern)
        while at < length and reached:
            character = pattern[at]
            if character == "*":
                # What lies at and above the lowest bit of each name: its two's complement, within the name's guard.
                reached = (self._guards - reached | reached) & self._places
                while at < length and pattern[at] == "*":
                    at += 1
            elif character == "[":
                close = pattern.find("]", at + 2)
                if close < 0:
                    return []
                reached = (reached & self._before_set(pattern[at + 1 : close])) << 1
                at = close + 1
            elif character == "{":
                close = pattern.find("}", at)
                if close < 0:
                    return []
                found = 0
                for word in pattern[at + 1 : close].split(","):
                    found |= self._after(reached, word)
                reached = found
                at = close + 1
            else:
                reached = (reached & (self._before_any if character == "?" else self._before.get(character, 0))) << 1
                at += 1
        return [name for name, last in self._last.items() if reached & last]

    def _after(self, reached: int, word: str) -> int:
        for character in word:
            reached = (reached & self._before.get(character, 0)) << 1
            if not reached:
                break
        return reached

    def _before_set(self, body: str) -> int:
        """Return the places before the characters of a set, given what stands between its brackets."""
        negated = body.startswith("!")
        codes, at = 0, 1 if negated else 0  # a bit for each character code
        while at < len(body):
            low = high = ord(body[at])
            if body[at + 1 : at + 2] == "-" and at + 2 < len(body):
                high = ord(body[at + 2])
                at += 2
            if low <= high:
                codes |= (1 << high + 1) - (1 << low)
            at += 1
        places = 0
        for character, before in self._before.items():
            if (codes >> ord(character) & 1) != negated:
                places |= before
        return places
