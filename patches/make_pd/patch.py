"""Pd patches as objects and wires, written in Pd's own text format. Nothing of rt-timbre."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Union

from patches.arrangement import place

FONT = 12  # of objects, messages and comments
CHARACTER, LINE = 7, 16  # pixels of that font in Pd
_MARGIN, _HEIGHT = 4, 5  # pixels that a box adds to its text
_WRAP = 60  # characters after which Pd breaks the line of a box
LABEL_WIDTH = {8: 5, 10: 6, 12: 7, 24: 15}  # pixels of a letter of labels, by size


def escaped(text: str) -> str:
    """Return what a box says as Pd writes it in a file."""
    return re.sub(r"([,;])", r" \\\1", text.replace("$", r"\$")).replace("  \\", " \\")


def word(text: str) -> str:
    """Return one word of a box, as a label, with its spaces escaped."""
    return re.sub(r"([ ,;])", r"\\\1", text.replace("$", r"\$")) or "empty"


@dataclass(eq=False)
class Port:
    """An inlet or outlet of a box, by number."""

    node: "Node"
    number: int

    def __rshift__(self, target: Union["Node", "Port", str]) -> "Node":
        """Wire this outlet to an inlet, the first unless said; a text makes the box."""
        patch = self.node.patch
        if isinstance(target, str):
            target = patch.message(target[4:]) if target.startswith("msg ") else patch.object(target)
        end = target if isinstance(target, Port) else Port(target, 0)
        patch.wires.append((self.node, self.number, end.node, end.number))
        return end.node


@dataclass(eq=False)
class Node:
    """A box.

    Attributes
    ----------
    patch : Patch
        Where it is.
    kind : str
        ``obj``, ``msg``, ``text``, ``floatatom``, ``symbolatom`` or ``canvas``.
    text : str
        What follows its position in the file.
    x, y, width, height : int
        Its place, in pixels; without x and y it is laid out.
    label : tuple, optional
        x, y, width and height of its label, relative to it.
    decor : bool
        Whether it lies below others.
    inner : Patch, optional
        The patch inside it.
    """

    patch: "Patch"
    kind: str
    text: str
    x: int | None
    y: int | None
    width: int
    height: int
    label: tuple[int, int, int, int] | None = None
    decor: bool = False
    inner: "Patch | None" = None

    def __getitem__(self, number: int) -> Port:
        """Return an inlet or an outlet."""
        return Port(self, number)

    def __rshift__(self, target: Union["Node", Port, str]) -> "Node":
        """Wire the first outlet."""
        return Port(self, 0) >> target

    def boxes(self) -> Iterator[tuple[int, int, int, int]]:
        """Give the rectangles that it covers: itself and its label."""
        x, y = self.x or 0, self.y or 0
        yield x, y, self.width, self.height
        if self.label is not None:
            left, top, width, height = self.label
            yield x + left, y + top, width, height


@dataclass(eq=False)
class Patch:
    """A window of boxes and wires.

    Attributes
    ----------
    width, height : int
        Size of the window; 0: as large as what is in it.
    name : str
        Of a subpatch.
    face : tuple of int, optional
        Left, top, width and height of the part that is shown in the patch around it.
    units : tuple of int
        Coordinates of its left, upper, right and lower edge, for what is drawn in it.
    """

    width: int = 0
    height: int = 0
    name: str = ""
    face: tuple[int, int, int, int] | None = None
    units: tuple[int, int, int, int] = (0, -1, 1, 1)
    nodes: list[Node] = field(default_factory=list)
    wires: list[tuple[Node, int, Node, int]] = field(default_factory=list)

    def _add(self, node: Node) -> Node:
        self.nodes.append(node)
        return node

    def object(
        self, text: str, x: int | None = None, y: int | None = None, size: tuple[int, int] | None = None
    ) -> Node:
        """Add an object; `size` is that of an abstraction with a face."""
        width, height = size or _box(text)
        return self._add(Node(self, "obj", escaped(text), x, y, width, height))

    def message(self, text: str, x: int | None = None, y: int | None = None) -> Node:
        """Add a message; a comma or a semicolon in it divides, as in Pd."""
        width, height = _box(text)
        return self._add(Node(self, "msg", escaped(text), x, y, width + 5, height))

    def comment(self, text: str, x: int, y: int, characters: int = 0) -> Node:
        """Add a comment, broken at so many characters."""
        assert ";" not in text, "Pd would break the line there"
        characters = characters or len(text)
        lines = len(_lines(text, characters))
        size = characters * CHARACTER + _MARGIN, lines * LINE + _HEIGHT
        written = escaped(text)
        return self._add(Node(self, "text", f"{written}, f {characters}", x, y, *size))

    def number(self, x: int, y: int, digits: int = 6) -> Node:
        """Add a number box."""
        size = digits * CHARACTER + _MARGIN, LINE + _HEIGHT
        return self._add(Node(self, "floatatom", f"{digits} 0 0 0 - - -", x, y, *size))

    def symbol(self, x: int, y: int, letters: int = 10, receive: str = "-", send: str = "-") -> Node:
        """Add a symbol box."""
        size = letters * CHARACTER + _MARGIN, LINE + _HEIGHT
        text = f"{letters} 0 0 0 - {word(receive)} {word(send)}"
        return self._add(Node(self, "symbolatom", text, x, y, *size))

    def gui(
        self,
        kind: str,
        x: int,
        y: int,
        size: tuple[int, int],
        fields: str,
        label: tuple[str, int, int, int, int] | None = None,
        decor: bool = False,
    ) -> Node:
        """Add a widget; `label` is its text, its place, its size of letters and the width that it may have."""
        place = None
        if label is not None:
            text, left, middle, letters, room = label
            room = max(room, len(text) * LABEL_WIDTH[letters])
            place = left, middle - letters // 2 - 2, room, letters + 4
        return self._add(Node(self, "obj", f"{kind} {fields}", x, y, *size, label=place, decor=decor))

    def subpatch(self, inner: "Patch", x: int | None = None, y: int | None = None) -> Node:
        """Add a patch inside a box."""
        width, height = inner.face[2:] if inner.face else _box(f"pd {inner.name}")
        return self._add(Node(self, "canvas", f"pd {escaped(inner.name)}", x, y, width, height, inner=inner))

    def everything(self) -> Iterator[tuple["Patch", Node]]:
        """Give all boxes, also those of the patches inside."""
        for node in self.nodes:
            yield self, node
            if node.inner is not None:
                yield from node.inner.everything()

    def write(self) -> str:
        """Return the text of the file."""
        return "\n".join(self._written(root=True)) + "\n"

    def _written(self, root: bool) -> Iterator[str]:
        size = f"{self.width} {self.height}"
        yield f"#N canvas 60 60 {size} {FONT};" if root else f"#N canvas 90 90 {size} {escaped(self.name)} 0;"
        for node in self.nodes:
            if node.inner is not None:
                yield from node.inner._written(root=False)
                yield f"#X restore {node.x} {node.y} {node.text};"
            else:
                yield f"#X {node.kind} {node.x} {node.y} {node.text};".replace(" ;", ";")
        number = {node: place for place, node in enumerate(self.nodes)}
        for source, outlet, target, inlet in self.wires:
            yield f"#X connect {number[source]} {outlet} {number[target]} {inlet};"
        if self.face:
            left, top, width, height = self.face
            yield f"#X coords {' '.join(map(str, self.units))} {width} {height} 2 {left} {top};"


def _lines(text: str, characters: int) -> list[int]:
    """Return the lengths of the lines of a text broken between words, and after semicolons."""
    lines = []
    for part in re.split(r"(?<=;) *", text):
        used = 0
        for piece in part.split(" "):
            if used and used + 1 + len(piece) > characters:
                lines.append(used)
                used = len(piece)
            else:
                used += len(piece) + bool(used)
        lines.append(used)
    return lines


def _box(text: str) -> tuple[int, int]:
    lines = _lines(text, _WRAP)
    return max(3, *lines) * CHARACTER + _MARGIN, len(lines) * LINE + _HEIGHT


def overlaps(patch: Patch) -> list[str]:
    """Say which boxes of a window, or their labels, lie on each other or outside of it."""
    found = []
    boxes = [(node, box) for node in patch.nodes if not node.decor for box in node.boxes()]
    for count, (node, (x, y, width, height)) in enumerate(boxes):
        for other, (left, top, wide, high) in boxes[:count]:
            if other is not node and x < left + wide and left < x + width and y < top + high and top < y + height:
                found.append(f"{node.text!r} lies on {other.text!r}")
        if x < 0 or y < 0 or x + width > patch.width or y + height > patch.height:
            found.append(f"{node.text!r} is not inside the window")
    return found


def arranged(patch: Patch, text: str = "", left: int = 20, top: int = 20, widest: int = 1000) -> Patch:
    """Lay out the boxes that have no place, each below what it is fed from, and give the window its size.

    Boxes that are wired together make a group; groups stand side by side and in rows below each other, all of them
    below a text that says what they do.
    """
    if text:
        top += patch.comment(text, left, top, min(len(text), 70)).height + 14
    place([node for node in patch.nodes if node.x is None], patch.wires, left, top, widest)
    for kind in ("inlet", "outlet"):  # Pd numbers them from left to right
        ends = [node.x or 0 for node in patch.nodes if node.text == kind]
        assert ends == sorted(ends), f"the {kind}s of {patch.name or text!r} are in another order"
    corners = [(box[0] + box[2], box[1] + box[3]) for node in patch.nodes for box in node.boxes()]
    patch.width = patch.width or max(right for right, _ in corners) + 20
    patch.height = patch.height or max(low for _, low in corners) + 20
    return patch
