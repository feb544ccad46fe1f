"""Patches: files of boxes and lines become boxes that are wired as Max would."""

import json
import re
from pathlib import Path

from tests.max.atoms import Mark, read, said
from tests.max.box import CLASSES, Box, known_as
from tests.max.reference import has_attribute

# The phases of opening a patch, of which each is through before the next begins, and subpatchers before their parents
# (user guide, "Patcher Lifecycle"). Within a phase nothing is defined: the order is another every time.
PARAMETERS, LOADBANG, THISDEVICE, ARGUMENTS = PHASES = range(4)


def read_file(path):
    """Return the patcher of a .maxpat, .maxhelp or .amxd."""
    data = Path(path).read_bytes()
    if data.startswith(b"ampf"):  # a device: after its header "mx@c" comes where the patch ends
        place = data.index(b"mx@c")
        length = int.from_bytes(data[place + 12 : place + 16], "big")
        data = data[place + 16 : place + length].rstrip(b"\0")
    return json.loads(data.decode("utf-8"))["patcher"]


class Patcher:
    """A patch that is open, or one inside of it.

    Parameters
    ----------
    machine : Machine
        Where it runs.
    content : dict
        What its file says.
    title : str
        Its name.
    scope : Scope
        What stands for #1 and so on.
    box : Box, optional
        The box that it is in.
    """

    def __init__(self, machine, content, title, scope, box=None):
        self.machine, self.title, self.scope, self.box = machine, title, scope, box
        self.boxes, self.by_name = {}, {}
        self.lines = [line["patchline"] for line in content.get("lines", ())]
        self.places = {}
        for entry in content.get("boxes", ()):
            self._add(entry["box"])
        self.inlets = self._ends("inlet")
        self.outlets = self._ends("outlet")

    def _add(self, saved):
        made = Entry(self, saved).box()
        identity = saved["id"]
        if identity in self.boxes:
            self.machine.console.append(f"{self.title}: two boxes are {identity}")
        self.boxes[identity] = made
        self.places[made] = saved.get("patching_rect", [0, 0, 0, 0])
        name = saved.get("varname")
        if name is not None:
            if name in self.by_name:
                self.machine.console.append(f"{self.title}: two boxes have the scripting name {name}")
            self.by_name[name] = made
        made.varname = name

    def _ends(self, kind):
        ends = [box for box in self.boxes.values() if box.name == kind]
        ends.sort(key=lambda box: self.places[box][0])
        edges = [self.places[box][0] for box in ends]
        if len(set(edges)) < len(edges):
            self.machine.doubts.append(f"{self.title}: the order of its {kind}s is not defined")
        return ends

    def connect(self):
        """Wire the boxes: one outlet sends to what stands further to the right first, then to what stands lower."""
        for line in self.lines:
            (start, outlet), (end, inlet) = line["source"], line["destination"]
            source, target = self.boxes.get(start), self.boxes.get(end)
            if source is None or target is None:
                self.machine.console.append(f"{self.title}: a line from {start} to {end} hangs in the air")
                continue
            if outlet >= source.outlets:
                source.error(f"has no outlet {outlet} for a line")
            if inlet >= target.inlets:
                target.error(f"has no inlet {inlet} for a line")
            source.wires.setdefault(outlet, []).append((target, inlet))
        for box in self.boxes.values():
            for wires in box.wires.values():
                wires.sort(key=self._rank)

    def _rank(self, wire):
        box, inlet = wire
        x, y, width, height = self.places[box]
        if self.machine.right_edges:
            x, y = x + width, y + height
        return -x, -y, -inlet

    def everything(self):
        """Give all boxes, those of subpatchers first."""
        boxes = list(self.boxes.values())
        self.machine.random.shuffle(boxes)
        for box in boxes:
            if box.inner is not None:
                yield from box.inner.everything()
        yield from boxes

    def start(self):
        """Wire everything, then go through the phases of opening."""
        boxes = list(self.everything())
        for patcher in {box.patcher for box in boxes}:
            patcher.connect()
        for phase in PHASES:
            for box in boxes:
                if box.phase == phase:
                    box.loaded()
                    self.machine.settle()

    def shut(self):
        """Close the window."""
        for box in self.everything():
            if box.name == "closebang":
                box.bang()

    def find(self, name):
        """Return the box of a scripting name; those in subpatchers as `sub::name`, or by their own name."""
        first, _, rest = name.partition("::")
        if rest:
            return self.by_name[first].inner.find(rest)
        found = [box for box in self.everything() if box.varname == name and box.patcher.scope is self.scope]
        assert len(found) == 1, f"{len(found)} boxes are named {name}"
        return found[0]

    def sources(self, name):
        """Return the boxes to be clicked that lead to [s …-NAME], the nearest ones."""
        ends = [box for box in self.everything() if box.name == "send" and _named(box.target, name)]
        found = []
        for end in ends:
            boxes, level = list(end.patcher.boxes.values()), [end]
            while level:
                level = [box for box in boxes if any(t in level for wires in box.wires.values() for t, _ in wires)]
                found += [box for box in level if _is_face(box) and box not in found]
                level = [box for box in level if not _is_face(box)]
        return found

    def targets(self, name):
        """Return the boxes to be read to which [r …-NAME] leads, the nearest ones."""
        level = [box for box in self.everything() if box.name == "receive" and _named(box.source, name)]
        found = []
        while level:
            level = [target for box in level for wires in box.wires.values() for target, _ in wires]
            found += [box for box in level if _is_face(box) and box not in found]
            level = [box for box in level if not _is_face(box)]
        return found


def _named(target, name):
    """Whether a wireless name is #0-NAME."""
    return re.fullmatch(rf"\d+-{re.escape(name)}", str(target)) is not None


def _is_face(box):
    return box.visible and box.name not in ("message", "inlet", "outlet")


class Scope:
    """What stands for #0 to #9: only in abstractions, where also the subpatchers have it."""

    def __init__(self, machine, arguments=(), attributes=None, abstraction=True, shown=False):
        self.arguments, self.attributes = list(arguments), dict(attributes or {})
        self.machine, self.abstraction, self.shown = machine, abstraction, shown
        self.number = next(machine.numbers)

    def put(self, atom, complain):
        """Return an atom with # replaced: at the beginning of a word only."""
        if not isinstance(atom, str) or isinstance(atom, Mark):
            return atom
        found = re.match(r"#(\d)", atom)
        if found is None:
            if re.search(r"#\d", atom):
                complain(f"# stands inside of the word {atom}, where it is not replaced")
            return atom
        if not self.abstraction:
            complain(f"{atom} is in no abstraction")
            return atom
        place, rest = int(found[1]), atom[2:]
        if place == 0:
            value = self.number
        elif place <= len(self.arguments):
            value = self.arguments[place - 1]
        else:
            value = 0
            if self.shown:
                self.machine.doubts.append(f"a bpatcher has no argument for {atom}, which may stay as it is")
        return said(value) + rest if rest else value


class Entry:
    """What a file says of one box.

    Parameters
    ----------
    patcher : Patcher
        Where the box is to be.
    saved : dict
        What the file says.
    """

    def __init__(self, patcher, saved):
        self.patcher, self.machine, self.saved = patcher, patcher.machine, saved
        self.kind, self.text = saved["maxclass"], saved.get("text", "")
        self.words = [patcher.scope.put(word, self.complain) for word in read(self.text)]
        self.attributes = {key: value if isinstance(value, list) else [value] for key, value in saved.items()}

    def complain(self, what):
        """Say something in Max's console."""
        self.machine.console.append(f"{self.patcher.title}: {self.text or self.kind}: {what}")

    def box(self):
        """Make the box."""
        if self.kind == "newobj":
            made = self._object() if self.words else self._missing("an empty object box")
        elif self.kind == "bpatcher":
            made = self._window()
        else:
            made = self._face()
        made.text = made.text or self.text
        return made

    def _missing(self, why):
        self.complain(why)
        return Missing(self.patcher, [], self.attributes)

    def _object(self):
        """Make an object of its text: an abstraction, if it is no class of Max."""
        if any(isinstance(word, Mark) for word in self.words):
            self.complain("a comma or a semicolon in an object box must be escaped")
        name, *rest = self.words
        if not isinstance(name, str):
            name, rest = ("float" if isinstance(name, float) else "int"), [name]
        arguments, attributes = divided(rest)
        self.attributes |= attributes
        cls = CLASSES.get(name)
        if cls is None:
            return self._abstraction(f"{name}.maxpat", arguments, attributes)
        if cls.visible:
            self.complain("is a box of its own, not a text in an object box")
        for attribute in attributes:
            if not has_attribute(cls.name, attribute):
                self.complain(f"{attribute} is not a valid attribute")
        box = cls(self.patcher, arguments, self.attributes)
        return self._inside(box) if cls is Subpatcher else box

    def _face(self):
        cls = CLASSES.get(self.kind)
        if cls is None or not cls.visible:
            return self._missing(f"{self.kind} is no class that the interpreter knows")
        for key in self.saved:
            if not has_attribute(cls.name, key):
                self.machine.doubts.append(f"{self.patcher.title}: {self.kind}: its reference has no attribute {key}")
        return cls(self.patcher, self.words, self.attributes)

    def _window(self):
        """Make a [bpatcher], whose patch is in this file or in another."""
        if "patcher" in self.saved:
            return self._inside(Subpatcher(self.patcher, [], self.attributes))
        given = [word for part in self.saved.get("args", ()) for word in read(str(part))]
        arguments = [self.patcher.scope.put(word, self.complain) for word in given]
        return self._abstraction(self.saved.get("name", ""), arguments, {}, shown=True)

    def _inside(self, box):
        """Fill a box with the patch that the entry has."""
        title = f"{self.patcher.title}/{self.text or self.kind}"
        return box.fill(Patcher(self.machine, self.saved["patcher"], title, self.patcher.scope, box))

    def _abstraction(self, file, arguments, attributes, shown=False):
        """Fill a box with the patch in a file."""
        found = next((path for folder in self.machine.folders for path in sorted(folder.rglob(file))), None)
        if found is None:
            return self._missing("No such object")
        scope = Scope(self.machine, arguments, attributes, shown=shown)
        box = Subpatcher(self.patcher, arguments, self.attributes)
        box.text = " ".join([found.stem, *map(said, arguments)])
        return box.fill(Patcher(self.machine, read_file(found), box.text, scope, box))


def divided(words):
    """Return the arguments, and the attributes that are typed after an @."""
    arguments, attributes, current = [], {}, None
    for word in words:
        if isinstance(word, str) and re.match(r"@\w", word):
            current = attributes.setdefault(word[1:], [])
        else:
            (arguments if current is None else current).append(word)
    return arguments, attributes


@known_as("missing")
class Missing(Box):
    """What stands where an object could not be made: it has as many inlets and outlets as there are lines."""

    inlets = outlets = 1000

    def take(self, inlet, selector, atoms):
        """Do nothing."""


@known_as("patcher", "p")
class Subpatcher(Box):
    """A patch inside: its inlets and outlets are those of the boxes of these names, from left to right."""

    def fill(self, inner):
        """Put the patch into the box."""
        self.inner = inner
        self.inlets, self.outlets = len(inner.inlets), len(inner.outlets)
        for number, end in enumerate(inner.outlets):
            end.outer = (self, number)
        return self

    def take(self, inlet, selector, atoms):
        """Hand everything on."""
        self.inner.inlets[inlet].out(0, selector, *atoms)
