import numpy as np
import pytest
import torch

from rt_timbre_export import losses


def random_logs(rows=4, bands=9, seed=0):
    generator = torch.Generator().manual_seed(seed)
    return torch.randn(rows, bands, generator=generator, dtype=torch.float64) * 2.0


def test_divergence_is_that_of_two_normal_distributions():
    mean, log_variance = random_logs(5, 3), random_logs(5, 3, seed=1)
    normal = torch.distributions.Normal(mean, torch.exp(0.5 * log_variance))
    standard = torch.distributions.Normal(torch.zeros_like(mean), torch.ones_like(mean))
    expected = torch.distributions.kl_divergence(normal, standard).sum(dim=1).mean()
    torch.testing.assert_close(losses.divergence(mean, log_variance).mean(), expected)
    assert losses.divergence(torch.zeros(2, 3), torch.zeros(2, 3)).tolist() == [0.0, 0.0]


def test_weak_bands_count_less():
    levels = np.array([0.0, -20.0, -40.0, -60.0, -80.0, -200.0])
    weights = losses.band_weights(torch.from_numpy(levels[None] / losses.DECIBEL))[0].numpy()
    assert weights[0] == pytest.approx(1.0, abs=1e-5)
    assert weights[2] > 0.99
    assert weights[3] == pytest.approx(0.5 * (1.0 + losses.LEAST_WEIGHT))
    assert weights[5] == pytest.approx(losses.LEAST_WEIGHT)
    assert (np.diff(weights) <= 0.0).all()


UNIT = torch.zeros(9, dtype=torch.float64)
DEVIATION = torch.tensor(1.7, dtype=torch.float64)


def test_reconstruction_is_the_weighted_sum_of_squares():
    logs, decoded = random_logs(), random_logs(seed=1)
    weights = losses.band_weights(logs).numpy()
    expected = [
        0.5 * sum(w * ((d - x) / 1.7) ** 2 for w, d, x in zip(*rows, strict=True))
        for rows in zip(weights, decoded.numpy(), logs.numpy(), strict=True)
    ]
    found = losses.reconstruction(decoded, logs, DEVIATION, UNIT, weighted=True)
    np.testing.assert_allclose(found.numpy(), expected)
    assert float(losses.reconstruction(logs, logs, DEVIATION, UNIT, weighted=True).sum()) == 0.0


def test_reconstruction_is_a_gaussian_likelihood_up_to_a_constant():
    logs, decoded, log_variance = random_logs(), random_logs(seed=1), random_logs(1, seed=2)[0]
    normal = torch.distributions.Normal(decoded / DEVIATION, torch.exp(0.5 * log_variance))
    expected = -normal.log_prob(logs / DEVIATION).sum(dim=1) - 4.5 * np.log(2.0 * np.pi)
    found = losses.reconstruction(decoded, logs, DEVIATION, log_variance, weighted=False)
    torch.testing.assert_close(found, expected)


@pytest.mark.parametrize("weighted", [True, False])
def test_gradients_are_those_of_finite_differences(weighted):
    logs = random_logs()
    inputs = [random_logs(seed=1), random_logs(4, 3, seed=2), random_logs(4, 3, seed=3), random_logs(1, seed=4)[0]]

    def loss(decoded, mean, log_variance, band_log_variance):
        reconstruction = losses.reconstruction(decoded, logs, DEVIATION, band_log_variance, weighted=weighted)
        terms = losses.Terms(reconstruction.mean(), losses.divergence(mean, log_variance).mean(), mean.sum())
        return terms.loss(0.3, 0.7)

    assert torch.autograd.gradcheck(loss, [value.requires_grad_() for value in inputs])


def test_the_loss_is_the_sum_of_its_terms():
    terms = losses.Terms(torch.tensor(3.0), torch.tensor(4.0), torch.tensor(10.0))
    assert float(terms.loss(0.0, 0.0)) == 3.0
    assert float(terms.loss(0.5, 0.0)) == 5.0
    assert float(terms.loss(0.5, 0.1)) == 6.0


def test_beta_grows_linearly():
    assert [losses.warmed(0.4, epoch, 4) for epoch in (0, 1, 2, 4, 9)] == pytest.approx([0.0, 0.1, 0.2, 0.4, 0.4])
    assert losses.warmed(0.4, 0, 0) == 0.4
