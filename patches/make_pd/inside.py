"""What is inside the controller: its socket, and the sliders that show what the server is set to."""

from patches.make_pd.patch import Node, Patch, arranged, word
from patches.make_pd.widgets import cut
from rt_timbre.descriptors.calibration import NAMES as DESCRIPTORS
from rt_timbre.phase import NAMES as METHODS

HINT = "No light? Start the server: rt-timbre serve"
AXES = 8
LABEL, REFUSAL, TAKE = 164, 818, 120  # pixels: of an axis's label, of what is refused, of a recording's name
VOICES = 8  # that are chosen by a click, besides all; the others by their number
# Sliders of a voice: name, least and greatest value, where it stands, whether its scale is logarithmic.
ENVELOPE = (
    ("attack", 0.001, 10.0, 0.01, True),
    ("decay", 0.001, 10.0, 0.1, True),
    ("sustain", 0.0, 1.0, 1.0, False),
    ("release", 0.001, 10.0, 0.2, True),
)
LEVELS = (
    ("gain", -60.0, 6.0, 0.0, False),
    ("pan", -1.0, 1.0, 0.0, False),
    ("bend", -2.0, 2.0, 0.0, False),
    ("pitch", 36.0, 96.0, 60.0, False),  # until the space tells its own range
)


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
    said = cut(reason, REFUSAL) >> "msg label $1"
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


def voices() -> Patch:
    """Make the choice of a voice."""
    patch = Patch()
    for source in ("cell", "number"):
        patch.object(f"r $0-voice-{source}") >> "s $0-voice-chosen"
    chosen = patch.object("r $0-voice-chosen") >> "t f f"
    chosen >> "msg set $1" >> "s $0-show-voice-number"
    chosen[1] >> f"min {VOICES + 1}" >> "msg set $1" >> "s $0-show-voice-cell"
    info = patch.object("r $0-answer") >> "route space" >> "route info" >> "unpack s f f f f"
    info[2] >> "msg range 0 $1" >> "s $0-show-voice-number"
    ends = info[3] >> "pack f f"
    info[4] >> ends[1]
    told = ends >> "t b a"
    told[1] >> "msg range $1 $2, set $1" >> "s $0-show-pitch"
    told >> "s $0-ask-voice"
    return arranged(patch, "A voice is chosen by a click, or by its number. The space tells how many there are.")


def asking() -> Patch:
    """Make the questions about what moves along with something else: soon, while it goes on, and when it has ended."""
    patch = Patch()
    everything = patch.object("r $0-moved") >> "t b b"
    for source in ("plane-out", "play", "ask-voice", "ask"):
        patch.object(f"r $0-{source}") >> everything
    for number, name in enumerate(("macro", "descriptor")):
        moved = patch.object(f"r $0-moved-{name}") >> "t b b"
        everything[number] >> moved
        gate = moved >> "spigot 1"
        passed = gate >> "t b b"
        passed[1] >> "msg 0" >> gate[1]
        later = passed >> "delay 100" >> "t b b"
        later[1] >> "msg 1" >> gate[1]
        question = later >> f"msg {name}/*"
        moved[1] >> "delay 250" >> question
        question >> "s $0-question"
    return arranged(
        patch, "Axes and descriptors move along with all else: they are asked for while it moves, and at its end."
    )


def axes() -> Patch:
    """Make the sliders of the principal axes, with what they change as their labels."""
    patch = Patch()
    for axis in range(1, AXES + 1):
        moved = patch.object(f"r $0-set-macro-{axis}") >> "t f f"
        moved[1] >> f"msg macro/{axis} $1" >> "s $0-to-voice"
        moved >> "s $0-moved-descriptor"
    patch.object("r $0-ask") >> "msg /macro/list" >> "s $0-osc"
    patch.object("r $0-state") >> "route macro" >> "list prepend $0" >> "msg ; $1-show-macro-$2 set $3"
    labels = patch.object("r $0-answer") >> "route macro" >> "t a b"
    names = labels >> "unpack s s s s s s s s"
    clear = labels[1] >> "msg label empty"
    for axis in range(1, AXES + 1):
        show = cut(names[axis - 1], LABEL) >> "msg label $1" >> f"s $0-show-macro-{axis}"
        clear >> show
    return arranged(patch, "The principal axes, with what they change as their names.")


def descriptors() -> Patch:
    """Make the targets of the descriptors: the slider is what is asked for, the number what was reached."""
    patch = Patch()
    for name in DESCRIPTORS:
        moved = patch.object(f"r $0-set-{name}") >> "t f f f"
        moved[2] >> f"msg descriptor/{name} $1" >> "s $0-to-voice"
        moved[1] >> "msg set $1" >> f"s $0-show-{name}"
        moved >> "s $0-moved-macro"
    told = patch.object("r $0-state") >> "route descriptor" >> "list prepend $0" >> "t a a"
    told[1] >> "msg ; $1-reached-$2 set $3"
    # An answer to a target says how far it was missed, too: the slider stays where it was put.
    answered = told >> "list split 4"
    answered[2] >> "msg ; $1-show-$2 set $3"
    patch.object("r $0-ask") >> "msg /descriptor/list" >> "s $0-osc"
    ranges = patch.object("r $0-answer") >> "route descriptor" >> "t b a"
    each = ranges[1] >> "list split 3"
    each[1] >> each
    # Pd 0.56 does not move a slider that is set to what it was set to, though its ends are others now.
    each >> "list prepend $0" >> "msg ; $1-show-$2 range $3 $4 ; $1-show-$2 set $3"
    ranges >> "s $0-moved-descriptor"
    return arranged(
        patch, "Descriptors over the range that the space has. The slider asks, the number is what was reached."
    )


def voice() -> Patch:
    """Make the sliders of a voice, which show what it is set to."""
    patch = Patch()
    numbered = [row[0] for row in ENVELOPE + LEVELS]
    names = [*numbered, "glide", "drift", "legato"]
    state = patch.object("r $0-state") >> f"route {' '.join(names)}"
    for number, name in enumerate(names):
        moved = patch.object(f"r $0-set-{name}") >> "t f f"
        moved[1] >> f"msg {name} $1" >> "s $0-to-voice"
        show = moved >> "msg set $1"
        state[number] >> show
        show >> f"s $0-show-{name}"
        if name in numbered:
            show >> f"s $0-number-{name}"
    patch.object("r $0-set-pitch") >> "s $0-moved-descriptor"
    ask = patch.object("r $0-ask") >> "t b"
    patch.object("r $0-ask-voice") >> ask
    ask >> f"msg {', '.join(names)}, xy" >> "s $0-question"
    patch.object("r $0-target") >> "s $0-plane-in"
    patch.object("r $0-state") >> "route xy" >> "msg show $1 $2" >> "s $0-plane-in"
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
        moved[1] >> f"msg /master/{name} $1" >> "s $0-osc"
        show = moved >> "msg set $1"
        parts[number] >> show
        show >> f"s $0-show-master-{name}"
        show >> f"s $0-number-master-{name}"
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


def phase() -> Patch:
    """Make the choice of how frames become sound."""
    patch = Patch()
    cells = " ".join(map(str, range(len(METHODS))))
    chosen = patch.object("r $0-set-phase") >> "t b f"
    name = chosen[1] >> f"sel {cells}"
    for number, method in enumerate(METHODS):
        name[number] >> f"msg /phase {method}" >> "s $0-osc"
    # Soon it is asked, as it may have been refused.
    ask = chosen >> "delay 200" >> "msg /phase"
    patch.object("r $0-ask") >> ask
    ask >> "s $0-osc"
    told = patch.object("r $0-answer") >> "route phase" >> "list trim" >> f"route {' '.join(METHODS)}"
    for number in range(len(METHODS)):
        told[number] >> f"msg set {number}" >> "s $0-show-phase"
    return arranged(patch, "How frames become sound.")


def recording() -> Patch:
    """Make what records what is heard."""
    patch = Patch()
    switched = patch.object("r $0-set-record") >> "t b f"
    on = switched[1] >> "sel 1 0"
    name = on >> "symbol"
    patch.object("r $0-record-name") >> "t s" >> name[1]
    name >> "msg /record 1 $1" >> "s $0-osc"
    on[1] >> "msg /record 0" >> "s $0-osc"
    # Soon it is asked, as it may have been refused.
    soon = switched >> "delay 300"
    patch.object("r $0-answer") >> "route fail" >> "route /record" >> "t b" >> soon
    ask = soon >> "msg /record"
    patch.object("r $0-ask") >> ask
    ask >> "s $0-osc"
    answer = patch.object("r $0-answer") >> "route record done space"
    state = answer >> "unpack f s"
    told = state >> "t f f"
    told[1] >> "msg set $1" >> "s $0-show-record"
    name = told >> "sel 1" >> "symbol"
    state[1] >> name[1]
    cut(name, TAKE, 10) >> "msg label to\\ $1" >> "s $0-record-text"
    done = answer[1] >> "route /record" >> "list split 4"
    cut(done[2] >> "unpack s", TAKE, 10) >> "msg label to\\ $1" >> "s $0-record-text"
    ended = done >> "unpack s f f f"
    seconds = ended[2] >> "/ 48000"
    rate = answer[2] >> "route info" >> "unpack s f f f f f"
    rate[5] >> "max 1" >> seconds[1]
    length = cut(ended, TAKE, 10) >> "pack s f"
    seconds >> length[1]
    length >> "msg label $1:\\ $2\\ s" >> "s $0-record-text"
    return arranged(patch, "What is heard goes into a file, whose name is told.")


PARTS = (connection, voices, asking, axes, descriptors, voice, master, phase, recording)
