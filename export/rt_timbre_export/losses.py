"""What training makes small."""

import math
from dataclasses import dataclass

import torch
from torch import Tensor

SPAN_DB = 60.0
"""Bands this far below the strongest of their frame count fully; weaker ones less and less."""

LEAST_WEIGHT = 0.05
"""Weight of the weakest bands: enough that silence stays silent."""

_SLOPE_DB = 4.0  # of the change from full weight to the least

DECIBEL = 20.0 / math.log(10.0)
"""dB in one unit of a natural logarithm of amplitude."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of the loss, means over a batch.

    Attributes
    ----------
    reconstruction, divergence : Tensor []
        See the functions of these names.
    regularisation : Tensor []
        R(z, T); see `rt_timbre_export.regularisers`.
    """

    reconstruction: Tensor
    divergence: Tensor
    regularisation: Tensor

    def loss(self, beta: float, alpha: float) -> Tensor:
        """Return the loss: −ELBO, with the divergence weighted by beta (Higgins et al. 2017), + alpha R."""
        return self.reconstruction + beta * self.divergence + alpha * self.regularisation


def band_weights(logs: Tensor) -> Tensor:
    """Return how much each band of each frame counts.

    Parameters
    ----------
    logs : Tensor [B, K]
        Natural logarithms of amplitudes.

    Returns
    -------
    Tensor [B, K]
        From `LEAST_WEIGHT` to 1.
    """
    peak = logs.amax(dim=1, keepdim=True)
    return LEAST_WEIGHT + (1.0 - LEAST_WEIGHT) * torch.sigmoid(((logs - peak) * DECIBEL + SPAN_DB) / _SLOPE_DB)


def reconstruction(
    decoded: Tensor, logs: Tensor, deviation: Tensor, band_log_variance: Tensor, *, weighted: bool
) -> Tensor:
    """Return the negative log-likelihood of frames, up to a constant.

    The likelihood is a Gaussian on standardised logarithms of amplitudes. On these a partial's frequency, which is in
    the ratio of two bands, counts the same in loud and in quiet partials.

    Parameters
    ----------
    decoded, logs : Tensor [B, K]
        What was decoded and what should have been, natural logarithms of amplitudes.
    deviation : Tensor []
        Unit of the standardised logarithms.
    band_log_variance : Tensor [K]
        Logarithm of the variance in each band.
    weighted : bool
        Whether weak bands count less.

    Returns
    -------
    Tensor [B]
        Half the squared differences over the variances, and half the logarithms of these, summed over bands.
    """
    error = (decoded - logs) / deviation
    terms = error.square() * torch.exp(-band_log_variance) + band_log_variance
    return 0.5 * (band_weights(logs) * terms if weighted else terms).sum(dim=1)


def divergence(mean: Tensor, log_variance: Tensor) -> Tensor:
    """Return the Kullback-Leibler divergence of posteriors from the standard normal distribution.

    Parameters
    ----------
    mean, log_variance : Tensor [B, D]
        Of the posteriors.

    Returns
    -------
    Tensor [B]
        In nats, summed over dimensions, of each frame (Kingma and Welling 2014, appendix B).
    """
    return 0.5 * (mean.square() + log_variance.exp() - 1.0 - log_variance).sum(dim=1)


def warmed(beta: float, epoch: int, warm_up: int) -> float:
    """Return beta at an epoch: it grows linearly from 0 and is reached at epoch `warm_up`."""
    return beta * min(1.0, epoch / warm_up) if warm_up else beta
