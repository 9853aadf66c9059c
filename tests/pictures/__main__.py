"""Make the pictures in the README from the real program and the worked example. Nothing in them is drawn by hand."""

import asyncio
import os
import re
import tempfile
from pathlib import Path

from sa_wizard.settings import templates_dir
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


if __name__ == "__main__":
    asyncio.run(main())
