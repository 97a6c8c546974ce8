"""Scripts and style sheets as they travel: what a browser reads of them is the same."""

import re
from typing import Final

import pytest

from kit.web import lean, sources

ASSETS: Final = {name: data.decode() for name, data in sources.read().items()}
SCRIPTS: Final = sorted(name for name in ASSETS if name.endswith(".js"))


def test_whole_lines_of_comment_and_indents_go() -> None:
    text = '// Why.\nconst a = "//no"; // beside\n\n/** What.\n * More. */\nfunction b() {\n  return a; /* in */\n}\n'
    assert lean.script(text) == 'const a = "//no"; // beside\nfunction b() {\nreturn a; /* in */\n}\n'
    style = (
        "/* Ground */\n.a,\n.b > i :hover {\n  margin: 0 calc(1px + 2px);\n}\n@media (width < 9px) { a { b: c; } }\n"
    )
    assert lean.style(style) == ".a,.b > i :hover{margin:0 calc(1px + 2px)}@media (width < 9px){a{b:c}}\n"


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_string_goes_over_several_lines(name: str) -> None:
    """Else what is taken out of a line might be taken out of a string."""
    for line in lean.script(ASSETS[name]).splitlines():
        bare = re.sub(r"""(["'])(?:\\.|(?!\1)[^\\])*\1|/(?![/*])(?:\\.|\[[^\]]*\]|[^\\/\[])+/[a-z]*|//.*""", "", line)
        assert bare.count("`") % 2 == 0, line


def test_other_files_stay_as_they_are() -> None:
    assert lean.asset("border.svg", b"  <svg/>") == b"  <svg/>"
