"""The part of a space-time diagram that stays while the play-head and the pointer move."""

from __future__ import annotations

from .axis import axis_items, clock_tick_items
from .cuts import badge_items, curve_items, record_items, tint_items
from .decision_marks import decision_items
from .display_list import Item, Rect, Text
from .footer import caption_items, legend_items
from .glyphs import brush
from .hasty import hasty_signs
from .lanes import event_items, label_boxes, process_lines
from .layout import MARGIN, SpaceTimeLayout
from .marks import mark_items, outage_items
from .messages import arrow_items, arrows
from .parting_items import parting_items
from .pins import pin_items
from .plates import plate_items
from .recoveries import hatched_items, recovery_items
from .role_items import role_items
from .scene import Scene
from .typography import baseline, elided
from .view import View


def still_items(drawn: Scene) -> list[Item]:
    """Drawn from the paper up: grid, past, lines, messages, cuts, events, words."""
    place, view = drawn.place, drawn.view
    laid = arrows(drawn)
    plain, marked = arrow_items(drawn, laid)
    items: list[Item] = [paper(view)]
    items += tint_items(drawn)
    items += parting_items(drawn)
    items += axis_items(place, steps(drawn))
    items += clock_tick_items(drawn.facts, place)
    items += process_lines(drawn)
    items += hatched_items(drawn)
    items += outage_items(drawn)
    items += role_items(drawn)
    items += plain
    items += [] if drawn.is_hasty else curve_items(drawn)
    items += recovery_items(drawn)
    items += marked
    items += event_items(drawn)
    items += hasty_signs(drawn) if drawn.is_hasty else record_items(drawn)
    items += mark_items(drawn)
    items += decision_items(drawn)
    items += pin_items(drawn)
    items += plate_items(drawn, laid)
    items += badge_items(drawn)
    items += label_boxes(drawn)
    if view.title:
        items.append(_title(view, place))
    if view.legend:
        items += legend_items(drawn, laid)
    if view.caption:
        items += caption_items(drawn)
    return items


def steps(drawn: Scene) -> str:
    """What the axis counts where there are no times, else nothing."""
    return "" if drawn.facts.run.is_timed else drawn.view.translate("step")


def paper(view: View) -> Item:
    """The ground of a picture."""
    return Rect(0, 0, view.width, view.height, brush("background"))


def _title(view: View, place: SpaceTimeLayout) -> Item:
    title = elided(view.title, "title", view.width - 2 * MARGIN)
    return Text(MARGIN, baseline(place.title_y, "title"), title, "title", "ink")
