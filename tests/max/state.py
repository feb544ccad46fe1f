"""Presets: [pattr], [autopattr], [pattrstorage]."""

from tests.max.atoms import BANG, is_number, items
from tests.max.box import Box, known_as
from tests.max.patcher import PATTR


@known_as("autopattr")
class AutoPattr(Box):
    """Puts all boxes of its patch that have a scripting name and a value within reach of [pattrstorage]."""

    outlets = 4

    def clients(self):
        """Give those boxes, by name."""
        for name, box in self.patcher.by_name.items():
            if getattr(box, "client", False):
                yield name, box

    def take(self, inlet, selector, atoms):
        known = dict(self.clients())
        if selector in known:
            known[selector].restore(atoms)
        elif selector == "getstate":
            for name, box in known.items():
                self.emit(3, [name, *box.state()])
        else:
            self.out(2, selector, *atoms)


@known_as("pattr")
class Pattr(Box):
    """A value with a name: what comes is kept and goes out; bound to a box, it is the value of that box."""

    outlets, phase, client = 3, PATTR, True

    def set_up(self):
        self.current = list(self.attributes.get("initial", []))
        self.title = str(self.arguments[0]) if self.arguments else None

    def loaded(self):
        """Send the value that it had when it was saved."""
        if self.attribute("autorestore", 1) and self.current:
            self.restore(self.current)

    def take(self, inlet, selector, atoms):
        if selector != BANG:
            self.current = items(selector, atoms)
        self._say()

    def _say(self):
        target = self.attributes.get("bindto")
        if target:
            self.patcher.find(str(target[0])).restore(self.current)
        self.emit(0, self.current)

    def state(self):
        """Return what a preset keeps."""
        return list(self.current)

    def restore(self, state):
        """Take what a preset has kept."""
        self.current = list(state)
        self._say()


@known_as("preset")
class Preset(Box):
    """The slots of a [pattrstorage], which its attribute names: a click recalls one, with the shift key it stores."""

    outlets, visible = 5, True

    def _storage(self):
        name = self.attribute("pattrstorage", None)
        found = [b for b in self.patcher.boxes.values() if isinstance(b, PattrStorage) and b.title == name]
        assert len(found) == 1, f"no [pattrstorage {name}] for a [preset]"
        return found[0]

    def click(self, slot, shift=False):
        """Click a slot."""
        (self._storage().on_store if shift else self._storage().on_recall)(0, [slot])


@known_as("pattrstorage")
class PattrStorage(Box):
    """Stores and recalls by number all that [pattr] and [autopattr] of its patch and of those in it reach."""

    def set_up(self):
        self.slots = {}
        self.title = str(self.arguments[0]) if self.arguments else None

    def _clients(self, patcher=None, path=""):
        patcher = patcher or self.patcher
        for box in patcher.boxes.values():
            if isinstance(box, AutoPattr):
                for name, client in box.clients():
                    yield f"{path}{name}", client
            elif isinstance(box, Pattr):
                yield f"{path}{box.title}", box
            elif box.inner is not None and box.varname:
                yield from self._clients(box.inner, f"{path}{box.varname}::")

    def on_int(self, inlet, value):
        self.on_recall(0, [value])

    def on_store(self, inlet, atoms):
        if len(atoms) == 1 and is_number(atoms[0]):
            self.slots[int(atoms[0])] = {name: box.state() for name, box in self._clients()}
        else:
            raise NotImplementedError("store of a single client")

    def on_recall(self, inlet, atoms):
        kept = self.slots.get(int(atoms[0]))
        if kept is None:
            return
        for name, box in self._clients():
            if name in kept:
                box.restore(kept[name])

    def on_delete(self, inlet, atoms):
        self.slots.pop(int(atoms[0]), None)

    def on_clear(self, inlet, atoms):
        self.slots.clear()
