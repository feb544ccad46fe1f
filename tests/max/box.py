"""A box of a patch: what comes in is handed to its methods, as far as its class understands it."""

from tests.max.atoms import BANG, FLOAT, INT, LIST, SYMBOL, message
from tests.max.reference import has_attribute, has_message

CLASSES = {}  # by name
DEEPEST = 500  # messages that lead to messages; beyond, Max speaks of a stack overflow


def known_as(*names):
    """Put a class into the table, by its name and its abbreviations."""

    def enter(cls):
        cls.name = names[0]
        CLASSES.update(dict.fromkeys(names, cls))
        return cls

    return enter


class Box:
    """A box.

    A class says what it takes by methods: `on_bang(inlet)`, `on_int(inlet, number)`, `on_float(inlet, number)`,
    `on_list(inlet, atoms)`, `on_symbol(inlet, word)`, `on_anything(inlet, selector, atoms)`, and `on_WORD(inlet,
    atoms)` for a message of that name. A number of the other type is converted: Max has always done so.

    Parameters
    ----------
    patcher : Patcher
        Where it is.
    arguments : list
        The atoms after its name.
    attributes : dict
        By name, lists of atoms: those typed after an @, and those that the file has.
    """

    inlets, outlets = 1, 1
    visible = False  # whether it is a class of its own in a file, not a box with a text
    phase = None  # of opening, in which it does something by itself
    inner = None  # the patch in it
    text = ""
    varname = None

    def __init__(self, patcher, arguments, attributes):
        self.patcher, self.machine = patcher, patcher.machine
        self.arguments, self.attributes = arguments, attributes
        self.wires = {}  # lists of (box, inlet) by outlet, in the order of Max
        self.set_up()

    def set_up(self):
        """Read arguments and attributes."""

    def loaded(self):
        """Start, when all patches stand and are wired."""

    # What comes in.

    def receive(self, inlet, selector, atoms):
        """Take a message."""
        if not 0 <= inlet < self.inlets:
            self.error(f"no inlet {inlet}")
            return
        self.machine.depth += 1
        try:
            if self.machine.depth > DEEPEST:
                self.error("stack overflow")
            else:
                self.take(inlet, selector, atoms)
        finally:
            self.machine.depth -= 1

    def take(self, inlet, selector, atoms):
        """Hand a message to the method for it."""
        typed = {BANG: self._bang, INT: self._number, FLOAT: self._number, LIST: self._list, SYMBOL: self._symbol}
        if selector in typed and not (selector in (INT, FLOAT) and not atoms):
            typed[selector](inlet, selector, atoms)
        elif (method := getattr(self, f"on_{selector}", None)) is not None and selector != "anything":
            method(inlet, atoms)
        elif has_attribute(self.name, selector) and atoms and inlet == 0:
            self.attributes[selector] = list(atoms)
            self.attribute_changed(selector)
        else:
            self._anything(inlet, selector, atoms)

    def attribute_changed(self, name):
        """Follow an attribute that a message has set."""

    def _bang(self, inlet, selector, atoms):
        if hasattr(self, "on_bang"):
            self.on_bang(inlet)
        else:
            self._anything(inlet, selector, atoms)

    def _number(self, inlet, selector, atoms):
        value = atoms[0]
        for kind, convert in ((selector, None), (INT, int), (FLOAT, float)):
            method = getattr(self, f"on_{kind}", None)
            if method is not None:
                method(inlet, value if convert is None else convert(value))
                return
        if hasattr(self, "on_list"):
            self.on_list(inlet, list(atoms))
        else:
            self._anything(inlet, selector, atoms)

    def _list(self, inlet, selector, atoms):
        if hasattr(self, "on_list"):
            self.on_list(inlet, list(atoms))
        else:
            self._anything(inlet, selector, atoms)

    def _symbol(self, inlet, selector, atoms):
        if hasattr(self, "on_symbol") and atoms:
            self.on_symbol(inlet, atoms[0])
        else:
            self._anything(inlet, selector, atoms)

    def _anything(self, inlet, selector, atoms):
        if hasattr(self, "on_anything"):
            self.on_anything(inlet, selector, list(atoms))
        elif has_message(self.name, selector):
            raise NotImplementedError(f"the interpreter does not know {selector} of {self.name}")
        else:
            self.error(f"doesn't understand {selector!r}")

    def error(self, what):
        """Say something in Max's console."""
        self.machine.console.append(f"{self.patcher.title}: {self}: {what}")

    def doubt(self, what):
        """Note that it does something of which Max's reference says nothing, or two things."""
        self.machine.doubts.append(f"{self.patcher.title}: {self}: {what}")

    def attribute(self, name, default):
        """Return the first atom of an attribute."""
        value = self.attributes.get(name, [default])
        return value[0] if value else default

    # What goes out.

    def out(self, outlet, selector, *atoms):
        """Send a message through an outlet."""
        for box, inlet in self.wires.get(outlet, ()):
            box.receive(inlet, selector, list(atoms))

    def emit(self, outlet, atoms):
        """Send what these atoms say, as a message box would: a number, a list, or a word and its arguments."""
        if atoms:
            selector, rest = message(list(atoms))
            self.out(outlet, selector, *rest)

    def bang(self, outlet=0):
        """Send a bang."""
        self.out(outlet, BANG)

    def value(self, outlet, number):
        """Send a number."""
        self.out(outlet, FLOAT if isinstance(number, float) else INT, number)

    def __str__(self):
        return " ".join([f"[{self.name}", *map(str, self.arguments)]) + "]"
