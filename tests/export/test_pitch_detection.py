import math
import sys

import numpy as np
import pytest

from rt_timbre_export.errors import CorpusError
from rt_timbre_export.pitch_detection import steady_pitch
from tests.tones import tone


@pytest.mark.parametrize("rate", [8000, 22050, 44100])
@pytest.mark.parametrize("midi", [24, 45, 60.2, 84])
def test_the_pitch_of_a_tone_is_found(midi, rate):
    assert steady_pitch(tone(midi, 0.6, rate), rate) == pytest.approx(midi, abs=0.26)


def test_a_missing_fundamental_is_heard():
    assert steady_pitch(tone(50, 0.6, 22050, {2: 1.0, 3: 1.0, 4: 0.7, 5: 0.5}), 22050) == pytest.approx(50, abs=0.26)


def test_a_short_tone_has_a_pitch_if_it_is_high():
    assert steady_pitch(tone(84, 0.05, 44100), 44100) == pytest.approx(84, abs=0.3)
    assert math.isnan(steady_pitch(tone(84, 0.005, 44100), 44100))
    assert math.isnan(steady_pitch(np.zeros(0, np.float32), 44100))


@pytest.mark.parametrize("rate", [16000, 22050, 44100])
@pytest.mark.parametrize("seconds", [0.2, 0.5, 1.0])
def test_noise_has_no_pitch(seconds, rate):
    noise = 0.1 * np.random.default_rng(1).standard_normal(round(seconds * rate))
    assert math.isnan(steady_pitch(noise.astype(np.float32), rate))


def test_a_scale_and_silence_have_no_steady_pitch():
    assert math.isnan(steady_pitch(np.zeros(12000, np.float32), 22050))
    scale = np.concatenate([tone(midi, 0.15, 22050) for midi in (60, 64, 67, 72)])
    assert math.isnan(steady_pitch(scale, 22050))


def test_without_librosa_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "librosa", None)
    with pytest.raises(CorpusError, match=r"librosa is not installed: pip install 'rt-timbre\[export\]'"):
        steady_pitch(tone(60, 0.3, 22050), 22050)
