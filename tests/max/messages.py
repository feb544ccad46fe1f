"""Message boxes, and what turns messages into others."""

import re

from tests.max.atoms import (
    BANG,
    COMMA,
    INT,
    LIST,
    SEMICOLON,
    SYMBOL,
    Changeable,
    as_type,
    items,
    message,
    read,
    said,
)
from tests.max.box import Box, known_as


@known_as("message")
class Message(Box):
    """Says its text: commas divide, after a semicolon stands a receiver, $1 to $9 keep what came last, 0 at first.

    What comes on the right becomes the text (reference page of message, and of the user guide on special characters).
    """

    inlets, outlets, visible = 2, 1, True

    def set_up(self):
        self.words, self.kept = self.arguments, [0] * 9

    def _take_text(self, atoms):
        self.words = list(atoms)

    def take(self, inlet, selector, atoms):
        if inlet == 1:
            self._take_text([] if selector == BANG and not atoms else items(selector, atoms))
        elif selector == "set":
            self._take_text(atoms)
        elif selector == "append":
            self._take_text([*self.words, *atoms])
        elif selector == "prepend":
            self._take_text([*atoms, *self.words])
        elif selector == "setargs":
            self._keep(atoms)
        else:
            if selector != BANG:
                self._keep(atoms if selector == SYMBOL else items(selector, atoms))
            self.say()

    def _keep(self, atoms):
        self.kept[: len(atoms)] = atoms[:9]

    def click(self):
        """Click it."""
        self.say()

    def say(self):
        """Send all that it says."""
        receiver, part = None, []
        for word in [*self.words, SEMICOLON]:
            if word is COMMA or word is SEMICOLON:
                self._send(receiver, part)
                part = []
                if word is SEMICOLON:
                    receiver = ""
            elif receiver == "":
                receiver = self._filled(word)
            else:
                part.append(self._filled(word))

    def _filled(self, word):
        if not isinstance(word, Changeable):
            return word
        value = self.kept[word.number - 1]
        return said(value) + word.rest if word.rest else value

    def _send(self, receiver, atoms):
        if receiver is None:
            self.emit(0, atoms)
        elif receiver and not self.machine.send(str(receiver), *message(atoms)):
            self.error(f"{receiver}: no such object")


@known_as("trigger", "t")
class Trigger(Box):
    """Sends what comes through each outlet as i, f, b, l or s, from right to left; any other word is a constant."""

    def set_up(self):
        self.formats = self.arguments or ["i", "i"]
        self.outlets = len(self.formats)
        if "a" in self.formats:
            self.doubt("the reference has no format a: it is a constant symbol")

    def take(self, inlet, selector, atoms):
        for outlet in reversed(range(self.outlets)):
            self._say(outlet, self.formats[outlet], selector, atoms)

    def _say(self, outlet, form, selector, atoms):
        alone = atoms[0] if selector in (INT, "float") and atoms else None
        if form == "b":
            self.bang(outlet)
        elif form in ("i", "f"):
            self.value(outlet, as_type(alone if alone is not None else 0, int if form == "i" else float))
        elif form == "l":
            self.out(outlet, *((INT, 0) if selector == BANG else (selector, *atoms)))
        elif form == "s":
            if selector in (BANG, LIST) or alone is not None:
                self.out(outlet, SYMBOL, "")
            elif selector == SYMBOL:
                self.out(outlet, SYMBOL, *atoms[:1])
            else:
                if atoms:
                    self.doubt("a list that begins with a word comes to s")
                self.out(outlet, selector)
        else:
            self.emit(outlet, [form])


@known_as("prepend")
class Prepend(Box):
    """Its message before what comes, a bang being the word bang; `set` replaces it."""

    def set_up(self):
        self.before = self.arguments

    def on_set(self, inlet, atoms):
        self.before = atoms

    def take(self, inlet, selector, atoms):
        if selector == "set":
            self.on_set(inlet, atoms)
        else:
            self.emit(0, [*self.before, *items(selector, atoms)])


@known_as("append")
class Append(Box):
    """Its message after what comes; a bang repeats the last; `set` replaces it."""

    def set_up(self):
        self.after, self.last = self.arguments, []

    def on_set(self, inlet, atoms):
        self.after = atoms

    def on_bang(self, inlet):
        self.emit(0, [*self.last, *self.after])

    def take(self, inlet, selector, atoms):
        if selector == "set":
            self.on_set(inlet, atoms)
        elif selector != BANG:
            self.last = items(selector, atoms)
            self.emit(0, [*self.last, *self.after])
        else:
            self.on_bang(inlet)


@known_as("sprintf")
class Sprintf(Box):
    """The text of C's printf with an inlet for each %; a list by `symout` off, else one symbol."""

    def set_up(self):
        words = list(self.arguments)
        self.one = words[:1] == ["symout"]
        self.format = " ".join(said(word) for word in words[1 if self.one else 0 :])
        self.places = re.findall(r"%[-+ 0#]*\d*(?:\.\d+)?(?:l?[diouxX]|[eEfgG]|[cs])", self.format)
        self.kinds = [str if p[-1] == "s" else float if p[-1] in "eEfgG" else int for p in self.places]
        self.values = [kind() for kind in self.kinds]
        self.inlets = max(1, len(self.places))

    def on_bang(self, inlet):
        if inlet == 0:
            self._say()

    def on_int(self, inlet, value):
        self._put(inlet, value)
        self.on_bang(inlet)

    on_float = on_int

    def on_symbol(self, inlet, word):
        self.on_int(inlet, word)

    def on_list(self, inlet, atoms):
        if inlet:
            self.doubt("a list comes to an inlet that is not the left one")
        for place, atom in zip(range(self.inlets), atoms, strict=False):
            self._put(place, atom)
        self.on_bang(inlet)

    def on_anything(self, inlet, selector, atoms):
        if inlet:
            if atoms:
                self.doubt("a message of several words comes to an inlet that is not the left one")
            self._put(inlet, selector)
        else:
            self.on_list(0, [selector, *atoms])

    def _put(self, place, atom):
        if place >= len(self.kinds):
            return
        kind = self.kinds[place]
        if (kind is str) is not isinstance(atom, str):
            self.doubt(f"{said(atom)} comes for {self.places[place]}")
            atom = said(atom) if kind is str else 0
        self.values[place] = kind(atom)

    def _say(self):
        values = [chr(v) if p[-1] == "c" else v for p, v in zip(self.places, self.values, strict=True)]
        text = self.format.replace("%ld", "%d").replace("%li", "%i") % tuple(values)
        if self.one:
            self.emit(0, [text])
        else:
            self.emit(0, read(text))


@known_as("tosymbol")
class ToSymbol(Box):
    """All that comes as one symbol, with its separator between, a space if nothing else is said."""

    def take(self, inlet, selector, atoms):
        if selector == "separator":
            self.attributes["separator"] = atoms
            return
        separator = self.attributes.get("separator", [" "])
        self.out(0, (said(separator[0]) if separator else "").join(map(said, items(selector, atoms))))


@known_as("fromsymbol")
class FromSymbol(Box):
    """The words of a symbol as a message."""

    def take(self, inlet, selector, atoms):
        text = " ".join(map(said, atoms if selector == SYMBOL else items(selector, atoms)))
        separator = self.attribute("separator", " ")
        self.emit(0, read(text.replace(separator, " ") if separator else " ".join(text)))


@known_as("substitute")
class Substitute(Box):
    """The second argument in place of the first, with a third once only; what has none of it goes out on the right."""

    inlets = outlets = 2

    def take(self, inlet, selector, atoms):
        old, new = (*self.arguments, 0, 0)[:2]
        words = items(selector, atoms)
        places = [place for place, word in enumerate(words) if word == old][: 1 if len(self.arguments) > 2 else None]
        self.emit(0 if places else 1, [new if place in places else word for place, word in enumerate(words)])
