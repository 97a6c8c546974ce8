"""What is tested in which browser."""

import re
from pathlib import Path

BROWSERS = r"\b(?:laptop|phone|tablet|new_context|window): "
"""What a test asks for that sees a browser."""


def test_whatever_is_seen_in_a_browser_is_seen_in_firefox_by_ci_too() -> None:
    """At least one test of each module; that of WebKit has its own."""
    modules = {path.name: path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py")}
    seen = {name for name, text in modules.items() if re.search(BROWSERS, text)}
    assert len(seen) > 15
    assert [name for name in seen if not re.search(r"guards=True|mark\.browsers", modules[name])] == []
