"""Trains the tiny model slowly, with a checkpoint after every epoch; killed by a test."""

import sys
import time
from pathlib import Path

import torch

from rt_timbre_export import train
from tests.export.ranked_training import shaping
from tests.tiny_dataset import tiny_dataset, tiny_recipe

EPOCHS = 12


def recipe(folder):
    return tiny_recipe(shaping(folder, start=4), epochs=EPOCHS)


class _Slow(train._Run):
    def advance(self):
        time.sleep(0.1)
        return super().advance()


if __name__ == "__main__":
    torch.set_num_threads(1)
    train._EVERY = 0.0
    train._Run = _Slow
    place = Path(sys.argv[1])
    train.train(recipe(place), tiny_dataset(), place / "killed.pt", quiet=True)
