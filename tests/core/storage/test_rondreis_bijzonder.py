"""The same for the repositories with a shape of their own: regie, archief, PDF files, instants."""

from collections.abc import Callable
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toegang.domain import begrippen as b
from toegang.domain.archief import Archiefbesluit
from toegang.domain.batch import Batch
from toegang.domain.reden import Reden
from toegang.domain.regie import Regietoewijzing
from toegang.domain.zaak import Zaak
from toegang.storage import Actor, Gemeenteopslag

pytestmark = pytest.mark.parametrize("motor", ["sqlite", pytest.param("postgres", marks=pytest.mark.lang)])
"""The same on both kinds of database."""

D, Z = "D-1", "Z2026-000001"

tekst = st.text(max_size=12)
woord = st.text(min_size=1, max_size=12)
misschien_dag = st.none() | st.dates()
json_tabel = st.dictionaries(tekst, st.none() | st.booleans() | st.integers(-99, 99) | tekst, max_size=3)
reden = st.builds(Reden, code=st.from_regex(r"\A[A-Z0-9_]{1,8}\Z"), tekst=woord, toelichting=tekst)
regie = st.builds(
    Regietoewijzing,
    modus=st.sampled_from(b.Regiemodus),
    regisseur=st.none() | woord,
    eerste_aanspreekpunt=woord,
    grond=tekst,
    reden=reden,
)
kort = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_regie(opslag: Gemeenteopslag, actor: Actor, huishouden: Callable[..., Zaak]) -> None:
    with opslag.werk(actor) as werk:
        huishouden(werk)
        belegd: list[Regietoewijzing] = []

        @kort
        @given(regie)
        def rondreis(toewijzing: Regietoewijzing) -> None:
            belegd.append(toewijzing)
            werk.regie.beleg(D, toewijzing, date(2026, 1, 1))
            assert werk.regie.huidig(D) == toewijzing
            assert [regel.toewijzing for regel in werk.regie.verloop(D)] == belegd

        rondreis()


def test_archief(opslag: Gemeenteopslag, actor: Actor, huishouden: Callable[..., Zaak]) -> None:
    besluiten = st.builds(Archiefbesluit, resultaat=woord, archiefactor=woord, afwijking=tekst, reden=reden)
    with opslag.werk(actor) as werk:
        huishouden(werk)

        @kort
        @given(besluiten, misschien_dag, json_tabel)
        def rondreis(besluit: Archiefbesluit, actiedatum: date | None, berekening: dict[str, Any]) -> None:
            werk.archief.bewaar(Z, besluit, actiedatum, berekening)
            record = werk.archief.haal(Z)
            assert (record.besluit, record.actiedatum, record.berekening) == (besluit, actiedatum, berekening)
            assert werk.archief.zoek(actiedatum=actiedatum) == (record,)

        rondreis()


@pytest.mark.parametrize("pdf", [b"", b"%PDF-1.7\n\x00\xff", bytes(range(256)) * 4000])
def test_pdf(
    pdf: bytes, opslag: Gemeenteopslag, actor: Actor, huishouden: Callable[..., Zaak], maak: SimpleNamespace
) -> None:
    with opslag.werk(actor) as werk:
        huishouden(werk)
        werk.brieven.bewaar(maak.brief())
        werk.brieven.bewaar_pdf("BR-1", b"eerste versie")
        werk.brieven.bewaar_pdf("BR-1", pdf)
        assert werk.brieven.pdf("BR-1") == pdf


def test_een_tijdstip_uit_een_andere_tijdzone_blijft_hetzelfde_tijdstip(opslag: Gemeenteopslag, actor: Actor) -> None:
    moment_ = datetime.fromisoformat("2026-07-01T00:30:00+02:00")
    batch = Batch(id="BT-1", aangemaakt_op=moment_, door="0", aantal=1)
    with opslag.werk(actor) as werk:
        werk.batches.bewaar(batch)
        assert werk.batches.haal("BT-1").aangemaakt_op == moment_
        assert werk.batches.zoek(aangemaakt_op=moment_) == (batch,)
