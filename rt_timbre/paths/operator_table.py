"""The list of what can be done to paths; the command line and the documentation are made from it."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from rt_timbre.paths.latent_path import LatentPath
from rt_timbre.paths.operators import (
    EDIT_CURVES,
    bias,
    concatenate,
    edit,
    quantise,
    randomise,
    reverse,
    scale,
    smooth,
    stretch,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter of an operator.

    Attributes
    ----------
    name : str
        Its name in the function.
    kind : str
        "number", "whole" number, "choice" of a word, "path", "points" or "breaks" (break-points).
    meaning : str
        What it is.
    low, high : float
        Range of a number, both ends included.
    default : float or str, optional
        What it is by itself.
    required : bool
        Whether it must be given.
    choices : tuple of str
        Words to choose from.
    """

    name: str
    kind: str
    meaning: str
    low: float = -np.inf
    high: float = np.inf
    default: float | str | None = None
    required: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """An operator as the command line and the documentation have it.

    Attributes
    ----------
    function : callable
        It takes the path and the parameters in their order, and `parts` if it has them.
    parameters : tuple of Parameter
        Its parameters; those that must be given come first.
    in_parts : bool
        Whether it can be confined to some dimensions, pitch or gain.
    meaning : str
        One line.
    """

    function: Callable[..., LatentPath]
    parameters: tuple[Parameter, ...] = ()
    in_parts: bool = True
    meaning: str


_LARGE = 1e6

OPERATORS = {
    "scale": Operator(
        function=scale,
        parameters=(
            Parameter(name="factor", required=True, kind="number", meaning="of the distance", low=-1000.0, high=1000.0),
            Parameter(
                name="centre", kind="number", meaning="by itself the path's mean over time", low=-_LARGE, high=_LARGE
            ),
        ),
        meaning="Bring every point nearer to a centre, or farther from it.",
    ),
    "bias": Operator(
        function=bias,
        parameters=(
            Parameter(name="amount", required=True, kind="number", meaning="what is added", low=-_LARGE, high=_LARGE),
        ),
        meaning="Move every point by the same amount; on a pitch, transpose by semitones.",
    ),
    "reverse": Operator(
        function=reverse,
        meaning="Go back from the end; in some parts, while the others go on.",
    ),
    "randomise": Operator(
        function=randomise,
        parameters=(
            Parameter(
                name="amount",
                required=True,
                kind="number",
                meaning="greatest distance in each part",
                low=0.0,
                high=_LARGE,
            ),
            Parameter(name="seed", kind="whole", meaning="the same gives the same", low=0, high=2**32 - 1, default=0),
            Parameter(
                name="smoothness",
                kind="number",
                meaning="seconds from one random number to the next, 0 for one at each point",
                low=0.0,
                high=3600.0,
                default=0.5,
            ),
        ),
        meaning="Add a continuous random curve, never farther off than an amount.",
    ),
    "smooth": Operator(
        function=smooth,
        parameters=(
            Parameter(
                name="seconds",
                required=True,
                kind="number",
                meaning="time that a mean is taken over",
                low=0.0,
                high=3600.0,
            ),
        ),
        meaning="Make every point the mean of the way around it; the ends stay.",
    ),
    "stretch": Operator(
        function=stretch,
        parameters=(
            Parameter(name="factor", required=True, kind="number", meaning="of the duration", low=0.001, high=1000.0),
        ),
        in_parts=False,
        meaning="Go the same way slower or faster.",
    ),
    "quantise": Operator(
        function=quantise,
        parameters=(
            Parameter(
                name="points",
                kind="points",
                meaning="anchors of the space joined by +, or all of its anchors, or all of its points",
                default="anchors",
            ),
        ),
        meaning="Put every point onto the nearest of some given points.",
    ),
    "edit": Operator(
        function=edit,
        parameters=(
            Parameter(name="points", required=True, kind="breaks", meaning="break-points TIME:VALUE joined by +"),
            Parameter(
                name="curve",
                kind="choice",
                meaning="from one to the next; cubic does not overshoot",
                default="linear",
                choices=EDIT_CURVES,
            ),
        ),
        meaning="Draw parts anew through break-points.",
    ),
    "concatenate": Operator(
        function=concatenate,
        parameters=(
            Parameter(name="following", required=True, kind="path", meaning="the path that comes after"),
            Parameter(
                name="join",
                kind="number",
                meaning="seconds of the straight line between them, 0 where they meet",
                low=0.0,
                high=3600.0,
                default=0.05,
            ),
        ),
        in_parts=False,
        meaning="Go another path afterwards, without a step.",
    ),
}
"""All operators by their names."""
