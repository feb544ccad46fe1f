import struct

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rt_timbre.audiofile import read_audio, write_audio
from rt_timbre.errors import AudioFileError

RATE = 44100


def noise(samples=2000, channels=2):
    return np.random.default_rng(1).uniform(-1.0, 1.0, (samples, channels)).astype(np.float32)


def test_float_wav_keeps_every_bit(tmp_path):
    sound = noise() * 3.0
    write_audio(tmp_path / "a.wav", sound, RATE)
    read, rate = read_audio(tmp_path / "a.wav")
    assert rate == RATE
    np.testing.assert_array_equal(read, sound)


@pytest.mark.parametrize("name", ["a.wav", "a.FLAC"])
def test_24_bits_keep_24_bits(tmp_path, name):
    sound = noise()
    write_audio(tmp_path / name, sound, RATE, "pcm24")
    read, _ = read_audio(tmp_path / name)
    np.testing.assert_allclose(read, sound, atol=2.0**-23)


def test_flac_is_24_bits_by_default_and_clips(tmp_path):
    write_audio(tmp_path / "a.flac", np.array([2.0, -2.0, 2.0**-20], np.float32), RATE)
    read, _ = read_audio(tmp_path / "a.flac")
    np.testing.assert_allclose(read[:, 0], [1.0, -1.0, 2.0**-20], atol=2.0**-22)


def test_a_row_is_one_channel(tmp_path):
    write_audio(tmp_path / "a.wav", noise(10, 1)[:, 0], RATE)
    assert read_audio(tmp_path / "a.wav")[0].shape == (10, 1)


@pytest.mark.parametrize("encoding", ["float32", "pcm24"])
@given(cut=st.floats(0.0, 1.0, exclude_max=True))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_every_truncated_wav_is_refused(tmp_path, encoding, cut):
    path = tmp_path / "whole.wav"
    write_audio(path, noise(200, 1), RATE, encoding)
    whole = path.read_bytes()
    path = tmp_path / "cut.wav"
    path.write_bytes(whole[: int(cut * len(whole))])
    with pytest.raises(AudioFileError, match=r"cut\.wav"):
        read_audio(path)


@pytest.mark.parametrize("cut", [0.1, 0.5, 0.95])
def test_truncated_flac_is_refused(tmp_path, cut):
    path = tmp_path / "cut.flac"
    write_audio(path, noise(20000, 1), RATE)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(cut * len(whole))])
    with pytest.raises(AudioFileError, match=r"cut\.flac"):
        read_audio(path)


def test_wav_of_unknown_length_is_read(tmp_path):
    path = tmp_path / "a.wav"
    write_audio(path, noise(100, 1), RATE, "pcm24")
    data = bytearray(path.read_bytes())
    struct.pack_into("<I", data, data.index(b"data") + 4, 0xFFFFFFFF)
    path.write_bytes(data)
    assert read_audio(path)[0].shape == (100, 1)


@given(content=st.binary(max_size=300))
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_bytes_do_more_than_raise(tmp_path, content):
    path = tmp_path / "a.wav"
    for data in (content, b"RIFF" + content[:4].ljust(4) + b"WAVE" + content):
        path.write_bytes(data)
        with pytest.raises(AudioFileError):
            read_audio(path)


@pytest.mark.parametrize(
    ("sound", "message"),
    [(np.array([0.0, np.nan, np.inf], np.float32), "not finite: 2"), (np.zeros(0, np.float32), "no samples")],
)
def test_unusable_samples_are_refused(tmp_path, sound, message):
    write_audio(tmp_path / "a.wav", sound, RATE)
    with pytest.raises(AudioFileError, match=message):
        read_audio(tmp_path / "a.wav")


def test_missing_and_empty_files_are_told_apart(tmp_path):
    with pytest.raises(AudioFileError, match="No such file"):
        read_audio(tmp_path / "a.wav")
    (tmp_path / "a.wav").touch()
    with pytest.raises(AudioFileError, match="is empty"):
        read_audio(tmp_path / "a.wav")


@pytest.mark.parametrize(
    ("name", "encoding", "message"),
    [
        ("a.mp3", None, r"must end in \.wav or \.flac"),
        ("a.flac", "float32", "cannot be written as float32"),
        ("no/a.wav", None, "cannot be written: No such file"),
    ],
)
def test_what_cannot_be_written_is_refused(tmp_path, name, encoding, message):
    with pytest.raises(AudioFileError, match=message):
        write_audio(tmp_path / name, noise(), RATE, encoding)
