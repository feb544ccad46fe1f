"""Recordings on real disks and threads: whole, told, never overwritten."""

import select
import shutil
import threading

import numpy as np
import pytest

from rt_timbre import recorder as module
from rt_timbre.audiofile import create_audio, read_audio
from rt_timbre.errors import ControlError
from rt_timbre.recorder import Recorder, file_name

RATE, HOP = 48000, 128


def sound(hops):
    return np.random.default_rng(3).uniform(-1.0, 1.0, (hops * HOP, 2)).astype(np.float32)


def next_report(recorder):
    if not recorder.pending:
        assert select.select([recorder.descriptor], [], [], 20.0)[0]
        recorder.pending += recorder.reports()
    return recorder.pending.pop(0)


@pytest.fixture
def make(tmp_path):
    made = []

    def make(folder=tmp_path / "recordings"):
        made.append(Recorder(folder, RATE))
        made[-1].pending = []
        return made[-1]

    yield make
    for recorder in made:
        recorder.close(20.0)
        recorder.reports()


def hear(recorder, samples, first):
    for at in range(0, len(samples), HOP):
        recorder.hear(samples[at : at + HOP], first + at)


@pytest.mark.parametrize(("name", "tolerance"), [("take 1.wav", 0.0), ("Été_2.FLAC", 2.0**-23), ("plain", 0.0)])
def test_a_recording_is_what_was_heard(make, tmp_path, name, tolerance):
    recorder = make()
    heard = sound(1000)
    hear(recorder, sound(2), 0)  # before
    recorder.start(name, "me")
    assert recorder.recording == file_name(name)
    hear(recorder, heard[: 500 * HOP], 256)
    started = next_report(recorder)
    assert (started.kind, started.name, started.client, started.sample) == ("started", file_name(name), "me", 256)
    hear(recorder, heard[500 * HOP :], 256 + 500 * HOP)
    recorder.stop("you")
    assert recorder.recording == ""
    hear(recorder, sound(2), 0)  # after
    stopped = next_report(recorder)
    assert (stopped.kind, stopped.client, stopped.sample) == ("stopped", "you", 256)
    assert (stopped.frames, stopped.lost) == (len(heard), 0)
    read, rate = read_audio(tmp_path / "recordings" / file_name(name))
    assert rate == RATE
    np.testing.assert_allclose(read, heard, atol=tolerance)


def test_one_recording_after_the_other_and_names_made_of_the_time(make, tmp_path):
    recorder = make()
    for _ in range(3):
        recorder.start("", None)
        hear(recorder, sound(4), 0)
        recorder.stop(None)
        while next_report(recorder).kind != "stopped":
            pass
    files = sorted((tmp_path / "recordings").iterdir())
    assert len(files) == 3
    for file in files:
        assert file.suffix == ".wav"
        np.testing.assert_array_equal(read_audio(file)[0], sound(4))


def test_silence_as_flac(make, tmp_path):
    recorder = make()
    recorder.start("silence.flac", None)
    hear(recorder, np.zeros((100 * HOP, 2), np.float32), 0)
    recorder.close(20.0)
    read, _ = read_audio(tmp_path / "recordings" / "silence.flac")
    assert read.shape == (100 * HOP, 2)
    assert not read.any()


def test_record_twice_and_stop_twice(make):
    recorder = make()
    with pytest.raises(ControlError, match="nothing is being recorded"):
        recorder.stop(None)
    recorder.start("a", None)
    with pytest.raises(ControlError, match=r"a\.wav is being recorded"):
        recorder.start("b", None)
    recorder.stop(None)
    with pytest.raises(ControlError, match="nothing is being recorded"):
        recorder.stop(None)


def test_a_recording_without_sound_leaves_no_file(make, tmp_path):
    recorder = make()
    recorder.start("a", "me")
    recorder.stop("me")
    report = next_report(recorder)
    assert (report.kind, report.frames) == ("failed", 0)
    assert "before anything was heard" in report.reason
    assert not list((tmp_path / "recordings").iterdir())


@pytest.mark.parametrize(
    "name",
    [
        "../up.wav",
        "/etc/passwd",
        "..",
        ".wav",
        ".hidden.wav",
        "a/b.wav",
        "a\\b.wav",
        "a\0b.wav",
        "a\n.wav",
        "a:b.wav",
        "~root.wav",
        "a*.wav",
        " a.wav",
        "a.wav ",
        "a.wav.",
        "x" * 300,
        "é" * 150,
        "\udcff.wav",
        "a\u202ewav.wav",
    ],
)
def test_hostile_names_are_refused(make, tmp_path, name):
    recorder = make()
    with pytest.raises(ControlError, match="never is a path"):
        recorder.start(name, None)
    assert not (tmp_path / "recordings").exists()


@pytest.mark.parametrize("name", ["a.mp3", "take.1", "a.wav.sh"])
def test_other_kinds_of_file_are_refused(name):
    with pytest.raises(ControlError, match=r"must end in \.wav or \.flac"):
        file_name(name)


def test_an_existing_file_is_kept(make, tmp_path):
    folder = tmp_path / "recordings"
    folder.mkdir()
    (folder / "a.wav").write_text("mine")
    recorder = make()
    recorder.start("a.wav", "me")
    report = next_report(recorder)
    assert (report.kind, report.client) == ("failed", "me")
    assert report.reason.endswith("a.wav exists already")
    assert (folder / "a.wav").read_text() == "mine"
    assert recorder.recording == ""
    recorder.start("b.wav", "me")
    hear(recorder, sound(1), 0)
    assert next_report(recorder).kind == "started"


def test_a_folder_that_cannot_be_made(make, tmp_path):
    (tmp_path / "file").write_text("")
    recorder = make(tmp_path / "file" / "recordings")
    recorder.start("a", "me")
    report = next_report(recorder)
    assert report.kind == "failed"
    assert "cannot be made: Not a directory" in report.reason


@pytest.mark.parametrize("name", ["a.wav", "a.flac"])
def test_a_folder_that_vanishes_is_told(make, tmp_path, name):
    recorder = make()
    recorder.start(name, "me")
    hear(recorder, sound(40), 0)
    assert next_report(recorder).kind == "started"
    shutil.rmtree(tmp_path / "recordings")
    hear(recorder, sound(100), 40 * HOP)
    report = next_report(recorder)
    assert report.kind == "failed"
    assert "cannot be written: it was removed" in report.reason
    assert recorder.recording == ""
    with pytest.raises(ControlError, match="nothing is being recorded"):
        recorder.stop("me")


def test_a_disk_that_stands_still_loses_a_counted_stretch(make, tmp_path, monkeypatch):
    """The file stays in time: silence stands where sound was lost."""
    go, half_free = threading.Event(), threading.Event()

    class SlowDisk:
        def __init__(self, *arguments):
            self._stream = create_audio(*arguments)

        @property
        def frames(self):
            return self._stream.frames

        def write(self, samples):
            go.wait()
            self._stream.write(samples)
            if self.frames > 5 * RATE:
                half_free.set()

        def close(self):
            self._stream.close()

    monkeypatch.setattr(module, "create_audio", SlowDisk)
    recorder = make()
    recorder.start("a.wav", None)
    memory = 8 * RATE
    heard = sound(memory // HOP + 2000)
    hear(recorder, heard[:memory], 0)
    assert next_report(recorder).kind == "started"
    at = memory + 1000 * HOP
    hear(recorder, heard[memory:at], memory)
    assert next_report(recorder).kind == "losing"
    go.set()
    half_free.wait(20.0)
    hear(recorder, heard[at:], at)
    recorder.stop(None)
    stopped = next_report(recorder)
    read, _ = read_audio(tmp_path / "recordings" / "a.wav")
    assert stopped.frames == len(heard) == len(read)
    assert stopped.lost == 1000 * HOP
    heard[memory:at] = 0.0
    np.testing.assert_array_equal(read, heard)
