import json
import math

import numpy as np
import pytest

from rt_timbre_export.errors import FigureError
from rt_timbre_export.manifold import Way
from rt_timbre_export.measures import report, smoothness_rows, way_row, with_words, write_measures
from rt_timbre_export.smoothness import Smoothness
from rt_timbre_export.topology import DescriptorSmoothness


def test_rows_hold_all_ratios():
    ratios = Smoothness(median=1.0, most=2.0, largest=3.0)
    row = DescriptorSmoothness(low=5.0, high=6.0, per_axis=ratios, per_latent=ratios)
    assert smoothness_rows({"centroid (Hz)": row}) == {
        "centroid (Hz)": {
            "low": 5.0,
            "high": 6.0,
            "axis median": 1.0,
            "axis 99 %": 2.0,
            "axis largest": 3.0,
            "latent median": 1.0,
            "latent 99 %": 2.0,
            "latent largest": 3.0,
        }
    }


def way(*steps, straight):
    return Way(ends=("a", "b"), curve="linear", steps=np.array(steps), straight=straight)


def test_a_row_of_ways_has_the_median_the_worst_and_all():
    row = way_row([way(1.0, 1.0, straight=2.0), way(1.0, 3.0, straight=2.0), way(0.0, 0.0, straight=0.0)])
    assert {name: row[name] for name in row if name != "pairs"} == {
        "detour median": 1.5,
        "detour worst": 2.0,
        "unevenness median": 1.25,
        "unevenness worst": 1.5,
    }
    assert row["pairs"][1] == {"ends": ["a", "b"], "straight dB": 2.0, "detour": 2.0, "unevenness": 1.5}
    assert len(row["pairs"]) == 3
    assert math.isnan(way_row([way(0.0, straight=0.0)])["detour worst"])


def test_measures_are_printed_as_tables_with_how_they_were_made():
    rows = {f"mine, {curve}": way_row([way(1.0, 1.0, straight=2.0)]) for curve in ("linear", "spherical")}
    text = "\n".join(report(with_words({"ways between anchors": rows}, ["something"])))
    assert "detour median" in text
    assert "mine, spherical" in text
    assert "how: all pairs at the reference pitch" in text
    assert "pairs:" not in text
    assert "something" not in text  # said when it was found


def test_measures_are_written_whole_with_null_for_what_is_no_number(tmp_path):
    path = tmp_path / "measures.json"
    write_measures({"a": {"b": [1.0, math.nan]}, "left out": ["é"]}, path)
    assert json.loads(path.read_text("utf-8")) == {"a": {"b": [1.0, None]}, "left out": ["é"]}
    assert [found.name for found in tmp_path.iterdir()] == ["measures.json"]
    with pytest.raises(FigureError, match=r"measures\.json cannot be written: No such file"):
        write_measures({}, tmp_path / "no" / "measures.json")
