"""Words on the screen: the core's templates translated at display, and the language in force.

Chinese is the source language. Other languages are read straight from the ``.ts`` files of
``i18n/``, so that a catalogue can be added without a compiler.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

from mengzhan.model.codes import show_codes_in
from mengzhan.model.kind import Kind
from mengzhan.model.resources import translation_path
from mengzhan.model.words import Message

SOURCE_LANGUAGE = "zh_CN"
LANGUAGES = (SOURCE_LANGUAGE, "en")

_PLACEHOLDER = re.compile(r"%L?(\d+|n)|\{(\w*)[^{}]*\}")


def say(message: Message | str) -> str:
    """Return a word or sentence of the core in the language of the screen.

    Texts among the parameters are looked up too: a label inside a sentence is a word of the core.
    """
    if isinstance(message, str):
        return QCoreApplication.translate("model", message) if message else ""
    template = QCoreApplication.translate("model", message.template)
    return template.format(**{name: _say_part(part) for name, part in message.params.items()})


def _say_part(part: object) -> object:
    return say(part) if isinstance(part, str | Message) else part


def say_many(kind: Kind) -> str:
    """Return what a list of records of a kind is called."""
    return QCoreApplication.translate("lists", kind.many) if kind.many else say(kind.label)


def within(words: str) -> str:
    """Return words as they stand inside a sentence: English labels begin small there."""
    return words[:1].lower() + words[1:]


def placeholders(text: str) -> set[str]:
    """Return what a text leaves open: ``%1``, ``%n`` and the names in braces."""
    return {number or f"{{{name}}}" for number, name in _PLACEHOLDER.findall(text)}


class CatalogueTranslator(QTranslator):
    """Translations read from a ``.ts`` file.

    Left out are unfinished ones and those that leave other things open than the source does: a
    sentence in Chinese is better than a crash or a lost number.
    """

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        """Read ``path``.

        Raises:
            OSError: the file cannot be read.
            xml.etree.ElementTree.ParseError: it is not XML.
        """
        super().__init__(parent)
        self._forms = {(context, text): forms for context, text, forms in _read(path)}

    def __len__(self) -> int:
        return len(self._forms)

    def isEmpty(self) -> bool:
        return not self._forms

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 - Qt's name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        """Return the translation; ``None`` (Qt's null string) sends Qt on to the source."""
        forms = self._forms.get((context, sourceText))
        if forms is None:
            return None  # type: ignore[return-value]
        return forms[0] if n in (-1, 1) else forms[-1]


def _read(path: Path) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    # The file is part of the program, not something that came from outside.
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314
        name = context.findtext("name", "")
        for message in context.iter("message"):
            source = message.findtext("source", "")
            translation = message.find("translation")
            if translation is None or translation.get("type"):
                continue
            plural = tuple(form.text or "" for form in translation.iter("numerusform"))
            forms = plural or (translation.text or "",)
            if all(form and placeholders(form) == placeholders(source) for form in forms):
                yield name, source, forms


_TITLE_SAID = 16


def short_title(title: str) -> str:
    """Shorten a title within a sentence: a long name would push what happened out of sight."""
    return title if len(title) <= _TITLE_SAID else f"{title[:_TITLE_SAID]}…"


_installed: list[QTranslator] = []


def use_language(language: str) -> None:
    """Put a language in force: our catalogue, and Qt's own words where Qt has them.

    Windows made before keep their words; the language is chosen at start.
    """
    show_codes_in(language)
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    qt_words = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if qt_words.load(f"qtbase_{language}", folder):
        _install(qt_words)
    catalogue = translation_path(f"mengzhan_{language}.ts")
    if language != SOURCE_LANGUAGE and catalogue.is_file():
        _install(CatalogueTranslator(catalogue))


def _install(translator: QTranslator) -> None:
    QCoreApplication.installTranslator(translator)
    _installed.append(translator)
