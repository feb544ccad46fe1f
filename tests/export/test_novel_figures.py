import itertools

import numpy as np
import pytest
from matplotlib.text import Text

from rt_timbre_export.novel import Encoded
from rt_timbre_export.novel_figures import novel_instruments
from tests.linear_space import BANDS, linear_space


def encoded():
    latent = np.random.default_rng(5).normal(size=(7, 3)).astype(np.float32)
    frame = np.zeros((7, BANDS), np.float32)
    return Encoded(
        names=("Harp", "Bass"),
        label=np.array([0, 0, 0, 0, 1, 1, 1]),
        pitch=np.full(7, 64.0, np.float32),
        latent=latent,
        frame=frame,
        decoded=frame,
        problems=(),
    )


@pytest.mark.parametrize("axes", [1, 2, 3])
def test_new_notes_are_drawn_between_the_named_anchors(axes):
    space, notes = linear_space(axes=axes, anchors=5), encoded()
    figure = novel_instruments("mine", space, notes)
    assert len(figure.axes) == (4 if axes == 3 else 1)
    flat = figure.axes[-1]
    assert [text.get_text() for text in flat.texts] == [f"anchor {i}" for i in range(5)]
    (legend,) = figure.legends
    assert [text.get_text() for text in legend.get_texts()] == ["Harp", "Bass"]
    offsets = [np.asarray(found.get_offsets()) for found in flat.collections]
    shown = slice(1, 3) if axes == 3 else slice(0, axes)
    harp, centre = ((part - space.principal.mean)[..., shown] for part in (notes.of(0), notes.centre(0)))
    assert any(found.shape[0] == 4 and np.allclose(found[:, : harp.shape[1]], harp, atol=1e-5) for found in offsets)
    assert any(found.shape[0] == 1 and np.allclose(found[0, : centre.size], centre, atol=1e-5) for found in offsets)
    assert (len(flat.get_yticks()) == 0) == (axes == 1)
    for plot in figure.axes:
        for text in plot.texts:
            text.get_window_extent()  # with the line to its point; brings both to their places
        boxes = [Text.get_window_extent(text) for text in plot.texts]
        assert not any(one.overlaps(other) for one, other in itertools.combinations(boxes, 2))
