"""The trial run: hostile graphs are tried in real child processes; what they do there is one line here."""

import dataclasses
import subprocess
import sys
from collections.abc import Callable

import numpy as np
import pytest

from rt_timbre import trial
from rt_timbre.errors import SpaceError
from rt_timbre.space import Space
from tests.tiny_space import Graph, tiny_space

TINY = tiny_space()
LATENT = np.zeros((3, 200))


def with_decoder(draw: Callable[[Graph], object], *, bands: int = 200) -> Space:
    g = Graph()
    draw(g)
    return dataclasses.replace(TINY, decoder=g.model({"latent": 3, "pitch": 1}, {"magnitude": bands}))


def with_encoder(draw: Callable[[Graph], object]) -> Space:
    g = Graph()
    draw(g)
    return dataclasses.replace(TINY, encoder=g.model({"magnitude": 200}, {"mean": 3, "log_variance": 3}))


def refusal(space: Space, run: Callable[[Space], None] = trial.try_graphs) -> str:
    with pytest.raises(SpaceError) as caught:
        run(space)
    message = str(caught.value)
    assert message.isprintable()
    return message


def finish(g: Graph, factor: str) -> None:
    g.op("Mul", factor, g.op("MatMul", "latent", g.constant(np.ones((3, 200)))), output="magnitude")


def take_four_gigabytes(g: Graph) -> None:
    finish(g, g.op("ReduceMax", g.op("Expand", g.constant(1.0), g.constant([32768, 32768], np.int64)), keepdims=0))


def take_gigabytes_by_the_batch(g: Graph) -> None:
    """One row takes 40 MB, two 80; 64 rows take 2.6 GB."""
    rows = g.op("Shape", "latent", end=1)
    size = g.op("Mul", rows, g.constant([10_000_000], np.int64))
    one = g.op("ReduceMax", "pitch", keepdims=0)
    finish(g, g.op("ReduceMax", g.op("Expand", one, size), keepdims=0))


def take_hours(g: Graph) -> None:
    product = g.op("Expand", g.op("ReduceMax", "latent", keepdims=0), g.constant([2000, 2000], np.int64))
    for _ in range(1000):
        product = g.op("MatMul", product, product)
    finish(g, g.op("ReduceMax", product, keepdims=0))


def test_good_space_passes() -> None:
    trial.trial_run(TINY)


def test_unconditioned_space_passes() -> None:
    g = Graph()
    g.op("Exp", g.op("MatMul", "latent", g.constant(LATENT)), output="magnitude")
    decoder = g.model({"latent": 3}, {"magnitude": 200})
    encoder = Graph()
    encoder.op("MatMul", "magnitude", encoder.constant(LATENT.T), output="mean")
    encoder.op("MatMul", "magnitude", encoder.constant(LATENT.T), output="log_variance")
    space = dataclasses.replace(
        TINY,
        conditioned=False,
        decoder=decoder,
        encoder=encoder.model({"magnitude": 200}, {"mean": 3, "log_variance": 3}),
    )
    trial.try_graphs(space)
    assert refusal(dataclasses.replace(space, encoder=TINY.encoder)).startswith("'pitch' is no input of the encoder")


@pytest.mark.parametrize("draw", [take_four_gigabytes, take_gigabytes_by_the_batch])
def test_memory(draw: Callable[[Graph], object]) -> None:
    space = with_decoder(draw)
    assert len(space.decoder) < 3000
    assert refusal(space, trial.trial_run) == "its graphs need more than 1024 MiB"


def test_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "TIME_LIMIT", 2)
    assert refusal(with_decoder(take_hours), trial.trial_run) == (
        "its graphs take too long: 2 s do not suffice to load them and run a few hundred points"
    )


def test_refusal_comes_back_from_the_child() -> None:
    space = with_decoder(lambda g: g.op("MatMul", "latent", g.constant(np.ones((3, 100))), output="magnitude"))
    assert refusal(space, trial.trial_run) == (
        "the decoder's magnitude has shape (1, 100) for 1 rows; it must be (1, 200)"
    )


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("import os; os.abort()", r"end the process that tries them \(SIGABRT\)"),
        ("import sys; sys.exit(1)", r"end the process that tries them \(status 1\)"),
        ("import time; time.sleep(60)", "take too long"),
    ],
)
def test_child_that_ends_otherwise(program: str, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    run = subprocess.run

    def replaced(command: list[str], **options: object) -> object:
        return run([sys.executable, "-c", program], **options)  # type: ignore[call-overload]

    monkeypatch.setattr(trial, "_PATIENCE", 1.0)
    monkeypatch.setattr(subprocess, "run", replaced)
    with pytest.raises(SpaceError, match=message):
        trial.trial_run(TINY)


def test_child_that_does_not_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(SpaceError, match="its trial run cannot be started: No such file or directory"):
        trial.trial_run(TINY)


def sum_over_batch(g: Graph) -> None:
    drawn = g.op("MatMul", "latent", g.constant(np.ones((3, 200))))
    g.op("ReduceSum", drawn, g.constant([0], np.int64), keepdims=1, output="magnitude")


def negative_at_a_corner(g: Graph) -> None:
    drawn = g.op("MatMul", "latent", g.constant(np.ones((3, 200))))
    g.op("Sub", drawn, g.constant(0.05), output="magnitude")


def infinite_at_a_corner(g: Graph) -> None:
    g.op("Exp", g.op("MatMul", "latent", g.constant(np.full((3, 200), 40.0))), output="magnitude")


def infinite_at_high_pitch(g: Graph) -> None:
    square = g.op("Add", g.op("Mul", "pitch", "pitch"), g.op("MatMul", "latent", g.constant(LATENT)))
    g.op("Exp", g.op("Mul", square, g.constant(0.01)), output="magnitude")


def constant(value: float) -> Callable[[Graph], object]:
    return lambda g: g.op("Add", g.op("MatMul", "latent", g.constant(LATENT)), g.constant(value), output="magnitude")


def needs_a_short_batch(g: Graph) -> None:
    g.op("Add", g.op("MatMul", "latent", g.constant(LATENT)), g.constant(np.ones((2, 200))), output="magnitude")


@pytest.mark.parametrize(
    ("draw", "message"),
    [
        (sum_over_batch, "the decoder's magnitude has shape (1, 200) for 2 rows; it must be (2, 200)"),
        (needs_a_short_batch, "the decoder's magnitude has shape (2, 200) for 1 rows; it must be (1, 200)"),
        (constant(-1.0), "the decoder's magnitude is -1 at latent [0.5, 0.5, 0.5], pitch 36; it must not be negative"),
        (negative_at_a_corner, "the decoder's magnitude is -0.05 at latent [0.0, 0.0, 0.0], pitch "),
        (constant(np.nan), "the decoder's magnitude is not finite at latent ["),
        (infinite_at_a_corner, "the decoder's magnitude is not finite at latent [1.0, 1.0, 1.0], pitch "),
        (infinite_at_high_pitch, "the decoder's magnitude is not finite at latent ["),
    ],
)
def test_decoder_output(draw: Callable[[Graph], object], message: str) -> None:
    assert refusal(with_decoder(draw)).startswith(message)


def test_graph_that_the_runtime_refuses() -> None:
    broken = with_decoder(lambda g: g.op("MatMul", "latent", g.constant(np.ones((5, 200))), output="magnitude"))
    assert refusal(broken).startswith("the decoder cannot be loaded: ")


def encode(scale: float, size: int = 3) -> Callable[[Graph], object]:
    def draw(g: Graph) -> None:
        g.op("MatMul", "magnitude", g.constant(np.full((200, size), scale)), output="mean")
        g.op("MatMul", g.op("Log", "magnitude"), g.constant(np.full((200, 3), scale)), output="log_variance")

    return draw


@pytest.mark.parametrize(
    ("draw", "message"),
    [
        (encode(1.0), "the encoder's log_variance is not finite for silence"),  # the logarithm of silence
        (encode(np.inf), "the encoder's mean is not finite for silence"),
        (encode(0.0, 2), "the encoder's mean has shape (1, 2) for 1 rows; it must be (1, 3)"),
    ],
)
def test_encoder_output(draw: Callable[[Graph], object], message: str) -> None:
    assert refusal(with_encoder(draw)).startswith(message)
