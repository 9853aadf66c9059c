"""What is drawn again when something on a screen changed: only what is seen there.

Why: a key changes one text area, and Textual then renders everything that lies behind it as well, down to the screen,
to find that nothing of it shows.
"""

from collections.abc import Iterator

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip


class Front(Compositor):
    """A compositor that stops where what is in front hides the rest, and renders no lines outside the change."""

    def _get_renders(self, crop: Region | None = None) -> Iterator[tuple[Region, Region, list[Strip]]]:
        """Widgets from the front to the back, as their place, what of it is wanted, and the lines of that."""
        if crop is None:
            yield from super()._get_renders(crop)
            return
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip)
            if not seen.overlaps(crop):
                continue
            top, bottom = max(seen.y, crop.y), min(seen.bottom, crop.bottom)
            wanted = Region(seen.x, top, seen.width, bottom - top)  # whole lines: they are cut where widgets begin
            yield region, wanted, widget.render_lines(wanted.translate((-region.x, -region.y)))
            if seen.contains_region(crop):  # cells are never seen through: colours are mixed before they are drawn
                return
