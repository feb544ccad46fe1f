import csv
import dataclasses
from pathlib import Path

import numpy as np
import pytest

from rt_timbre.audiofile import write_audio
from rt_timbre.loudness import REFERENCE_RMS, loudness_rms
from rt_timbre.phase.partials import find_partials
from rt_timbre_export.analysis import LEAD, analyse, whole_note
from rt_timbre_export.corpus_recipe import FolderCorpus, Preset, SoundfontCorpus
from rt_timbre_export.dataset import TRAIN
from rt_timbre_export.errors import CorpusError
from rt_timbre_export.recipe import FrameRecipe, SegmentRecipe, TransformRecipe, read_recipe

RATE = 22050
LOUD = FrameRecipe(loudness="a-weighted", start=0.2, stop=1.0, release=0.1, per_note=4, seed=5)
RECIPE = dataclasses.replace(
    read_recipe(Path(__file__).parents[2] / "export" / "recipes" / "orchestra.toml"),
    transform=TransformRecipe(
        kind="nsgt-erb", rate=RATE, low=40.0, high=10800.0, bands=200, length=32768, columns=1024
    ),
    frames=LOUD,
)


def tone(midi=69, seconds=1.2, cents=0.0, level=0.3, rate=RATE, onset=0.3):
    """A note of five harmonics after `onset` seconds of silence."""
    frequency = 440.0 * 2.0 ** ((midi - 69 + cents / 100.0) / 12.0)
    time = np.arange(int(seconds * rate)) / rate
    sound = sum(np.sin(2.0 * np.pi * n * frequency * time + n) / n for n in range(1, 6))
    fade = np.minimum(1.0, np.minimum(time, seconds - time) / 0.02)
    return np.concatenate((np.zeros(int(onset * rate)), level * fade * sound)).astype(np.float32)


def corpus(path, *sounds):
    """Make a folder of sounds, given as (file, midi, samples, rate); return the recipe for it."""
    with (path / "metadata.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["file", "instrument", "midi", "dynamic", "source"])
        for name, midi, samples, rate in sounds:
            writer.writerow([name, "Tone", midi, "mf", "here"])
            if samples is not None:
                write_audio(path / name, samples, rate)
    return dataclasses.replace(RECIPE, corpora=(FolderCorpus(kind="folder", path=str(path)),))


def run(recipe, path, **options):
    return analyse(recipe, path / "cache", processes=1, **options)


def peak_band(dataset, frequency):
    return int(np.argmin(np.abs(dataset.transform.centres - frequency)))


def test_frames_are_the_partials_at_equal_loudness(tmp_path):
    dataset = run(corpus(tmp_path, ("a.wav", 69, tone(), RATE), ("b.wav", 57, tone(57, level=0.03), RATE)), tmp_path)
    assert dataset.problems == ()
    assert dataset.frames.shape == (8, 200)
    assert dataset.frames.dtype == dataset.gain.dtype == dataset.time.dtype == np.float32
    np.testing.assert_array_equal(dataset.pitch, [69.0] * 4 + [57.0] * 4)
    np.testing.assert_array_equal(dataset.note, [0] * 4 + [1] * 4)
    assert dataset.instruments == ("Tone",)
    bands = dataset.transform.centres, dataset.transform.half_widths
    np.testing.assert_allclose(loudness_rms(dataset.frames, dataset.transform), REFERENCE_RMS, rtol=1e-4)
    original = dataset.frames * dataset.gain[:, None]
    around = slice(peak_band(dataset, 440.0) - 1, peak_band(dataset, 440.0) + 2)
    np.testing.assert_allclose(original[:4, around].sum(axis=1), 0.3, rtol=0.1)
    assert (np.abs(bands[0][original[4:].argmax(axis=1)] - 220.0) < bands[1][peak_band(dataset, 220.0)]).all()


def test_times_are_spread_after_the_onset_and_before_the_release(tmp_path):
    for onset in (0.0, 0.05, 0.6):
        path = tmp_path / str(onset)
        path.mkdir()
        time = run(corpus(path, ("a.wav", 69, tone(onset=onset), RATE)), path).time
        assert 0.19 <= time[0] < time[1] < time[2] < time[3] <= 1.01
        np.testing.assert_allclose(np.searchsorted([0.4, 0.6, 0.8], time), [0, 1, 2, 3])


def test_short_notes_are_used_up_to_their_end(tmp_path):
    time = run(corpus(tmp_path, ("a.wav", 69, tone(seconds=0.6), RATE)), tmp_path).time
    assert time.max() <= 0.51


def test_notes_longer_than_the_transform_are_cut(tmp_path):
    dataset = run(corpus(tmp_path, ("a.wav", 69, tone(seconds=4.0), RATE)), tmp_path)
    frame = dataset.frames.mean(axis=0)
    far = np.abs(np.log2(dataset.transform.centres / 440.0)) > 3.0
    assert frame[far].max() < 1e-3 * frame.max()


def test_one_frame_at_one_time_on_the_scale_of_the_corpus(tmp_path):
    frames = FrameRecipe(loudness="corpus", start=0.2, stop=0.2, release=0.0, per_note=1, seed=0)
    recipe = corpus(tmp_path, ("a.wav", 69, tone(), RATE), ("b.wav", 69, tone(level=0.03), RATE))
    dataset = run(dataclasses.replace(recipe, frames=frames), tmp_path)
    np.testing.assert_allclose(dataset.time, 0.2, atol=1e-3)
    assert dataset.frames[0].max() == 1.0
    assert dataset.frames[1].max() == pytest.approx(0.1, rel=0.02)
    np.testing.assert_allclose(dataset.gain, 0.3, rtol=0.15)


@pytest.mark.parametrize("cents", [-45.0, 20.0])
def test_notes_are_retuned_to_their_label(tmp_path, cents):
    recipe = corpus(tmp_path, ("off.wav", 69, tone(cents=cents), RATE), ("exact.wav", 69, tone(), RATE))
    dataset = run(recipe, tmp_path)
    assert dataset.notes[0].cents == pytest.approx(cents, abs=0.5)
    assert dataset.notes[1].cents == pytest.approx(0.0, abs=0.5)
    off, exact = dataset.frames[:4].mean(axis=0), dataset.frames[4:].mean(axis=0)
    strong = exact > 0.05 * exact.max()
    np.testing.assert_allclose(off[strong], exact[strong], rtol=0.05)


def test_higher_rates_are_resampled(tmp_path):
    recipe = corpus(tmp_path, ("a.wav", 81, tone(81, rate=48000), 48000), ("b.wav", 81, tone(81), RATE))
    dataset = run(recipe, tmp_path)
    high, native = dataset.frames[:4].mean(axis=0), dataset.frames[4:].mean(axis=0)
    np.testing.assert_allclose(high, native, atol=0.01 * native.max())


def test_stereo_is_its_loudest_channel(tmp_path):
    stereo = np.stack((0.1 * tone(57), tone(69)), axis=1)
    recipe = corpus(tmp_path, ("a.wav", 69, stereo, RATE), ("b.wav", 69, tone(), RATE))
    dataset = run(recipe, tmp_path)
    np.testing.assert_allclose(dataset.gain[:4], dataset.gain[4:], rtol=0.01)


def test_unusable_sounds_are_left_out_and_named(tmp_path):
    broken = tone()
    broken[100] = np.nan
    recipe = corpus(
        tmp_path,
        ("good.wav", 69, tone(), RATE),
        ("silent.wav", 69, np.zeros(RATE, np.float32), RATE),
        ("nan.wav", 69, broken, RATE),
        ("8khz.wav", 69, tone(rate=8000), 8000),
        ("none.wav", 69, np.zeros(0, np.float32), RATE),
        ("cut.wav", 69, tone(), RATE),
        ("missing.wav", 69, None, RATE),
        ("short.wav", 69, tone(seconds=0.15), RATE),
        ("label.wav", 71, tone(69), RATE),
        ("noise.wav", 69, np.random.default_rng(0).normal(0.0, 0.1, RATE).astype(np.float32), RATE),
        ("zero.wav", 69, tone(), RATE),
    )
    path = tmp_path / "cut.wav"
    path.write_bytes(path.read_bytes()[:20000])
    (tmp_path / "zero.wav").write_bytes(b"")
    dataset = run(recipe, tmp_path)
    assert [note.file for note in dataset.notes] == ["good.wav"]
    expected = {
        "missing.wav": "is not there",
        "silent.wav": "the sound is silent",
        "nan.wav": "not finite: 1",
        "8khz.wav": "its rate is 8000 Hz; it must be at least the transform's, 22050 Hz",
        "none.wav": "holds no samples",
        "cut.wav": "is truncated",
        "short.wav": "it sounds for 0.15 s",
        "label.wav": "no pitch is found within 80 cents of its label, MIDI 71",
        "noise.wav": "no pitch is found",
        "zero.wav": "is empty",
    }
    assert len(dataset.problems) == len(expected)
    for problem, (file, reason) in zip(dataset.problems, expected.items(), strict=True):
        assert file in problem
        assert reason in problem
        assert "\n" not in problem


def test_a_corpus_of_which_nothing_can_be_used_is_refused(tmp_path):
    with pytest.raises(CorpusError, match=r"no note can be used; the first problem is: a\.wav \(Tone\): .* is silent"):
        run(corpus(tmp_path, ("a.wav", 69, np.zeros(RATE, np.float32), RATE)), tmp_path)


def test_the_result_is_kept_until_something_changes(tmp_path):
    recipe = corpus(tmp_path, ("a.wav", 69, tone(), RATE))
    calls = []

    def progress(done, total):
        calls.append((done, total))

    first = run(recipe, tmp_path, progress=progress)
    assert calls == [(1, 1)]
    again = run(recipe, tmp_path, progress=progress)
    assert calls == [(1, 1)]
    np.testing.assert_array_equal(again.frames, first.frames)
    trained_otherwise = dataclasses.replace(recipe, train=dataclasses.replace(recipe.train, epochs=7))
    run(trained_otherwise, tmp_path, progress=progress)
    assert len(calls) == 1
    run(dataclasses.replace(recipe, frames=dataclasses.replace(LOUD, per_note=3)), tmp_path, progress=progress)
    assert len(calls) == 2
    write_audio(tmp_path / "a.wav", tone(seconds=1.3), RATE)
    run(recipe, tmp_path, progress=progress)
    assert len(calls) == 3


def test_several_processes_give_the_same_as_one_from_a_soundfont(tmp_path):
    font = SoundfontCorpus(
        kind="soundfont",
        source="font",
        licence="MIT",
        licence_class="permissive",
        seconds=1.0,
        velocities=(90,),
        instruments={"Violin": Preset(program=40, low=93, high=94), "Oboe": Preset(program=68, low=69, high=70)},
    )
    recipe = dataclasses.replace(RECIPE, corpora=(font,))
    one = run(recipe, tmp_path)
    two = analyse(recipe, tmp_path / "other", processes=2)
    np.testing.assert_array_equal(one.frames, two.frames)
    assert one.problems == two.problems == ("FluidR3_GM.sf2:0:40:94:90 (Violin): the sound is silent",)
    assert [note.midi for note in one.notes] == [93, 69, 70]
    assert all(abs(note.cents) < 40.0 for note in one.notes)


def test_training_notes_are_transposed_within_the_range(tmp_path):
    notes = [(f"{midi}.wav", midi, tone(midi), RATE) for midi in range(60, 70)]
    recipe = corpus(tmp_path, *notes)
    recipe = dataclasses.replace(recipe, frames=dataclasses.replace(LOUD, transpose=(1, -2)))
    dataset = run(recipe, tmp_path)
    part = dataset.split[dataset.note]
    moved = np.setdiff1d(np.arange(len(dataset.pitch)), dataset.as_played())
    assert len(dataset.as_played()) == 40
    assert set(part[moved]) == {TRAIN}
    assert dataset.pitch.min() == 60.0
    assert dataset.pitch.max() == 69.0
    midi = np.array([note.midi for note in dataset.notes])[dataset.note]
    expected = sum(
        4 for m, s in zip(range(60, 70), dataset.split, strict=True) if s == TRAIN for t in (1, -2) if 60 <= m + t <= 69
    )
    assert len(moved) == expected
    assert set((dataset.pitch - midi)[moved]) == {1.0, -2.0}
    for frame, pitch in zip(dataset.frames, dataset.pitch, strict=True):
        found, _ = find_partials(frame, dataset.transform.centres, dataset.transform.half_widths, floor_db=-30.0)
        assert abs(1200.0 * np.log2(found[0] / (440.0 * 2.0 ** ((pitch - 69.0) / 12.0)))) < 2.0


@pytest.mark.parametrize("kind", ["stft", "dct"])
def test_segments_are_analysed_likewise(tmp_path, kind):
    recipe = corpus(tmp_path, ("a.wav", 69, tone(cents=20.0), RATE))
    transform = SegmentRecipe(kind=kind, rate=RATE, length=882, hop=220)
    dataset = run(dataclasses.replace(recipe, transform=transform), tmp_path)
    assert dataset.transform.kind == kind
    assert dataset.frames.shape == (4, 442 if kind == "stft" else 882)
    np.testing.assert_allclose(loudness_rms(dataset.frames, dataset.transform), REFERENCE_RMS, rtol=1e-4)
    strongest = dataset.transform.centres[dataset.frames.argmax(axis=1)]
    assert (np.abs(strongest - 440.0) <= 25.0).all()
    assert dataset.time.min() >= 0.19
    assert dataset.time.max() <= 1.01


@pytest.mark.parametrize("loudness", ["a-weighted", "corpus"])
def test_a_whole_note_has_its_attack_in_its_gain(tmp_path, loudness):
    recipe = corpus(tmp_path, ("a.wav", 57, tone(57, cents=30.0), RATE))
    recipe = dataclasses.replace(recipe, frames=dataclasses.replace(LOUD, loudness=loudness))
    dataset = run(recipe, tmp_path)
    frames, gain = whole_note(recipe, dataset.notes[0])
    hop = dataset.transform.hop
    assert frames.shape == (gain.size, 200)
    assert gain.max() == 1.0
    onset = round(LEAD * RATE / hop)
    assert (gain[: onset - 1] < 1e-3).all()
    assert gain[onset + round(0.05 * RATE / hop)] > 0.8
    assert gain.size * hop / RATE == pytest.approx(LEAD + 1.2, abs=0.1)
    # It is in tune, and its frames before the onset are those of the onset, not silence.
    frequency, amplitude = find_partials(
        frames[gain.size // 2], dataset.transform.centres, dataset.transform.half_widths
    )
    assert 1200.0 * np.log2(frequency[amplitude.argmax()] / 220.0) == pytest.approx(0.0, abs=1.0)
    assert (frames.max(axis=1) > 0.01 * frames.max()).all()
    if loudness == "a-weighted":
        np.testing.assert_allclose(loudness_rms(frames, dataset.transform), REFERENCE_RMS, rtol=1e-4)


def test_a_note_that_has_gone_is_named(tmp_path):
    recipe = corpus(tmp_path, ("a.wav", 69, tone(), RATE))
    info = dataclasses.replace(run(recipe, tmp_path).notes[0], file="b.wav")
    with pytest.raises(CorpusError, match=r"b\.wav of here is no longer in the corpora"):
        whole_note(recipe, info)
