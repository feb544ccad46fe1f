"""What is inside the controller: the logic behind its widgets, which are reached by name."""

from patches.make_pd.patch import Node, Patch, arranged, word
from patches.make_pd.widgets import ACCENT, INK, ROW

HINT = "No light? Start the server: rt-timbre serve"
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
LETTERS = "awsedftgyhujkolp"  # of the computer's keys, from C
BLACKS = (1, 3, 6, 8, 10)
LOWEST = 36  # MIDI note of the first C of the first octave that can be chosen


def connection() -> Patch:
    """Make what sends and hears, by one socket, so that the server never tells this patch what it did itself."""
    patch = Patch()
    server = patch.object("r $0-osc") >> "timbre.osc"
    subscribe = patch.object("loadbang") >> "t b b"
    subscribe[1] >> "metro 5000" >> "msg /notify 1 0 15" >> server
    subscribe >> "delay 200" >> "s $0-ask"
    up = patch.object("r timbre.up") >> "sel 1 0"
    there = up >> "t b b b"
    there[2] >> "msg label empty" >> "s $0-refusal"
    there[1] >> "msg /notify 1 0 15" >> server
    there >> "delay 50" >> "s $0-ask"
    up[1] >> f"msg label {word(HINT)}" >> "s $0-refusal"
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
    return arranged(patch, "One socket for all, so that the server never tells this patch what it did itself.")


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


def points() -> Patch:
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
    return arranged(patch, "Anchors and presets, by name, in three menus.")


def journeys() -> Patch:
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
    return arranged(patch, "Journeys between two points.")


def presets() -> Patch:
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
    return arranged(patch, "What is stored, recalled and deleted.")


def spaces() -> Patch:
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
    return arranged(patch, "The spaces at hand. When another one plays, all is asked for anew.")


def axes() -> Patch:
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
    return arranged(patch, "The principal axes, with what they change as their names.")


def voice() -> Patch:
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
    patch.object("r $0-state") >> "route xy" >> "msg show $1 $2" >> "s $0-plane-in"
    ask >> "msg xy" >> "s $0-question"
    patch.object("r $0-answer") >> "route plane" >> "msg ask" >> "s $0-plane-in"
    return arranged(patch, "The sliders of a voice show what it is set to, whoever has set it.")


def master() -> Patch:
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
    return arranged(patch, "Level, limiter, meters, mute, freeze and panic.")


def notes() -> Patch:
    """Make notes of clicked keys and of MIDI: on a free voice, or on the one that is chosen."""
    patch = Patch()
    semitones = 12 * (WHITES // 7)
    upper = patch.object("r $0-upper") >> f"expr min({semitones}, int($f1 * 12 / {7 * WHITE}))"
    lower = patch.object("r $0-lower") >> f"div {WHITE}" >> "* 12" >> "+ 5" >> "div 7"
    key = upper >> "t f b"
    lower >> key
    once = key >> "change -1"
    key[1] >> "delay 150" >> "msg set -1" >> once
    note = once >> f"+ {LOWEST + 24}"
    octave = patch.object("r $0-octave") >> "* 12" >> f"+ {LOWEST}" >> "t f f"
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
    number = shown >> f"- {LOWEST + 24}"
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
    return arranged(patch, "Clicked keys and MIDI play a free voice, or the one that is chosen.")


def typing() -> Patch:
    """Make notes of the computer's keys, which repeat while they are held: a release counts if no press follows."""
    patch = Patch()
    codes = " ".join(str(ord(letter)) for letter in LETTERS)
    gate = patch.object("key") >> "spigot"
    patch.object("r $0-typing") >> gate[1]
    pressed = gate >> f"sel {codes}"
    released = patch.object("keyup") >> f"sel {codes}"
    for step in range(len(LETTERS)):
        press = pressed[step] >> "t b b"
        wait = press[1] >> "msg stop" >> "delay 40"
        released[step] >> wait
        change = press >> "msg 1" >> "change"
        wait >> "msg 0" >> change
        change >> f"msg {step} $1" >> "s $0-typed"
    typed = patch.object("r $0-typed") >> "unpack f f"
    note = typed >> f"+ {LOWEST + 24}"
    patch.object("r $0-octave") >> "* 12" >> f"+ {LOWEST}" >> note[1]
    velocity = typed[1] >> "* 0.8"
    patch.object("r $0-velocity") >> velocity[1]
    pair = note >> "pack f f"
    velocity >> pair[1]
    pair >> "s $0-play"
    return arranged(patch, "The computer's keys play as the rows of a piano: A is C, W is C sharp.")


PARTS = (connection, points, journeys, presets, spaces, axes, voice, master, notes, typing)
