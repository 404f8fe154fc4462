"""The settings of Sphinx for the documentation site."""

from pygments.lexers.special import TextLexer

from pactlang import __version__
from pactlang.highlight.lexers import PactLexer, PactLogLexer

project = "pactlang"
release = __version__
author = "The pactlang founders"
copyright = f"{author}, MIT licence"  # noqa: A001 - its name in Sphinx
language = "en"
root_doc = "index"
extensions = ["myst_parser"]
myst_enable_extensions: list[str] = []
myst_heading_anchors = 6  # the anchors that code hosts give to headings, which the documents use
html_theme = "furo"
html_title = f"pactlang {__version__}"
html_static_path = ["site.css"]
html_css_files = ["site.css"]
html_show_sphinx = False
html_copy_source = False
html_show_sourcelink = False
highlight_language = "text"
pygments_dark_style = "github-dark"  # nothing is underlined, so that what is underlined is a link
nitpicky = True
# The kinds of blocks in the documents (tests/docs/documents.py) and how they are coloured.
_PLAIN = ("expect", "remarks", "pact-fault", "pactlog-fault", "csv", "jsonl")


def setup(app: object) -> None:
    """Name the lexers of the documents' blocks."""
    for name, lexer in {"pact": PactLexer, "pactlog": PactLogLexer, **dict.fromkeys(_PLAIN, TextLexer)}.items():
        app.add_lexer(name, lexer)  # type: ignore[attr-defined]
