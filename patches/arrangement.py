"""Where boxes that are wired together stand, so that what they say flows downwards."""

import math
from collections.abc import Sequence
from typing import Protocol, TypeVar


class Box(Protocol):
    """What can be placed: a rectangle in pixels, with x and y None until it is."""

    x: int | None
    y: int | None
    width: int
    height: int


B = TypeVar("B", bound=Box)
Wires = Sequence[tuple[B, int, B, int]]


def place(boxes: Sequence[B], wires: Wires[B], left: int, top: int, widest: int) -> None:
    """Give each box its place, below what it is fed from.

    Boxes that are wired together make a group; groups stand side by side and in rows below each other.

    Parameters
    ----------
    boxes : sequence of Box
        Those to be placed, in the order of their making; they must be hashable.
    wires : sequence of tuple
        From a box, its outlet, to a box, its inlet.
    left, top : int
        Where the first group stands, in pixels.
    widest : int
        A row of groups that would reach further is broken.
    """
    x, y, bottom = left, top, top
    for group in _groups(boxes, wires):
        width, height = _arrange(group, wires)
        if x > left and x + width > widest:
            x, y = left, bottom + 30
        for box in group:
            box.x, box.y = (box.x or 0) + x, (box.y or 0) + y
        x, bottom = x + width + 40, max(bottom, y + height)


def _groups(boxes: Sequence[B], wires: Wires[B]) -> list[list[B]]:
    group = {box: [box] for box in boxes}
    for source, _, target, _ in wires:
        if source in group and target in group and group[source] is not group[target]:
            joined = group[source] + group[target]
            for box in joined:
                group[box] = joined
    order = {box: number for number, box in enumerate(boxes)}
    different = {id(members): members for members in group.values()}
    return sorted((sorted(m, key=order.__getitem__) for m in different.values()), key=lambda m: order[m[0]])


def _arrange(group: list[B], wires: Wires[B]) -> tuple[int, int]:
    order = {box: number for number, box in enumerate(group)}
    fed = {target for _, _, target, _ in wires}
    # A wire back up, to a box that was made before, does not count; one from a box that nothing feeds leads down.
    wires = [w for w in wires if w[0] in order and w[2] in order and (order[w[0]] < order[w[2]] or w[0] not in fed)]
    rank = dict.fromkeys(group, 0)
    for _ in group:
        for source, _, target, _ in wires:
            rank[target] = max(rank[target], rank[source] + 1)
    for box in group:  # what feeds something stands right above it
        below = [rank[target] for source, _, target, _ in wires if source is box]
        if below and box not in fed:
            rank[box] = min(below) - 1
    y = widest = 0
    for level in range(max(rank.values()) + 1):
        row = [box for box in group if rank[box] == level]

        def wanted(box: B) -> float:
            above = [(s.x or 0) + 25.0 * outlet for s, outlet, target, _ in wires if target is box and s.x is not None]
            return sum(above) / len(above) if above else math.inf

        x = 0
        for box in sorted(row, key=lambda box: (wanted(box), order[box])):
            place = wanted(box)
            box.x, box.y = max(x, int(place) if place < math.inf else x), y
            x = box.x + box.width + 15
        widest = max(widest, x - 15)
        y += max((box.height for box in row), default=0) + 12
    return widest, y
