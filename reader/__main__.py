"""Run the command line as ``python -m reader``."""

from reader.cli.start import main

if __name__ == "__main__":
    raise SystemExit(main())
