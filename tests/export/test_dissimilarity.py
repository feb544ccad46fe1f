import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rt_timbre_export import dissimilarity
from rt_timbre_export.cli import main
from rt_timbre_export.dissimilarity import STUDIES, agreement, combined, named, read_table, study
from rt_timbre_export.errors import DissimilarityError
from rt_timbre_export.scaling import distances, scale

RATED = {"Grey1977": 45, "Krumhansl1989": 28, "McAdams1995": 21, "Lakatos2000": 28, "Iverson1993": 66}
RATINGS = {"Grey1977": 2464, "Krumhansl1989": 252, "McAdams1995": 504, "Lakatos2000": 1139, "Iverson1993": 693}


def total(table):
    return int(np.triu(table.count).sum())


@pytest.mark.parametrize("name", STUDIES)
def test_a_study_has_the_pairs_that_it_rated(name):
    table = study(name)
    assert len(table.names) == 12
    assert 66 - len(table.missing()) == RATED[name]
    assert total(table) == RATINGS[name]
    np.testing.assert_array_equal(np.isnan(table.mean), (table.count == 0) & ~np.eye(12, dtype=bool))
    np.testing.assert_array_equal(table.mean, table.mean.T)


def test_combined_counts_each_rating_once_and_the_published_table_grey_twice():
    once, twice = combined(), combined(as_published=True)
    assert (total(once), total(twice)) == (5052, 7516)
    assert once.missing() == twice.missing() == []
    np.testing.assert_array_equal(twice.count - once.count, study("Grey1977").count)
    share = total(study("Grey1977")) / total(once)
    assert 0.48 < share < 0.50
    i, j = once.names.index("Clarinet"), once.names.index("Alto Saxophone")
    # Of the 158 ratings of this pair, and of the 290 of the published table.
    assert (once.count[i, j], twice.count[i, j]) == (158, 290)
    np.testing.assert_allclose([once.mean[i, j], once.deviation[i, j]], [0.380306, 0.220453], atol=2e-6)
    np.testing.assert_allclose([twice.mean[i, j], twice.deviation[i, j]], [0.391355, 0.220754], atol=2e-6)


def test_pooling_equals_pooling_of_single_ratings():
    """Mean and deviation of a mixture are those of the ratings themselves, whatever the studies' sizes."""
    random = np.random.default_rng(0)
    groups = [random.uniform(size=size) for size in (5, 40, 13)]
    ratings = np.concatenate(groups)
    share = np.array([group.size for group in groups]) / ratings.size
    means = np.array([group.mean() for group in groups])
    squares = means**2 + np.array([group.std() for group in groups]) ** 2
    mean = share @ means
    assert math.isclose(mean, ratings.mean())
    assert math.isclose(math.sqrt(share @ squares - mean**2), ratings.std())


def test_studies_are_weighted():
    equal = combined(weights=dict.fromkeys(STUDIES, 1.0))
    i, j = equal.names.index("Clarinet"), equal.names.index("Trumpet")
    means = [study(name).mean[i, j] for name in STUDIES]
    assert math.isclose(equal.mean[i, j], float(np.nanmean(means)))
    only = combined(weights={"Iverson1993": 0.5})
    np.testing.assert_allclose(only.mean, study("Iverson1993").mean, atol=1e-12)
    np.testing.assert_allclose(only.deviation, study("Iverson1993").deviation, atol=1e-7)
    assert total(only) == RATINGS["Iverson1993"]
    assert len(combined(weights={"Grey1977": 1.0}).missing()) == 21


@pytest.mark.parametrize(
    ("weights", "said"), [({"Grey": 1.0}, "Grey"), ({"Grey1977": -1.0}, "-1"), ({"Grey1977": 0.0}, "all weights")]
)
def test_impossible_weights_are_refused(weights, said):
    with pytest.raises(DissimilarityError, match=said):
        combined(weights=weights)
    with pytest.raises(DissimilarityError, match="not for 'Grey1977'"):
        named("Grey1977", None, {"Grey1977": 1.0})


def test_studies_agree_little():
    correlation, pairs = agreement(study("Grey1977"), combined(without=["Grey1977"]))
    assert pairs == 45
    assert abs(correlation - 0.09) < 0.005


def test_incomplete_tables_name_the_pairs_and_stop():
    with pytest.raises(DissimilarityError, match="lacks 21 of 66 pairs: Clarinet and Piano, Clarinet and Violin, "):
        scale(study("Grey1977"), 3)
    scale(study("Grey1977").only(["Clarinet", "Oboe", "Cello"]), 2)
    with pytest.raises(DissimilarityError, match="no instrument 'Kazoo'; it has Clarinet"):
        combined().only(["Oboe", "Kazoo"])


def test_scaling_reaches_the_known_stress():
    assert abs(scale(combined(as_published=True), 3).stress - 0.134) < 0.0006
    stresses = [scale(combined(), dimensions).stress for dimensions in (1, 2, 3, 5)]
    assert stresses == sorted(stresses, reverse=True)


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 3), st.integers(4, 7))
def test_scaling_finds_what_is_there(seed, dimensions, count):
    points = np.random.default_rng(seed).uniform(size=(count, dimensions))
    mean = distances(points) / 2.0
    table = dissimilarity.Dissimilarities(
        title="points",
        names=tuple(f"p{i}" for i in range(count)),
        mean=mean,
        deviation=np.zeros_like(mean),
        count=1 - np.eye(count, dtype=np.int64),
    )
    found = scale(table, dimensions + 1)
    assert found.stress < 0.02
    np.testing.assert_allclose(found.positions.mean(axis=0), 0.0, atol=1e-9)
    spread = found.positions.var(axis=0)
    assert (np.diff(spread) <= 1e-12).all()


def test_a_table_of_ones_own(tmp_path):
    path = tmp_path / "own.csv"
    path.write_text("instrument_a,instrument_b,mean,count\nSaw,Bell,0.5,3\nBell,Gong,0.25,2\nGong,Saw,0.75,1\n")
    table = named("own.csv", tmp_path)
    assert table.names == ("Saw", "Bell", "Gong")
    np.testing.assert_allclose(table.mean, [[0, 0.5, 0.75], [0.5, 0, 0.25], [0.75, 0.25, 0]])
    assert total(table) == 6
    assert scale(table, 1).stress < 1e-6
    path.write_text("instrument_a,instrument_b,mean\nSaw,Bell,0.5\nBell,Gong,0.25\n")
    with pytest.raises(DissimilarityError, match=r"own.csv lacks 1 of 3 pairs: Saw and Gong;"):
        scale(read_table(path), 1)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("instrument_a,mean\nSaw,1\n", "lacks the column instrument_b"),
        ("instrument_a,instrument_b,mean\n", "has no rows"),
        ("instrument_a,instrument_b,mean\nSaw,Bell,1.5\n", "own.csv:2: mean is '1.5'; it must be a number from 0 to 1"),
        ("instrument_a,instrument_b,mean\nSaw,Bell,nan\n", "mean is 'nan'"),
        ("instrument_a,instrument_b,mean\nSaw,Bell,much\n", "mean is 'much'"),
        ("instrument_a,instrument_b,mean,deviation\nSaw,Bell,1,-1\n", "deviation is '-1'"),
        ("instrument_a,instrument_b,mean,count\nSaw,Bell,1,few\n", "count is 'few'"),
        ("instrument_a,instrument_b,mean\nSaw,Saw,1\n", "own.csv:2: Saw is paired with itself"),
        ("instrument_a,instrument_b,mean\nSaw,,1\n", "an instrument has no name"),
        (
            "instrument_a,instrument_b,mean\nSaw,Bell,1\nBell,Saw,0\n",
            "own.csv:3: Bell and Saw have a row already, line 2",
        ),
        ("instrument_a,instrument_b,mean\nSaw,\ud800,1\n", "not a CSV file in UTF-8"),
    ],
)
def test_faulty_tables_are_refused_in_one_line(tmp_path, text, said):
    path = tmp_path / "own.csv"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(DissimilarityError) as caught:
        read_table(path)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_bytes_do_harm(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("fuzz") / "own.csv"
    path.write_bytes(b"instrument_a,instrument_b,mean,deviation,count\n" + data)
    try:
        table = read_table(path)
    except DissimilarityError as error:
        assert len(str(error).splitlines()) == 1  # noqa: PT017
    else:
        assert np.nanmax(table.mean) <= 1.0


def test_the_command_shows_table_and_space(capsys):
    assert main(["dissimilarities", "as published"]) == 0
    out = capsys.readouterr().out
    assert "7516 ratings" in out
    assert "stress-1 in 3 dimensions: 0.134" in out
    assert out.count("\n") == 2 + 66 + 1 + 2 + 12 + 1
    assert main(["dissimilarities", "--weights", "Iverson1993=1,Grey1977=0.5", "--dimensions", "2"]) == 0
    assert "Iverson1993 × 1, Grey1977 × 0.5: 3157 ratings" in capsys.readouterr().out


def test_the_command_refuses_in_one_line(capsys):
    assert main(["dissimilarities", "Grey1977"]) == 1
    assert capsys.readouterr().err.startswith("rt-timbre-export: Grey1977 lacks 21 of 66 pairs: ")
    assert main(["dissimilarities", "nothere.csv"]) == 1
    assert "nothere.csv cannot be read: No such file" in capsys.readouterr().err
