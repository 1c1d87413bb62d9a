"""Colour tokens, light and dark: the only place where a colour is written down.

Display lists, the painter, the style sheet and the icons name tokens; a theme turns
a token into ``"#rrggbb"``. Process colours start from the Okabe-Ito set, which stays
apart for the common kinds of colour blindness.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """Named colours, each ``"#rrggbb"``.

    Plain fields are tokens of the same name. ``process:3``, ``process-ink:3``,
    ``snapshot:0``, ``snapshot-ink:0`` and ``snapshot-heavy:0`` index a palette and cycle.
    The ``-ink`` variants carry text (contrast at least 4.5 on background and panel);
    ``-heavy`` draws the messages that a snapshot caught in transit.
    """

    name: str
    background: str  # the diagram, cards, fields
    panel: str  # bars and docks around it
    raised: str  # buttons
    hover: str
    pressed: str
    ink: str
    muted: str
    hairline: str
    grid: str
    accent: str
    accent_ink: str  # text on an accent fill
    accent_tint: str
    message: str
    channel: str
    orphan: str
    orphan_tint: str
    good: str
    good_ink: str  # text on a good fill
    bad: str
    bad_ink: str  # text on a bad fill
    neutral: str
    neutral_ink: str  # text on a neutral fill
    badge_ink: str  # text on a snapshot-ink fill
    past: str  # causes of an event
    future: str  # effects of an event
    cut: str  # a cut drawn by hand
    recovery: str  # where a recovery put everyone
    processes: tuple[str, ...]
    process_inks: tuple[str, ...]
    snapshots: tuple[str, ...]
    snapshot_inks: tuple[str, ...]
    snapshot_heavies: tuple[str, ...]

    def __hash__(self) -> int:
        """Asked for with every item that is painted."""
        return hash(self.name)

    def process(self, index: int) -> str:
        """Line colour of the process with this number."""
        return self.processes[index % len(self.processes)]

    def process_ink(self, index: int) -> str:
        """Text colour of the process with this number."""
        return self.process_inks[index % len(self.process_inks)]

    def snapshot(self, number: int) -> str:
        """Line colour of the snapshot with this number (0 is S1)."""
        return self.snapshots[number % len(self.snapshots)]

    def snapshot_ink(self, number: int) -> str:
        """Text and badge colour of the snapshot with this number."""
        return self.snapshot_inks[number % len(self.snapshot_inks)]

    def color(self, token: str) -> str:
        """``"#rrggbb"`` of a token; ``KeyError`` names an unknown one."""
        name, _, index = token.partition(":")
        if index:
            palette = getattr(self, _PALETTES[name])
            return palette[int(index) % len(palette)]
        if name == "name" or name in _PALETTES.values() or name not in self.__slots__:
            raise KeyError(token)
        return getattr(self, name)


PROCESS_COLORS, SNAPSHOT_COLORS = 8, 6  # in each theme, one after the other

_PALETTES = {
    "process": "processes",
    "process-ink": "process_inks",
    "snapshot": "snapshots",
    "snapshot-ink": "snapshot_inks",
    "snapshot-heavy": "snapshot_heavies",
}

LIGHT = Theme(
    name="light",
    background="#ffffff",
    panel="#f5f7f9",
    raised="#ffffff",
    hover="#eef2f6",
    pressed="#e2e8ef",
    ink="#1f2933",
    muted="#5f6b7a",
    hairline="#dce2e9",
    grid="#edf0f4",
    accent="#0b66d0",
    accent_ink="#ffffff",
    accent_tint="#e2eefb",
    message="#4b5a6b",
    channel="#aab4c1",
    orphan="#c81e1e",
    orphan_tint="#fbe6e6",
    good="#007a5a",
    good_ink="#ffffff",
    bad="#c81e1e",
    bad_ink="#ffffff",
    neutral="#5f6b7a",
    neutral_ink="#ffffff",
    badge_ink="#ffffff",
    past="#0b66d0",
    future="#9a5a00",
    cut="#2b3644",
    recovery="#7a5418",
    processes=(
        "#0072b2",
        "#009e73",
        "#cc79a7",
        "#e69f00",
        "#56b4e9",
        "#8c6bb1",
        "#8a9a2b",
        "#a0694b",
    ),
    process_inks=(
        "#0070ae",
        "#007a5a",
        "#a8487f",
        "#8f6000",
        "#1d6fa5",
        "#6f4f96",
        "#5d6820",
        "#85502f",
    ),
    snapshots=("#d55e00", "#7a4cc2", "#00858a", "#b0357f", "#4f6d00", "#3d55b0"),
    snapshot_inks=("#ba4d00", "#6d40b5", "#00727a", "#a42c74", "#4f6d00", "#3d55b0"),
    snapshot_heavies=("#b34c00", "#5c31a3", "#00636b", "#8f1f63", "#3f5700", "#2c4190"),
)

DARK = Theme(
    name="dark",
    background="#161b22",
    panel="#1d232c",
    raised="#262d38",
    hover="#2b3440",
    pressed="#35404e",
    ink="#e6ebf1",
    muted="#9aa7b6",
    hairline="#333d4a",
    grid="#232a34",
    accent="#5aa9f7",
    accent_ink="#0d1420",
    accent_tint="#1d3552",
    message="#a3b1c2",
    channel="#566373",
    orphan="#ff6b62",
    orphan_tint="#4a2226",
    good="#38c793",
    good_ink="#0b1a14",
    bad="#ff6b62",
    bad_ink="#200b0a",
    neutral="#8c99a8",
    neutral_ink="#10151c",
    badge_ink="#14181f",
    past="#5aa9f7",
    future="#efb04a",
    cut="#e6ebf1",
    recovery="#d9b072",
    processes=(
        "#4aa8e0",
        "#2bbd8e",
        "#db8fb9",
        "#efb230",
        "#8ccdf2",
        "#ac8fd6",
        "#b3c255",
        "#c98f6f",
    ),
    process_inks=(
        "#5fb4e8",
        "#3ccb9c",
        "#e29fc4",
        "#f2bb45",
        "#9bd4f5",
        "#bba3e0",
        "#bdcb66",
        "#d6a183",
    ),
    snapshots=("#f0853a", "#a583ea", "#35b9bf", "#e06fb2", "#a2c244", "#8499f0"),
    snapshot_inks=("#f59550", "#b699f0", "#4bc6cb", "#ea86c0", "#acca55", "#98aaf5"),
    snapshot_heavies=("#ffa45e", "#c3a9fa", "#63d9dd", "#f59bcf", "#c0dc70", "#adbcff"),
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


def theme(name: str) -> Theme:
    """The theme called ``light`` or ``dark``; ``KeyError`` for another name."""
    return THEMES[name]
