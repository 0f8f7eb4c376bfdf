"""`python -m fcnkit`, where no `fcnkit` is on the path."""

from fcnkit.cli import main

if __name__ == "__main__":
    main()
