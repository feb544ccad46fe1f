import math

import numpy as np
import pytest
import torch

from rt_timbre_export.dataset import TEST
from rt_timbre_export.likelihood import negative_log_likelihood, reconstruction_term
from rt_timbre_export.model import Autoencoder
from rt_timbre_export.train import Tensors, architecture, select
from tests.tiny_dataset import tiny_dataset, tiny_recipe

DATASET = tiny_dataset()
SIZE = architecture(tiny_recipe(), DATASET)


class Linear(Autoencoder):
    """x = A z + b + noise: what is estimated is known in closed form."""

    def __init__(self, spoil=0.0):
        super().__init__(SIZE, DATASET.transform, seed=1)
        random = np.random.default_rng(5)
        bands, dimension = SIZE.bands, SIZE.dimension
        self.factors = torch.from_numpy(0.2 * random.standard_normal((bands, dimension))).float()
        self.band_log_variance.data[:] = torch.from_numpy(random.uniform(-1.0, 1.0, bands)).float()
        self.standardise(torch.from_numpy(DATASET.frames))
        self.spoil = spoil

    def encode(self, logs, semitone):
        """The exact posterior, or one that is off."""
        weighted = self.factors.T * torch.exp(-self.band_log_variance)
        covariance = torch.linalg.inv(torch.eye(SIZE.dimension) + weighted @ self.factors)
        mean = ((logs - self.mean) / self.deviation) @ weighted.T @ covariance
        # Of the diagonal family, as the estimator assumes: exact only if the factors are orthogonal.
        return mean + self.spoil, torch.log(torch.diagonal(covariance)).expand_as(mean)

    def decode_logs(self, latent, semitone):
        return (latent @ self.factors.T) * self.deviation + self.mean


def exact(model, part):
    covariance = model.factors @ model.factors.T + torch.diag(torch.exp(model.band_log_variance))
    normal = torch.distributions.MultivariateNormal(torch.zeros(SIZE.bands), covariance)
    x = (model.logs(part.frames) - model.mean) / model.deviation
    return float(-normal.log_prob(x).mean().detach()) / SIZE.bands


@pytest.fixture(scope="module")
def part():
    chosen = select(DATASET, TEST, Linear(), torch.device("cpu"))
    return Tensors(frames=chosen.frames, semitone=chosen.semitone, label=chosen.label)


def test_the_estimate_is_the_marginal_likelihood(part):
    model = Linear()
    assert negative_log_likelihood(model, part, samples=2000) == pytest.approx(exact(model, part), abs=2e-4)


def test_it_is_a_bound_that_tightens(part):
    model = Linear(spoil=0.3)
    truth = exact(model, part)
    found = [negative_log_likelihood(model, part, samples=samples) for samples in (1, 20, 2000)]
    assert found[0] > found[1] > found[2] > truth - 1e-3
    assert found[2] - truth < 0.5 * (found[0] - truth)


def test_the_reconstruction_term_is_a_gaussian(part):
    model = Linear()
    logs = model.logs(part.frames)
    decoded = model.decode_logs(model.encode(logs, part.semitone)[0], part.semitone)
    normal = torch.distributions.Normal(decoded / model.deviation, torch.exp(0.5 * model.band_log_variance))
    expected = -normal.log_prob(logs / model.deviation).mean()
    assert reconstruction_term(model, part) == pytest.approx(float(expected.detach()), rel=1e-5)
    model.band_log_variance.data[:] = 0.0
    assert reconstruction_term(model, part) > 0.5 * math.log(2.0 * math.pi)
