"""Training: seeded, resumable, logged.

All chance of an epoch follows from the seed and the epoch's number, so a run that is stopped and resumed from its
checkpoint gives the same weights as one that was not.
"""

import dataclasses
import hashlib
import json
import math
import os
import pickle
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from tqdm import tqdm

from rt_timbre_export import losses
from rt_timbre_export.augmentation import random_filters
from rt_timbre_export.dataset import TRAIN, VALIDATION, Dataset
from rt_timbre_export.errors import TrainingError
from rt_timbre_export.model import Architecture, Autoencoder
from rt_timbre_export.recipe import Recipe, TrainRecipe

_FORMAT = 1  # of checkpoints
_RISE = 0.04  # share of the steps over which the learning rate grows at first
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
    """

    frames: Tensor
    semitone: Tensor


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


def select(dataset: Dataset, part: int, model: Autoencoder, device: torch.device) -> Tensors:
    """Return the frames of a part of the split."""
    chosen = dataset.select(part)
    semitone = np.round(dataset.pitch[chosen]).astype(np.int64) - model.architecture.pitch_low
    return Tensors(
        frames=torch.from_numpy(dataset.frames[chosen]).to(device), semitone=torch.from_numpy(semitone).to(device)
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
) -> Autoencoder:
    """Train an auto-encoder.

    A GPU is used where there is one. Beside the checkpoint a log is kept, with one JSON object per epoch in a line.

    Parameters
    ----------
    recipe : Recipe
        Its sections model, train and frames are used.
    dataset : Dataset
        The frames. The weights of the epoch that reconstructs those of the validation notes best are taken, among the
        epochs after the warm-up.
    checkpoint : Path
        Where the state is kept; its folder is made if it is missing.
    variational : bool
        Whether the latent is random and divergence counts; otherwise it is an auto-encoder of the same size.
    resume : bool
        Whether to go on from the checkpoint if there is one.
    stop_after : int, optional
        Epoch after which to leave off, with a checkpoint.

    Returns
    -------
    Autoencoder
        The best so far, on the CPU.

    Raises
    ------
    TrainingError
        There is a checkpoint but `resume` is false, or it belongs to another recipe or other frames, or cannot be read.
    """
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    run = _Run(recipe, dataset, variational, device)
    log = checkpoint.with_suffix(".jsonl")
    if resume and checkpoint.exists():
        run.restore(_load(checkpoint, run.key))
    elif checkpoint.exists():
        raise TrainingError(f"{checkpoint} is there already: resume it (--resume), remove it, or choose another folder")
    checkpoint.parent.mkdir(parents=True, exist_ok=True)
    _cut(log, run.epoch)
    last = min(recipe.train.epochs, stop_after or recipe.train.epochs)
    bar = tqdm(range(run.epoch, last), desc=checkpoint.stem, unit="epoch", initial=run.epoch, total=last)
    with log.open("a", encoding="utf-8") as lines:
        saved = bar.format_dict["elapsed"]
        for _ in bar:
            record = run.advance()
            lines.write(json.dumps(record) + "\n")
            bar.set_postfix_str(f"validation {record['validation_db']:.2f} dB")
            if bar.format_dict["elapsed"] - saved > _EVERY:
                lines.flush()
                _save(run.state(), checkpoint)
                saved = bar.format_dict["elapsed"]
    _save(run.state(), checkpoint)
    run.model.load_state_dict(run.best)
    return run.model.cpu().eval()


class _Run:
    """A training run between two epochs."""

    def __init__(self, recipe: Recipe, dataset: Dataset, variational: bool, device: torch.device) -> None:
        self.key = _key(recipe, dataset, variational)
        self.epoch = 0
        self._recipe: TrainRecipe = recipe.train
        self._variational = variational
        self._device = device
        self._centres = dataset.transform.centres
        shape = architecture(recipe, dataset)
        self.model = Autoencoder(shape, dataset.transform, seed=recipe.train.seed).to(device)
        self._train = select(dataset, TRAIN, self.model, device)
        self._validation = select(dataset, VALIDATION, self.model, device)
        for part, what in ((self._train, "training"), (self._validation, "validation")):
            if len(part.frames) == 0:
                raise TrainingError(f"no {what} notes are left: the corpus is too small for the shares of [split]")
        self.model.standardise(self._train.frames)
        self._optimiser = torch.optim.AdamW(
            self.model.parameters(), lr=recipe.train.learning_rate, weight_decay=recipe.train.weight_decay
        )
        self._best_error = math.inf
        self._best_epoch = 0
        self.best = _copied(self.model)

    def state(self) -> dict[str, Any]:
        """Return all that is needed to go on, in tensors, texts and numbers."""
        return {
            "format": _FORMAT,
            "key": self.key,
            "epoch": self.epoch,
            "model": self.model.state_dict(),
            "optimiser": self._optimiser.state_dict(),
            "best": self.best,
            "best_error": self._best_error,
            "best_epoch": self._best_epoch,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Go back to a state."""
        self.epoch = state["epoch"]
        self.model.load_state_dict(state["model"])
        self._optimiser.load_state_dict(state["optimiser"])
        self.best = {name: tensor.to(self._device) for name, tensor in state["best"].items()}
        self._best_error = state["best_error"]
        self._best_epoch = state["best_epoch"]

    def advance(self) -> dict[str, float]:
        """Train for one epoch and return what the log keeps."""
        recipe = self._recipe
        chance = torch.Generator().manual_seed(_mixed(recipe.seed, self.epoch))
        filters = np.random.default_rng([recipe.seed, self.epoch])
        beta = losses.warmed(recipe.beta, self.epoch, recipe.warm_up) if self._variational else 0.0
        batches = torch.split(torch.randperm(len(self._train.frames), generator=chance), recipe.batch)
        sums = np.zeros(3)
        rate = 0.0
        self.model.train()
        for i, batch in enumerate(batches):
            rate = self._rate(self.epoch * len(batches) + i, recipe.epochs * len(batches))
            for group in self._optimiser.param_groups:
                group["lr"] = rate
            terms = self._terms(batch.to(self._device), chance, filters)
            loss = terms.loss(beta)
            self._optimiser.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(self.model.parameters(), _LONGEST_GRADIENT)
            self._optimiser.step()
            values = [float(loss.detach()), float(terms.reconstruction.detach()), float(terms.divergence.detach())]
            sums += len(batch) * np.array(values)
        self.model.eval()
        self.epoch += 1
        error = validation_error(self.model, self._validation)
        # Before, the divergence is too cheap, and a good reconstruction says nothing about the space.
        if self.epoch > min(recipe.warm_up, recipe.epochs - 1) and error < self._best_error:
            self._best_error, self._best_epoch, self.best = error, self.epoch, _copied(self.model)
        loss_, reconstruction, divergence = sums / len(self._train.frames)
        return {
            "epoch": self.epoch,
            "loss": loss_,
            "reconstruction": reconstruction,
            "divergence": divergence,
            "beta": beta,
            "learning_rate": rate,
            "validation_db": error,
            "best_epoch": self._best_epoch,
        }

    def _terms(self, batch: Tensor, chance: torch.Generator, filters: np.random.Generator) -> losses.Terms:
        frames, semitone = self._train.frames[batch], self._train.semitone[batch]
        augmentation = self._recipe.augmentation
        if augmentation.tilt_db > 0.0 or augmentation.curve_db > 0.0:
            responses = random_filters(augmentation, self._centres, len(batch), filters)
            frames = frames * torch.from_numpy(responses).to(self._device).div(losses.DECIBEL).exp()
        logs = self.model.logs(frames)
        mean, log_variance = self.model.encode(logs, semitone)
        latent = mean
        if self._variational:
            noise = torch.randn(mean.shape, generator=chance).to(self._device)
            latent = mean + noise * torch.exp(0.5 * log_variance)
        decoded = self.model.decode_logs(latent, semitone)
        return losses.Terms(
            reconstruction=losses.reconstruction(decoded, logs, self.model.deviation),
            divergence=losses.divergence(mean, log_variance),
        )

    def _rate(self, step: int, steps: int) -> float:
        """Return the learning rate: a short rise, then half a cosine."""
        fall = _LEAST_RATE + (1.0 - _LEAST_RATE) * 0.5 * (1.0 + math.cos(math.pi * step / steps))
        return self._recipe.learning_rate * min(1.0, (step + 1) / (_RISE * steps)) * fall


def _copied(model: Autoencoder) -> dict[str, Tensor]:
    return {name: tensor.detach().clone() for name, tensor in model.state_dict().items()}


def _mixed(seed: int, epoch: int) -> int:
    return int(np.random.SeedSequence([seed, epoch]).generate_state(1, np.uint64)[0] >> np.uint64(1))


def _key(recipe: Recipe, dataset: Dataset, variational: bool) -> str:
    """Return a name for all that a run depends on."""
    tree = recipe.as_dict()
    depends = {
        "sections": {section: tree[section] for section in ("model", "train", "frames")},
        "variational": variational,
        "shape": dataclasses.asdict(architecture(recipe, dataset)),
    }
    digest = hashlib.sha256(json.dumps(depends, sort_keys=True).encode())
    for array in (dataset.frames, dataset.pitch, dataset.note, dataset.split, dataset.transform.centres):
        digest.update(np.ascontiguousarray(array).data)
    return digest.hexdigest()


def _save(state: dict[str, Any], path: Path) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            torch.save(state, file)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


def _load(path: Path, key: str) -> dict[str, Any]:
    try:
        state = torch.load(path, map_location="cpu", weights_only=True)
    except (OSError, RuntimeError, EOFError, pickle.UnpicklingError) as error:
        raise TrainingError(f"{path} is no checkpoint: {str(error).splitlines()[0]}; remove it to begin anew") from None
    if not isinstance(state, dict) or state.get("format") != _FORMAT:
        raise TrainingError(f"{path} is no checkpoint of this version; remove it to begin anew")
    if state["key"] != key:
        raise TrainingError(f"{path} belongs to another recipe or other frames; remove it or choose another folder")
    return state


def _cut(log: Path, epochs: int) -> None:
    """Keep only the lines of the first epochs, which the checkpoint has."""
    if log.exists():
        lines = log.read_text("utf-8").splitlines(keepends=True)
        log.write_text("".join(lines[:epochs]), "utf-8")
