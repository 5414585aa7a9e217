"""HTML and MarkdownV2 become text and entities, counted in UTF-16 units; what Telegram cannot parse is refused."""

from __future__ import annotations

import pytest

from bot.botapi.markup import parsed
from bot.botapi.refusals import Refused

HTML = [
    ("<b>a</b> b", "a b", [("bold", 0, 1)]),
    ("😀 <i>b</i>", "😀 b", [("italic", 3, 1)]),
    ("  <b>a</b>\n", "a", [("bold", 0, 1)]),
    ("<b><i>a</i>b</b>", "ab", [("bold", 0, 2), ("italic", 0, 1)]),
    ("&lt;a&gt; &amp; &#229; &eacute; & b", "<a> & å &eacute; & b", []),
    ('<a href="https://x.test?a=1&amp;b=2">a</a>', "a", [("text_link", 0, 1)]),
    ('<span class="tg-spoiler">a</span><b></b>', "a", [("spoiler", 0, 1)]),
    ("<blockquote expandable>a</blockquote>", "a", [("blockquote", 0, 1)]),
    ("<pre><code class='language-py'>a</code></pre>", "a", [("code", 0, 1), ("pre", 0, 1)]),
    ("<B>a</B>", "a", [("bold", 0, 1)]),
]
MARKDOWN = [
    ("*a* b", "a b", [("bold", 0, 1)]),
    (r"1\. a\!", "1. a!", []),
    ("__a__ _b_ ~c~ ||d||", "a b c d", [("underline", 0, 1), ("italic", 2, 1), ("strikethrough", 4, 1), ("spoiler", 6, 1)]),
    ("[a](https://x.test)", "a", [("text_link", 0, 1)]),
    ("`a.b`", "a.b", [("code", 0, 3)]),
    ("```py\na.b```", "a.b", [("pre", 0, 3)]),
    (">a\n>b\nc", "a\nb\nc", [("blockquote", 0, 3)]),
]  # fmt: skip
BROKEN = [
    ("<b>a", "HTML", "Can't find end tag"),
    ("a</b>", "HTML", "Unexpected end tag"),
    ("<b><i>a</b></i>", "HTML", 'expected "</i>", found "</b>"'),
    ("<blink>a</blink>", "HTML", 'Unsupported start tag "blink" at byte offset 0'),
    ("å < b", "HTML", "Unclosed start tag at byte offset 3"),
    ("<span>a</span>", "HTML", "Unsupported start tag"),
    ("1. a", "MarkdownV2", "Character '.' is reserved"),
    ("*a", "MarkdownV2", "Can't find end of Bold entity"),
    ("`a", "MarkdownV2", "Can't find end of Code entity"),
    ("[a]b", "MarkdownV2", "Character ']' is reserved"),
    ("*_a*_", "MarkdownV2", "Can't find end of"),
]


@pytest.mark.parametrize(
    ("source", "mode", "text", "entities"),
    [(s, "HTML", t, e) for s, t, e in HTML] + [(s, "MarkdownV2", t, e) for s, t, e in MARKDOWN],
)
def test_markup_becomes_entities(source: str, mode: str, text: str, entities: list) -> None:
    read, found = parsed(source, mode)
    assert read == text
    assert sorted((e["type"], e["offset"], e["length"]) for e in found) == sorted(entities)


@pytest.mark.parametrize(("source", "mode", "words"), BROKEN)
def test_broken_markup_is_refused(source: str, mode: str, words: str) -> None:
    with pytest.raises(Refused) as refused:
        parsed(source, mode)
    assert refused.value.status == 400
    assert refused.value.description.startswith("Bad Request: can't parse entities: ")
    assert words in refused.value.description
