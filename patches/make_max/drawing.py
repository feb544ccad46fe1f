"""Drawings of Max patches as they are laid out, for the README: not pictures of Max, which was not run."""

from collections.abc import Iterator, Mapping
from typing import Any
from xml.sax.saxutils import escape

from patches.make_max.patch import Node, Patch, Place, broken

_INK, _EDGE, _FIELD = "#26323c", "#9aa0a4", "#ffffff"
_KEYS = (1, 3, 6, 8, 10)  # black ones of an octave


def drawing(patch: Patch, library: Mapping[str, Patch]) -> str:
    """Draw what a patch shows in presentation, as SVG."""
    size = f'width="{patch.width}" height="{patch.height}" viewBox="0 0 {patch.width} {patch.height}"'
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="Arial, Helvetica, Liberation Sans, sans-serif">'
    )
    ground = f'<rect width="{patch.width}" height="{patch.height}" fill="#fcfcfa"/>'
    return "\n".join([head, ground, *_shown(patch, library), "</svg>", ""])


def _shown(patch: Patch, library: Mapping[str, Patch]) -> Iterator[str]:
    for node in sorted(patch.nodes, key=lambda node: not node.decor):
        if node.shown is None:
            continue
        if node.name in library:
            yield f'<g transform="translate({node.shown[0]} {node.shown[1]})">'
            yield from _shown(library[node.name], library)
            yield "</g>"
        else:
            yield from _one(node, node.shown)


def _one(node: Node, place: Place) -> Iterator[str]:
    x, y, width, height = place
    look = node.attributes
    if node.maxclass == "panel":
        yield _rectangle(place, _colour(look["bgcolor"]), edge="none", round_=4)
    elif node.maxclass == "comment":
        size = int(look["fontsize"])
        for row, line in enumerate(broken(node.text, width - 8, size)):
            top = y + 3 + size + row * (size + 3)
            weight = ' font-weight="bold"' if look.get("fontface") else ""
            yield _text(x + 4, top, line, size, _colour(look["textcolor"]), weight)
    elif node.maxclass == "umenu":
        yield _rectangle(place, _FIELD, round_=3)
        items = look.get("items", [""])
        yield _text(x + 6, y + 15, str(items[0]), 11)
        yield f'<path d="M{x + width - 14} {y + 9}h8l-4 5z" fill="{_INK}"/>'
    elif node.maxclass == "flonum":
        yield _rectangle(place, _FIELD, round_=3)
        value = 0.0 if "minimum" not in look else min(max(0.0, look["minimum"]), look["maximum"])
        yield _text(x + 5, y + 15, f"{value:.{look['numdecimalplaces']}f}", 11)
    elif node.maxclass == "slider":
        yield _rectangle(place, _FIELD, round_=2)
        knob = (x + 1, y + height - 6, width - 2, 5)
        if width > height:
            knob = (x + 1, y + 1, 6, height - 2)
        yield _rectangle(knob, _colour(look["knobcolor"]), edge="none")
    elif node.maxclass in ("toggle", "textedit"):
        yield _rectangle(place, _FIELD, round_=2)
        yield _text(x + 5, y + 14, look.get("text", ""), 11)
    elif node.maxclass == "textbutton":
        yield _rectangle(place, _colour(look["bgcolor"]), edge="none", round_=4)
        yield _text(x + width // 2, y + height // 2 + 4, look["text"], 12, "#ffffff", ' text-anchor="middle"')
    elif node.maxclass == "led":
        centre = f'cx="{x + width // 2}" cy="{y + height // 2}" r="{width // 2}"'
        yield f'<circle {centre} fill="{_colour(look["offcolor"])}"/>'
    elif node.maxclass == "preset":
        for column in range((width - 4) // 18):
            for row in range((height - 4) // 18):
                yield _rectangle((x + 4 + column * 18, y + 4 + row * 18, 14, 14), _FIELD, round_=2)
    elif node.maxclass == "nodes":
        yield from _nodes(place, look)
    elif node.maxclass == "kslider":
        yield from _keyboard(place, look["range"])
    elif node.maxclass.startswith("live."):
        yield from _live(node, place)


def _nodes(place: Place, look: dict[str, Any]) -> Iterator[str]:
    x, y, width, height = place
    yield _rectangle(place, _FIELD)
    for across, up, size, name in zip(look["xplace"], look["yplace"], look["nsize"], look["nodesnames"], strict=True):
        left, top = x + across * width, y + (1 - up) * height
        colour = _colour(look["nodecolor"])
        yield f'<circle cx="{left:g}" cy="{top:g}" r="{size * width / 2:g}" fill="{colour}" fill-opacity="0.3"/>'
        yield _text(round(left), round(top) + 4, name, 11, _INK, ' text-anchor="middle"')
    yield f'<circle cx="{x + width / 2:g}" cy="{y + height / 2:g}" r="8" fill="{_colour(look["knobcolor"])}"/>'


def _keyboard(place: Place, keys: int) -> Iterator[str]:
    x, y, width, height = place
    whites = [key for key in range(keys) if key % 12 not in _KEYS]
    wide = width / len(whites)
    for number in range(len(whites)):
        yield _rectangle((round(x + number * wide), y, round(wide), height), _FIELD)
    for number, key in enumerate(whites):
        if (key + 1) % 12 in _KEYS and key + 1 < keys:
            yield _rectangle((round(x + (number + 0.7) * wide), y, round(wide * 0.6), height * 3 // 5), _INK)


def _live(node: Node, place: Place) -> Iterator[str]:
    x, y, width, height = place
    look = node.attributes
    if node.maxclass == "live.dial":
        middle = x + width // 2
        name = look["saved_attribute_attributes"]["valueof"]["parameter_shortname"]
        yield _text(middle, y + 10, name, 9, _INK, ' text-anchor="middle"')
        arc = f"M{middle - 9} {y + 34}A12 12 0 1 1 {middle + 9} {y + 34}"
        yield f'<path d="{arc}" fill="none" stroke="{_EDGE}" stroke-width="3"/>'
        yield f'<path d="M{middle} {y + 26}v-10" stroke="{_INK}" stroke-width="2"/>'
    elif node.maxclass == "live.comment":
        for row, line in enumerate(broken(node.text, width - 6, 10)):
            yield _text(x + 3, y + 12 + row * 13, line, 10)
    else:
        yield _rectangle(place, _FIELD)
        value = look["saved_attribute_attributes"]["valueof"]
        text = value.get("parameter_enum", [value["parameter_shortname"]])[0]
        yield _text(x + width // 2, y + height // 2 + 4, text, 10, _INK, ' text-anchor="middle"')


def _colour(value: list[float]) -> str:
    return "#" + "".join(f"{round(255 * part):02x}" for part in value[:3])


def _rectangle(place: Place, fill: str, edge: str = _EDGE, round_: int = 0) -> str:
    x, y, width, height = place
    size = f'x="{x}" y="{y}" width="{width}" height="{height}"'
    return f'<rect {size} rx="{round_}" fill="{fill}" stroke="{edge}" stroke-width="1"/>'


def _text(x: int, y: int, text: str, size: int, colour: str = _INK, more: str = "") -> str:
    return f'<text x="{x}" y="{y}" font-size="{size}" fill="{colour}"{more}>{escape(text)}</text>'
