"""Offline rendering: exact times, the same bits, clear refusals."""

from pathlib import Path

import numpy as np
import pytest

from rt_timbre.controlfile import read_control_file
from rt_timbre.errors import ControlFileError
from rt_timbre.master import Master
from rt_timbre.phase import OFFLINE_NAMES
from rt_timbre.render import render
from tests.tiny_space import tiny_space

SPACE = tiny_space()
DEMO = Path(__file__).parent.parent / "rt_timbre" / "demo.control"


def play(tmp_path, text, name="score.control", phase=None):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    header, events = read_control_file(path)
    return render(SPACE, header, events, path, phase)


def test_a_note_begins_at_its_exact_sample(tmp_path):
    text = "# rt-timbre control 1 rate=48000\n0.1 /voice/1/note 60.0 1.0\n0.3 /ping\n"
    early = play(tmp_path, text)
    # 0.1 s is sample 4800, half way into a hop; one sample later is 4801.
    late = play(tmp_path, text.replace("0.1 ", "0.100021 "))
    first = np.flatnonzero(early[:, 0])[0]
    assert np.flatnonzero(late[:, 0])[0] == first + 1
    assert 4800 <= first <= 4800 + Master.latency + 1
    np.testing.assert_allclose(late[first + 1 : first + 2001], early[first : first + 2000], atol=2e-3)


def test_the_same_file_gives_the_same_bits(tmp_path):
    text = '0 /note 60.0 0.5\n0.2 /note 64.0 0.5\n0.21 /voice/1/at "Hollow"\n0.5 /note 60.0 0.0\n'
    np.testing.assert_array_equal(play(tmp_path, text), play(tmp_path, text))


def test_what_is_held_at_the_end_is_released_and_the_tail_is_whole(tmp_path):
    sound = play(tmp_path, "0 /voice/1/release 0.2\n0 /voice/1/note 60.0 0.5\n0.5 /ping\n")
    assert 0.7 * 48000 <= len(sound) <= 0.75 * 48000
    assert not sound[-1].any()
    assert np.abs(sound[int(0.55 * 48000)]).max() > 0


def test_another_phase_method_plays_the_same_notes(tmp_path):
    text = "0 /voice/1/note 60.0 0.5\n1.0 /voice/1/note 60.0 0.0\n"
    bank, other = play(tmp_path, text), play(tmp_path, text, phase="rtpghi-0")
    chosen = play(tmp_path, "0 /phase rtpghi-0\n" + text)
    for sound in (bank, other, chosen):
        spectrum = np.abs(np.fft.rfft(sound[12000:36000, 0] * np.hanning(24000)))
        assert spectrum.argmax() * 2 == pytest.approx(261.6, abs=2.0)
    assert len(other) > len(bank)  # it is later
    assert not other[-1].any()


@pytest.mark.parametrize("phase", OFFLINE_NAMES)
def test_methods_that_need_whole_notes_play_the_same_notes(tmp_path, phase):
    text = (
        "# rt-timbre control 1 rate=48000 voices=2\n0 /voice/*/release 0.05\n0.1 /voice/1/note 60.0 0.5\n"
        "0.5 /voice/2/note 67.25 0.5\n1.0 /voice/1/note 60.0 0.0\n1.3 /voice/1/note 72.0 0.5\n2.0 /ping\n"
    )
    bank, other = play(tmp_path, text), play(tmp_path, text, phase=phase)
    assert len(other) >= len(bank)

    def strongest(sound, start):
        part = sound[int(start * 48000) :][:16384, 0]
        return np.abs(np.fft.rfft(part * np.hanning(part.size), 1 << 18)).argmax() * 48000 / (1 << 18)

    for start in (0.15, 1.5):
        assert strongest(other, start) == pytest.approx(strongest(bank, start), rel=0.02)
    # Silence before the first note, as loud as the bank, and the same bits again.
    assert not other[: int(0.1 * 48000)].any()
    assert 20 * np.log10(other.std() / bank.std()) == pytest.approx(0.0, abs=1.5)
    np.testing.assert_array_equal(other, play(tmp_path, text, phase=phase))


def test_a_method_that_needs_whole_notes_cannot_be_switched(tmp_path):
    with pytest.raises(ControlFileError, match=r"score\.control:2: /phase cannot be rendered by griffin-lim"):
        play(tmp_path, "0 /ping\n1 /phase spsi\n", phase="griffin-lim")


def test_an_empty_file_is_silence(tmp_path):
    assert not play(tmp_path, "# nothing\n").any()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("0 /voice/9999/gain 0.0", "9999"),
        ("0 /voice/1/gain loud", "loud"),
        ("0 /no/such/address 1", "/no/such/address"),
        ('0 /voice/1/at "Kazoo"', "Kazoo"),
    ],
)
def test_a_refused_message_names_its_line(tmp_path, line, reason):
    with pytest.raises(ControlFileError, match=r"score\.control:2:") as caught:
        play(tmp_path, f"0 /ping\n{line}\n")
    assert reason in str(caught.value)


def test_the_demo_is_about_half_a_minute():
    _, events = read_control_file(DEMO)
    assert 25 <= max(event.seconds for event in events) <= 32
