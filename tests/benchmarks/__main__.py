"""Print every benchmark: ``python -m tests.benchmarks``."""

from tests.benchmarks import exporting, first_screen, judging, line, starting

if __name__ == "__main__":
    starting.main()
    first_screen.main()
    judging.main()
    exporting.main()
    line.main()
