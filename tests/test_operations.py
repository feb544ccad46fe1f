"""Operations as text: what is understood, and what is said of the rest."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rt_timbre.errors import PathError
from rt_timbre.paths import operators
from rt_timbre.paths.latent_path import LatentPath
from rt_timbre.paths.operations import apply, parse_operation
from rt_timbre.paths.operator_table import OPERATORS

PATH = LatentPath(times=[0.0, 1.0, 3.0], latents=[[0, 1, 2], [3, 4, 5], [6, 7, 9]], pitches=[60, 62, 60])
POINTS = np.float32([[0, 0, 0], [5, 5, 5]])


def changed(*texts, path=PATH):
    asked = []

    def find_points(text):
        asked.append(text)
        return POINTS

    def find_path(text):
        asked.append(text)
        return path

    operations = [parse_operation(text) for text in texts]
    return apply(path, operations, find_path=find_path, find_points=find_points), asked


@pytest.mark.parametrize(
    ("text", "expected", "asked"),
    [
        ("scale=0.5", lambda: operators.scale(PATH, 0.5), []),
        ("scale=-2,1.5@3", lambda: operators.scale(PATH, -2.0, 1.5, parts=[2]), []),
        ("bias=12@pitch", lambda: operators.bias(PATH, 12.0, parts=["pitch"]), []),
        ("bias=1e-1@1-2+pitch", lambda: operators.bias(PATH, 0.1, parts=[0, 1, "pitch"]), []),
        ("reverse", lambda: operators.reverse(PATH), []),
        ("reverse@2", lambda: operators.reverse(PATH, parts=[1]), []),
        ("randomise=0.3,7", lambda: operators.randomise(PATH, 0.3, 7), []),
        ("randomise=0.3,7,0@1", lambda: operators.randomise(PATH, 0.3, 7, 0.0, parts=[0]), []),
        ("smooth=0.4", lambda: operators.smooth(PATH, 0.4), []),
        ("stretch=2", lambda: operators.stretch(PATH, 2.0), []),
        ("quantise", lambda: operators.quantise(PATH, POINTS), ["anchors"]),
        ("quantise=Violin+Flute@1", lambda: operators.quantise(PATH, POINTS, parts=[0]), ["Violin+Flute"]),
        ("quantise=[0,1e+0,2]+Flute", lambda: operators.quantise(PATH, POINTS), ["[0,1e+0,2]+Flute"]),
        ("edit=0:1+2.5:-1@2", lambda: operators.edit(PATH, [(0, 1), (2.5, -1)], parts=[1]), []),
        ("edit=0:1+1:0+2:5,cubic", lambda: operators.edit(PATH, [(0, 1), (1, 0), (2, 5)], "cubic"), []),
        ("concatenate=a@b.path.json,0.5", lambda: operators.concatenate(PATH, PATH, 0.5), ["a@b.path.json"]),
    ],
)
def test_a_text_does_what_the_function_does(text, expected, asked):
    found, words = changed(text)
    assert words == asked
    for name in ("times", "latents", "pitches", "gains"):
        np.testing.assert_array_equal(getattr(found, name), getattr(expected(), name))


def test_operations_follow_one_another():
    found, _ = changed("bias=1", "scale=2,0", "stretch=0.5", "reverse")
    np.testing.assert_array_equal(found.latents, 2.0 * (PATH.latents[::-1] + 1.0))
    assert found.times.tolist() == [0.0, 1.0, 1.5]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "'' is no operator; there are scale, bias"),
        ("explode=3", "'explode' is no operator"),
        ("scale", r"scale: it has 0 arguments, and takes 1 to 2; it is written as scale=FACTOR\[,CENTRE\]"),
        ("scale=1,2,3", "it has 3 arguments"),
        ("scale=", "it has 0 arguments|factor is ''"),
        ("scale=much", "factor is 'much', not a number from -1000 to 1000"),
        ("scale=1e9", "factor is '1e9'"),
        ("scale=nan", "factor is 'nan'"),
        ("randomise=1,0.5", "seed is '0.5', not a whole number from 0 to"),
        ("randomise=-1", "amount is '-1'"),
        ("reverse=1", "it has 1 arguments, and takes 0"),
        ("scale=2@", "'' is no part"),
        ("scale=2@0", "'0' is no part"),
        ("scale=2@4-2", "'4-2' is no part"),
        ("scale=2@1-99999", "'1-99999' is no part"),
        ("scale=2@volume", "'volume' is no part: dimensions from 1"),
        ("scale=2@4", "scale=2@4: the path has no dimension 4; it has the dimensions 1 to 3, pitch"),
        ("scale=2@gain", "the path has no gain"),
        ("stretch@3", "stretch takes the whole path"),
        ("stretch=2@3", "factor is '2@3'"),
        ("edit=3", "the break-points are '3', not TIME:VALUE"),
        ("edit=0:1+x:2", "not TIME:VALUE"),
        ("edit=0:1,round", "curve is 'round', none of linear, cubic"),
        ("edit=0:1+9:1", r"edit=0:1\+9:1: the break-points are at 0, 9 s"),
        ("concatenate=x,0", "concatenate=x,0: the second path does not begin"),
    ],
)
def test_what_is_no_operation_is_said(text, reason):
    with pytest.raises(PathError, match=reason):
        changed(text)


WORDS = st.lists(
    st.sampled_from([*OPERATORS, "=", "@", ",", "+", "-", ":", "1", "0.5", "9" * 30, "pitch", "cubic", "é", "\n", " "]),
    max_size=8,
).map("".join)


@given(WORDS | st.text(max_size=20))
def test_any_text_is_an_operation_or_refused(text):
    refusal = ""
    try:
        operation = parse_operation(text)
    except PathError as error:
        refusal = str(error)
    assert refusal.isprintable()  # one line
    assert refusal or operation.operator is OPERATORS[text.replace("@", "=").split("=")[0]]
