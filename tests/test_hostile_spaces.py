"""Spaces whose decoders go wrong: what comes out stays finite and below the ceiling, and the others play on."""

import numpy as np
import pytest

from rt_timbre.engine import Engine
from rt_timbre.osc import Message
from rt_timbre.table import Table
from rt_timbre.transforms.stft import STFT
from tests.tiny_space import DIMENSION, Graph, tiny_space, transform
from tests.true_peak import decibels, true_peak

RATE, HOP = 44100, 128
CEILING = 10 ** (-1 / 20)
BANDS = {"nsgt": transform(), "stft": STFT(22050, "hamming", 882, 220).declaration("stft")}


def hostile_space(bands, level):
    """A space whose every band has the amplitude that `level` makes of the first dimension [batch, 1], 0 at 0."""
    g = Graph()
    first = g.op("Slice", "latent", *(g.constant([i], np.int64) for i in (0, 1, 1)))
    noise = np.random.default_rng(0).uniform(0.0, 1.0, (1, bands.bands))
    g.op("Mul", level(g, first), g.constant(noise), output="magnitude")
    return tiny_space(
        bands,
        conditioned=False,
        decoder=g.model({"latent": DIMENSION}, {"magnitude": bands.bands}),
    )


LEVELS = {
    # A finite number times infinity; the logarithm of a negative number.
    "infinite": lambda g, x: g.op("Mul", x, g.constant(np.inf)),
    "not a number": lambda g, x: g.op("Mul", x, g.op("Log", g.op("Sub", g.constant(-1.0), x))),
    "a million": lambda g, x: g.op("Mul", x, g.constant(1e6)),
    "the greatest float": lambda g, x: g.op("Mul", x, g.constant(3e38)),
    "full": lambda g, x: g.op("Mul", x, g.constant(0.3)),
    "negative": lambda g, x: g.op("Mul", x, g.constant(-1e6)),
    # Sound up to the middle, then nothing that is finite.
    "half": lambda g, x: g.op("Sqrt", g.op("Mul", x, g.op("Sub", g.constant(0.5), x))),
}


@pytest.mark.parametrize("phase", ["bank", "rtpghi-0", "spsi"])
@pytest.mark.parametrize("name", LEVELS)
def test_ears_are_safe(name, phase):
    bands = BANDS["nsgt" if phase == "bank" else "stft"]
    engine = Engine(hostile_space(bands, LEVELS[name]), rate=RATE, voices=3, hop=HOP, phase=phase)
    table = Table(engine.limits)
    engine.warm()

    def send(address, *arguments):
        for command in table.commands(Message(address=address, arguments=arguments)):
            engine.apply(command)

    random = np.random.default_rng(1)
    send("/voice/*/glide", 0.0)
    send("/voice/*/z/1", 0.0)
    send("/master/gain", 6.0)
    for number in range(3):
        send("/note", 50.0 + 7 * number, 1.0)
    out = np.zeros((200 * HOP, 2), np.float32)
    for hop in range(200):
        if hop < 60:  # every hop another extreme
            send("/voice/*/z/1", float(hop % 2))
        elif hop < 120:
            send(f"/voice/{hop % 3 + 1}/z/1", float(random.integers(0, 3) / 2))
        elif hop == 120:
            send("/voice/*/z/1", 1.0)
        engine.process(out[hop * HOP : (hop + 1) * HOP])
    assert np.isfinite(out).all()
    assert np.abs(out).max() <= CEILING * (1 + 1e-6)
    assert decibels(max(true_peak(out), 1e-9) / CEILING) <= 0.2
    if name == "full":
        assert decibels(true_peak(out) / CEILING) >= -0.2, "the limiter had something to do"
    # What is right again is heard again, and the end is silent.
    send("/master/gain", 0.0)
    send("/voice/*/z/1", 0.2 if name in ("full", "half") else 1e-7)
    send("/voice/*/release", 0.01)
    for _ in range(1000):
        engine.process(out[:HOP])
    heard = np.abs(out[:HOP]).max()
    assert heard > 1e-3 if name in ("full", "half") else np.isfinite(heard)
    send("/voice/*/note", 60.0, 0.0)
    for _ in range((engine.latency + round(0.01 * RATE)) // HOP + engine.tail // HOP + 4):
        engine.process(out[:HOP])
    assert not out[:HOP].any()
