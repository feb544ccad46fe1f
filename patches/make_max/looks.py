"""Max's own faces with the look that all patches share."""

from typing import Any

from patches.make_max.patch import INK, Node, Patch, Place

Colour = list[float]


def _colour(text: str) -> Colour:
    return [*(round(int(text[i : i + 2], 16) / 255, 3) for i in (1, 3, 5)), 1.0]


PANEL, QUIET = map(_colour, ("#eceae4", "#7a828a"))
ACCENT, ROW, ALARM, GOOD = map(_colour, ("#2f6f8f", "#ffffff", "#c8442e", "#4a9a4a"))


def area(patch: Patch, shown: Place, colour: Colour = PANEL) -> Node:
    """Add a coloured rectangle below all others."""
    return patch.face("panel", shown, (40, 20), decor=True, bgcolor=colour, border=0, rounded=4, mode=0)


def words(patch: Patch, shown: Place, text: str, size: int = 12, ink: Colour = INK, **attributes: Any) -> Node:
    """Add a text, which `set` changes."""
    return patch.comment(text, None, None, shown[2], shown, size, textcolor=ink, **attributes)


def menu(patch: Patch, shown: Place) -> Node:
    """Add a menu, in the colours of Max's theme."""
    return patch.face("umenu", shown, fontsize=11.0)


def number(patch: Patch, shown: Place, low: float | None, high: float | None, digits: int = 2, **more: Any) -> Node:
    """Add a number to be dragged or typed; without a range it only shows."""
    attributes: dict[str, Any] = {"numdecimalplaces": digits, "fontsize": 11.0, "bgcolor": ROW, "textcolor": INK}
    if low is None:
        attributes |= {"cantchange": 1, "ignoreclick": 1, "triangle": 0}
    else:
        attributes |= {"minimum": low, "maximum": high, "triangle": 0}
    return patch.face("flonum", shown, **attributes, **more)


def slider(patch: Patch, shown: Place, **more: Any) -> Node:
    """Add a slider from 0 to 1: upright if it is higher than wide.

    Others are not used: in some versions of Max the least value is added to what a slider is set to, in some not.
    """
    attributes: dict[str, Any] = {"floatoutput": 1, "min": 0.0, "size": 1.0}
    attributes |= {"orientation": 2 if shown[3] > shown[2] else 1}
    attributes |= {"bgcolor": ROW, "knobcolor": ACCENT, "elementcolor": QUIET}
    return patch.face("slider", shown, **attributes, **more)


def switch(patch: Patch, shown: Place, **more: Any) -> Node:
    """Add a switch."""
    return patch.face("toggle", shown, bgcolor=ROW, checkedcolor=ACCENT, **more)


def button(patch: Patch, shown: Place, text: str, colour: Colour = ACCENT) -> Node:
    """Add a button with a text."""
    look: dict[str, Any] = {"bgcolor": colour, "textcolor": ROW, "fontsize": 12.0, "rounded": 4.0, "mode": 0}
    return patch.face("textbutton", shown, **look, text=text)


def field(patch: Patch, shown: Place, text: str = "", whole: bool = True, **more: Any) -> Node:
    """Add a field to type in: return gives the text, after the word `text`, as one word or as several."""
    look: dict[str, Any] = {"keymode": 1, "outputmode": int(whole), "lines": 1, "bgcolor": ROW, "textcolor": INK}
    return patch.face("textedit", shown, **look, fontsize=11.0, text=text, **more)
