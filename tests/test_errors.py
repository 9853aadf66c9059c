"""Failures are told in one line that no terminal obeys, whatever they name or quote, wherever they are shown."""

import pytest
from hypothesis import given

from sa_wizard import errors
from sa_wizard.errors import SaWizardError
from tests.draft.strategies import texts
from tests.hostile import OBEYED

KINDS = [each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, SaWizardError)]


@pytest.mark.parametrize("kind", KINDS)
@given(texts, texts)
def test_no_sentence_and_no_hint_tells_a_terminal_anything(kind: type[SaWizardError], name: str, hint: str) -> None:
    error = kind(f"There is no {name}.", hint)
    for told in (error.sentence, error.hint, str(error)):
        assert OBEYED.search(told) is None
        assert not set(told) & set("\n\t")
        told.encode("utf-8")
    assert error.sentence.startswith("There is no ")


def test_a_plain_sentence_is_told_as_it_is() -> None:
    error = SaWizardError("Café – ‘naïve’ हिन्दी.", "Mend it.")
    assert (error.sentence, error.hint, str(error)) == (
        "Café – ‘naïve’ हिन्दी.",
        "Mend it.",
        "Café – ‘naïve’ हिन्दी. Mend it.",
    )
