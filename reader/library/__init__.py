"""Files as articles: formats, the catalogue of heads, and the library a person owns."""

from reader.library.adding import Added
from reader.library.formats.document import FrontMatter
from reader.library.heads import Heads
from reader.library.library import Library
from reader.library.scanning import ScanReport
from reader.library.trash import TrashedArticle

__all__ = ["Added", "FrontMatter", "Heads", "Library", "ScanReport", "TrashedArticle"]
