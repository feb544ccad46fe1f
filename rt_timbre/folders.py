"""Where a user's files are kept; the only module that imports platformdirs."""

from pathlib import Path

import platformdirs

_APPLICATION = "rt-timbre"


def data_folder() -> Path:
    """Return the folder of what the user makes and keeps: spaces, presets, learned controllers. It may not exist."""
    return platformdirs.user_data_path(_APPLICATION, appauthor=False)


def cache_folder() -> Path:
    """Return the folder of what can be made again. It may not exist."""
    return platformdirs.user_cache_path(_APPLICATION, appauthor=False)
