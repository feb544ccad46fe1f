"""Compiles what a space needs, in a process of its own: the compiler holds the interpreter for seconds.

Run as ``python -m rt_timbre.warm FILE RATE VOICES HOP``. What it compiles is found on disk by the next process that
needs it, the server; so that what is in the loop's way there is short.
"""

import os
import sys
from pathlib import Path

from rt_timbre.errors import TimbreError
from rt_timbre.phase.methods import names_for
from rt_timbre.phase.switch import PhaseStage
from rt_timbre.realtime import die_with_parent
from rt_timbre.space_store import open_space

_LESS_URGENT = 10


def main(path: Path, rate: int, voices: int, hop: int) -> None:
    """Compile all phase methods for a space's frames."""
    die_with_parent()
    os.nice(_LESS_URGENT)
    try:
        transform = open_space(path).space.transform
        PhaseStage(transform, rate=rate, voices=voices, hop=hop, seed=0).prepare(names_for(transform))
    except TimbreError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:5]))
