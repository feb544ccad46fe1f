"""A control file that shows what a space can do, and its sound."""

import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

from rt_timbre.controlfile import format_event
from rt_timbre.osc import Argument, Message
from rt_timbre.space import Space

_RATE, _VOICES = 44100, 8
_MOST_HELD, _MOST_MORPHED = 8, 4  # anchors
_HELD, _PAUSE, _MORPH, _CHORD = 1.0, 0.3, 2.5, 3.0  # seconds
_INTERVALS = (0, 4, 7, 12)  # semitones above the root of the chord
_VELOCITY, _IN_CHORD = 0.8, 0.4  # of one note, and of each of several: below the limiter

_Timed = tuple[float, str, tuple[Argument, ...]]


def demo_score(space: Space, sha256: str) -> str:
    """Write a control file for a space: its anchors one by one, morphs between them, a chord.

    Everything stays in the range of the space's notes. A space of one anchor has no morphs; there its first axis is
    played from end to end instead.

    Parameters
    ----------
    space : Space
        The space.
    sha256 : str
        Of its file.

    Returns
    -------
    str
        The control file.
    """
    lines = [f"# rt-timbre control 1 rate={_RATE} voices={_VOICES} space={sha256} seed=1"]
    lines += [
        format_event(Decimal(f"{seconds:.3f}"), Message(address=address, arguments=arguments))
        for seconds, address, arguments in _events(space)
    ]
    return "\n".join(lines) + "\n"


def play(score: Path, space: Path) -> str:
    """Play a control file through the sound device, by the runtime in a process of its own.

    Parameters
    ----------
    score : Path
        The control file.
    space : Path
        The space's file.

    Returns
    -------
    str
        Why it was not played, in one line; empty if it was.
    """
    command = [sys.executable, "-m", "rt_timbre", "play", str(score), "--space", str(space)]
    result = subprocess.run(command, capture_output=True, text=True, errors="replace")
    if result.returncode == 0:
        return ""
    lines = result.stderr.strip().splitlines() or [f"rt-timbre play ended with status {result.returncode}"]
    return lines[-1]


def _events(space: Space) -> Iterator[_Timed]:
    now = 0.2
    yield 0.0, "/voice/*/attack", (0.05,)
    yield 0.0, "/voice/*/release", (0.3,)
    for anchor in space.anchors[:_MOST_HELD]:
        yield now, "/voice/1/at", (anchor.name,)
        yield now, "/voice/1/note", (anchor.pitch, _VELOCITY)
        yield now + _HELD, "/voice/1/note", (anchor.pitch, 0.0)
        now += _HELD + _PAUSE
    now += _PAUSE
    middle = _middle(space)
    morphed = [anchor.name for anchor in space.anchors[:_MOST_MORPHED]]
    yield now, "/voice/2/at", (morphed[0],)
    yield now, "/voice/2/note", (middle, _VELOCITY)
    if len(morphed) > 1:
        for first, second in pairwise(morphed):
            yield now, "/voice/2/morph", (first, second, _MORPH, "linear")
            now += _MORPH
    else:
        yield now, "/voice/2/macro/1", (-1.0,)
        yield now + _PAUSE, "/voice/2/glide", (_MORPH,)
        yield now + _PAUSE, "/voice/2/macro/1", (1.0,)
        now += _PAUSE + _MORPH
    yield now + _PAUSE, "/voice/2/note", (middle, 0.0)
    now += 3 * _PAUSE
    root = max(space.pitch_low, min(middle, space.pitch_high - _INTERVALS[-1]))
    chord = [root + interval for interval in _INTERVALS if root + interval <= space.pitch_high]
    for i, pitch in enumerate(chord):
        voice = f"/voice/{i + 3}"
        yield now, f"{voice}/at", (space.anchors[i % len(space.anchors)].name,)
        yield now, f"{voice}/attack", (0.3,)
        yield now, f"{voice}/note", (pitch, _IN_CHORD)
        yield now + _CHORD, f"{voice}/note", (pitch, 0.0)


def _middle(space: Space) -> float:
    """Return the mean of the anchors' pitches, as a semitone."""
    return float(round(sum(anchor.pitch for anchor in space.anchors) / len(space.anchors)))
