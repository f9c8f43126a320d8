"""A besluit that is none on the aanvraag: on a dwangsom (Awb 4:18), or on a bezwaar (Awb 7:11, 7:12, 8:1)."""

from __future__ import annotations

from datetime import timedelta

from toegang.domain.datums import datum_voluit
from toegang.domain.dwangsom import Dwangsombesluit
from toegang.domain.openstaand import vereis
from toegang.domain.opschorting import Onderwerp
from toegang.domain.termijnen import bezwaartermijn
from toegang.domain.termijnparameters import termijnparameter
from toegang.errors import NietToegestaan
from toegang.letters.besluitonderdelen import Besluitgegevens, Motiveringsstap
from toegang.letters.bronnen import Briefbron
from toegang.letters.matrix import Brievenmatrix, Matrixregel
from toegang.letters.onderdelen import Rechtsmiddel
from toegang.letters.procesdelen import Procesbron, bezwaar_van
from toegang.letters.procesonderdelen import AnderBesluit
from toegang.letters.tekst import met_lidwoord, telwoord, zonder_schema
from toegang.lifecycle.procesbrief import BESLUIT_OP_BEZWAAR, DWANGSOM

RECHTBANK, POSTADRES, DIGITAAL = "beroep.rechtbank", "beroep.postadres", "beroep.digitaal"
"""Settings of the gemeente: which court, and where to write to. No default: a wrong address costs somebody a right."""


def ander_besluit(bron: Procesbron) -> AnderBesluit | None:
    """Return the besluit that such a letter carries; ``None`` for any other letter.

    Args:
        bron: where it is read from.

    Raises:
        NietToegestaan: the court is not filled in.
    """
    if bron.brief.sjabloon == DWANGSOM:
        return _over_dwangsom(bron)
    return _op_bezwaar(bron) if bron.brief.sjabloon == BESLUIT_OP_BEZWAAR else None


def als_besluit(ander: AnderBesluit, bron: Briefbron, regel: Matrixregel) -> Besluitgegevens:
    """Return it as it is printed; reasons are always due (L-16).

    Args:
        ander: the besluit.
        bron: the domain values.
        regel: the letter.
    """
    return Besluitgegevens(
        soort=None,
        datum=ander.datum,
        belastend=True,
        stappen=ander.stappen,
        conclusie=ander.conclusie,
        grondslagen=regel.gronden(bron.zaak.wet, frozenset()),
    )


def rechtsmiddel_van(ander: AnderBesluit, bron: Briefbron, regel: Matrixregel, matrix: Brievenmatrix) -> Rechtsmiddel:
    """Compose the remedies: objecting with the body, or after that appealing with the court (L-13).

    Args:
        ander: the besluit.
        bron: the domain values.
        regel: the letter.
        matrix: holds the words of the clause.
    """
    clausule = matrix.clausule(regel.soort, bron.dagtekening, "beroep" if ander.beroep else "bezwaar")
    termijn = termijnparameter(clausule.termijn, bron.dagtekening)
    woord = termijn.eenheid.met_aantal(termijn.waarde).partition(" ")[2]
    if ander.beroep is not None:
        orgaan, postadres, digitaal = ander.beroep
    else:
        beslist = bron.organisatie.orgaan(bron.zaak.wet, ander.datum)
        orgaan = met_lidwoord(vereis(bron.organisatie, beslist.naam))
        postadres = vereis(bron.organisatie, beslist.postadres or "")
        digitaal = vereis(bron.organisatie, beslist.digitaal_bezwaar or "")
    return Rechtsmiddel(
        door_wie=clausule.door_wie,
        termijn=f"binnen {telwoord(termijn.waarde)} {woord}",
        ingang=clausule.ingang,
        orgaan=orgaan,
        postadres=postadres,
        digitaal=zonder_schema(digitaal) if clausule.digitaal else "",
        laatste_dag=bezwaartermijn(bron.dagtekening).einde,
        beroep=ander.beroep is not None,
    )


def _over_dwangsom(bron: Procesbron) -> AnderBesluit | None:
    besluit = bron.werk.termijnzaken.haal(bron.brief.aanleiding).gebeurtenis
    if not isinstance(besluit, Dwangsombesluit):
        return None
    geen = besluit.uitzondering is not None
    return AnderBesluit(
        datum=besluit.op,
        onderwerp="Besluit over de dwangsom",
        stappen=tuple(
            Motiveringsstap(kop=kop, tekst=tekst)
            for kop, tekst in (
                ("Wij waren te laat", _te_laat(besluit)),
                ("Waarom u geen dwangsom krijgt" if geen else "Waarom u een dwangsom krijgt", _waarom(besluit)),
            )
        ),
        beslisser=besluit.beslisser,
        mandaat=besluit.mandaat,
    )


def _te_laat(besluit: Dwangsombesluit) -> str:
    waarop = "de aanvraag" if besluit.over is Onderwerp.AANVRAAG else "het bezwaar"
    return (
        f"Wij moesten uiterlijk op {datum_voluit(besluit.termijn_tot)} beslissen op {waarop}. Dat is niet gelukt. "
        f"Op {datum_voluit(besluit.ingebreke_op)} kregen wij de brief waarin u ons daarop wees (de ingebrekestelling). "
        f"Daarna hadden wij nog twee weken. Die waren voorbij op "
        f"{datum_voluit(besluit.eerste_dag - timedelta(days=1))}."
    )


def _waarom(besluit: Dwangsombesluit) -> str:
    if besluit.uitzondering is not None:
        return (
            "De wet geeft dan toch geen dwangsom in een paar gevallen. Hier is dat zo: "
            f"{besluit.uitzondering.uitleg_bij(besluit.over)}."
        )
    begin = f"Vanaf {datum_voluit(besluit.eerste_dag)} moeten wij u voor elke dag een bedrag betalen."
    if besluit.besloten_op is not None:
        alsnog = datum_voluit(besluit.besloten_op)
        return f"{begin} Op {alsnog} hebben wij alsnog beslist. Over die dag betalen wij niet meer."
    return (
        f"{begin} Dat duurt ten hoogste {sum(item.dagen for item in besluit.perioden)} dagen, dus tot en met "
        f"{datum_voluit(besluit.laatste_dag)}. Ook daarna moeten wij nog beslissen."
    )


def _op_bezwaar(bron: Procesbron) -> AnderBesluit:
    bezwaar = bezwaar_van(bron)
    assert bezwaar.afgedaan_op is not None
    antwoorden = bron.omgeving.antwoorden
    orgaan, adres = antwoorden.get(RECHTBANK, "").strip(), antwoorden.get(POSTADRES, "").strip()
    if not orgaan or not adres:
        raise NietToegestaan(
            f"Gemeente {bron.omgeving.naam} heeft niet ingevuld bij welke rechtbank een inwoner in beroep kan.",
            vervolg=f"Vul '{RECHTBANK}' en '{POSTADRES}' in met toegang gemeente instel; er is geen brief gemaakt.",
        )
    return AnderBesluit(
        datum=bezwaar.afgedaan_op,
        onderwerp="Besluit op uw bezwaar",
        conclusie=bezwaar.motivering,
        beslisser=bezwaar.beslist_door or "",
        mandaat=bezwaar.mandaat,
        beroep=(met_lidwoord(orgaan), adres, antwoorden.get(DIGITAAL, "").strip()),
    )
