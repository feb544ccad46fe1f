"""Notes, of clicked keys and of MIDI, in the controller."""

from patches.make_max.layout import arranged
from patches.make_max.patch import Patch

_BENDS = 32  # steps of the wheel for a semitone
_FOR_EVER = 100_000_000  # ms


def notes() -> Patch:
    """Make notes of clicked keys and of MIDI: on a free voice, or on the one that is chosen."""
    patch = Patch()
    made = patch.object("makenote 100 1000")
    patch.object("r #0-notes") >> made
    patch.object("r #0-key") >> made
    patch.object("r #0-velocity") >> made[1]
    held = patch.object("r #0-hold") >> "t b i i"
    held[2] >> "sel 0" >> "msg stop" >> made
    length = patch.object("r #0-length") >> f"expr ($i2 != 0) * {_FOR_EVER} + ($i2 == 0) * 1000. * $f1"
    held[1] >> length[1]
    held[0] >> length
    patch.object("loadmess 1.") >> length
    length >> "i" >> made[2]
    pair = made[0] >> "pack 0. 0."
    made[1] >> "/ 127." >> pair[1]

    midi = patch.object("notein")
    heard = midi[0] >> "pack 0 0"
    midi[1] >> heard[1]
    gate = patch.object("gate 1 1")
    patch.object("r #0-midi") >> gate
    heard >> gate[1]
    played = gate >> "t l l"
    played[1] >> "prepend set" >> "s #0-keys"
    values = played[0] >> "unpack i i"
    second = values[0] >> "pack 0. 0."
    values[1] >> "/ 127." >> second[1]
    wheel = patch.object("gate 1 1")
    patch.object("r #0-midi") >> wheel
    patch.object("bendin") >> "- 64" >> f"/ {_BENDS}." >> wheel[1]
    wheel >> "s #0-wheel"

    own = patch.object("gate 2 1")
    patch.object("r #0-voice-chosen") >> "> 0" >> "+ 1" >> own
    pair >> own[1]
    second >> own[1]
    own[0] >> "prepend /note" >> "s #0-osc"
    own[1] >> "prepend note" >> "s #0-to-voice"
    return arranged(patch, "Clicked keys and MIDI play a free voice, or the one that is chosen.")
