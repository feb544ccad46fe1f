"""[zl], in its modes: what comes on the left is worked on, what comes on the right is kept for it."""

from tests.max.atoms import BANG, LIST, SYMBOL, is_number, items, number
from tests.max.box import CLASSES, Box, known_as


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


def _sub(zl):
    """Where the list on the right occurs: places on the left, how many on the right."""
    size = len(zl.kept)
    places = [i + 1 for i in range(len(zl.last) - size + 1) if size and zl.last[i : i + size] == zl.kept]
    zl.value(1, len(places))
    for place in places:
        zl.value(0, place)


def _change(zl):
    changed = zl.last != zl.gathered
    zl.gathered = zl.last
    zl.value(1, int(changed))
    if changed:
        zl.emit(0, zl.last)


def _compare(zl):
    zl.value(0, int(zl.last == zl.kept))


def _rot(zl):
    turn = zl.size() % len(zl.last) if zl.last else 0
    zl.emit(0, zl.last[-turn:] + zl.last[:-turn] if turn else zl.last)


def _unique(zl):
    zl.emit(0, [atom for atom in zl.last if atom not in zl.kept])


def _thin(zl):
    zl.emit(0, list(dict.fromkeys(zl.last)))


def _stream(zl):
    zl.gathered = (zl.gathered + zl.last)[-zl.size() :]
    full = len(zl.gathered) == zl.size()
    zl.value(1, int(full))
    if full:
        zl.emit(0, zl.gathered)


MODES = {
    "slice": lambda zl: zl.give(zl.last[: zl.size()], zl.last[zl.size() :]),
    "ecils": lambda zl: zl.give(zl.last[: len(zl.last) - zl.size()], zl.last[len(zl.last) - zl.size() :]),
    "join": lambda zl: zl.give(zl.last + zl.kept),
    "len": lambda zl: zl.value(0, len(zl.last)),
    "rev": lambda zl: zl.give(zl.last[::-1]),
    "sum": lambda zl: zl.value(0, sum(number(atom) for atom in zl.last)),
    "mth": lambda zl: _nth(zl, 0),
    "group": None,
    "nth": _nth,
    "reg": _reg,
    "iter": _iter,
    "lookup": _lookup,
    "sub": _sub,
    "change": _change,
    "compare": _compare,
    "rot": _rot,
    "unique": _unique,
    "filter": _unique,
    "thin": _thin,
    "stream": _stream,
}

for _mode in MODES:
    known_as(f"zl.{_mode}")(type(f"Zl_{_mode}", (Zl,), {"mode": _mode, "__doc__": Zl.__doc__}))

CLASSES["listfunnel"] = known_as("listfunnel")(
    type(
        "ListFunnel",
        (Box,),
        {
            "__doc__": "Each item of a list after its place, from 0 or from the argument.",
            "take": lambda self, inlet, selector, atoms: [
                self.out(0, LIST, place + int(number((self.arguments or [0])[0])), atom)
                for place, atom in enumerate(items(selector, atoms))
            ],
        },
    )
)
