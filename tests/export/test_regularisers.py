import dataclasses
import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from rt_timbre_export.dissimilarity import Dissimilarities, combined, study
from rt_timbre_export.errors import DissimilarityError, RecipeError
from rt_timbre_export.regulariser_recipe import RegulariserRecipe, check_regulariser
from rt_timbre_export.regularisers import (
    Regulariser,
    class_prior,
    neighbourhoods,
    of_equal_distances,
    squared_error,
    student,
    target,
    target_neighbourhoods,
)
from rt_timbre_export.scaling import distances

CPU = torch.device("cpu")
NAMES = ("Oboe", "Flute", "Violin", "Piano", "Tuba")  # the table has no tuba


def points(count=5, dimension=3, seed=0):
    return torch.from_numpy(np.random.default_rng(seed).standard_normal((count, dimension)))


def wanted(count=5, seed=1):
    return torch.from_numpy(distances(points(count, 2, seed).numpy()))


def slow_student(z, t):
    """Equation by equation, with loops."""
    total = 0.0
    for i in range(len(z)):
        p = [math.exp(-(((z[i] - z[j]) ** 2).sum())) if j != i else 0.0 for j in range(len(z))]
        q = [1.0 / (1.0 + t[i, j] ** 2) if j != i else 0.0 for j in range(len(z))]
        for j in range(len(z)):
            if j != i:
                total += p[j] / sum(p) * math.log(p[j] / sum(p) / (q[j] / sum(q)))
    return total


def regulariser(kind="student", table=None, **changes):
    section = RegulariserRecipe(kind=kind, alpha=1.0, start=0, **changes)
    wanted = target(table or combined(), NAMES, dimensions=section.target_dimensions, scale_to=section.target_scale)
    return Regulariser(section, wanted, NAMES, CPU), wanted


@given(st.integers(2, 7), st.integers(1, 4), st.integers(0, 2**32 - 1))
@settings(deadline=None)
def test_student_is_its_equations(count, dimension, seed):
    z, t = points(count, dimension, seed), wanted(count, seed + 1)
    found = float(student(z, t))
    assert found == pytest.approx(slow_student(z.numpy(), t.numpy()), abs=1e-9)
    assert found > -1e-9


def test_neighbourhoods_are_rows_of_probabilities_without_selves():
    for rows in (neighbourhoods(points()), target_neighbourhoods(wanted())):
        torch.testing.assert_close(rows.exp().sum(dim=1), torch.ones(5, dtype=torch.float64))
        assert (rows.exp().diagonal() == 0.0).all()


def test_student_is_nothing_for_the_neighbourhoods_wanted():
    """Distances d with exp(−d²) = 1 / (1 + T²) have the wanted neighbourhoods."""
    t = torch.tensor([[0.0, 0.7], [0.7, 0.0]], dtype=torch.float64)
    assert abs(float(student(points(2, 1), t))) < 1e-12  # two points have but one neighbour each
    corner = torch.eye(3, dtype=torch.float64) / math.sqrt(2.0)
    assert abs(float(student(corner, 1.0 - torch.eye(3, dtype=torch.float64)))) < 1e-12


def test_equal_distances_are_the_baseline():
    own = target(combined(), combined().names)
    corners = torch.eye(12, dtype=torch.float64)
    assert of_equal_distances(own) == pytest.approx(float(student(corners, torch.from_numpy(own.distance))))
    assert 0.13 < of_equal_distances(own) < 0.17
    rows = target_neighbourhoods(torch.from_numpy(own.distance)).exp().numpy()
    rows = rows[~np.eye(12, dtype=bool)]
    assert (round(rows.min(), 3), round(rows.max(), 3)) == (0.066, 0.123)
    assert of_equal_distances(target(combined(), combined().names, scale_to=4.0)) > 1.0


def test_l2_is_the_root_of_the_squared_errors():
    z, t = points(), wanted()
    expected = np.sqrt(np.sum((distances(z.numpy()) - t.numpy()) ** 2))
    assert float(squared_error(z, t)) == pytest.approx(expected, rel=1e-6)
    assert float(squared_error(z, torch.from_numpy(distances(z.numpy())))) < 1e-3


def test_the_class_prior_is_a_difference_of_divergences():
    mean, log_variance, centre = points(), points(seed=1), points(seed=2)
    deviation = points(5, 1, seed=3).abs() + 0.1
    q = torch.distributions.Normal(mean, torch.exp(0.5 * log_variance))
    own = torch.distributions.Normal(centre, deviation.expand_as(mean))
    standard = torch.distributions.Normal(torch.zeros_like(mean), torch.ones_like(mean))
    divergences = [torch.distributions.kl_divergence(q, p).sum(dim=1).mean() for p in (own, standard)]
    torch.testing.assert_close(class_prior(mean, log_variance, centre, deviation), divergences[0] - divergences[1])


@pytest.mark.parametrize(
    "options",
    [
        {"kind": "student"},
        {"kind": "student", "match": "elements", "target_scale": 3.0},
        {"kind": "student", "target_dimensions": 0},
        {"kind": "l2"},
        {"kind": "l2", "match": "elements"},
        {"kind": "gaussian", "target_dimensions": 0},
        {"kind": "prior", "match": "elements"},
    ],
)
def test_gradients_are_those_of_finite_differences(options):
    term, _ = regulariser(**options)
    for name in ("_distance", "_deviation", "_points"):
        setattr(term, name, getattr(term, name).double())
    label = torch.tensor([0, 0, 1, 2, 2, 3, 4, 1])
    mean, log_variance = points(8, 4).requires_grad_(), points(8, 4, seed=1).requires_grad_()

    def value(mean, log_variance):
        return term(mean, log_variance, label, torch.Generator().manual_seed(1))

    assert torch.autograd.gradcheck(value, (mean, log_variance))


def test_classes_are_means_of_their_frames_and_unknown_instruments_do_not_count():
    term, own = regulariser()
    label = torch.tensor([2, 0, 4, 0, 1, 2])
    mean = points(6, 3).float()
    centres = torch.stack([mean[[1, 3]].mean(dim=0), mean[4], mean[[0, 5]].mean(dim=0)])
    expected = student(centres.double(), torch.from_numpy(own.distance[:3, :3]))
    found = term(mean, mean, label, torch.Generator())
    assert float(found) == pytest.approx(float(expected), rel=1e-4)
    assert own.names == ("Oboe", "Flute", "Violin", "Piano")
    assert float(term(mean, mean, torch.tensor([4, 4, 4, 0, 0, 0]), torch.Generator())) == 0.0


def test_gaussian_targets_follow_the_ratings():
    term, own = regulariser("gaussian", target_dimensions=0)
    chance = torch.Generator().manual_seed(1)
    draws = torch.stack([term._wanted(chance) for _ in range(4000)])
    assert torch.equal(draws, draws.transpose(1, 2))
    np.testing.assert_allclose(draws.mean(dim=0), own.distance, atol=0.03)
    np.testing.assert_allclose(draws.std(dim=0), own.deviation, atol=0.03)


def test_the_prior_pulls_each_frame_to_its_class():
    term, own = regulariser("prior", match="elements", target_dimensions=2)
    label = torch.tensor([3, 1, 0])
    at = torch.zeros(3, 4)
    at[:, :2] = torch.from_numpy(own.points[[3, 1, 0]])
    spread = torch.full((3, 4), 2.0 * math.log(own.deviation.sum() / 12.0))
    here = float(term(at, spread, label, torch.Generator()))
    assert here < float(term(at.flip(0), spread, label, torch.Generator()))
    assert here < float(term(at + 0.5, spread, label, torch.Generator()))


def test_dimensions_are_chosen():
    means = points(50, 5).float() * torch.tensor([1.0, 5.0, 0.1, 3.0, 2.0])

    def chosen(**options):
        return regulariser(**options)[0].choose(means).tolist()

    assert chosen() == [0, 1, 2, 3, 4]
    assert chosen(dimensions="first", dimension_count=2) == [0, 1]
    assert chosen(dimensions="most variant", dimension_count=3) == [1, 3, 4]
    assert chosen(dimensions="least variant", dimension_count=2) == [2, 0]


def test_targets_have_the_scale_asked_for():
    one, three = (target(combined(), NAMES, dimensions=0, scale_to=scale) for scale in (1.0, 3.0))
    assert one.distance.max() == pytest.approx(1.0)
    np.testing.assert_allclose(three.distance, 3.0 * one.distance)
    np.testing.assert_allclose(three.deviation, 3.0 * one.deviation)
    table = combined().only(["Oboe", "Flute", "Violin", "Piano"])
    np.testing.assert_allclose(one.distance, table.mean / table.mean.max())
    spaced = target(combined(), NAMES, dimensions=3)
    np.testing.assert_allclose(distances(spaced.points), spaced.distance, atol=1e-12)


def test_instruments_of_only_one_side_are_named():
    own = target(combined(), NAMES)
    assert own.unrated == ("Tuba",)
    assert len(own.unheard) == 8
    assert "Clarinet" in own.unheard


def test_tables_that_do_not_fit_are_refused():
    with pytest.raises(DissimilarityError, match=r"have 2 instruments in common \(Oboe, Flute\); at least 3"):
        target(combined(), ("Oboe", "Flute", "Kazoo"))
    with pytest.raises(DissimilarityError, match="Grey1977 lacks 5 of 6 pairs: Oboe and Violin"):
        target(study("Grey1977"), NAMES)
    few = Dissimilarities(
        title="few",
        names=("A", "B", "C"),
        mean=np.full((3, 3), np.nan),
        deviation=np.zeros((3, 3)),
        count=np.zeros((3, 3), np.int64),
    )
    with pytest.raises(DissimilarityError, match="few lacks 3 of 3 pairs"):
        target(few, ("A", "B", "C"))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"start": 10}, "regulariser.start is 10; it must be less than train.epochs"),
        ({"dimensions": "first", "dimension_count": 9}, "dimension_count is 9; it must be at most model.dimension"),
        ({"kind": "gaussian"}, "target_dimensions is 3"),
        ({"kind": "prior", "match": "elements", "target_dimensions": 0}, "target_dimensions is 0"),
        ({"kind": "prior", "match": "elements", "dimensions": "first", "dimension_count": 2}, "target_dimensions is 3"),
        ({"kind": "prior"}, 'regulariser.match is "classes"'),
    ],
)
def test_keys_that_do_not_go_together_are_refused(changes, said):
    section = RegulariserRecipe(kind="student", alpha=1.0, start=0)
    check_regulariser(section, 10, 8)
    with pytest.raises(RecipeError) as caught:
        check_regulariser(dataclasses.replace(section, **changes), 10, 8)
    assert said in str(caught.value)
