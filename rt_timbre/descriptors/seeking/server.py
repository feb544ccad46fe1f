"""The process that seeks descriptors' targets, beside the loop: ``python -m rt_timbre.descriptors.seeking.server``.

It reads lines of JSON on its standard input: ``{"space": {"paths": ["…"], "sha256": "…"}}``, first of all and whenever
another space plays, and ``{"seek": {"id": N, "latent": […], "pitch": f, "targets": {…}}}``. It says ``{"open": "…"}``
with the checksum when it has a space, ``{"refused": "…"}`` if it cannot have it, and to each that was to be sought
``{"id": N, "latent": […], "reached": {…}}``, or ``{"id": N, "error": "…"}``. It ends with its input.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

import numpy as np

from rt_timbre.descriptors.seeking.seeker import Seeker
from rt_timbre.errors import SpaceError, TimbreError
from rt_timbre.space_store import open_space

_LESS_URGENT = 5  # than what makes the sound


def _open(paths: list[str], sha256: str) -> Seeker:
    for path in paths:
        try:
            loaded = open_space(Path(path))
        except SpaceError:
            continue
        if loaded.sha256 == sha256:
            seeker = Seeker(loaded.space)
            seeker.warm()
            return seeker
    raise SpaceError(f"{paths[-1]} is no longer the space that plays; load it again")


def _seek(seeker: Seeker, id: int, latent: list[float], pitch: float, targets: dict[str, float]) -> dict[str, Any]:
    try:
        found = seeker.seek(np.array(latent, np.float32), pitch, targets)
    except TimbreError as error:
        return {"id": id, "error": str(error)}
    return {"id": id, "latent": found.latent.tolist(), "reached": found.reached}


def _say(message: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Seek until the standard input ends."""
    os.nice(_LESS_URGENT)
    seeker: Seeker | None = None
    for line in sys.stdin:
        message = json.loads(line)
        if "space" in message:
            try:
                seeker = _open(**message["space"])
                _say({"open": message["space"]["sha256"]})
            except TimbreError as error:
                seeker = None
                _say({"refused": str(error)})
        if "seek" in message and seeker is not None:
            _say(_seek(seeker, **message["seek"]))


if __name__ == "__main__":
    main()
