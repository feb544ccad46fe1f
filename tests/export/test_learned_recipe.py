import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rt_timbre.transforms.nsgt import NSGT
from rt_timbre.transforms.scales import erb_centres
from rt_timbre_export.dataset import TEST, TRAIN, VALIDATION, NoteInfo, split_notes
from rt_timbre_export.learned_recipe import Collection, recipe_text
from rt_timbre_export.recipe import parse_recipe


def recipe(tmp_path, pitches, rate=44100, seconds=(2.0,), **changes):
    collection = Collection(
        **(
            {
                "name": "mine",
                "folder": "../sounds",
                "table": "metadata.csv",
                "licences": ("CC0",),
                "pitches": pitches,
                "rate": rate,
                "seconds": seconds,
            }
            | changes
        )
    )
    return parse_recipe(recipe_text(collection), tmp_path)


SCALE = tuple(range(48, 84))


def test_many_notes_at_a_high_rate_get_the_transform_of_the_bundled_space(tmp_path):
    made = recipe(tmp_path, dict.fromkeys(("Violin", "Flute"), SCALE * 5), rate=96000)
    transform = made.transform
    assert (transform.rate, transform.bands, transform.length, transform.columns) == (44100, 472, 131072, 2048)
    assert made.model.dimension == 16
    assert made.model.hidden == (512, 512, 512)
    assert (made.frames.start, made.frames.loudness) == (0.15, "a-weighted")
    assert made.corpora[0].path == "../sounds"
    assert made.space.licence == "that of the sounds: CC0"
    assert "360 notes of Violin, Flute" in made.space.text


def test_few_notes_get_a_smaller_model_and_more_epochs(tmp_path):
    few, many = (recipe(tmp_path, {"Violin": SCALE * count}) for count in (2, 20))
    assert few.model.dimension < many.model.dimension
    assert few.train.epochs > 5 * many.train.epochs == 5 * 20
    assert (few.split.test, few.split.validation) == (0.1, 0.1)


@pytest.mark.parametrize("rate", [8000, 11025, 16000, 22050, 32000, 44100, 48000])
@pytest.mark.parametrize("lowest", [21, 60])
def test_a_transform_can_be_made_for_every_rate(tmp_path, rate, lowest):
    transform = recipe(tmp_path, {"Piano": tuple(range(lowest, lowest + 20))}, rate=rate).transform
    made = NSGT(
        erb_centres(transform.low, transform.high, transform.bands), transform.rate, transform.length, transform.columns
    )
    assert made.declaration("nsgt-erb").centres[0] < 440.0 * 2.0 ** ((lowest - 69) / 12.0)
    assert transform.length / transform.rate == pytest.approx(2.97, rel=0.05)


def test_short_sounds_are_learned_nearly_whole(tmp_path):
    frames = recipe(tmp_path, {"Pluck": SCALE}, seconds=(0.2, 0.2, 0.3)).frames
    assert frames.start + frames.release < 0.1


def test_texts_are_quoted(tmp_path):
    name = 'Flûte "d\'amour" \\ 🎵'
    made = recipe(tmp_path, {name: SCALE}, folder='../so"unds', licences=("CC BY", 'a "b"'))
    assert name in made.space.text
    assert made.corpora[0].path == '../so"unds'
    assert made.space.licence == 'that of the sounds: CC BY; a "b"'


@given(st.lists(st.sets(st.integers(30, 90), min_size=3, max_size=30), min_size=1, max_size=4))
def test_every_instrument_has_notes_in_all_parts(tmp_path_factory, pitches):
    made = recipe(tmp_path_factory.getbasetemp(), {str(i): tuple(own) for i, own in enumerate(pitches)})
    notes = tuple(
        NoteInfo(instrument=str(i), midi=midi, dynamic="", source="", licence="", licence_class="", file="", cents=0.0)
        for i, own in enumerate(pitches)
        for midi in own
    )
    split = split_notes(notes, made.split)
    for i in range(len(pitches)):
        own = split[[note.instrument == str(i) for note in notes]]
        assert set(np.unique(own)) == {TRAIN, VALIDATION, TEST}
