"""[zl], in its modes: what comes on the left is worked on, what comes on the right is kept for it."""

from tests.max.atoms import BANG, SYMBOL, is_number, items, number
from tests.max.box import Box, known_as


@known_as("zl")
class Zl(Box):
    """Works on lists; a word or a number is a list of one. What has two outputs sends the right one first."""

    inlets = outlets = 2
    longest = 256
    mode = None

    def set_up(self):
        given = list(self.arguments)
        if self.mode is None:
            if given and is_number(given[0]):
                self.longest = int(given.pop(0))
            self.mode = given.pop(0) if given else ""
        self.longest = int(self.attribute("zlmaxsize", self.longest))
        self.kept, self.last, self.gathered = given, [], []
        if self.mode not in MODES:
            self.error(f"{self.mode!r} is no mode that the interpreter knows")

    def take(self, inlet, selector, atoms):
        if selector == "zlclear":
            self.last, self.gathered = [], []
            return
        found = [] if selector == BANG else list(atoms) if selector == SYMBOL else items(selector, atoms)
        if len(found) > self.longest:
            self.error(f"a list of {len(found)} is cut at {self.longest}")
            found = found[: self.longest]
        if inlet == 1:
            self.kept = found
            return
        if self.mode == "reg" and selector == BANG:
            self.emit(0, self.kept)
            return
        if self.mode == "group":
            self._group(found, selector == BANG)
            return
        if selector != BANG:
            self.last = found
        if self.mode in MODES:
            MODES[self.mode](self)

    def size(self, default=0):
        """Return the number on the right."""
        return int(number(self.kept[0])) if self.kept else default

    def give(self, left, right=None):
        """Send the right one, then the left."""
        if right is not None:
            self.emit(1, right)
        self.emit(0, left)

    def _group(self, found, at_once):
        self.gathered += found
        if at_once:
            rest, self.gathered = self.gathered, []
            self.emit(0, rest)
        while 0 < self.size() <= len(self.gathered):
            part, self.gathered = self.gathered[: self.size()], self.gathered[self.size() :]
            self.emit(0, part)


def _reg(zl):
    zl.kept = zl.last
    zl.emit(0, zl.kept)


def _iter(zl):
    for start in range(0, len(zl.last), max(1, zl.size(1))):
        zl.emit(0, zl.last[start : start + max(1, zl.size(1))])


def _nth(zl, first=1):
    place = zl.size() - first
    if 0 <= place < len(zl.last):
        replaced = zl.kept[1:]
        zl.give([zl.last[place]], zl.last[:place] + replaced + zl.last[place + 1 :])


def _lookup(zl):
    places = [int(number(atom)) for atom in zl.last]
    zl.emit(0, [zl.kept[place] for place in places if 0 <= place < len(zl.kept)])


MODES = {
    "slice": lambda zl: zl.give(zl.last[: zl.size()], zl.last[zl.size() :]),
    "ecils": lambda zl: zl.give(zl.last[: len(zl.last) - zl.size()], zl.last[len(zl.last) - zl.size() :]),
    "join": lambda zl: zl.give(zl.last + zl.kept),
    "len": lambda zl: zl.value(0, len(zl.last)),
    "rev": lambda zl: zl.give(zl.last[::-1]),
    "mth": lambda zl: _nth(zl, 0),
    "group": None,
    "nth": _nth,
    "reg": _reg,
    "iter": _iter,
    "lookup": _lookup,
}

for _mode in MODES:
    known_as(f"zl.{_mode}")(type(f"Zl_{_mode}", (Zl,), {"mode": _mode, "__doc__": Zl.__doc__}))
