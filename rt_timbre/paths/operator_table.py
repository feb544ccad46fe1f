"""The list of what can be done to paths; the command line and the documentation are made from it.

The operators themselves are imported when one is used, not before: the command line is quick.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rt_timbre.paths.latent_path import LatentPath

EDIT_CURVES = ("linear", "cubic")


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
    low: float = -math.inf
    high: float = math.inf
    default: float | str | None = None
    required: bool = False
    choices: tuple[str, ...] = ()

    @property
    def word(self) -> str:
        """What stands for it where it is described."""
        return "TIME:VALUE+…" if self.kind == "breaks" else self.name.upper()


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """An operator as the command line and the documentation have it.

    Attributes
    ----------
    name : str
        Its name, also in `operators`.
    parameters : tuple of Parameter
        Its parameters; those that must be given come first.
    in_parts : bool
        Whether it can be confined to some dimensions, pitch or gain.
    meaning : str
        One line.
    """

    name: str
    parameters: tuple[Parameter, ...] = ()
    in_parts: bool = True
    meaning: str

    @property
    def function(self) -> "Callable[..., LatentPath]":
        """What does it: it takes the path and the parameters in their order, and `parts` if it has them."""
        from rt_timbre.paths import operators

        function: Callable[..., LatentPath] = getattr(operators, self.name)
        return function

    @property
    def usage(self) -> str:
        """How it is written: ``scale=FACTOR[,CENTRE][@PARTS]``."""
        text = self.name
        for place, parameter in enumerate(self.parameters):
            piece = f"{',' if place else '='}{parameter.word}"
            text += piece if parameter.required else f"[{piece}]"
        return f"{text}[@PARTS]" if self.in_parts else text


_LARGE = 1e6

_OPERATORS = (
    Operator(
        name="scale",
        parameters=(
            Parameter(name="factor", required=True, kind="number", meaning="of the distance", low=-1000.0, high=1000.0),
            Parameter(
                name="centre", kind="number", meaning="by itself the path's mean over time", low=-_LARGE, high=_LARGE
            ),
        ),
        meaning="Bring every point nearer to a centre, or farther from it.",
    ),
    Operator(
        name="bias",
        parameters=(
            Parameter(name="amount", required=True, kind="number", meaning="what is added", low=-_LARGE, high=_LARGE),
        ),
        meaning="Move every point by the same amount; on a pitch, transpose by semitones.",
    ),
    Operator(
        name="reverse",
        meaning="Go back from the end; in some parts, while the others go on.",
    ),
    Operator(
        name="randomise",
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
    Operator(
        name="smooth",
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
    Operator(
        name="stretch",
        parameters=(
            Parameter(name="factor", required=True, kind="number", meaning="of the duration", low=0.001, high=1000.0),
        ),
        in_parts=False,
        meaning="Go the same way slower or faster.",
    ),
    Operator(
        name="quantise",
        parameters=(
            Parameter(
                name="points",
                kind="points",
                meaning="anchors, or numbers in brackets, joined by +; or the word anchors, or points: all notes",
                default="anchors",
            ),
        ),
        meaning="Put every point onto the nearest of some given points.",
    ),
    Operator(
        name="edit",
        parameters=(
            Parameter(name="points", required=True, kind="breaks", meaning="seconds and value of the break-points"),
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
    Operator(
        name="concatenate",
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
)

OPERATORS = {operator.name: operator for operator in _OPERATORS}
"""All operators by their names."""


def table() -> str:
    """Return the operators as a table of Markdown, as the documentation has it."""
    rows = ["| Operation | What it does | Arguments |", "|---|---|---|"]
    for operator in OPERATORS.values():
        described = "; ".join(map(_described, operator.parameters))
        rows.append(f"| `{operator.usage}` | {operator.meaning} | {described} |")
    return "".join(f"{row}\n" for row in rows)


def _described(parameter: Parameter) -> str:
    facts = [parameter.meaning]
    if math.isfinite(parameter.low):
        facts.append(f"{parameter.low:.10g} to {parameter.high:.10g}")
    if parameter.choices:
        facts.append(" or ".join(parameter.choices))
    if parameter.default is not None:
        facts.append(f"by itself {parameter.default}")
    return f"{parameter.word}: {', '.join(facts)}"
