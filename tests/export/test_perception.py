import numpy as np
import pytest
import scipy.stats

from rt_timbre_export.dissimilarity import combined
from rt_timbre_export.errors import DissimilarityError
from rt_timbre_export.perception import PERMUTATIONS, agreement, centroids, mantel, recognition
from rt_timbre_export.scaling import distances, scale

TABLE = combined()
UPPER = np.triu_indices(12, 1)


def places(points):
    return dict(zip(TABLE.names, points, strict=True))


def test_a_space_made_of_the_ratings_agrees_with_them():
    found = agreement(places(scale(TABLE, 11).positions), TABLE)
    assert found.instruments == 12
    assert found.pearson > 0.97
    assert found.spearman > 0.97
    assert found.mantel_p == 1.0 / (PERMUTATIONS + 1)


def test_correlations_are_those_of_scipy():
    points = np.random.default_rng(3).standard_normal((12, 4))
    found = agreement(places(points), TABLE)
    own, rated = distances(points)[UPPER], TABLE.pairs()
    assert found.pearson == pytest.approx(scipy.stats.pearsonr(own, rated).statistic)
    assert found.spearman == pytest.approx(scipy.stats.spearmanr(own, rated).statistic)
    assert found.mantel_p > 0.001
    assert found.divergence > 0.0


def test_random_spaces_are_significant_as_often_as_chance_has_it():
    """The Mantel test keeps its level: of spaces that know nothing, a twentieth have p ≤ 0.05."""
    random = np.random.default_rng(0)
    spaces = [distances(random.standard_normal((12, 3))) for _ in range(60)]
    low = sum(mantel(space, TABLE.mean, seed=i)[1] <= 0.05 for i, space in enumerate(spaces))
    assert low <= 7


def test_equal_distances_have_the_baselines_divergence():
    """Simplex corners have equal distances; R is then the baseline, whatever their size."""
    found = agreement(places(3.0 * np.eye(12)), TABLE)
    assert found.divergence == pytest.approx(found.of_equal)


def test_instruments_go_by_any_spelling_and_unknown_ones_do_not_count():
    points = np.random.default_rng(1).standard_normal((12, 3))
    spelled = {name.replace(" ", "").replace("AltoSax", "Sax"): place for name, place in places(points).items()}
    assert "Saxophone" in spelled
    assert "FrenchHorn" in spelled
    assert agreement(spelled | {"Tuba": np.zeros(3)}, TABLE) == agreement(places(points), TABLE)
    few = {name: places(points)[name] for name in ("Oboe", "Flute")}
    with pytest.raises(DissimilarityError, match="2 instruments in common"):
        agreement(few, TABLE)


def test_centroids_are_means_of_those_that_are_there():
    latent, label = np.arange(8.0).reshape(4, 2), np.array([0, 2, 0, 2])
    found = centroids(latent, label, ("A", "B", "C"))
    assert set(found) == {"A", "C"}
    np.testing.assert_array_equal(found["A"], [2.0, 3.0])
    np.testing.assert_array_equal(found["C"], [4.0, 5.0])


def test_recognition_is_of_classes_that_are_apart():
    random = np.random.default_rng(2)
    label = np.arange(200) % 4
    apart = 10.0 * np.eye(4)[label] + random.standard_normal((200, 4))
    assert recognition(apart[:100], label[:100], apart[100:], label[100:]) == {"k-NN": 1.0, "linear": 1.0}
    mixed = random.standard_normal((200, 4))
    shares = recognition(mixed[:100], label[:100], mixed[100:], label[100:])
    assert max(shares.values()) < 0.45
