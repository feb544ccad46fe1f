"""Run as a script with a folder: children store two presets by turns and are killed; says what was found after."""

import itertools
import os
import random
import signal
import sys
import time
from pathlib import Path

from rt_timbre.presets.preset import format_preset
from rt_timbre.presets.store import PresetStore
from tests.test_presets import make_preset

KILLS = 60
PRESETS = [make_preset(latents=[[share] * 64] * 64) for share in (0.1, 1.0 / 3.0)]


def store_forever(store):
    for preset in itertools.cycle(PRESETS):
        store.store(preset)


def main(folder):
    store = PresetStore(folder)
    whole = {format_preset(preset) for preset in PRESETS}
    path = store.store(PRESETS[0])
    generator = random.Random(0)
    for _ in range(KILLS):
        child = os.fork()
        if child == 0:
            store_forever(store)
        time.sleep(generator.uniform(0.0, 0.04))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert path.read_text() in whole
    left = sum(other.name != path.name for other in path.parent.iterdir())
    presets, complaints = store.load_all()
    assert format_preset(presets[0]) in whole
    swept = sum(other.name != path.name for other in path.parent.iterdir())
    said = f"{KILLS} kills, {len(presets)} preset, {len(complaints)} complaints, {left > 0} litter, {swept} left"
    sys.stdout.write(f"{said}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
