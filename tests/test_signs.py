"""A path in a command that is printed is still that path when the command is copied into a shell."""

import os
import shutil
import subprocess

import pytest

from sa_wizard.signs import one_line, shell_word

NAMES = [
    b"plain.sa.json", b"sp ace.sa.json", b"it's.sa.json", "Gr\u00f6\u00dfe.sa.json".encode(), b"-x", b"",
    b"caf\xe9.sa.json", b"two\nlines 'and\\' \t.sa.json", b"\x1b[2J$(x)`x`.sa.json", "a\u202eb".encode(),
    b"\n7", b"\xff0",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_shell_reads_the_very_name_and_no_terminal_obeys_it(name: bytes) -> None:
    shell = shutil.which("bash")
    if shell is None:
        pytest.skip("bash is not installed")
    word = shell_word(os.fsdecode(name))
    assert one_line(word) == word
    ran = subprocess.run([shell, "-c", f"printf %s {word}"], capture_output=True, check=True)
    assert ran.stdout == name


def test_a_name_that_can_be_shown_stays_readable() -> None:
    assert shell_word("two words.sa.json") == "'two words.sa.json'"
    assert shell_word("caf\u00e9.sa.json") == "'caf\u00e9.sa.json'"
    assert shell_word("caf\udce9.sa.json") == r"$'caf\351.sa.json'"
