"""Time: delays, metronomes, ramps, and limits of speed. All times are milliseconds."""

from tests.max.atoms import BANG, FLOAT, INT, items, number
from tests.max.box import Box, known_as
from tests.max.patcher import LOADBANG


@known_as("delay", "del")
class Delay(Box):
    """A bang later; another bang before that begins anew; a number on the left is the time and begins."""

    inlets = 2

    def set_up(self):
        self.time = number(self.arguments[0]) if self.arguments else 0
        self.waiting = None

    def on_bang(self, inlet):
        if inlet == 0:
            self.machine.cancel(self.waiting)
            self.waiting = self.machine.after(self.time, self.bang)

    def on_int(self, inlet, value):
        self.time = value
        self.on_bang(inlet)

    on_float = on_int

    def on_stop(self, inlet, atoms):
        self.machine.cancel(self.waiting)


@known_as("metro")
class Metro(Box):
    """A bang at once and then at regular intervals, from any number but 0, or from a bang; 0 and `stop` end it."""

    inlets = 2
    phase = LOADBANG

    def set_up(self):
        given = self.arguments or self.attributes.get("interval", [5])
        self.interval = number(given[0])
        if isinstance(given[0], str):
            raise NotImplementedError("times that are not milliseconds")
        self.waiting = None

    def loaded(self):
        if self.attribute("active", 0) or self.attribute("autostart", 0):
            self._tick()

    def _tick(self):
        self.waiting = self.machine.after(max(1, self.interval), self._tick)
        self.bang()

    def on_bang(self, inlet):
        self.on_int(0, 1)

    def on_int(self, inlet, value):
        if inlet == 1:
            self.interval = value
        else:
            self.on_stop(0, [])
            if value:
                self._tick()

    on_float = on_int

    def on_stop(self, inlet, atoms):
        self.machine.cancel(self.waiting)


@known_as("pipe")
class Pipe(Box):
    """Numbers later, all of them: an inlet and an outlet for each argument but the last, which is the time."""

    def set_up(self):
        given = self.arguments or [0]
        self.values = given[:-1] or [0]
        self.time = number(given[-1])
        self.inlets, self.outlets = len(self.values) + 1, len(self.values)
        self.waiting = []

    def take(self, inlet, selector, atoms):
        if selector in ("clear", "stop"):
            for entry in self.waiting:
                self.machine.cancel(entry)
            self.waiting.clear()
        elif inlet == self.inlets - 1:
            self.time = number(atoms[0])
        else:
            found = [] if selector == BANG else items(selector, atoms)
            for place, atom in enumerate(found[: self.outlets - inlet], inlet):
                kind = type(self.values[place])
                if kind is str or isinstance(atom, str):
                    if kind is not type(atom):
                        self.error(f"doesn't understand {atom!r}")
                        return
                    self.values[place] = atom
                else:
                    self.values[place] = kind(atom)
            if inlet == 0:
                kept = list(self.values)
                self.waiting.append(self.machine.after(self.time, lambda: self._say(kept)))

    def _say(self, values):
        for outlet in reversed(range(self.outlets)):
            self.emit(outlet, [values[outlet]])


@known_as("speedlim")
class SpeedLimit(Box):
    """A message at once if the last one is long enough ago; else the last that came, when it is."""

    inlets = 2

    def set_up(self):
        self.interval = number(self.arguments[0]) if self.arguments else 0
        self.busy, self.kept = False, None

    def take(self, inlet, selector, atoms):
        if inlet == 1:
            self.interval = number(atoms[0])
        elif self.busy:
            self.kept = selector, atoms
        else:
            self._say(selector, atoms)

    def _say(self, selector, atoms):
        self.busy = True
        self.machine.after(self.interval, self._free)
        self.out(0, selector, *atoms)

    def _free(self):
        self.busy = False
        if self.kept is not None:
            (selector, atoms), self.kept = self.kept, None
            self._say(selector, atoms)


@known_as("line")
class Line(Box):
    """A ramp to a target within a time, in steps of its grain; ints unless its first argument is a float.

    A number alone takes the time of the middle inlet, which is then forgotten; a list is pairs of target and time.
    """

    inlets, outlets = 3, 2

    def set_up(self):
        first = self.arguments[0] if self.arguments else 0
        self.kind = float if isinstance(first, float) or self.attribute("floatoutput", 2) == 1 else int
        self.now = float(number(first))
        self.grain = max(1, number(self.arguments[1])) if len(self.arguments) > 1 else 20
        self.time, self.pairs, self.waiting = 0, [], None

    def take(self, inlet, selector, atoms):
        if selector == "stop":
            self.machine.cancel(self.waiting)
        elif selector == "set":
            self.machine.cancel(self.waiting)
            self.now = float(atoms[0])
        elif selector not in (INT, FLOAT, "list"):
            super().take(inlet, selector, atoms)
        elif inlet == 1:
            self.time = atoms[0]
        elif inlet == 2:
            self.grain = max(1, atoms[0])
        else:
            self.machine.cancel(self.waiting)
            if selector == "list":
                self.pairs = list(zip(atoms[::2], atoms[1::2], strict=False))
            else:
                self.pairs, self.time = [(atoms[0], self.time)], 0
            self._next()

    def _next(self):
        if self.pairs:
            target, time = self.pairs.pop(0)
            self._step(self.now, target, max(1, round(time / self.grain)) if time > 0 else 0, 1)
        else:
            self.bang(1)

    def _step(self, start, target, steps, step):
        if steps and step == 1:
            self.waiting = self.machine.after(self.grain, lambda: self._arrive(start, target, steps, 1))
        elif not steps:
            self._arrive(start, target, 1, 1)

    def _arrive(self, start, target, steps, step):
        self.now = start + (target - start) * step / steps
        self.value(0, self.kind(target if step == steps else self.now))
        if step == steps:
            self._next()
        else:
            self.waiting = self.machine.after(self.grain, lambda: self._arrive(start, target, steps, step + 1))


@known_as("makenote")
class MakeNote(Box):
    """A pitch with its velocity, and after its duration the pitch with velocity 0."""

    inlets, outlets = 3, 2

    def set_up(self):
        self.velocity = number(self.arguments[0]) if self.arguments else 0
        self.duration = number(self.arguments[1]) if len(self.arguments) > 1 else 0
        self.held = []

    def on_int(self, inlet, value):
        if inlet == 0:
            self._play(value)
        elif inlet == 1:
            self.velocity = value
        else:
            self.duration = value

    on_float = on_int

    def on_list(self, inlet, atoms):
        self.velocity, self.duration = (*atoms[1:3], *(self.velocity, self.duration)[len(atoms[1:3]) :])
        self._play(atoms[0])

    def _play(self, pitch):
        entry = [pitch]
        self.held.append(entry)
        self._say(pitch, self.velocity)
        self.machine.after(self.duration, lambda: self._end(entry))

    def _say(self, pitch, velocity):
        self.value(1, velocity)
        self.value(0, pitch)

    def _end(self, entry):
        if any(entry is held for held in self.held):
            self.held = [held for held in self.held if held is not entry]
            self._say(entry[0], 0)

    def on_stop(self, inlet, atoms):
        for entry in list(self.held):
            self._end(entry)

    def on_clear(self, inlet, atoms):
        self.held.clear()
