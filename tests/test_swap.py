"""Presets and other spaces while notes sound, in the engine."""

import gc
import weakref

import numpy as np
import pytest

from rt_timbre.errors import ControlError
from rt_timbre.presets.preset import SpaceKey
from rt_timbre.space_store import open_space
from rt_timbre.table import Table
from rt_timbre.timbre import Timbre
from rt_timbre.transforms.stft import STFT
from tests.linear_space import linear_space
from tests.test_engine import Player, largest_step, strongest
from tests.tiny_space import tiny_space

RATE = 44100
STFT_BANDS = STFT(RATE, "hann", 2048, 512).declaration("stft")


def timbre(space, voices=4, digit="1"):
    made = Timbre(space, SpaceKey(name=space.name, sha256=digit * 64), rate=RATE, voices=voices, hop=128, seed=0)
    made.phase.warm()
    return made


def chord(player):
    player.send("/voice/*/at", "Bright")
    for voice, note in ((1, 60.0), (2, 64.0), (3, 67.0)):
        player.send(f"/voice/{voice}/note", note, 0.6)
    player.record(0.6)


@pytest.mark.parametrize(
    "other",
    [
        lambda: tiny_space(name="same"),
        lambda: tiny_space(STFT_BANDS, name="spectra"),
        lambda: tiny_space(name="high", pitch_low=70.0, pitch_high=80.0),
        lambda: open_space("orchestra").space,
    ],
    ids=["same kind", "another transform", "another pitch range", "16 dimensions"],
)
def test_a_chord_goes_over_into_another_space_without_a_click_and_stays_in_tune(other):
    player = Player()
    chord(player)
    player.send("/voice/*/release", 0.05)
    before = player.record(0.5)
    player.engine.swap(timbre(other()), 0.1)
    during = player.record(0.5)
    after = player.record(0.5)
    assert largest_step(during) <= 1.5 * max(largest_step(before), largest_step(after))
    # Equal power: the sound is never much softer than both.
    levels = [np.sqrt(np.mean(part**2)) for part in np.array_split(during, 20)]
    assert min(levels) > 0.6 * min(np.sqrt(np.mean(before**2)), np.sqrt(np.mean(after**2)))
    assert not player.engine.fading
    for voice in (2, 3):
        player.send(f"/voice/{voice}/note", 0.0, 0.0)
    player.record(0.3)
    ratio = strongest(player.record(0.5)[:, 0]) / (440 * 2 ** (-9 / 12))
    assert 1200 * np.log2(ratio / round(ratio)) == pytest.approx(0.0, abs=10.0)


def test_a_space_of_other_size_has_its_own_addresses_and_keeps_what_is_not_of_the_space():
    player = Player()
    chord(player)
    player.send("/voice/1/glide", 1.5)
    player.send("/voice/1/gain", -6.0)
    player.send("/plane/corner/2", "Hollow")
    player.engine.swap(timbre(linear_space(axes=2)), 0.05)
    player.table = Table(player.engine.limits)
    assert player.send("/voice/1/latent")[0].arguments == (2.0, 0.0, 0.0)
    assert len(player.send("/macro/list")[0].arguments) == 2
    assert player.send("/voice/1/glide")[0].arguments == (1.5,)
    assert player.send("/voice/1/gain")[0].arguments == (-6.0,)
    assert player.send("/voice/1/at")[0].arguments == ("anchor 0",)
    assert player.send("/plane/corner/2")[0].arguments == ("anchor 1",)
    assert player.send("/space/info")[0].arguments[0] == "linear"
    assert np.isfinite(player.record(0.3)).all()
    player.engine.swap(timbre(tiny_space()), 0.05)
    player.table = Table(player.engine.limits)
    player.send("/voice/2/at", "Hollow")
    player.record(0.2)
    player.engine.swap(timbre(tiny_space(name="twin")), 0.05)
    assert player.send("/voice/2/at")[0].arguments == ("Hollow",)


def test_only_one_swap_at_a_time_and_what_has_left_is_freed():
    player = Player()
    chord(player)
    left = player.engine.swap(timbre(tiny_space(name="next")), 0.2)
    with pytest.raises(ControlError, match="another space is still fading in"):
        player.engine.swap(timbre(tiny_space(name="third")), 0.2)
    assert player.engine.space.name == "next"
    player.record(0.3)
    reference = weakref.ref(left)
    gc.disable()  # as in the server
    try:
        del left
        assert reference() is None
    finally:
        gc.enable()


def test_a_preset_brings_all_voices_back_and_is_a_point():
    player = Player()
    chord(player)
    player.send("/voice/1/latent", 0.25, 0.5, 0.75)
    player.send("/voice/2/gain", -12.0)
    player.send("/voice/3/pan", 0.5)
    player.send("/voice/*/legato", 1)
    player.send("/plane/corner/1", "Hollow")
    player.send("/preset/store", "Ein Klang 1/2")
    assert player.send("/preset/list")[0].arguments == ("Ein Klang 1/2",)
    questions = [f"/voice/*/{name}" for name in ("latent", "gain", "pan", "legato", "attack", "release", "glide")]
    questions.append("/plane/corner/*")
    stored = [player.send(question) for question in questions]
    for address, *values in (
        ("/voice/*/at", "Dark"),
        ("/voice/*/gain", 0.0),
        ("/voice/*/pan", -1.0),
        ("/voice/*/legato", 0),
        ("/voice/*/attack", 2.0),
        ("/voice/*/glide", 3.0),
        ("/plane/corner/1", "Bright"),
    ):
        player.send(address, *values)
    player.record(0.3)
    player.send("/preset/recall", "Ein Klang 1/2", 0.2)
    for question, answers in zip(questions, stored, strict=True):
        for answer, expected in zip(player.send(question), answers, strict=True):
            assert answer.arguments == pytest.approx(expected.arguments, abs=1e-6) or "corner" in question
            assert answer.address == expected.address
    player.send("/voice/4/at", "Ein Klang 1/2")
    player.send("/voice/1/morph", "Ein Klang 1/2", "Dark", 1.0)
    player.send("/preset/delete", "Ein Klang 1/2")
    with pytest.raises(ControlError, match="there is no preset 'Ein Klang 1/2'; there are: none"):
        player.send("/preset/recall", "Ein Klang 1/2")


def test_a_recall_travels_without_a_click_and_takes_its_time():
    player = Player()
    player.send("/voice/1/note", 60.0, 0.6)
    player.send("/voice/1/at", "Hollow")
    player.send("/voice/1/gain", -20.0)
    player.send("/preset/store", "soft")
    player.send("/voice/1/gain", 0.0)
    player.record(1.0)
    before = player.record(0.5)
    player.send("/preset/recall", "soft", 1.0)
    during = player.record(1.2)
    after = player.record(0.5)
    assert largest_step(during) <= 1.5 * max(largest_step(before), largest_step(after))
    middle = 20 * np.log10(np.std(during[round(0.45 * RATE) : round(0.55 * RATE)]) / np.std(before))
    assert middle == pytest.approx(20 * np.log10(0.55), abs=0.5)  # half way in amplitude
    assert 20 * np.log10(np.std(after) / np.std(before)) == pytest.approx(-20.0, abs=1.5)


def test_presets_are_refused_with_the_reason():
    player = Player()
    player.send("/preset/store", "mine")
    with pytest.raises(ControlError, match="'Dark' is the name of an anchor"):
        player.send("/preset/store", "Dark")
    with pytest.raises(ControlError, match="1 to 64 printable characters"):
        player.send("/preset/store", "a\nb")
    player.engine.swap(timbre(linear_space()), 0.01)
    with pytest.raises(ControlError, match=r"the preset 'mine' belongs to the space tiny \(sha256 000000000000…\)"):
        player.send("/preset/recall", "mine")
    with pytest.raises(ControlError, match="no point is named 'mine'"):
        player.send("/voice/1/at", "mine")
    player.record(0.1)
    player.engine.swap(timbre(tiny_space(), digit="0"), 0.01)
    player.send("/preset/recall", "mine")
