"""The files of templates: by plain name, from one folder. No path leads out of it, whatever a template asks for."""

import re
from collections.abc import Callable
from pathlib import Path

from jinja2 import BaseLoader, TemplateNotFound

from sa_wizard import files
from sa_wizard.errors import ExportError

LARGEST = 50_000
"""Bytes of one template. The largest that is shipped has under two thousand."""

MEND = "Mend it, or put back the template that came with sa-wizard; 'sa-wizard paths' names the folder."

_NAME = re.compile(r"[a-z][a-z0-9_-]{0,59}\.md\.j2")


class TemplateFiles(BaseLoader):
    """How Jinja comes by the templates of a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get_source(self, _environment: object, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template; raises TemplateNotFound, or ExportError for a file that is none."""
        path = self.folder / template
        if not _NAME.fullmatch(template):
            raise TemplateNotFound(template)
        try:
            text = files.read(path, LARGEST).decode("utf-8-sig")
        except FileNotFoundError as error:
            raise TemplateNotFound(template) from error
        except files.TooLarge as error:
            raise ExportError(f"The template {template} is larger than {LARGEST:,} bytes.", MEND) from error
        except UnicodeDecodeError as error:
            raise ExportError(f"The template {template} is not UTF-8 text (byte {error.start:,}).", MEND) from error
        except OSError as error:
            why = (error.strerror or "the system refused").lower()
            raise ExportError(f"The template {template} cannot be read ({why}).", MEND) from error
        return text, str(path), lambda: True
