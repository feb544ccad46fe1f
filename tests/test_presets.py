"""Presets as text: read back to the bit, and refused in one line where a hand has damaged them."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rt_timbre.errors import PresetError
from rt_timbre.presets.preset import Preset, SpaceKey, VoicePreset, format_preset, parse_preset

SPACE = SpaceKey(name="orchestra", sha256="0123456789abcdef" * 4)
SETTINGS = {"glide": 0.05, "drift": 0.5, "attack": 0.01, "decay": 0.1, "sustain": 0.8, "release": 0.3}
SETTINGS |= {"gain": -6.0, "pan": -0.25}


def make_preset(name="Evening", space=SPACE, latents=((0.5, -1.25), (1e-20, 3.0)), **settings):
    voices = tuple(
        VoicePreset(latent=np.array(latent, np.float32), legato=False, **(SETTINGS | settings)) for latent in latents
    )
    plane = ("Violin", "Flute", "Bassoon", "Evening")
    return Preset(name=name, space=space, dimension=len(latents[0]), plane=plane, voices=voices)


def content(preset):
    """All that a preset holds, to the bit, in a form that can be compared."""
    voices = [
        (voice.latent.tobytes(), voice.legato, *(np.float64(getattr(voice, name)).tobytes() for name in SETTINGS))
        for voice in preset.voices
    ]
    return preset.name, preset.space, preset.dimension, preset.plane, voices


TEXT = """\
{
  "format": 2,
  "name": "Évening 日",
  "space": {"name": "orchestra", "sha256": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"},
  "dimension": 2,
  "plane": ["Violin", "Flute", "Bassoon", "Evening"],
  "voices": [
    {
      "latent": [0.5, -1.25],
      "glide": 0.05, "drift": 0.5, "attack": 0.01, "decay": 0.1, "sustain": 0.8, "release": 0.3, "gain": -6.0, \
"pan": -0.25, "legato": false
    },
    {
      "latent": [1e-20, 3.0],
      "glide": 0.05, "drift": 0.5, "attack": 0.01, "decay": 0.1, "sustain": 0.8, "release": 0.3, "gain": -6.0, \
"pan": -0.25, "legato": false
    }
  ]
}
"""


def test_is_written_as_it_should_be_read():
    preset = make_preset("Évening 日")
    assert format_preset(preset) == TEXT
    assert json.loads(TEXT)["voices"][1]["latent"] == [1e-20, 3.0]
    assert content(parse_preset(TEXT)) == content(preset)
    assert content(parse_preset(b"\xef\xbb\xbf" + TEXT.encode())) == content(preset)  # as some editors begin a file


NAMES = st.text(st.characters(exclude_categories=("C", "Z"), include_characters=" "), min_size=1, max_size=64).filter(
    str.isprintable
)
FLOATS = st.floats(width=32, allow_nan=False, allow_infinity=False)


@st.composite
def presets(draw):
    dimension = draw(st.integers(1, 5))
    latents = draw(st.lists(st.lists(FLOATS, min_size=dimension, max_size=dimension), min_size=1, max_size=4))
    settings = {name: draw(st.floats(0.0, 60.0)) for name in ("glide", "attack", "decay", "release")}
    settings |= {"sustain": draw(st.floats(0.0, 1.0)), "gain": draw(st.floats(-90.0, 6.0))}
    settings |= {"pan": draw(st.floats(-1.0, 1.0))}
    return make_preset(draw(NAMES), latents=latents, **settings)


@given(presets())
def test_is_read_back_to_the_bit(preset):
    text = format_preset(preset)
    assert content(parse_preset(text)) == content(preset)
    assert format_preset(parse_preset(text.encode())) == text


@given(st.integers(0, 2**32 - 1))
def test_every_float32_is_read_back(bits):
    value = np.array([bits], np.uint32).view(np.float32)
    if np.isfinite(value[0]):
        assert parse_preset(format_preset(make_preset(latents=[value]))).voices[0].latent.tobytes() == value.tobytes()


def test_numbers_are_short_also_where_they_came_as_float64():
    assert '"glide": 0.1,' in format_preset(make_preset(glide=0.1))
    assert '"glide": 0.1,' in format_preset(make_preset(glide=float(np.float32(0.1))))


def refusal(data):
    with pytest.raises(PresetError) as caught:
        parse_preset(data)
    message = str(caught.value)
    assert message
    assert message.isprintable()
    assert len(message) < 400
    return message


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ('"format": 2', '"format": 3', "format is 3; this version of rt-timbre reads 2"),
        ('"format": 2', '"format": 0', "format is 0; this version of rt-timbre reads 2"),
        ('"format": 2', '"format": true', "format is True; this version of rt-timbre reads 2"),
        ('  "format": 2,\n', "", "format is None; this version of rt-timbre reads 2"),
        ('"Évening 日"', '""', "the name of a preset is ''; it must be 1 to 64 printable characters"),
        ('"Évening 日"', '"a\\nb"', "the name of a preset is 'a\\nb'; it must be 1 to 64 printable characters"),
        ('"Évening 日"', '"\\ud800"', "name is '\\ud800'; it must hold printable characters only"),
        ('"Évening 日"', "7", "name is 7; it must be a text"),
        ('"name": "orchestra"', '"name": "../x"', "space.name is '../x'; it must be the name of a timbre space"),
        ("cdef0123456789abcdef\"", "\"", "space.sha256 is '01234"),
        ('"dimension": 2', '"dimension": 3', "voices[0].latent has 2 numbers; dimension is 3"),
        ('"dimension": 2', '"dimension": 2.0', "dimension is 2.0; it must be a whole number"),
        ('"Flute", ', "", "plane has 3 elements; it must have 4"),
        ('"Flute"', '""', "plane[1] is ''; it must be the name of a point, 1 to 100 characters"),
        ("[1e-20, 3.0]", "[1e-20]", "voices[1].latent has 1 numbers; dimension is 2"),
        ("[1e-20, 3.0]", "[[1e-20, 3.0]]", "voices[1].latent has 1 by 2 numbers; dimension is 2"),
        ("[1e-20, 3.0]", '["a", 3.0]', "voices[1].latent is ['a', 3.0]; it must be a list of numbers"),
        ("1e-20", "1e99", "voices[1].latent holds a number that is not finite"),
        ("1e-20", "NaN", "the preset holds NaN, which is not finite"),
        ('"glide": 0.05', '"glide": 61', "voices[0].glide is 61.0; it must be 0 to 60"),
        ('"glide": 0.05', '"glide": 1e300', "voices[0].glide is 1e+300; it must be 0 to 60"),
        ('"glide": 0.05', '"glide": "slow"', "voices[0].glide is 'slow'; it must be a number"),
        ('"drift": 0.5', '"drift": 1.5', "voices[0].drift is 1.5; it must be 0 to 1"),
        ('"drift": 0.5, ', "", "voices[0].drift is missing"),
        ('"pan": -0.25', '"pan": -2', "voices[0].pan is -2.0; it must be -1 to 1"),
        ('"gain": -6.0', '"gain": 7', "voices[0].gain is 7.0; it must be -90 to 6"),
        ('"legato": false', '"legato": 0', "voices[0].legato is 0; it must be true or false"),
        ('"glide": 0.05, ', "", "voices[0].glide is missing"),
        ('"glide": 0.05, ', '"glide": 0.05, "hue": 1, ', "voices[0].'hue' is no known key"),
        ('"glide": 0.05, ', '"glide": 0.05, "glide": 1, ', "the preset has a key twice"),
        ('"glide": 0.05, ', '"glide": 0.05 ', "the preset is no JSON: Expecting ',' delimiter: line 10 column"),
    ],
)  # fmt: skip
def test_a_damaged_value_is_named(old, new, wanted):
    assert old in TEXT
    assert refusal(TEXT.replace(old, new, 1)).startswith(wanted)


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (b"", "the preset is no JSON: Expecting value: line 1"),
        (b"[]", "the preset is no object"),
        (b"{}", "format is None"),
        (b"\xff\xfe", "the preset is no JSON: 'utf-8' codec can't decode byte 0xff"),
        (b"[" * 100_000, "the preset is nested too deeply"),
        (b'{"format": ' + b"1" * 10_000 + b"}", "the preset is no JSON: Exceeds the limit"),
        (b" " * (5 << 20), "the preset has more than 4194304 bytes"),
        (TEXT.replace('"dimension"', '"dimension": 2, "voices": [], "x"'), "the preset has a key twice"),
    ],
)
def test_no_preset_at_all(data, wanted):
    assert refusal(data).startswith(wanted)


def test_no_voice_and_too_many():
    described = json.loads(TEXT)
    for count in (0, 65):
        voices = described["voices"][:1] * count
        found = refusal(json.dumps(described | {"voices": voices}))
        assert found == f"voices has {count} elements; it must have 1 to 64"


def outcome(data):
    """The preset, or the line that says why there is none."""
    try:
        return parse_preset(data), ""
    except PresetError as error:
        return None, str(error)


@given(st.data())
def test_what_a_hand_may_do_to_a_file(data):
    """Pieces cut, doubled, exchanged for others, or for anything: a preset, or one line."""
    text = bytearray(TEXT.encode())
    pieces = [
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b'"',
        b"\\",
        b"null",
        b"-",
        b"1e999",
        b"\xff",
        b"\x00",
        b"\\ud800",
        b":",
        b" ",
    ]
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 20)))
        text[start:end] = data.draw(st.sampled_from([*pieces, bytes(text[start:end]) * 2]) | st.binary(max_size=8))
    preset, message = outcome(bytes(text))
    if preset is None:
        assert message.isprintable()
        assert 0 < len(message) < 400
    else:
        assert content(parse_preset(format_preset(preset))) == content(preset)


LEAVES = st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=3)
TREES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3))


@given(st.sampled_from(["name", "space", "dimension", "plane", "voices"]), TREES)
def test_any_json_in_place_of_a_value(key, tree):
    described = json.loads(TEXT) | {key: tree}
    preset, message = outcome(json.dumps(described))
    if preset is None:
        assert message.isprintable()
        assert 0 < len(message) < 400
    else:
        assert preset.name == described["name"]
