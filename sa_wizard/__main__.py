"""Run the command line with ``python -m sa_wizard``."""

from sa_wizard.cli import run

if __name__ == "__main__":
    run()
