"""The objects of Max for Live: parameters with a range, of which Live keeps the value."""

from tests.max.atoms import FLOAT, INT, read, said
from tests.max.box import known_as
from tests.max.interface import Control

_FLOAT, _INT, _ENUM = range(3)  # parameter_type


class Parameter(Control):
    """A parameter: it sends its value on the left and, before, its place in the range, 0. to 1., on the right."""

    outlets = 2
    kind = _FLOAT

    def set_up(self):
        saved = self.attributes.get("saved_attribute_attributes", [{}])[0].get("valueof", {})
        self.type = saved.get("parameter_type", self.kind)
        self.least = saved.get("parameter_mmin", 0.0)
        self.greatest = saved.get("parameter_mmax", 127.0 if self.type != _ENUM else 1.0)
        self.items = saved.get("parameter_enum", [])
        if self.items:
            self.greatest = len(self.items) - 1
        super().set_up()
        if not saved.get("parameter_longname"):
            self.doubt("a parameter without a name")

    def fitting(self, value):
        value = max(self.least, min(value, self.greatest))
        return float(value) if self.type == _FLOAT else int(value)

    def say(self):
        span = self.greatest - self.least
        self.out(self.outlets - 1, FLOAT, (self.current - self.least) / span if span else 0.0)
        self.value(0, self.current)

    def on_assign(self, inlet, atoms):
        self.on_float(0, atoms[0])

    def on_rawfloat(self, inlet, atoms):
        self.on_float(0, self.least + atoms[0] * (self.greatest - self.least))

    def on_outputvalue(self, inlet, atoms):
        self.say()

    def on_init(self, inlet, atoms):
        self.loaded()


for _name in ("live.dial", "live.numbox"):
    known_as(_name)(type(f"Parameter {_name}", (Parameter,), {"__doc__": Parameter.__doc__}))


class LiveItems(Parameter):
    """Items, counted from 0: the place in the range on the right, then the text in the middle, then the number."""

    outlets = 3
    kind = _ENUM

    def say(self):
        span = self.greatest - self.least
        self.out(2, FLOAT, (self.current - self.least) / span if span else 0.0)
        if self.current < len(self.items):
            self.emit(1, read(said(self.items[self.current])))
        self.out(0, INT, self.current)

    def on_setsymbol(self, inlet, atoms):
        if atoms[0] in self.items:
            self.current = self.items.index(atoms[0])

    def on_symbol(self, inlet, word):
        if word in self.items:
            self.on_int(0, self.items.index(word))

    def choose(self, text):
        """Click an item."""
        self._clickable()
        self.on_int(0, self.items.index(text))


for _name in ("live.menu", "live.tab"):
    known_as(_name)(type(f"Items {_name}", (LiveItems,), {"__doc__": LiveItems.__doc__}))
