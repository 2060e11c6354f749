import pytest

from mengzhan.sheets.filling.markup import Element, Markup, opened_tag, with_attribute
from mengzhan.sheets.filling.refusal import FormRefused

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"


def named(markup: Markup, name: str) -> Element:
    return next(element for element in markup.elements() if element.name == name)


@pytest.mark.parametrize(
    ("text", "whole", "inside"),
    [
        ("<a>中<b/></a>", "<b/>", ""),
        ("<a><b x='>'  /></a>", "<b x='>'  />", ""),
        ("<a><b></b></a>", "<b></b>", ""),
        ("<a><b>/></b></a>", "<b>/></b>", "/>"),
        ("<a><b><c/></b></a>", "<b><c/></b>", "<c/>"),
        ('<a><b y="\'>"><!-- > --></b ></a>', '<b y="\'>"><!-- > --></b >', "<!-- > -->"),
        ("\ufeff<a><b><![CDATA[</b>]]></b></a>", "<b><![CDATA[</b>]]></b>", "<![CDATA[</b>]]>"),
    ],
)
def test_elements_are_where_they_are(text: str, whole: str, inside: str) -> None:
    markup = Markup.read(text.encode())
    found = named(markup, "b")
    assert markup.data[found.start : found.end].decode() == whole
    assert markup.data[found.inner : found.close].decode() == inside


@pytest.mark.parametrize("space", [MAIN, STRICT])
def test_names_do_not_depend_on_prefixes(space: str) -> None:
    markup = Markup.read(f"<x:a xmlns:x='{space}' xmlns='urn:o'><c x:d='1'/></x:a>".encode())
    assert [element.name for element in markup.elements()] == ["urn:o c", "a"]
    assert markup.prefix(named(markup, "a")) == b"x:"
    assert markup.prefix(named(markup, "urn:o c")) == b""


def test_text_comes_without_markup() -> None:
    markup = Markup.read("<a><t>一<![CDATA[<&]]>&lt;&#20108;<!-- x --></t></a>".encode())
    assert "".join(named(markup, "t").text) == "一<&<二"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-16-le"])
def test_changing_bytes_keeps_the_encoding(codec: str) -> None:
    raw = '<?xml version="1.0"?><a>𠮷<b/></a>'.encode(codec)
    markup = Markup.read(raw)
    found = named(markup, "b")
    assert markup.changed([]) == raw
    changed = markup.changed([(found.start, found.end, "<b>乙</b>".encode())])
    assert changed == '<?xml version="1.0"?><a>𠮷<b>乙</b></a>'.encode(codec)


def test_edits_may_touch_but_not_overlap() -> None:
    markup = Markup(b"abc", "utf-8")
    assert markup.changed([(1, 1, b"-"), (0, 1, b"A"), (1, 2, b"B")]) == b"A-Bc"
    with pytest.raises(ValueError, match="overlap"):
        markup.changed([(0, 2, b""), (1, 3, b"")])


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b'<?xml version="1.0" encoding="GBK"?><a/>', "form.encoding"),
        (b"<a>\xff</a>", "form.encoding"),
        ("<a>".encode("utf-16") + b"\0", "form.encoding"),
        (b"<a><b></a>", "form.damaged"),
        (b"", "form.damaged"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "form.unsafe"),
        (b'<!DOCTYPE a SYSTEM "http://example.org/x.dtd"><a/>', "form.unsafe"),
    ],
)
def test_what_cannot_be_read_is_named(raw: bytes, code: str) -> None:
    with pytest.raises(FormRefused) as caught:
        Markup.read(raw).elements()
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("tag", "value", "expected"),
    [
        (b"<c r='A1'  t = 's' s='1'>", "n", b"<c r='A1'  t = \"n\" s='1'>"),
        (b"<c r='A1'  t = 's' s='1'>", None, b"<c r='A1' s='1'>"),
        (b"<c r='A1' />", "n", b"<c r='A1' t=\"n\" />"),
        (b"<c/>", "a&b", b'<c t="a&amp;b"/>'),
        (b"<c x:t='1' mt='2' u=' t=3'>", "n", b"<c x:t='1' mt='2' u=' t=3' t=\"n\">"),
        (b"<c>", None, b"<c>"),
    ],
)
def test_an_attribute_changes_and_the_others_do_not(
    tag: bytes, value: str | None, expected: bytes
) -> None:
    assert with_attribute(tag, "t", value) == expected


def test_a_tag_is_opened() -> None:
    assert opened_tag(b"<c a='/' />") == b"<c a='/'>"
    assert opened_tag(b"<c>") == b"<c>"
