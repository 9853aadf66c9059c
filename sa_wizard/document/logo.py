"""A picture for the cover: looked at before it goes into a document that everybody opens."""

import struct
from dataclasses import dataclass
from pathlib import Path

from sa_wizard import files
from sa_wizard.errors import ExportError

LARGEST = 5_000_000
"""Bytes. A logo has a few ten thousand."""

MOST_PIXELS = 40_000_000
HIGHEST, WIDEST = 2.4, 8.0
"""Centimetres on the cover."""

_HINT = "Give another with 'sa-wizard style DRAFT --logo FILE', or --logo '' for none."


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that was looked at: its content, its ending, its size on the page in centimetres, and its alt text."""

    content: bytes
    ending: str
    width: float
    height: float
    alt: str


def looked_at(path: Path, alt: str) -> Logo:
    """Read a logo; raises ExportError, which names the file, for one that is missing, huge, or no picture."""
    if not alt.strip():
        raise ExportError(f"The logo {path} has no alt text.", "Say what it shows: --logo-alt 'Logo of …'.")
    try:
        content = files.read(path, LARGEST)
    except FileNotFoundError as error:
        raise ExportError(f"The logo {path} is not there.", _HINT) from error
    except files.TooLarge as error:
        raise ExportError(f"The logo {path} is larger than {LARGEST // 1_000_000} MB.", _HINT) from error
    except (OSError, ValueError) as error:
        raise ExportError(f"The logo {path} cannot be read.", _HINT) from error
    ending, (wide, high) = _measured(content)
    if not wide or not high:
        raise ExportError(f"The logo {path} is not a picture of the kinds PNG or JPEG.", _HINT)
    if wide * high > MOST_PIXELS:
        raise ExportError(f"The logo {path} has {wide:,} by {high:,} points, which is too many.", _HINT)
    scale = min(HIGHEST / high, WIDEST / wide)
    return Logo(content, ending, round(wide * scale, 2), round(high * scale, 2), " ".join(alt.split()))


def _measured(content: bytes) -> tuple[str, tuple[int, int]]:
    """The ending for its kind, and its width and height in points; noughts for anything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and content[12:16] == b"IHDR" and len(content) > 24:
        return ".png", struct.unpack(">II", content[16:24])
    if content.startswith(b"\xff\xd8"):
        return ".jpg", _jpeg(content)
    return "", (0, 0)


def _jpeg(content: bytes) -> tuple[int, int]:
    """Width and height from the first frame of a JPEG."""
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:
        kind, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            high, wide = struct.unpack(">HH", content[at + 5 : at + 9])
            return wide, high
        at += 2 + length
    return 0, 0
