"""Training: seeded, resumable, logged, on one process or several.

All chance of an epoch follows from the seed and the epoch's number, so a run that is stopped and resumed from its
checkpoint gives the same weights as one that was not. Several processes draw the same and take their parts of it, so
they follow the same path as one, but for rounding.
"""

import dataclasses
import hashlib
import json
import math
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from tqdm import tqdm

from rt_timbre_export import checkpoint as checkpoints
from rt_timbre_export import losses
from rt_timbre_export.augmentation import random_filters
from rt_timbre_export.dataset import TRAIN, VALIDATION, Dataset
from rt_timbre_export.dissimilarity import named
from rt_timbre_export.errors import TrainingError
from rt_timbre_export.model import Architecture, Autoencoder
from rt_timbre_export.ranks import Ranks, device, joined
from rt_timbre_export.recipe import Recipe
from rt_timbre_export.regularisers import Regulariser, Target, target

_RISE = 0.04  # share of a stage's steps over which the learning rate grows at first
_LEAST_RATE = 0.01  # share of the learning rate that is left at the end
_LONGEST_GRADIENT = 100.0  # norm to which gradients are cut
_BLOCK = 4096  # frames that are reconstructed at a time
_EVERY = 30.0  # seconds between checkpoints


@dataclass(frozen=True, slots=True, kw_only=True)
class Tensors:
    """Frames on the device.

    Attributes
    ----------
    frames : Tensor [N, K]
        Linear amplitudes.
    semitone : Tensor of int64 [N]
        Semitones above the model's lowest.
    label : Tensor of int64 [N]
        Instruments.
    """

    frames: Tensor
    semitone: Tensor
    label: Tensor


def architecture(recipe: Recipe, dataset: Dataset) -> Architecture:
    """Return the architecture that a recipe asks for, with the range of pitches of its corpus."""
    return Architecture(
        bands=dataset.frames.shape[1],
        dimension=recipe.model.dimension,
        hidden=recipe.model.hidden,
        conditioned=recipe.model.conditioned,
        pitch_low=int(dataset.pitch.min()),
        pitch_high=int(dataset.pitch.max()),
        loudness=recipe.frames.loudness,
        floor_db=recipe.frames.floor_db,
    )


def wanted_distances(recipe: Recipe, instruments: tuple[str, ...]) -> Target | None:
    """Return the distances between instruments that a recipe's regulariser wants; None if it has none.

    Raises
    ------
    DissimilarityError
        The table cannot be read, is incomplete, or has too few of the instruments.
    """
    section = recipe.regulariser
    if section is None:
        return None
    table = named(section.dissimilarities, recipe.directory, section.study_weights or None)
    return target(table, instruments, dimensions=section.target_dimensions, scale_to=section.target_scale)


def select(dataset: Dataset, part: int, model: Autoencoder, device: torch.device) -> Tensors:
    """Return the frames of a part of the split."""
    chosen = dataset.select(part)
    semitone = np.round(dataset.pitch[chosen]).astype(np.int64) - model.architecture.pitch_low
    return Tensors(
        frames=torch.from_numpy(dataset.frames[chosen]).to(device),
        semitone=torch.from_numpy(semitone).to(device),
        label=torch.from_numpy(dataset.instrument[chosen].astype(np.int64)).to(device),
    )


def validation_error(model: Autoencoder, part: Tensors) -> float:
    """Return the error of frames that are encoded to the mean and decoded.

    Parameters
    ----------
    model : Autoencoder
        The model.
    part : Tensors
        The frames.

    Returns
    -------
    float
        Root of the mean squared difference in dB over all bands within `losses.SPAN_DB` of the peak of their frame.
    """
    square, count = 0.0, 0
    with torch.no_grad():
        for frames, semitone in zip(torch.split(part.frames, _BLOCK), torch.split(part.semitone, _BLOCK), strict=True):
            logs = model.logs(frames)
            decoded = model.decode_logs(model.encode(logs, semitone)[0], semitone)
            counts = logs > logs.amax(dim=1, keepdim=True) - losses.SPAN_DB / losses.DECIBEL
            square += float((decoded - logs)[counts].square().sum())
            count += int(counts.sum())
    return losses.DECIBEL * math.sqrt(square / count)


def train(
    recipe: Recipe,
    dataset: Dataset,
    checkpoint: Path,
    *,
    variational: bool = True,
    resume: bool = False,
    stop_after: int | None = None,
    quiet: bool = False,
) -> Autoencoder:
    """Train an auto-encoder.

    A GPU is used where there is one; processes that torchrun starts share the work. Beside the checkpoint a log is
    kept, with one JSON object per epoch in a line.

    Parameters
    ----------
    recipe : Recipe
        Its sections model, train, frames and regulariser are used.
    dataset : Dataset
        The frames. The weights of the epoch that reconstructs those of the validation notes best are taken: among the
        epochs after the warm-up, or, with a regulariser, among the second half of those that it shapes. Without a share
        for the validation the last epoch's are taken.
    checkpoint : Path
        Where the state is kept; its folder is made if it is missing.
    variational : bool
        Whether the latent is random and divergence and regularisation count; otherwise it is an auto-encoder of the
        same size.
    resume : bool
        Whether to go on from the checkpoint if there is one.
    stop_after : int, optional
        Epoch after which to leave off, with a checkpoint.
    quiet : bool
        Whether to show no progress.

    Returns
    -------
    Autoencoder
        The best so far, on the CPU.

    Raises
    ------
    TrainingError
        There is a checkpoint but `resume` is false, or it belongs to another recipe or other frames, or cannot be read.
    DissimilarityError
        The regulariser's table does not fit.
    """
    ranks = joined()
    run = _Run(recipe, dataset, variational, ranks)
    log = checkpoint.with_suffix(".jsonl")
    if resume and checkpoint.exists():
        run.restore(checkpoints.load(checkpoint, run.key))
    elif checkpoint.exists():
        raise TrainingError(f"{checkpoint} is there already: resume it (--resume), remove it, or choose another folder")
    ranks.wait()
    last = min(recipe.train.epochs, stop_after or recipe.train.epochs)
    epochs = range(run.epoch, last)
    if ranks.first:
        checkpoint.parent.mkdir(parents=True, exist_ok=True)
        checkpoints.cut(log, run.epoch)
        bar = tqdm(epochs, desc=checkpoint.stem, unit="epoch", initial=run.epoch, total=last, disable=quiet)
        with log.open("a", encoding="utf-8") as lines:
            saved = time.monotonic()
            for _ in bar:
                record = run.advance()
                lines.write(json.dumps(record) + "\n")
                if record["validation_db"] is not None:
                    bar.set_postfix_str(f"validation {record['validation_db']:.2f} dB")
                if time.monotonic() - saved > _EVERY:
                    lines.flush()
                    checkpoints.save(run.state(), checkpoint)
                    saved = time.monotonic()
        checkpoints.save(run.state(), checkpoint)
    else:
        for _ in epochs:
            run.advance()
    ranks.wait()
    run.model.load_state_dict(run.best)
    return run.model.cpu().eval()


class _Step(nn.Module):
    """What the gradient flows through, in one call, so that it can be spread over processes."""

    def __init__(self, model: Autoencoder, *, weighted: bool) -> None:
        super().__init__()
        self._model = model
        self._weighted = weighted

    def forward(self, frames: Tensor, semitone: Tensor, noise: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return reconstruction and divergence [B], means and logarithms of variances [B, D]."""
        model = self._model
        logs = model.logs(frames)
        mean, log_variance = model.encode(logs, semitone)
        decoded = model.decode_logs(mean + noise * torch.exp(0.5 * log_variance), semitone)
        reconstruction = losses.reconstruction(
            decoded, logs, model.deviation, model.band_log_variance, weighted=self._weighted
        )
        return reconstruction, losses.divergence(mean, log_variance), mean, log_variance


class _Run:
    """A training run between two epochs."""

    def __init__(self, recipe: Recipe, dataset: Dataset, variational: bool, ranks: Ranks) -> None:
        wanted = wanted_distances(recipe, dataset.instruments) if variational else None
        self.key = _key(recipe, dataset, variational, wanted)
        self.epoch = 0
        self._recipe = recipe.train
        self._variational = variational
        self._ranks = ranks
        self._device = device()
        self._centres = dataset.transform.centres
        shape = architecture(recipe, dataset)
        self.model = Autoencoder(shape, dataset.transform, seed=recipe.train.seed).to(self._device)
        self.model.band_log_variance.requires_grad_(recipe.train.likelihood == "learned")
        self._train = select(dataset, TRAIN, self.model, self._device)
        self._validation = select(dataset, VALIDATION, self.model, self._device)
        if len(self._train.frames) == 0:
            raise TrainingError("no training notes are left: the corpus is too small for the shares of [split]")
        if recipe.split.validation > 0.0 and len(self._validation.frames) == 0:
            raise TrainingError("no validation notes are left: the corpus is too small for the shares of [split]")
        self.model.standardise(self._train.frames)
        self._step = ranks.spread(_Step(self.model, weighted=recipe.train.likelihood == "weighted"))
        self._optimiser = torch.optim.AdamW(
            self.model.parameters(), lr=recipe.train.learning_rate, weight_decay=recipe.train.weight_decay
        )
        self._section = recipe.regulariser if wanted is not None else None
        self._regulariser = (
            Regulariser(recipe.regulariser, wanted, dataset.instruments, self._device)
            if recipe.regulariser is not None and wanted is not None
            else None
        )
        self._shaped = torch.zeros(0, dtype=torch.int64, device=self._device)
        self._best_error = math.inf
        self._best_epoch = 0
        self.best = _copied(self.model)

    def state(self) -> dict[str, Any]:
        """Return all that is needed to go on, in tensors, texts and numbers."""
        return {
            "format": checkpoints.FORMAT,
            "key": self.key,
            "epoch": self.epoch,
            "model": self.model.state_dict(),
            "optimiser": self._optimiser.state_dict(),
            "shaped": self._shaped,
            "best": self.best,
            "best_error": self._best_error,
            "best_epoch": self._best_epoch,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Go back to a state."""
        self.epoch = state["epoch"]
        self.model.load_state_dict(state["model"])
        self._optimiser.load_state_dict(state["optimiser"])
        self._shaped = state["shaped"].to(self._device)
        self.best = {name: tensor.to(self._device) for name, tensor in state["best"].items()}
        self._best_error = state["best_error"]
        self._best_epoch = state["best_epoch"]

    def advance(self) -> dict[str, float | None]:
        """Train for one epoch and return what the log keeps."""
        recipe = self._recipe
        chance = torch.Generator().manual_seed(_mixed(recipe.seed, self.epoch))
        filters = np.random.default_rng([recipe.seed, self.epoch])
        beta = losses.warmed(recipe.beta, self.epoch, recipe.warm_up) if self._variational else 0.0
        alpha = self._alpha()
        if alpha > 0.0 and len(self._shaped) == 0:
            self._choose_dimensions()
        batches = torch.split(torch.randperm(len(self._train.frames), generator=chance), recipe.batch)
        first, last = self._stage()
        sums = np.zeros(3)
        regularisation, rate = 0.0, 0.0
        self.model.train()
        for i, batch in enumerate(batches):
            rate = self._rate((self.epoch - first) * len(batches) + i, (last - first) * len(batches))
            for group in self._optimiser.param_groups:
                group["lr"] = rate
            terms = self._terms(batch.to(self._device), chance, filters, alpha > 0.0)
            loss = terms.loss(beta, alpha)
            self._optimiser.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(self.model.parameters(), _LONGEST_GRADIENT)
            self._optimiser.step()
            values = [float(term.detach()) for term in (loss, terms.reconstruction, terms.divergence)]
            sums += len(batch) * np.array(values)
            regularisation += float(terms.regularisation.detach()) / len(batches)
        self.model.eval()
        self.epoch += 1
        error = self._validate()
        # The terms of each process are so scaled that their mean is the batch's.
        loss_, reconstruction, divergence = self._ranks.total(sums) / (self._ranks.count * len(self._train.frames))
        return {
            "epoch": self.epoch,
            "loss": loss_,
            "reconstruction": reconstruction,
            "divergence": divergence,
            "regularisation": regularisation if alpha > 0.0 else None,
            "beta": beta,
            "alpha": alpha,
            "learning_rate": rate,
            "validation_db": error,
            "best_epoch": self._best_epoch,
        }

    def _alpha(self) -> float:
        section = self._section
        return section.alpha if section is not None and self.epoch >= section.start else 0.0

    def _stage(self) -> tuple[int, int]:
        """Return the first epoch of this stage and that after its last: the learning rate rises and falls in each."""
        start = self._section.start if self._section is not None else 0
        return (start, self._recipe.epochs) if self.epoch >= start else (0, start)

    def _choose_dimensions(self) -> None:
        assert self._regulariser is not None
        with torch.no_grad():
            parts = zip(torch.split(self._train.frames, _BLOCK), torch.split(self._train.semitone, _BLOCK), strict=True)
            means = torch.cat([self.model.encode(self.model.logs(frames), semitone)[0] for frames, semitone in parts])
        self._shaped = self._regulariser.choose(means)

    def _validate(self) -> float | None:
        """Keep the weights if they are the best so far; return their error in dB, if there are validation frames."""
        error = validation_error(self.model, self._validation) if len(self._validation.frames) else None
        # Before, the divergence is too cheap, or the space not yet shaped, and a good reconstruction says nothing.
        settled = min(self._recipe.warm_up, self._recipe.epochs - 1)
        if self._section is not None:
            settled = max(settled, (self._section.start + self._recipe.epochs) // 2)
        if error is None or (self.epoch > settled and error < self._best_error):
            self._best_error = math.inf if error is None else error
            self._best_epoch, self.best = self.epoch, _copied(self.model)
        return error

    def _terms(
        self, batch: Tensor, chance: torch.Generator, filters: np.random.Generator, regularised: bool
    ) -> losses.Terms:
        size = len(batch)
        noise = torch.zeros(size, self.model.architecture.dimension)
        if self._variational:
            noise = torch.randn(noise.shape, generator=chance)
        part = self._ranks.part(size)
        own = batch[part]
        frames = self._train.frames[own]
        augmentation = self._recipe.augmentation
        if augmentation.tilt_db > 0.0 or augmentation.curve_db > 0.0:
            responses = torch.from_numpy(random_filters(augmentation, self._centres, size, filters)[part])
            frames = frames * responses.to(self._device).div(losses.DECIBEL).exp()
        reconstruction, divergence, mean, log_variance = self._step(
            frames, self._train.semitone[own], noise[part].to(self._device)
        )
        regularisation = torch.zeros((), device=self._device)
        if regularised:
            assert self._regulariser is not None
            shaped = self._shaped
            regularisation = self._regulariser(
                self._ranks.whole(mean[:, shaped], size),
                self._ranks.whole(log_variance[:, shaped], size),
                self._train.label[batch],
                chance,
            )
        share = self._ranks.count / size
        return losses.Terms(share * reconstruction.sum(), share * divergence.sum(), regularisation)

    def _rate(self, step: int, steps: int) -> float:
        """Return the learning rate: a short rise, then half a cosine."""
        fall = _LEAST_RATE + (1.0 - _LEAST_RATE) * 0.5 * (1.0 + math.cos(math.pi * step / steps))
        return self._recipe.learning_rate * min(1.0, (step + 1) / (_RISE * steps)) * fall


def _copied(model: Autoencoder) -> dict[str, Tensor]:
    return {name: tensor.detach().clone() for name, tensor in model.state_dict().items()}


def _mixed(seed: int, epoch: int) -> int:
    return int(np.random.SeedSequence([seed, epoch]).generate_state(1, np.uint64)[0] >> np.uint64(1))


def _key(recipe: Recipe, dataset: Dataset, variational: bool, wanted: Target | None) -> str:
    """Return a name for all that a run depends on."""
    tree = recipe.as_dict()
    sections = ("model", "train", "frames") + (("regulariser",) if wanted is not None else ())
    depends = {
        "sections": {section: tree[section] for section in sections},
        "variational": variational,
        "shape": dataclasses.asdict(architecture(recipe, dataset)),
    }
    digest = hashlib.sha256(json.dumps(depends, sort_keys=True).encode())
    arrays = [dataset.frames, dataset.pitch, dataset.note, dataset.split, dataset.transform.centres]
    if wanted is not None:
        # The table may be a file that changes. Scaling is repeated to many digits, but not to all, elsewhere.
        arrays += [dataset.instrument, wanted.distance.round(6), wanted.deviation.round(6)]
    for array in arrays:
        digest.update(np.ascontiguousarray(array).data)
    return digest.hexdigest()
