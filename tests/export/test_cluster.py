"""The analysis on a Dask cluster: two worker processes on this machine."""

import contextlib
import csv
import dataclasses
import operator
import os
import socket
import sys
import threading
import types
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import dask
import numpy as np
import pytest
from distributed import LocalCluster

from rt_timbre.audiofile import write_audio
from rt_timbre_export import cluster, soundfont
from rt_timbre_export.analysis import analyse
from rt_timbre_export.cli import main
from rt_timbre_export.corpus_recipe import FolderCorpus, Preset, SoundfontCorpus
from rt_timbre_export.errors import ClusterError
from rt_timbre_export.parallel import in_order
from rt_timbre_export.recipe import FrameRecipe, TransformRecipe, read_recipe
from tests.live import wait_for

RATE = 22050
ORCHESTRA = Path(__file__).parents[2] / "export" / "recipes" / "orchestra.toml"
RECIPE = dataclasses.replace(
    read_recipe(ORCHESTRA),
    transform=TransformRecipe(
        kind="nsgt-erb", rate=RATE, low=150.0, high=10500.0, bands=100, length=32768, columns=2048
    ),
    frames=FrameRecipe(loudness="a-weighted", start=0.1, stop=0.5, per_note=2, transpose=(1,), seed=5),
)


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@contextlib.contextmanager
def local_cluster(folder, workers):
    with (
        dask.config.set({"temporary-directory": str(folder)}),
        LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",
        ) as made,
    ):
        yield made


@pytest.fixture(scope="module")
def two_workers(tmp_path_factory):
    """A cluster, which leaves no process behind."""
    with local_cluster(tmp_path_factory.mktemp("dask"), 2) as made:
        yield made
        processes = {worker.pid for worker in made.workers.values()}
    assert len(processes - {os.getpid()}) == 2
    wait_for(lambda: not any(map(alive, processes)), "the workers' end")


@pytest.fixture
def impatient(monkeypatch):
    """Wait a short time where no answer is to come."""
    monkeypatch.setattr(cluster, "_ANSWER", 0.5)


@pytest.fixture
def closed_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    return f"127.0.0.1:{port}"


def done(work, items, scheduler, versions=dict):
    return list(in_order(work, items, processes=1, scheduler=scheduler, versions=versions))


def refused(scheduler, work=operator.neg, versions=dict):
    with pytest.raises(ClusterError) as caught:
        done(work, [1, 2, 3], scheduler, versions)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_the_results_come_in_order(two_workers):
    assert done(operator.neg, range(50), two_workers.scheduler_address) == [-n for n in range(50)]


def test_a_cluster_gives_the_same_data_set(two_workers, tmp_path, monkeypatch):
    time = np.arange(int(0.8 * RATE)) / RATE
    with (tmp_path / "metadata.csv").open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["file", "instrument", "midi", "dynamic", "source"])
        for midi in range(60, 68):
            frequency = 440.0 * 2.0 ** ((midi - 69) / 12.0)
            tone = sum(0.1 * np.sin(2.0 * np.pi * n * frequency * time + n) / n for n in range(1, 6))
            write_audio(tmp_path / f"{midi}.wav", tone.astype(np.float32), RATE)
            rows.writerow([f"{midi}.wav", "Tone", midi, "mf", "here"])
        rows.writerow(["60.wav", "Wrong", 65, "mf", "here"])
    font = SoundfontCorpus(
        kind="soundfont",
        source="font",
        licence="MIT",
        licence_class="permissive",
        seconds=0.8,
        velocities=(90,),
        instruments={"Oboe": Preset(program=68, low=69, high=71)},
    )
    # Relative to this process's folder, which is not the workers'.
    monkeypatch.chdir(tmp_path)
    folder = FolderCorpus(kind="folder", path=".")
    recipe = dataclasses.replace(RECIPE, corpora=(folder, font), directory=Path())
    said, said_by_cluster = [], []
    one = analyse(recipe, tmp_path / "one", processes=1, progress=lambda *count: said.append(count))
    other = analyse(
        recipe,
        tmp_path / "other",
        scheduler=two_workers.scheduler_address,
        progress=lambda *count: said_by_cluster.append(count),
    )
    for name in ("frames", "gain", "pitch", "instrument", "note", "time", "split"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name))
    assert one.notes == other.notes
    assert [note.instrument for note in one.notes] == ["Tone"] * 8 + ["Oboe"] * 3
    (problem,) = one.problems
    assert other.problems == (problem,)
    assert problem.startswith("60.wav (Wrong): no pitch is found within")
    assert said == said_by_cluster == [(n, 12) for n in range(1, 13)]


def test_one_worker_does_all_and_if_it_dies_of_a_note_the_work_ends(tmp_path):
    with local_cluster(tmp_path, 1) as mortal:
        (process,) = set(done(os.readlink, ["/proc/self"] * 3, mortal.scheduler_address))
        assert int(process) == mortal.workers[0].pid
        message = refused(mortal.scheduler_address, os._exit)
        assert message.startswith(f"the cluster of the scheduler {mortal.scheduler_address} failed: ")
        assert "workers died" in message


def test_workers_of_other_versions_are_named(two_workers, tmp_path, monkeypatch):
    real = soundfont.version()
    monkeypatch.setattr(soundfont, "version", lambda: "0.9")
    with pytest.raises(ClusterError) as caught:
        analyse(RECIPE, tmp_path, scheduler=two_workers.scheduler_address)
    assert str(caught.value).startswith("the worker tcp://127.0.0.1:")
    assert str(caught.value).endswith(f" has fluidsynth {real}; this machine has 0.9")


def test_workers_that_lack_a_module_are_named(two_workers, monkeypatch):
    module = types.ModuleType("only_here")
    exec("def versions():\n    return {}", module.__dict__)
    monkeypatch.setitem(sys.modules, "only_here", module)
    message = refused(two_workers.scheduler_address, versions=module.versions)
    assert message.startswith("the worker tcp://127.0.0.1:")
    assert "No module named 'only_here'" in message
    assert message.endswith("; it needs the same rt-timbre[export] as this machine")


def test_a_scheduler_without_workers_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(cluster, "_ANSWER", 2.0)
    with local_cluster(tmp_path, 0) as empty:
        address = empty.scheduler_address
        assert refused(address) == f"the scheduler {address} has no workers: start some by dask worker {address}"


def test_an_address_where_no_scheduler_answers_is_one_line(closed_port, impatient):
    assert refused(closed_port) == f"no Dask scheduler answers at '{closed_port}'"
    for nonsense in ("", "nowhere", "127.0.0.1:port", "carrier-pigeon://coop:1", "tls://127.0.0.1:1"):
        assert refused(nonsense).startswith(f"no Dask scheduler answers at {nonsense!r}: ")


def test_a_worker_is_no_scheduler(two_workers):
    worker = two_workers.workers[0].worker_address
    assert refused(worker) == f"at '{worker}' there is no Dask scheduler but a worker"


def test_other_servers_are_no_schedulers(impatient):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"127.0.0.1:{silent.getsockname()[1]}"
        assert refused(address) == f"no Dask scheduler answers at '{address}'"

    class Web(BaseHTTPRequestHandler):
        def log_message(self, *_):
            pass

    with HTTPServer(("127.0.0.1", 0), Web) as web:
        thread = threading.Thread(target=web.serve_forever)
        thread.start()
        address = f"127.0.0.1:{web.server_address[1]}"
        assert refused(address) == f"no Dask scheduler answers at '{address}'"
        web.shutdown()
        thread.join()


def test_without_distributed_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "rt_timbre_export.cluster", None)
    assert refused("127.0.0.1:1") == "distributed is not installed: pip install 'rt-timbre[cluster]'"


@pytest.mark.parametrize(
    "command",
    [["analyse"], ["train"], ["build", "--out", "{}/x.timbre"], ["evaluate", "{tiny}"]],
    ids=["analyse", "train", "build", "evaluate"],
)
def test_every_command_takes_a_scheduler(tmp_path, tiny_file, capsys, closed_port, impatient, command):
    arguments = [argument.format(tmp_path, tiny=tiny_file) for argument in command]
    assert main([*arguments, str(ORCHESTRA), "--work", str(tmp_path), "--scheduler", closed_port]) == 1
    assert f"rt-timbre-export: no Dask scheduler answers at '{closed_port}'\n" in capsys.readouterr().err
