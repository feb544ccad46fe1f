"""Whatever valid commands come, in whatever order and at whatever samples: what is heard is finite and not too loud."""

from functools import cache
from itertools import pairwise

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy.signal import resample_poly

from rt_timbre.addresses import ROWS
from rt_timbre.engine import Engine
from rt_timbre.errors import ControlError
from rt_timbre.osc import Message
from rt_timbre.paths.latent_path import LatentPath, StoredPath
from rt_timbre.table import Table
from rt_timbre.timeline import Timeline
from tests.tiny_space import DIMENSION, tiny_space

RATE, HOP, VOICES = 44100, 128, 3
NAMES = ("Dark", "Bright", "Hollow", "mine", "yours")
SETTLED = round(0.02 * RATE)  # samples in which a new ceiling has come
CUT = 32  # samples at the end that the cut there makes look louder
FACTOR = 8
PATHS = [
    LatentPath(times=[0.0], latents=[[0.2, 0.4, 0.6]], pitches=[127.0], gains=[1e30]),
    LatentPath(times=[0.0, 0.01], latents=[[3e38, -3e38, 0.0], [-3e38, 3e38, 3e38]]),
    LatentPath(times=[0.0, 1e-7, 0.05], latents=[[0.0, 1.0, 0.5], [1.0, 0.0, 0.5], [0.3, 0.3, 0.3]]),
    LatentPath(
        times=[0.0, 0.02, 0.021, 0.1],
        latents=[[0.1, 0.0, 0.1], [0.9, 0.1, 0.3], [0.4, 0.9, 0.0], [0.1, 0.0, 0.1]],
        pitches=[0.0, 60.0, 127.0, 30.0],
        gains=[1.0, 0.0, 10.0, 1.0],
    ),
]


@cache
def space():
    return tiny_space()


ACTIVE = [row for row in ROWS if row.kind in ("control", "action")]


def numbers(low, high):
    return st.sampled_from([low, high]) | st.floats(low, high)


def values(parameter):
    if parameter.choices:
        return st.sampled_from(parameter.choices)
    if parameter.type == "s":
        return st.sampled_from(NAMES)
    low, high = parameter.range or (0.0, 1.0)
    if parameter.unit == "s":
        high = max(low, min(high, 0.2))  # what takes longer is not over before the test is
    return st.integers(int(low), int(high)) if parameter.type == "i" else numbers(low, high)


def messages(row):
    """All messages of a row that set or do something."""
    if row.name in ("voice/latent", "wek/outputs"):
        arguments = st.tuples(*[numbers(0.0, 1.0)] * DIMENSION)
    else:
        arguments = st.tuples(*(values(parameter) for parameter in row.parameters))
    places = {"v": st.sampled_from(["1", "2", "3", "*"]), "c": st.integers(1, 4)}
    places |= {letter: st.integers(1, DIMENSION) for letter in "dk"}
    return st.builds(
        lambda place, given: Message(address=row.template.format(**place), arguments=given),
        st.fixed_dictionaries(places),
        arguments,
    )


@st.composite
def scores(draw):
    """Messages and the samples at which they come; the first one plays a chord, then it may go on a path."""
    sample, score = 0, [(0, Message(address="/voice/*/note", arguments=(48.0, 0.7)))]
    if draw(st.booleans()):
        score.append((0, Message(address="/voice/*/path/load", arguments=(draw(st.sampled_from(NAMES)),))))
        score.append((0, Message(address="/voice/*/path/play", arguments=(1,))))
    for _ in range(draw(st.integers(1, 12))):
        sample += draw(st.integers(0, 2500))
        score.append((sample, draw(st.sampled_from(ACTIVE).flatmap(messages))))
    return score


def play(score):
    """Return the sound [n, 2], and the ceilings with the samples at which they were set."""
    engine = Engine(space(), rate=RATE, voices=VOICES, hop=HOP, seed=1)
    table = Table(engine.limits)
    timeline = Timeline(engine)
    ceilings = [(0, -1.0)]

    def obey(message):
        for command in table.commands(message):
            try:
                if command.name == "voice/path/load":
                    number = NAMES.index(command.arguments[0]) % len(PATHS)
                    engine.load_path(command.voice, StoredPath(name="a path", path=PATHS[number], sha256=""))
                elif engine.obeys(command):
                    engine.apply(command)
            except ControlError:
                continue  # a preset or path that is not there, a method that cannot play this space
            if command.name == "master/ceiling":
                ceilings.append((timeline.sample, command.arguments[0]))

    for sample, message in score:
        timeline.schedule(sample, lambda message=message: obey(message))
    out = np.zeros(((score[-1][0] + 4000) // HOP * HOP, 2), np.float32)
    for start in range(0, len(out), HOP):
        timeline.make(out[start : start + HOP])
    return out, [*ceilings, (len(out) - CUT, 0.0)]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(scores())
def test_any_commands_at_any_samples_leave_the_sound_finite_and_below_the_ceiling(score):
    sound, ceilings = play(score)
    assert np.isfinite(sound).all()
    fine = np.abs(resample_poly(sound, FACTOR, 1, axis=0)).max(axis=1)
    for (start, ceiling), (stop, _) in pairwise(ceilings):
        peak = fine[(start + SETTLED) * FACTOR : stop * FACTOR].max(initial=1e-9)
        assert 20 * np.log10(peak) <= ceiling + 0.2
    assert np.abs(sound).max() <= 10 ** (max(ceiling for _, ceiling in ceilings[:-1]) / 20) * (1 + 1e-6)
