"""Where the boxes of a Max patch stand, and whether any of them is in the way of another."""

from patches.arrangement import place
from patches.make_max.patch import Node, Patch, Place, broken, written_width


def overlaps(patch: Patch) -> list[str]:
    """Say what lies on something else, or outside: in the patching window and in presentation."""
    found = []
    for presentation in (False, True):
        boxes: list[tuple[Node, Place]] = []
        for node in patch.nodes:
            rectangle = node.shown if presentation else (node.x or 0, node.y or 0, node.width, node.height)
            if rectangle is not None and not node.decor:
                boxes.append((node, rectangle))
        for count, (node, (x, y, width, height)) in enumerate(boxes):
            name = node.text or node.attributes.get("varname") or f"{node.name} at {x}, {y}"
            for other, (left, top, wide, high) in boxes[:count]:
                if x < left + wide and left < x + width and y < top + high and top < y + height:
                    found.append(f"{name!r} lies on {other.text or other.name!r}")
            edge = (patch.width, patch.height) if presentation else (1 << 20, 1 << 20)
            if x < 0 or y < 0 or x + width > edge[0] or y + height > edge[1]:
                found.append(f"{name!r} is not inside the window")
            if presentation and node.maxclass == "comment" and node.text:
                size = int(node.attributes["fontsize"])
                rows = broken(node.text, width - 8, size)
                if len(rows) * (size + 3) > height + 2 or written_width(rows[0], size) > width - 8:
                    found.append(f"{name!r} does not fit")
    return found


def arranged(patch: Patch, text: str = "", left: int = 20, top: int = 20, widest: int = 1100) -> Patch:
    """Lay out the boxes that have no place, below a text that says what they do, and give the window its size."""
    if text:
        top += patch.comment(text, left, top, min(520, round(written_width(text)) + 20)).height + 14
    place([node for node in patch.nodes if node.x is None], patch.wires, left, top, widest)
    for kind in ("inlet", "outlet"):  # Max numbers them from left to right
        ends = [node.x or 0 for node in patch.nodes if node.maxclass == kind]
        assert ends == sorted(set(ends)), f"the {kind}s of {patch.name or text!r} are in another order"
    patch.width = patch.width or max((node.x or 0) + node.width for node in patch.nodes) + 30
    patch.height = patch.height or max((node.y or 0) + node.height for node in patch.nodes) + 30
    return patch
