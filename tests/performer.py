"""Which rows of the table a performer reaches from the patches of Pure Data and of Max, and why not the others."""

from rt_timbre.addresses import ROWS

# Each with its reason.
LEFT_OUT = {
    "voice/latent": "coordinates without a meaning of their own: axes, descriptors, plane, points are played",
    "voice/z": "the same, one by one",
    "wek/outputs": "Wekinator's own",
    "midi/learn": "for the keyboard of the server: a patch hears MIDI itself",
    "audio/device": "chosen before the concert, by rt-timbre serve",
    "answers": "for programs that cannot hear where they send from, before anything is played",
    "sync": "for programs that wait",
    "dump": "for those who look for a fault",
}
PERFORMED = frozenset(row.name for row in ROWS if row.kind in ("control", "action")) - LEFT_OUT.keys()

assert LEFT_OUT.keys() < {row.name for row in ROWS}
