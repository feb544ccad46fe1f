"""What a performer clicks, drags and reads: numbers, sliders, buttons, menus."""

from tests.max.atoms import BANG, FLOAT, INT, LIST, is_number, number, read, said
from tests.max.box import Box, known_as
from tests.max.patcher import PARAMETERS


class Control(Box):
    """A box that keeps a value: a message sets and sends it, `set` only sets it, a bang sends it.

    Attributes
    ----------
    current
        The value.
    """

    visible = True
    client = True  # [autopattr] keeps it, if it has a name
    phase = PARAMETERS

    def set_up(self):
        self.parameter = self.attributes.get("saved_attribute_attributes", [{}])[0].get("valueof", {})
        self.current = self.fitting(0)
        self.ready()

    def ready(self):
        """Read further attributes."""

    def loaded(self):
        """Take the initial value of a parameter, and send it; what Live has stored is only taken."""
        stored = self.machine.stored.get(self.parameter.get("parameter_longname"))
        if stored is not None:
            self.current = stored
        elif self.parameter.get("parameter_initial_enable"):
            self.on_float(0, self.parameter["parameter_initial"][0])

    def fitting(self, value):
        """Return what it makes of a number."""
        return value

    def say(self):
        """Send the value."""
        self.value(0, self.current)

    def on_bang(self, inlet):
        self.say()

    def on_int(self, inlet, value):
        self.current = self.fitting(value)
        self.say()

    def on_float(self, inlet, value):
        self.on_int(inlet, value)

    def on_set(self, inlet, atoms):
        if not atoms or not is_number(atoms[0]):
            self.error(f"bad value for set: {atoms}")
        else:
            self.current = self.fitting(atoms[0])

    def drag(self, value):
        """Set it with the mouse."""
        self._clickable()
        self.on_float(0, value)

    def _clickable(self):
        assert not self.attribute("ignoreclick", 0), f"{self} ignores clicks"

    # For [autopattr] and [pattrstorage].

    def state(self):
        """Return what a preset keeps."""
        return [self.current]

    def restore(self, state):
        """Take what a preset has kept."""
        self.on_float(0, state[0])


def _limited(value, least, greatest):
    least = value if least is None or isinstance(least, str) else least
    greatest = value if greatest is None or isinstance(greatest, str) else greatest
    return max(least, min(value, greatest))


@known_as("number")
class Number(Control):
    """An int, between `minimum` and `maximum` if these are given; it shows what it is set to, too."""

    outlets = 2
    kind = int

    def fitting(self, value):
        return self.kind(_limited(value, self.attribute("minimum", None), self.attribute("maximum", None)))


@known_as("flonum")
class FloatNumber(Number):
    """A float."""

    kind = float


@known_as("slider")
class Slider(Control):
    """What comes is kept to 0 to `size` (without `floatoutput` an int below it); what goes is times `mult`, plus `min`.

    See the reference page, and Christopher Dobrian's "Math in the slider object" (Max Cookbook).
    """

    @property
    def stands(self):
        """What it would send."""
        out = self.current * self.attribute("mult", 1.0) + self.attribute("min", 0.0)
        return float(out) if self.attribute("floatoutput", 0) else int(out)

    def drag(self, value):
        """Move it with the mouse until it sends a number."""
        super().drag((value - self.attribute("min", 0.0)) / self.attribute("mult", 1.0))

    def fitting(self, value):
        size = self.attribute("size", 128.0)
        if self.attribute("floatoutput", 0):
            return float(_limited(value, 0.0, size))
        return int(_limited(int(value), 0, size - 1))

    def say(self):
        self.value(0, self.stands)

    def on_setminmax(self, inlet, atoms):
        self.attributes |= {"floatoutput": [1], "min": [atoms[0]], "size": [atoms[1] - atoms[0]]}


@known_as("dial")
class Dial(Slider):
    """As a slider, round."""


@known_as("toggle")
class Toggle(Control):
    """Sends the number that comes; a bang or a click turns it over and sends 0 or 1."""

    def fitting(self, value):
        return int(value)

    def on_bang(self, inlet):
        self.on_int(0, 0 if self.current else 1)

    def click(self):
        """Click it."""
        self._clickable()
        self.on_bang(0)


@known_as("led")
class Led(Toggle):
    """A light: a number sets it and 0 or 1 goes out; a bang flashes it and sends 0."""

    def fitting(self, value):
        return int(bool(value))

    def on_bang(self, inlet):
        self.value(0, 0)

    def on_toggle(self, inlet, atoms):
        self.on_int(0, 1 - self.current)


@known_as("button")
class Button(Box):
    """A bang for whatever comes, and for a click."""

    visible = True

    def take(self, inlet, selector, atoms):
        self.bang()

    def click(self):
        """Click it."""
        self.bang()


@known_as("multislider")
class MultiSlider(Control):
    """Numbers in a row, a list; `set` gives one a value, counted from 1, `setlist` all, both without a word."""

    outlets = 2

    def ready(self):
        self.least, self.greatest = self.attributes.get("setminmax", [-1.0, 1.0])
        self.kind = float if self.attribute("settype", 1) else int
        self.current = [self.kind(0)] * int(self.attribute("size", 1))

    def say(self):
        self.emit(0, self.current)

    def _all(self, atoms):
        self.current = [self.kind(_limited(number(a), self.least, self.greatest)) for a in atoms]

    def on_int(self, inlet, value):
        self._all([value] * len(self.current))
        self.say()

    def on_list(self, inlet, atoms):
        self._all(atoms)
        self.say()

    def on_set(self, inlet, atoms):
        if not all(map(is_number, atoms)) or len(atoms) != 2 or not 1 <= atoms[0] <= len(self.current):
            self.error(f"bad arguments for set: {atoms}")
        else:
            self.current[int(atoms[0]) - 1] = self.kind(_limited(atoms[1], self.least, self.greatest))

    def on_setlist(self, inlet, atoms):
        self._all(atoms)

    def drag(self, value):
        """Set it with the mouse."""
        self.on_list(0, list(value))

    def state(self):
        return list(self.current)

    def restore(self, state):
        self.on_list(0, list(state))


@known_as("kslider")
class Keyboard(Control):
    """A pitch and, before it, the velocity on the right; in `mode` 1 a second press of a key ends its note."""

    inlets, outlets = 2, 2

    def ready(self):
        self.velocity = 0

    def on_int(self, inlet, value):
        if inlet == 1:
            self.velocity = int(value)
            return
        self.current = int(value)
        self.say()

    def say(self):
        self.value(1, self.velocity)
        self.value(0, self.current)

    def on_set(self, inlet, atoms):
        self.current = int(atoms[0])

    def on_clear(self, inlet, atoms):
        self.current = 0

    def on_flush(self, inlet, atoms):
        self.velocity = 0
        self.say()

    def play(self, pitch, velocity):
        """Click a key, at a height that means a velocity."""
        self.velocity = velocity
        self.on_int(0, pitch)


@known_as("pictslider")
class PictureSlider(Control):
    """Two ints: across on the left, up on the right; both go out for any of them."""

    inlets, outlets = 2, 2

    def ready(self):
        self.current = [0, 0]

    def _put(self, place, value):
        side = ("left", "bottom")[place], ("right", "top")[place]
        least, greatest = self.attribute(f"{side[0]}value", 0), self.attribute(f"{side[1]}value", 127)
        self.current[place] = int(_limited(value, least, greatest))

    def on_int(self, inlet, value):
        self._put(inlet, value)
        self.say()

    def on_list(self, inlet, atoms):
        for place in (0, 1):
            self._put(place, atoms[place])
        self.say()

    def on_set(self, inlet, atoms):
        for place, value in enumerate(atoms[:2]):
            self._put(place, value)

    def say(self):
        self.value(1, self.current[1])
        self.value(0, self.current[0])

    def drag(self, value):
        """Move the knob."""
        self._clickable()
        self.on_list(0, list(value))

    def state(self):
        return list(self.current)

    def restore(self, state):
        self.on_list(0, list(state))


@known_as("nodes")
class Nodes(Control):
    """A knob among nodes: a list places it, and the weights of the nodes go out; only the mouse speaks on the right."""

    outlets = 3

    def ready(self):
        self.count = int(self.attribute("nodenumber", 1))
        self.current = [float(self.attribute("xplace", 0.5)), float(self.attribute("yplace", 0.5))]
        size = self.attributes.get("nsize", [0.2])
        self.nodes = [[0.5, 0.5, size[place % len(size)]] for place in range(self.count)]
        for axis, name in enumerate(("xplace", "yplace")):
            for place, value in enumerate(self.attributes.get(name, [])[: self.count]):
                self.nodes[place][axis] = value
        self.current = [0.5, 0.5]

    def weights(self):
        """Return how much each node weighs where the knob is: 1 at its middle, 0 at its edge."""
        x, y = self.current
        return [max(0.0, 1.0 - ((x - a) ** 2 + (y - b) ** 2) ** 0.5 / (size or 1.0)) for a, b, size in self.nodes]

    def say(self):
        self.emit(0, self.weights())

    def on_bang(self, inlet):
        for place, node in enumerate(self.nodes, 1):
            self.emit(1, ["node", place, *node, 1])

    def on_list(self, inlet, atoms):
        if len(atoms) != 2 or not all(map(is_number, atoms)):
            self.error(f"bad arguments: {atoms}")
            return
        self.current = [float(_limited(value, 0.0, 1.0)) for value in atoms]
        self.say()

    def on_int(self, inlet, value):
        self.error("doesn't understand a single number")

    def on_setnode(self, inlet, atoms):
        for place in range(self.count) if atoms[0] == 0 else [int(atoms[0]) - 1]:
            self.nodes[place][: len(atoms[1:4])] = atoms[1:4]

    def on_setsize(self, inlet, atoms):
        for place in range(self.count) if atoms[0] == 0 else [int(atoms[0]) - 1]:
            self.nodes[place][2] = atoms[1]

    def on_setnodename(self, inlet, atoms):
        if len(atoms) != 2 or not 1 <= atoms[0] <= self.count:
            self.error(f"bad arguments for setnodename: {atoms}")
            return
        names = self.attributes.setdefault("nodesnames", [str(place + 1) for place in range(self.count)])
        names[int(atoms[0]) - 1] = said(atoms[1])

    def on_getxy(self, inlet, atoms):
        self.emit(1, ["xy", *self.current])

    def drag(self, place):
        """Move the knob with the mouse."""
        self._clickable()
        self.on_list(0, [float(value) for value in place])
        self.out(2, LIST, *self.current, 1)

    def state(self):
        return list(self.current)

    def restore(self, state):
        self.on_list(0, list(state))


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


@known_as("live.comment")
class LiveComment(Comment):
    """A text to be read."""


class Decoration(Box):
    """What is only seen; its attributes can be set."""

    outlets, visible = 0, True


for _name in ("panel", "live.line", "fpic", "bpatcher", "swatch"):
    known_as(_name)(type(f"Decoration {_name}", (Decoration,), {"__doc__": Decoration.__doc__}))
