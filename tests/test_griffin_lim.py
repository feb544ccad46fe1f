import cmath
from functools import partial
from pathlib import Path

import numpy as np
import pytest
import scipy.signal
from hypothesis import given, settings
from hypothesis import strategies as st

from rt_timbre import quality
from rt_timbre.errors import TransformError
from rt_timbre.phase import griffin_lim as module
from rt_timbre.phase.gradient import gradient_phases
from rt_timbre.phase.griffin_lim import (
    admm_griffin_lim,
    fast_griffin_lim,
    fitting,
    griffin_lim,
    random_phases,
    render_frames,
)
from rt_timbre.transforms.nsgt import NSGT
from rt_timbre.transforms.scales import erb_centres
from rt_timbre.transforms.stft import DCT, STFT
from rt_timbre_export.soundfont import RATE, render_note
from tests.signals import tone, transform

FONT = Path("/usr/share/sounds/sf2/FluidR3_GM.sf2")
NOTES = {"violin": (40, 69), "cello": (42, 48), "flute": (73, 76), "trumpet": (56, 67)}
SMALL = NSGT(erb_centres(100.0, 3700.0, 24), 8000, 1280, 128)
GABOR = NSGT(erb_centres(60.0, 3800.0, 60), 8000, 10240, 512)
SHORT = STFT(8000, "hann", 256, 32)
COSINE = DCT(8000, "hann", 64, 16)


def some_frames(bands, samples, seed=0):
    sound, _ = tone(330.0, 8000, samples, seed=seed)
    return bands.magnitudes((sound + 0.05 * np.random.default_rng(seed).standard_normal(samples)).astype(np.float32))


def relative(result, expected):
    return np.linalg.norm(result - expected) / np.linalg.norm(expected)


def fast_griffin_lim_by_the_book(bands, frames, phases, iterations, momentum, past):
    """Perraudin, Balazs and Søndergaard 2013, one coefficient at a time, in double precision."""

    def with_magnitudes(coefficients):
        result = np.zeros(coefficients.shape, complex)
        for k, t in np.ndindex(*coefficients.shape):
            result[k, t] = cmath.rect(frames[t, k] / bands.amplitude_scale, cmath.phase(coefficients[k, t]))
        return result

    def sound_of(coefficients):
        sound = bands.inverse(coefficients)
        sound[: len(past)] = past
        return sound

    carried = np.exp(1j * phases)
    before = None
    for _ in range(iterations):
        consistent = bands.forward(sound_of(with_magnitudes(carried)))
        carried = consistent if before is None else consistent + momentum * (consistent - before)
        before = consistent
    return sound_of(with_magnitudes(carried))


@pytest.mark.parametrize("momentum", [0.0, 0.99])
@pytest.mark.parametrize("known", [0, 300])
@pytest.mark.parametrize("bands", [SMALL, SHORT], ids=["nsgt", "stft"])
def test_equals_the_textbook(bands, known, momentum):
    frames = some_frames(bands, 1280)
    phases = random_phases(bands, frames, seed=1)
    past = np.random.default_rng(2).standard_normal(known).astype(np.float32)
    expected = fast_griffin_lim_by_the_book(bands, frames.astype(float), phases, 6, momentum, past)
    result = fast_griffin_lim(bands, frames, start=phases, iterations=6, momentum=momentum, past=past)
    assert result.dtype == np.float32
    assert relative(result, expected) < 1e-3
    np.testing.assert_allclose(result[:known], past, rtol=1e-6)


def test_the_papers_griffin_lim_starts_at_random_and_has_no_momentum():
    frames = some_frames(SMALL, 1280)
    phases = random_phases(SMALL, frames, seed=7)
    expected = fast_griffin_lim_by_the_book(SMALL, frames.astype(float), phases, 5, 0.0, [])
    assert relative(griffin_lim(SMALL, frames, iterations=5, seed=7), expected) < 1e-3


def admm_by_the_book(bands, frames, phases, iterations):
    """Masuyama, Yatabe and Oikawa 2019, eqs. 15 to 17; the last tenth Griffin-Lim."""

    def with_magnitudes(coefficients):
        return frames.T / bands.amplitude_scale * np.exp(1j * np.angle(coefficients))

    def consistent(coefficients):
        return bands.forward(bands.inverse(coefficients))

    z = consistent(with_magnitudes(np.exp(1j * phases)))
    u = np.zeros_like(z)
    for _ in range(iterations * 9 // 10):
        x = with_magnitudes(z - u)
        z = consistent(x + u)
        u = u + x - z
    for _ in range(iterations // 10):
        z = consistent(with_magnitudes(z))
    return bands.inverse(with_magnitudes(z))


def test_admm_equals_the_textbook():
    frames = some_frames(SMALL, 1280)
    phases = gradient_phases(SMALL, frames)
    expected = admm_by_the_book(SMALL, frames.astype(float), phases, 10)
    assert relative(admm_griffin_lim(SMALL, frames, start=phases, iterations=10), expected) < 1e-3


METHODS = [fast_griffin_lim, admm_griffin_lim, partial(fast_griffin_lim, momentum=0.0)]
IDS = ["fast", "admm", "plain"]


@pytest.mark.parametrize("method", METHODS, ids=IDS)
@pytest.mark.parametrize("bands", [GABOR, SHORT, COSINE], ids=["nsgt", "stft", "dct"])
def test_the_phases_of_a_sound_give_it_back(bands, method):
    sound = tone(330.0, 8000, 10240)[0]
    coefficients = bands.forward(sound)
    frames = bands.magnitudes(sound)
    result = method(bands, frames, start=np.angle(coefficients), iterations=20)
    assert relative(bands.magnitudes(result), frames) < 1e-3
    assert relative(result[1000:-1000], sound[1000:-1000]) < 1e-2


@pytest.mark.parametrize("bands", [GABOR, SHORT, COSINE], ids=["nsgt", "stft", "dct"])
def test_griffin_lim_comes_nearer_with_each_iteration(bands):
    frames = some_frames(bands, 10240)
    near = [
        quality.spectral_convergence(frames, bands.magnitudes(griffin_lim(bands, frames, iterations=count)))
        for count in (0, 3, 10, 30)
    ]
    assert near == sorted(near, reverse=True)
    assert near[-1] < near[0] - (1.0 if bands is COSINE else 5.0)


@pytest.mark.parametrize("method", METHODS, ids=IDS)
@pytest.mark.parametrize("scale", [1e-25, 1e-3, 1e20])
def test_scaled_frames_give_scaled_sound(method, scale):
    frames = some_frames(SMALL, 1280)
    start = gradient_phases(SMALL, frames)
    expected = method(SMALL, frames, start=start, iterations=5).astype(float)
    scaled = method(SMALL, frames * np.float32(scale), start=start, iterations=5).astype(float)
    assert relative(scaled / scale, expected) < 1e-4


EXTREME = st.sampled_from([0.0, 1e-30, 1e-3, 1.0, 1e20])


@pytest.mark.parametrize("method", METHODS, ids=IDS)
@settings(max_examples=20, deadline=None)
@given(rows=st.lists(st.lists(EXTREME, min_size=24, max_size=24), min_size=1, max_size=6))
def test_any_frames_give_finite_sound(method, rows):
    frames = np.zeros((128, 24), np.float32)
    frames[40 : 40 + len(rows)] = rows
    sound = method(SMALL, frames, start=gradient_phases(SMALL, frames), iterations=4)
    assert np.isfinite(sound).all()
    assert sound.any() == frames.any()


def test_the_seed_is_the_only_chance():
    frames = some_frames(SMALL, 1280)
    first, again, other = (griffin_lim(SMALL, frames, iterations=2, seed=seed) for seed in (1, 1, 2))
    np.testing.assert_array_equal(first, again)
    assert not np.array_equal(first, other)


@pytest.mark.parametrize("method", METHODS, ids=IDS)
def test_frames_and_phases_that_do_not_fit_are_refused(method):
    with pytest.raises(TransformError, match="25 bands, this transform has 24"):
        method(SMALL, np.zeros((128, 25), np.float32), start=np.zeros((25, 128)), iterations=1)
    with pytest.raises(TransformError, match=r"shape \(128, 24\), they must have \(24, 128\)"):
        method(SMALL, np.zeros((128, 24), np.float32), start=np.zeros((128, 24)), iterations=1)


@settings(max_examples=12, deadline=None)
@given(count=st.integers(0, 700), kind=st.sampled_from(["nsgt-erb", "stft", "dct"]))
def test_any_number_of_frames_is_rendered(count, kind):
    bands = {"nsgt-erb": GABOR, "stft": SHORT, "dct": COSINE}[kind]
    frames = np.ones((count, bands.centres.size), np.float32)
    sound = render_frames(bands.declaration(kind), frames, iterations=1)
    assert sound.shape == (count * bands.hop,)
    assert np.isfinite(sound).all()


@pytest.mark.parametrize("count", [1, 100, 5000])
def test_fitting_transforms_leave_silence_and_keep_the_scale(count):
    bands = fitting(GABOR.declaration("nsgt-erb"), count)
    assert bands.columns % 2 == 0
    assert bands.hop == GABOR.hop
    assert (bands.columns - count) * bands.hop >= bands.rate
    assert bands.amplitude_scale == pytest.approx(GABOR.amplitude_scale)
    np.testing.assert_allclose(bands.centres, GABOR.centres)


@pytest.mark.parametrize(("method", "iterations"), [(None, 0), (None, 30), (admm_griffin_lim, 30)])
@pytest.mark.parametrize("kind", ["nsgt-erb", "stft"])
def test_pieces_join_without_a_seam(monkeypatch, kind, method, iterations):
    samples = 61440
    sound = tone(330.0, 8000, samples)[0]
    bands = NSGT.from_bands(GABOR.centres, GABOR.half_widths, 8000, samples, samples // 20) if kind != "stft" else SHORT
    frames = bands.magnitudes(sound)
    monkeypatch.setattr(module, "_AROUND", 1.0)
    results = []
    for piece in (60.0, 2.0):
        monkeypatch.setattr(module, "_PIECE", piece)
        start = None if kind != "stft" else true_phases(sound)
        made = render_frames(bands.declaration(kind), frames, iterations=iterations, start=start, method=method)
        heard = bands.magnitudes(made)
        inside = slice(len(frames) // 10, -len(frames) // 10)  # of the NSGT, whose frames are of a tone without ends
        results.append(quality.spectral_convergence(frames[inside], heard[inside]))
    assert max(results) <= -40.0, results


def true_phases(sound):
    """A start that gives the phases of a sound, all turned by one angle: each piece by another."""
    angles = iter([0.0, 1.0, 2.0, 3.0, 4.0])
    place = iter(range(0, 10**6, 2 * 8000 // SHORT.hop))

    def start(bands, frames):
        first = max(0, next(place) - 8000 // SHORT.hop)
        return np.angle(bands.forward(sound))[:, first : first + len(frames)] + next(angles)

    return start


@pytest.fixture(scope="module")
def figures():
    bands = transform("dafx18")
    results = {name: [] for name in ("paper", "fast", "admm")}
    for program, midi in NOTES.values():
        sound = render_note(FONT, bank=0, program=program, midi=midi, velocity=90, seconds=2.0)[:, 0]
        resampled = scipy.signal.resample_poly(sound, bands.rate, RATE)[: bands.length]
        frames = bands.magnitudes(np.pad(resampled, (0, bands.length - resampled.size)).astype(np.float32))
        start = gradient_phases(bands, frames)
        for name, made in (
            ("paper", griffin_lim(bands, frames)),
            ("fast", fast_griffin_lim(bands, frames, start=start)),
            ("admm", admm_griffin_lim(bands, frames, start=start)),
        ):
            results[name].append(quality.spectral_convergence(frames, bands.magnitudes(made)))
    return results


def test_notes_converge(figures):
    assert np.mean(figures["fast"]) <= -30.0, figures
    assert max(figures["admm"]) <= -30.0, figures


def test_notes_converge_ten_decibels_better_than_the_papers(figures):
    assert np.mean(figures["paper"]) - np.mean(figures["fast"]) >= 10.0, figures
    assert np.mean(figures["paper"]) - np.mean(figures["admm"]) >= 10.0, figures
