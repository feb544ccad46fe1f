"""Notes made as a whole: recorded, made in the time of their frames, played."""

import numpy as np
import pytest

from rt_timbre.phase import offline
from rt_timbre.phase.methods import make
from rt_timbre.phase.notes import Note, Player, Recorder
from rt_timbre.phase.offline import make_note
from rt_timbre.phase.warp import at_places
from tests.test_phase_stage import TRANSFORMS

RATE, HOP = 48000, 128


def harmonics(seconds, pitch):
    """Three harmonics of a pitch (Hz, by seconds)."""
    phase = 2.0 * np.pi * np.cumsum(pitch(seconds)) / RATE
    return (0.2 * np.cos(phase) + 0.1 * np.cos(2.0 * phase + 1.0) + 0.05 * np.cos(3.0 * phase + 2.0)).astype(np.float32)


@pytest.mark.parametrize("speed", [0.3, 0.9187, 1.0, 1.5])
def test_places_between_samples_are_interpolated_within_the_band(speed):
    places = np.arange(200.0, 3800.0, speed)
    for turn in (0.1, 0.8 * np.pi / max(1.0, speed)):
        sound = np.cos(turn * np.arange(4000)).astype(np.float32)
        np.testing.assert_allclose(at_places(sound, places), np.cos(turn * places), atol=1e-3)


def test_what_would_be_folded_over_is_taken_away():
    above = np.cos(0.95 * np.pi * np.arange(4000)).astype(np.float32)
    assert np.abs(at_places(above, np.arange(200.0, 3800.0, 1.5))).max() < 1e-3


def test_whole_places_give_the_samples_and_beyond_them_is_silence():
    sound = np.random.default_rng(1).standard_normal(100).astype(np.float32)
    np.testing.assert_allclose(at_places(sound, np.arange(-50.0, 150.0)), np.pad(sound, 50), atol=1e-6)
    assert at_places(sound, np.array([42.0])) == pytest.approx(sound[42:43])
    assert not at_places(np.zeros(0, np.float32), np.arange(4.0)).any()


def record(voices=2):
    recorder = Recorder(
        make("bank", TRANSFORMS["nsgt-erb"].declaration("nsgt-erb"), rate=RATE, voices=voices, hop=HOP, seed=0), voices
    )
    recorder.warm()
    return recorder


def test_a_recorder_keeps_the_notes_of_each_voice_and_a_player_plays_them():
    recorder = record()
    bands = TRANSFORMS["nsgt-erb"].centres.size
    frames = np.random.default_rng(1).uniform(0.0, 0.1, (2, bands)).astype(np.float32)
    calls = [([0], 128), ([0], 30), ([0, 1], 128), ([1], 128), ([0, 1], 50)]
    starts = {0: [0], 2: [1], 4: [0]}  # the first voice plays two notes
    heard = [[], []]

    def play(method, expected=None):
        for number, (voices, samples) in enumerate(calls):
            for voice in starts.get(number, []):
                method.reset(voice)
            active = np.isin([0, 1], voices).astype(np.int8)
            out = np.full((2, samples), 7.0, np.float32)
            method.process((1.0 + number) * frames, np.array([1.0, 1.1]), np.array([220.0, 0.0]), active, out)
            for voice in voices:
                if expected is None:
                    heard[voice].append(out[voice])
                else:
                    np.testing.assert_array_equal(out[voice], expected[voice].pop(0))
            assert not out[active == 0].any()

    play(recorder)
    notes = []
    sounds = recorder.notes(lambda note: notes.append(note) or note.sound)
    assert [len(voice) for voice in sounds] == [2, 1]
    first, second, other = notes
    assert first.starts.tolist() == [0, 128, 158, 286]
    np.testing.assert_array_equal(first.frames, np.stack([frames[0], 2.0 * frames[0], 3.0 * frames[0]]))
    assert first.hertz.tolist() == [220.0] * 3
    assert second.starts.tolist() == [0, 50]
    assert other.scales.tolist() == [1.1] * 3
    play(Player(sounds), [list(voice) for voice in heard])


def note_of(kind, pitch, seconds=1.5, semitones=True):
    """A note as an engine would have it: frames of the nearest semitone, scaled; its sound."""
    transform = TRANSFORMS[kind]
    declared = transform.declaration(kind)
    count = round(seconds * RATE / HOP)
    times = np.arange(count) * HOP / RATE
    hertz = 440.0 * 2.0 ** (np.rint(12.0 * np.log2(pitch(times) / 440.0)) / 12.0)
    if not semitones:
        hertz[:] = hertz[0]
    length = 65536 if kind.startswith("nsgt") else 22050
    seen = {}
    for f0 in np.unique(hertz):
        phase = 2.0 * np.pi * f0 * np.arange(length) / transform.declaration(kind).rate
        sound = 0.2 * np.cos(phase) + 0.1 * np.cos(2.0 * phase + 1.0) + 0.05 * np.cos(3.0 * phase + 2.0)
        magnitudes = transform.magnitudes(sound.astype(np.float32))
        seen[f0] = magnitudes[len(magnitudes) // 2]
    samples = np.arange(count * HOP) / RATE
    return Note(
        frames=np.stack([seen[f0] for f0 in hertz]).astype(np.float32),
        scales=pitch(times) / hertz,
        hertz=hertz if semitones else np.zeros(count),
        starts=np.arange(count + 1) * HOP,
        sound=harmonics(samples, pitch),
    ), declared


def glide(seconds):
    return 220.0 * 2.0 ** (2.0 * seconds / 1.5 / 12.0)


def still(seconds):
    return np.full_like(seconds, 227.0)


@pytest.mark.parametrize("kind", ["nsgt-erb", "stft", "dct"])
@pytest.mark.parametrize("pitch", [still, glide])
def test_a_note_keeps_its_length_level_and_pitch(kind, pitch):
    note, transform = note_of(kind, pitch)
    sound = make_note(note, "fast-griffin-lim", transform, rate=RATE, seed=0)
    assert sound.shape == note.sound.shape
    middle = slice(RATE // 4, sound.size - RATE // 4)
    # The modulus of a cosine transform has lost its signs: nothing is promised of how it sounds but its level.
    allowed = 3.0 if kind == "dct" else 1.0
    assert 20.0 * np.log10(sound[middle].std() / note.sound[middle].std()) == pytest.approx(0.0, abs=allowed)
    spectra = [np.abs(np.fft.rfft(part[middle] * np.hanning(part[middle].size))) for part in (sound, note.sound)]
    if pitch is still and kind != "dct":
        assert spectra[0].argmax() == spectra[1].argmax()
    if kind == "nsgt-erb":
        difference = np.linalg.norm(spectra[0] - spectra[1]) / np.linalg.norm(spectra[1])
        assert difference < 0.1


# Random phases have nothing in common across a cut, the bank's go on; ADMM wanders off from them.
@pytest.mark.parametrize(
    ("name", "most"), [("griffin-lim", 12.0), ("fast-griffin-lim", 2.0), ("admm-griffin-lim", 6.0)]
)
def test_a_note_whose_semitone_changes_has_no_gaps(name, most):
    note, transform = note_of("nsgt-erb", glide)
    assert len(np.unique(note.hertz)) == 3
    sound = make_note(note, name, transform, rate=RATE, seed=0)
    parts = sound[RATE // 8 :][: RATE * 6 // 5].reshape(-1, RATE // 40)
    levels = 20.0 * np.log10(parts.std(axis=1))
    assert np.ptp(levels) < most
    np.testing.assert_array_equal(sound, make_note(note, name, transform, rate=RATE, seed=0))


def test_a_semitone_that_is_left_and_taken_again_is_made_twice():
    def swing(seconds):
        return 220.0 * 2.0 ** (np.sign(np.sin(2.0 * np.pi * seconds)) / 12.0)

    note, transform = note_of("nsgt-erb", swing, seconds=2.0)
    sound = make_note(note, "fast-griffin-lim", transform, rate=RATE, seed=0)
    assert np.isfinite(sound).all()
    for start, f0 in ((0.15, 233.08), (0.65, 207.65), (1.15, 233.08)):
        part = sound[round(start * RATE) :][: RATE // 5]
        spectrum = np.abs(np.fft.rfft(part * np.hanning(part.size), RATE))
        assert spectrum.argmax() == pytest.approx(f0, abs=2.0)


def test_semitones_that_come_and_go_at_once_are_passed_over():
    def trembling(seconds):
        return 220.0 * 2.0 ** ((np.arange(len(seconds)) % 2) / 12.0) if len(seconds) < 1000 else still(seconds)

    note, transform = note_of("nsgt-erb", trembling, seconds=0.5)
    assert np.count_nonzero(np.diff(note.hertz)) > 180
    sound = make_note(note, "fast-griffin-lim", transform, rate=RATE, seed=0)
    assert np.isfinite(sound).all()
    assert sound.std() > 0.05


@pytest.mark.parametrize("name", ["fast-griffin-lim", "griffin-lim"])
def test_a_long_note_is_made_in_pieces_without_a_seam(name, monkeypatch):
    monkeypatch.setattr(offline, "_PIECE", 0.7)
    note, transform = note_of("nsgt-erb", still)
    sound = make_note(note, name, transform, rate=RATE, seed=0)
    parts = sound[RATE // 8 :][: RATE * 6 // 5].reshape(-1, RATE // 40)
    assert np.ptp(20.0 * np.log10(parts.std(axis=1))) < (2.0 if name == "fast-griffin-lim" else 8.0)
    whole = np.abs(np.fft.rfft(sound * np.hanning(sound.size)))
    assert whole.argmax() * RATE / sound.size == pytest.approx(227.0, abs=1.0)


def test_a_short_note_of_one_call_is_made():
    note, transform = note_of("nsgt-erb", still, seconds=HOP / RATE)
    assert make_note(note, "fast-griffin-lim", transform, rate=RATE, seed=0).shape == (HOP,)
