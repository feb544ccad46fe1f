"""Pd's widgets with the look that all patches share."""

from math import log

from patches.make_pd.patch import LABEL_WIDTH, Node, Patch, Port, word

PAPER, PANEL, INK, QUIET = "#fcfcfa", "#eceae4", "#26323c", "#7a828a"
ACCENT, ROW, CHOSEN, ALARM, GOOD = "#2f6f8f", "#ffffff", "#bfe0ee", "#c8442e", "#4a9a4a"


def _label(text: str, x: int, y: int, size: int) -> str:
    return f"{word(text)} {x} {y} 0 {size}"


def area(
    patch: Patch,
    x: int,
    y: int,
    width: int,
    height: int,
    text: str = "",
    colour: str = PANEL,
    ink: str = INK,
    receive: str = "empty",
    size: int = 12,
    inset: int = 6,
    middle: int | None = None,
    decor: bool = True,
) -> Node:
    """Add a coloured rectangle with a text, which can be set by what it receives."""
    middle = height // 2 if middle is None else middle
    grip = min(8, width, height)  # by which it is taken hold of when patches are edited
    fields = f"{grip} {width} {height} empty {word(receive)} {_label(text, inset, middle, size)} {colour} {ink} 0"
    assert not text or len(text) * LABEL_WIDTH[size] + inset <= width, f"{text!r} is wider than {width}"
    return patch.gui("cnv", x, y, (width, height), fields, decor=decor)


def button(
    patch: Patch,
    x: int,
    y: int,
    text: str,
    send: str,
    side: int = 18,
    receive: str = "empty",
    room: int = 0,
    size: int = 12,
) -> Node:
    """Add a bang with its text to the right."""
    place = side + 6, side // 2
    fields = f"{side} 120 50 0 {word(send)} {word(receive)} {_label(text, *place, size)} {ROW} {ACCENT} {INK}"
    return patch.gui("bng", x, y, (side, side), fields, (text, *place, size, room) if text or room else None)


def switch(patch: Patch, x: int, y: int, text: str, send: str, receive: str, colour: str = ACCENT, on: int = 0) -> Node:
    """Add a toggle with its text to the right."""
    side = 18
    place = side + 6, side // 2
    fields = f"{side} {on} {word(send)} {word(receive)} {_label(text, *place, 12)} {ROW} {colour} {INK} {on} 1"
    return patch.gui("tgl", x, y, (side, side), fields, (text, *place, 12, 0))


def slider(
    patch: Patch,
    x: int,
    y: int,
    width: int,
    height: int,
    low: float,
    high: float,
    send: str,
    receive: str,
    text: str = "",
    place: tuple[int, int] = (0, -9),
    start: float | None = None,
    logarithmic: bool = False,
    room: int = 0,
    colour: str = ROW,
    ink: str = ACCENT,
    decor: bool = False,
) -> Node:
    """Add a slider: upright if it is higher than wide."""
    kind, length = ("vsl", height) if height > width else ("hsl", width)
    start = low if start is None else start
    share = log(start / low) / log(high / low) if logarithmic else (start - low) / (high - low)
    fields = (
        f"{width} {height} {low:g} {high:g} {int(logarithmic)} 0 {word(send)} {word(receive)} "
        f"{_label(text, *place, 12)} {colour} {ink} {INK} {round(share * (length - 1) * 100)} 0"
    )
    return patch.gui(kind, x, y, (width, height), fields, (text, *place, 12, room) if text or room else None, decor)


def choice(
    patch: Patch,
    x: int,
    y: int,
    count: int,
    send: str,
    receive: str,
    side: int = 18,
    start: int = 0,
    upright: bool = False,
    sends: bool = True,
) -> Node:
    """Add a row of which one is chosen, or a column; it sends its start when opened if it is one that sends."""
    ends = f"{word(send)} {word(receive)}"
    fields = f"{side} 1 {int(sends)} {count} {ends} {_label('', 0, -8, 12)} {ROW} {ACCENT} {INK} {start}"
    if upright:
        return patch.gui("vradio", x, y, (side, side * count), fields)
    return patch.gui("hradio", x, y, (side * count, side), fields)


def entry(
    patch: Patch,
    x: int,
    y: int,
    digits: int,
    low: float,
    high: float,
    send: str,
    receive: str,
    text: str = "",
    start: float | None = None,
    above: str = "",
) -> Node:
    """Add a number that is typed or dragged, with its text to the right; one with a start sends it when opened.

    Without bounds, both of them are 0.
    """
    height, text = 18, above or text
    width = digits * 10 + 16
    place = (0, -9) if above else (width + 6, height // 2)
    if low == high:  # no bounds
        low, high = -1e37, 1e37
    fields = (
        f"{digits} {height} {low:g} {high:g} 0 {int(start is not None)} {word(send)} {word(receive)} "
        f"{_label(text, *place, 12)} {ROW} {INK} {INK} {start or 0:g} 256"
    )
    return patch.gui("nbx", x, y, (width, height), fields, (text, *place, 12, 0) if text else None)


def meter(patch: Patch, x: int, y: int, height: int, receive: str) -> Node:
    """Add a level meter."""
    fields = f"12 {height} {word(receive)} empty -1 -8 0 10 #404040 {INK} 0 0"
    return patch.gui("vu", x, y, (12, height), fields)


def cut(port: Port | Node, width: int, size: int = 12) -> Node:
    """Let the symbols of an outlet be no longer than fits into so many pixels as a label; return where they leave."""
    split = port >> "list fromsymbol" >> f"list split {width // LABEL_WIDTH[size]}"
    whole = split >> "list tosymbol"
    split[2] >> whole
    return whole
