"""How likely frames are to a model."""

import math

import torch
from torch import Tensor

from rt_timbre_export.model import Autoencoder
from rt_timbre_export.train import Tensors

SAMPLES = 200
"""Latents drawn for each frame."""

_ROWS = 8192  # decoded at a time
_LOG_TWO_PI = math.log(2.0 * math.pi)


def negative_log_likelihood(model: Autoencoder, part: Tensors, *, samples: int = SAMPLES, seed: int = 1) -> float:
    """Return the importance-weighted estimate of −log p(x) / K.

    x are the frames as the model sees them, standardised logarithms of amplitudes; p(x|z) is Gaussian, of unit variance
    or of that which was learned for each band; latents are drawn from the posterior, and

        log p(x) ≥ E log (1/S) Σ_s p(x|z_s) p(z_s) / q(z_s|x)

    (Burda, Grosse and Salakhutdinov 2016, equation 8), which is tight for many samples S.

    Parameters
    ----------
    model : Autoencoder
        The model.
    part : Tensors
        The frames.
    samples : int
        S.
    seed : int
        Seed of the draws.

    Returns
    -------
    float
        In nats per band, mean over frames.
    """
    chance = torch.Generator().manual_seed(seed)
    total = 0.0
    with torch.no_grad():
        step = max(1, _ROWS // samples)
        for frames, semitone in zip(torch.split(part.frames, step), torch.split(part.semitone, step), strict=True):
            logs = model.logs(frames)
            mean, log_variance = model.encode(logs, semitone)
            noise = torch.randn(samples, *mean.shape, generator=chance)
            latent = mean + noise * torch.exp(0.5 * log_variance)
            decoded = model.decode_logs(latent.flatten(0, 1), semitone.repeat(samples))
            weight = (
                _log_likelihood(model, decoded.reshape(samples, len(frames), -1), logs)
                - 0.5 * latent.square().sum(dim=2)
                + 0.5 * (noise.square() + log_variance).sum(dim=2)
            )
            total -= float((torch.logsumexp(weight.double(), dim=0) - math.log(samples)).sum())
    return total / (len(part.frames) * part.frames.shape[1])


def reconstruction_term(model: Autoencoder, part: Tensors) -> float:
    """Return −log p(x|z) / K at the mean of the posterior, in nats per band: all that a plain auto-encoder has."""
    with torch.no_grad():
        logs = model.logs(part.frames)
        decoded = model.decode_logs(model.encode(logs, part.semitone)[0], part.semitone)
        return float(-_log_likelihood(model, decoded, logs).mean()) / part.frames.shape[1]


def _log_likelihood(model: Autoencoder, decoded: Tensor, logs: Tensor) -> Tensor:
    """Return log p(x|z), summed over bands."""
    error = (decoded - logs) / model.deviation
    log_variance = model.band_log_variance
    return -0.5 * (error.square() * torch.exp(-log_variance) + log_variance + _LOG_TWO_PI).sum(dim=-1)
