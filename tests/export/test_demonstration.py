import dataclasses
import subprocess
import sys

import numpy as np
import pytest

from rt_timbre.controlfile import read_control_file
from rt_timbre.render import render
from rt_timbre_export import demonstration
from rt_timbre_export.demonstration import demo_score, play
from tests.tiny_space import tiny_space

SHA256 = "0" * 64


def score(tmp_path, space):
    path = tmp_path / "demo.control"
    path.write_text(demo_score(space, SHA256))
    return (*read_control_file(path), path)


@pytest.mark.parametrize("anchors", [1, 2, 3])
def test_the_demo_plays_every_anchor_and_stays_in_range(tmp_path, anchors):
    space = tiny_space()
    space = dataclasses.replace(
        space,
        anchors=space.anchors[:anchors],
        points=dataclasses.replace(space.points, label=np.minimum(space.points.label, anchors - 1)),
    )
    header, events, path = score(tmp_path, space)
    assert header.space == SHA256
    played = [event.message.arguments for event in events if event.message.address.endswith("/note")]
    assert all(space.pitch_low <= pitch <= space.pitch_high for pitch, _ in played)
    assert sum(velocity == 0.0 for _, velocity in played) == len(played) / 2
    named = {event.message.arguments[0] for event in events if event.message.address.endswith("/at")}
    assert named == {anchor.name for anchor in space.anchors}
    addresses = [event.message.address for event in events]
    assert addresses.count("/voice/2/morph") == anchors - 1
    assert addresses.count("/voice/2/macro/1") == (2 if anchors == 1 else 0)
    sound = render(space, header, events, path)
    level = np.sqrt(np.mean(np.square(sound[int(0.4 * 44100) : int(1.1 * 44100)])))
    assert 0.01 < level < np.abs(sound).max() < 0.85  # the limiter begins at 0.89
    assert np.abs(sound[-100:]).max() < 1e-3


def test_a_space_of_one_pitch_has_a_demo(tmp_path):
    space = tiny_space()
    narrow = dataclasses.replace(
        space,
        pitch_low=60.0,
        pitch_high=60.0,
        anchors=tuple(dataclasses.replace(anchor, pitch=60.0) for anchor in space.anchors),
    )
    _, events, _ = score(tmp_path, narrow)
    assert {event.message.arguments[0] for event in events if event.message.address.endswith("/note")} == {60.0}


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("import sys; sys.exit(0)", ""),
        ("import sys; print('a\\nno device', file=sys.stderr); sys.exit(1)", "no device"),
        ("import sys; sys.exit(3)", "rt-timbre play ended with status 3"),
    ],
)
def test_what_the_player_says_is_handed_on(tmp_path, monkeypatch, program, said):
    commands = []
    real = subprocess.run

    def run(command, **options):
        commands.append(command)
        return real([sys.executable, "-c", program], **options)

    monkeypatch.setattr(demonstration.subprocess, "run", run)
    assert play(tmp_path / "a.control", tmp_path / "mine.timbre") == said
    assert commands == [
        [
            *(sys.executable, "-m", "rt_timbre", "play"),
            *(str(tmp_path / "a.control"), "--space", str(tmp_path / "mine.timbre")),
        ]
    ]
