import dataclasses
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rt_timbre_export.corpus_recipe import FolderCorpus, NSynthCorpus, SoundfontCorpus, TinySolCorpus
from rt_timbre_export.errors import RecipeError
from rt_timbre_export.pipeline import with_folder
from rt_timbre_export.recipe import SegmentRecipe, parse_recipe, read_recipe, recipe_of

RECIPES = Path(__file__).parents[2] / "export" / "recipes"
ORCHESTRA = (RECIPES / "orchestra.toml").read_text("utf-8")


def replaced(pattern, replacement):
    """The orchestra recipe with one line changed."""
    text, count = re.subn(pattern, replacement, ORCHESTRA, count=1, flags=re.MULTILINE)
    assert count == 1
    return text


def refused(text):
    with pytest.raises(RecipeError) as caught:
        parse_recipe(text, Path())
    message = str(caught.value)
    assert "\n" not in message
    return message


@pytest.mark.parametrize("name", ["orchestra", "dafx18", "dafx18-small"])
def test_bundled_recipes_are_valid(name):
    recipe = read_recipe(RECIPES / f"{name}.toml")
    assert recipe.space.name == name
    assert len(recipe.model.hidden) == 3
    assert len(recipe.corpora[0].instruments) == (13 if name == "orchestra" else 12)


def test_values_come_through_typed():
    recipe = parse_recipe(ORCHESTRA, Path("/somewhere"))
    assert recipe.transform.rate == 44100
    assert isinstance(recipe.transform.low, float)
    (corpus,) = recipe.corpora
    assert isinstance(corpus, SoundfontCorpus)
    assert corpus.instruments["French Horn"].program == 60
    assert corpus.instruments["French Horn"].bank == 0
    assert recipe.directory == Path("/somewhere")


def test_the_recipe_as_a_dict_reads_back():
    tree = parse_recipe(ORCHESTRA, Path()).as_dict()
    assert json.loads(json.dumps(tree)) == tree
    assert set(tree) == {"space", "transform", "frames", "corpus", "split", "model", "train", "regulariser"}
    assert recipe_of(tree, Path()).as_dict() == tree
    plain = ORCHESTRA[: ORCHESTRA.index("[regulariser]")]
    assert "regulariser" not in parse_recipe(plain, Path()).as_dict()
    assert tree["corpus"][0]["kind"] == "soundfont"


@pytest.mark.parametrize(
    ("pattern", "replacement", "message"),
    [
        ("^bands = 472", "bandz = 472", "transform.bandz is no known key; did you mean transform.bands?"),
        ("^bands = 472", "", "transform.bands is missing"),
        ("^bands = 472", "bands = 1", "transform.bands is 1; it must be from 2 to 4096"),
        ("^bands = 472", 'bands = "many"', "transform.bands is 'many'; it must be a whole number"),
        ("^bands = 472", "bands = 472.5", "transform.bands is 472.5; it must be a whole number"),
        ("^bands = 472", "bands = true", "transform.bands is True; it must be a whole number"),
        ("^low = 30.0", "low = nan", "transform.low is nan; it must be a number"),
        ("^high = 22000.0", "high = 22050.0", "transform.high is 22050; it must lie above transform.low"),
        ("^columns = 2048", "columns = 2049", "transform.columns is 2049; it must divide transform.length (131072)"),
        ("^length = 131072", "length = 131073", "transform.length is 131073; it must be an even number"),
        (
            'kind = "nsgt-erb"',
            'kind = "cqt"',
            'transform.kind is \'cqt\'; it must be one of "nsgt-erb", "nsgt-mel", "nsgt-octave", "stft", "dct"',
        ),
        ('kind = "nsgt-erb"', 'kind = "stft"', "transform.low is no known key"),
        (
            r'(?s)kind = "nsgt-erb".*columns = 2048',
            'kind = "stft"\nrate = 22050\nlength = 882\nhop = 442',
            "transform.hop is 442; it must be at most half of transform.length (882)",
        ),
        (
            r'(?s)kind = "nsgt-erb".*columns = 2048',
            'kind = "dct"\nrate = 22050\nwindow = "kaiser"\nlength = 882\nhop = 220',
            'transform.window is \'kaiser\'; it must be one of "hann", "hamming", "blackman"',
        ),
        ("^stop = 1.9", "stop = 0.1", "frames.stop is 0.1; it must not be before frames.start (0.15 s)"),
        ("^stop = 1.9", "stop = 3.0", "frames.stop is 3; it must lie before the end of the transform (2.972 s)"),
        ('kind = "soundfont"', 'kind = "sfz"', 'corpus[0].kind is \'sfz\'; it must be one of "folder", "soundfont", '),
        ("program = 0,", "program = 128,", "corpus[0].instruments.Piano.program is 128; it must be from 0 to 127"),
        ("low = 28,", "low = 97,", "corpus[0].instruments.Piano.low is 97; it must not be above high (96)"),
        ("low = 28,", "lo = 28,", "corpus[0].instruments.Piano.lo is no known key; did you mean"),
        ("^velocities = .*", "velocities = [0]", "corpus[0].velocities is [0]; it must be a list of whole numbers"),
        ("^velocities = .*", "velocities = [1, 1]", "none twice"),
        ("^velocities = .*", "velocities = 64", "corpus[0].velocities is 64; it must be a list"),
        ("^velocities = .*", "velocities = [64.5]", "corpus[0].velocities[0] is 64.5; it must be a whole number"),
        ("^validation = .*", "validation = 0.6", "split.validation is 0.6; it must be from 0 to 0.5"),
        (
            r"(?s)^validation = .*?^seed",
            "validation = 0.5\ntest = 0.5\nseed",
            "split.test is 0.5; with split.validation",
        ),
        ("^hidden = .*", "hidden = []", "model.hidden is []; it must be a list of 1 to 6"),
        ("^conditioned = .*", "conditioned = 1", "model.conditioned is 1; it must be true or false"),
        ("^learning_rate = .*", "learning_rate = 0", "train.learning_rate is 0; it must be from 1e-07 to 1"),
        ("^tilt_db = .*", "tilt_db = -1", "train.augmentation.tilt_db is -1; it must be from 0 to 12 dB"),
        ('name = "orchestra"', 'name = "../orchestra"', "space.name is '../orchestra'; it must be 1 to 64 letters"),
        ("^authors = .*", "authors = ['']", "space.authors is ['']; it must be a list of texts, none empty"),
        (r"^title = .*", "title = ' '", "space.title is ' '; it must be a text that is not empty"),
        (r"^\[split\]", "[splits]", "splits is no known key; did you mean split?"),
        (r"^\[transform\]", "[transform", "not valid TOML"),
    ],
)
def test_each_fault_is_named(pattern, replacement, message):
    assert message in refused(replaced(pattern, replacement))


def test_sections_must_be_there_and_be_sections():
    assert refused("") == "corpus is missing"
    tree = ORCHESTRA.replace("[split]\nvalidation = 0.1\ntest = 0.1\nseed = 1\n", "")
    assert refused(tree) == "split is missing"
    assert "split is 3; it must be a section [split]" in refused("split = 3\n" + tree)
    no_corpus = re.sub(r"(?s)\[\[corpus\]\].*?(?=\[split\])", "", ORCHESTRA)
    assert "corpus is []; it must be one or more sections" in refused("corpus = []\n" + no_corpus)
    assert "corpus[0].kind is None" in refused("corpus = [3]\n" + no_corpus)


def test_a_soundfont_needs_instruments():
    text = re.sub(r"(?s)\[corpus\.instruments\].*?(?=\[split\])", "[corpus.instruments]\n", ORCHESTRA)
    assert refused(text) == "corpus[0].instruments is empty; it must name at least one instrument"


@pytest.mark.parametrize(
    ("section", "message"),
    [
        ('kind = "tinysol"', "corpus[0].path is missing"),
        ('kind = "tinysol"\npath = ""', "corpus[0].path is ''; it must be a text that is not empty"),
        ('kind = "tinysol"\npath = "x"\nsources = ["tinysol"]', "corpus[0].sources is no known key"),
        ('kind = "nsynth"\npath = "x"\ninstruments = ["flute"]', "corpus[0].instruments is no known key"),
        (
            'kind = "nsynth"\npath = "x"\nlabel = "family"',
            "corpus[0].label is 'family'; it must be one of \"instrument",
        ),
        ('kind = "nsynth"\npath = "x"\nfamilies = ["a", "a"]', "corpus[0].families is ['a', 'a']; it must be"),
    ],
)
def test_faults_of_other_corpora_are_named(section, message):
    text = re.sub(r"(?s)\[\[corpus\]\].*?(?=\[split\])", f"[[corpus]]\n{section}\n\n", ORCHESTRA)
    assert message in refused(text)


def test_files_that_cannot_be_read_are_named(tmp_path):
    path = tmp_path / "r.toml"
    with pytest.raises(RecipeError, match=r"r\.toml cannot be read: No such file"):
        read_recipe(path)
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(RecipeError, match=r"r\.toml cannot be read: .*utf-8"):
        read_recipe(path)
    path.write_text("x = 1")
    with pytest.raises(RecipeError, match=r"r\.toml: x is no known key"):
        read_recipe(path)


@given(text=st.text(max_size=60), at=st.integers(0, len(ORCHESTRA)))
def test_any_text_is_read_or_refused_in_one_line(text, at):
    message = ""
    try:
        parse_recipe(ORCHESTRA[:at] + text + ORCHESTRA[at:], Path())
    except RecipeError as error:
        message = str(error)
    assert "\n" not in message


def test_the_command_line_fills_in_folders_that_have_no_path(tmp_path):
    recipe = parse_recipe(ORCHESTRA, Path())
    named, unnamed = FolderCorpus(kind="folder", path="here"), FolderCorpus(kind="folder")
    recipe = dataclasses.replace(recipe, corpora=(*recipe.corpora, named, unnamed))
    filled = with_folder(recipe, tmp_path)
    assert filled.corpora[:2] == recipe.corpora[:2]
    assert filled.corpora[2].path == str(tmp_path)


def test_the_documented_corpora_are_all_that_there_are():
    readme = (Path(__file__).parents[2] / "export" / "README.md").read_text("utf-8")
    blocks = [text for text in re.findall(r"(?s)```toml\n(.*?)```", readme) if "[[corpus]]" in text]
    recipe = parse_recipe(replaced(r"(?s)\[\[corpus\]\].*?(?=\[split\])", "".join(blocks)), Path())
    assert [type(corpus) for corpus in recipe.corpora] == [FolderCorpus, TinySolCorpus, NSynthCorpus]
    folder, tinysol, nsynth = recipe.corpora
    assert folder.path == "sounds"
    assert "TinySOL" in tinysol.path
    assert set(tinysol.rename) <= set(tinysol.instruments)
    assert nsynth.label == "instrument_str"
    assert set(nsynth.sources) == {"acoustic"}


def test_the_documented_transform_is_the_papers():
    readme = (Path(__file__).parents[2] / "export" / "README.md").read_text("utf-8")
    block = next(text for text in re.findall(r"(?s)```toml\n(.*?)```", readme) if "[transform]" in text)
    recipe = parse_recipe(replaced(r"(?s)\[transform\].*?(?=\[frames\])", block), Path())
    assert recipe.transform == SegmentRecipe(kind="stft", rate=22050, window="hamming", length=882, hop=220)
