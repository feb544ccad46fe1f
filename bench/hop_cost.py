"""Cost of one hop for 1, 4, 16 and 64 voices, split into decode, phase stage and the rest.

python bench/hop_cost.py [--space orchestra] [--rate 44100]
"""

import argparse
import time

import numpy as np

from rt_timbre.engine import Engine
from rt_timbre.osc import Message
from rt_timbre.space_store import open_space
from rt_timbre.table import Table

HOPS = 2000


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--space", default="orchestra")
    parser.add_argument("--rate", type=int, default=44100)
    options = parser.parse_args()
    space = open_space(options.space).space
    print(f"{space.name}, {options.rate} Hz, hop 128 = {128e6 / options.rate:.0f} µs; medians over {HOPS} hops, µs")
    print("voices  decode   phase    rest   whole    p99  load")
    for voices in (1, 4, 16, 64):
        engine = Engine(space, rate=options.rate, voices=voices)
        engine.warm()
        table = Table(engine.limits)
        names = [anchor.name for anchor in space.anchors]
        pitches = np.linspace(space.pitch_low + 12, space.pitch_high - 12, voices)
        for voice in range(voices):
            name = names[voice % len(names)]
            for address, arguments in (("at", (name,)), ("note", (float(pitches[voice]), 0.5))):
                message = Message(address=f"/voice/{voice + 1}/{address}", arguments=arguments)
                engine.apply(table.commands(message)[0])
        spent = {"decode": 0.0, "phase": 0.0}

        def timed(name, function, spent=spent):  # bound here: the loop makes new ones
            def wrapper(*given):
                start = time.perf_counter()
                function(*given)
                spent[name] = time.perf_counter() - start

            return wrapper

        engine._decoder.run = timed("decode", engine._decoder.run)
        engine.phase.process = timed("phase", engine.phase.process)
        out = np.zeros((128, 2), np.float32)
        rows = []
        for hop in range(HOPS + 200):
            start = time.perf_counter()
            engine.process(out)
            whole = time.perf_counter() - start
            if hop >= 200:
                rows.append((spent["decode"], spent["phase"], whole - spent["decode"] - spent["phase"], whole))
        figures = np.array(rows) * 1e6
        decode, phase, rest, whole = np.median(figures, axis=0)
        high = np.percentile(figures[:, 3], 99)
        load = whole * options.rate / 128e6
        print(f"{voices:6d} {decode:7.0f} {phase:7.0f} {rest:7.0f} {whole:7.0f} {high:6.0f}  {load:.0%}")


if __name__ == "__main__":
    main()
