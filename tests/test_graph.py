"""The neighbourhood graph against distances that are all computed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rt_timbre.paths.graph import Graph


@given(st.integers(1, 60), st.integers(1, 5), st.integers(1, 12), st.integers(0, 1000))
def test_neighbours_are_the_nearest_others(count, dimension, k, seed):
    generator = np.random.default_rng(seed)
    # A coarse grid: many points share a place.
    latents = generator.integers(0, 4, (count, dimension)).astype(np.float32)
    graph = Graph(latents, k)
    distances = np.linalg.norm(latents[:, None] - latents[None], axis=2)
    least = min(k, count - 1)
    assert graph.neighbours.dtype == np.int32
    assert graph.neighbours.shape == graph.distances.shape == (count, least)
    for i in range(count):
        assert i not in graph.neighbours[i]
        assert len(set(graph.neighbours[i])) == least
        np.testing.assert_allclose(graph.distances[i], np.sort(np.delete(distances[i], i))[:least], atol=1e-6)
        np.testing.assert_allclose(distances[i, graph.neighbours[i]], graph.distances[i], atol=1e-6)
    place = generator.standard_normal(dimension)
    to_all = np.linalg.norm(latents - place, axis=1)
    assert to_all[graph.nearest(place)] == pytest.approx(to_all.min())
