import contextlib
import os
import struct
import subprocess
import sys

import numpy as np
import pytest
import soundfile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rt_timbre.audiofile import SoundReader, create_audio, read_audio, write_audio
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


@pytest.mark.parametrize("name", ["a.wav", "a.flac"])
@pytest.mark.parametrize("size", [1, 700, 2000, 5000])
def test_blocks_are_the_whole(tmp_path, name, size):
    write_audio(tmp_path / name, noise(), RATE)
    whole, _ = read_audio(tmp_path / name)
    with SoundReader(tmp_path / name) as reader:
        assert (reader.rate, reader.channels, reader.frames) == (RATE, 2, 2000)
        blocks = list(reader.blocks(size))
        assert reader.read(size).shape == (0, 2)
    assert {block.shape[0] for block in blocks[:-1]} <= {size}
    np.testing.assert_array_equal(np.concatenate(blocks), whole)


@pytest.mark.parametrize("cut", [0.5, 0.95])
def test_a_truncated_flac_is_refused_in_blocks(tmp_path, cut):
    path = tmp_path / "cut.flac"
    write_audio(path, noise(20000, 1), RATE)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(cut * len(whole))])
    with pytest.raises(AudioFileError, match=r"cut\.flac"), SoundReader(path) as reader:
        list(reader.blocks(100))


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


@pytest.mark.parametrize("name", ["a.wav", "a.FLAC"])
@given(sizes=st.lists(st.integers(0, 6000), max_size=8))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_streamed_file_is_the_same_as_one_written_whole(tmp_path, name, sizes):
    path = tmp_path / name
    path.unlink(missing_ok=True)
    sound = noise(sum(sizes))
    stream = create_audio(path, RATE, 2)
    at = 0
    for size in sizes:
        stream.write(sound[at : at + size])
        at += size
        if stream.frames:
            read, rate = read_audio(path)  # as after a crash
            assert rate == RATE
            np.testing.assert_allclose(read, sound[: stream.frames], atol=0.0 if name == "a.wav" else 2.0**-23)
        assert at - stream.frames <= (0 if name == "a.wav" else 4096)
    stream.close()
    assert stream.frames == at
    if at:
        write_audio(tmp_path / f"whole{path.suffix}", sound, RATE)
        np.testing.assert_array_equal(read_audio(path)[0], read_audio(tmp_path / f"whole{path.suffix}")[0])


def test_an_existing_file_is_never_overwritten(tmp_path):
    (tmp_path / "a.wav").write_text("mine")
    with pytest.raises(AudioFileError, match=r"a\.wav exists already"):
        create_audio(tmp_path / "a.wav", RATE, 2)
    assert (tmp_path / "a.wav").read_text() == "mine"


@pytest.mark.parametrize(
    ("name", "message"),
    [("a.mp3", r"must end in \.wav or \.flac"), ("no/a.flac", "cannot be written: No such"), ("a\0.wav", "null")],
)
def test_a_stream_that_cannot_begin(tmp_path, name, message):
    with pytest.raises(AudioFileError, match=message):
        create_audio(tmp_path / name, RATE, 2)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["a.wav", "a.flac"])
@pytest.mark.parametrize("limit", [0, 50, 86, 94, 100, 40_000, 123_457])
def test_a_full_disk_leaves_what_was_written(tmp_path, name, limit):
    program = f"""
import resource, sys
from pathlib import Path
import numpy as np
from rt_timbre.audiofile import create_audio
from rt_timbre.errors import AudioFileError
resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))
sound = np.random.default_rng(1).uniform(-1.0, 1.0, (50_000, 2)).astype(np.float32)
try:
    stream = create_audio(Path(sys.argv[1]), {RATE}, 2)
except AudioFileError as error:
    print(error, 0, sep="\\n")
    sys.exit()
try:
    for at in range(0, 50_000, 5_000):
        stream.write(sound[at : at + 5_000])
except AudioFileError as error:
    print(error)
try:
    stream.close()
except AudioFileError as error:
    pass
print(stream.frames)
"""
    path = tmp_path / name
    result = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, timeout=60)
    assert not result.stderr
    reason, frames = result.stdout.splitlines()
    assert reason == f"{path} cannot be written: File too large"
    if int(frames):
        read, _ = read_audio(path)
        np.testing.assert_allclose(read, noise(50_000)[: int(frames)], atol=2.0**-23)
    assert int(frames) >= (limit - 20_000) // 8


@pytest.mark.parametrize("name", ["a.wav", "a.flac"])
def test_a_file_that_is_removed_meanwhile_is_told(tmp_path, name):
    stream = create_audio(tmp_path / name, RATE, 2)
    (tmp_path / name).unlink()
    with pytest.raises(AudioFileError, match="it was removed"):
        stream.write(noise(20_000))
    with contextlib.suppress(AudioFileError):
        stream.close()


def test_a_wav_file_grows_beyond_four_gigabytes(tmp_path):
    path = tmp_path / "long.wav"
    stream = create_audio(path, RATE, 2)
    stream.write(noise(1000))
    stream.frames = 600_000_000 - 1000  # as if written: a hole in the file
    os.truncate(path, 94 + 8 * stream.frames)
    with path.open("r+b") as file:
        os.lseek(stream._descriptor, 0, os.SEEK_END)
        stream.write(noise(1000))
        assert file.read(4) == b"RF64"
    stream.close()
    with soundfile.SoundFile(path) as file:
        assert (file.frames, file.format, file.subtype) == (600_000_000, "RF64", "FLOAT")
        np.testing.assert_array_equal(file.read(1000, dtype="float32"), noise(1000))
        file.seek(600_000_000 - 1000)
        np.testing.assert_array_equal(file.read(1000, dtype="float32"), noise(1000))
