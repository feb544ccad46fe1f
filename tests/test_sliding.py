from pathlib import Path

import numpy as np
import pytest
import scipy.signal
from hypothesis import given, settings
from hypothesis import strategies as st

from rt_timbre import quality
from rt_timbre.phase import sliding
from rt_timbre.phase.gradient import PhaseGradient, carrier_turns
from rt_timbre.phase.sliding import BlockGriffinLim, FilterbankPGHI
from rt_timbre.transforms import sliding as transform_module
from rt_timbre.transforms.nsgt import NSGT
from rt_timbre.transforms.scales import erb_centres
from rt_timbre.transforms.sliding import SlidingNSGT
from rt_timbre_export.soundfont import RATE, render_note
from tests.signals import tone, transform

FONT = Path("/usr/share/sounds/sf2/FluidR3_GM.sf2")
NOTES = {"violin": (40, 69), "cello": (42, 48), "flute": (73, 76), "trumpet": (56, 67)}
BANDS = NSGT(erb_centres(60.0, 3800.0, 60), 8000, 10240, 512)
DECLARATION = BANDS.declaration("nsgt-erb")
METHODS = [FilterbankPGHI, BlockGriffinLim]


def play(method, frames, voice=0, voices=1):
    """Play frames [T, K] on one voice, and what is late; the delay is taken away."""
    delay = method.latency // method.hop
    frames = np.concatenate([frames, np.zeros((delay, frames.shape[1]))]).astype(np.float32)
    out = np.zeros((len(frames), voices, method.hop), np.float32)
    active = np.zeros(voices, np.int8)
    active[voice] = 1
    shown = np.zeros((voices, frames.shape[1]), np.float32)
    for t, frame in enumerate(frames):
        shown[voice] = frame
        method.process(shown, active, out[t])
    return out[delay:, voice].ravel()


def some_frames(count, seed=0):
    sound, _ = tone(330.0, BANDS.rate, BANDS.length, seed=seed)
    noise = 0.05 * np.random.default_rng(seed).standard_normal(BANDS.length)
    return BANDS.magnitudes(sound * np.linspace(0.2, 1.0, BANDS.length) + noise)[100 : 100 + count]


def relative(result, expected):
    return np.linalg.norm(result - expected) / np.linalg.norm(expected)


def test_sparse_columns_are_columns_of_the_whole_transform():
    sparse = SlidingNSGT(DECLARATION, 1.0)
    whole = NSGT.from_bands(BANDS.centres, BANDS.half_widths, BANDS.rate, sparse.length, sparse.columns)
    assert sparse.scale == pytest.approx(DECLARATION.amplitude_scale)  # 2 / hop, whatever the length
    assert len(sparse.groups) > 2
    signal = np.random.default_rng(0).standard_normal(sparse.length).astype(np.float32)
    coefficients, parts = whole.forward(signal), sparse.forward(signal)
    assert sorted(np.concatenate([group.members for group in sparse.groups])) == list(range(60))
    for group, part in zip(sparse.groups, parts, strict=True):
        assert relative(part, coefficients[group.members, :: group.stride]) < 1e-5
    assert relative(sparse.inverse(parts), whole.inverse(coefficients)) < 1e-5


def griffin_lim_by_whole_transforms(frames, look_ahead, block, iterations, seed):
    """`BlockGriffinLim` with every column kept, in double precision, step by step."""
    least = sliding._SECONDS * BANDS.rate / DECLARATION.hop
    columns = 2 * transform_module._SPARSEST * int(np.ceil(least / (2 * transform_module._SPARSEST)))
    hop = DECLARATION.hop
    bands = NSGT.from_bands(BANDS.centres, BANDS.half_widths, BANDS.rate, columns * hop, columns)
    gradient = PhaseGradient(bands.centres, bands.half_widths, hop / bands.rate)
    carriers = carrier_turns(bands, np.arange(columns))
    ahead = int(sliding._AHEAD * columns)
    steps = np.arange(1, ahead + 1)
    fall = np.clip((steps / ahead - sliding._HELD) / (1.0 - sliding._HELD), 0.0, 1.0)
    magnitudes, coefficients = np.zeros((60, columns)), np.zeros((60, columns), complex)
    given_out = np.zeros(columns * hop)
    before, frequencies = np.zeros((2, 60), np.float32), bands.centres.copy()
    phases = np.random.default_rng([seed, 0]).uniform(0.0, 2.0 * np.pi, 60)
    newest, last, result = -1, None, []
    for time in range(len(frames)):
        if time % block == 0:
            if newest >= 0:
                phases = np.angle(coefficients[:, newest % columns]) + carriers[:, newest % columns]
            while newest < time:
                newest += 1
                gradient.advance(frames[newest], before, phases, frequencies)
                column = newest % columns
                magnitudes[:, column] = frames[newest] / bands.amplitude_scale
                coefficients[:, column] = magnitudes[:, column] * np.exp(1j * (phases - carriers[:, column]))
            angles = phases[:, None] + 2.0 * np.pi * frequencies[:, None] * steps * hop / bands.rate
            held = magnitudes[:, [column]] * np.cos(0.5 * np.pi * fall) ** 2 * np.exp(1j * angles)
            future = (newest + steps) % columns
            coefficients[:, future] = held * np.exp(-1j * carriers[:, future])
            last = None
        place = time % block
        for _ in range((place + 1) * iterations // block - place * iterations // block):
            samples = bands.inverse(coefficients)
            past = np.arange((newest + ahead + 1 - columns) * hop, (time - look_ahead) * hop) % samples.size
            samples[past] = given_out[past]
            moved = bands.forward(samples)
            carried = moved + (0.0 if last is None else sliding._MOMENTUM) * (moved - (moved if last is None else last))
            last = moved
            coefficients = magnitudes * np.exp(1j * np.angle(carried))
            coefficients[:, future] = carried[:, future]
        heard = np.arange((time - look_ahead) * hop, (time - look_ahead + 1) * hop) % given_out.size
        given_out[heard] = bands.inverse(coefficients)[heard]
        result.append(given_out[heard])
    return np.concatenate(result)


@pytest.mark.parametrize("iterations", [8, 3])
def test_equals_griffin_lim_by_whole_transforms(monkeypatch, iterations):
    monkeypatch.setattr(transform_module, "_SPARE", 1e9)  # keep every column
    method = BlockGriffinLim(DECLARATION, voices=1, iterations=iterations, seed=5)
    delay = method.latency // method.hop
    frames = some_frames(100)
    block = int(sliding._BLOCK * BANDS.rate / BANDS.hop)
    expected = griffin_lim_by_whole_transforms(frames, delay, block, iterations, 5)
    out = np.zeros((len(frames), 1, method.hop), np.float32)
    for t, frame in enumerate(frames):
        method.process(frame[None], np.ones(1, np.int8), out[t])
    assert relative(out.ravel(), expected) < 2e-3
    assert np.abs(expected[delay * method.hop :]).max() > 0.1


@pytest.fixture(scope="module")
def notes():
    sounds = {}
    for name, (program, midi) in NOTES.items():
        sound = render_note(FONT, bank=0, program=program, midi=midi, velocity=90, seconds=1.6)[:, 0]
        bands = transform("dafx18")
        padded = np.zeros(bands.length, np.float32)
        half = scipy.signal.resample_poly(sound, bands.rate, RATE)[: bands.length]
        padded[: half.size] = half
        sounds[name] = bands.magnitudes(padded)[:700]
    return sounds


def convergence(method, frames):
    bands = transform("dafx18")
    heard = play(method, frames)
    padded = np.zeros(bands.length, np.float32)
    padded[: heard.size] = heard
    inside = slice(0, len(frames) - 60)
    return quality.spectral_convergence(frames[inside], bands.magnitudes(padded)[inside])


def test_block_griffin_lim_converges_on_notes_within_139_ms(notes):
    declaration = transform("dafx18").declaration("nsgt-erb")
    method = BlockGriffinLim(declaration, voices=1)
    assert method.latency <= 0.139 * declaration.rate
    figures = {}
    for name, frames in notes.items():
        method.reset(0)
        figures[name] = convergence(method, frames)
    assert max(figures.values()) <= -23.0, figures
    assert np.mean(list(figures.values())) <= -26.0, figures


def test_gradient_integration_on_notes_within_24_ms(notes):
    declaration = transform("dafx18").declaration("nsgt-erb")
    method = FilterbankPGHI(declaration, voices=1)
    assert method.latency <= 0.024 * declaration.rate
    figures = {}
    for name, frames in notes.items():
        method.reset(0)
        figures[name] = convergence(method, frames)
    assert np.mean(list(figures.values())) <= -16.0, figures


@pytest.mark.parametrize("make", METHODS)
def test_a_held_tone_is_steady(make):
    bands = transform("dafx18")
    sound, frequencies = tone(440.0, bands.rate, bands.length)
    frames = np.repeat(bands.magnitudes(sound)[500:501], bands.columns, axis=0)
    heard = play(make(bands.declaration("nsgt-erb"), voices=1), frames).astype(float)
    middle = slice(200, 800)
    assert quality.spectral_convergence(frames[middle], bands.magnitudes(heard)[middle]) <= -35.0
    assert quality.amplitude_modulation(heard[16384:49152], bands.rate) <= 0.5
    assert np.abs(quality.cents_off(frequencies[:10], heard[16384:49152], bands.rate)).max() <= 0.1


@pytest.mark.parametrize("make", METHODS)
def test_a_note_that_stops_moving_is_steady(make):
    bands = transform("dafx18")
    time = np.arange(bands.length) / bands.rate
    vibrato = 2.0 * np.pi * 440.0 * (time + 0.01 / (2.0 * np.pi * 5.5) * np.sin(2.0 * np.pi * 5.5 * time))
    sound = sum(0.3 / n * np.cos(n * vibrato) for n in range(1, 20))
    frames = bands.magnitudes(sound)
    stopped = np.concatenate([frames[:300], np.repeat(frames[299:300], 700, axis=0)])
    heard = play(make(bands.declaration("nsgt-erb"), voices=1), stopped).astype(float)
    assert quality.amplitude_modulation(heard[400 * 64 : 900 * 64], bands.rate) <= 1.0


@pytest.mark.parametrize("make", METHODS)
@pytest.mark.parametrize("look_ahead", [-1, 1000])
def test_look_ahead_beyond_the_window_is_refused(make, look_ahead):
    with pytest.raises(ValueError, match=f"look_ahead is {look_ahead} frames, it must be 0 to"):
        make(DECLARATION, voices=1, look_ahead=look_ahead)


@pytest.mark.parametrize("make", METHODS)
def test_more_look_ahead_is_later_and_no_worse(make, notes):
    declaration = transform("dafx18").declaration("nsgt-erb")
    near, far = (make(declaration, voices=1, look_ahead=frames) for frames in (2, 60))
    assert (near.latency, far.latency) == (2 * 64, 60 * 64)
    assert convergence(far, notes["flute"]) <= convergence(near, notes["flute"]) - 1.0


@pytest.mark.parametrize("make", METHODS)
@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_voices_do_not_hear_each_other_nor_when_they_are_called(make, data):
    count = 70
    frames = [some_frames(count, seed=voice) for voice in range(3)]
    alone = []
    for voice in range(3):
        method = make(DECLARATION, voices=3, seed=1)
        alone.append(play(method, frames[voice], voice, 3)[: (count - method.latency // method.hop) * method.hop])
    method = make(DECLARATION, voices=3, seed=1)
    taken = np.zeros(3, int)
    heard = [[], [], []]
    random = np.random.default_rng(data.draw(st.integers(0, 2**32 - 1)))
    while taken.min() < count:
        active = ((random.random(3) < 0.6) & (taken < count)).astype(np.int8)
        shown = np.stack([frames[voice][min(taken[voice], count - 1)] for voice in range(3)])
        out = np.full((3, method.hop), 7.0, np.float32)
        method.process(shown, active, out)
        for voice in range(3):
            if active[voice]:
                heard[voice].append(out[voice].copy())
                taken[voice] += 1
            else:
                assert not out[voice].any()
    for voice in range(3):
        np.testing.assert_array_equal(np.concatenate(heard[voice])[method.latency :], alone[voice])


@pytest.mark.parametrize("make", METHODS)
@pytest.mark.parametrize("scale", [1e-8, 0.3, 1e6])
def test_scaled_frames_give_scaled_sound(make, scale):
    frames = some_frames(60)
    expected = play(make(DECLARATION, voices=1), frames)
    assert relative(play(make(DECLARATION, voices=1), frames * np.float32(scale)) / scale, expected) < 1e-4


@pytest.mark.parametrize("make", METHODS)
def test_silence_is_silent_and_after_it_a_voice_is_fresh(make):
    method = make(DECLARATION, voices=1)
    frames = some_frames(40)
    window = SlidingNSGT(DECLARATION, sliding._SECONDS).columns
    pause = np.zeros((window + 2 * method.latency // method.hop + 20, 60), np.float32)
    assert not play(method, pause).any()
    first = play(method, np.concatenate([frames, pause]))
    assert first.any()
    assert not first[-20 * method.hop :].any()
    np.testing.assert_array_equal(play(method, np.concatenate([frames, pause])), first)


EXTREME = st.sampled_from([0.0, 1e-30, 1e-3, 1.0, 1e20, 3e38])


@pytest.mark.parametrize("make", METHODS)
@settings(max_examples=30, deadline=None)
@given(
    frames=st.lists(
        st.one_of(
            st.lists(EXTREME, min_size=60, max_size=60),
            st.tuples(st.integers(0, 59), EXTREME).map(lambda spike: np.eye(60)[spike[0]] * spike[1]),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_any_frame_gives_finite_sound(make, frames):
    method = make(DECLARATION, voices=1, look_ahead=8)
    frames = np.repeat(np.array(frames, np.float32), 3, axis=0)
    assert np.isfinite(play(method, np.concatenate([frames, np.zeros((20, 60))]))).all()


@pytest.mark.parametrize("make", METHODS)
def test_reset_warm_and_seed(make):
    frames = some_frames(50)
    expected = play(make(DECLARATION, voices=2, seed=3), frames, 1, 2)
    method = make(DECLARATION, voices=2, seed=3)
    play(method, some_frames(33, seed=9), 1, 2)
    method.warm()
    method.reset(1)
    np.testing.assert_array_equal(play(method, frames, 1, 2), expected)
    method.reset(1)
    method.warm()
    np.testing.assert_array_equal(play(method, frames, 1, 2), expected)
    assert not np.array_equal(play(make(DECLARATION, voices=2, seed=4), frames, 1, 2), expected)
