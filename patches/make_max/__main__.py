"""Write the patches of Max, or a package of them."""

import argparse
from pathlib import Path

from patches.make_max.package import write, write_package


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m patches.make_max", description=__doc__)
    parser.add_argument("--package", metavar="FOLDER", type=Path, help="write the package into a folder, as an archive")
    folder = parser.parse_args().package
    if folder is None:
        write()
    else:
        folder.mkdir(parents=True, exist_ok=True)
        print(write_package(folder))


if __name__ == "__main__":
    main()
