import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rt_timbre import quality
from rt_timbre.phase.bank import OscillatorBank
from rt_timbre.phase.lobes import LobeView, PairView, bank_layout, fold, lobe, noise_bandwidth, partials_of_frame
from rt_timbre.space_parts import WINDOWS
from rt_timbre.transforms.stft import DCT, STFT
from tests import signals

RATE = 22050
PAPER = STFT(RATE, "hamming", 882, 220)
FINE = STFT(44100, "hann", 2048, 256)
BLACKMAN = STFT(RATE, "blackman", 882, 220)


def middle(transform, sound):
    frames = transform.magnitudes(sound)
    return frames[len(frames) // 2]


def sinusoid(transform, frequency, amplitude=0.3, phase=0.0):
    return amplitude * np.cos(2.0 * np.pi * frequency * np.arange(8 * transform.length) / transform.rate + phase)


def shown(transform, frame):
    view = PairView(transform.declaration("dct" if isinstance(transform, DCT) else "stft"), 1)
    out = np.zeros((1, view.bands), np.float32)
    view.process(frame[None], np.ones(1, np.int8), out)
    return view, out[0]


def held(transform, frame, seconds=2.0, pitch=0.0):
    """The frame held by the bank, after half a second."""
    view, pairs = shown(transform, frame)
    bank = OscillatorBank(view.centres, view.half_widths, rate=44100, voices=1)
    return signals.hold(bank, pairs, seconds + 0.5, 44100, pitch=pitch)[22050:].astype(float)


@pytest.mark.parametrize("window", WINDOWS)
def test_lobe_and_bandwidth_are_the_windows(window):
    transform = STFT(RATE, window, 4096, 1024)
    response = np.abs(np.fft.rfft(transform.window, 4096 * 8))
    np.testing.assert_allclose(np.abs(lobe(window, np.arange(64) / 8.0)), response[:64] / response[0], atol=1e-5)
    expected = 4096 * np.sum(transform.window**2) / np.sum(transform.window) ** 2
    assert noise_bandwidth(window) == pytest.approx(expected)


@pytest.mark.parametrize("transform", [PAPER, FINE, BLACKMAN], ids=["paper", "fine", "blackman"])
@settings(max_examples=60, deadline=None)
@given(octaves=st.floats(0.0, 4.5), phase=st.floats(0.0, 6.3), level=st.floats(-60.0, 10.0))
def test_an_isolated_partial_is_found(transform, octaves, phase, level):
    frequency, amplitude = 400.0 * 2.0**octaves, 10.0 ** (level / 20.0)
    frame = middle(transform, sinusoid(transform, frequency, amplitude, phase))
    found, levels = partials_of_frame(frame, transform.declaration("stft"), floor_db=-30.0)
    assert found.size == 1
    assert abs(1200.0 * np.log2(found[0] / frequency)) < 0.5
    assert abs(20.0 * np.log10(levels[0] / amplitude)) < 0.02


@pytest.mark.parametrize("transform", [PAPER, FINE, BLACKMAN], ids=["paper", "fine", "blackman"])
@pytest.mark.parametrize("f0", [250.0, 440.0, 880.0])
def test_a_held_tone_is_steady_and_pure(transform, f0):
    rate = int(transform.rate)
    sound, harmonics = signals.tone(f0, rate, 2 * rate, top=0.4)
    result = held(transform, middle(transform, sound))
    assert quality.amplitude_modulation(result, 44100) < 1.0
    assert np.abs(quality.cents_off(harmonics[:10], result, 44100)).max() < 1.0
    assert quality.spurious_level(harmonics, result, 44100) < (-90.0 if transform is not PAPER else -30.0)
    assert 20.0 * np.log10(result.std() / sound.std()) == pytest.approx(0.0, abs=0.2)


def test_low_notes_are_locked_where_the_pitch_is_known():
    sound, harmonics = signals.tone(82.41, RATE, 2 * RATE, top=0.4)
    result = held(PAPER, middle(PAPER, sound), pitch=82.41)
    assert np.abs(quality.cents_off(harmonics[:20], result, 44100)).max() < 0.5
    assert quality.spurious_level(harmonics, result, 44100) < -40.0


@pytest.mark.parametrize(
    "transform", [PAPER, FINE, BLACKMAN, DCT(RATE, "hamming", 882, 220)], ids=["paper", "fine", "blackman", "dct"]
)
def test_a_held_noise_frame_is_noise_of_its_level(transform):
    rate = int(transform.rate)
    sound = 0.1 * np.random.default_rng(1).standard_normal(2 * rate)
    frames = transform.magnitudes(sound)
    levels = []
    for frame in frames[30:110:20]:
        result = held(transform, frame)
        assert quality.noise_periodicity(result, 44100, 1000.0, 5000.0) < 0.2
        levels.append(result.var())
    assert 10.0 * np.log10(np.mean(levels) / sound.var()) == pytest.approx(0.0, abs=1.0)


def test_folded_cosine_frames_do_not_depend_on_phase():
    dct = DCT(RATE, "hamming", 882, 220)
    for phase in np.linspace(0.0, np.pi, 9):
        frame = middle(dct, sinusoid(dct, 1003.0, 0.3, phase))
        spectrum = np.zeros((1, 442), np.float32)
        fold(frame[None], spectrum)
        expected = middle(PAPER, sinusoid(PAPER, 1003.0))
        assert spectrum.argmax() == expected.argmax()
        np.testing.assert_allclose(spectrum[0], expected, atol=0.06)


@pytest.mark.parametrize("layout", ["dafx18", "orchestra"])
def test_gabor_frames_become_lines(layout):
    bands = signals.transform(layout)
    rate = int(bands.rate)
    stft = STFT(rate, "hann", 2048 if rate == 44100 else 1024, 128)
    view = LobeView(bands.declaration("nsgt-erb"), "hann", stft.length)
    sound, _ = signals.tone(440.0, rate, bands.length, top=0.3)
    out = np.zeros((1, stft.centres.size), np.float32)
    view.process(middle(bands, sound)[None], np.ones(1, np.int8), out)
    expected = middle(stft, sound)
    loud = expected > 0.01 * expected.max()
    assert quality.spectral_convergence(expected[loud], out[0, loud]) < -30.0
    noise = 0.1 * np.random.default_rng(2).standard_normal(bands.length)
    frames = bands.magnitudes(noise)[100:-100:10]
    spectra = np.zeros((len(frames), stft.centres.size), np.float32)
    for row, frame in zip(spectra, frames, strict=True):
        view.process(frame[None], np.ones(1, np.int8), row[None])
    inside = slice(20, -20)
    expected = stft.magnitudes(noise)[20:-20, inside]
    difference = 10.0 * np.log10(np.mean(spectra[:, inside] ** 2) / np.mean(expected**2))
    assert difference == pytest.approx(0.0, abs=1.0)


def test_silent_voices_are_left_alone_and_silence_stays_silent():
    view = PairView(PAPER.declaration("stft"), 3)
    out = np.full((3, view.bands), 7.0, np.float32)
    frames = np.stack([middle(PAPER, sinusoid(PAPER, 440.0))] * 2 + [np.zeros(442, np.float32)])
    view.process(frames, np.array([1, 0, 1], np.int8), out)
    assert (out[1] == 7.0).all()
    assert not out[2].any()
    assert out[0].max() < 1.0


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from([0.0, 1e-30, 1e-6, 1.0, 1e18]), min_size=442, max_size=442))
def test_whatever_comes_is_finite(values):
    frame = np.array(values, np.float32)
    _, pairs = shown(PAPER, frame)
    assert np.isfinite(pairs).all()
    assert (pairs >= 0.0).all()
    view = LobeView(signals.transform("dafx18").declaration("nsgt-erb"), "hann", 1024)
    out = np.zeros((1, 513), np.float32)
    view.process(frame[None, :400], np.ones(1, np.int8), out)
    assert np.isfinite(out).all()


def test_the_banks_layout():
    erb = signals.transform("dafx18").declaration("nsgt-erb")
    assert bank_layout(erb) == (erb.centres, erb.half_widths)
    centres, half_widths = bank_layout(PAPER.declaration("stft"))
    assert np.diff(centres)[1:] == pytest.approx(50.0)
    assert half_widths == pytest.approx(50.0)
