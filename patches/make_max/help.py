"""The help patches: each plays by itself, tries every message, and says what they mean."""

from patches.make_max.faces import PLANE_SIZE, STATUS_SIZE
from patches.make_max.layout import arranged
from patches.make_max.looks import ACCENT, PANEL, QUIET, ROW, Colour
from patches.make_max.patch import Node, Patch, Port
from patches.reference import REFERENCE

_WIDTH = 760
_FACES = {"timbre.plane": PLANE_SIZE, "timbre.status": STATUS_SIZE}
_TEXT, _COLUMN = 320, 410  # pixels: where what a message means stands, and how wide it may be
# Notes that die away by themselves: when the window is closed, nothing goes on for ever.
_ENVELOPE = "attack 0.02, decay 2.5, sustain 0"
_USUAL = "attack 0.01, decay 0.1, sustain 1, note 60 0"
_TUNE = (57, 60, 64, 62, 67, 64)


def help_patch(name: str) -> Patch:
    """Make the help of an abstraction."""
    it = REFERENCE[name]
    patch = Patch(width=_WIDTH, description=it.summary)
    _band(patch, 8, 44, ACCENT)
    patch.comment(name, 20, 12, size=24, textcolor=ROW, fontface=1)
    patch.comment(it.summary, 16, 58, size=14)
    y = 90
    if name != "timbre.status":
        _face(patch, "timbre.status", 16, y)
        y += STATUS_SIZE[1] + 12
    start = patch.object("loadbang", 16, y) >> patch.object("delay 500", 16, y + 28)
    switch = patch.face("toggle", None, (22, 22), (16, y + 56))
    start >> switch >> patch.subpatch(_notes(), 16, y + 84)
    text = "notes, one after the other. No light, no sound? Start the server: rt-timbre serve"
    patch.comment(text, 46, y + 57, 520, textcolor=QUIET)
    y += 124
    boxes = []
    for row, (message, meaning) in enumerate(it.takes):
        boxes.append(patch.message(message, 20 + 8 * row, y))
        text_ = patch.comment(meaning, _TEXT, y + 1, _COLUMN)
        y += max(30, text_.height + 6)
    y += 10
    face = name in _FACES
    thing = _face(patch, name, 20, y, it.example) if face else patch.object(f"{name} {it.example}".strip(), 20, y)
    for box in boxes:
        box >> thing
    y += thing.height + 26
    for outlet in range(len(it.gives)):
        left = 20 + 250 * outlet
        port: Node | Port = thing[outlet]
        if name == "timbre.status" and outlet:  # levels come twenty times a second
            port = (port >> patch.object("route meter", left, y))[1]
        shown = port >> patch.object("prepend set", left, y + 30)
        answer = patch.message("", left, y + 60)
        answer.width = 230
        shown >> answer
    y += 100
    _band(patch, y, 3, PANEL)
    y += 12
    lines = [(f"argument: {argument}", meaning) for argument, meaning in it.arguments + it.max_arguments]
    lines += [(f"outlet {number}: {given}", meaning) for number, (given, meaning) in enumerate(it.gives, 1)]
    if face:
        lines.append(("with its face", f"in a [bpatcher] that shows {name}.maxpat; the arguments are its args"))
    for what, meaning in lines:
        patch.comment(what, 16, y, 200, fontface=1)
        y += patch.comment(meaning, 230, y, 500).height + 4
    others = [other for other, it_ in REFERENCE.items() if other != name and "Max" in it_.programs]
    patch.comment(f"see also: rt-timbre (menu Extras), {', '.join(others)}", 16, y + 6, 700, textcolor=QUIET)
    patch.height = y + 60
    return patch


def _band(patch: Patch, y: int, height: int, colour: Colour) -> None:
    patch.face("panel", None, (_WIDTH - 16, height), (8, y), decor=True, bgcolor=colour, border=0, rounded=4, mode=0)


def _face(patch: Patch, name: str, x: int, y: int, arguments: str = "") -> Node:
    size = _FACES[name]
    return patch.face("bpatcher", None, size, (x, y), name=f"{name}.maxpat", border=0, args=arguments.split())


def _notes() -> Patch:
    """Make the notes that play while the patch is open."""
    patch = Patch(name="notes")
    on = patch.object("inlet 1 plays, 0 ends") >> "t i i"
    count = on[0] >> "metro 1000" >> f"counter 0 {len(_TUNE) - 1}"
    note = count >> f"zl.lookup {' '.join(map(str, _TUNE))}" >> "msg note $1 0.7"
    voice = note >> "timbre.voice 1"
    state = on[1] >> "sel 1 0"
    state >> f"msg {_ENVELOPE}" >> voice
    usual = state[1] >> f"msg {_USUAL}"
    usual >> voice
    patch.object("closebang") >> usual
    return arranged(patch, "Notes that die away: none goes on when the window is closed.")
