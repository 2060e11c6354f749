"""Names and moments as pages write them."""

from mengzhan.store.operators import remember_operators
from mengzhan.store.session import Session
from mengzhan.ui.pages.context import Moments


def test_nobody_else_names_ones_own_operators(session: Session) -> None:
    own = session.operator
    session.store.writer.run(
        lambda connection: remember_operators(
            connection, "150102001002", {own.id: "别人", "c": "其木格"}
        )
    )
    moments = Moments(session)
    assert moments.named("c") == "其木格"
    assert moments.named("nobody") == ""
    assert moments.named(own.id) == own.name
