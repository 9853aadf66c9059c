"""The worked example as LibreOffice lays it out: opened without repair, and header rows on every page of a table."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Run, run  # noqa: F401 - a fixture

pytestmark = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")), reason="needs LibreOffice and poppler"
)


@pytest.fixture
def pages(run: Run, tmp_path: Path) -> list[str]:  # noqa: F811
    draft = tmp_path / "x.sa.json"
    assert run("example", draft).code == 0
    assert run("export", draft).code == 0
    home = f"-env:UserInstallation=file://{tmp_path / 'office'}"
    command = [
        "soffice",
        home,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "x.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    text = subprocess.run(["pdftotext", "-layout", str(tmp_path / "x.pdf"), "-"], check=True, capture_output=True)
    return text.stdout.decode().split("\f")


def test_the_example_is_laid_out_with_its_header_rows_repeated(pages: list[str]) -> None:
    assert 60 < len(pages) < 100
    first = max(place for place, page in enumerate(pages) if "From the data to the priorities" in page)
    words = re.sub(r"\s+", " ", pages[first + 1])
    assert words.startswith(" OFFICIAL Data sources Problem or concern Priority")
    assert all("OFFICIAL" in page for page in pages[:-1])
