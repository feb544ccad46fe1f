"""The log of what was obeyed: complete, in order, on disk within a second, and honest about its end."""

import subprocess
import sys

import pytest

from rt_timbre import control_log
from rt_timbre.control_log import ControlLog
from rt_timbre.controlfile import Header, read_control_file
from rt_timbre.errors import ControlFileError
from tests.live import wait_for

HEADER = Header(rate=44100, hop=128, voices=4, space="ab" * 32, seed=5, phase="spsi")


def logged(path):
    header, events = read_control_file(path)
    assert header == HEADER
    return [(event.sample(header.rate), event.message.address, event.message.arguments) for event in events]


def test_what_is_added_is_read_back(tmp_path):
    path = tmp_path / "a.control"
    log = ControlLog(path, HEADER, ["made by a test", "two lines"])
    entries = [(n * 7, f"/voice/{n % 4 + 1}/at", (f"point {n}",)) for n in range(5000)]
    for entry in entries:
        log.add(*entry)
    log.sample = 7 * 5000 + 1
    log.close(20.0)
    assert log.failure == ""
    assert logged(path) == [*entries, (7 * 5000 + 1, "/ping", ())]  # which says how long it lasted
    assert path.read_text().splitlines()[1:3] == ["# made by a test", "# two lines"]


def test_what_is_added_while_others_are_written_is_written(tmp_path):
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        log = ControlLog(tmp_path / "a", HEADER)
        for number in range(50_000):
            log.add(number, "/panic", ())
        wait_for(lambda: (tmp_path / "a").stat().st_size > 1000, "the writer")
        for number in range(50_000, 100_000):
            log.add(number, "/panic", ())
        log.close(20.0)
    finally:
        sys.setswitchinterval(interval)
    assert log.failure == ""
    assert [sample for sample, *_ in logged(tmp_path / "a")] == list(range(100_000))


def test_time_goes_on_without_messages_and_is_on_disk_soon(tmp_path):
    log = ControlLog(tmp_path / "a", HEADER)
    for second in (1, 2):
        log.sample = second * 44100 + 128
        wait_for(lambda second=second: logged(tmp_path / "a")[second - 1 :], "the log")
    log.close(20.0)
    assert logged(tmp_path / "a") == [(44100 + 128, "/ping", ()), (2 * 44100 + 128, "/ping", ())]


def test_there_is_no_log_of_that_name(tmp_path):
    (tmp_path / "a").write_text("mine")
    with pytest.raises(ControlFileError, match="a exists already; choose another name"):
        ControlLog(tmp_path / "a", HEADER)
    assert (tmp_path / "a").read_text() == "mine"
    with pytest.raises(ControlFileError, match="cannot be written: No such file"):
        ControlLog(tmp_path / "none" / "a", HEADER)


@pytest.mark.parametrize("limit", [1000, 70_000, 100_003])
def test_a_full_disk_ends_the_log_with_the_reason(tmp_path, limit):
    program = f"""
import resource, sys, time
from pathlib import Path
from rt_timbre import control_log
from rt_timbre.control_log import ControlLog
from rt_timbre.controlfile import Header
resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))
log = ControlLog(Path(sys.argv[1]), Header({", ".join(f"{k}={getattr(HEADER, k)!r}" for k in HEADER.__slots__)}))
for n in range(10_000):
    log.add(n, "/voice/1/gain", (-1.5,))
while not log.failure:
    time.sleep(0.01)
log.add(10_000, "/voice/1/gain", (-1.5,))
log.close(20.0)
print(log.failure)
"""
    path = tmp_path / "a"
    result = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, timeout=60)
    assert result.stdout == f"{path} cannot be written: File too large\n"
    assert not result.stderr
    text = path.read_text()
    assert text.endswith(f"\n# the log ends here: {path} cannot be written: File too large\n")
    entries = logged(path)
    assert [sample for sample, *_ in entries] == list(range(len(entries)))
    assert limit - 200 <= len(text) <= limit


def test_a_log_does_not_grow_beyond_what_can_be_read(tmp_path, monkeypatch):
    monkeypatch.setattr(control_log, "LARGEST", 100_000)
    log = ControlLog(tmp_path / "a", HEADER)
    for number in range(10_000):
        log.add(number, "/voice/1/gain", (-1.5,))
    wait_for(lambda: log.failure, "the end")
    log.close(20.0)
    assert log.failure.endswith("the most that a control file can have")
    assert 90_000 < (tmp_path / "a").stat().st_size <= 100_000
    assert (tmp_path / "a").read_text().endswith(f"# the log ends here: {log.failure}\n")


def test_a_crash_loses_less_than_a_second(tmp_path):
    program = f"""
import os, signal, sys, time
from pathlib import Path
from rt_timbre import control_log
from rt_timbre.control_log import ControlLog
from rt_timbre.controlfile import Header
log = ControlLog(Path(sys.argv[1]), Header({", ".join(f"{k}={getattr(HEADER, k)!r}" for k in HEADER.__slots__)}))
log.add(1, "/panic", ())
time.sleep(1.0)
log.add(2, "/panic", ())
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", program, tmp_path / "a"], timeout=60)
    assert logged(tmp_path / "a")[0] == (1, "/panic", ())
