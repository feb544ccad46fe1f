"""A timbre space's card: what it is, where it comes from, how good it is, as text."""

from collections.abc import Iterator
from textwrap import wrap
from typing import Any

from rt_timbre.descriptors.calibration import NAMES, UNITS
from rt_timbre.space import Space

_WIDTH = 100
_FIGURE = 9  # characters of the longest figure
_RANGE = 26  # of a column of ranges
_EFFECT = 15  # of a column of effects


def card(space: Space, sha256: str) -> str:
    """Describe a timbre space.

    Parameters
    ----------
    space : Space
        The space.
    sha256 : str
        Checksum of its file, hexadecimal.

    Returns
    -------
    str
        Lines of at most about 100 characters.
    """
    transform = space.transform
    pitches = f"{space.pitch_low:g} to {space.pitch_high:g}" if space.conditioned else "not conditioned"
    lines = [
        f"{space.name}: {space.title}",
        *wrap(space.text, _WIDTH),
        "",
        f"sha256       {sha256}",
        f"authors      {', '.join(space.authors)}",
        f"licence      {space.licence}",
        f"latent       {space.dimension} dimensions",
        f"pitch        MIDI {pitches}",
        f"frames       {transform.kind}, {space.bands} bands, {transform.centres[0]:.1f} to "
        f"{transform.centres[-1]:.0f} Hz, from sound at {transform.rate} Hz, loudness {space.loudness}",
        "",
        "sources",
    ]
    for source in space.sources:
        lines += [f"  {key:<10} {value}" for key, value in source.items()] + [""]
    lines.append("anchors                 pitch  notes")
    lines += [f"  {anchor.name:<20} {anchor.pitch:>6.1f} {anchor.count:>6}" for anchor in space.anchors]
    lines += ["", "macro axes"]
    lines += [f"  {number}  {label}" for number, label in enumerate(space.principal.labels, start=1)]
    lines += ["", *_ranges(space), "", "metrics", *figures(space.metrics, "  ")]
    return "\n".join(line.rstrip() for line in lines)


def axes_table(space: Space) -> str:
    """Describe what each macro axis of a space does to each descriptor.

    Parameters
    ----------
    space : Space
        The space.

    Returns
    -------
    str
        Lines: a table with a row for each axis.
    """
    effects = space.principal.effects
    width = max(len("axis"), *(len(label) for label in space.principal.labels)) + 2
    lines = [
        *wrap(
            "What moving a macro axis from -1 to 1 does to each descriptor: its change in % of what the notes of the "
            "space reach at a pitch, on average over ways through all anchors. In brackets how linear it is, from 0 to "
            "1: 1 if it changes steadily, and everywhere alike.",
            _WIDTH,
        ),
        "",
        f"   {'axis':<{width}}" + "".join(f"{name:>{_EFFECT}}" for name in NAMES),
    ]
    for number, label in enumerate(space.principal.labels):
        cells = [
            f"{100.0 * effects[name].strength[number]:+.0f} % ({effects[name].linearity[number]:.2f})" for name in NAMES
        ]
        lines.append(f"{number + 1:>2} {label:<{width}}" + "".join(f"{cell:>{_EFFECT}}" for cell in cells))
    return "\n".join(lines)


def _ranges(space: Space) -> Iterator[str]:
    """Give the lines of the calibrated ranges at the lowest, the middle and the highest pitch."""
    calibration = space.calibration
    pitches = calibration.pitches[sorted({0, len(calibration.pitches) // 2, len(calibration.pitches) - 1})]
    yield f"{'descriptors':<16}" + "".join(f"{f'MIDI {pitch:g}':>{_RANGE}}" for pitch in pitches)
    for name, unit in zip(NAMES, UNITS, strict=True):
        ends = [calibration.range_at(name, pitch) for pitch in pitches]
        cells = "".join(f"{f'{_short(low)} to {_short(high)} {unit}'.strip():>{_RANGE}}" for low, high in ends)
        yield f"  {name:<14}{cells}"


def figures(tree: dict[str, Any], indent: str = "") -> Iterator[str]:
    """Give the lines of nested figures; figures that share their keys become a table.

    Parameters
    ----------
    tree : dict of str to Any
        Figures, texts, and dicts of them.
    indent : str
        What each line begins with.

    Yields
    ------
    str
        A line.
    """
    for key, value in tree.items():
        if not isinstance(value, dict):
            yield from wrap(f"{key}: {_figure(value)}", _WIDTH, initial_indent=indent, subsequent_indent=indent + "  ")
        elif _is_table(value):
            columns = list(next(iter(value.values())))
            width = max(len(name) for name in value) + 2
            yield f"{indent}{key}"
            yield f"{indent}  {'':<{width}}" + "".join(f"{column:>{_cell(column)}}" for column in columns)
            for name, row in value.items():
                yield f"{indent}  {name:<{width}}" + "".join(
                    f"{_figure(row[column]):>{_cell(column)}}" for column in columns
                )
        else:
            yield f"{indent}{key}"
            yield from figures(value, indent + "  ")


def _is_table(tree: dict[str, Any]) -> bool:
    rows = list(tree.values())
    return (
        len(rows) > 1
        and all(isinstance(row, dict) and list(row) == list(rows[0]) for row in rows)
        and all(isinstance(cell, int | float) for row in rows for cell in row.values())
    )


def _cell(column: str) -> int:
    return max(len(column), _FIGURE) + 2


def _short(value: float) -> str:
    return f"{value:.0f}" if abs(value) >= 100.0 else f"{value:.3g}"


def _figure(value: object) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value)
