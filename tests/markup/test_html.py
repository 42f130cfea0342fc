from __future__ import annotations

import pytest

from replylint.markup.html import html_to_text, looks_like_html


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("<p>Gentile cliente,</p><p>ci scusiamo.</p>", "Gentile cliente,\n\nci scusiamo."),
        ("<div>Uno<br>due<br/><br />tre</div>", "Uno\ndue\n\ntre"),
        ("<ul><li>uno<li>due</ul>dopo", "uno\ndue\n\ndopo"),
        ("<style>p{}</style><script>a<b</script>Ciao<!-- no -->!", "Ciao!"),
        ('<div style="display:none">nascosto <div>x</div></div>Ciao', "Ciao"),
        ("perch&eacute; &#232; &amp; &#x27;s&igrave;", "perché è & 'sì"),
        ("<p>riga\n   a capo   <b> grassetto </b>", "riga a capo grassetto"),
        ('<div class="a"<br>testo</div>', "testo"),
        ("3 < 5 e AT&T", "3 < 5 e AT&T"),
        ("Ciao,\nvai <a href='x'>qui</a>.\n\nA&nbsp;presto", "Ciao,\nvai qui.\n\nA\xa0presto"),
        ("<td>a</td><td>b</td>", "a\nb"),
        ("<![ciao", "<![ciao"),
        ("<p>a<![ciao</p>dopo", "adopo"),
        ("", ""),
    ],
)
def test_visible_text(written: str, text: str) -> None:
    assert html_to_text(written)[0] == text


def test_an_entity_maps_as_a_whole() -> None:
    text, offsets = html_to_text("<p>perch&eacute; no</p>")
    low, high = offsets.to_source(0, 6)
    assert (text[:6], "<p>perch&eacute; no</p>"[low:high]) == ("perché", "perch&eacute;")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<p>Ciao</p>", True),
        ("uno<br>due", True),
        ("perch&eacute; no", True),
        ("AT&T; R&D", False),
        ("Gentile <NOME>, 3 < 5", False),
        ("scriva a <info@example.it>", False),
    ],
)
def test_looks_like_html(text: str, html: bool) -> None:
    assert looks_like_html(text) is html
