"""What a stored vacancy's words break, beside the list."""

from mengzhan.ui.pages.adlint.ad_summary import AdSummary
from mengzhan.ui.workspace import Workspace
from tests import people
from tests.ui.pages.conftest import Town


def test_open_hits_stand_beside_the_list(workspace: Workspace, town: Town) -> None:
    summary = AdSummary(workspace)
    values = people.vacancy_values(town.employer, title="女服务员", conditions="不限")
    assert summary.facts("vacancy", values) == [
        ("招聘用语", "“女服务员”：招聘条件不得限定或优先性别。")
    ]
    kept = values | {"lint_exceptions": "D-SEX-1｜女服务员｜法律允许"}
    assert summary.facts("vacancy", kept) == []


def test_nothing_is_said_of_other_records_or_of_none(workspace: Workspace) -> None:
    summary = AdSummary(workspace)
    assert summary.facts("person", people.person_values(1)) == []
    assert summary.facts("vacancy", {}) == []
