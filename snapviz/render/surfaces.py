"""Display lists as the bytes of a file: pixels, SVG, PDF."""

from __future__ import annotations

import re
from html import escape  # that of xml.sax brings the network along
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSize, QSizeF, QUuid
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from snapviz.diagram.display_list import DisplayList
from snapviz.diagram.theme import Theme

from .painter import paint

if TYPE_CHECKING:
    from .page import Page

PDF_UNITS = 1152  # to the inch: a twelfth of a logical pixel
XMP = (
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
    "<dc:description><rdf:Alt>"
    '<rdf:li xml:lang="x-default">{about}</rdf:li></rdf:Alt></dc:description>'
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)
_DATES = re.compile(rb"/(?:CreationDate|ModDate) \(D:\d{14}[^)]{0,8}\)")
PER_METRE = 1 / 0.0254


def image(picture: DisplayList, theme: Theme, scale: float = 1.0) -> QImage:
    """The list as an opaque image of ``scale`` pixels to the logical pixel."""
    size = QSize(round(picture.width * scale), round(picture.height * scale))
    pixels = QImage(size, QImage.Format.Format_RGB32)
    pixels.fill(theme.background)
    painter = QPainter(pixels)
    painter.scale(scale, scale)
    paint(picture, painter, theme)
    painter.end()
    return pixels


def png(picture: DisplayList, page: Page, theme: Theme) -> bytes:
    """PNG that knows its resolution, title and caption."""
    pixels = image(picture, theme, page.scale)
    pixels.setDotsPerMeterX(round(page.dpi * PER_METRE))
    pixels.setDotsPerMeterY(round(page.dpi * PER_METRE))
    pixels.setText("Title", page.title)
    pixels.setText("Description", page.description)
    pixels.setText("Software", "snapviz")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not pixels.save(buffer, "PNG"):
        raise MemoryError(f"no room for an image of {page.width} by {page.height} pixels")
    return bytes(buffer.data())


def svg(picture: DisplayList, page: Page, theme: Theme) -> bytes:
    """SVG with words as outlines, so that it looks the same where the font is missing."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    inches = 96 / page.dpi
    generator.setSize(QSize(round(page.width * inches), round(page.height * inches)))
    generator.setViewBox(QRectF(0, 0, picture.width, picture.height))
    generator.setResolution(96)
    generator.setTitle(page.title)
    generator.setDescription(page.description)
    painter = QPainter(generator)
    paint(picture, painter, theme, text_as_paths=True)
    painter.end()
    return bytes(buffer.data())


def pdf(picture: DisplayList, page: Page, theme: Theme) -> bytes:
    """One page as large as the picture, fonts embedded, words that can be searched."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    points = 72 / page.dpi
    writer.setResolution(PDF_UNITS)
    writer.setPageSize(
        QPageSize(
            QSizeF(page.width * points, page.height * points),
            QPageSize.Unit.Point,
            page.title,
            QPageSize.SizeMatchPolicy.ExactMatch,
        )
    )
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(page.title)
    writer.setCreator("snapviz")
    writer.setDocumentId(QUuid.createUuidV5(QUuid(), page.description.encode()))
    title, about = escape(page.title, quote=False), escape(page.description, quote=False)
    writer.setDocumentXmpMetadata(XMP.format(title=title, about=about).encode())
    painter = QPainter(writer)
    units = PDF_UNITS / page.dpi * page.scale
    painter.scale(units, units)
    paint(picture, painter, theme, tabular=False)
    painter.end()
    return _undated(bytes(buffer.data()))


def _undated(document: bytes) -> bytes:
    """Blanks in place of the dates: a picture of a run tells of the run, not of today."""
    return _DATES.sub(lambda found: b" " * len(found[0]), document)
