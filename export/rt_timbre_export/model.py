"""The auto-encoder: from frames of band amplitudes to points of a timbre space, and back.

Encoder and decoder are fully connected networks with ReLU between the layers, as in Esling, Chemla-Romeu-Santos and
Bitton (DAFx 2018). They see logarithms of amplitudes, standardised; a semitone, one-hot, stands beside the input of
each. Everything between linear amplitudes and these numbers is part of the model, so that nothing is left to the user.
"""

import itertools
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from rt_timbre.loudness import REFERENCE_RMS, loudness_weights
from rt_timbre.space import Transform

LEAST_POWER = 1e-12
"""Added to an A-weighted power before a division by its root: silence stays silence."""

LOG_VARIANCE_LOW, LOG_VARIANCE_HIGH = -12.0, 6.0
"""Range of the encoder's logarithm of a variance."""

LOG_AMPLITUDE_HIGH = 5.0
"""Greatest logarithm of an amplitude that the decoder makes: all is finite, however far a point is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Architecture:
    """What must be known beside the weights to make the model.

    Attributes
    ----------
    bands, dimension : int
        K and D.
    hidden : tuple of int
        Widths of the encoder's hidden layers; the decoder has the same in reverse.
    conditioned : bool
        Whether both see the pitch.
    pitch_low, pitch_high : int
        MIDI notes: the first and the last semitone they know.
    loudness : str
        "a-weighted": every frame that goes in or comes out is brought to one A-weighted loudness; "corpus": none is.
    floor_db : float
        Amplitudes are told apart down to about this level, in dB relative to the reference: an RMS of
        `rt_timbre.loudness.REFERENCE_RMS`, or 1 for "corpus".
    """

    bands: int
    dimension: int
    hidden: tuple[int, ...]
    conditioned: bool
    pitch_low: int
    pitch_high: int
    loudness: str
    floor_db: float

    @property
    def semitones(self) -> int:
        """Size of the one-hot vectors; 0 if the model is not conditioned."""
        return self.pitch_high - self.pitch_low + 1 if self.conditioned else 0

    @property
    def floor(self) -> float:
        """Linear amplitude that is added before the logarithm."""
        reference = REFERENCE_RMS if self.loudness == "a-weighted" else 1.0
        return float(reference * 10.0 ** (self.floor_db / 20.0))


class Autoencoder(nn.Module):
    """A variational auto-encoder, or, trained without noise and divergence, a plain one.

    Parameters
    ----------
    architecture : Architecture
        Its size.
    transform : Transform
        What the bands are.
    seed : int
        Seed of the initial weights.

    Attributes
    ----------
    encoder, decoder : nn.Sequential
        The networks.
    mean : Tensor [K]
        Natural logarithm of amplitude that is 0 to the networks, per band.
    deviation : Tensor []
        Natural logarithm that is 1 to the networks.
    band_log_variance : nn.Parameter [K]
        Logarithm of the likelihood's variance in each band, of standardised logarithms; 0 unless it is learned.
    own, shared : Tensor [K], [K - 1]
        Weights of A-weighted power; see `rt_timbre.loudness.loudness_weights`.
    """

    mean: Tensor
    deviation: Tensor
    own: Tensor
    shared: Tensor

    def __init__(self, architecture: Architecture, transform: Transform, *, seed: int) -> None:
        super().__init__()
        self.architecture = architecture
        size, dimension, hidden = architecture, architecture.dimension, architecture.hidden
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(seed)
            self.encoder = _network((size.bands + size.semitones, *hidden, 2 * dimension))
            self.decoder = _network((dimension + size.semitones, *hidden[::-1], size.bands))
        self.band_log_variance = nn.Parameter(torch.zeros(size.bands), requires_grad=False)
        self.register_buffer("mean", torch.zeros(size.bands))
        self.register_buffer("deviation", torch.ones(()))
        own, shared = loudness_weights(transform)
        self.register_buffer("own", torch.from_numpy(own.astype(np.float32)))
        self.register_buffer("shared", torch.from_numpy(shared.astype(np.float32)))

    def standardise(self, frames: Tensor) -> None:
        """Take the scaling from the frames of the training notes [N, K]."""
        logs = self.logs(frames)
        self.mean.copy_(logs.mean(dim=0))
        self.deviation.copy_((logs - self.mean).square().mean().sqrt())

    def logs(self, frames: Tensor) -> Tensor:
        """Return the natural logarithms of amplitudes [B, K], floor included, after loudness is made equal."""
        if self.architecture.loudness == "a-weighted":
            frames = frames * self._gain(frames)
        return torch.log(frames + self.architecture.floor)

    def encode(self, logs: Tensor, semitone: Tensor) -> tuple[Tensor, Tensor]:
        """Return the posterior of frames.

        Parameters
        ----------
        logs : Tensor [B, K]
            As `logs` gives them.
        semitone : Tensor of int64 [B]
            Semitones above `Architecture.pitch_low`.

        Returns
        -------
        mean, log_variance : Tensor [B, D]
            Gaussian, independent in each dimension.
        """
        scaled = (logs - self.mean) / self.deviation
        mean, log_variance = self.encoder(self._beside(scaled, semitone)).chunk(2, dim=1)
        return mean, log_variance.clamp(LOG_VARIANCE_LOW, LOG_VARIANCE_HIGH)

    def decode_logs(self, latent: Tensor, semitone: Tensor) -> Tensor:
        """Return what `logs` should give for the frames of points [B, D] at semitones [B]; [B, K]."""
        logs: Tensor = self.decoder(self._beside(latent, semitone)) * self.deviation + self.mean
        logs = logs.clamp(max=LOG_AMPLITUDE_HIGH)
        if self.architecture.loudness == "a-weighted":
            logs = logs + torch.log(self._gain(torch.exp(logs)))
        return logs

    def decode(self, latent: Tensor, pitch: Tensor) -> Tensor:
        """Return linear amplitudes [B, K] of points [B, D], each at the semitone nearest to its MIDI pitch [B, 1]."""
        size = self.architecture
        semitone = (pitch[:, 0] - size.pitch_low).round().clamp(0.0, max(0, size.semitones - 1))
        logs = self.decode_logs(latent, semitone.long())
        frames = functional.relu(torch.exp(logs) - size.floor)
        return frames * self._gain(frames) if size.loudness == "a-weighted" else frames

    def project(self, frames: NDArray[np.float32], pitch: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the means of the posteriors, float32 [N, D], of frames float32 [N, K] at MIDI notes float32 [N]."""
        with torch.no_grad():
            mean, _ = self.encode(self.logs(torch.from_numpy(frames)), self._semitone(pitch))
        result: NDArray[np.float32] = mean.numpy()
        return result

    def reconstruct(self, frames: NDArray[np.float32], pitch: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return frames float32 [N, K] at MIDI notes float32 [N], encoded to the mean and decoded."""
        semitone = self._semitone(pitch)
        mean = torch.from_numpy(self.project(frames, pitch))
        with torch.no_grad():
            result: NDArray[np.float32] = self.decode(
                mean, semitone[:, None] + float(self.architecture.pitch_low)
            ).numpy()
        return result

    def _semitone(self, pitch: NDArray[np.float32]) -> Tensor:
        size = self.architecture
        semitone = torch.from_numpy(np.round(pitch).astype(np.int64) - size.pitch_low)
        return semitone.clamp(0, max(0, size.semitones - 1))

    def _gain(self, frames: Tensor) -> Tensor:
        """Return the factors [B, 1] that bring frames to the reference loudness."""
        power = frames.square() @ self.own + (frames[:, 1:] * frames[:, :-1]) @ self.shared
        return (REFERENCE_RMS / torch.sqrt(functional.relu(power) + LEAST_POWER))[:, None]

    def _beside(self, values: Tensor, semitone: Tensor) -> Tensor:
        size = self.architecture
        if not size.conditioned:
            return values
        return torch.cat([values, functional.one_hot(semitone, size.semitones).to(values.dtype)], dim=1)


def _network(widths: tuple[int, ...]) -> nn.Sequential:
    layers: list[nn.Module] = []
    for inputs, outputs in itertools.pairwise(widths):
        layers += [nn.Linear(inputs, outputs), nn.ReLU()]
    return nn.Sequential(*layers[:-1])
