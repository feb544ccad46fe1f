from pathlib import Path

import numpy as np
import pytest

from rt_timbre_export.errors import CorpusError
from rt_timbre_export.soundfont import RATE, RELEASE, render_note, version
from rt_timbre_export.tuning import cents_from

FONT = Path("/usr/share/sounds/sf2/FluidR3_GM.sf2")
CELLO, VIOLIN, TRUMPET = 42, 40, 56


def render(program, midi, velocity=100, seconds=0.6):
    return render_note(FONT, bank=0, program=program, midi=midi, velocity=velocity, seconds=seconds)


def test_a_note_is_the_one_asked_for():
    sound = render(TRUMPET, 69)
    assert sound.dtype == np.float32
    assert sound.shape[0] == pytest.approx((0.6 + RELEASE) * RATE, abs=128)
    assert abs(cents_from(sound[RATE // 10 : RATE // 2, 0], RATE, 440.0)) < 10.0


def test_the_order_of_rendering_does_not_matter():
    before = render(VIOLIN, 60)
    render(CELLO, 48)
    np.testing.assert_array_equal(render(VIOLIN, 60), before)


def test_velocity_makes_louder_and_nothing_clips():
    soft, loud = (np.abs(render(TRUMPET, 70, velocity)).max() for velocity in (30, 127))
    assert 0.0 < 4.0 * soft < loud < 1.0


def test_the_key_is_let_go():
    sound = render(TRUMPET, 70)
    end = np.abs(sound[-RATE // 20 :]).max()
    assert end < 0.05 * np.abs(sound).max()


def test_a_key_without_a_sample_is_silent():
    assert not render(VIOLIN, 94).any()


def test_what_is_missing_is_said_in_one_line(tmp_path, capfd):
    note = {"bank": 0, "program": 0, "midi": 60, "velocity": 64, "seconds": 0.1}
    with pytest.raises(CorpusError, match=r"none\.sf2 cannot be loaded; apt install fluid-soundfont-gm"):
        render_note(tmp_path / "none.sf2", **note)
    with FONT.open("rb") as file:
        (tmp_path / "bad.sf2").write_bytes(file.read(1000))
    with pytest.raises(CorpusError, match=r"bad\.sf2 cannot be loaded"):
        render_note(tmp_path / "bad.sf2", **note)
    with pytest.raises(CorpusError, match="has no bank 77, program 0"):
        render_note(FONT, **note | {"bank": 77})
    assert capfd.readouterr() == ("", "")


def test_the_version_is_the_librarys():
    assert version().startswith("2.")
