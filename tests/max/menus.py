"""Menus, tabs, buttons with a text, texts."""

from tests.max.atoms import BANG, FLOAT, INT, LIST, is_number, read, said
from tests.max.box import Box, known_as
from tests.max.interface import Control


@known_as("umenu")
class Menu(Control):
    """Items, counted from 0: the number goes out on the left, then the text as a message in the middle.

    `set` and `setsymbol` show an item without a word; a symbol shows and sends one.
    """

    outlets = 3

    def ready(self):
        text = self.attributes.get("items", [])
        self.items, part = [], []
        for word in [*text, ","]:
            if word == ",":
                self.items += [" ".join(map(said, part))] if part else []
                part = []
            else:
                part.append(word)

    @property
    def shown(self):
        """What it shows."""
        return self.items[self.current] if 0 <= self.current < len(self.items) else ""

    def say(self):
        if self.shown or 0 <= self.current < len(self.items):
            self.emit(1, read(self.shown))
            self.value(0, self.current)

    def on_int(self, inlet, value):
        if 0 <= int(value) < len(self.items):
            self.current = int(value)
            self.say()

    def on_append(self, inlet, atoms):
        self.items.append(" ".join(map(said, atoms)))

    def on_clear(self, inlet, atoms):
        self.items, self.current = [], 0

    def on_count(self, inlet, atoms):
        self.emit(2, ["count", len(self.items)])

    def on_delete(self, inlet, atoms):
        for place in sorted(map(int, atoms), reverse=True):
            del self.items[place]

    def on_setitem(self, inlet, atoms):
        self.items[int(atoms[0])] = " ".join(map(said, atoms[1:]))

    def on_insert(self, inlet, atoms):
        self.items.insert(int(atoms[0]), " ".join(map(said, atoms[1:])))

    def on_set(self, inlet, atoms):
        if not atoms:
            self.error("set: nothing to set")
        elif is_number(atoms[0]):
            if 0 <= atoms[0] < len(self.items):
                self.current = int(atoms[0])
        else:
            self._show(" ".join(map(said, atoms)), begins=True)

    def on_setsymbol(self, inlet, atoms):
        self._show(" ".join(map(said, atoms)))

    def on_symbol(self, inlet, word):
        if self._show(said(word)):
            self.say()

    def _show(self, text, begins=False):
        found = next((i for i, item in enumerate(self.items) if item == text or (begins and item.startswith(text))), -1)
        if found >= 0:
            self.current = found
        return found >= 0

    def choose(self, text):
        """Choose an item with the mouse."""
        self._clickable()
        assert text in self.items, f"{text} is not among {self.items}"
        self.on_int(0, self.items.index(text))

    def restore(self, state):
        self.on_int(0, state[0])


@known_as("tab")
class Tab(Control):
    """Tabs, counted from 0: the text goes out on the right first, then the number."""

    outlets = 3

    def ready(self):
        self.tabs = list(self.attributes.get("tabs", ["one", "two", "three"]))

    def fitting(self, value):
        return int(value)

    def say(self):
        if self.current < len(self.tabs):
            self.emit(1, read(said(self.tabs[self.current])))
        self.value(0, self.current)

    def attribute_changed(self, name):
        if name == "tabs":
            self.tabs = list(self.attributes["tabs"])

    def on_set(self, inlet, atoms):
        if is_number(atoms[0]):
            self.current = int(atoms[0])
        else:
            self.on_setsymbol(inlet, atoms)

    def on_setsymbol(self, inlet, atoms):
        if atoms[0] in self.tabs:
            self.current = self.tabs.index(atoms[0])

    def on_symbol(self, inlet, word):
        if word in self.tabs:
            self.on_int(0, self.tabs.index(word))

    def choose(self, text):
        """Click a tab."""
        self._clickable()
        self.on_int(0, self.tabs.index(text))


@known_as("textbutton")
class TextButton(Control):
    """In `mode` 0 a click sends its text in the middle and a bang on the left; in mode 1 it is a switch, 0 or 1."""

    outlets = 3

    @property
    def shown(self):
        """What it says."""
        return said(self.attribute("texton" if self.current else "text", "Button"))

    def _switches(self):
        return self.attribute("mode", 0)

    def fitting(self, value):
        return int(bool(value)) if self._switches() else 0

    def say(self):
        text = self.shown
        self.emit(1, [text] if self.attribute("tosymbol", 1) else read(text))
        if self._switches():
            self.value(0, self.current)
        else:
            self.bang(0)

    def on_bang(self, inlet):
        self.on_int(0, 1 - self.current)

    def on_set(self, inlet, atoms):
        if self._switches():
            super().on_set(inlet, atoms)

    def click(self):
        """Click it."""
        self._clickable()
        self.on_bang(0)


@known_as("textedit")
class TextEdit(Control):
    """A text: `set` and `append` fill it without a word; a bang, or Return in `keymode` 1, sends it after `text`."""

    outlets = 4

    def ready(self):
        self.current = " ".join(map(said, self.arguments))

    def say(self):
        words = [self.current] if self.attribute("outputmode", 0) == 1 else read(self.current)
        self.out(0, "text", *words)

    def take(self, inlet, selector, atoms):
        if selector == BANG:
            self.say()
        elif selector == "set":
            self.current = " ".join(map(said, atoms))
        elif selector == "append":
            self.current = " ".join([self.current, *map(said, atoms)]).strip()
        elif selector == "clear":
            self.current = ""
        elif selector in (INT, FLOAT, LIST):
            self.current = " ".join(map(said, atoms))
        else:
            super().take(inlet, selector, atoms)

    def on_float(self, inlet, value):
        self.current = said(value)

    def type(self, text):
        """Type a text and press Return."""
        assert not self.attribute("readonly", 0)
        self.current = text
        assert self.attribute("keymode", 0) == 1, "Return makes a new line in it"
        self.say()

    def restore(self, state):
        self.current = state[0]


@known_as("comment")
class Comment(Box):
    """A text to be read."""

    outlets, visible = 0, True

    def set_up(self):
        self.shown = " ".join(map(said, self.arguments))

    def on_set(self, inlet, atoms):
        self.shown = " ".join(map(said, atoms))

    def on_append(self, inlet, atoms):
        self.shown = " ".join([self.shown, *map(said, atoms)])


@known_as("panel")
class Panel(Box):
    """A ground for others; its attributes can be set."""

    outlets, visible = 0, True
