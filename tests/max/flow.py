"""What leads messages one way or another: by their content, by a number, by a name, or later."""

from tests.max.atoms import BANG, FLOAT, INT, LIST, SYMBOL, is_number, items, number, shown
from tests.max.box import Box, known_as


def same(atom, wanted):
    """Whether two atoms are equal and of one type."""
    return type(atom) is type(wanted) and atom == wanted


@known_as("route")
class Route(Box):
    """The rest of a message whose first item is an argument; a bang if there is no rest; else all on the right.

    That int, float, list and symbol match messages of that type is not on its page, but many published patches do so.
    """

    _types = (INT, FLOAT, LIST, SYMBOL)

    def set_up(self):
        self.words = self.arguments or [0]
        self.inlets = self.outlets = len(self.words) + 1  # since Max 8 an inlet for each argument

    def take(self, inlet, selector, atoms):
        if inlet:
            self.words[inlet - 1] = items(selector, atoms)[0]
            return
        place = self.place(selector, atoms)
        if place is None:
            self.out(self.outlets - 1, selector, *atoms)
        else:
            self.matched(place, selector, atoms)

    def place(self, selector, atoms):
        """Return which argument matches, or None."""
        words = items(selector, atoms)
        for place, word in enumerate(self.words):
            if words and same(words[0], word):
                return place
            if selector == word and word in self._types:
                if word == LIST and len(atoms) < 2:
                    self.doubt(f"a list of {len(atoms)}")
                return place
            if words and is_number(words[0]) and is_number(word) and words[0] == word:
                self.doubt(f"{words[0]!r} is compared with {word!r}")
        return None

    def matched(self, place, selector, atoms):
        """Send what is left."""
        words = items(selector, atoms)
        rest = words[1:] if words and same(words[0], self.words[place]) else words
        if not rest:
            self.bang(place)
        elif selector == LIST and len(rest) == len(atoms):
            self.out(place, LIST, *atoms)
        else:
            self.emit(place, rest)


@known_as("select", "sel")
class Select(Box):
    """A bang for what equals one of the arguments, else it passes on the right; the other inlets set them."""

    def set_up(self):
        self.words = self.arguments or [0]
        self.inlets = self.outlets = len(self.words) + 1  # since Max 8; before, a second one beside a single int

    def take(self, inlet, selector, atoms):
        if inlet:
            if selector not in (INT, FLOAT) or len(self.words) > 1:
                self.doubt(f"{selector} sets what is compared")
            self.words[inlet - 1] = items(selector, atoms)[0]
            return
        found = atoms if selector == SYMBOL else items(selector, atoms)
        for place, word in enumerate(self.words):
            if found and (same(found[0], word) or self._close(found[0], word)):
                if len(found) > 1:
                    self.doubt("the first of several items matches")
                self.bang(place)
                return
        self.out(self.outlets - 1, selector, *atoms)

    def _close(self, atom, word):
        """Numbers of two types are equal only as ints: 1. is 1, and 1.5 is not."""
        return is_number(atom) and is_number(word) and type(atom) is not type(word) and atom == word


@known_as("gate")
class Gate(Box):
    """What comes on the right goes through the outlet that a number on the left chose; 0 closes."""

    inlets = 2

    def set_up(self):
        given = [int(number(atom)) for atom in self.arguments]
        self.outlets = given[0] if given else 1
        self.open = given[1] if len(given) > 1 else 0

    def take(self, inlet, selector, atoms):
        if inlet == 0:
            if selector == BANG:
                self.value(0, self.open)
            elif selector in (INT, FLOAT):
                self.open = int(atoms[0])
            else:
                self.error(f"doesn't understand {selector!r}")
        elif self.open:
            place = 0 if self.open < 0 else min(self.open, self.outlets) - 1
            self.out(place, selector, *atoms)


@known_as("switch")
class Switch(Box):
    """What comes to the inlet that a number on the left chose passes; 0 closes all."""

    def set_up(self):
        given = [int(number(atom)) for atom in self.arguments]
        self.count = given[0] if given else 2
        self.inlets = self.count + 1
        self.open = given[1] if len(given) > 1 else 0

    def take(self, inlet, selector, atoms):
        if inlet == 0:
            if selector == BANG:
                self.value(0, self.open)
            elif selector in (INT, FLOAT):
                self.open = min(abs(int(atoms[0])), self.count)
            else:
                self.error(f"doesn't understand {selector!r}")
        elif inlet == self.open:
            self.out(0, selector, *atoms)


@known_as("change")
class Change(Box):
    """A number that is not the last one; 1 in the middle when it leaves 0, on the right when it becomes 0."""

    outlets = 3

    def set_up(self):
        self.last = self.arguments[0] if self.arguments else 0
        if isinstance(self.last, str):
            self.doubt("words are not compared in the reference")

    def on_int(self, inlet, value):
        self._take(value)

    def on_float(self, inlet, value):
        self._take(value if isinstance(self.last, float) else int(value))

    def on_set(self, inlet, atoms):
        self.last = type(self.last)(atoms[0])

    def _take(self, value):
        value = type(self.last)(value)
        if value != self.last:
            before, self.last = self.last, value
            if before and not value:
                self.value(2, 1)
            if value and not before:
                self.value(1, 1)
            self.value(0, value)


@known_as("bangbang", "b")
class BangBang(Box):
    """A bang from each outlet, from right to left."""

    def set_up(self):
        self.outlets = int(number(self.arguments[0])) if self.arguments else 2

    def take(self, inlet, selector, atoms):
        for outlet in reversed(range(self.outlets)):
            self.bang(outlet)


@known_as("send", "s")
class Send(Box):
    """Sends to all that receive its name."""

    outlets = 0

    def set_up(self):
        self.target = str(self.arguments[0]) if self.arguments else None
        if not self.arguments:
            self.error("has no name")

    def take(self, inlet, selector, atoms):
        self.machine.send(self.target, selector, atoms)


@known_as("receive", "r")
class Receive(Box):
    """Gives what is sent to its name; `set` gives it another."""

    outlets = 1

    def set_up(self):
        self.source = None
        self.inlets = 0 if self.arguments else 1
        self._listen(str(self.arguments[0]) if self.arguments else None)

    def _listen(self, name):
        if self.source is not None:
            self.machine.names[self.source].remove(self)
        self.source = name
        if name:
            self.machine.names[name].append(self)

    def on_set(self, inlet, atoms):
        self._listen(str(atoms[0]) if atoms else None)

    def receive_name(self, selector, atoms):
        """Pass on what was sent."""
        self.machine.depth += 1
        try:
            if self.machine.depth > 500:
                self.error("stack overflow")
            else:
                self.out(0, selector, *atoms)
        finally:
            self.machine.depth -= 1


@known_as("forward")
class Forward(Box):
    """As [send]; the message `send NAME` chooses another name."""

    outlets = 0

    def set_up(self):
        self.target = str(self.arguments[0]) if self.arguments else None

    def take(self, inlet, selector, atoms):
        if selector == "send":
            self.target = str(atoms[0])
        elif self.target:
            self.machine.send(self.target, selector, atoms)


@known_as("value", "v")
class Value(Box):
    """A message that all of one name share; a bang gives it."""

    def set_up(self):
        self.key = str(self.arguments[0])
        if len(self.arguments) > 1:
            self.machine.values[self.key] = self.arguments[1:]

    def take(self, inlet, selector, atoms):
        if selector == BANG:
            self.emit(0, self.machine.values.get(self.key, []))
        else:
            self.machine.values[self.key] = atoms if selector == SYMBOL else items(selector, atoms)


@known_as("print")
class Print(Box):
    """Says in the console what comes, after its name."""

    outlets = 0

    def take(self, inlet, selector, atoms):
        name = str(self.arguments[0]) if self.arguments else "print"
        self.machine.printed.append(f"{name}: {shown(selector, atoms)}")


@known_as("deferlow")
class DeferLow(Box):
    """Passes everything on after what happens now."""

    def take(self, inlet, selector, atoms):
        self.machine.defer(lambda: self.out(0, selector, *atoms))


@known_as("counter")
class Counter(Box):
    """Counts bangs from its least to its greatest number, and again."""

    inlets, outlets = 5, 4

    def set_up(self):
        given = [int(number(atom)) for atom in self.arguments]
        self.least, self.greatest = (*given[-2:],) if len(given) > 1 else (0, given[0] if given else 2**31 - 1)
        if len(given) == 3 and given[0]:
            raise NotImplementedError("a counter that does not count up")
        self.next = self.least

    def on_bang(self, inlet):
        value, self.next = self.next, self.next + 1 if self.next < self.greatest else self.least
        if value == self.greatest:
            self.value(2, 1)
        self.value(0, value)

    def on_int(self, inlet, value):
        if inlet == 0:
            self.on_bang(0)
        elif inlet == 2:
            self.next = value
        elif inlet == 3:
            self.next = value
            self.on_bang(0)
        elif inlet == 4:
            self.greatest = value

    def on_set(self, inlet, atoms):
        self.next = int(atoms[0])

    def on_max(self, inlet, atoms):
        self.greatest = int(atoms[0])


@known_as("uzi")
class Uzi(Box):
    """So many bangs at once; on the right their numbers from 1, in the middle a bang when it is through."""

    inlets, outlets = 2, 3

    def set_up(self):
        self.count = int(number(self.arguments[0])) if self.arguments else 1
        self.base = int(number(self.arguments[1])) if len(self.arguments) > 1 else 1

    def on_bang(self, inlet):
        for step in range(self.count):
            self.value(2, self.base + step)
            self.bang(0)
        self.bang(1)

    def on_int(self, inlet, value):
        self.count = value
        if inlet == 0:
            self.on_bang(0)
