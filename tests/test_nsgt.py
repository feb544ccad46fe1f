import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rt_timbre.errors import TransformError
from rt_timbre.transforms.nsgt import NSGT
from rt_timbre.transforms.scales import erb_centres, erb_to_hz, hz_to_erb, mel_centres, octave_centres
from tests import oracles

RATE = 22050
SCALES = {
    "erb": oracles.ErbScale(30.0, 11000.0, 400),
    "mel": oracles.MelScale(30.0, 11000.0, 400),
    "octave": oracles.OctScale(30.0, 11000.0, 48),
    "octave, beyond": oracles.OctScale(100.0, 5000.0, 12, beyond=3),
    "log": oracles.LogScale(40.0, 10000.0, 200),
    "linear": oracles.LinScale(50.0, 11000.0, 220),
    "linear, first band across 0 Hz": oracles.LinScale(10.0, 10990.0, 100),
}


def oracle(scale, length, edges):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of Q-factors too high for the length
        return oracles.nsgt.NSGT(scale, RATE, length, real=True, matrixform=True, reducedform=0 if edges else 1)


def relative(difference, reference):
    return np.linalg.norm(difference) / np.linalg.norm(reference)


@pytest.mark.parametrize("edges", [False, True])
@pytest.mark.parametrize("length", [44100, 32768, 33222])
@pytest.mark.parametrize("scale", SCALES.values(), ids=SCALES.keys())
def test_equals_nsgt(scale, length, edges):
    signal = np.random.default_rng(length).standard_normal(length)
    theirs = oracle(scale, length, edges)
    expected = np.array(theirs.forward(signal))
    ours = NSGT(scale.F(np.arange(len(scale))), RATE, length, expected.shape[1], edges=edges)
    coefficients = ours.forward(signal)
    assert relative(coefficients - expected, expected) < 1e-12
    back = ours.inverse(coefficients)
    assert relative(back - theirs.backward(expected), signal) < 1e-12
    if edges:
        assert relative(back - signal, signal) < 1e-10


@pytest.mark.parametrize("columns", [800, 1024, 1500])
def test_more_columns_than_needed_change_nothing_but_the_hop(columns):
    signal = np.random.default_rng(0).standard_normal(16384)
    transform = NSGT(erb_centres(50.0, 10500.0, 120), RATE, 16384, columns, edges=True)
    assert transform.hop == 16384 / columns
    assert relative(transform.inverse(transform.forward(signal)) - signal, signal) < 1e-10


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (erb_centres(30.0, 11000.0, 400), SCALES["erb"]),
        (mel_centres(30.0, 11000.0, 400), SCALES["mel"]),
        (octave_centres(30.0, 11000.0, 48), SCALES["octave"]),
    ],
    ids=["erb", "mel", "octave"],
)
def test_scales_are_nsgts(ours, theirs):
    np.testing.assert_allclose(ours, theirs.F(np.arange(len(theirs))), rtol=1e-12)


def test_erb_number():
    assert hz_to_erb(1000.0) == pytest.approx(15.62, abs=0.01)  # Glasberg and Moore 1990
    np.testing.assert_allclose(erb_to_hz(hz_to_erb([20.0, 440.0, 16000.0])), [20.0, 440.0, 16000.0])


@pytest.fixture(scope="module")
def small():
    return NSGT(erb_centres(60.0, 10500.0, 100), RATE, 16384, 1024)


def test_leading_axes_are_a_batch(small):
    signals = np.random.default_rng(0).standard_normal((2, 3, 16384))
    coefficients = small.forward(signals)
    assert coefficients.shape == (2, 3, 100, 1024)
    back = small.inverse(coefficients)
    for index in np.ndindex(2, 3):
        np.testing.assert_array_equal(coefficients[index], small.forward(signals[index]))
        np.testing.assert_allclose(back[index], small.inverse(coefficients[index]), atol=1e-15)


def test_float32_stays_float32(small):
    signal = np.random.default_rng(0).standard_normal(16384)
    single = small.forward(signal.astype(np.float32))
    assert single.dtype == np.complex64
    assert small.inverse(single).dtype == np.float32
    assert relative(single - small.forward(signal), single) < 1e-6


@settings(max_examples=30, deadline=None)
@given(band=st.integers(1, 98), amplitude=st.floats(1e-3, 1.0), phase=st.floats(0.0, 6.3))
def test_magnitude_is_the_amplitude_of_a_sinusoid_at_a_true_centre(band, amplitude, phase):
    transform = NSGT(erb_centres(60.0, 10500.0, 100), RATE, 16384, 1024)
    time = np.arange(16384) / RATE
    frames = transform.magnitudes(amplitude * np.cos(2.0 * np.pi * transform.centres[band] * time + phase))
    assert frames.shape == (1024, 100)
    assert frames.dtype == np.float32
    np.testing.assert_allclose(frames[:, band], amplitude, rtol=1e-5)


def test_half_widths_are_where_the_windows_end(small):
    bin_ = RATE / small.length
    time = np.arange(small.length) / RATE
    for band in (1, 40, 97):
        edge = small.centres[band] + small.half_widths[band]
        outside = np.ceil(edge / bin_) * bin_
        inside = outside - 2.0 * bin_
        magnitude = [small.magnitudes(np.cos(2.0 * np.pi * f * time))[0, band] for f in (inside, outside)]
        assert magnitude[0] > 1e-5
        assert magnitude[1] < 1e-6


def test_columns_are_hops_in_time(small):
    signal = np.zeros(small.length)
    signal[4096] = 1.0
    highest = small.magnitudes(signal)[:, -3]
    assert np.argmax(highest) == 4096 / small.hop


@pytest.mark.parametrize(
    ("centres", "length", "columns", "message"),
    [
        ([100.0, 90.0, 200.0], 4096, 256, "must ascend strictly"),
        ([0.0, 100.0], 4096, 256, "between 0 and 11025 Hz"),
        ([100.0, 11025.0], 4096, 256, "from 100 to 11025"),
        ([100.0, float("nan")], 4096, 256, "must ascend strictly"),
        ([100.0], 4096, 256, "two or more"),
        ([100.0, 200.0], 4097, 4096, "4097 samples, it must be even"),
        ([100.0, 200.0, 5000.0], 4096, 256, "columns is 256, the widest band needs at least 2011"),
    ],
)
def test_impossible_transforms_are_refused(centres, length, columns, message):
    with pytest.raises(TransformError, match=message):
        NSGT(centres, RATE, length, columns)


def test_signals_that_do_not_fit_are_refused(small):
    with pytest.raises(TransformError, match="100 samples, this transform takes 16384"):
        small.forward(np.zeros(100))
    with pytest.raises(TransformError, match=r"\(100, 1024\)"):
        small.inverse(np.zeros((1024, 100), complex))
