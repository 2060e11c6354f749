"""What is offered in a cell."""

from mengzhan.model.fieldtypes import Choice
from mengzhan.model.kinds import KINDS
from mengzhan.sheets.ledgers.forms import form_of
from mengzhan.sheets.ledgers.options import Options, options_of, rule
from tests import people


def offered(source: str, form: str) -> list[str]:
    kind, name = source.split(".")
    field = KINDS[kind][name]
    found = form_of(field, form)
    assert found is not None
    return options_of(field, found, people.VILLAGE)


def test_codes_are_offered_in_the_form_of_their_column() -> None:
    assert offered("person.sex", "label")[:2] != offered("person.sex", "code")[:2]
    assert offered("person.consent", "yes_no") == ["是", "否"]
    assert offered("person.consent", "tick") == ["√"]
    assert offered("person.name", "") == []
    assert len(offered("person.wanted_occupations", "label")) > 1_500


def test_retired_codes_are_not_offered() -> None:
    for kind in KINDS.by_hand.values():
        for field in kind:
            if isinstance(field.type, Choice):
                table = field.type.lookup.table  # type: ignore[attr-defined]
                retired = {code.code for code in table if code.retired}
                assert not retired & set(offered(f"{kind.name}.{field.name}", "code"))


def test_places_are_those_of_the_station_s_township() -> None:
    found = offered("person.residence", "code")
    assert people.VILLAGE in found
    assert {code[:9] for code in found} == {people.VILLAGE[:9]}


def test_short_lists_stand_in_the_rule_and_long_ones_apart_once() -> None:
    options = Options()
    assert options.formula(["是", "否"]) == '"是,否"'
    first = options.formula(["有,逗号", "无"])
    assert first == "'选项'!$A$1:$A$2"
    assert options.formula(["长" * 40] * 9) == "'选项'!$B$1:$B$9"
    assert options.formula(["有,逗号", "无"]) == first


def test_a_hint_is_cut_to_what_excel_takes() -> None:
    made = rule("A4:A9", "", strict=True, prompt=("题" * 50, "说" * 400))
    assert (len(made.promptTitle), len(made.prompt), made.type) == (32, 255, None)
