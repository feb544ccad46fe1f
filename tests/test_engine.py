"""The engine: what the commands sound like, to the sample, at any block length."""

import numpy as np
import pytest
from scipy.signal import find_peaks

from rt_timbre.descriptors.calibration import NAMES
from rt_timbre.engine import Engine
from rt_timbre.errors import ControlError, SpaceError
from rt_timbre.loudness import gain_envelope
from rt_timbre.osc import Message
from rt_timbre.phase.methods import names_for
from rt_timbre.table import Table
from rt_timbre.transforms.nsgt import NSGT
from rt_timbre.transforms.scales import mel_centres, octave_centres
from rt_timbre.transforms.stft import DCT, STFT
from tests.tiny_space import tiny_space

RATE = 44100


class Player:
    """An engine that is sent messages and recorded."""

    def __init__(self, voices=4, rate=RATE, seed=0, space=None, phase=None):
        self.engine = Engine(space or tiny_space(), rate=rate, voices=voices, seed=seed, phase=phase)
        self.table = Table(self.engine.limits)
        self.engine.warm()

    def send(self, address, *arguments):
        replies = []
        for command in self.table.commands(Message(address=address, arguments=arguments)):
            replies += self.engine.apply(command)
        return replies

    def record(self, seconds, block=128):
        out = np.zeros((round(seconds * self.engine.rate), 2), np.float32)
        for start in range(0, len(out), block):
            self.engine.process(out[start : start + block])
        return out


def strongest(sound, rate=RATE):
    """Frequency in Hz of the strongest partial, by parabola over a windowed spectrum in dB."""
    window = np.blackman(len(sound))
    spectrum = 20 * np.log10(np.abs(np.fft.rfft(sound * window, 4 * len(sound))) + 1e-12)
    k = int(np.argmax(spectrum))
    a, b, c = spectrum[k - 1 : k + 2]
    return (k + 0.5 * (a - c) / (a - 2 * b + c)) * rate / (4 * len(sound))


def centroid(sound, rate=RATE):
    spectrum = np.abs(np.fft.rfft(sound * np.hanning(len(sound)))) ** 2
    return np.sum(np.fft.rfftfreq(len(sound), 1 / rate) * spectrum) / np.sum(spectrum)


@pytest.mark.parametrize("rate", [44100, 48000])
@pytest.mark.parametrize("note", [57.0, 69.0, 72.4, 69.5])
def test_a_note_sounds_at_its_pitch(rate, note):
    player = Player(rate=rate)
    player.send("/voice/1/note", note, 0.5)
    player.record(0.3)
    heard = strongest(player.record(1.0)[:, 0], rate)
    harmonic = round(heard / (440 * 2 ** ((note - 69) / 12)))
    cents = 1200 * np.log2(heard / (harmonic * 440 * 2 ** ((note - 69) / 12)))
    # The tiny space's 200 bands are coarser than a trained one's 472.
    assert abs(cents) < 3.0


@pytest.mark.parametrize(("note", "nearest"), [(20.0, 36), (110.0, 96)])
def test_outside_the_range_the_nearest_pitch_is_scaled(note, nearest):
    player = Player()
    player.send("/voice/1/at", "Dark")
    player.send("/voice/1/note", note, 0.5)
    player.record(0.3)
    sound = player.record(2.0)[:, 0]
    expected = 440 * 2 ** ((note - 69) / 12)
    heard = strongest(sound)
    assert abs(1200 * np.log2(heard / (round(heard / expected) * expected))) < 10.0


def test_a_point_changes_the_timbre_and_not_the_pitch():
    player = Player()
    player.send("/voice/1/at", "Dark")
    player.send("/voice/1/note", 57.0, 0.5)
    player.record(0.3)
    dark = player.record(0.5)[:, 0]
    player.send("/voice/1/at", "Bright")
    player.record(0.3)
    bright = player.record(0.5)[:, 0]
    assert centroid(bright) > 1.5 * centroid(dark)


def test_silence_without_notes_and_after_release_and_panic():
    player = Player()
    assert not player.record(0.1).any()
    player.send("/voice/2/note", 60.0, 1.0)
    assert player.record(0.2).any()
    player.send("/voice/2/release", 0.05)
    player.send("/voice/2/note", 60.0, 0.0)
    player.record(0.06)
    assert not player.record(0.1).any()
    player.send("/voice/2/note", 60.0, 1.0)
    player.record(0.2)
    player.send("/panic")
    player.record(0.005 + player.engine.latency / RATE + 0.003)
    assert not player.record(0.1).any()
    assert player.engine.sounding == 0


def test_the_same_commands_give_the_same_bits_and_the_seed_changes_them():
    def play(seed):
        player = Player(seed=seed)
        player.send("/voice/1/note", 60.0, 0.7)
        player.send("/voice/1/morph", "Dark", "Bright", 0.3)
        return player.record(0.5)

    np.testing.assert_array_equal(play(3), play(3))
    assert (play(3) != play(4)).any()


def test_the_ceiling_holds_under_every_voice_at_full():
    player = Player(voices=16)
    player.send("/master/gain", 6.0)
    player.send("/master/ceiling", -3.0)
    for number in range(16):
        player.send("/note", 48.0 + 2 * number, 1.0)
    sound = player.record(1.0)
    assert np.abs(sound).max() <= 10 ** (-3 / 20) * (1 + 1e-6)
    assert np.abs(sound).max() > 0.6


def largest_step(sound):
    return np.abs(np.diff(sound[:, 0])).max()


@pytest.mark.parametrize(
    ("address", "arguments"),
    [
        ("/voice/*/at", ("Hollow",)),
        ("/voice/*/z/1", (0.9,)),
        ("/voice/*/gain", (-12.0,)),
        ("/voice/*/pan", (-0.6,)),
        ("/voice/*/sustain", (0.4,)),
        ("/mute", (1,)),
        ("/master/gain", (-20.0,)),
        ("/voice/*/pitch", (64.3,)),
        ("/voice/1/note", (60.0, 0.0)),
        ("/voice/4/note", (64.0, 0.4)),
        ("/voice/1/note", (67.0, 0.8)),
    ],
)
def test_no_control_clicks_on_a_held_chord(address, arguments):
    player = Player()
    player.send("/voice/*/at", "Bright")
    for voice, note in ((1, 60.0), (2, 64.0), (3, 67.0)):
        player.send(f"/voice/{voice}/note", note, 0.6)
    player.record(0.6)
    before = largest_step(player.record(0.5))
    player.send(address, *arguments)
    during = largest_step(player.record(0.5))
    after = largest_step(player.record(0.5))
    assert during <= 1.5 * max(before, after)


def test_a_decoder_that_fails_is_counted_and_the_voice_plays_on(monkeypatch):
    player = Player()
    player.send("/voice/1/note", 60.0, 0.5)
    player.send("/voice/2/note", 67.0, 0.5)
    player.send("/voice/*/morph", "Dark", "Bright", 60.0, "linear")
    player.record(0.3)
    run = player.engine._timbre.frames._decoder.run

    def broken(count):
        run(count)
        player.engine._timbre.frames._decoder.magnitude[0] = np.nan

    def failed(count):
        raise SpaceError("the decoder failed")

    for fault in (broken, failed):
        before = player.engine.faults
        monkeypatch.setattr(player.engine._timbre.frames._decoder, "run", fault)
        sound = player.record(0.1)
        assert np.isfinite(sound).all()
        assert player.engine.faults > before
    monkeypatch.undo()
    faults = player.engine.faults
    player.record(0.2)
    peaks, _ = find_peaks(np.abs(np.fft.rfft(player.record(0.5)[:, 0] * np.hanning(22050))), height=50)
    assert {round(k * 2 / 261.6, 1) for k in peaks} >= {1.0}, "the voice sounds again"
    assert player.engine.faults == faults


def test_questions_about_the_space():
    player = Player()
    (info,) = player.send("/space/info")
    assert info.arguments == ("tiny", 3, 4, 36.0, 96.0, 44100.0)
    (anchors,) = player.send("/anchor/list")
    assert anchors.arguments == ("Dark", "Bright", "Hollow")
    (macros,) = player.send("/macro/list")
    assert macros.arguments == ("1 bright", "2 hollow", "3 nasal")
    (descriptors,) = player.send("/descriptor/list")
    names, low, high = (descriptors.arguments[part::3] for part in range(3))
    assert names == NAMES
    for name, *ends in zip(names, low, high, strict=True):
        assert tuple(ends) == player.engine.space.calibration.range_of(name)


OTHER_SPACES = {
    "stft": tiny_space(STFT(22050, "hamming", 882, 220).declaration("stft")),
    "dct": tiny_space(DCT(22050, "hamming", 882, 220).declaration("dct")),
    "nsgt-mel": tiny_space(NSGT(mel_centres(30.0, 11000.0, 400), 22050, 65536, 1024).declaration("nsgt-mel")),
    "nsgt-octave": tiny_space(NSGT(octave_centres(30.0, 11000.0, 48), 22050, 65536, 1024).declaration("nsgt-octave")),
}


@pytest.mark.parametrize("kind", OTHER_SPACES)
@pytest.mark.parametrize("note", [57.0, 72.4, 110.0])
def test_spaces_of_other_transforms_play(kind, note):
    player = Player(space=OTHER_SPACES[kind])
    player.send("/voice/1/at", "Dark")
    player.send("/voice/1/note", note, 0.5)
    player.record(0.5)
    sound = player.record(1.5)[:, 0]
    expected = 440 * 2 ** ((note - 69) / 12)
    heard = strongest(sound)
    # The modulus of a cosine transform has lost its signs.
    assert abs(1200 * np.log2(heard / (round(heard / expected) * expected))) < (5.0 if kind != "dct" else 15.0)
    if note <= 96.0:  # what is scaled by more has another loudness
        gain = gain_envelope(sound, RATE, 128, sound.size // 128)[-20:].mean()
        assert 20 * np.log10(gain / 0.5) == pytest.approx(0.0, abs=1.5)


LATE = [("stft", name) for name in names_for(OTHER_SPACES["stft"].transform) if name != "bank"]
LATE += [("nsgt-mel", name) for name in names_for(OTHER_SPACES["nsgt-mel"].transform) if name != "bank"]


@pytest.mark.parametrize(("kind", "phase"), LATE)
def test_a_late_method_keeps_attack_release_and_panic(kind, phase):
    player = Player(space=OTHER_SPACES[kind], phase=phase)
    latency = player.engine.latency / RATE
    assert player.send("/phase") == [Message(address="/phase", arguments=(phase,))]
    player.send("/voice/1/attack", 0.2)
    player.send("/voice/1/release", 0.1)
    player.send("/voice/1/note", 60.0, 0.5)
    attack = np.abs(player.record(latency + 0.6)[:, 0])
    steady = float(attack[-RATE // 5 :].max())
    # The attack is heard when its sound is: 0.2 s of ramp, half of it after 0.1 s.
    assert attack[: int(latency * RATE)].max(initial=0.0) < 0.15 * steady
    assert attack[: int((latency + 0.1) * RATE)].max() == pytest.approx(0.5 * steady, abs=0.2 * steady)
    assert attack[: int((latency + 0.2) * RATE)].max() > 0.75 * steady
    player.send("/voice/1/note", 60.0, 0.0)
    release = np.abs(player.record(latency + 0.2)[:, 0])
    assert release[: int(latency * RATE)].max() > 0.8 * steady
    assert not release[int((latency + 0.11) * RATE) :].any()
    assert player.engine.sounding == 0
    player.send("/voice/1/note", 60.0, 0.5)
    player.record(latency + 0.5)
    player.send("/panic")
    silenced = player.record(0.1)[:, 0]
    assert not silenced[int(0.005 * RATE) + player.engine.hop + 64 :].any()
    assert player.engine.sounding == 0


def test_the_method_is_switched_without_a_click():
    player = Player(space=OTHER_SPACES["stft"])
    player.send("/voice/*/note", 55.0, 0.2)
    player.record(1.0)
    for name in ("bank", "spsi", "rtpghi-0"):
        before = player.record(0.5)[:, 0]
        player.send("/phase", name)
        assert player.send("/phase") == [Message(address="/phase", arguments=(name,))]
        during = player.record(0.2)[:, 0]
        after = player.record(0.5)[:, 0]
        steepest = max(np.abs(np.diff(before)).max(), np.abs(np.diff(after)).max())
        assert np.abs(np.diff(np.concatenate((before[-1:], during, after[:1])))).max() <= 1.5 * steepest
    with pytest.raises(ControlError, match=r"/phase: method must be bank or rtpghi-0 .* got 'vocoder'"):
        player.send("/phase", "vocoder")
    assert player.send("/phase") == [Message(address="/phase", arguments=("rtpghi-0",))]
