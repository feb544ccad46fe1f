"""The oscillator bank against its bars of quality."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rt_timbre import quality
from rt_timbre.phase.harmonics import find_fundamental, frame_pitch, settle
from rt_timbre.phase.partials import find_partials, pair_table, peaks
from tests.signals import LAYOUTS, bank, hold, line_frame, play, tone, transform

BOTH = pytest.mark.parametrize("layout", LAYOUTS)


def analysed(sound, bands):
    """One frame from the middle of a sound."""
    return bands.magnitudes(sound)[bands.columns // 2]


def again(sound, bands):
    """Frames [T, K] of the steady middle of what was played."""
    padded = np.zeros(bands.length)
    padded[: min(bands.length, sound.size)] = sound[: bands.length]
    columns = bands.columns
    return bands.magnitudes(padded)[columns // 4 : 3 * columns // 4]


@BOTH
@pytest.mark.parametrize("frequency", [40.0, 57.3, 123.4, 440.0, 997.0, 3141.6, 7777.0, 10500.0])
def test_an_isolated_sinusoid_is_found_exactly(layout, frequency):
    bands = transform(layout)
    time = np.arange(bands.length) / bands.rate
    # A whole number of periods: a sinusoid that is cut off is not isolated.
    frequency = round(frequency * bands.length / bands.rate) * bands.rate / bands.length
    frame = analysed(0.25 * np.cos(2 * np.pi * frequency * time + 0.3), bands)
    found, amplitude = find_partials(frame, bands.centres, bands.half_widths)
    strongest = np.argmax(amplitude)
    assert abs(1200 * np.log2(found[strongest] / frequency)) <= 0.1
    assert abs(20 * np.log10(amplitude[strongest] / 0.25)) <= 0.05


@BOTH
@pytest.mark.parametrize("f0", [196.0, 261.6, 440.0, 880.0])
@pytest.mark.parametrize("known", [True, False])
def test_a_held_tone_is_steady_pure_and_in_tune(layout, f0, known):
    bands = transform(layout)
    sound, frequencies = tone(f0, bands.rate, bands.length)
    frame = analysed(sound, bands)
    seconds = bands.length / bands.rate
    heard = hold(bank(bands), frame, seconds, bands.rate, pitch=f0 if known else 0.0).astype(float)
    middle = heard[int(0.2 * heard.size) : int(0.9 * heard.size)]
    assert quality.amplitude_modulation(middle, bands.rate) <= 0.5
    assert np.abs(quality.cents_off(frequencies[:12], middle, bands.rate)).max() <= 0.1
    assert quality.spurious_level(np.arange(1, frequencies.size + 40) * f0, middle, bands.rate) <= -60.0
    # What no band resolves has no phase to recover: spectral convergence is of the resolved bands.
    resolved = f0 > 2.5 * bands.half_widths
    frames = again(heard, bands)
    reference = np.repeat(frame[None], len(frames), axis=0)
    assert quality.spectral_convergence(reference[:, resolved], frames[:, resolved]) <= -50.0


@BOTH
@pytest.mark.parametrize("f0", [41.2, 55.0, 65.4, 82.4, 98.0, 123.5, 146.8])
@pytest.mark.parametrize("known", [True, False])
def test_a_held_low_tone_is_locked_to_its_harmonics(layout, f0, known):
    bands = transform(layout)
    sound, frequencies = tone(f0, bands.rate, bands.length)
    frame = analysed(sound, bands)
    heard = hold(bank(bands), frame, bands.length / bands.rate, bands.rate, pitch=f0 if known else 0.0).astype(float)
    middle = heard[int(0.2 * heard.size) : int(0.9 * heard.size)]
    assert quality.spurious_level(np.arange(1, frequencies.size + 40) * f0, middle, bands.rate) <= -60.0
    assert np.abs(quality.cents_off(frequencies[:8], middle, bands.rate)).max() <= 0.5
    spectrum = np.abs(np.fft.rfft(middle * np.blackman(middle.size))) / (0.42 * middle.size / 2)
    axis = np.fft.rfftfreq(middle.size, 1 / bands.rate)
    levels = [spectrum[np.abs(axis - f) < 3].max() for f in frequencies[: int(9000 / f0)]]
    error = 20 * np.log10(np.array(levels) / (0.3 / np.arange(1, len(levels) + 1)))
    # Below the boundary the amplitudes are exact; above, random phases meet in one band and the mean is what is known.
    assert np.sqrt(np.mean(error[:20] ** 2)) <= 1.2


def test_a_pitch_that_is_known_tunes_the_frame():
    bands = transform("orchestra")
    number = np.arange(1, 20)
    frame = line_frame(262.5 * number, 0.2 / number, bands)  # 6 cents sharp
    middle = hold(bank(bands), frame, 1.5, bands.rate, pitch=261.6256).astype(float)[20000:]
    assert np.abs(quality.cents_off(261.6256 * number[:6], middle, bands.rate)).max() <= 0.1
    assert frame_pitch(frame, bands.centres, bands.half_widths, 261.6256) == pytest.approx(262.5, rel=1e-5)


@pytest.mark.parametrize("rate", [44100, 48000])
def test_scale_shifts_every_partial(rate):
    bands = transform("orchestra")
    number = np.arange(1, 12)
    frame = line_frame(300.0 * number, 0.2 / number, bands)
    middle = hold(bank(bands, rate=rate), frame, 1.5, rate, scale=2 ** (0.37 / 12)).astype(float)[20000:]
    assert np.abs(quality.cents_off(300.0 * 2 ** (0.37 / 12) * number, middle, rate)).max() <= 0.1


@BOTH
def test_a_glide_is_smooth(layout):
    bands = transform(layout)
    hop = 64 * bands.rate // 22050 // 2
    time = np.arange(int(2.6 * bands.rate / hop)) * hop / bands.rate
    glide = 220 * 2 ** np.clip((time - 0.7) / 1.5, 0, 1)
    number = np.arange(1, 24)
    frames = np.stack([line_frame(f * number, 0.3 / number, bands) for f in glide])
    heard = play(bank(bands, hop=hop), frames, hop).astype(float)
    # A frame's values are reached at the end of its hop.
    samples = (np.arange(heard.size) + 1 - hop) / bands.rate
    exact = 220 * 2 ** np.clip((samples - 0.7) / 1.5, 0, 1)
    phase = 2 * np.pi * np.cumsum(exact) / bands.rate
    window = np.hanning(int(0.046 * bands.rate) | 1)
    inside = slice(int(0.9 * bands.rate), int(2.0 * bands.rate))
    for k in (1, 2, 4, 8):
        line = np.convolve(heard * np.exp(-1j * k * phase), window / window.sum(), "same")[inside]
        drift = np.diff(np.unwrap(np.angle(line))) * bands.rate / (2 * np.pi)
        assert 1200 * np.abs(drift).mean() / (k * exact[inside].mean()) / np.log(2) <= 0.2
        assert np.abs(line).std() / np.abs(line).mean() <= 0.005


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize("seconds", [0.1, 0.3, 1.0])
def test_a_fast_glide_over_decoded_semitones_breaks_no_partial(seconds, known):
    bands = transform("orchestra")
    rate, hop = bands.rate, 128
    number = np.arange(1, 21)
    time = np.arange(int((seconds + 1.0) * rate / hop)) * hop / rate
    octaves = 2.0 * np.clip((time - 0.5) / seconds, 0.0, 1.0)
    decoded = np.round(12.0 * octaves) / 12.0 if known else np.zeros(time.size)
    frames = np.stack([line_frame(220.0 * 2.0**octave * number, 0.3 / number, bands) for octave in decoded])
    pitch = 220.0 * 2.0**decoded if known else 0.0
    heard = play(bank(bands), frames, hop, pitch=pitch, scale=2.0 ** (octaves - decoded)).astype(float)
    samples = (np.arange(heard.size) + 1 - hop) / rate
    exact = 220.0 * 2.0 ** (2.0 * np.clip((samples - 0.5) / seconds, 0.0, 1.0))
    phase = 2.0 * np.pi * np.cumsum(exact) / rate
    window = np.hanning(883)
    inside = slice(int(0.52 * rate), int((0.48 + seconds) * rate))
    for k in (1, 4, 8, 16):
        line = np.abs(np.convolve(heard * np.exp(-1j * k * phase), window / window.sum(), "same")[inside])
        assert line.std() / line.mean() <= 0.02


@BOTH
@pytest.mark.parametrize("seed", [0, 1])
def test_a_held_noise_frame_has_no_pitch_and_keeps_its_level(layout, seed):
    bands = transform(layout)
    frame = analysed(0.1 * np.random.default_rng(seed).standard_normal(bands.length), bands)
    heard = hold(bank(bands, seed=seed), frame, bands.length / bands.rate, bands.rate).astype(float)
    middle = heard[int(0.2 * heard.size) : int(0.9 * heard.size)]
    for low, high in ((500, 1000), (2000, 4000), (5000, 10000)):
        assert quality.noise_periodicity(middle, bands.rate, low, high) <= 0.2
    frames = again(heard, bands)
    level = 10 * np.log10((frames**2).mean(axis=0).sum() / (frame.astype(float) ** 2).sum())
    assert abs(level) <= 1.0


def test_noise_between_clear_harmonics_stays_noise_and_the_harmonics_stay_pure():
    bands = transform("orchestra")
    sound, frequencies = tone(523.25, bands.rate, bands.length, power=2.0)
    noise = 0.01 * np.random.default_rng(3).standard_normal(bands.length)
    frame = analysed(sound + noise, bands)
    heard = hold(bank(bands), frame, bands.length / bands.rate, bands.rate, pitch=523.25).astype(float)
    middle = heard[int(0.2 * heard.size) : int(0.9 * heard.size)]
    assert np.abs(quality.cents_off(frequencies[:5], middle, bands.rate)).max() <= 3.0
    assert quality.noise_periodicity(middle, bands.rate, 12000, 20000) <= 0.2


def test_the_first_effect_is_immediate():
    bands = transform("orchestra")
    before, after = (line_frame([f], [0.3], bands) for f in (3000.0, 4100.0))
    hop, change = 128, 100
    frames = np.repeat(before[None], 200, axis=0)
    steady = play(bank(bands, smoothing=0.0), frames, hop)
    frames[change:] = after
    effect = np.abs(play(bank(bands, smoothing=0.0), frames, hop) - steady)[change * hop :]
    settled = np.sqrt(np.mean(effect[hop : 20 * hop] ** 2))
    assert np.flatnonzero(effect > 0.001 * settled)[0] <= 3
    # Half of the new amplitude in the middle of the hop.
    assert np.sqrt(np.mean(effect[hop // 2 - 16 : hop // 2 + 16] ** 2)) >= 0.3 * settled


@settings(max_examples=40, deadline=None)
@given(
    st.integers(0, 2**32 - 1),
    st.sampled_from([0.0, 1e-38, 1e-20, 1e-6, 1.0, 1e6, 1e30]),
    st.floats(0.0, 1.0),
    st.sampled_from([0.0, 30.0, 55.0, 440.0, 12000.0]),
    st.floats(0.1, 8.0),
)
def test_any_frame_gives_finite_sound(seed, size, density, pitch, scale):
    bands = transform("orchestra")
    random = np.random.default_rng(seed)
    frames = (random.random((6, 472)) * size * (random.random((6, 472)) < density)).astype(np.float32)
    heard = play(bank(bands, seed=1), frames, 128, pitch=pitch, scale=scale)
    assert np.isfinite(heard).all()
    if not frames.any():
        assert not heard.any()


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 1000), st.sampled_from([0.125, 0.5, 4.0, 64.0]), st.sampled_from([0.0, 110.0]))
def test_scaling_a_frame_scales_the_sound(seed, factor, pitch):
    bands = transform("orchestra")
    frames = np.random.default_rng(seed).random((8, 472)).astype(np.float32) ** 8
    plain = play(bank(bands, seed=2), frames, 128, pitch=pitch)
    scaled = play(bank(bands, seed=2), frames * np.float32(factor), 128, pitch=pitch)
    np.testing.assert_allclose(scaled, plain * factor, rtol=1e-3, atol=1e-4 * factor * np.abs(plain).max())


def test_the_same_seed_gives_the_same_bits_and_inactive_voices_rest():
    bands = transform("orchestra")
    frames = np.random.default_rng(0).random((20, 472)).astype(np.float32)
    np.testing.assert_array_equal(play(bank(bands, seed=3), frames, 128), play(bank(bands, seed=3), frames, 128))
    one = bank(bands, seed=3)
    out = np.ones((1, 128), np.float32)
    one.process(frames[:1], np.ones(1), np.zeros(1), np.zeros(1, np.int8), out)
    assert not out.any()
    np.testing.assert_array_equal(play(one, frames, 128), play(bank(bands, seed=3), frames, 128))


@settings(max_examples=10, deadline=None)
@given(st.lists(st.integers(1, 128), min_size=60, max_size=60), st.sampled_from([0.0, 261.6]))
def test_a_held_tone_does_not_depend_on_where_hops_are_split(sizes, pitch):
    bands = transform("orchestra")
    number = np.arange(1, 30)
    frame = line_frame(261.6 * number, 0.3 / number, bands)[None]
    whole = hold(bank(bands), frame[0], 0.2, bands.rate, pitch=pitch)
    one, parts = bank(bands), []
    for size in sizes:
        parts.append(np.empty((1, size), np.float32))
        one.process(frame, np.ones(1), np.full(1, pitch), np.ones(1, np.int8), parts[-1])
    split = np.concatenate(parts, axis=1)[0]
    common = min(split.size, whole.size)
    np.testing.assert_allclose(split[:common], whole[:common], atol=1e-4)


def test_a_reset_voice_begins_at_full_amplitude():
    bands = transform("orchestra")
    frame = line_frame([1000.0], [0.5], bands)
    one = bank(bands)
    for _ in range(2):
        heard = hold(one, frame, 0.05, bands.rate)
        assert np.abs(heard[:64]).max() > 0.45
        one.reset(0)


def vibrato_tone(f0, rate, samples, depth=0.008, speed=5.5, top=0.3):
    """Harmonics of equal slope whose pitch swings by `depth` of it, and noise 50 dB below."""
    time = np.arange(samples) / rate
    phase = 2 * np.pi * f0 * (time - depth / (2 * np.pi * speed) * np.cos(2 * np.pi * speed * time))
    sound = sum(0.2 / n * np.cos(n * phase + n * n) for n in range(1, int(top * rate / f0)))
    return sound + 1e-3 * np.random.default_rng(0).standard_normal(samples)


@BOTH
@pytest.mark.parametrize("f0", [330.0, 622.0, 1046.5])
@pytest.mark.parametrize("known", [True, False])
def test_a_frame_caught_in_vibrato_does_not_beat(layout, f0, known):
    bands = transform(layout)
    frames = bands.magnitudes(vibrato_tone(f0, bands.rate, bands.length))
    for column in np.linspace(0.4, 0.6, 6):  # over a period of the vibrato
        frame = frames[int(column * bands.columns)]
        pitch = frame_pitch(frame, bands.centres, bands.half_widths, f0) if known else 0.0
        held = hold(bank(bands), frame, 2.5, bands.rate, pitch=pitch).astype(float)[int(0.5 * bands.rate) :]
        # A split harmonic beats by 40 % and more; without a known pitch only those that are recognised are made whole.
        assert quality.amplitude_modulation(held, bands.rate, lowest=0.8 * f0) < (5.0 if known else 20.0)


@BOTH
def test_moving_vibrato_makes_no_noise_between_harmonics(layout):
    bands = transform(layout)
    hop = bands.length // bands.columns
    sound = vibrato_tone(330.0, bands.rate, bands.length)
    frames = bands.magnitudes(sound)
    heard = play(bank(bands, hop=hop), frames, hop)
    steady = slice(bands.columns // 4, 3 * bands.columns // 4)
    again_ = bands.magnitudes(np.concatenate([heard[hop:], np.zeros(hop, np.float32)]))[steady]
    resolved = (bands.centres > 200.0) & (bands.centres < 2500.0)
    assert quality.log_spectral_distance(frames[steady][:, resolved], again_[:, resolved]) < 8.0
    assert quality.spectral_convergence(frames[steady][:, resolved], again_[:, resolved]) < -11.0


def test_a_fundamental_has_to_last_to_count():
    state = np.zeros(3)
    second = 1.0 / 344.0  # of a hop
    assert settle(220.0, second, True, state) == 220.0  # the first frame has no past
    for seen in (0.0, 36.7, 221.0, 0.0, 0.0, 36.7, 222.0):
        assert settle(seen, second, False, state) == pytest.approx(220.0, rel=0.01)
    held = [settle(36.7, second, False, state) for _ in range(20)]
    assert held[0] == pytest.approx(222.0)
    assert held[-1] == 36.7
    assert held.index(36.7) * second == pytest.approx(0.03, abs=0.004)
    # A glide is followed at once.
    for step in range(40):
        assert settle(36.7 * 1.02**step, second, False, state) == 36.7 * 1.02**step


@BOTH
@pytest.mark.parametrize("f0", [55.0, 110.3, 233.1])
def test_the_fundamental_of_a_stiff_string_is_no_fraction_of_it(layout, f0):
    bands = transform(layout)
    time = np.arange(bands.length) / bands.rate
    number = np.arange(1, 31)
    partials = f0 * number * np.sqrt(1.0 + 2e-4 * number**2)  # Fletcher 1964
    sound = sum(np.cos(2 * np.pi * f * time + i * i) / i for i, f in enumerate(partials, 1))
    sound += 0.002 * np.random.default_rng(0).standard_normal(time.size)
    frame = analysed(sound, bands)
    count = bands.centres.size
    frequency, amplitude, doubt = np.empty(count), np.empty(count), np.empty(count)
    band = np.empty(count, np.int64)
    table = pair_table(bands.centres, bands.half_widths)
    found = peaks(frame, 1e-3, bands.centres, bands.half_widths, table, frequency, amplitude, doubt, band)
    fundamental = find_fundamental(frequency, amplitude, doubt, band, found, bands.half_widths)
    assert abs(1200 * np.log2(fundamental / f0)) < 15.0


def test_after_the_last_frame_comes_exact_silence():
    bands = transform("dafx18")
    sound, _ = tone(220.0, bands.rate, bands.length)
    noise = np.random.default_rng(0).standard_normal(bands.length)
    for signal in (sound, 0.1 * noise):
        frame = analysed(signal, bands)
        frames = np.concatenate([np.repeat(frame[None], 40, axis=0), np.zeros((200, frame.size))])
        heard = play(bank(bands), frames, 128)
        assert heard[: 40 * 128].any()
        assert not heard[-100 * 128 :].any()


@pytest.mark.parametrize("pitch", [220.0, 0.0])
def test_what_was_read_off_a_frame_that_stays_is_what_would_be_read_again(pitch):
    bands = transform("dafx18")
    frames = []
    for f0, hops in ((220.0, 30), (247.0, 3), (220.0, 20), (0.0, 5), (196.0, 30)):
        sound = tone(f0, bands.rate, bands.length)[0] if f0 else np.zeros(bands.length)
        sound += 0.01 * np.random.default_rng(hops).standard_normal(bands.length)
        frames += [analysed(sound, bands)] * hops
    kept, anew = bank(bands), bank(bands)
    active, scale, hertz = np.ones(1, np.int8), np.ones(1), np.full(1, pitch)
    out = np.zeros((2, 1, 128), np.float32)
    for frame in np.array(frames, np.float32):
        anew._heard[:] = -1.0  # no frame is like that
        kept.process(frame[None], scale, hertz, active, out[0])
        anew.process(frame[None], scale, hertz, active, out[1])
        np.testing.assert_array_equal(out[0], out[1])
        assert out[0].any()
