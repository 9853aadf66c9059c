"""Print every benchmark: ``python -m tests.benchmarks``."""

from tests.benchmarks import exporting, first_screen, judging, line

if __name__ == "__main__":
    first_screen.main()
    judging.main()
    exporting.main()
    line.main()
