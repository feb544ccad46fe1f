import dataclasses

import numpy as np
import pytest

from rt_timbre.space import Points
from rt_timbre.space_store import open_space
from rt_timbre_export import networks
from rt_timbre_export.analysis import LEAD, whole_note
from rt_timbre_export.dataset import NoteInfo
from rt_timbre_export.reconstruction import _pitch_of, encoded_notes, error_db
from tests.linear_space import HOP, RATE, decode, linear_space, recipe, write_tones


@pytest.fixture(scope="module")
def learned(tmp_path_factory):
    """A space that holds one encoded note of a folder, the note's frames and its gains."""
    folder = write_tones(tmp_path_factory.mktemp("place") / "sounds")
    own = recipe(folder)
    info = NoteInfo(
        instrument="High",
        midi=62,
        dynamic="mf",
        source="here",
        licence="",
        licence_class="",
        file="High62.wav",
        cents=0.0,
    )
    frames, gain = whole_note(own, info)
    space = linear_space()
    latent = networks.encode(space.encoder, frames, np.full(len(frames), 62.0, np.float32), conditioned=False)
    points = Points(
        latent=space.points.latent,
        pitch=space.points.pitch,
        label=space.points.label,
        paths={"High, MIDI 62, mf": np.hstack([latent, gain[:, None]])},
    )
    return linear_space(points=points, recipe=own.as_dict()), frames, gain


def test_an_encoded_note_stands_beside_its_sound(learned):
    space, frames, gain = learned
    (note,), problem = encoded_notes(space)
    assert problem == ""
    assert note.name == "High, MIDI 62, mf"
    np.testing.assert_allclose(note.original, frames * gain[:, None], rtol=1e-6)
    path = space.points.paths[note.name]
    np.testing.assert_allclose(note.decoded, decode(path[:, :-1]) * gain[:, None], rtol=1e-4)
    assert note.time[0] == -LEAD
    assert np.diff(note.time) == pytest.approx(HOP / RATE)


def test_a_note_whose_sound_is_gone_is_decoded_alone(learned, tmp_path):
    space, _, gain = learned
    gone = linear_space(points=space.points, recipe=recipe(tmp_path / "gone").as_dict())
    (note,), problem = encoded_notes(gone)
    assert note.original is None
    assert len(note.decoded) == len(gain)
    assert "metadata.csv cannot be read" in problem


def test_a_note_that_the_corpus_lacks_or_has_twice_is_decoded_alone(learned):
    space, _, _ = learned
    path = next(iter(space.points.paths.values()))
    for name, words in (
        ("High, MIDI 63, mf", "is not one note of the corpora of linear, but 0"),
        ("High, MIDI 64, mf", "is another sound than the one in the space"),
    ):
        points = Points(
            latent=space.points.latent, pitch=space.points.pitch, label=space.points.label, paths={name: path[:-1]}
        )
        (note,), problem = encoded_notes(linear_space(points=points, recipe=space.recipe))
        assert note.original is None
        assert words in problem


def test_the_error_is_the_root_mean_square_of_levels():
    original = np.array([[1.0, 0.1, 1e-5]], np.float32)  # the last is too weak to count
    decoded = np.array([[0.1, 0.1, 1.0]], np.float32)
    assert error_db(decoded, original) == pytest.approx(20.0 / np.sqrt(2.0), rel=1e-4)


def test_a_note_of_the_bundled_space_is_found_and_well_decoded():
    """Its path has the name that an export gives, and its corpus is the soundfont."""
    space = open_space("orchestra").space
    name = next(name for name in space.points.paths if name.startswith("Tuba"))
    points = Points(
        latent=space.points.latent,
        pitch=space.points.pitch,
        label=space.points.label,
        paths={name: space.points.paths[name]},
    )
    (note,), problem = encoded_notes(dataclasses.replace(space, points=points))
    assert problem == ""
    steady = slice(500, 1000)
    assert error_db(note.decoded[steady], note.original[steady]) < 3.0


def test_a_note_without_a_dynamic_is_found_too(learned, tmp_path):
    space, frames, gain = learned
    folder = write_tones(tmp_path / "sounds")
    table = folder / "metadata.csv"
    table.write_text(table.read_text("utf-8").replace(",mf,", ",,"), "utf-8")
    points = Points(
        latent=space.points.latent,
        pitch=space.points.pitch,
        label=space.points.label,
        paths={"High, MIDI 62": next(iter(space.points.paths.values()))},
    )
    plain = linear_space(points=points, recipe=recipe(folder).as_dict())
    (note,), problem = encoded_notes(plain)
    assert problem == ""
    np.testing.assert_allclose(note.original, frames * gain[:, None], rtol=1e-6)
    assert [_pitch_of(plain, name) for name in ("High, MIDI 62", "High, MIDI 61, mf")] == [62.0, 61.0]
