"""Cost of one hop for 1, 4, 16 and 64 voices, split into decode, phase stage and the rest.

python bench/hop_cost.py [--space orchestra] [--rate 44100]

Once while every voice morphs; once while every voice plays a path of a point a hop, with pitches and levels, and
drifts, which is the most that there is to do; once while every voice has a vibrato alone; and once while a chord is
held.
"""

import argparse
import time

import numpy as np

from rt_timbre.engine import Engine
from rt_timbre.osc import Message
from rt_timbre.paths.latent_path import LatentPath, StoredPath
from rt_timbre.space_store import open_space
from rt_timbre.table import Table

HOPS = 2000
KINDS = {
    "morphs": "every voice morphs",
    "paths": "every voice plays a path and drifts",
    "glides": "every voice stays at a point, with vibrato",
    "held": "a chord is held",
}


class Timed:
    """A function that is timed."""

    def __init__(self, function):
        self.function = function
        self.seconds = 0.0

    def __call__(self, *arguments):
        """Call it, and add the time it took."""
        start = time.perf_counter()
        self.function(*arguments)
        self.seconds += time.perf_counter() - start


def play(space, rate, voices, kind):
    """Return the seconds of decode, phase stage and whole of each hop [HOPS, 3]."""
    engine = Engine(space, rate=rate, voices=voices)
    engine.warm()
    table = Table(engine.limits)
    names = [anchor.name for anchor in space.anchors]
    pitches = np.linspace(space.pitch_low + 12, space.pitch_high - 12, voices)
    for voice in range(voices):
        start, end = names[voice % len(names)], names[(voice + 1) % len(names)]
        sent = [("note", (float(pitches[voice]), 0.5))]
        if kind == "morphs":
            sent.append(("morph", (start, end, 60.0, "spherical")))
        else:
            sent.append(("at", (start,)))
        if kind in ("paths", "glides"):
            path = way(space, start, end if kind == "paths" else start, float(pitches[voice]), 128 / rate)
            engine.load_path(voice, StoredPath(name="way", path=path, sha256=""))
            sent += [("path/play", (1,)), ("drift", (0.5 if kind == "paths" else 0.0,))]
        for address, arguments in sent:
            message = Message(address=f"/voice/{voice + 1}/{address}", arguments=arguments)
            engine.apply(table.commands(message)[0])
    decode = engine._timbre.frames._decoder.run = Timed(engine._timbre.frames._decoder.run)
    phase = engine.phase.process = Timed(engine.phase.process)
    whole = Timed(engine.process)
    out = np.zeros((128, 2), np.float32)
    rows = []
    for _ in range(HOPS + 200):
        before = decode.seconds, phase.seconds, whole.seconds
        whole(out)
        rows.append((decode.seconds - before[0], phase.seconds - before[1], whole.seconds - before[2]))
    return np.array(rows[200:])


def way(space, start, end, pitch, step):
    """Return a path from an anchor to another, with a vibrato and a tremolo."""
    share = np.linspace(0.0, 1.0, HOPS + 400)
    latents = (1.0 - share)[:, None] * space.anchor(start).latent + share[:, None] * space.anchor(end).latent
    wave = np.sin(2.0 * np.pi * 5.0 * step * np.arange(len(share)))
    return LatentPath(
        times=step * np.arange(len(share)), latents=latents, pitches=pitch + 0.3 * wave, gains=0.8 + 0.2 * wave
    )


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--space", default="orchestra")
    parser.add_argument("--rate", type=int, default=44100)
    options = parser.parse_args()
    space = open_space(options.space).space
    print(f"{space.name}, {options.rate} Hz, hop 128 = {128e6 / options.rate:.0f} µs; medians over {HOPS} hops, µs")
    for kind, described in KINDS.items():
        print(described)
        print("voices  decode   phase    rest   whole    p99  load")
        for voices in (1, 4, 16, 64):
            figures = play(space, options.rate, voices, kind) * 1e6
            decode, phase, whole = np.median(figures, axis=0)
            rest = np.median(figures[:, 2] - figures[:, 0] - figures[:, 1])
            high = np.percentile(figures[:, 2], 99)
            load = whole * options.rate / 128e6
            print(f"{voices:6d} {decode:7.0f} {phase:7.0f} {rest:7.0f} {whole:7.0f} {high:6.0f}  {load:.0%}")


if __name__ == "__main__":
    main()
