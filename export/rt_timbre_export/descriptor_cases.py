"""What descriptors are asked to follow: origins, descriptors, and shapes of curves, drawn by chance."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import PchipInterpolator

from rt_timbre.paths.descriptor_of import DescriptorOf
from rt_timbre.space import Space
from rt_timbre_export.errors import EvaluationError

DESCRIPTORS = ("centroid", "bandwidth", "flatness", "rolloff")
"""Those that change in a space whose frames have all the same loudness."""

POINTS = 100
"""Points of a curve."""

SECONDS = 5.0
"""How long it lasts."""

SEMITONES = 6.0
"""Notes of an instrument no farther from the origin's pitch say between what values curves lie."""

PERCENTILES = (10.0, 90.0)
"""Of these notes' values: the lowest and the highest of a curve, or the origin's if it lies outside."""

LEAST_RANGE = 0.05
"""Of the highest value; where there is less between them, there is nothing to follow, and another case is drawn."""

ORIGIN = ("Clarinet", 68.0)
"""Instrument and MIDI note from which the paper's figure sets out: a Clarinet's G#4, fortissimo."""

_MOST_MISSED = 200  # notes drawn in turn around which a descriptor does not change
_LEVELS = 5  # of steps
_BEND = 9.0  # of a logarithmic rise: it is ten times as steep at its beginning as at its end
_KNOTS = 7  # of a random curve

Doubles = NDArray[np.float64]
Shape = Callable[[float, Doubles, np.random.Generator], Doubles]


def _steps(start: float, x: Doubles, generator: np.random.Generator) -> Doubles:
    levels = np.concatenate([[start], generator.random(_LEVELS - 1)])
    return levels[np.minimum((_LEVELS * x).astype(np.int64), _LEVELS - 1)]


def _random(start: float, x: Doubles, generator: np.random.Generator) -> Doubles:
    knots = np.concatenate([[start], generator.random(_KNOTS - 1)])
    return np.asarray(PchipInterpolator(np.linspace(0.0, 1.0, _KNOTS), knots)(x))


SHAPES: dict[str, Shape] = {
    "ramp up": lambda start, x, generator: start + (1.0 - start) * x,
    "ramp down": lambda start, x, generator: start * (1.0 - x),
    "sine": lambda start, x, generator: 0.5 + 0.5 * np.sin(np.arcsin(2.0 * start - 1.0) + 4.0 * np.pi * x),
    "steps": _steps,
    "random": _random,
}
"""Curves of 0 to 1 over 0 to 1 that begin at a value: a ramp to either end, two periods, five levels, seven knots."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Case:
    """A curve to follow.

    Attributes
    ----------
    instrument : str
        Name of the anchor whose note the origin is.
    origin : ndarray of float64 [D]
        The note.
    pitch : float
        Its own, MIDI.
    descriptor : str
        One of `DESCRIPTORS`.
    shape : str
        One of `SHAPES`, or what it is in words.
    low, high : float
        Range of what the curve may ask for: errors are relative to it.
    target : ndarray of float64 [POINTS]
        The curve; it begins with the origin's value.
    times : ndarray of float64 [POINTS]
        Seconds.
    """

    instrument: str
    origin: Doubles
    pitch: float
    descriptor: str
    shape: str
    low: float
    high: float
    target: Doubles
    times: Doubles


def draw_cases(space: Space, count: int, seed: int) -> list[Case]:
    """Draw cases: every descriptor in turn, every shape in turn for each, from notes drawn among all of a space.

    Parameters
    ----------
    space : Space
        The space.
    count : int
        How many.
    seed : int
        Of notes and curves.

    Returns
    -------
    list of Case
        The cases.

    Raises
    ------
    EvaluationError
        The space has no notes, or none around which a descriptor changes enough.
    """
    if len(space.points.latent) == 0:
        raise EvaluationError(f"{space.name} holds no notes to set out from")
    generator = np.random.default_rng(seed)
    cases = _cases(space, generator)
    return [next(cases) for _ in range(count)]


def cases_of_figure(space: Space) -> list[Case]:
    """Return the two cases of the paper's figure 5: a falling centroid and a bandwidth that rises like a logarithm.

    Parameters
    ----------
    space : Space
        It needs notes of `ORIGIN`.

    Returns
    -------
    list of Case
        From the note of the highest centroid, in place of one played fortissimo, to the lowest centroid and to the
        greatest bandwidth of its instrument's notes within `SEMITONES`, decoded at its pitch.

    Raises
    ------
    EvaluationError
        The space has no such note.
    """
    instrument, pitch = ORIGIN
    names = [anchor.name for anchor in space.anchors]
    points = space.points
    own = points.label == (names.index(instrument) if instrument in names else -1)
    notes = points.latent[own & (points.pitch == pitch)]
    if len(notes) == 0:
        raise EvaluationError(f"{space.name} has no note of {instrument} at MIDI {pitch:g}, where the figure begins")
    origin = notes[np.argmax(DescriptorOf(space, pitch, "centroid")(notes))].astype(np.float64)
    near = points.latent[own & (np.abs(points.pitch - pitch) <= SEMITONES)]
    x = np.linspace(0.0, 1.0, POINTS)
    cases = []
    for descriptor, shape, shares in (
        ("centroid", "falling", 1.0 - x),
        ("bandwidth", "rising like a logarithm", np.log1p(_BEND * x) / np.log1p(_BEND)),
    ):
        describe = DescriptorOf(space, pitch, descriptor)
        start, values = float(describe(origin[None])[0]), describe(near)
        low, high = (float(values.min()), start) if shape == "falling" else (start, float(values.max()))
        cases.append(
            Case(
                instrument=instrument,
                origin=origin,
                pitch=pitch,
                descriptor=descriptor,
                shape=shape,
                low=low,
                high=high,
                target=low + (high - low) * shares,
                times=np.linspace(0.0, SECONDS, POINTS),
            )
        )
    return cases


def _cases(space: Space, generator: np.random.Generator) -> Iterator[Case]:
    points, number, missed = space.points, 0, 0
    while missed < _MOST_MISSED:
        descriptor = DESCRIPTORS[number % len(DESCRIPTORS)]
        shape = list(SHAPES)[number // len(DESCRIPTORS) % len(SHAPES)]
        note = int(generator.integers(len(points.latent)))
        label, pitch = int(points.label[note]), float(points.pitch[note])
        near = (points.label == label) & (np.abs(points.pitch - pitch) <= SEMITONES)
        describe = DescriptorOf(space, pitch, descriptor)
        start = float(describe(points.latent[note][None])[0])
        # Of values that notes have, not between them: a rolloff lies at partials.
        low, high = np.percentile(describe(points.latent[near]), PERCENTILES, method="inverted_cdf").tolist()
        low, high = min(low, start), max(high, start)
        if high - low < LEAST_RANGE * high:
            missed += 1
            continue
        shares = SHAPES[shape]((start - low) / (high - low), np.linspace(0.0, 1.0, POINTS), generator)
        yield Case(
            instrument=space.anchors[label].name,
            origin=points.latent[note].astype(np.float64),
            pitch=pitch,
            descriptor=descriptor,
            shape=shape,
            low=low,
            high=high,
            target=low + (high - low) * shares,
            times=np.linspace(0.0, SECONDS, POINTS),
        )
        number, missed = number + 1, 0
    raise EvaluationError(f"the {descriptor} is the same around {missed} notes of {space.name}: it cannot be followed")
