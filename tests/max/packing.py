"""Lists that are made of what comes one by one, and taken apart."""

from tests.max.atoms import BANG, LIST, SYMBOL, as_type, is_number, items, said
from tests.max.box import Box, known_as


@known_as("iter")
class Iter(Box):
    """The items of a list, one after the other; a bang repeats."""

    def set_up(self):
        self.last = []

    def take(self, inlet, selector, atoms):
        if selector != BANG:
            self.last = items(selector, atoms)
        for atom in self.last:
            self.emit(0, [atom])


class Gatherer(Box):
    """What [pack], [pak] share: places of a fixed type, one for each inlet; a list fills those to the right too."""

    hot = (0,)

    def set_up(self):
        given = self.arguments or [0, 0]
        letters = {"s": "", "i": 0, "f": 0.0}  # not on its page, but in many published patches
        self.values = [letters.get(a, a) if isinstance(a, str) else a for a in given]
        self.inlets = len(self.values)

    def _put(self, inlet, atoms):
        for place, atom in zip(range(inlet, self.inlets), atoms, strict=False):
            kind = type(self.values[place])
            if isinstance(atom, str) is not (kind is str):
                self.doubt(f"{said(atom)} comes to the place of a {kind.__name__}")
            self.values[place] = as_type(atom, kind)

    def take(self, inlet, selector, atoms):
        if selector == "set":
            self._put(inlet, atoms)
            return
        if selector != BANG:
            self._put(inlet, atoms if selector == SYMBOL else items(selector, atoms))
        if inlet in self.hot:
            self._say()

    def _say(self):
        if len(self.values) > 1 and is_number(self.values[0]):
            self.out(0, LIST, *self.values)
        else:
            self.emit(0, self.values)


@known_as("pack")
class Pack(Gatherer):
    """A list of what came to its inlets, converted to the types of its arguments; the left one sends."""


@known_as("pak")
class Pak(Gatherer):
    """As [pack], but each inlet sends."""

    def set_up(self):
        super().set_up()
        self.hot = range(self.inlets)


@known_as("join")
class Join(Box):
    """All that came to its inlets, of any type and length, as one list; the left one sends, or those of `triggers`."""

    def set_up(self):
        self.inlets = int(self.arguments[0]) if self.arguments else 2
        self.values = [[0] for _ in range(self.inlets)]
        triggers = self.attributes.get("triggers", [0])
        self.hot = range(self.inlets) if -1 in triggers else triggers

    def take(self, inlet, selector, atoms):
        if selector != BANG:
            self.values[inlet] = atoms if selector in ("set", SYMBOL) else items(selector, atoms)
        if selector == BANG or (inlet in self.hot and selector != "set"):
            self.emit(0, [atom for value in self.values for atom in value])


@known_as("unpack")
class Unpack(Box):
    """The items of a list, from right to left, each converted to the type of its outlet's argument."""

    def set_up(self):
        given = self.arguments or [0, 0]
        letters = {"s": "", "i": 0, "f": 0.0}
        self.values = [letters.get(a, a) if isinstance(a, str) else a for a in given]
        self.outlets = len(self.values)

    def take(self, inlet, selector, atoms):
        found = [] if selector == BANG else atoms if selector == SYMBOL else items(selector, atoms)
        for place in reversed(range(min(len(found), self.outlets) if selector != BANG else self.outlets)):
            if selector != BANG:
                atom, kind = found[place], type(self.values[place])
                if isinstance(atom, str) is not (kind is str):
                    self.doubt(f"{said(atom)} comes to the place of a {kind.__name__}")
                self.values[place] = as_type(atom, kind)
            value = self.values[place]
            if isinstance(value, str):
                self.emit(place, [value])
            else:
                self.value(place, value)
