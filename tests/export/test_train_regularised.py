import dataclasses
import json
import os
import signal
import subprocess
import sys
import time

import numpy as np
import pytest
import torch

from rt_timbre_export.dataset import TRAIN
from rt_timbre_export.errors import DissimilarityError, TrainingError
from rt_timbre_export.scaling import distances
from rt_timbre_export.train import select, train, wanted_distances
from tests.export import killed_training, ranked_training
from tests.export.ranked_training import shaping
from tests.tiny_dataset import tiny_dataset, tiny_recipe

DATASET = tiny_dataset()


def log_of(checkpoint):
    return [json.loads(line) for line in checkpoint.with_suffix(".jsonl").read_text().splitlines()]


def centroids(model):
    part = select(DATASET, TRAIN, model, torch.device("cpu"))
    with torch.no_grad():
        means = model.encode(model.logs(part.frames), part.semitone)[0]
    return np.stack([means[part.label == label].mean(dim=0).numpy() for label in range(3)])


def test_the_second_stage_shapes_the_space(tmp_path):
    section = shaping(tmp_path, start=20, alpha=30.0)
    recipe = tiny_recipe(section, epochs=60, learning_rate=5e-3, beta=0.02)
    model = train(recipe, DATASET, tmp_path / "shaped.pt")
    plain = train(dataclasses.replace(recipe, regulariser=None), DATASET, tmp_path / "plain.pt")
    log = log_of(tmp_path / "shaped.pt")
    assert [line["alpha"] for line in log] == [0.0] * 20 + [30.0] * 40
    assert all(line["regularisation"] is None for line in log[:20])
    assert log[-1]["regularisation"] < 0.05 * log[20]["regularisation"]
    # The learning rate rises and falls in each stage; the best epoch is of the second half of the second.
    assert log[19]["learning_rate"] < 0.02 * recipe.train.learning_rate < log[25]["learning_rate"]
    assert log[-1]["best_epoch"] > 40
    upper = np.triu_indices(3, 1)
    wanted = wanted_distances(recipe, DATASET.instruments).distance[upper]
    found = [distances(centroids(m))[upper] for m in (model, plain)]
    errors = [np.abs(np.argsort(np.argsort(f)) - np.argsort(np.argsort(wanted))).sum() for f in found]
    assert errors[0] == 0
    assert np.corrcoef(found[0], wanted)[0, 1] > 0.95


@pytest.mark.parametrize("kind", ["student", "l2", "gaussian", "prior"])
def test_a_resumed_run_ends_where_an_unbroken_one_does(tmp_path, kind):
    match = "elements" if kind == "prior" else "classes"
    dimensions = 0 if kind == "gaussian" else 1
    section = shaping(
        tmp_path, kind=kind, match=match, target_dimensions=dimensions, dimensions="most variant", dimension_count=2
    )
    recipe = tiny_recipe(section)
    unbroken = train(recipe, DATASET, tmp_path / "a.pt")
    for epochs in (1, 3, None):
        resumed = train(recipe, DATASET, tmp_path / "b.pt", resume=True, stop_after=epochs)
    assert log_of(tmp_path / "a.pt") == log_of(tmp_path / "b.pt")
    states = unbroken.state_dict(), resumed.state_dict()
    assert all(torch.equal(states[0][name], states[1][name]) for name in states[0])
    assert log_of(tmp_path / "a.pt")[-1]["regularisation"] is not None


def test_without_alpha_the_second_stage_changes_nothing_but_the_learning_rate(tmp_path):
    recipe = tiny_recipe(shaping(tmp_path, alpha=0.0))
    train(recipe, DATASET, tmp_path / "a.pt")
    assert {line["regularisation"] for line in log_of(tmp_path / "a.pt")} == {None}


def test_a_table_that_changed_is_another_run(tmp_path):
    recipe = tiny_recipe(shaping(tmp_path))
    train(recipe, DATASET, tmp_path / "a.pt", stop_after=1)
    (tmp_path / "heard.csv").write_text(ranked_training.TABLE.replace("0.6", "0.5"))
    with pytest.raises(TrainingError, match="another recipe or other frames"):
        train(recipe, DATASET, tmp_path / "a.pt", resume=True)
    (tmp_path / "heard.csv").write_text("\n".join(ranked_training.TABLE.splitlines()[:-1]))
    with pytest.raises(DissimilarityError, match=r"heard.csv lacks 1 of 3 pairs: Bright and Hollow"):
        train(recipe, DATASET, tmp_path / "c.pt")


def test_the_variance_is_learned_if_asked(tmp_path):
    models = [
        train(tiny_recipe(likelihood=likelihood), DATASET, tmp_path / f"{likelihood}.pt")
        for likelihood in ("weighted", "unit", "learned")
    ]
    spread = [float(model.band_log_variance.detach().abs().max()) for model in models]
    assert spread[:2] == [0.0, 0.0]
    assert spread[2] > 0.0


def test_without_a_share_for_the_validation_the_last_epoch_is_taken(tmp_path):
    split = np.where(DATASET.split == 1, TRAIN, DATASET.split).astype(np.int8)
    recipe = tiny_recipe()
    recipe = dataclasses.replace(recipe, split=dataclasses.replace(recipe.split, validation=0.0))
    train(recipe, dataclasses.replace(DATASET, split=split), tmp_path / "a.pt")
    assert [(line["validation_db"], line["best_epoch"]) for line in log_of(tmp_path / "a.pt")] == [
        (None, epoch) for epoch in range(1, 7)
    ]


def test_a_killed_training_goes_on_and_ends_where_an_unbroken_one_does(tmp_path):
    log = tmp_path / "killed.jsonl"
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.export.killed_training", str(tmp_path)],
        env=os.environ | {"PYTHONPATH": ".:export"},
    )
    until = time.monotonic() + 100.0
    while not (log.exists() and len(log.read_text().splitlines()) >= 6):
        assert process.poll() is None
        assert time.monotonic() < until
        time.sleep(0.01)
    process.kill()
    assert process.wait() == -signal.SIGKILL
    recipe = killed_training.recipe(tmp_path)
    resumed = train(recipe, DATASET, tmp_path / "killed.pt", resume=True)
    unbroken = train(recipe, DATASET, tmp_path / "unbroken.pt")
    states = unbroken.state_dict(), resumed.state_dict()
    assert all(torch.equal(states[0][name], states[1][name]) for name in states[0])
    assert log_of(tmp_path / "killed.pt") == log_of(tmp_path / "unbroken.pt")


@pytest.mark.parametrize(("kind", "match"), [("student", "classes"), ("l2", "elements")])
def test_two_ranks_follow_the_path_of_one(tmp_path, kind, match):
    one = train(ranked_training.recipe(tmp_path, kind, match), DATASET, tmp_path / "one.pt")
    launched = subprocess.run(
        [
            *(sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2"),
            *("-m", "tests.export.ranked_training", str(tmp_path), kind, match),
        ],
        env=os.environ | {"PYTHONPATH": ".:export", "OMP_NUM_THREADS": "1", "GLOO_SOCKET_IFNAME": "lo"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert launched.returncode == 0, launched.stderr
    alone, together = log_of(tmp_path / "one.pt"), log_of(tmp_path / "two.pt")
    assert len(together) == 5
    for first, second in zip(alone, together, strict=True):
        assert first.keys() == second.keys()
        for name in ("loss", "reconstruction", "divergence", "regularisation", "validation_db"):
            assert second[name] == (first[name] and pytest.approx(first[name], rel=1e-3)), name
    # What two ranks began, one can end.
    resumed = train(ranked_training.recipe(tmp_path, kind, match), DATASET, tmp_path / "two.pt", resume=True)
    for name, values in resumed.state_dict().items():
        torch.testing.assert_close(values, one.state_dict()[name], rtol=1e-2, atol=1e-3)
