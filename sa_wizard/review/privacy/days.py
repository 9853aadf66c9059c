"""Exact days as people write them: 14 March 2025, 14th of March, March 14th, 14/03/2025, 2025-03-14, Christmas Day."""

from sa_wizard.expressions import Shape

_MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    "|Nov(?:ember)?|Dec(?:ember)?)"
)
DAY = Shape(
    r"[0-9](?<![\w/.-][0-9])(?:"
    rf"[0-9]?(?:st|nd|rd|th)?(?: day)?(?: of)?[ \u00a0-]{_MONTH}\b\.?(?:,?[ \u00a0-][0-9]{{4}}\b)?"
    r"|[0-9]?([/.-])[0-9]{1,2}\1(?:[0-9]{4}|[0-9]{2})(?![\w]|[/.-][0-9])"
    r"|[0-9]{3}-[0-9]{2}-[0-9]{2}(?![\w]|[/.-][0-9]))"
)
"""A day that starts with a figure."""

MONTH_BEFORE = Shape(rf"(?<!\w){_MONTH}\.? \Z")
MONTH_DAY = Shape(rf"{_MONTH}\.? [0-9]{{1,2}}(?:(?:st|nd|rd|th)\b(?:,? [0-9]{{4}}\b)?|, ?[0-9]{{4}}\b)")
"""A day that starts with its month: March 14th; March 14, 2025."""

NAMED_DAY = Shape(r"(?:Christmas|Boxing|New Year['’]s|Valentine['’]s|St George['’]s|Remembrance) (?:Day|Eve)\b")
