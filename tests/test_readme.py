"""The README is true: its example plays, its commands exist, its links lead somewhere."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from rt_timbre.audiofile import read_audio
from rt_timbre.benchmarks.methods import rows as rows_of
from rt_timbre.controlfile import read_control_file
from rt_timbre.phase import NAMES, OFFLINE_NAMES
from tests.live import TimbreServer

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_python_example_plays():
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    server = TimbreServer(os.environ, "--audio", "none", "--voices", "2")
    try:
        port = server.client.address[1]
        released = 'server.send_message("/voice/1/note", [67.0, 0.0])'
        assert released in example
        namespace = {}
        exec(example.replace("57130", str(port)).replace(released, ""), namespace)
        time.sleep(0.2)
        assert server.client.ask("/voice/1/note") == [67.0, pytest.approx(0.8)]
        assert server.client.ask("/voice/1/macro/1")[0] == pytest.approx(0.5, abs=0.02)
        assert server.client.ask("/status")[1] == 1
        assert server.client.ask("/status")[8] == 0  # nothing refused
        namespace["server"]._sock.close()
    finally:
        server.stop()


def test_the_presets_and_planes_are_obeyed(tmp_path):
    section = README.split("## Presets, planes and other spaces")[1].split("##")[0]
    (example,) = re.findall(r"```osc\n(.*?)```", section, re.DOTALL)
    score = tmp_path / "example.control"
    score.write_text("".join(f"0 {line}\n" for line in example.splitlines()))
    _, events = read_control_file(score)
    server = TimbreServer({**os.environ, "XDG_DATA_HOME": str(tmp_path)}, "--audio", "none", "--voices", "2")
    try:
        client = server.client
        for event in events:
            client.send(event.message.address, *event.message.arguments)
        answers = {tuple(client.receive()[1]) for _ in range(2)}
        assert answers == {("/preset/store", "warm"), ("/space/load", "orchestra")}
        assert client.ask("/preset/list") == ["warm"]
        assert client.ask("/plane/corner/2") == ["Oboe"]
        assert client.ask("/voice/1/xy") == [0.5, 0.25]
        assert client.ask("/status")[8] == 0  # nothing refused
    finally:
        server.stop()
    assert len(list(tmp_path.glob("rt-timbre/presets/*/*.json"))) == 1


def test_the_recording_is_a_part_of_what_the_log_renders(tmp_path):
    section = README.split("## Record and replay")[1].split("##")[0]
    serve, render = re.findall(r"^    rt-timbre (.*)$", section, re.MULTILINE)
    begin, end = re.findall(r"`(/record .*?)`", section)
    address, on, name = begin.split()
    takes, log = (tmp_path / word for word in serve.split()[2::2])
    server = TimbreServer(os.environ, "--audio", "none", "--voices", "2", "--recordings", takes, "--log", log)
    try:
        client = server.client
        client.send(address, int(on), name)
        done, (_, _, first) = client.receive()
        assert done == "/done"
        client.send("/voice/1/morph", "Violin", "Flute", 1.0, "spherical")
        client.send("/voice/1/note", 67.0, 0.8)
        time.sleep(0.5)
        client.send(address, int(end.split()[1]))
        done, (_, _, _, frames, lost) = client.receive()
        assert (done, lost) == ("/done", 0)
    finally:
        server.stop()
    command = [sys.executable, "-m", "rt_timbre", *render.split()]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True, timeout=60)
    recorded, _ = read_audio(takes / name)
    rendered, _ = read_audio(tmp_path / render.split()[-1])
    assert np.abs(recorded).max() > 0.01
    np.testing.assert_array_equal(rendered[first : first + frames], recorded)


COMMANDS = "serve|render|path|play|spaces|info|devices|demo|bench|encode"


@pytest.mark.parametrize("command", sorted(set(re.findall(rf"rt-timbre ({COMMANDS})", README))))
def test_every_command_exists(command):
    result = subprocess.run([sys.executable, "-m", "rt_timbre", command, "--help"], capture_output=True, timeout=60)
    assert result.returncode == 0


@pytest.mark.parametrize("script", sorted(set(re.findall(r"python (bench/\w+\.py)", README))))
def test_every_benchmark_exists_and_tells_its_options(script):
    result = subprocess.run(
        [sys.executable, script, "--help"],
        capture_output=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        timeout=60,
    )
    assert result.returncode == 0, result.stderr


def test_every_link_leads_to_a_file():
    for link in re.findall(r"\]\((?!http)([^)#]+)\)", README):
        assert (ROOT / link).exists(), link


def test_the_modules_of_the_signal_path_exist():
    path = README.split("## How it works")[1].split("##")[0]
    for module in re.findall(r"([a-z_/]+\.py)", path):
        assert (ROOT / "rt_timbre" / module).exists(), module


def test_the_table_of_phase_methods_is_one_that_the_bench_prints():
    table = README.split("<!-- phase: printed by rt-timbre bench phase -->")[1].split("<!-- /phase -->")[0]
    heading, _, *rows = table.strip().splitlines()
    assert heading == "| " + " | ".join(next(rows_of({}))) + " |"
    names = [row.split("|")[1].strip() for row in rows]
    assert names == [*NAMES, *OFFLINE_NAMES, "librosa.griffinlim", "librosa.griffinlim_cqt"]
    described = README.split("| Method | What it is |")[1].split("##")[0]
    assert all(f"`{name}`" in described for name in (*NAMES, *OFFLINE_NAMES))
