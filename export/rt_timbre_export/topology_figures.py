"""Figures of descriptors over planes through timbre spaces: sheets and animations."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rt_timbre_export.drawing import PAGE, Axes, Figure, house_style, new_figure, save_animation, settle
from rt_timbre_export.space_figures import LETTERS
from rt_timbre_export.topology import LEVEL, DescriptorSmoothness, Topology, span

_FRAMES_A_WAY = 31  # of an animation, from one end of an axis to the other
SWEEP = tuple(np.linspace(-1.0, 1.0, _FRAMES_A_WAY).tolist())
"""Offsets of the planes of an animation."""

_CONSTANT = 1e-6  # of the greatest value: a descriptor that changes by less is called constant


def topology_sheet(
    name: str,
    spaces: Mapping[str, Sequence[Topology]],
    smooth: Mapping[str, Mapping[str, DescriptorSmoothness]],
) -> Figure:
    """Draw a descriptor over all planes of spaces, in the same colours.

    Parameters
    ----------
    name : str
        The descriptor.
    spaces : mapping of str to sequence of Topology
        Planes of each space; a space that lacks the descriptor is left out.
    smooth : mapping of str to mapping of str to DescriptorSmoothness
        How smooth the descriptors of each space are, written beside its name.

    Returns
    -------
    Figure
        A row for each axis that planes stand across, a column for each place where they cut it.
    """
    shown = _with_descriptor(name, spaces)
    columns = max(len(part.offsets) for parts in shown.values() for part in parts)
    rows = sum(len(parts) for parts in shown.values())
    with house_style():
        figure = new_figure(PAGE, (30.0 if columns > 1 else 80.0) * rows + 24.0)
        remark = "\n(every frame has the same A-weighted loudness: there is none to draw)" if name == LEVEL else ""
        figure.suptitle(f"{name} over planes through the principal axes{remark}", fontsize=9.0)
        blocks = figure.subfigures(len(shown), 1, squeeze=False, height_ratios=[len(parts) for parts in shown.values()])
        limits = _limits(name, shown)
        image, plots = None, []
        for block, (space, parts) in zip(blocks[:, 0], shown.items(), strict=True):
            block.suptitle(_caption(space, smooth[space][name]), fontsize=8.0)
            for row, part in enumerate(parts):
                for column, offset in enumerate(part.offsets):
                    axes = block.add_subplot(len(parts), columns, 1 + column + columns * row)
                    image = axes.imshow(_upright(part.values[name][column]), **_look(limits))
                    _name(axes, part, first=column == 0)
                    if part.across is not None:
                        axes.set_title(_place(part.across, offset), fontsize=8.0, pad=2.0)
                    plots.append(axes)
            block.colorbar(image, ax=block.axes, label=name, extend="both", shrink=0.8, aspect=30.0)
    return figure


def topology_animation(name: str, spaces: Mapping[str, Sequence[Topology]], path: Path) -> list[Path]:
    """Write a descriptor over planes that sweep across each axis, there and back.

    Parameters
    ----------
    name : str
        The descriptor.
    spaces : mapping of str to sequence of Topology
        Planes of spaces of three axes, at many offsets, as `SWEEP`; those that lack the descriptor are left out.
    path : Path
        The pictures without their suffix.

    Returns
    -------
    list of Path
        What was written; see `drawing.save_animation`.

    Raises
    ------
    FigureError
        They cannot be written.
    """
    shown = _with_descriptor(name, spaces)
    limits = _limits(name, shown)
    with house_style():
        figure = new_figure(PAGE, 62.0 * len(shown) + 12.0)
        blocks = figure.subfigures(len(shown), 1, squeeze=False)
        moving = []
        for block, (space, parts) in zip(blocks[:, 0], shown.items(), strict=True):
            block.suptitle(f"{space}: {name}", fontsize=9.0)
            for column, part in enumerate(parts):
                axes = block.add_subplot(1, len(parts), 1 + column)
                image = axes.imshow(_upright(part.values[name][0]), **_look(limits))
                _name(axes, part, first=True)
                moving.append((axes, image, part))
            block.colorbar(image, ax=block.axes, label=name, extend="both", shrink=0.85)

        def update(frame: int) -> None:
            for axes, image, part in moving:
                assert part.across is not None
                image.set_data(_upright(part.values[name][frame]))
                axes.set_title(_place(part.across, part.offsets[frame]), fontsize=8.0)

        update(0)
        settle(figure)  # once: nothing is to move but the colours
        there = list(range(len(moving[0][2].offsets)))
        return save_animation(figure, update, [*there, *there[-2:0:-1]], path)


def _with_descriptor(name: str, spaces: Mapping[str, Sequence[Topology]]) -> dict[str, Sequence[Topology]]:
    return {space: parts for space, parts in spaces.items() if parts and name in parts[0].values}


def _limits(name: str, spaces: Mapping[str, Sequence[Topology]]) -> tuple[float, float]:
    return span([part.values[name] for parts in spaces.values() for part in parts])


def _look(limits: tuple[float, float]) -> dict[str, object]:
    low, high = limits
    if high - low <= _CONSTANT * max(abs(low), abs(high)):  # rounding is not to be drawn as if it were something
        low, high = low - 1.0, high + 1.0
    return {"vmin": low, "vmax": high, "extent": (-1.0, 1.0, -1.0, 1.0), "origin": "lower", "interpolation": "nearest"}


def _place(axis: int, offset: float) -> str:
    return f"{LETTERS[axis]} = {offset:+.2f}".replace("-", "−")


def _upright(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return a plane as a picture: its first axis to the right, its second upwards."""
    return values.T


def _name(axes: Axes, part: Topology, *, first: bool) -> None:
    right, up = part.plane
    axes.set_xticks([-1.0, 0.0, 1.0], ["−1", LETTERS[right], "1"])
    axes.set_yticks([-1.0, 0.0, 1.0], ["", LETTERS[up], "1"] if first else ["", "", ""])
    axes.tick_params(length=1.5, pad=1.5)


def _caption(space: str, smooth: DescriptorSmoothness) -> str:
    ratios = smooth.per_axis
    if not np.isfinite(ratios.largest):
        return f"{space}: constant"
    return (
        f"{space}: local Lipschitz ratio (spans per length of an axis): median {ratios.median:.2f}, "
        f"99 % below {ratios.most:.2f}, largest {ratios.largest:.2f}"
    )
