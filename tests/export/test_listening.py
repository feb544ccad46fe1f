import numpy as np
import pytest

from rt_timbre.audiofile import write_audio
from rt_timbre_export.listening import listen
from tests.tones import tone, write_tone

RATE = 16000


def test_a_tone_is_heard_as_it_is(tmp_path):
    path = tmp_path / "a.wav"
    write_audio(path, np.pad(tone(62.3, 0.5, RATE), (RATE // 4, RATE // 4)), RATE)
    heard = listen(path, 62)
    assert heard.pitch == pytest.approx(62.3, abs=0.02)
    assert heard.seconds == pytest.approx(0.5, abs=0.02)
    assert heard.rate == RATE
    assert heard.label_fits
    assert heard.problem == ""
    assert not listen(path, 65).label_fits
    assert not listen(path, None).label_fits


@pytest.mark.parametrize(
    ("samples", "rate", "words"),
    [
        (np.zeros(8000, np.float32), RATE, "the sound is silent"),
        (tone(60, 0.5, 6000), 6000, "its rate is 6000 Hz; it must be at least 8000 Hz"),
        (tone(90, 0.05, RATE), RATE, "it sounds for 0.05 s; it must be at least 0.1 s"),
    ],
)
def test_what_cannot_be_used_is_said(tmp_path, samples, rate, words):
    path = tmp_path / "a.wav"
    write_audio(path, samples, rate)
    assert listen(path, 60).problem == words


def test_what_cannot_be_read_is_said(tmp_path):
    path = tmp_path / "a.wav"
    path.write_bytes(b"no sound")
    assert listen(path, 60).problem.startswith("it cannot be read as sound: ")
    path.write_bytes(b"")
    assert listen(path, 60).problem == "it is empty"
    assert "No such file" in listen(tmp_path / "b.wav", 60).problem
    write_tone(path, 60)
    path.write_bytes(path.read_bytes()[:-100])
    assert listen(path, 60).problem == "it is truncated: 100 bytes of sound are missing"
