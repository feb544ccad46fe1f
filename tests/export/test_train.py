import dataclasses
import json

import numpy as np
import pytest
import torch

from rt_timbre_export.dataset import TRAIN, VALIDATION
from rt_timbre_export.errors import TrainingError
from rt_timbre_export.recipe import Augmentation
from rt_timbre_export.train import architecture, select, train, validation_error
from tests.tiny_dataset import tiny_dataset, tiny_recipe

DATASET = tiny_dataset()
AUGMENTED = {"augmentation": Augmentation(tilt_db=1.0, curve_db=3.0, curve_erb=4.0)}


def log_of(checkpoint):
    return [json.loads(line) for line in checkpoint.with_suffix(".jsonl").read_text().splitlines()]


def same(first, second):
    states = first.state_dict(), second.state_dict()
    return all(torch.equal(states[0][name], states[1][name]) for name in states[0])


@pytest.mark.parametrize("options", [{}, AUGMENTED])
def test_a_resumed_run_ends_where_an_unbroken_one_does(tmp_path, options):
    recipe = tiny_recipe(**options)
    unbroken = train(recipe, DATASET, tmp_path / "a.pt")
    for epochs in (1, 4, None):
        resumed = train(recipe, DATASET, tmp_path / "b.pt", resume=True, stop_after=epochs)
    assert same(unbroken, resumed)
    assert log_of(tmp_path / "a.pt") == log_of(tmp_path / "b.pt")


def test_epochs_after_the_last_checkpoint_are_repeated(tmp_path):
    recipe = tiny_recipe()
    checkpoint = tmp_path / "a.pt"
    train(recipe, DATASET, checkpoint, stop_after=2)
    early = checkpoint.read_bytes()
    train(recipe, DATASET, checkpoint, resume=True, stop_after=5)
    checkpoint.write_bytes(early)  # as after a crash: the log is ahead of the checkpoint
    resumed = train(recipe, DATASET, checkpoint, resume=True)
    assert [line["epoch"] for line in log_of(checkpoint)] == [1, 2, 3, 4, 5, 6]
    assert same(resumed, train(recipe, DATASET, tmp_path / "b.pt"))


def test_a_finished_run_is_not_done_again(tmp_path):
    first = train(tiny_recipe(), DATASET, tmp_path / "a.pt")
    assert same(first, train(tiny_recipe(), DATASET, tmp_path / "a.pt", resume=True))
    assert len(log_of(tmp_path / "a.pt")) == 6


def test_training_reconstructs_better_and_better(tmp_path):
    train(tiny_recipe(epochs=60, learning_rate=5e-3), DATASET, tmp_path / "a.pt")
    log = log_of(tmp_path / "a.pt")
    assert log[-1]["reconstruction"] < 0.5 * log[0]["reconstruction"]
    assert log[-1]["validation_db"] < 0.9 * log[0]["validation_db"]
    assert [line["beta"] for line in log[:3]] == pytest.approx([0.0, 0.15, 0.3])


def test_the_best_epoch_after_the_warm_up_is_kept(tmp_path):
    recipe = tiny_recipe(epochs=12, learning_rate=0.03)
    model = train(recipe, DATASET, tmp_path / "a.pt")
    log = log_of(tmp_path / "a.pt")
    error = validation_error(model, select(DATASET, VALIDATION, model, torch.device("cpu")))
    best = min(log[2:], key=lambda line: line["validation_db"])
    assert error == pytest.approx(best["validation_db"], rel=1e-5)
    assert log[-1]["best_epoch"] == best["epoch"]


def test_the_error_is_the_root_mean_square_of_decibels(tmp_path):
    model = train(tiny_recipe(), DATASET, tmp_path / "a.pt")
    part = select(DATASET, TRAIN, model, torch.device("cpu"))
    square, count = 0.0, 0
    for frame, semitone in zip(part.frames, part.semitone, strict=True):
        logs = model.logs(frame[None])
        mean, _ = model.encode(logs, semitone[None])
        levels = [
            20.0 * np.log10(np.exp(v.detach().numpy()[0])) for v in (logs, model.decode_logs(mean, semitone[None]))
        ]
        counts = levels[0] > levels[0].max() - 60.0
        square += np.sum((levels[0] - levels[1])[counts] ** 2)
        count += counts.sum()
    assert validation_error(model, part) == pytest.approx(np.sqrt(square / count), rel=1e-4)


def test_the_seed_decides(tmp_path):
    first, again, other = (
        train(tiny_recipe(epochs=1, warm_up=0, seed=seed), DATASET, tmp_path / f"{i}.pt")
        for i, seed in enumerate((1, 1, 2))
    )
    assert same(first, again)
    assert not same(first, other)


def test_a_plain_auto_encoder_ignores_beta(tmp_path):
    made = [
        train(tiny_recipe(beta=beta), DATASET, tmp_path / f"{beta}.pt", variational=False).state_dict()
        for beta in (0.0, 5.0)
    ]
    assert all(torch.equal(made[0][name], made[1][name]) for name in made[0])
    assert {line["beta"] for line in log_of(tmp_path / "5.0.pt")} == {0.0}


def test_checkpoints_hold_no_classes(tmp_path):
    train(tiny_recipe(epochs=1), DATASET, tmp_path / "a.pt")
    state = torch.load(tmp_path / "a.pt", weights_only=True)
    assert {"model", "optimiser", "best", "epoch", "key", "format"} <= state.keys()


def test_the_architecture_has_the_pitches_of_the_corpus():
    size = architecture(tiny_recipe(), DATASET)
    assert (size.pitch_low, size.pitch_high, size.semitones) == (60, 71, 12)


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda path: path.write_bytes(b"nothing"), "is no checkpoint"),
        (lambda path: path.write_bytes(path.read_bytes()[:2000]), "is no checkpoint"),
        (lambda path: torch.save({"format": 99}, path), "no checkpoint of this version"),
        (lambda path: torch.save([1, 2], path), "no checkpoint of this version"),
    ],
)
def test_a_damaged_checkpoint_is_refused(tmp_path, spoil, message):
    path = tmp_path / "a.pt"
    train(tiny_recipe(epochs=1), DATASET, path)
    spoil(path)
    with pytest.raises(TrainingError, match=message) as caught:
        train(tiny_recipe(epochs=1), DATASET, path, resume=True)
    assert "\n" not in str(caught.value)


def test_a_checkpoint_of_something_else_is_refused(tmp_path):
    path = tmp_path / "a.pt"
    train(tiny_recipe(), DATASET, path, stop_after=1)
    with pytest.raises(TrainingError, match="is there already"):
        train(tiny_recipe(), DATASET, path)
    for recipe, dataset in ((tiny_recipe(beta=0.1), DATASET), (tiny_recipe(), tiny_dataset(seed=1))):
        with pytest.raises(TrainingError, match="another recipe or other frames"):
            train(recipe, dataset, path, resume=True)


def test_a_corpus_without_validation_notes_is_refused(tmp_path):
    dataset = dataclasses.replace(DATASET, split=np.zeros_like(DATASET.split))
    with pytest.raises(TrainingError, match="no validation notes are left"):
        train(tiny_recipe(), dataset, tmp_path / "a.pt")
