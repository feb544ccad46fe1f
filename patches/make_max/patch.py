"""Max patches as objects and wires, written, checked and drawn by py2max. Nothing of rt-timbre."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Union

from py2max import Patcher
from py2max.core import Box, Patchline, Rect
from py2max.core.common import box_width_for, text_width
from py2max.lint import lint
from py2max.m4l import ensure_amxd_project_block, pack_amxd, unpack_amxd
from py2max.maxref import get_object_info
from py2max.maxref.porttypes import port_counts

HEIGHT = 22  # pixels of a box
_BARS = 28  # pixels of a window that Max's tools take
_MADE = 2_082_844_800 + 1_767_225_600  # Max counts seconds from 1904; the first of January 2026, the same every time

PAPER, INK = [0.988, 0.988, 0.98, 1.0], [0.149, 0.196, 0.235, 1.0]  # of windows, and of what is written on them

Place = tuple[int, int, int, int]  # x, y, width and height in pixels
Ports = tuple[int, int]  # how many inlets and outlets


@dataclass(eq=False)
class Port:
    """An inlet or outlet of a box, by number."""

    node: "Node"
    number: int

    def __rshift__(self, target: Union["Node", "Port", str]) -> "Node":
        """Wire this outlet to an inlet, the first unless said; a text makes the box, one after `msg` a message."""
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
    maxclass : str
        ``newobj`` for what is known by its text, else what Max draws: ``message``, ``slider``...
    text : str
        What it says.
    x, y, width, height : int
        Its place in the patching window, in pixels; without x and y it is laid out.
    shown : tuple of int, optional
        Its place in presentation, if it is shown there.
    decor : bool
        Whether it lies below others.
    attributes : dict
        What else the file says of it.
    inner : Patch, optional
        The patch inside it.
    """

    patch: "Patch"
    maxclass: str
    text: str
    x: int | None
    y: int | None
    width: int
    height: int
    shown: Place | None = None
    decor: bool = False
    attributes: dict[str, Any] = field(default_factory=dict)
    inner: "Patch | None" = None

    def __getitem__(self, number: int) -> Port:
        """Return an inlet or an outlet."""
        return Port(self, number)

    def __rshift__(self, target: Union["Node", Port, str]) -> "Node":
        """Wire the first outlet."""
        return Port(self, 0) >> target

    @property
    def name(self) -> str:
        """The class of the object; of a [bpatcher], the patch that it shows."""
        if self.maxclass == "bpatcher":
            return str(self.attributes["name"]).removesuffix(".maxpat")
        return self.maxclass if self.maxclass != "newobj" else self.text.split()[0]

    def ports(self, library: Mapping[str, "Patch"]) -> Ports:
        """Return how many inlets and outlets it has; `library` holds the patches that can be named."""
        if self.inner is not None:
            return self.inner.ports
        if self.name in library:
            return library[self.name].ports
        if self.name in ("inlet", "outlet"):
            return (0, 1) if self.name == "inlet" else (1, 0)
        inlets, outlets = port_counts(self.name, self.text or None)
        if inlets is None or outlets is None:
            raise ValueError(f"the reference of Max does not tell how many ends {self.text or self.name!r} has")
        return inlets, outlets


@dataclass(eq=False)
class Patch:
    """A window of boxes and wires.

    Attributes
    ----------
    width, height : int
        Size of the window; 0: as large as what is in it.
    name : str
        Of a subpatch.
    presented : bool
        Whether it opens in presentation, of its own width and height.
    description : str
        One line, for Max's lists.
    """

    width: int = 0
    height: int = 0
    name: str = ""
    presented: bool = False
    description: str = ""
    nodes: list[Node] = field(default_factory=list)
    wires: list[tuple[Node, int, Node, int]] = field(default_factory=list)

    @property
    def ports(self) -> Ports:
        """How many inlets and outlets it has where it is used."""
        kinds = [node.maxclass for node in self.nodes]
        return kinds.count("inlet"), kinds.count("outlet")

    def _add(self, node: Node) -> Node:
        self.nodes.append(node)
        return node

    def object(self, text: str, x: int | None = None, y: int | None = None) -> Node:
        """Add an object by its text; `inlet` and `outlet` may say what they are for."""
        kind, _, rest = text.partition(" ")
        if kind in ("inlet", "outlet"):
            return self._add(Node(self, kind, "", x, y, 30, 30, attributes={"comment": rest}))
        width = round(box_width_for(text)) + 4
        return self._add(Node(self, "newobj", text, x, y, width, HEIGHT))

    def message(self, text: str, x: int | None = None, y: int | None = None) -> Node:
        """Add a message; a comma in it divides."""
        return self._add(Node(self, "message", text, x, y, round(box_width_for(text)) + 6, HEIGHT))

    def comment(
        self,
        text: str,
        x: int | None,
        y: int | None,
        width: int = 0,
        shown: Place | None = None,
        size: int = 12,
        **attributes: Any,
    ) -> Node:
        """Add a comment, broken at a width in pixels."""
        width = width or round(text_width(text, size)) + 12
        height = len(broken(text, width - 8, size)) * (size + 3) + 6
        attributes = {"textcolor": INK, "fontsize": float(size)} | attributes
        return self._add(Node(self, "comment", text, x, y, width, height, shown, attributes=attributes))

    def face(
        self,
        maxclass: str,
        shown: Place | None,
        room: tuple[int, int] | None = None,
        at: tuple[int, int] | None = None,
        decor: bool = False,
        **attributes: Any,
    ) -> Node:
        """Add what Max draws, at its place in presentation; in the patching window it has some room."""
        width, height = room or (shown or (0, 0, 60, HEIGHT))[2:]
        x, y = at or (None, None)
        return self._add(Node(self, maxclass, "", x, y, width, height, shown, decor, attributes))

    def subpatch(self, inner: "Patch", x: int | None = None, y: int | None = None) -> Node:
        """Add a patch inside a box."""
        text = f"p {inner.name}"
        return self._add(Node(self, "newobj", text, x, y, round(box_width_for(text)) + 4, HEIGHT, inner=inner))

    def everything(self) -> Iterator[tuple["Patch", Node]]:
        """Give all boxes, also those of the patches inside."""
        for node in self.nodes:
            yield self, node
            if node.inner is not None:
                yield from node.inner.everything()

    def patcher(self, library: Mapping[str, "Patch"]) -> Patcher:
        """Return it as py2max has it."""
        made = Patcher(openinpresentation=int(self.presented), on_invalid="ignore")
        made.rect = Rect(60, 80, self.width, self.height + (_BARS if self.presented else 0))
        made.description = self.description
        vars(made).update(bgcolor=PAPER, editing_bgcolor=PAPER)
        if self.presented:
            made.enablehscroll = made.enablevscroll = 0
        number = {node: f"obj-{count}" for count, node in enumerate(self.nodes, 1)}
        for node in self.nodes:
            made.add_box(_box(node, number[node], library))
        for source, outlet, target, inlet in self.wires:
            made._lines.append(Patchline(source=[number[source], outlet], destination=[number[target], inlet]))
        return made

    def write(self, library: Mapping[str, "Patch"]) -> str:
        """Return the text of the file."""
        return json.dumps(self.patcher(library).to_dict(), indent="\t", ensure_ascii=False) + "\n"

    def device(self, library: Mapping[str, "Patch"], file: str, banks: dict[str, Any]) -> bytes:
        """Return it as the file of a Max for Live instrument, with its pages of parameters."""
        made = self.patcher(library)
        made.devicewidth = float(self.width)
        content = ensure_amxd_project_block(made.to_dict(), "instrument", _MADE)
        content["patcher"]["parameters"] = _parameters(content) | {"parameterbanks": banks}
        text = json.dumps(content, indent="\t", ensure_ascii=False)
        return pack_amxd(text, device_type="instrument", patcher_filename=file, mtime=_MADE)


def _box(node: Node, identity: str, library: Mapping[str, Patch]) -> Box:
    inlets, outlets = node.ports(library)
    attributes: dict[str, Any] = dict(node.attributes)
    if node.text:
        attributes["text"] = node.text
    if outlets:
        attributes["outlettype"] = [""] * outlets
    if node.shown is not None:
        attributes |= {"presentation": 1, "presentation_rect": Rect(*map(float, node.shown))}
    if node.decor:
        attributes["background"] = 1
    if node.inner is not None:
        attributes["patcher"] = node.inner.patcher(library)
        attributes["patcher"]._parent = node.patch
    rect = Rect(float(node.x or 0), float(node.y or 0), float(node.width), float(node.height))
    return Box(node.maxclass, inlets, outlets, identity, rect, **attributes)


def _parameters(content: dict[str, Any]) -> dict[str, Any]:
    found = {}
    for entry in content["patcher"]["boxes"]:
        value = entry["box"].get("saved_attribute_attributes", {}).get("valueof")
        if value is not None:
            found[entry["box"]["id"]] = [value["parameter_longname"], value["parameter_shortname"], 0]
    return found


def opened_device(data: bytes) -> tuple[dict[str, Any], str]:
    """Return the patch in the file of a device, and what kind of device it is."""
    text, kind = unpack_amxd(data)
    return json.loads(text), kind


def written_width(text: str, size: int = 12) -> float:
    """Return how wide a text is in Max's font, in pixels."""
    return text_width(text, size)


def broken(text: str, width: int, size: int = 12) -> list[str]:
    """Return the lines of a text in a width, broken between words."""
    found = [""]
    for piece in text.split(" "):
        longer = f"{found[-1]} {piece}".strip()
        if found[-1] and text_width(longer, size) > width:
            found.append(piece)
        else:
            found[-1] = longer
    return found


def complaints(content: dict[str, Any], own: Mapping[str, Ports]) -> list[str]:
    """Say what is wrong with a patch, as py2max and Max's reference have it.

    Parameters
    ----------
    content : dict
        What the file says.
    own : mapping of str to tuple of int
        Objects that the reference does not know, with their numbers of inlets and outlets.

    Returns
    -------
    list of str
        Broken wires, ports that are not there, messages that an object does not take, unknown objects.
    """
    patcher = Patcher.from_dict(content["patcher"])
    found = [str(finding) for finding in lint(patcher) if finding.severity == "error"]
    return found + list(_strangers(content["patcher"], own))


def _strangers(patcher: dict[str, Any], own: Mapping[str, Ports]) -> Iterator[str]:
    ports = {}
    for entry in patcher["boxes"]:
        box = entry["box"]
        name = box["maxclass"] if box["maxclass"] != "newobj" else box["text"].split()[0]
        if name == "bpatcher":
            name = box["name"].removesuffix(".maxpat")
        if name in own:
            ports[box["id"]] = own[name]
        elif "patcher" in box:
            kinds = [inner["box"]["maxclass"] for inner in box["patcher"]["boxes"]]
            ports[box["id"]] = kinds.count("inlet"), kinds.count("outlet")
            yield from _strangers(box["patcher"], own)
        elif get_object_info(name) is None:
            yield f"{name} is no object of Max"
    for entry in patcher["lines"]:
        line = entry["patchline"]
        for side, (identity, number) in enumerate((line["destination"], line["source"])):
            if identity in ports and number >= ports[identity][side]:
                yield f"{identity} has no {('inlet', 'outlet')[side]} {number}"
