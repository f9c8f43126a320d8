"""Why did people decide so: conversation, plan, decision, mandate, letters and refusals, from what was stored."""

from __future__ import annotations

from datetime import date

from toegang.domain.besluit import Behandelaar
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.brief import Brief
from toegang.domain.regelboek import regelboek
from toegang.domain.spoor import Oordeel, Regeltoets, Spoor
from toegang.domain.verklaring import Verklaring
from toegang.domain.zaak import Zaak
from toegang.guards.mandaat import WIE_BESLIST
from toegang.lifecycle.vastleggen import GEWEIGERD
from toegang.storage import Logregel, Werkeenheid

_STAPPEN = {
    "neem_in": "intake",
    "stel_team_samen": "team samenstellen",
    "beleg_regie": "regie beleggen",
    "registreer_aanvraag": "aanvraag registreren",
    "neem_besluit": "besluit nemen",
    "stel_beschikking_op": "beschikking opstellen",
    "bepaal_archief": "archief bepalen",
}
_OVER_MANDAAT = WIE_BESLIST | {"L-19"}
_MOTIVERING = "De motivering staat in het dossier; wie bevoegd is, leest haar met: toegang zaak inzien"


def regieverloop(werk: Werkeenheid, zaak: Zaak) -> tuple[Verklaring, ...]:
    """Return the periods of regie over the household, when there was more than one."""
    verloop = werk.regie.verloop(zaak.dossier_id)
    if len(verloop) < 2:
        return ()
    return tuple(
        Verklaring(
            onderdeel="regie",
            kop="Regie: een periode over dit huishouden",
            op=regel.sinds,
            kenmerk=regel.id,
            uitkomst=_paren(
                sinds=regel.sinds, tot=regel.tot, modus=regel.toewijzing.modus, regisseur=regel.regisseur or "zelf"
            ),
            reden=regel.toewijzing.reden,
        )
        for regel in verloop
    )


def gesprekken(werk: Werkeenheid, zaak: Zaak) -> tuple[Verklaring, ...]:
    """Return when the conversations were held, by whom, and what the resident said of the report."""
    return tuple(
        Verklaring(
            onderdeel="gesprek",
            kop="Gesprek: wanneer, waar en wat de inwoner van het verslag vond",
            op=item.op,
            kenmerk=item.id,
            uitkomst=_paren(
                plaats=item.plaats.lower(),
                onderzocht=", ".join(letter for letter, _ in item.onderzoek),
                akkoord=item.akkoord,
            ),
            tekst="Wat er is gezegd, staat in het dossier; wie bevoegd is, leest het met: toegang zaak inzien",
            door=item.gevoerd_door,
            regels=_regels(item),
        )
        for item in werk.gesprekken.zoek(zaak_id=zaak.id)
    )


def plannen(werk: Werkeenheid, zaak: Zaak) -> tuple[Verklaring, ...]:
    """Return the versions of the plan of the household, and what each is worth."""
    return tuple(
        Verklaring(
            onderdeel="plan",
            kop=f"Plan: versie {record.plan.versie} voor dit huishouden",
            op=record.plan.vastgesteld_op,
            kenmerk=record.id,
            uitkomst=_paren(
                soort=record.plan.soort,
                akkoord=record.plan.akkoord,
                getekend_op=record.plan.getekend_op,
                geldt_als_aanvraag=record.plan.geldt_als_aanvraag,
            ),
            regels=_regels(record),
        )
        for record in werk.plannen.zoek(dossier_id=zaak.dossier_id)
    )


def besluiten(werk: Werkeenheid, zaak: Zaak) -> tuple[Verklaring, ...]:
    """Return every decision with who did which part of it, and the rules that were checked."""
    return tuple(_besluit(record) for record in werk.besluiten.zoek(zaak_id=zaak.id))


def _besluit(record: Besluitrecord) -> Verklaring:
    besluit = record.besluit
    wat = [("soort", besluit.soort.value)]
    wat += [("voorziening", f"{item.product} ({item.soort.lower()})") for item in besluit.voorzieningen]
    wat += _paren(minder_dan_gevraagd=besluit.minder_dan_gevraagd, ten_nadele=besluit.ten_nadele)
    wat += [("beoordelaar", _wie(besluit.beoordelaar))]
    wat += [("toetser", _wie(besluit.toetser))] if besluit.toetser else []
    wat += [("beslisser", _wie(besluit.beslisser))]
    wat += [
        ("advies", f"van {item.van}: {'' if item.overgenomen else 'niet '}overgenomen") for item in besluit.adviezen
    ]
    wat += _paren(bekendgemaakt_op=record.bekendgemaakt_op, bezwaar_tot_en_met=record.bezwaar_tot)
    return Verklaring(
        onderdeel="besluit",
        kop="Besluit: wat er is besloten en door wie",
        op=besluit.datum,
        kenmerk=record.id,
        uitkomst=tuple(wat),
        tekst=_MOTIVERING,
        door=_wie(besluit.beslisser),
        regels=record.regels,
    )


def mandaten(werk: Werkeenheid, zaak: Zaak, sporen: tuple[Spoor, ...]) -> tuple[Verklaring, ...]:
    """Return for every decision on which authority it was taken, and on which it is signed.

    Args:
        werk: a unit of work.
        zaak: the zaak.
        sporen: the answers on the form of its decisions, in order.
    """
    gevonden = []
    for nummer, record in enumerate(werk.besluiten.zoek(zaak_id=zaak.id)):
        vorm = sporen[nummer].regels if nummer < len(sporen) else ()
        concept = record.concept
        wat = [("beslisser", _wie(record.besluit.beslisser))]
        wat += [("mandaat om te beslissen", record.beslismandaat)] if record.beslismandaat else []
        if concept is not None:
            wat += _paren(
                ondertekenende_functie=record.tekenfunctie,
                ondertekenaar=record.ondertekenaar,
                ondertekend_op=record.ondertekend_op,
            )
            wat += [("mandaat voor de handtekening", record.mandaat)] if record.mandaat else []
        gevonden.append(
            Verklaring(
                onderdeel="mandaat",
                kop="Mandaat: wie mocht beslissen en wie mag ondertekenen",
                op=record.besluit.datum,
                kenmerk=record.id,
                uitkomst=tuple(wat),
                tekst=_waarom_ondertekenaar(record),
                regels=tuple(item for item in (*record.regels, *vorm) if _over_mandaat(item)),
            )
        )
    return tuple(gevonden)


def _waarom_ondertekenaar(record: Besluitrecord) -> str:
    concept = record.concept
    if concept is None:
        return "De vorm van het besluit is nog niet bepaald; wie ondertekent, staat daarom nog niet vast."
    if concept.ondertekenaarfunctie is None:
        return "Er is geen papier dat iemand moet ondertekenen."
    if record.ondertekenaar is None:
        return "Voor deze functie is niemand gevonden die mag ondertekenen."
    if record.tekenreden is not None:
        return record.tekenreden.tekst
    return "De besluitroute noemt de functie; het mandaatregister wijst aan dat zij mag, en wie er die dag was, tekent."


def brieven(werk: Werkeenheid, zaak: Zaak) -> tuple[Verklaring, ...]:
    """Return every letter: where it is, and why it waits or failed."""
    return tuple(_brief(item) for item in werk.brieven.zoek(zaak_id=zaak.id))


def _brief(brief: Brief) -> Verklaring:
    waarom = f"De brief is aangehouden: {brief.aanhoudreden.uitleg}." if brief.aanhoudreden else ""
    return Verklaring(
        onderdeel="brief",
        kop=f"Brief: {brief.sjabloon}",
        op=brief.gemaakt_op,
        kenmerk=brief.id,
        uitkomst=_paren(
            stand=brief.status,
            besluit=brief.besluit_id,
            dagtekening=brief.dagtekening,
            verzonden_op=brief.verzonden_op,
            batch=brief.batch_id,
            bladzijden=brief.paginas or None,
            vingerafdruk=brief.sha256,
            gemaakt_met=", ".join(f"{naam} {versie}" for naam, versie in brief.software),
        ),
        tekst=" ".join(filter(None, (waarom, brief.toelichting))),
    )


def weigeringen(werk: Werkeenheid, zaak: Zaak) -> tuple[Verklaring, ...]:
    """Return the steps that a rule refused, from the log: which rules, when, and who tried."""
    return tuple(_weigering(regel) for regel in werk.logboek.regels(zaak=zaak.id, actie=GEWEIGERD))


def _weigering(logregel: Logregel) -> Verklaring:
    stap = logregel.detail.get("stap", "")
    ids = [id for id in logregel.detail.get("regels", "").split(",") if id]
    return Verklaring(
        onderdeel="weigeringen",
        kop=f"Geweigerd: {_STAPPEN.get(stap, stap.replace('_', ' '))}",
        op=logregel.op,
        kenmerk=f"logregel {logregel.volgnr}",
        tekst="Er is toen niets opgeslagen. De regels staan hier in de woorden van nu.",
        door=logregel.medewerker or f"account {logregel.uid}",
        regels=tuple(_uit_boek(id) for id in ids),
    )


def _uit_boek(id: str) -> Regeltoets:
    rij = regelboek().get(id)
    tekst, bron = (rij.tekst, rij.artikel or f"regel van {rij.herkomst}") if rij else ("", "")
    soort = "wet" if rij is not None and rij.is_wet else "organisatie"
    return Regeltoets(regel=id, soort=soort, titel=tekst, grondslag=bron, oordeel=Oordeel.GEWEIGERD, boodschap=tekst)


def _over_mandaat(item: Regeltoets) -> bool:
    return item.regel in _OVER_MANDAAT


def _regels(record: object) -> tuple[Regeltoets, ...]:
    """Return the rules that were kept with a record, when it keeps them."""
    return tuple(getattr(record, "regels", ()))


def _wie(behandelaar: Behandelaar) -> str:
    return f"{behandelaar.medewerker} ({behandelaar.functie})"


def _paren(**feiten: date | str | bool | int | None) -> tuple[tuple[str, str], ...]:
    """Return facts as pairs of text; what is empty or false is left out."""
    paren = []
    for naam, feit in feiten.items():
        if feit in (None, "", False):
            continue
        tekst = "ja" if feit is True else feit.isoformat() if isinstance(feit, date) else str(feit)
        paren.append((naam.replace("_", " "), tekst))
    return tuple(paren)
