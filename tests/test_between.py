"""Between two semitones: harmonics keep their places and go from the levels of the one frame to those of the other."""

import numpy as np
import pytest
import scipy.signal

from rt_timbre.between import Between, blend, harmonic_powers, neighbour
from rt_timbre.decoder import FrameDecoder
from rt_timbre.descriptors.describer import Describer
from rt_timbre.frames import Frames
from rt_timbre.paths.latent_path import LatentPath
from rt_timbre.phase.methods import of_quality
from rt_timbre.phase.partials import find_partials
from rt_timbre.render import render_path
from rt_timbre.space_store import open_space
from rt_timbre.transforms.stft import STFT
from tests.signals import line_frame
from tests.tiny_space import Graph, tiny_space

ORCHESTRA = open_space("orchestra").space
BANDS = ORCHESTRA.transform
LOWEST = 40.0
RATE = BANDS.rate


def hertz(pitch):
    return 440.0 * 2.0 ** ((np.asarray(pitch, float) - 69.0) / 12.0)


def levels(seed, count):
    """Levels of harmonics, 6 dB up and down at random."""
    return 0.1 * 10.0 ** (np.random.default_rng(seed).uniform(-6.0, 6.0, count) / 20.0)


def frame_of(pitch, amplitudes):
    return line_frame(hertz(pitch) * np.arange(1, len(amplitudes) + 1), amplitudes, BANDS)


def blended(frame, pitch, other, other_pitch, share, bands=BANDS):
    known = Between(bands, LOWEST)
    powers = np.zeros((2, known.harmonics))
    for row, (own, own_pitch) in zip(powers, ((frame, pitch), (other, other_pitch)), strict=True):
        harmonic_powers(own, hertz(own_pitch), known.edges, known.shared, row)
    out = np.zeros_like(frame)
    gains = np.full(known.harmonics + 2, np.nan)
    blend(
        frame,
        hertz(pitch),
        powers[0],
        hertz(other_pitch),
        powers[1],
        share,
        known.centres,
        known.edges[-1],
        gains,
        out,
    )
    return out


@pytest.mark.parametrize("semitone", [43.0, 57.0, 71.0, 85.0])
@pytest.mark.parametrize("share", [0.0, 0.25, 0.5, 1.0])
def test_harmonics_keep_their_places_and_go_towards_the_other_levels(semitone, share):
    ours, theirs = levels(1, 12), levels(2, 12)
    frame = blended(frame_of(semitone, ours), semitone, frame_of(semitone + 1, theirs), semitone + 1, share)
    frequencies, amplitudes = find_partials(frame, BANDS.centres, BANDS.half_widths)
    expected = hertz(semitone) * np.arange(1, 13)
    nearest = np.abs(frequencies[:, None] - expected).argmin(axis=0)
    assert np.abs(1200.0 * np.log2(frequencies[nearest] / expected)).max() < 1.0
    wanted = (1.0 - share) * ours + share * theirs
    assert np.abs(20.0 * np.log10(amplitudes[nearest] / wanted)).max() < 0.25


@pytest.mark.parametrize("semitone", [43.0, 57.0, 71.0, 85.0])
def test_half_way_both_frames_say_the_same(semitone):
    frames = frame_of(semitone, levels(1, 12)), frame_of(semitone + 1, levels(2, 12))
    lower = blended(frames[0], semitone, frames[1], semitone + 1, 0.5)
    upper = blended(frames[1], semitone + 1, frames[0], semitone, 0.5)
    (low, *_), (high, *_) = Describer(BANDS).describe(np.stack([lower, upper]))
    assert abs(np.log2(high / low) * 12.0 - 1.0) < 0.02
    before, after = Describer(BANDS).describe(np.stack(frames))[:, 0]
    assert abs(np.log2(after / before) * 12.0 - 1.0) > 0.5  # which they did not before


@pytest.mark.parametrize("share", [0.3, 1.0])
def test_a_frame_beside_its_like_stays_as_it_is(share):
    amplitudes = 1.0 / np.arange(1.0, 30.0)
    frame, other = frame_of(50.0, amplitudes), frame_of(51.0, amplitudes)
    found = blended(frame, 50.0, other, 51.0, share)
    heard = frame > 1e-3 * frame.max()
    assert np.abs(20.0 * np.log10(found[heard] / frame[heard])).max() < 0.4


@pytest.mark.parametrize("bands", [BANDS, STFT(8000, "hann", 256, 64).declaration("stft")], ids=["nsgt", "stft"])
@pytest.mark.parametrize("pitch", [0.0, 30.0, 64.0, 126.0])
def test_any_frames_give_finite_ones(bands, pitch):
    noise = np.random.default_rng(3).exponential(1.0, bands.bands).astype(np.float32)
    silence = np.zeros_like(noise)
    for frame, other in ((noise, silence), (silence, noise), (noise, noise[::-1].copy()), (noise * 1e18, noise)):
        found = blended(frame, pitch, other, pitch + 1.0, 0.4, bands)
        assert np.isfinite(found).all()
        assert (found >= 0.0).all()
        assert found.max() <= 41.0 * frame.max()
    np.testing.assert_array_equal(blended(noise, pitch, noise, pitch + 1.0, 0.0, bands), noise)


def test_the_neighbour_is_on_the_side_of_the_pitch():
    assert neighbour(60.25, 60.0, 36.0, 96.0) == (61.0, 0.25)
    assert neighbour(59.75, 60.0, 36.0, 96.0) == (59.0, 0.25)
    assert neighbour(60.0, 60.0, 36.0, 96.0) == (60.0, 0.0)
    assert neighbour(96.3, 96.0, 36.0, 96.0) == (96.0, 0.0)
    assert neighbour(35.7, 36.0, 36.0, 96.0) == (36.0, 0.0)
    assert neighbour(95.75, 96.0, 36.0, 96.5) == (95.0, 0.25)
    assert neighbour(96.25, 96.0, 36.0, 96.5) == (96.5, 0.5)
    assert neighbour(96.0, 96.5, 36.0, 96.5) == (96.0, 1.0)


def one_by_one(frames, lowest):
    """A space that has frames [semitones, K], whatever the point."""
    g = Graph()
    number = g.op("Cast", g.op("Sub", "pitch", g.constant(lowest)), to=7)
    chosen = g.op("Gather", g.constant(frames), g.op("Squeeze", number, g.constant([1], np.int64)))
    g.op("Add", chosen, g.op("MatMul", "latent", g.constant(np.zeros((3, frames.shape[1])))), output="magnitude")
    model = g.model({"latent": 3, "pitch": 1}, {"magnitude": frames.shape[1]})
    return tiny_space(
        BANDS, decoder=model, pitch_low=lowest, pitch_high=lowest + len(frames) - 1.0, reference_pitch=lowest
    )


def centroids(space, latent, pitches):
    """Centroids in Hz, as they are played, of the frames of a voice that glides from hop to hop."""
    frames, describer = Frames(space, 1), Describer(space.transform)
    fresh, found = np.ones(1, np.int8), np.zeros(len(pitches))
    for hop, pitch in enumerate(pitches):
        frames.update(np.ones(1, np.int8), fresh, np.array([pitch]), latent[None])
        fresh[:] = 0
        found[hop] = describer.describe(frames.magnitude)[0, 0] * frames.scale[0]
    return found


def greatest_step(values):
    return np.abs(np.diff(np.log(values))).max()


@pytest.mark.parametrize("lowest", [43.0, 60.0, 79.0])
def test_a_slow_glide_changes_the_spectrum_no_faster_than_the_semitones_differ(lowest):
    frames = np.stack([frame_of(lowest + i, levels(10 + i, 20)) for i in range(4)])
    space = one_by_one(frames, lowest)
    apart = greatest_step(Describer(BANDS).describe(frames)[:, 0])
    assert apart > 0.1
    hops = 300  # to a semitone
    found = centroids(space, np.zeros(3, np.float32), lowest + np.arange(3 * hops + 1) / hops)
    assert greatest_step(found) < 3.0 * apart / hops + 0.002
    # At the semitones it is what was learned.
    np.testing.assert_allclose(found[::hops], Describer(BANDS).describe(frames)[:, 0], rtol=1e-3)


def test_what_is_decoded_elsewhere_is_what_voices_play():
    pitches = np.array([27.0, 28.0, 40.2, 59.5, 64.0, 77.7, 95.9, 96.3])
    latents = ORCHESTRA.points.latent[::500][: len(pitches)]
    latents = np.resize(latents, (len(pitches), ORCHESTRA.dimension))
    found, scale = FrameDecoder(ORCHESTRA).played(latents, pitches)
    frames = Frames(ORCHESTRA, len(pitches))
    for fresh in (1, 0):
        frames.update(np.ones(len(pitches), np.int8), np.full(len(pitches), fresh, np.int8), pitches, latents)
    np.testing.assert_allclose(found, frames.magnitude, atol=1e-4 * found.max())
    np.testing.assert_allclose(scale, frames.scale)


def test_slow_glides_in_the_bundled_space_do_not_jump():
    random, hops = np.random.default_rng(0), 100
    steps = []
    for _ in range(50):
        one, other = random.integers(len(ORCHESTRA.points.latent), size=2)
        latent = (0.5 * (ORCHESTRA.points.latent[one] + ORCHESTRA.points.latent[other])).astype(np.float32)
        first = np.clip(np.rint(0.5 * (ORCHESTRA.points.pitch[one] + ORCHESTRA.points.pitch[other])), 30.0, 92.0)
        steps.append(greatest_step(centroids(ORCHESTRA, latent, first + np.arange(2 * hops + 1) / hops)[5:]))
    # With the nearest semitone alone it was 0.25 at most and 0.1 in the median. What is left is what lies between the
    # harmonics: a breath, a partial that vibrato has widened.
    assert max(steps) < 0.05
    assert np.median(steps) < 0.01


@pytest.mark.parametrize("quality", ["live", "offline"])
def test_a_rendered_glide_has_no_edges(quality):
    bright, dull = 0.1 * np.arange(1.0, 21.0) ** -0.5, 0.1 * np.arange(1.0, 21.0) ** -1.0
    frames = np.stack([frame_of(57.0 + i, (bright, dull)[i % 2]) for i in range(4)])
    space = one_by_one(frames, 57.0)
    latents = np.zeros((2, 3), np.float32)
    path = LatentPath(times=np.array([0.0, 3.0]), latents=latents, pitches=np.array([57.0, 60.0]))
    sound = render_path(space, path, phase=of_quality(quality, BANDS))[: 3 * RATE].mean(axis=1)
    frequencies, seconds, spectra = scipy.signal.stft(sound, RATE, nperseg=1024, noverlap=768, padded=False)
    powers = np.square(np.abs(spectra[:, (seconds > 0.2) & (seconds < 2.8)]))
    found = (frequencies @ powers) / powers.sum(axis=0)
    apart = greatest_step(Describer(BANDS).describe(frames)[:, 0])
    assert apart > 0.5
    assert np.abs(np.log(found[8:] / found[:-8])).max() < 0.25 * apart  # in 46 ms, a twentieth of a semitone
