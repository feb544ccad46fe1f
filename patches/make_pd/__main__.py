"""Write the patches of Pure Data, or a package of them for deken."""

import argparse
from pathlib import Path

from patches.make_pd.package import write, write_package
from rt_timbre import __version__


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m patches.make_pd", description=__doc__)
    parser.add_argument("--deken", metavar="FOLDER", type=Path, help="write the package for deken into a folder")
    folder = parser.parse_args().deken
    if folder is None:
        write()
    else:
        folder.mkdir(parents=True, exist_ok=True)
        print(write_package(folder, __version__))


if __name__ == "__main__":
    main()
