"""The help patches: each plays by itself, tries every message, and says what they mean."""

from patches.make_pd.faces import MENU_SIZE, STATUS_SIZE
from patches.make_pd.patch import Patch, arranged
from patches.make_pd.plane import PLANE_SIZE
from patches.make_pd.widgets import ACCENT, PANEL, ROW, area, switch
from patches.reference import REFERENCE

_WIDTH = 712
_FACES = {"timbre.menu": MENU_SIZE, "timbre.plane": PLANE_SIZE, "timbre.status": STATUS_SIZE}
_TEXT = 300  # pixels: where what a message means stands
_LETTERS = 54  # of a line there
# Notes that die away by themselves: when the window is closed, nothing goes on for ever.
_ENVELOPE = "attack 0.02, decay 2.5, sustain 0"
_USUAL = "attack 0.01, decay 0.1, sustain 1, note 60 0"
_TUNE = (57, 60, 64, 62, 67, 64)


def help_patch(name: str) -> Patch:
    """Make the help of an abstraction."""
    it = REFERENCE[name]
    patch = Patch(width=_WIDTH)
    area(patch, 10, 8, _WIDTH - 30, 40, f"[{name}]", colour=ACCENT, ink=ROW, size=24, inset=12)
    patch.comment(it.summary, 10, 52, 80)
    y = 82
    if name != "timbre.status":
        patch.object("timbre.status", 10, y, size=STATUS_SIZE)
        y += STATUS_SIZE[1] + 8
    switch(patch, 14, y + 2, "", "$0-notes", "empty", on=1)
    patch.comment("notes, one after the other. No light, no sound? Start the server: rt-timbre serve", 40, y, 90)
    patch.subpatch(_notes(), _WIDTH - 90, 52)
    y += 36
    first = None
    if name == "timbre.menu":  # it has names from the start
        first = patch.object("loadbang", 20, y)
        y += 32
    boxes = []
    for row, (message, meaning) in enumerate(it.takes):
        text = patch.comment(meaning, _TEXT, y, _LETTERS)
        boxes.append(patch.message(message, 20 + 10 * row, y))
        y += max(28, text.height + 6)
    y += 6
    thing = patch.object(f"{name} {it.example}".strip(), 20, y, size=_FACES.get(name))
    for box in boxes:
        box >> thing
    if first is not None:
        first >> boxes[0]
    y += thing.height + 24
    for outlet in range(len(it.gives)):
        port = thing[outlet]
        left = 20 + 220 * outlet
        if name == "timbre.status" and outlet:
            port = (port >> patch.object("route meter", left, y))[0]
        answer = patch.object("list prepend set", left, y + 28)
        port >> answer
        trim = answer >> patch.object("list trim", left, y + 56)
        trim >> patch.message("", left, y + 84)
    y += 28
    y += 96
    area(patch, 10, y, _WIDTH - 30, 4, colour=PANEL)
    y += 12
    lines = [(f"argument: {argument}", meaning) for argument, meaning in it.arguments + it.pd_arguments]
    lines += [(f"outlet {number}: {given}", meaning) for number, (given, meaning) in enumerate(it.gives, 1)]
    for what, meaning in lines:
        patch.comment(what, 10, y, 30)
        text = patch.comment(meaning, 230, y, 64)
        y += text.height + 4
    others = " ".join(f"[{other}]" for other in REFERENCE if other != name)
    patch.comment(f"see also: [rt-timbre] {others}", 10, y + 4, 94)
    patch.height = y + 56
    return patch


def _notes() -> Patch:
    """Make the notes that play while the patch is open."""
    patch = Patch(name="notes")
    patch.comment("Notes that die away: none goes on when the window is closed.", 20, 20, 70)
    on = patch.object("r $0-notes") >> "pipe 300" >> "t f f"
    count = on >> "metro 1000" >> "f"
    both = count >> "t f f"
    both[1] >> "+ 1" >> f"mod {len(_TUNE)}" >> count[1]
    note = both >> "msg get $1 1" >> f"list store {' '.join(map(str, _TUNE))}" >> "msg note $1 0.7"
    voice = note >> "timbre.voice 1"
    state = on[1] >> "sel 1 0"
    state >> f"msg {_ENVELOPE}" >> voice
    state[1] >> f"msg {_USUAL}" >> voice
    return arranged(patch, top=60)
