"""rt-timbre.pd: the whole instrument in one window."""

from patches.make_pd.faces import MENU_SIZE, MENU_WIDTH, STATUS_SIZE
from patches.make_pd.inside import (
    AXES,
    BLACK_HIGH,
    BLACKS,
    CURVES,
    ENVELOPE,
    HINT,
    KEYS_HIGH,
    LEVELS,
    PARTS,
    WHITE,
    WHITES,
)
from patches.make_pd.patch import Patch, arranged
from patches.make_pd.plane import PLANE_SIZE
from patches.make_pd.widgets import ACCENT, ALARM, INK, ROW, area, button, choice, entry, meter, slider, switch

WIDTH, HEIGHT = 1240, 720
VOICES = 8  # that can be chosen one by one


def controller() -> Patch:
    """Make the patch."""
    patch = Patch(width=WIDTH + 16, height=HEIGHT + 16)
    _banner(patch)
    _menus(patch)
    _sound(patch)
    _plane_and_axes(patch)
    _keyboard(patch)
    area(patch, 10, HEIGHT - 34, WIDTH - 20, 22, HINT, receive="$0-refusal", ink=ALARM, decor=False)
    inside = Patch(name="inside")
    for make in PARTS:
        inner = make()
        inner.name = make.__name__
        inside.subpatch(inner)
    patch.subpatch(arranged(inside), WIDTH - 100, 24)
    return patch


def _banner(patch: Patch) -> None:
    area(patch, 10, 10, WIDTH - 20, 50)
    area(patch, 14, 12, 146, 46, "rt-timbre", ink=ACCENT, size=24, decor=False)
    patch.object("timbre.status", 166, 12, size=STATUS_SIZE)
    area(patch, 610, 14, 50, 40, "voice", decor=False)
    for number in range(VOICES + 1):
        text = str(number) if number else "all"
        area(patch, 666 + number * 20, 14, 20, 16, text, size=8, inset=3 if number == 0 else 7, decor=False)
    choice(patch, 666, 32, VOICES + 1, "$0-voice-chosen", "empty", side=20)
    patch.gui(
        "bng",
        880,
        20,
        (30, 30),
        f"30 120 50 0 $0-panic empty panic 38 15 0 12 {ALARM} {INK} {INK}".replace("$", r"\$"),
        ("panic", 38, 15, 12, 0),
    )
    switch(patch, 980, 15, "mute", "$0-set-mute", "$0-show-mute", colour=ALARM)
    switch(patch, 980, 37, "freeze", "$0-set-freeze", "$0-show-freeze")
    switch(patch, 1056, 15, "midi", "$0-midi", "empty", on=1)


def _menus(patch: Patch) -> None:
    top = 70
    below = top + MENU_SIZE[1] + 4
    names = ("space", "point", "from", "to", "preset")
    for place, name in enumerate(names):
        left = 10 + place * (MENU_WIDTH + 10)
        title = {"from": "morph from", "to": "morph to"}.get(name, name).replace(" ", r"\ ")
        menu = patch.object(f"timbre.menu {name} $0-{name}", left, top, size=MENU_SIZE)
        menu.text = menu.text.replace(f"timbre.menu {name}", f"timbre.menu {title}")
    area(patch, 10, below, MENU_WIDTH, 86)
    entry(patch, 18, below + 10, 5, 0, 60, "$0-fade", "empty", "s fade", start=2)
    area(patch, 160, below, MENU_WIDTH, 86)
    entry(patch, 168, below + 10, 5, 0, 60, "$0-set-glide", "$0-show-glide", "s glide")
    area(patch, 310, below, 2 * MENU_WIDTH + 10, 86)
    button(patch, 318, below + 8, "go", "$0-go", side=22)
    button(patch, 382, below + 8, "back", "$0-back", side=22)
    entry(patch, 318, below + 37, 5, 0, 3600, "$0-journey-time", "empty", "seconds", start=4)
    choice(patch, 474, below + 6, len(CURVES), "$0-curve", "empty", upright=True)
    for number, curve in enumerate(CURVES):
        area(patch, 496, below + 6 + number * 18, 100, 18, curve, decor=False)
    slider(patch, 318, below + 65, 230, 16, 0, 1, "$0-scrub", "$0-show-scrub", "scrub", (236, 8))
    area(patch, 610, below, MENU_WIDTH, 86)
    patch.symbol(616, below + 6, 17, receive="$0-preset-shown", send="$0-preset-typed")
    button(patch, 616, below + 34, "store", "$0-store")
    button(patch, 680, below + 34, "delete", "$0-delete")
    entry(patch, 616, below + 60, 5, 0, 600, "$0-recall-time", "empty", "s recall", start=1)


def _sound(patch: Patch) -> None:
    top = 70
    area(patch, 770, top, 220, 320)
    area(patch, 772, top + 2, 120, 20, "envelope", decor=False)
    for row, (name, low, high, start, logarithmic) in enumerate(ENVELOPE + LEVELS):
        y = top + 28 + row * 34 + (42 if row >= len(ENVELOPE) else 0)
        ends = low, high, f"$0-set-{name}", f"$0-show-{name}"
        slider(patch, 780, y, 130, 18, *ends, name, (138, 9), start, logarithmic)
    area(patch, 772, top + 172, 120, 20, "level and pitch", size=12, decor=False)
    switch(patch, 900, top + 298, "legato", "$0-set-legato", "$0-show-legato")
    area(patch, 1000, top, 230, 320)
    area(patch, 1002, top + 2, 100, 20, "master", decor=False)
    slider(patch, 1016, top + 48, 20, 240, -60, 6, "$0-set-master-gain", "$0-show-master-gain", "gain", start=0)
    slider(patch, 1076, top + 48, 20, 240, -24, -0.1, "$0-set-master-ceiling", "$0-show-master-ceiling", "ceiling")
    entry(patch, 1010, top + 294, 4, 0, 0, "empty", "$0-number-master-gain")
    entry(patch, 1070, top + 294, 4, 0, 0, "empty", "$0-number-master-ceiling")
    for side in range(2):
        meter(patch, 1150 + side * 30, top + 48, 240, f"$0-meter-{side}")


def _plane_and_axes(patch: Patch) -> None:
    top = 400
    patch.object("timbre.plane * $0-plane", 10, top, size=PLANE_SIZE)
    area(patch, 260, top, 340, PLANE_SIZE[1])
    area(patch, 262, top + 2, 200, 20, "axes of the space", decor=False)
    for axis in range(1, AXES + 1):
        names = f"$0-set-macro-{axis}", f"$0-show-macro-{axis}"
        slider(patch, 268, top + 4 + axis * 29, 150, 18, -1, 1, *names, "", (158, 9), 0, room=170)


def _keyboard(patch: Patch) -> None:
    top, left = 400, 610
    area(patch, left, top, 620, PLANE_SIZE[1])
    area(patch, left + 2, top + 2, 100, 20, "keyboard", decor=False)
    choice(patch, left + 12, top + 52, 5, "$0-octave", "empty", side=22, start=2)
    area(patch, left + 10, top + 32, 110, 16, "octave", size=12, inset=2, decor=False)
    slider(patch, left + 146, top + 52, 150, 22, 0, 1, "$0-velocity", "$0-show-velocity", "velocity", start=0.8)
    entry(patch, left + 324, top + 54, 5, 0.05, 60, "$0-length", "empty", "seconds", start=1)
    switch(patch, left + 470, top + 54, "hold", "$0-hold", "empty")
    switch(patch, left + 470, top + 26, "computer's keys", "$0-typing", "empty")
    # A click falls on a slider below the keys: the upper one has a place for each semitone, the lower for each white.
    wide, y = WHITES * WHITE, top + 116
    parts = ((y, BLACK_HIGH, "upper"), (y + BLACK_HIGH, KEYS_HIGH - BLACK_HIGH, "lower"))
    for part, high, name in parts:
        slider(
            patch, left + 10, part, wide, high, 0, wide - 1, f"$0-{name}", "$0-never", colour=INK, ink=INK, decor=True
        )
    for white in range(WHITES):
        number = (white * 12 + 5) // 7
        x = left + 10 + white * WHITE
        area(patch, x, y, WHITE - 2, KEYS_HIGH, colour=ROW, receive=f"$0-key-{number}")
    semitone = 7 * WHITE / 12
    for number in range(12 * (WHITES // 7)):
        if number % 12 in BLACKS:
            x = left + 10 + round(number * semitone)
            area(patch, x, y, round(semitone), BLACK_HIGH, colour=INK, receive=f"$0-key-{number}")
