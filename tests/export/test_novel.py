import csv

import numpy as np
import pytest

from rt_timbre_export import networks, novel
from rt_timbre_export.errors import CorpusError, FigureError
from rt_timbre_export.novel import TRAVERSE_STEPS, Encoded, encode_folder, neighbours, own_recipe, traverse
from tests.linear_space import BANDS, decode, linear_space, write_tones
from tests.tiny_space import tiny_space


def test_a_folder_is_analysed_and_encoded_as_the_recipe_says(tmp_path):
    space = linear_space()
    found = encode_folder(space, write_tones(tmp_path / "sounds"), tmp_path)
    assert found.names == ("Low", "High")
    assert found.label.tolist() == [0, 0, 1, 1]
    assert found.pitch.tolist() == [62.0, 64.0, 62.0, 64.0]
    assert found.problems == ()
    assert found.frame.shape == (4, BANDS)
    assert found.frame.max() <= 1.0  # relative to the loudest of the folder
    # What is decoded is the frame as the encoder sees it.
    latent = networks.encode(space.encoder, found.frame, found.pitch, conditioned=False)
    np.testing.assert_allclose(found.decoded, decode(latent), rtol=1e-4)
    np.testing.assert_allclose(found.centre(0), found.of(0).mean(axis=0))


def test_what_the_space_has_is_not_new_unless_nothing_else_is_there(tmp_path):
    space = linear_space()
    mixed = write_tones(tmp_path / "mixed", instruments=("Anchor0", "Low"))
    found = encode_folder(space, mixed, tmp_path)
    assert found.names == ("Low",)
    assert found.known == {"Anchor0": "anchor 0"}
    known = write_tones(tmp_path / "known", instruments=("Anchor0", "anchor 1"))
    found = encode_folder(space, known, tmp_path)
    assert found.names == ("Anchor0", "anchor 1")
    assert found.known == {}


def test_notes_out_of_range_are_left_out_and_named(tmp_path):
    sounds = write_tones(tmp_path / "sounds", instruments=("Low",), pitches=(62, 64))
    found = encode_folder(linear_space(pitch_low=63.0), sounds, tmp_path)
    assert found.pitch.tolist() == [64.0]
    assert found.problems == ("Low62.wav (Low): MIDI 62 is not within the space's 63 to 80",)
    with pytest.raises(FigureError, match=r"no note can be set into linear; the first problem is: Low62\.wav"):
        encode_folder(linear_space(pitch_low=70.0), sounds, tmp_path)


def test_anchors_come_in_the_order_of_their_distance():
    space = linear_space()
    latent = np.array([[1.9, 0.1, 0.0], [2.1, 0.3, 0.0], [0.0, 1.9, 0.0]], np.float32)
    frame = np.zeros((3, BANDS), np.float32)
    encoded = Encoded(
        names=("New",),
        label=np.zeros(3, np.int64),
        pitch=np.full(3, 64.0, np.float32),
        latent=latent,
        frame=frame,
        decoded=frame,
        problems=(),
    )
    found = neighbours(space, encoded, 0)
    assert [anchor.name for anchor in found] == ["anchor 0", "anchor 1", "anchor 2"]
    centre = latent.mean(axis=0)
    assert found[0].distance == pytest.approx(np.linalg.norm(centre - [2.0, 0.0, 0.0]), rel=1e-5)
    assert [anchor.share for anchor in found] == pytest.approx([2 / 3, 1 / 3, 0.0])


def test_a_traverse_goes_in_equal_steps_between_the_two_sounds(tmp_path):
    space = linear_space()
    straight, round_ = traverse(space, tmp_path)
    assert (straight.curve, round_.curve) == ("linear", "spherical")
    assert straight.latent.shape == (TRAVERSE_STEPS + 1, 3)
    np.testing.assert_allclose(
        np.diff(straight.latent, axis=0), np.tile(np.diff(straight.latent, axis=0)[:1], (6, 1)), atol=1e-5
    )
    np.testing.assert_allclose(straight.pitch, np.linspace(76.0, 69.0, 7), rtol=1e-6)
    np.testing.assert_allclose(straight.frames, decode(straight.latent), rtol=1e-4)
    np.testing.assert_array_equal(straight.stretch, 1.0)  # the decoder does not know the pitch
    np.testing.assert_allclose(round_.latent[[0, -1]], straight.latent[[0, -1]], atol=1e-5)
    # The strongest bands of the sounds themselves are at the two pitches, or an octave above.
    for frame, midi in zip(straight.ends, (76.0, 69.0), strict=True):
        strongest = space.transform.centres[np.argmax(frame)] / (440.0 * 2.0 ** ((midi - 69.0) / 12.0))
        assert abs(strongest - round(strongest)) < 0.1


def test_a_space_that_knows_the_pitch_is_decoded_at_semitones(tmp_path):
    """As the server does: the rest of the way to the pitch is a stretch of the frequencies."""
    space = tiny_space(bands=linear_space().transform, recipe=linear_space().recipe)
    straight, _ = traverse(space, tmp_path)
    semitones = straight.pitch - 12.0 * np.log2(straight.stretch)
    np.testing.assert_allclose(semitones, [76, 75, 74, 72, 71, 70, 69], atol=1e-4)
    expected = networks.decode(space.decoder, straight.latent, semitones.astype(np.float32), conditioned=True)
    np.testing.assert_allclose(straight.frames, expected, rtol=1e-3, atol=1e-6)


def test_without_the_soundfont_one_line_says_so(monkeypatch, tmp_path):
    monkeypatch.setattr(novel, "_SOUNDFONT", str(tmp_path / "none.sf2"))
    with pytest.raises(CorpusError, match=r"soundfont .*none\.sf2 is missing; apt install fluid-soundfont-gm"):
        traverse(linear_space(), tmp_path)


def test_a_space_without_a_recipe_cannot_take_new_sounds(tmp_path):
    with pytest.raises(
        FigureError, match="linear does not say how its notes were analysed: its recipe: name is no known"
    ):
        own_recipe(linear_space(recipe={"name": "linear"}))
    sounds = write_tones(tmp_path / "sounds")
    other = linear_space().recipe
    other = other | {"transform": other["transform"] | {"length": 512}}
    with pytest.raises(FigureError, match="the recipe in linear makes other bands than the space has"):
        encode_folder(linear_space(recipe=other), sounds, tmp_path)


def test_a_folder_that_cannot_be_read_is_one_line(tmp_path):
    with pytest.raises(CorpusError, match=r"metadata\.csv cannot be read"):
        encode_folder(linear_space(), tmp_path, tmp_path)
    with (tmp_path / "metadata.csv").open("w", newline="") as file:
        csv.writer(file).writerow(["file", "instrument", "midi", "dynamic"])
    with pytest.raises(CorpusError, match="lacks the column source"):
        encode_folder(linear_space(), tmp_path, tmp_path)
