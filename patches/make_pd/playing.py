"""What is inside the controller: notes from its keyboard, from MIDI and from the computer's keys."""

from patches.make_pd.patch import Patch, arranged
from patches.make_pd.widgets import ACCENT, INK, ROW

WHITES, WHITE, KEYS_HIGH, BLACK_HIGH = 15, 24, 120, 74  # keys from C to C, pixels
LETTERS = "awsedftgyhujkolp"  # of the computer's keys, from C
BLACKS = (1, 3, 6, 8, 10)
LOWEST = 36  # MIDI note of the first C of the first octave that can be chosen


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
    return arranged(patch, "Clicked keys, MIDI and the computer's keys play a free voice, or the one that is chosen.")


def midi() -> Patch:
    """Make notes of MIDI, with bend wheel and sustain pedal."""
    patch = Patch()
    gates = patch.object("r $0-midi")
    note = patch.object("notein")
    share = note[1] >> "/ 127"
    pair = note >> "pack f f"
    share >> pair[1]
    gate = pair >> "spigot 1"
    gates >> gate[1]
    wheel = patch.object("bendin") >> "- 8192" >> "/ 4096" >> "spigot 1"
    gates >> wheel[1]
    wheel >> "s $0-set-bend"
    # The end of a note is kept back while the pedal is down; the table knows of which notes.
    patch.object("table $0-kept 128")
    pedal = patch.object("ctlin 64") >> ">= 64" >> "change" >> "t f f"
    parts = gate >> "unpack f f"
    velocity = parts[1] >> "t f f"
    keep = velocity[1] >> "== 0" >> "* 0"
    pedal[1] >> keep[1]
    kept = keep >> "t f f"
    number = parts >> "t f b f"
    mark = number[1] >> "f"
    kept[1] >> mark[1]
    table = mark >> "tabwrite $0-kept"
    number[2] >> table[1]
    whole = number >> "pack f f"
    velocity >> whole[1]
    passed = whole >> "spigot 1"
    kept >> "== 0" >> passed[1]
    passed >> "s $0-play"
    # When it comes up, they end.
    released = pedal >> "sel 0" >> "t b b"
    counter = released >> "msg 128" >> "until" >> "f 0"
    released[1] >> "msg 0" >> counter[1]
    each = counter >> "t f f f"
    each[2] >> "+ 1" >> counter[1]
    held = each >> "spigot"
    each[1] >> "tabread $0-kept" >> held[1]
    ended = held >> "t f b f"
    clear = ended[1] >> "msg 0" >> "tabwrite $0-kept"
    ended[2] >> clear[1]
    ended >> "list append 0" >> "s $0-play"
    return arranged(patch, "Notes of MIDI, with the bend wheel and the sustain pedal.")


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


PARTS = (notes, midi, typing)
