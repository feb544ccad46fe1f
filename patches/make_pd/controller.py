"""rt-timbre.pd: the whole instrument in one window."""

from patches.make_pd.abstractions import MENU_SIZE, MENU_WIDTH, PLANE_SIZE, STATUS_SIZE
from patches.make_pd.patch import Node, Patch, arranged
from patches.make_pd.widgets import ACCENT, ALARM, INK, ROW, area, button, choice, entry, meter, slider, switch

WIDTH, HEIGHT = 1240, 720
VOICES = 8  # that can be chosen one by one
AXES = 8
CURVES = ("linear", "spherical", "expressive")
# Sliders of a voice: name, least and greatest value, where it stands, whether its scale is logarithmic.
ENVELOPE = (
    ("attack", 0.001, 10.0, 0.01, True),
    ("decay", 0.001, 10.0, 0.1, True),
    ("sustain", 0.0, 1.0, 1.0, False),
    ("release", 0.001, 10.0, 0.2, True),
)
LEVELS = (("gain", -60.0, 6.0, 0.0, False), ("pan", -1.0, 1.0, 0.0, False), ("bend", -2.0, 2.0, 0.0, False))
WHITES, WHITE, KEYS_HIGH, BLACK_HIGH = 15, 40, 130, 80  # keys from C to C, pixels
BLACKS = (1, 3, 6, 8, 10)
_LOWEST = 36  # MIDI note of the first C of the first octave that can be chosen


def controller() -> Patch:
    """Make the patch."""
    patch = Patch(width=WIDTH, height=HEIGHT)
    _banner(patch)
    _menus(patch)
    _sound(patch)
    _plane_and_axes(patch)
    _keyboard(patch)
    area(patch, 10, HEIGHT - 34, WIDTH - 20, 22, receive="$0-refusal", ink=ALARM, decor=False)
    inside = Patch(name="inside")
    for make in (_connection, _points, _journeys, _presets, _spaces, _axes, _voice, _master, _notes):
        inner = make()
        inner.name = make.__name__[1:]
        inside.subpatch(arranged(inner))
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
    slider(patch, left + 170, top + 52, 150, 22, 0, 1, "$0-velocity", "$0-show-velocity", "velocity", start=0.8)
    entry(patch, left + 360, top + 54, 5, 0.05, 60, "$0-length", "empty", "seconds", start=1)
    switch(patch, left + 500, top + 54, "hold", "$0-hold", "empty")
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


def _connection() -> Patch:
    """Make what sends and hears, by one socket, so that the server never tells this patch what it did itself."""
    patch = Patch()
    server = patch.object("r $0-osc") >> "timbre.osc"
    subscribe = patch.object("loadbang") >> "t b b"
    subscribe[1] >> "metro 5000" >> "msg /notify 1 0 15" >> server
    subscribe >> "delay 200" >> "s $0-ask"
    up = patch.object("r timbre.up") >> "sel 1" >> "t b b"
    up[1] >> "msg /notify 1 0 15" >> server
    up >> "delay 50" >> "s $0-ask"
    answer = server >> "route voice"
    answer[1] >> "s $0-answer"
    refused = patch.object("r $0-answer") >> "route fail" >> "unpack s s"
    reason = refused[1] >> "t s b"
    said = reason >> "msg label $1"
    reason[1] >> "delay 8000" >> "msg label empty" >> "s $0-refusal"
    said >> "s $0-refusal"
    one = answer >> "route 1"
    one >> "s $0-state"

    # What concerns the voice that is chosen, or all; a question goes to one.
    chosen = patch.object("r $0-voice-chosen") >> "t b f f"
    shown = chosen[2] >> "max 1" >> "t f f"
    shown[1] >> one[1]
    chosen[0] >> "delay 20" >> "s $0-ask-voice"
    number = chosen[1] >> "sel 0"
    everyone = number >> "msg symbol *"
    target = everyone >> "list append" >> "t a a"
    number[1] >> "list append" >> target
    target[1] >> "list prepend voice" >> "list trim" >> "s $0-target"
    _addressed(patch, "r $0-to-voice", target)
    _addressed(patch, "r $0-question", shown)
    return patch


def _addressed(patch: Patch, source: str, voice: Node) -> None:
    """Put /voice/, the voice and the name in front of what comes."""
    both = patch.object(source) >> "list" >> "t a a"
    rest = both[0] >> "list split 1"
    name = both[1] >> "list split 1" >> f"list append {'*' if 'to' in source else 1}"
    voice[0] >> name[1]
    address = name >> "msg symbol /voice/$2/$1"
    whole = rest[1] >> "list prepend"
    address >> whole[1]
    whole >> "list trim" >> "s $0-osc"


def _points() -> Patch:
    """Make the menus of points: anchors and presets."""
    patch = Patch()
    ask = patch.object("r $0-ask") >> "t b b"
    ask[1] >> "msg /anchor/list" >> "s $0-osc"
    ask[0] >> "msg at" >> "s $0-question"
    answer = patch.object("r $0-answer") >> "route anchor preset"
    anchors = answer >> "t b a a"
    presets = answer[1] >> "route store recall delete"
    stored = presets[3] >> "t b a a"
    kept = anchors >> "list append"
    anchors[1] >> kept[1]
    stored >> kept
    joined = kept >> "list append"
    stored[1] >> joined[1]
    stored[2] >> "s $0-presets"
    names = joined >> "list prepend names" >> "list trim" >> "t a a a"
    for outlet, menu in enumerate(("point", "from", "to")):
        names[outlet] >> f"s $0-{menu}-in"
    # The first journey leads from the first point to the second.
    ends = anchors[2] >> "list split 2" >> "unpack s s"
    for outlet, menu in enumerate(("from", "to")):
        start = ends[outlet] >> "t s s"
        start >> "msg choose $1" >> f"s $0-{menu}-in"
        start[1] >> f"s $0-{menu}-out"
    go = patch.object("r $0-point-out") >> "t b s"
    go[1] >> "msg at $1" >> "s $0-to-voice"
    go >> "s $0-moved"
    patch.object("r $0-state") >> "route at" >> "list" >> "msg choose $1" >> "s $0-point-in"
    return patch


def _journeys() -> Patch:
    """Make the journeys between two points."""
    patch = Patch()
    journey = patch.object("timbre.morph * 0 0 4")
    for source, text in (
        ("from-out", "msg from $1"),
        ("to-out", "msg to $1"),
        ("journey-time", "msg time $1"),
        ("go", "msg bang"),
        ("back", "msg back"),
    ):
        patch.object(f"r $0-{source}") >> text >> journey
    patch.object("r $0-scrub") >> journey
    patch.object("r $0-target") >> journey
    curve = patch.object("r $0-curve") >> "sel 0 1 2"
    for number, name in enumerate(CURVES):
        curve[number] >> f"msg curve {name}" >> journey
    told = journey >> "t b f"
    told[1] >> "msg set $1" >> "s $0-show-scrub"
    told >> "s $0-moved"
    journey[1] >> "s $0-answer"
    return patch


def _presets() -> Patch:
    """Make what is stored, recalled and deleted."""
    patch = Patch()
    patch.object("r $0-ask") >> "msg /preset/list" >> "s $0-osc"
    patch.object("r $0-presets") >> "list prepend names" >> "list trim" >> "s $0-preset-in"
    typed = patch.object("r $0-preset-typed") >> "t s"
    chosen = patch.object("r $0-preset-out") >> "t b s s s"
    store = patch.object("r $0-store") >> "symbol"
    delete = patch.object("r $0-delete") >> "symbol"
    for name in (typed[0], chosen[2]):
        name >> store[1]
        name >> delete[1]
    chosen[3] >> "msg set $1" >> "s $0-preset-shown"
    store >> "msg /preset/store $1" >> "s $0-osc"
    delete >> "msg /preset/delete $1" >> "s $0-osc"
    recall = chosen[1] >> "pack s f"
    patch.object("r $0-recall-time") >> recall[1]
    recall >> "msg /preset/recall $1 $2" >> "s $0-osc"
    chosen[0] >> "delay 100" >> "s $0-ask-voice"
    done = patch.object("r $0-answer") >> "route done" >> "route /preset/store /preset/delete"
    again = done >> "t b"
    done[1] >> again
    again >> "msg /preset/list" >> "s $0-osc"
    return patch


def _spaces() -> Patch:
    """Make the menu of spaces."""
    patch = Patch()
    patch.object("r $0-ask") >> "msg /space/list, /space/info" >> "s $0-osc"
    load = patch.object("r $0-space-out") >> "pack s f"
    patch.object("r $0-fade") >> load[1]
    load >> "msg /space/load $1 $2" >> "s $0-osc"
    answer = patch.object("r $0-answer") >> "route space event done"
    info = answer >> "route info load"
    info[2] >> "list prepend names" >> "list trim" >> "s $0-space-in"
    info >> "list" >> "list split 1" >> "msg choose $1" >> "s $0-space-in"
    event = answer[1] >> "route space"
    loaded = answer[2] >> "route /space/load"
    anew = event >> "t b"
    loaded >> anew
    anew >> "s $0-ask"
    return patch


def _axes() -> Patch:
    """Make the sliders of the principal axes, with what they change as their labels."""
    patch = Patch()
    for axis in range(1, AXES + 1):
        patch.object(f"r $0-set-macro-{axis}") >> f"msg macro/{axis} $1" >> "s $0-to-voice"
    patch.object("r $0-ask") >> "msg /macro/list" >> "s $0-osc"
    moved = patch.object("r $0-moved") >> "delay 200"
    patch.object("r $0-ask-voice") >> moved
    patch.object("r $0-ask") >> moved
    moved >> "msg macro/*" >> "s $0-question"
    patch.object("r $0-plane-out") >> "s $0-moved"
    patch.object("r $0-state") >> "route macro" >> "list prepend $0" >> "msg ; $1-show-macro-$2 set $3"
    labels = patch.object("r $0-answer") >> "route macro" >> "t a b"
    names = labels >> "unpack s s s s s s s s"
    clear = labels[1] >> "msg label empty"
    for axis in range(1, AXES + 1):
        show = names[axis - 1] >> "msg label $1" >> f"s $0-show-macro-{axis}"
        clear >> show
    return patch


def _voice() -> Patch:
    """Make the sliders of a voice, which show what it is set to."""
    patch = Patch()
    names = [row[0] for row in ENVELOPE + LEVELS] + ["glide", "legato"]
    for name in names:
        patch.object(f"r $0-set-{name}") >> f"msg {name} $1" >> "s $0-to-voice"
    ask = patch.object("r $0-ask") >> "t b"
    patch.object("r $0-ask-voice") >> ask
    ask >> f"msg {', '.join(names)}" >> "s $0-question"
    state = patch.object("r $0-state") >> f"route {' '.join(names)}"
    for number, name in enumerate(names):
        state[number] >> "msg set $1" >> f"s $0-show-{name}"
    patch.object("r $0-target") >> "s $0-plane-in"
    return patch


def _master() -> Patch:
    """Make level, limiter, meters, mute, freeze and panic."""
    patch = Patch()
    ask = patch.object("r $0-ask")
    ask >> "msg /master/gain, /master/ceiling, /mute, /freeze" >> "s $0-osc"
    answer = patch.object("r $0-answer") >> "route master mute freeze meter"
    parts = answer >> "route gain ceiling"
    for number, name in enumerate(("gain", "ceiling")):
        moved = patch.object(f"r $0-set-master-{name}") >> "t f f"
        moved >> f"msg /master/{name} $1" >> "s $0-osc"
        moved[1] >> f"s $0-number-master-{name}"
        told = parts[number] >> "t f f"
        told >> "msg set $1" >> f"s $0-show-master-{name}"
        told[1] >> f"s $0-number-master-{name}"
    for number, name in ((1, "mute"), (2, "freeze")):
        patch.object(f"r $0-set-{name}") >> f"msg /{name} $1" >> "s $0-osc"
        answer[number] >> "msg set $1" >> f"s $0-show-{name}"
    levels = answer[3] >> "unpack f f"
    for side in range(2):
        levels[side] >> f"s $0-meter-{side}"
    panic = patch.object("r $0-panic") >> "t b b"
    panic >> "msg /panic" >> "s $0-osc"
    panic[1] >> "s $0-silence"
    return patch


def _notes() -> Patch:
    """Make notes of clicked keys and of MIDI: on a free voice, or on the one that is chosen."""
    patch = Patch()
    semitones = 12 * (WHITES // 7)
    upper = patch.object("r $0-upper") >> f"expr min({semitones}, int($f1 * 12 / {7 * WHITE}))"
    lower = patch.object("r $0-lower") >> f"div {WHITE}" >> "* 12" >> "+ 5" >> "div 7"
    key = upper >> "t f b"
    lower >> key
    once = key >> "change -1"
    key[1] >> "delay 150" >> "msg set -1" >> once
    note = once >> f"+ {_LOWEST + 24}"
    octave = patch.object("r $0-octave") >> "* 12" >> f"+ {_LOWEST}" >> "t f f"
    octave >> note[1]
    made = note >> "makenote 0.8 1000"
    patch.object("loadbang") >> "msg set 0.8" >> "s $0-show-velocity"
    patch.object("r $0-velocity") >> made[1]
    hold = patch.object("r $0-hold") >> "t b f f"
    released = hold[2] >> "sel 0" >> "msg stop"
    patch.object("r $0-silence") >> released
    released >> made
    length = patch.object("r $0-length") >> "expr if($f2 > 0, 100000000, 1000 * $f1)"
    hold[1] >> length[1]
    hold >> length
    length >> made[2]
    pair = made >> "pack f f"
    made[1] >> pair[1]
    pair >> "s $0-play"

    played = patch.object("r $0-play") >> "t a a"
    free = played >> "spigot 1"
    own = played[1] >> "spigot"
    voice = patch.object("r $0-voice-chosen") >> "t f f"
    voice >> "== 0" >> free[1]
    voice[1] >> "> 0" >> own[1]
    free >> "list prepend /note" >> "list trim" >> "s $0-osc"
    own >> "list prepend note" >> "list trim" >> "s $0-to-voice"

    midi = patch.object("notein")
    bend = patch.object("bendin")
    gates = patch.object("r $0-midi")
    share = midi[1] >> "/ 127"
    notes = midi >> "pack f f"
    share >> notes[1]
    gate = notes >> "spigot 1"
    gates >> gate[1]
    gate >> "s $0-play"
    wheel = bend >> "- 8192" >> "/ 4096" >> "spigot 1"
    gates >> wheel[1]
    wheel >> "s $0-set-bend"

    shown = patch.object("r $0-play") >> "unpack f f"
    number = shown >> f"- {_LOWEST + 24}"
    octave[1] >> number[1]
    inside = number >> "moses 0"
    place = inside[1] >> f"moses {semitones + 1}" >> "t f f"
    black = " || ".join(f"$f1 % 12 == {step}" for step in BLACKS)
    look = place >> f"expr if($f2 > 0, 2, {black})"
    shown[1] >> look[1]
    where = place[1] >> "list prepend $0"
    colour = look >> "sel 0 1 2"
    for outlet, ink in enumerate((ROW, INK, ACCENT)):
        one = colour[outlet] >> "list append"
        where >> one[1]
        one >> f"msg ; $1-key-$2 color {ink} {INK} {INK}"
    return patch
