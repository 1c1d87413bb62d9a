"""Markdown as a document in the colours of a theme: headings, tables, code and links."""

from __future__ import annotations

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
)

from snapviz.diagram.theme import Theme

INDENT, MARGIN = 20, 6
LINE_HEIGHT = 128
WIDE = 99  # per cent; the lines of a table with four columns would stand out by a pixel
GAP, ITEM_GAP, CELL_PADDING = 10, 5, 6
HEADINGS = {1: (21, 0, 12), 2: (16, 26, 8), 3: (14, 16, 6)}
"""By level: pixels of the letters, and of the room above and below."""
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_SOLID = QTextFrameFormat.BorderStyle.BorderStyle_Solid
Property = QTextFormat.Property


def document_of(markdown: str, theme: Theme, font: QFont) -> QTextDocument:
    """The whole text, set; it has no parent yet."""
    made = QTextDocument()
    made.setUndoRedoEnabled(False)
    made.setDocumentMargin(MARGIN)
    made.setIndentWidth(INDENT)
    made.setDefaultFont(font)
    made.setMarkdown(markdown)
    cursor = QTextCursor(made)
    cursor.beginEditBlock()
    block = made.begin()
    while block.isValid():
        _set_block(QTextCursor(block), block, theme)
        block = block.next()
    for frame in made.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _set_table(frame, theme)
    cursor.endEditBlock()
    return made


def _set_block(cursor: QTextCursor, block: QTextBlock, theme: Theme) -> None:
    layout = block.blockFormat()
    level = layout.headingLevel()
    layout.setLineHeight(LINE_HEIGHT, _PROPORTIONAL)
    layout.setTopMargin(0)
    layout.setBottomMargin(ITEM_GAP if cursor.currentList() else GAP)
    if cursor.currentTable() is not None:
        layout.setBottomMargin(0)
    elif level:
        _, above, below = HEADINGS.get(level, HEADINGS[3])
        layout.setTopMargin(above)
        layout.setBottomMargin(below)
        layout.setLineHeight(100, _PROPORTIONAL)
    elif layout.hasProperty(Property.BlockCodeFence) or layout.nonBreakableLines():
        _set_code(layout, block, theme)
    cursor.setBlockFormat(layout)
    _set_runs(cursor, block, HEADINGS.get(level, HEADINGS[3])[0] if level else 0, theme)


def _set_code(layout: QTextBlockFormat, block: QTextBlock, theme: Theme) -> None:
    """Lines of code stand together on a ground of their own, and wrap like others."""
    layout.setNonBreakableLines(False)
    layout.setBackground(QBrush(QColor(theme.panel)))
    layout.setLineHeight(100, _PROPORTIONAL)
    is_last = not block.next().blockFormat().hasProperty(Property.BlockCodeFence)
    layout.setBottomMargin(GAP + 4 if is_last else 0)
    layout.setLeftMargin(MARGIN)


def _set_runs(cursor: QTextCursor, block: QTextBlock, pixels: int, theme: Theme) -> None:
    """Links in the accent, what is bold in a weight the typeface has; headings so large."""
    runs = []
    fragment = block.begin()
    while not fragment.atEnd():
        piece = fragment.fragment()
        letters = piece.charFormat()
        if pixels or letters.isAnchor() or letters.fontWeight() > QFont.Weight.DemiBold:
            runs.append((piece.position(), piece.length(), letters))
        fragment += 1
    for position, length, letters in runs:
        cursor.setPosition(position)
        cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(_letters(letters, pixels, theme))


def _letters(made: QTextCharFormat, pixels: int, theme: Theme) -> QTextCharFormat:
    if made.isAnchor():
        made.setForeground(QBrush(QColor(theme.accent)))
        made.setFontUnderline(False)
    if pixels:
        made.clearProperty(Property.FontSizeAdjustment)
        made.setProperty(Property.FontPixelSize, pixels)
    if pixels or made.fontWeight() > QFont.Weight.DemiBold:
        made.setFontWeight(QFont.Weight.DemiBold)
    return made


def _set_table(table: QTextTable, theme: Theme) -> None:
    """Hairlines below the rows, and no boxes."""
    layout = table.format()
    layout.setBorder(0)
    layout.setBorderCollapse(True)
    layout.setCellSpacing(0)
    layout.setCellPadding(0)
    layout.setTopMargin(2)
    layout.setBottomMargin(GAP + 4)
    layout.setWidth(QTextLength(QTextLength.Type.PercentageLength, WIDE))
    table.setFormat(layout)
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            cell.setFormat(_cell_format(cell.format().toTableCellFormat(), row, column, theme))


def _cell_format(
    made: QTextTableCellFormat, row: int, column: int, theme: Theme
) -> QTextTableCellFormat:
    made.setTopPadding(CELL_PADDING)
    made.setBottomPadding(CELL_PADDING)
    made.setLeftPadding(2 if column == 0 else 10)
    made.setRightPadding(10)
    made.setBottomBorder(1)
    made.setBottomBorderStyle(_SOLID)
    made.setBottomBorderBrush(QBrush(QColor(theme.muted if row == 0 else theme.hairline)))
    return made
