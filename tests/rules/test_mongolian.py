"""A station's list of Mongolian terms: read, merged, confirmed."""

import pytest

from mengzhan.rules.mongolian import NoTerms, Term, Terms, read_terms

HERDER, MILKER = "ᠮᠠᠯᠴᠢᠨ", "ᠰᠠᠭᠠᠯᠢᠴᠢᠨ"
OF_MONGOLIA = "ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ ᠬᠡᠯᠡ"


def test_a_list_is_read_below_its_heading() -> None:
    read = read_terms(
        [["中文", "蒙古文", "是否审校"], ["羊倌", HERDER, "是"], ["挤奶工", MILKER, ""]]
    )
    assert list(read.terms) == [Term("羊倌", HERDER, True), Term("挤奶工", MILKER, False)]
    assert read.refused == ()


def test_a_list_without_a_heading_loses_nothing() -> None:
    assert list(read_terms([["羊倌", HERDER]]).terms) == [Term("羊倌", HERDER)]


def test_the_joiners_and_narrow_spaces_of_mongolian_stay() -> None:
    assert read_terms([["蒙古语", OF_MONGOLIA]]).terms.of("蒙古语") == Term("蒙古语", OF_MONGOLIA)


@pytest.mark.parametrize(
    "row", [["羊倌", "malchin", "是"], ["羊倌", ""], ["", HERDER], ["羊倌", f"{HERDER}羊倌"]]
)
def test_a_line_that_is_no_term_is_told_by_its_number(row: list[str]) -> None:
    read = read_terms([["挤奶工", MILKER], [], row])
    assert read.refused == (3,)
    assert len(read.terms) == 1


@pytest.mark.parametrize("rows", [[], [["中文", "蒙古文"]], [["羊倌", "малчин"]]])
def test_a_list_without_terms_is_refused(rows: list[list[str]]) -> None:
    with pytest.raises(NoTerms):
        read_terms(rows)


def test_what_a_person_confirmed_stays_confirmed_while_it_is_the_same() -> None:
    before = Terms([Term("羊倌", HERDER, True), Term("挤奶工", MILKER, True)])
    after = before.with_list(Terms([Term("羊倌", HERDER), Term("挤奶工", OF_MONGOLIA)]))
    assert after.of("羊倌") == Term("羊倌", HERDER, True)
    assert after.of("挤奶工") == Term("挤奶工", OF_MONGOLIA, False)
    assert after.unreviewed == 1


def test_a_term_is_confirmed_and_that_is_taken_back() -> None:
    terms = Terms([Term("羊倌", HERDER), Term("挤奶工", MILKER)])
    assert terms.confirmed(["羊倌"]).unreviewed == 1
    assert terms.confirmed(["羊倌"]).confirmed(["羊倌"], reviewed=False).unreviewed == 2


def test_the_first_words_that_have_a_term_win() -> None:
    terms = Terms([Term("家畜饲养员", HERDER)])
    assert terms.of("羊倌（接羔季）", "家畜饲养员") == Term("家畜饲养员", HERDER)
    assert terms.of("焊工") is None
