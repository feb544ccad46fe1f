"""timbre.controller: the whole instrument in one window, which rt-timbre.maxpat opens."""

from patches.make_max.faces import PLANE_SIZE, STATUS_SIZE
from patches.make_max.going import CURVES, GOING
from patches.make_max.inside import AXES, PARTS, SLIDERS, receiver
from patches.make_max.layout import arranged
from patches.make_max.looks import (
    ACCENT,
    ALARM,
    PANEL,
    QUIET,
    ROW,
    area,
    button,
    field,
    menu,
    number,
    slider,
    switch,
    words,
)
from patches.make_max.patch import INK, Node, Patch
from patches.make_max.playing import notes
from rt_timbre.descriptors.calibration import NAMES as DESCRIPTORS
from rt_timbre.descriptors.calibration import UNITS
from rt_timbre.phase import NAMES as METHODS

SIZE = 1000, 700
STORAGE = "timbre-controller"  # name of the presets that Max keeps


def opener() -> Patch:
    """Make rt-timbre.maxpat, the window of the controller."""
    patch = Patch(*SIZE, presented=True, description="rt-timbre: play generative timbre spaces, in one window")
    patch.face("bpatcher", (0, 0, *SIZE), (400, 280), (20, 20), name="timbre.controller.maxpat", border=0)
    return arranged(patch)


def controller() -> Patch:
    """Make the patch."""
    patch = Patch(*SIZE, presented=True, description="All of rt-timbre in one window")
    _banner(patch)
    _points(patch, 8, 70)
    _sliders(patch, 336, 70)
    _plane_and_master(patch, 664, 70)
    _axes(patch, 8, 346)
    _descriptors(patch, 336, 346)
    _presets(patch, 664, 346)
    _keyboard(patch, 8, 588)
    _foot(patch, 8, 672)
    inside = Patch(name="inside")
    for make in (*PARTS, *GOING, notes):
        inner = make()
        inner.name = make.__name__
        inside.subpatch(inner)
    patch.subpatch(arranged(inside))
    return arranged(patch)


def title(patch: Patch, x: int, y: int, width: int, height: int, text: str) -> None:
    """Add the ground of a group, and what it is called."""
    area(patch, (x, y, width, height))
    words(patch, (x + 6, y + 3, len(text) * 9 + 14, 20), text, ink=ACCENT, fontface=1)


def linked(node: Node, name: str) -> Node:
    """Let a widget send what is set, and show what is told."""
    node >> f"s #0-set-{name}"
    patch = node.patch
    patch.object(f"r #0-show-{name}") >> "prepend set" >> node
    return node


def control(
    patch: Patch, x: int, y: int, name: str, low: float, high: float, digits: int, logarithmic: bool = False
) -> None:
    """Add a slider with its value, which Max's presets keep: 224 pixels wide."""
    line = slider(patch, (x, y + 2, 156, 18))
    value = number(patch, (x + 162, y, 62, 22), low, high, digits, varname=name)
    joined(line, value, name, low, high, logarithmic)


def joined(line: Node, value: Node, name: str, low: float, high: float, logarithmic: bool = False) -> None:
    """Join a slider and a number: either moves the other, the number is sent, and what is told is shown."""
    patch = line.patch
    ends = f"{float(low)} {float(high)}"
    there, back = f"scale 0. 1. {ends}", f"scale {ends} 0. 1."
    if logarithmic:
        ratio = high / low
        there = f"expr {low:g} * pow({ratio:g}.\\, $f1)"
        back = f"expr log10(max($f1\\, {low:g}) / {low:g}) / log10({ratio:g}.)"
    line >> there >> value
    told = value >> "t f f"
    shown = patch.object(f"r #0-show-{name}") >> "t f f"
    place = told[1] >> back
    shown[0] >> place
    place >> "prepend set" >> line
    shown[1] >> "prepend set" >> value
    told[0] >> f"s #0-set-{name}"


def chooser(patch: Patch, x: int, y: int, width: int, fill: str, sends: str, shows: str = "") -> Node:
    """Add a menu that is filled by name; it tells the name that is chosen, spaces and all."""
    made = menu(patch, (x, y, width, 22))
    patch.object(f"r #0-{fill}") >> made
    if shows:
        patch.object(f"r #0-{shows}") >> made
    made[1] >> "tosymbol" >> f"s #0-{sends}"
    return made


def entry(patch: Patch, x: int, y: int, name: str, low: float, high: float, start: float, unit: str) -> None:
    """Add a number that is told when it is changed, with its unit; the start is what it stands at."""
    value = number(patch, (x, y, 44, 22), low, high, 2)
    value >> f"s #0-{name}"
    patch.object(f"loadmess set {start:g}") >> value
    words(patch, (x + 46, y + 2, 60, 20), unit, 11, QUIET)


def _banner(patch: Patch) -> None:
    area(patch, (8, 8, 984, 54))
    words(patch, (16, 18, 120, 34), "rt-timbre", 24, ACCENT)
    status = patch.face("bpatcher", (138, 12, *STATUS_SIZE), name="timbre.status.maxpat", border=0)
    patch.object("r #0-connect") >> status
    words(patch, (568, 13, 60, 20), "voice", 11, QUIET)
    voices = menu(patch, (568, 33, 64, 22))
    voices.attributes["items"] = ["all"]
    patch.object("r #0-voice-menu") >> voices
    voices[0] >> "s #0-voice-chosen"
    press = button(patch, (646, 16, 70, 38), "panic", ALARM)
    press >> "s #0-panic"
    for column, row, name in ((0, 0, "mute"), (0, 1, "freeze"), (1, 0, "record"), (1, 1, "MIDI in")):
        x, y = 730 + column * 90, 13 + row * 24
        box = switch(patch, (x, y, 18, 18))
        words(patch, (x + 22, y, 64, 20), name)
        if name == "MIDI in":
            patch.object("loadmess set 1") >> box
            box >> "s #0-midi"
        else:
            linked(box, name)


def _points(patch: Patch, x: int, y: int) -> None:
    title(patch, x, y, 320, 268, "space, points, travel")
    left, first = x + 8, y + 28
    for row, name in enumerate(("space", "point", "from", "to", "path")):
        words(patch, (left, first + 1 + row * 28, 46, 20), name)
    menus = left + 48
    chooser(patch, menus, first, 150, "space-menu", "space")
    entry(patch, menus + 158, first, "fade", 0, 60, 2, "s fade")
    chooser(patch, menus, first + 28, 150, "points", "point", "point-menu")
    glide = number(patch, (menus + 158, first + 28, 44, 22), 0, 60, 2, varname="glide")
    linked(glide, "glide")
    words(patch, (menus + 204, first + 30, 56, 20), "s glide", 11, QUIET)
    chooser(patch, menus, first + 56, 150, "points", "from", "from-menu")
    entry(patch, menus + 158, first + 56, "time", 0, 3600, 4, "seconds")
    journey = patch.object("loadmess 4.")
    journey >> "s #0-time"
    chooser(patch, menus, first + 84, 150, "points", "to", "to-menu")
    curves = menu(patch, (menus + 158, first + 84, 96, 22))
    curves.attributes["items"] = " , ".join(CURVES).split()
    curves[1] >> "s #0-curve"
    chooser(patch, menus, first + 112, 150, "path-menu", "path")
    rate = number(patch, (menus + 158, first + 112, 44, 22), -8, 8, 2, varname="rate")
    linked(rate, "path-rate")
    words(patch, (menus + 204, first + 114, 56, 20), "speed", 11, QUIET)
    row = first + 144
    button(patch, (left, row, 48, 22), "go") >> "s #0-go"
    button(patch, (left + 54, row, 48, 22), "back") >> "s #0-back"
    button(patch, (left + 108, row, 90, 22), "look for paths") >> "s #0-look"
    for place, part in enumerate(("play", "loop")):
        box = switch(patch, (menus + 158 + place * 54, row + 2, 18, 18))
        linked(box, f"path-{part}")
        words(patch, (menus + 178 + place * 54, row + 1, 34, 20), part, 11, QUIET)
    words(patch, (left, row + 30, 60, 20), "scrub")
    scrub = slider(patch, (left + 62, row + 30, 240, 20))
    scrub >> "s #0-scrub"
    patch.object("r #0-show-scrub") >> scrub
    words(patch, (left, row + 62, 60, 20), "drift")
    control(patch, left + 62, row + 61, "drift", 0, 1, 2)


def _sliders(patch: Patch, x: int, y: int) -> None:
    title(patch, x, y, 320, 268, "voice")
    for row, (name, low, high, digits, logarithmic) in enumerate(SLIDERS):
        top = y + 30 + row * 29
        words(patch, (x + 8, top + 1, 62, 20), name)
        control(patch, x + 78, top, name, low, high, digits, logarithmic)
    # The wheel moves it, too.
    bend = next(node for node in patch.nodes if node.attributes.get("varname") == "bend")
    patch.object("r #0-wheel") >> bend
    legato = switch(patch, (x + 80, y + 240, 18, 18), varname="legato")
    linked(legato, "legato")
    words(patch, (x + 8, y + 239, 62, 20), "legato")
    words(patch, (x + 174, y + 239, 60, 20), "pitch")
    pitch = number(patch, (x + 240, y + 238, 62, 22), 0, 127, 2)
    linked(pitch, "pitch")


def _plane_and_master(patch: Patch, x: int, y: int) -> None:
    plane = patch.face("bpatcher", (x, y, *PLANE_SIZE), name="timbre.plane.maxpat", args=["*"], border=0)
    patch.object("r #0-plane") >> plane
    plane[0] >> "t b" >> "s #0-moved"
    plane[1] >> "route fail" >> "s #0-refused"
    left = x + PLANE_SIZE[0] + 8
    title(patch, left, y, 80, 268, "master")
    for column, (name, low, high) in enumerate((("gain", -60.0, 6.0), ("ceiling", -24.0, -0.1))):
        top = left + 4 + column * 37
        line = slider(patch, (top + 4, y + 46, 14, 150))
        value = number(patch, (top, y + 200, 36, 20), low, high, 1, varname=f"master-{name}")
        words(patch, (top - 2, y + 24, 37, 18), name, 9, QUIET)
        joined(line, value, f"master-{name}", low, high)
    for side in range(2):
        meter = slider(patch, (left + 25 + side * 36, y + 46, 10, 150), ignoreclick=1)
        meter.attributes["knobcolor"] = INK
        patch.object(f"r #0-meter-{side}") >> "scale -60. 0. 0. 1." >> "clip 0. 1." >> "prepend set" >> meter
    words(patch, (left + 4, y + 224, 74, 36), "dB, and peaks", 10, QUIET)


def _axes(patch: Patch, x: int, y: int) -> None:
    title(patch, x, y, 320, 236, "axes of the space")
    for axis in range(1, AXES + 1):
        top = y + 2 + axis * 26
        label = words(patch, (x + 6, top + 1, 82, 20), "-", 10)
        patch.object(f"r #0-label-macro-{axis}") >> label
        control(patch, x + 90, top, f"macro-{axis}", -1, 1, 2)


def _descriptors(patch: Patch, x: int, y: int) -> None:
    title(patch, x, y, 320, 236, "descriptors")
    words(patch, (x + 130, y + 4, 60, 18), "wanted", 11, QUIET)
    words(patch, (x + 200, y + 4, 60, 18), "reached", 11, QUIET)
    for row, (name, unit) in enumerate(zip(DESCRIPTORS, UNITS, strict=True)):
        top = y + 30 + row * 32
        words(patch, (x + 8, top + 1, 100, 20), name)
        digits = 4 if name == "flatness" else 1
        wanted = number(patch, (x + 118, top, 74, 22), -90 if unit.startswith("dB") else 0, 24000, digits)
        wanted >> f"s #0-set-{receiver(name)}"
        reached = number(patch, (x + 200, top, 74, 22), None, None, digits)
        patch.object(f"r #0-reached-{name}") >> reached
        if unit:
            words(patch, (x + 276, top + 1, 42, 20), unit, 11, QUIET)
    words(
        patch,
        (x + 8, y + 192, 304, 36),
        "Goes to the nearest point of the space that has it.",
        11,
        QUIET,
    )


def _presets(patch: Patch, x: int, y: int) -> None:
    title(patch, x, y, 328, 128, "presets of the server")
    words(patch, (x + 8, y + 31, 50, 20), "recall")
    chooser(patch, x + 60, y + 30, 150, "presets", "preset")
    entry(patch, x + 218, y + 30, "recall-time", 0, 600, 1, "seconds")
    words(patch, (x + 8, y + 63, 50, 20), "name")
    typed = field(patch, (x + 60, y + 62, 150, 24))
    patch.object("r #0-name") >> typed
    typed[0] >> "s #0-name-told"
    button(patch, (x + 60, y + 94, 70, 24), "store") >> "s #0-store"
    button(patch, (x + 140, y + 94, 70, 24), "delete") >> "s #0-delete"

    title(patch, x, y + 134, 328, 102, "presets of Max")
    patch.face(
        "preset",
        (x + 8, y + 158, 150, 44),
        pattrstorage=STORAGE,
        bubblesize=16,
        embed=0,
        emptycolor=ROW,
        stored1=ACCENT,
    )
    storage = patch.object(f"pattrstorage {STORAGE} @savemode 0 @autorestore 0")
    storage.attributes["varname"] = STORAGE
    patch.object("autopattr @autorestore 0").attributes["varname"] = "timbre-names"
    for place, what in enumerate(("read", "write")):
        button(patch, (x + 168 + place * 78, y + 158, 70, 24), what) >> f"msg {what}" >> storage
    words(
        patch,
        (x + 8, y + 206, 312, 20),
        "The sliders of this window: shift-click stores.",
        11,
        QUIET,
    )


def _keyboard(patch: Patch, x: int, y: int) -> None:
    area(patch, (x, y, 984, 78), PANEL)
    keys = patch.face("kslider", (x + 8, y + 14, 770, 53), range=60, offset=36, mode=0, hkeycolor=ACCENT)
    keys[1] >> "s #0-velocity"
    keys[0] >> "s #0-key"
    patch.object("r #0-keys") >> keys
    entry(patch, x + 790, y + 14, "length", 0.05, 60, 1, "seconds")
    hold = switch(patch, (x + 790, y + 44, 18, 18))
    hold >> "s #0-hold"
    words(patch, (x + 812, y + 43, 60, 20), "hold")


def _foot(patch: Patch, x: int, y: int) -> None:
    area(patch, (x, y, 984, 22))
    line = words(patch, (x + 6, y + 1, 530, 20), " ", ink=ALARM)
    patch.object("r #0-refusal") >> line
    words(patch, (x + 544, y + 2, 46, 20), "phase", 11, QUIET)
    methods = chooser(patch, x + 592, y, 150, "phase-menu", "set-phase")
    methods.attributes["items"] = " , ".join(METHODS).split()
    words(patch, (x + 756, y + 2, 50, 20), "server", 11, QUIET)
    place = field(patch, (x + 806, y + 1, 172, 20), "127.0.0.1 57130", whole=False)
    place[0] >> "route text" >> "prepend connect" >> "s #0-connect"
