"""A leaflet says what the policy's record says."""

from mengzhan.rules.leaflets import Leaflet, leaflet_of
from tests.store.conftest import Station


def test_a_leaflet_is_read_from_a_policy(station: Station) -> None:
    policy = station.add(
        "policy",
        {
            "title": "一次性创业补贴",
            "target": "毕业5年内高校毕业生",
            "standard": "每户5000元",
            "where": "旗县就业服务中心",
            "basis": "内人社发〔2019〕30号",
            "valid_until": "2026-12-31",
            "note": "问过局里",
        },
    )
    found = leaflet_of(station.session.read(), policy)
    assert found == Leaflet(
        "一次性创业补贴",
        "毕业5年内高校毕业生",
        "每户5000元",
        "旗县就业服务中心",
        "内人社发〔2019〕30号",
        "2026年12月31日",
    )
