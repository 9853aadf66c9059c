"""Make the pictures in the README from the real program and the worked example. Nothing in them is drawn by hand."""

import asyncio
import json
import os
import re
import subprocess
import tempfile
from pathlib import Path

from sa_wizard.document.publish import publish
from sa_wizard.draft import begin, store
from sa_wizard.folders import templates_dir
from sa_wizard.outline import load
from tests.tui.driving import settle, wizard

HERE = Path(__file__).parent


async def main() -> None:
    """The section that explains change, as it looks at 100x30."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("SA_WIZARD_CONFIG_DIR", "SA_WIZARD_DATA_DIR"):
            os.environ[name] = folder
        draft = Path(folder) / "northbridge.sa.json"
        draft.write_bytes((templates_dir() / "examples" / "partnership.sa.json").read_bytes())
        async with wizard(draft, "why.topics", size=(100, 30)) as (app, pilot):
            await settle(pilot)
            picture = app.export_screenshot(title="sa_wizard", simplify=True)
    picture = re.sub(r"@font-face\s*\{.*?\}\s*", "", picture, flags=re.DOTALL)  # a picture that needs no network
    (HERE / "edit.svg").write_text(picture, encoding="utf-8")
    print("wrote tests/pictures/edit.svg")


def pages() -> None:
    """Two pages of the worked example in Word, as LibreOffice lays them out."""
    outline = load.find("partnership")
    draft = store.from_data(outline, json.loads(begin.example()), Path("example"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["SA_WIZARD_DATA_DIR"] = name
        publish(outline, draft, folder / "x.docx", "docx")
        office = ["soffice", f"-env:UserInstallation=file://{folder / 'office'}", "--headless", "--convert-to", "pdf"]
        subprocess.run([*office, "--outdir", name, str(folder / "x.docx")], check=True, capture_output=True)
        text = subprocess.run(["pdftotext", str(folder / "x.pdf"), "-"], check=True, capture_output=True, text=True)
        change = next(
            n for n, page in enumerate(text.stdout.split("\f"), start=1) if "Change in pattern\n" in page and n > 9
        )
        for picture, page in (("cover", 1), ("change", change)):
            here = ["-f", str(page), "-l", str(page), "-r", "60", "-png", "-singlefile"]
            subprocess.run(["pdftoppm", *here, str(folder / "x.pdf"), str(HERE / picture)], check=True)
            print(f"wrote tests/pictures/{picture}.png")


if __name__ == "__main__":
    asyncio.run(main())
    pages()
