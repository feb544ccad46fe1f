"""The page of a gallery: HTML that needs nothing but the files beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from importlib import resources
from string import Template

import numpy as np
from numpy.typing import NDArray

from rt_timbre.paths.latent_path import LatentPath
from rt_timbre.pictures.curves import components
from rt_timbre.pictures.paths import apart, plane
from rt_timbre.space import Space

GENERATOR = '<meta name="generator" content="rt-timbre gallery">'
"""By this a page is known to be a gallery's."""

_SIDE, _MARGIN = 320.0, 34.0  # of a map, in its own units
_CORNERS = 241  # of a way


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A sound of the gallery.

    Attributes
    ----------
    name : str
        Of its files, without suffix.
    ends : tuple of str
        The anchors at its beginning and its end.
    title, sentence : str
        What it is, and what is heard.
    path : LatentPath
        The path.
    commands : tuple of str
        What makes its files.
    """

    name: str
    ends: tuple[str, str]
    title: str
    sentence: str
    path: LatentPath
    commands: tuple[str, ...]


def page(space: Space, items: Sequence[Item], command: str) -> str:
    """Return the page.

    Parameters
    ----------
    space : Space
        The space of all items.
    items : sequence of Item
        In their order; those that follow each other with the same ends stand together. Beside the page are their files
        NAME.flac, NAME.png and NAME.path.json.
    command : str
        What made the gallery.

    Returns
    -------
    str
        HTML.
    """
    ways = [plane(components(space, _corners(item.path)), (0, 1)) for item in items]
    notes = plane(components(space, space.points.latent), (0, 1))
    anchors = plane(components(space, np.stack([anchor.latent for anchor in space.anchors])), (0, 1))
    to_map = _Map(np.concatenate([notes, anchors, *ways]))
    places = apart(to_map(anchors), [anchor.name for anchor in space.anchors], _SIDE)
    sections = []
    for index, (item, way) in enumerate(zip(items, ways, strict=True)):
        if index == 0 or items[index - 1].ends != item.ends:
            sections += ["</div>"] * (index > 0)
            sections += [f"<h2>{escape(item.ends[0])} to {escape(item.ends[1])}</h2>", '<div class="items">']
        sections.append(_article(space, item, to_map(way), places))
    sections.append("</div>")
    template = Template((resources.files("rt_timbre.pictures") / "gallery.html").read_text("utf-8"))
    return template.substitute(
        title=escape(f"Ways through the space {space.name}"),
        lead="Each sound is one point that travels from one instrument to another through a space learned from notes: "
        "the sounds between were never played by anybody.",
        how="The map of each shows the notes that the space was learned from on its first two principal axes, and the "
        "way; while the sound plays, the point is where it is heard. The spectrogram has the path's principal "
        f"components, pitch, gain and descriptors below it. Made by <code>{escape(command)}</code>.",
        notes=" ".join(f"M{x:.1f} {y:.1f}h0" for x, y in to_map(notes)),
        sections="\n".join(sections),
    )


def _corners(path: LatentPath) -> NDArray[np.float32]:
    return path.at(np.linspace(0.0, path.duration, _CORNERS))[0]


class _Map:
    """Brings points [N, 2] onto a square map, whose y grows downwards."""

    def __init__(self, points: NDArray[np.float64]) -> None:
        low, high = points.min(axis=0), points.max(axis=0)
        self._middle = 0.5 * (low + high)
        self._scale = (_SIDE - 2.0 * _MARGIN) / max(float((high - low).max()), 1e-6)

    def __call__(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        placed: NDArray[np.float64] = 0.5 * _SIDE + self._scale * (points - self._middle) * (1.0, -1.0)
        return placed


def _article(space: Space, item: Item, way: NDArray[np.float64], places: NDArray[np.float64]) -> str:
    names = "\n".join(
        f'<text x="{x:.1f}" y="{y + 3.0:.1f}"{_emphasis(anchor.name, item)}>{escape(anchor.name)}</text>'
        for anchor, (x, y) in zip(space.anchors, places, strict=True)
    )
    file, title = escape(item.name), escape(item.title)
    commands = "\n".join(escape(line) for line in item.commands)
    return f"""<article data-seconds="{item.path.duration:.6f}">
<div class="heard">
<svg viewBox="0 0 {_SIDE:g} {_SIDE:g}" role="img" aria-label="Way of the point on the map of the space: {title}">
<use href="#notes" class="notes"/>
<polyline class="way" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in way)}"/>
<g class="names">
{names}
</g>
<circle class="point" cx="{way[0, 0]:.1f}" cy="{way[0, 1]:.1f}" r="6"/>
</svg>
<div>
<h3>{title}</h3>
<p>{escape(item.sentence)}</p>
<audio controls preload="metadata" src="{file}.flac"></audio>
</div>
</div>
<a href="{file}.png"><img src="{file}.png" loading="lazy" alt="Spectrogram and path: {title}"></a>
<details><summary>How it is made</summary>
<pre><code>{commands}</code></pre>
</details>
</article>"""


def _emphasis(name: str, item: Item) -> str:
    return ' class="end"' if name in item.ends else ""
