"""Run the command line as ``python -m sos_audit``."""

from sos_audit.cli import main

if __name__ == "__main__":
    main()
