"""What a performer clicks, drags and reads: numbers, sliders, buttons, menus."""

from tests.max.atoms import LIST, is_number, said
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
        # Its page does not say whether a word stands before the numbers.
        self.emit(1, [*(["xy"] if self.machine.seed % 2 == 0 else []), *self.current])

    def drag(self, place):
        """Move the knob with the mouse."""
        self._clickable()
        self.on_list(0, [float(value) for value in place])
        self.out(2, LIST, *self.current, 1)

    def state(self):
        return list(self.current)

    def restore(self, state):
        self.on_list(0, list(state))
