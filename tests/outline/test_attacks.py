"""Outlines from elsewhere: however they are made, they are refused quickly, in one sentence, and read no other file."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sa_wizard.draft.asked import Asked
from sa_wizard.draft.draft import Draft, OutlineRef
from sa_wizard.errors import OutlineError
from sa_wizard.outline import load
from sa_wizard.outline.spec import MOST
from tests.builders import SMALL, shipped, written
from tests.draft.strategies import DIRECTIONS, TERMINAL
from tests.limits import tried

pytestmark = pytest.mark.skipif(os.name == "nt", reason="limits, pipes and devices are a Unix matter")

FIELD = """
[[sections.fields]]
id = "{name}"
kind = "choice"
label = "L"
guidance = "G"
choices = [{{ value = "yes" }}, {{ value = "no" }}]
{more}
"""


def loaded(path: Path) -> str:
    """What is said of an outline that another process loads, within the limits."""
    return tried("from sa_wizard.outline import load", "load.load(path)", path)


def waiting(count: int, keys: Callable[[int], list[str]]) -> str:
    """The small outline with questions that wait for others."""
    fields = []
    for number in range(count):
        when = ", ".join(f'"county.{key}" = ["yes"]' for key in keys(number))
        fields.append(FIELD.format(name=f"q{number}", more=f"when = {{ {when} }}"))
    return SMALL + "".join(fields)


def sections(count: int) -> str:
    """The small outline with more sections."""
    made = (f'[[sections]]\nid = "s{number}"\ntitle = "T"\npurpose = "P"\nfields = []\n' for number in range(count))
    return SMALL + "\n".join(made)


ATTACKS: dict[str, tuple[Callable[[], str], str]] = {
    "larger": (lambda: "#" * 200_000_000, "is larger than 2 MB"),
    "levels": (lambda: "x = " + "[" * 90_000, "is not readable TOML"),
    "levels of tables": (lambda: "x = " + "{a = " * 40_000, "is not readable TOML"),
    "values": (lambda: "x = [" + "0," * 900_000 + "]", "it holds more than 100,000 commas and brackets"),
    "tables": (lambda: "[[sections]]\n" * 150_000, "it holds more than 100,000 commas and brackets"),
    "a long key": (lambda: ".".join("a" * 900_000) + " = 1", "at line 1 a key has more than twenty parts"),
    "a long quoted key": (lambda: "\n[" + " . ".join(['"a"'] * 200_000) + "]", "at line 2 a key has more than twenty"),
    "a long key inside": (lambda: "x = {" + ".".join("a" * 900_000) + " = 1}", "a key has more than twenty parts"),
    "one word": (lambda: "a" * 1_900_000, "is not readable TOML"),
    "words and dots": (lambda: ("a." * 19 + " ") * 50_000, "is not readable TOML"),
    "quotes": (lambda: '"a' * 900_000, "is not readable TOML"),
    "other quotes": (lambda: "'" * 1_900_000, "is not readable TOML"),
    "a text": (lambda: SMALL.replace("Reasons.", "a" * 1_500_000), "› why › purpose: String should have at most 20000"),
    "escapes": (lambda: SMALL.replace("Reasons.", "\\\\" * 900_000), "› purpose: String should have at most 20000"),
    "a number": (lambda: SMALL + "minimum = 0x" + "f" * 1_000_000, "sections › county › fields › matter › minimum: "),
    "a long number": (lambda: SMALL + "minimum = " + "9" * 1_000_000, "is not readable TOML"),
    "an order": (lambda: SMALL.replace('id = "why"', 'id = "why"\norder = nan'), "sections › why › order: "),
    "an endless order": (lambda: SMALL.replace('id = "why"', 'id = "why"\norder = -inf'), "sections › why › order: "),
    "sections": (lambda: sections(MOST + 1), "at sections: Tuple should have at most 200 items"),
    "thousands of sections": (lambda: sections(10_000), "at sections: Tuple should have at most 200 items"),
    "fields": (
        lambda: SMALL + "".join(FIELD.format(name=f"q{number}", more="") for number in range(MOST)),
        "at sections › county › fields: Tuple should have at most 200 items",
    ),
    "choices": (
        lambda: SMALL + "choices = [" + ",".join(f'{{value="{number}"}}' for number in range(10_000)) + "]",
        "at sections › county › fields › matter › choices: Tuple should have at most 200 items",
    ),
    "columns": (
        lambda: SMALL.replace('"strand", "count"', ", ".join(['"count"'] * 201)),
        "fields › topics › columns: Tuple should have at most 200 items",
    ),
    "one column again and again": (
        lambda: SMALL.replace('"strand", "count"', ", ".join(['"count"'] * 100)),
        "column 'count' appears 100 times in section levels, field topics",
    ),
    "keys of a condition": (
        lambda: waiting(12, lambda number: [f"q{each}" for each in range(number)]),
        "fields › q11 › when: Dictionary should have at most 10 items",
    ),
    "values of a condition": (
        lambda: SMALL.replace('["yes"] }\nchoices', "[" + ",".join(['"yes"'] * 30_000) + "] }\nchoices"),
        "fields › sure › when › county.any: Tuple should have at most 200 items",
    ),
    "a circle": (
        lambda: waiting(190, lambda number: [f"q{(number + 1) % 190}"]),
        "the conditions of county.q0, county.q1, county.q10 wait for each other in a circle",
    ),
    "a row": (
        lambda: waiting(190, lambda number: [f"q{number - 1}"] if number else ["any"]),
        "waits for more than 10 others in a row",
    ),
    "a control character in a key": (lambda: SMALL + '"\\u001b[2J" = 1', "holds a control character, in '\\x1b[2J'"),
    "nothing but nothing": (lambda: "\0" * 1_900_000, "is not readable TOML"),
}  # fmt: skip


@pytest.mark.parametrize("name", ATTACKS)
def test_an_outline_that_attacks_is_refused_with_the_place(tmp_path: Path, name: str) -> None:
    make, told = ATTACKS[name]
    found = loaded(written(tmp_path, make()))
    assert found.startswith("The outline small.toml ")
    assert told in found


def test_two_conditions_on_each_of_many_are_looked_up_once_each(tmp_path: Path) -> None:
    """Nine rows with six conditions each would take ten million steps if each were followed anew."""

    def row_above(number: int) -> list[str]:
        first = number - number % 6 - 6
        return [f"q{each}" for each in range(first, first + 6)] if first >= 0 else ["any"]

    text = waiting(54, row_above)
    assert loaded(written(tmp_path, text)) == "it worked"
    outline = load.load(tmp_path / "small.toml")
    county = outline.section("county")
    assert county is not None
    looked: list[str] = []

    class Counting(Draft):
        """A draft in which every question is answered with yes."""

        def get(self, path: str) -> str:
            looked.append(path)
            return {"about.nation": "england", "about.area_type": "two-tier"}.get(path, "yes")

    asked = Asked(outline, Counting(OutlineRef("small", "1", "", {})))
    assert len(asked.fields(county)) == 57
    assert len([path for path in looked if path.startswith("county.")]) <= 57


@pytest.mark.parametrize("sign", [*TERMINAL, *DIRECTIONS, "\u2028", "\x85", "\ufeff", "\ufffe"])
@pytest.mark.parametrize("where", ['title = "Why"', 'guidance = "Which months."', 'value = "unitary"'])
def test_nothing_that_a_terminal_obeys_is_taken_into_an_outline(tmp_path: Path, sign: str, where: str) -> None:
    escaped = "".join(f"\\U{ord(each):08x}" for each in sign)
    assert where in SMALL
    with pytest.raises(OutlineError, match="holds a control character") as refused:
        load.load(written(tmp_path, SMALL.replace(where, f'{where[:-1]}{escaped}"', 1)))
    assert refused.value.sentence.isprintable()


# -- which file is read


@pytest.mark.parametrize(
    "name",
    [
        "../secret",
        "../../../../etc/passwd",
        "/etc/passwd",
        "~/secret",
        "~root/secret",
        "secret\0",
        "secret/../secret",
        "./secret",
        "SECRET",
        "secret.toml",
        "secret\n",
        "$HOME/secret",
        "file:///secret",
        "\\\\server\\share\\secret",
        "C:secret",
        "a" * 100_000,
        "\x1b[2J",
        "\ud800",
        "",
        ".",
        "..",
    ],
)
def test_only_an_id_is_looked_for_and_only_in_the_folders_given(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "drafts").mkdir()
    written(tmp_path, SMALL.replace('id = "small"', 'id = "secret"'), "secret.toml")
    read: list[Path] = []
    monkeypatch.setattr(load, "load", read.append)
    with pytest.raises(OutlineError) as refused:
        load.find(name, [tmp_path / "drafts"])
    assert read == []
    assert len(refused.value.sentence) < 200
    assert refused.value.sentence.isprintable()


def test_a_pipe_or_a_device_of_that_name_is_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "partnership.toml")
    assert load.find("partnership", [tmp_path]) == shipped()
    (tmp_path / "partnership.toml").unlink()
    (tmp_path / "partnership.toml").symlink_to("/dev/zero")
    assert load.find("partnership", [tmp_path]) == shipped()
    for name in ("/dev/zero", str(tmp_path / "partnership.toml")):
        assert "cannot be read: It is a pipe, a device or a socket" in loaded(Path(name))
    (tmp_path / "pipe.toml").unlink(missing_ok=True)
    os.mkfifo(tmp_path / "pipe.toml")
    assert "cannot be read: It is a pipe, a device or a socket" in loaded(tmp_path / "pipe.toml")


def test_a_link_to_another_file_tells_nothing_of_what_is_in_it(tmp_path: Path) -> None:
    content = "once hunter2 = correct horse"
    (tmp_path / "secret").write_text(content, encoding="utf-8")
    (tmp_path / "small.toml").symlink_to(tmp_path / "secret")
    with pytest.raises(OutlineError) as refused:
        load.find("small", [tmp_path])
    told = f"{refused.value} {refused.value.__cause__}"
    assert not any(word in told for word in content.split() if word.isalnum())
