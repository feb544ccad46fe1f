"""The walk through the paper is true: its commands run or are understood, its numbers are those that they give."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest
import torch

from rt_timbre_export.cli import _parser, main
from rt_timbre_export.descriptor_cases import DESCRIPTORS, SHAPES
from rt_timbre_export.descriptor_path_tables import MANY, ONE
from rt_timbre_export.descriptor_paths import METHODS
from rt_timbre_export.dissimilarity import agreement, combined, study
from rt_timbre_export.regulariser_recipe import RegulariserRecipe
from rt_timbre_export.regularisers import of_equal_distances, target, target_neighbourhoods
from rt_timbre_export.scaling import scale
from rt_timbre_export.toml_section import section

EXPORT = Path(__file__).parents[2] / "export"
PAPER = (EXPORT / "PAPER.md").read_text("utf-8")
COMMANDS = [shlex.split(line)[1:] for line in re.findall(r"(?m)^    (rt-timbre-export .*)$", PAPER)]


@pytest.mark.parametrize("arguments", [c for c in COMMANDS if c[0] == "dissimilarities"], ids=" ".join)
def test_what_is_said_of_ratings_runs(arguments, tmp_path, monkeypatch, capsys):
    (tmp_path / "own.csv").write_text(
        "instrument_a,instrument_b,mean\nA,B,0.5\nB,C,0.25\nC,A,0.75\nD,A,1\nD,B,1\nD,C,1\n"
    )
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 0
    assert "stress-1 in 3 dimensions" in capsys.readouterr().out
    assert ("--figures" in arguments) == (len(list((tmp_path / "pictures").glob("*.png"))) == 4)


@pytest.mark.parametrize("arguments", [c for c in COMMANDS if c[0] != "dissimilarities"], ids=" ".join)
def test_the_longer_commands_are_understood(arguments):
    options = vars(_parser().parse_args(arguments))
    if "recipe" in options:
        assert (EXPORT.parent / options["recipe"]).is_file()


def test_the_section_of_a_recipe_is_valid_and_shows_every_kind():
    (text,) = re.findall(r"(?s)```toml\n(.*?)```", PAPER)
    regulariser = section(RegulariserRecipe, tomllib.loads(text)["regulariser"], "regulariser")
    assert regulariser == RegulariserRecipe(kind="student", alpha=0.1, start=5000)
    keys = set(re.findall(r"(?m)^(\w+) =", text)) | {"dimension_count", "study_weights"}
    assert keys == set(RegulariserRecipe.__dataclass_fields__)


def test_links_lead_to_files():
    for link in re.findall(r"\]\((?!http)([^)#]+)\)", PAPER):
        assert (EXPORT / link).exists(), link


def test_the_numbers_are_those_of_the_ratings():
    once, published = combined(), combined(as_published=True)
    wanted = target(once, once.names)
    rows = target_neighbourhoods(torch.from_numpy(wanted.distance)).exp().numpy()
    grey = study("Grey1977")
    said = (
        f"is {scale(published, 3).stress:.3f} as published, and {scale(once, 3).stress:.3f} with",
        f"R = {of_equal_distances(wanted):.3f}",
        f"each row spans {rows[rows > 0].min():.3f} to",
        f"{rows.max():.3f}, and points",
        f"by r = {agreement(grey, combined(without=['Grey1977']))[0]:.2f}.",
        f"{published.count.sum() // 2:,}, of which {once.count.sum() // 2:,} are distinct",
        f"{100 * grey.count.sum() / once.count.sum():.0f} % are Grey's",
    )
    plain = " ".join(PAPER.split())
    for phrase in said:
        assert phrase in plain, phrase


def tables(text):
    """Return the tables of a text in Markdown: rows of cells."""
    blocks = [block.splitlines() for block in text.split("\n\n") if block.startswith("| ")]
    return [[[cell.strip() for cell in line.split("|")[1:-1]] for line in block] for block in blocks]


def test_the_tables_of_paths_are_those_that_the_command_prints():
    found = tables(PAPER.split("## 5.5 ")[1].split("\n## ")[0])
    for (heading, _, *rows), titles in zip(found, (ONE, ONE, MANY, DESCRIPTORS, SHAPES), strict=True):
        assert heading[1:] == list(titles)
        assert [row[0] for row in rows] == list(METHODS)
    errors = {row[0]: [float(cell) for cell in row[1:3]] for row in found[2][2:]}
    ours = errors.pop("follow")
    assert all(own < 0.5 * min(others) for own, others in zip(ours, zip(*errors.values(), strict=True), strict=True))


def test_the_page_of_paths_quotes_the_paper():
    page = (EXPORT.parent / "docs" / "paths.md").read_text("utf-8").split("\n## Follow a descriptor\n")[1]
    _, _, worst, lost, ours = tables(page)[0]
    rows = {row[0]: row[1:] for row in tables(PAPER.split("## 5.5 ")[1])[2][2:]}
    mean, median = (min(list(rows)[:-1], key=lambda name: float(rows[name][column])) for column in (0, 1))
    for quoted, name in ((worst, mean), (lost, median), (ours, "follow")):
        own = rows[name]
        assert [cell.removesuffix(" %") for cell in quoted[1:]] == [*own[:2], *own[3:]]
