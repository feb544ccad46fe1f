"""Presets that Max keeps: [autopattr], [pattrstorage], [preset]."""

from tests.max.atoms import is_number
from tests.max.box import Box, known_as


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
    """Stores and recalls by number all that [autopattr] of its patch and of those in it reaches."""

    def set_up(self):
        self.slots = {}
        self.title = str(self.arguments[0]) if self.arguments else None

    def _clients(self, patcher=None, path=""):
        patcher = patcher or self.patcher
        for box in patcher.boxes.values():
            if isinstance(box, AutoPattr):
                for name, client in box.clients():
                    yield f"{path}{name}", client
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
