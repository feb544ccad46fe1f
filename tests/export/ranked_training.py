"""Trains the tiny model into a folder; run by torchrun in tests, on several ranks."""

import sys
from pathlib import Path

import torch

from rt_timbre_export import ranks
from rt_timbre_export.recipe import Augmentation
from rt_timbre_export.regulariser_recipe import RegulariserRecipe
from rt_timbre_export.train import train
from tests.tiny_dataset import tiny_dataset, tiny_recipe

TABLE = "instrument_a,instrument_b,mean,deviation\nDark,Bright,0.9,0.1\nDark,Hollow,0.3,0.1\nBright,Hollow,0.6,0.2\n"


def shaping(folder, **changes):
    """A regulariser for the tiny instruments, whose table is written into a folder."""
    table = folder / "heard.csv"
    if not table.exists():
        table.write_text(TABLE)
    section = {"kind": "student", "alpha": 1.0, "start": 2, "target_dimensions": 0, "target_scale": 3.0} | changes
    return RegulariserRecipe(dissimilarities=str(table), **section)


def recipe(folder, kind, match):
    """Augmented, and with batches that two ranks cannot halve."""
    shape = shaping(folder, kind=kind, match=match)
    return tiny_recipe(shape, epochs=5, batch=31, augmentation=Augmentation(tilt_db=1.0, curve_db=2.0))


if __name__ == "__main__":
    torch.set_num_threads(1)
    place = Path(sys.argv[1])
    train(recipe(place, *sys.argv[2:4]), tiny_dataset(), place / "two.pt", quiet=True)
    ranks.leave()
