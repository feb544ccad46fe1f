"""Address patterns: what trying everything finds, in time that grows with the length of the pattern alone."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rt_timbre.patterns import Names, match

PIECES = st.lists(
    st.sampled_from(["a", "*", "?", "{a,bb}", "{,b}", "[ab]", "[!a]", "[a-b]", "[!b-c]"]) | st.text("abc!,]{}-[*"),
    max_size=6,
).map("".join)
NAMES = st.lists(st.text("abc!,]{}-[", max_size=6), max_size=8, unique=True)


def slow_match(pattern, text):
    """Match by trying everything, with memory."""

    @cache
    def rest(p, t):
        if p == len(pattern):
            return t == len(text)
        c = pattern[p]
        here = t < len(text) and text[t] != "/"
        if c == "*":
            return rest(p + 1, t) or (here and rest(p, t + 1))
        if c == "?":
            return here and rest(p + 1, t + 1)
        if c == "[":
            close = pattern.find("]", p + 2)
            return close > 0 and here and in_set(pattern[p + 1 : close], text[t]) and rest(close + 1, t + 1)
        if c == "{":
            close = pattern.find("}", p)
            return close > 0 and any(
                text.startswith(word, t) and rest(close + 1, t + len(word))
                for word in pattern[p + 1 : close].split(",")
            )
        return t < len(text) and text[t] == c and rest(p + 1, t + 1)

    return rest(0, 0)


def in_set(body, character):
    if body.startswith("!"):
        return not in_set("\0" + body[1:], character)
    while body:
        if len(body) > 2 and body[1] == "-":
            if body[0] <= character <= body[2]:
                return True
            body = body[3:]
        else:
            if body[0] == character:
                return True
            body = body[1:]
    return False


@given(
    st.lists(st.sampled_from(["a", "b", "/", "*", "?", "{a,bb}", "{,b}", "[ab]", "ab"]), max_size=8).map("".join),
    st.text("ab/", max_size=8),
)
def test_matching_agrees_with_trying_everything(pattern, text):
    assert match("/" + pattern, "/" + text) == slow_match("/" + pattern, "/" + text)


@given(PIECES, NAMES)
def test_names_side_by_side_are_matched_as_each_alone(pattern, names):
    assert Names(names).select(pattern) == [name for name in names if slow_match(pattern, name)]


@pytest.mark.parametrize(
    ("pattern", "address", "expected"),
    [
        ("/voice/[1-3]/gain", "/voice/2/gain", True),
        ("/voice/[!1-3]/gain", "/voice/2/gain", False),
        ("/voice/[!1-3]/gain", "/voice/4/gain", True),
        ("/voice/[13]/gain", "/voice/3/gain", True),
        ("/voice/*/gain", "/voice/12/gain", True),
        ("/voice*gain", "/voice/1/gain", False),
        ("/voice/{1,12}/ga*n", "/voice/12/gain", True),
        ("/voice/[1", "/voice/1", False),
        ("/voice/{1", "/voice/1", False),
    ],
)
def test_patterns(pattern, address, expected):
    assert match(pattern, address) is expected


class Counted(int):
    """An integer that counts the operations made on it and on what comes of it."""

    made = 0

    @classmethod
    def count(cls, names, pattern):
        for attribute in ("_first", "_places", "_guards", "_before_any"):
            setattr(names, attribute, cls(getattr(names, attribute)))
        names._before = {character: cls(places) for character, places in names._before.items()}
        cls.made = 0
        names.select(pattern)
        return cls.made


def _counting(name):
    def operation(self, other):
        Counted.made += 1
        return Counted(getattr(int, name)(self, other))

    return operation


for _name in ("__and__", "__or__", "__lshift__", "__sub__", "__rshift__", "__rand__", "__ror__", "__rsub__"):
    setattr(Counted, _name, _counting(_name))


@pytest.mark.parametrize(
    "piece",
    ["*", "*a", "*?", "{,a}", "{,}", "{a,{b,c},}*", "[a-z]*", "[", "[[[[]*", "*{,1}*", "{*", "[!!!]*", "{,,,,,,,,a}"],
)
def test_the_work_grows_with_the_length_of_a_hostile_pattern_and_not_faster(piece):
    names = [str(number) for number in range(1, 65)] + ["a" * 40, "latent", "aaaaaaab"]
    short, long = (Counted.count(Names(names), piece * count) for count in (100, 2000))
    assert long <= 20 * (short + 100)
