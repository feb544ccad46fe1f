import warnings

import numpy as np
import pytest
import scipy.fft
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.signal import ShortTimeFFT
from scipy.signal.windows import get_window

from rt_timbre.errors import SpaceError, TransformError
from rt_timbre.space_parts import Transform
from rt_timbre.transforms import transform_of
from rt_timbre.transforms.nsgt import NSGT
from rt_timbre.transforms.scales import erb_centres, octave_centres
from rt_timbre.transforms.stft import DCT, STFT

RATE = 22050
PAPER = ("hamming", 882, 220)  # 40 and 10 ms, Esling et al. 2018
FRAMINGS = [PAPER, ("hann", 1024, 256), ("hann", 512, 100), ("blackman", 600, 77), ("hamming", 64, 32)]


def relative(difference, reference):
    return np.linalg.norm(difference) / np.linalg.norm(reference)


@pytest.mark.parametrize("framing", FRAMINGS)
def test_stft_is_scipys(framing):
    window, length, hop = framing
    signal = np.random.default_rng(1).standard_normal(7000)
    theirs = ShortTimeFFT(get_window(window, length), hop, RATE, fft_mode="onesided")
    ours = STFT(RATE, *framing)
    coefficients = ours.forward(signal)
    expected = theirs.stft(signal, p0=0, p1=coefficients.shape[1])
    assert relative(coefficients - expected, expected) < 1e-12
    np.testing.assert_allclose(ours.centres, theirs.f)
    # Where windows overlap fully ours is their canonical dual window.
    steady = slice(length, 7000 - 2 * length)
    back = theirs.istft(theirs.stft(signal), k1=7000)
    np.testing.assert_allclose(ours.inverse(coefficients)[steady], back[steady], atol=1e-12)


@pytest.mark.parametrize("framing", FRAMINGS)
def test_dct_is_scipys(framing):
    window, length, hop = framing
    signal = np.random.default_rng(2).standard_normal(5000)
    coefficients = DCT(RATE, *framing).forward(signal)
    padded = np.pad(signal, length)
    for t in (0, 3, coefficients.shape[1] - 1):
        start = length + t * hop - length // 2
        segment = padded[start : start + length] * get_window(window, length)
        np.testing.assert_allclose(coefficients[:, t], scipy.fft.dct(segment) / 2.0, atol=1e-10)


@pytest.mark.parametrize("kind", [STFT, DCT])
@pytest.mark.parametrize("framing", FRAMINGS)
@settings(max_examples=20, deadline=None)
@given(samples=st.integers(1, 4000))
def test_coefficients_give_the_signal_back(kind, framing, samples):
    signal = np.random.default_rng(samples).standard_normal(samples)
    transform = kind(RATE, *framing)
    coefficients = transform.forward(signal)
    assert coefficients.shape == (transform.centres.size, -(-samples // framing[2]))
    back = transform.inverse(coefficients)
    assert back.shape == (coefficients.shape[1] * framing[2],)
    assert np.abs(back[:samples] - signal).max() < 1e-10
    assert np.abs(back[samples:]).max(initial=0.0) < 1e-10
    again = transform.forward(back)
    assert relative(again - coefficients, coefficients) < 1e-10


@pytest.mark.parametrize("kind", [STFT, DCT])
def test_leading_axes_are_a_batch_and_precision_is_kept(kind):
    transform = kind(RATE, *PAPER)
    signals = np.random.default_rng(0).standard_normal((2, 3, 4000)).astype(np.float32)
    coefficients = transform.forward(signals)
    assert coefficients.dtype == (np.complex64 if kind is STFT else np.float32)
    back = transform.inverse(coefficients)
    assert back.dtype == np.float32
    for index in np.ndindex(2, 3):
        np.testing.assert_allclose(coefficients[index], transform.forward(signals[index]), atol=1e-4)
        np.testing.assert_allclose(back[index][:4000], signals[index], atol=1e-4)


@settings(max_examples=30, deadline=None)
@given(bin_=st.integers(5, 430), amplitude=st.floats(1e-3, 1.0), phase=st.floats(0.0, 6.3))
def test_magnitudes_are_amplitudes(bin_, amplitude, phase):
    time = np.arange(8820) / RATE
    stft, dct = STFT(RATE, *PAPER), DCT(RATE, *PAPER)
    sinusoid = amplitude * np.cos(2.0 * np.pi * stft.centres[bin_] * time + phase)
    steady = slice(4, -4)
    frames = stft.magnitudes(sinusoid)[steady]
    assert frames.dtype == np.float32
    np.testing.assert_allclose(frames[:, bin_], amplitude, rtol=1e-3)
    # A cosine transform sees the sinusoid's amplitude times the cosine of its phase.
    assert dct.magnitudes(sinusoid)[steady, 2 * bin_].max() <= amplitude * 1.01


def test_half_widths_are_where_the_main_lobe_ends():
    for window, length, hop in FRAMINGS:
        transform = STFT(RATE, window, length, hop)
        lobe = np.abs(np.fft.rfft(get_window(window, length), 64 * length))
        end = np.flatnonzero(lobe < 1e-4 * lobe[0])[0] / 64.0
        assert transform.half_widths[0] * length / RATE == pytest.approx(end, abs=0.05)


@pytest.mark.parametrize(
    "transform",
    [
        NSGT(erb_centres(60.0, 10500.0, 100), RATE, 16384, 1024),
        NSGT(octave_centres(60.0, 10500.0, 24), RATE, 16384, 1024),
        STFT(RATE, *PAPER),
        DCT(RATE, *PAPER),
    ],
    ids=["erb", "octave", "stft", "dct"],
)
def test_what_a_space_stores_makes_the_transform_again(transform):
    kind = {NSGT: "nsgt-erb", STFT: "stft", DCT: "dct"}[type(transform)]
    declaration = transform.declaration(kind)
    again = transform_of(declaration)
    spectrum = np.fft.rfft(np.random.default_rng(4).standard_normal(16384))
    frequency = np.fft.rfftfreq(16384, 1.0 / RATE)
    # Outside the bands the two may differ: one knows of bands beyond, the other does not.
    spectrum[(frequency < transform.centres[2]) | (frequency > transform.centres[-4])] = 0.0
    signal = np.fft.irfft(spectrum)
    expected = transform.forward(signal)
    assert relative(again.forward(signal) - expected, expected) < 1e-12
    np.testing.assert_array_equal(again.centres, transform.centres)
    assert relative(again.inverse(expected)[:16384] - signal, signal) < 1e-10
    assert again.amplitude_scale == transform.amplitude_scale


@pytest.mark.parametrize(
    ("framing", "message"),
    [
        (("kaiser", 882, 220), "the window is 'kaiser', it must be one of hann, hamming, blackman"),
        (("hann", 881, 220), "the window has 881 samples, it must have an even number"),
        (("hann", 882, 442), "the hop is 442 samples, it must be 1 to half the window's 882"),
    ],
)
def test_impossible_segments_are_refused(framing, message):
    with pytest.raises(TransformError, match=message):
        STFT(RATE, *framing)


def test_coefficients_of_other_bands_are_refused():
    with pytest.raises(TransformError, match="the coefficients have 3 bands, this transform makes 442"):
        STFT(RATE, *PAPER).inverse(np.zeros((3, 5), complex))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"window": "kaiser"}, "transform.window is 'kaiser'; it must be one of hann"),
        ({"hop": 442}, "transform.hop is 442; it must be 1 to half the length 882"),
        ({"length": 881}, "transform.length is 881; it must be even"),
        ({"amplitude_scale": 1.0}, "transform.amplitude_scale is 1.0; it must be"),
        ({"centres": np.arange(442.0)}, "transform.centres must be the multiples of 25 Hz"),
        ({"half_widths": np.ones(442)}, "transform.half_widths must all be 50 Hz"),
        ({"kind": "dct"}, "transform.centres has 442 bands; dct has 882"),
    ],
)
def test_declarations_that_contradict_themselves_are_refused(changes, message):
    good = STFT(RATE, *PAPER).declaration("stft")
    values = {name: getattr(good, name) for name in Transform.__slots__}
    with warnings.catch_warnings(), pytest.raises(SpaceError, match=message):
        Transform(**(values | changes))
