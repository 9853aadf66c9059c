"""The colours there are to choose from. Nothing is told by colour alone, so that none of them is needed."""

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

from sa_wizard.settings.manner import Shown

_BLACK, _WHITE, _YELLOW = "#000000", "#ffffff", "#ffff00"

CONTRAST = Theme(
    name="contrast",
    primary="#7fd4ff",
    secondary="#7fffff",
    warning=_YELLOW,
    error="#ffb0b0",
    success="#90ff90",
    accent=_YELLOW,
    foreground=_WHITE,
    background=_BLACK,
    surface=_BLACK,
    panel="#262626",
    boost="#1a1a1a",
    text_alpha=1.0,
    variables={
        "text-muted": "#e0e0e0",
        "text-disabled": "#d0d0d0",
        "text-warning": _YELLOW,
        "text-error": "#ffb0b0",
        "border": _WHITE,
        "block-cursor-background": _YELLOW,
        "block-cursor-foreground": _BLACK,
        "input-cursor-background": _YELLOW,
        "input-cursor-foreground": _BLACK,
        "input-selection-background": "#7fd4ff",
        "input-selection-foreground": _BLACK,
        "button-color-foreground": _BLACK,
    },
)
"""Every text at least 7 to 1 against its ground."""

_SEEN_ANYWHERE = {
    "input-cursor-background": "ansi_default",
    "input-cursor-foreground": "ansi_default",
    "input-cursor-text-style": "reverse",
}
"""Why: the cursor of Textual's own dark theme is black, which on most terminals of sixteen colours is the ground."""


def _from(built_in: str, name: str, variables: dict[str, str]) -> Theme:
    theme = BUILTIN_THEMES[built_in]
    return replace(theme, name=name, variables={**theme.variables, **variables})


OURS = (
    CONTRAST,
    _from("ansi-dark", "ansi16", _SEEN_ANYWHERE),
    _from("ansi-light", "ansi16-light", _SEEN_ANYWHERE),
    _from("ansi-dark", "mono", _SEEN_ANYWHERE),
)

NAMES: dict[Shown, str] = {
    "dark": "textual-dark",
    "light": "textual-light",
    "contrast": CONTRAST.name,
    "ansi16": "ansi16",
    "ansi16-light": "ansi16-light",
    "mono": "mono",
}
"""The theme behind each name. Of ``mono`` every colour is taken out as well when it is drawn."""
