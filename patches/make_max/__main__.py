"""Write the patches of Max, or a package of them."""

from patches.make_max.package import write


def main() -> None:
    """Run the command."""
    write()


if __name__ == "__main__":
    main()
