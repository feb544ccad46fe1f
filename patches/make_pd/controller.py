"""rt-timbre.pd: the whole instrument in one window."""

from patches.make_pd import going, inside, playing
from patches.make_pd.faces import MENU_SIZE, MENU_WIDTH, STATUS_SIZE
from patches.make_pd.going import CURVES
from patches.make_pd.inside import AXES, ENVELOPE, HINT, LABEL, LEVELS, VOICES
from patches.make_pd.patch import Patch, arranged
from patches.make_pd.plane import PLANE_SIZE
from patches.make_pd.playing import BLACK_HIGH, BLACKS, KEYS_HIGH, WHITE, WHITES
from patches.make_pd.widgets import ACCENT, ALARM, INK, ROW, area, button, choice, entry, meter, slider, switch
from rt_timbre.descriptors.calibration import NAMES as DESCRIPTORS
from rt_timbre.phase import NAMES as METHODS

WIDTH, HEIGHT = 1240, 720
# Where the sliders of descriptors end until the space tells its own range.
_RANGES = {"flatness": (1e-4, 1.0), "loudness": (-60.0, 0.0)}
_HERTZ = 100.0, 10000.0
_LINEAR = ("loudness",)


def controller() -> Patch:
    """Make the patch."""
    patch = Patch(width=WIDTH + 16, height=HEIGHT + 16)
    _banner(patch)
    _menus(patch)
    _below_menus(patch)
    _sound(patch)
    _master(patch)
    patch.object("timbre.plane * $0-plane", 10, 400, size=PLANE_SIZE)
    _axes(patch)
    _descriptors(patch)
    _keyboard(patch)
    _foot(patch)
    within = Patch(name="inside")
    for make in (*inside.PARTS, *going.PARTS, *playing.PARTS):
        inner = make()
        inner.name = make.__name__
        within.subpatch(inner)
    patch.subpatch(arranged(within), WIDTH - 96, 24)
    return patch


def _banner(patch: Patch) -> None:
    area(patch, 10, 10, WIDTH - 20, 50)
    area(patch, 14, 12, 146, 46, "rt-timbre", ink=ACCENT, size=24, decor=False)
    patch.object("timbre.status", 166, 12, size=STATUS_SIZE)
    area(patch, 600, 14, 50, 40, "voice", decor=False)
    for number in range(VOICES + 2):
        text = "all" if number == 0 else "more" if number > VOICES else str(number)
        inset = 2 if number == 0 or number > VOICES else 7
        area(patch, 652 + number * 22, 14, 22, 16, text, size=8, inset=inset - (number > VOICES) * 2, decor=False)
    choice(patch, 652, 32, VOICES + 2, "$0-voice-cell", "$0-show-voice-cell", side=22)
    entry(patch, 880, 34, 3, 0, 64, "$0-voice-number", "$0-show-voice-number")
    patch.gui(
        "bng",
        944,
        20,
        (30, 30),
        f"30 120 50 0 $0-panic empty panic 38 15 0 12 {ALARM} {INK} {INK}".replace("$", r"\$"),
        ("panic", 38, 15, 12, 0),
    )
    switch(patch, 1036, 15, "mute", "$0-set-mute", "$0-show-mute", colour=ALARM)
    switch(patch, 1036, 37, "freeze", "$0-set-freeze", "$0-show-freeze")


def _menus(patch: Patch) -> None:
    titles = {"from": "morph from", "to": "morph to"}
    for place, name in enumerate(("space", "point", "preset", "from", "to", "path")):
        left = 10 + place * (MENU_WIDTH + 10)
        title = titles.get(name, name).replace(" ", r"\ ")
        menu = patch.object(f"timbre.menu {name} $0-{name}", left, 70, size=MENU_SIZE)
        menu.text = menu.text.replace(f"timbre.menu {name}", f"timbre.menu {title}")


def _below_menus(patch: Patch) -> None:
    top = 70 + MENU_SIZE[1] + 4
    for left, width in ((10, MENU_WIDTH), (160, MENU_WIDTH), (310, MENU_WIDTH), (460, 3 * MENU_WIDTH + 20)):
        area(patch, left, top, width, 86)
    entry(patch, 18, top + 8, 5, 0, 60, "$0-fade", "empty", "s fade", start=2)
    entry(patch, 168, top + 8, 5, 0, 60, "$0-set-glide", "$0-show-glide", "s glide")
    slider(patch, 172, top + 38, 74, 16, 0, 1, "$0-set-drift", "$0-show-drift", "drift", (82, 8))
    patch.symbol(316, top + 6, 17, receive="$0-preset-shown", send="$0-preset-typed")
    button(patch, 316, top + 34, "store", "$0-store")
    button(patch, 380, top + 34, "delete", "$0-delete", receive="$0-show-delete")
    entry(patch, 316, top + 60, 5, 0, 600, "$0-recall-time", "empty", "s recall", start=1)
    button(patch, 468, top + 8, "go", "$0-go", side=22)
    button(patch, 530, top + 8, "back", "$0-back", side=22)
    entry(patch, 468, top + 37, 5, 0, 3600, "$0-journey-time", "empty", "seconds", start=4)
    choice(patch, 628, top + 6, len(CURVES), "$0-curve", "empty", upright=True)
    for number, curve in enumerate(CURVES):
        area(patch, 650, top + 6 + number * 18, 100, 18, curve, decor=False)
    switch(patch, 768, top + 6, "play", "$0-set-path-play", "$0-show-path-play")
    switch(patch, 834, top + 6, "loop", "$0-set-path-loop", "$0-show-path-loop")
    entry(patch, 768, top + 34, 4, -8, 8, "$0-set-path-rate", "$0-show-path-rate", "rate")
    button(patch, 768, top + 60, "look again", "$0-path-anew")
    slider(patch, 472, top + 65, 230, 16, 0, 1, "$0-scrub", "$0-show-scrub", "scrub", (238, 8))


def _sound(patch: Patch) -> None:
    top, left = 70, 910
    area(patch, left, top, 204, 320)
    area(patch, left + 2, top + 2, 120, 20, "envelope", decor=False)
    area(patch, left + 2, top + 146, 120, 20, "level and pitch", decor=False)
    for row, (name, low, high, start, logarithmic) in enumerate(ENVELOPE + LEVELS):
        y = top + 26 + row * 29 + (28 if row >= len(ENVELOPE) else 0)
        send, least = f"$0-set-{name}", 0 if logarithmic else low
        slider(patch, left + 64, y, 72, 18, low, high, send, f"$0-show-{name}", name, (-58, 9), start, logarithmic)
        entry(patch, left + 144, y, 4, least, 60 if logarithmic else high, send, f"$0-number-{name}")
    switch(patch, left + 64, top + 298, "legato", "$0-set-legato", "$0-show-legato")


def _master(patch: Patch) -> None:
    top, left = 70, 1122
    area(patch, left, top, 108, 320)
    area(patch, left + 2, top + 2, 60, 20, "master", decor=False)
    slider(patch, left + 12, top + 48, 20, 236, -60, 6, "$0-set-master-gain", "$0-show-master-gain", "gain", start=0)
    slider(patch, left + 46, top + 48, 20, 236, -24, -0.1, "$0-set-master-ceiling", "$0-show-master-ceiling", "ceiling")
    entry(patch, left + 6, top + 294, 3, -90, 6, "$0-set-master-gain", "$0-number-master-gain")
    entry(patch, left + 56, top + 294, 3, -24, -0.1, "$0-set-master-ceiling", "$0-number-master-ceiling")
    for side in range(2):
        meter(patch, left + 76 + side * 15, top + 50, 234, f"$0-meter-{side}")


def _axes(patch: Patch) -> None:
    top, left = 400, 260
    area(patch, left, top, 300, PLANE_SIZE[1])
    area(patch, left + 2, top + 2, 200, 20, "axes of the space", decor=False)
    for axis in range(1, AXES + 1):
        names = f"$0-set-macro-{axis}", f"$0-show-macro-{axis}"
        slider(patch, left + 10, top + 4 + axis * 29, 116, 18, -1, 1, *names, "", (122, 9), 0, room=LABEL)


def _descriptors(patch: Patch) -> None:
    top, left = 400, 570
    area(patch, left, top, 270, 152)
    area(patch, left + 2, top + 2, 262, 20, "descriptors (Hz, dB): as reached", decor=False)
    for row, name in enumerate(DESCRIPTORS):
        low, high = _RANGES.get(name, _HERTZ)
        y, send, curved = top + 26 + row * 25, f"$0-set-{name}", name not in _LINEAR
        slider(patch, left + 78, y, 92, 18, low, high, send, f"$0-show-{name}", name, (-70, 9), None, curved)
        entry(patch, left + 178, y, 7, 0, 0, send, f"$0-reached-{name}")
    area(patch, left, top + 158, 270, PLANE_SIZE[1] - 158)
    area(patch, left + 160, top + 160, 106, 20, "phase method", decor=False)
    choice(
        patch, left + 8, top + 161, len(METHODS), "$0-set-phase", "$0-show-phase", side=16, upright=True, sends=False
    )
    for row, name in enumerate(METHODS):
        area(patch, left + 26, top + 161 + row * 16, 130, 16, name, decor=False)


def _keyboard(patch: Patch) -> None:
    top, left = 400, 850
    area(patch, left, top, 380, PLANE_SIZE[1])
    area(patch, left + 2, top + 2, 100, 20, "keyboard", decor=False)
    area(patch, left + 8, top + 26, 110, 14, "octave", inset=2, decor=False)
    choice(patch, left + 10, top + 44, 5, "$0-octave", "empty", side=20, start=2)
    slider(patch, left + 132, top + 44, 110, 20, 0, 1, "$0-velocity", "$0-show-velocity", "velocity", start=0.8)
    entry(patch, left + 258, top + 45, 4, 0.05, 60, "$0-length", "empty", "seconds", start=1)
    switch(patch, left + 10, top + 80, "computer's keys", "$0-typing", "empty")
    switch(patch, left + 170, top + 80, "hold", "$0-hold", "empty")
    switch(patch, left + 258, top + 80, "midi", "$0-midi", "empty", on=1)
    # A click falls on a slider below the keys: the upper one has a place for each semitone, the lower for each white.
    wide, y = WHITES * WHITE, top + 118
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


def _foot(patch: Patch) -> None:
    top = HEIGHT - 36
    area(patch, 10, top, 830, 26, HINT, receive="$0-refusal", ink=ALARM, decor=False)
    area(patch, 850, top, 380, 26)
    switch(patch, 856, top + 4, "record", "$0-set-record", "$0-show-record", colour=ALARM)
    patch.symbol(930, top + 2, 14, send="$0-record-name")
    area(patch, 1038, top + 2, 190, 22, receive="$0-record-text", size=10, decor=False)
