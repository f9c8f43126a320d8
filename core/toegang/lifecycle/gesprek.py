"""Step 4, gesprek: what was talked about, and with what outcome; in versions until the plan is agreed."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from pydantic import Field, field_validator

from toegang.domain.begrippen import Akkoord
from toegang.domain.gesprek import Gesprek, Verstrekking
from toegang.domain.gespreksmap import Zrmscore
from toegang.domain.levensdomeinen import levensdomeinen, zrm_domeinen
from toegang.domain.levensloop import Stap
from toegang.domain.spoor import Oordeel, Regeltoets
from toegang.domain.verslag import LETTERS, Verslag
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict
from toegang.guards.contexten_gesprek import GesprekToets
from toegang.guards.register import Moment, toets, weiger_bij_overtreding
from toegang.lifecycle.eigenplan import eigenplan_van
from toegang.lifecycle.intakepoort import vereis_onderzoek_mag
from toegang.lifecycle.mensen import medewerker_uit
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.plan import plan_van
from toegang.lifecycle.procesbrief import VERSLAG, laat_vervallen, leg_procesbrief_klaar
from toegang.lifecycle.uitnodiging import ruim_uitnodigingen_op
from toegang.lifecycle.vastleggen import controleer_dag, meldt_weigering, nieuw_id, vereis_stap
from toegang.storage import Actor, Werkeenheid

W = TypeVar("W")

NOG_IN_TE_VULLEN = "INVULLEN"
"""What stands in the example file where a person has to write something."""


class Gespreksverslag(Verslag):
    """The report of a gesprek as it is handed in; see :class:`toegang.domain.verslag.Verslag`."""

    plaats: str = Field(pattern="^(THUIS|KANTOOR|TELEFONISCH|ELDERS)$")
    vraagverheldering: str = Field(min_length=1)

    @field_validator("*", mode="before")
    @classmethod
    def _ingevuld(cls, waarde: Any) -> Any:
        if _staat_open(waarde):
            raise ValueError(f"hier staat nog {NOG_IN_TE_VULLEN}")
        return waarde

    @field_validator("onderzoek")
    @classmethod
    def _letters(cls, waarde: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
        return _bekend(waarde, tuple(LETTERS))

    @field_validator("levensdomeinen")
    @classmethod
    def _domeinen(cls, waarde: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
        return _bekend(waarde, tuple(levensdomeinen()))

    @field_validator("zrm")
    @classmethod
    def _zrm(cls, waarde: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
        return _bekend(waarde, tuple(zrm_domeinen()))


@meldt_weigering
def leg_gesprek_vast(omgeving: Omgeving, actor: Actor, zaak_id: str, verslag: Gespreksverslag) -> Gesprek:
    """Record a version of the report of a gesprek.

    A report without solutions is a first part: it is kept, and the zaak stays where it is until the second
    part is there too. Then all rules of the gesprek are checked.

    Args:
        omgeving: the gemeente.
        actor: who records it.
        zaak_id: zaaknummer.
        verslag: the whole report, also what an earlier version said.

    Returns:
        The version as stored; ``regels`` of a first part say what is still missing.

    Raises:
        Regelovertreding: cliëntondersteuning was not offered before (L-52), or the report is complete and a rule
            refuses, e.g. not all parts answered (L-53).
        Conflict: the zaak is not at this step, the plan is agreed, or this is what is stored already.
        Invoerfout: a day lies before the melding or in the future, or a medewerker does not exist.
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        vorige = laatste_verslag(werk, zaak.id)
        _vereis_open(werk, zaak, vorige)
        _controleer_dagen(omgeving, zaak, verslag)
        vereis_onderzoek_mag(werk, omgeving, zaak, verslag.op)
        gesprek = Gesprek(
            **dict(verslag),
            id=nieuw_id("G"),
            dossier_id=zaak.dossier_id,
            zaak_id=zaak.id,
            versie=1 + (vorige.versie if vorige else 0),
            vastgelegd_op=omgeving.vandaag(),
        )
        if vorige is not None and vorige.inhoud == gesprek.inhoud:
            raise Conflict(f"Dit verslag staat al in zaak {zaak.id}.", vervolg="Er is niets gewijzigd.")
        regels = _toets(werk, omgeving, zaak, gesprek)
        was_klaar = gesprek_gedaan(zaak)
        if gesprek.afgerond or was_klaar:
            weiger_bij_overtreding(regels, f"Zaak {zaak.id}")
        gesprek = werk.gesprekken.bewaar(gesprek.gewijzigd(regels=regels))
        _bewaar_zrm(werk, zaak, gesprek)
        if gesprek.afgerond and not was_klaar:
            werk.zaken.bewaar(zaak.na(Stap.GESPREK, gesprek.laatste_dag))
        _zet_brief_klaar(werk, omgeving, zaak, gesprek, vorige, klaar=gesprek.afgerond or was_klaar)
        werk.log("gesprek.vastgelegd", zaak=zaak.id, dossier=zaak.dossier_id, detail=_detail(gesprek))
        werk.commit()
    return gesprek


def verstrek_verslag(omgeving: Omgeving, actor: Actor, zaak_id: str, op: date, hoe: Verstrekking) -> Gesprek:
    """Record that the resident was given the report as it is now (Wmo 2.3.2 lid 8, L-55).

    Args:
        omgeving: the gemeente.
        actor: who gave it.
        zaak_id: zaaknummer.
        op: day.
        hoe: how.

    Raises:
        Conflict: there is no complete report, or this version was given before.
        Invoerfout: the day lies before the gesprek or in the future.
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        gesprek = laatste_verslag(werk, zaak.id)
        if gesprek is None or not gesprek_gedaan(zaak):
            raise Conflict(
                f"Zaak {zaak.id} heeft nog geen afgerond verslag om te geven.",
                vervolg=f"Leg het vast met: toegang gesprek verslag {zaak.id} BESTAND",
            )
        if gesprek.verstrekt_op is not None:
            raise Conflict(
                f"Versie {gesprek.versie} van het verslag in zaak {zaak.id} is al gegeven op "
                f"{gesprek.verstrekt_op.isoformat()}.",
                vervolg="Er is niets gewijzigd.",
            )
        controleer_dag("Het geven van het verslag", op, gesprek.laatste_dag, omgeving.vandaag())
        gesprek = werk.gesprekken.bewaar(gesprek.gewijzigd(verstrekt_op=op, verstrekt_hoe=hoe))
        laat_vervallen(werk, zaak, gesprek.id)
        werk.log(
            "gesprek.verstrekt",
            zaak=zaak.id,
            dossier=zaak.dossier_id,
            detail={"gesprek": gesprek.id, "op": op.isoformat(), "hoe": hoe.value},
        )
        werk.commit()
    return gesprek


def verslagen(werk: Werkeenheid, zaak_id: str) -> tuple[Gesprek, ...]:
    """Return all versions of the report of a zaak, oldest first."""
    return tuple(sorted(werk.gesprekken.zoek(zaak_id=zaak_id), key=lambda item: item.versie))


def laatste_verslag(werk: Werkeenheid, zaak_id: str) -> Gesprek | None:
    """Return the last version of the report of a zaak, or ``None``."""
    gevonden = verslagen(werk, zaak_id)
    return gevonden[-1] if gevonden else None


def gesprek_gedaan(zaak: Zaak) -> bool:
    """Tell whether the gesprek of a zaak is finished, whatever its report looked like at the time."""
    return any(item.stap is Stap.GESPREK and not item.nvt for item in zaak.stappen)


def ontbreekt_nog(gesprek: Gesprek) -> tuple[Regeltoets, ...]:
    """Return what a first part still lacks; nothing for a report that was accepted as complete."""
    return tuple(item for item in gesprek.regels if item.oordeel is Oordeel.GEWEIGERD)


def _zet_brief_klaar(
    werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, gesprek: Gesprek, vorige: Gesprek | None, *, klaar: bool
) -> None:
    """Put the report in line for the resident; what waits of an older version, or invites to it, is dropped."""
    if vorige is not None:
        laat_vervallen(werk, zaak, vorige.id)
    ruim_uitnodigingen_op(werk, zaak, gesprek.laatste_dag)
    if klaar:
        leg_procesbrief_klaar(werk, omgeving, zaak, VERSLAG, gesprek.id)


def _vereis_open(werk: Werkeenheid, zaak: Zaak, vorige: Gesprek | None) -> None:
    """Check that the report may still be written.

    Raises:
        Conflict: it may not.
    """
    if not zaak.open or zaak.status not in (Stap.GESPREK, Stap.PLAN) or vorige is None:
        vereis_stap(zaak, Stap.GESPREK)
    elif zaak.status is Stap.PLAN:
        record = plan_van(werk, zaak.dossier_id)
        if record and (record.plan.akkoord is Akkoord.GEACCORDEERD or record.plan.getekend_op is not None):
            raise Conflict(
                f"In zaak {zaak.id} is het plan al afgesproken; het verslag staat vast.",
                vervolg="Leg wat anders is vast in een nieuwe versie van het plan.",
            )


def _controleer_dagen(omgeving: Omgeving, zaak: Zaak, verslag: Verslag) -> None:
    vandaag = omgeving.vandaag()
    controleer_dag("Het gesprek", verslag.op, zaak.ontvangen_op, vandaag)
    if verslag.deel_2 is not None:
        controleer_dag("Deel 2 van het gesprek", verslag.deel_2.op, zaak.ontvangen_op, vandaag)
    if verslag.maatwerk_besproken_op is not None:
        controleer_dag("Het bespreken van maatwerk", verslag.maatwerk_besproken_op, zaak.ontvangen_op, vandaag)


def _toets(werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, gesprek: Gesprek) -> tuple[Regeltoets, ...]:
    wie = dict.fromkeys([gesprek.gevoerd_door, *([gesprek.deel_2.gevoerd_door] if gesprek.deel_2 else [])])
    andere = [item for item in werk.zaken.zoek(dossier_id=zaak.dossier_id) if item.open and item.id != zaak.id]
    beeld = omgeving.beeld()
    context = GesprekToets(
        zaak=zaak,
        gesprek=gesprek,
        voerders=tuple(medewerker_uit(werk, "gevoerd_door", item) for item in wie),
        planner=medewerker_uit(werk, "gepland_door", gesprek.gepland_door) if gesprek.gepland_door else None,
        eigen_plan=eigenplan_van(werk, zaak),
        andere_zaken=len(andere),
        adviezen=werk.adviezen.zoek(zaak_id=zaak.id),
        beeld=beeld,
    )
    return toets(Moment.GESPREK, context, beeld, omgeving.bevestigd)


def _bewaar_zrm(werk: Werkeenheid, zaak: Zaak, gesprek: Gesprek) -> None:
    if not gesprek.zrm:
        return
    dossier = werk.dossiers.haal(zaak.dossier_id)
    map_ = dossier.gespreksmap
    for domein, niveau in gesprek.zrm:
        map_ = map_.met_score(
            Zrmscore(
                domein=domein,
                niveau=niveau,
                op=gesprek.op,
                inwoner=zaak.client_id,
                zaak_id=zaak.id,
                door=gesprek.gevoerd_door,
            )
        )
    werk.dossiers.bewaar(dossier.gewijzigd(gespreksmap=map_))


def _detail(gesprek: Gesprek) -> dict[str, str]:
    gewaarschuwd = [item.regel for item in gesprek.regels if item.oordeel is Oordeel.WAARSCHUWING]
    return {
        "gesprek": gesprek.id,
        "versie": str(gesprek.versie),
        "afgerond": "ja" if gesprek.afgerond else "nee",
        "waarschuwingen": ",".join(gewaarschuwd),
    }


def _bekend(paren: tuple[tuple[str, W], ...], sleutels: tuple[str, ...]) -> tuple[tuple[str, W], ...]:
    if any(sleutel not in sleutels for sleutel, _ in paren):
        raise ValueError(f"kies uit {', '.join(sleutels)}")
    return paren


def _staat_open(waarde: Any) -> bool:
    if isinstance(waarde, str):
        return waarde.startswith(NOG_IN_TE_VULLEN)
    if isinstance(waarde, dict):
        return any(_staat_open(deel) for deel in waarde.values())
    return isinstance(waarde, list | tuple) and any(_staat_open(deel) for deel in waarde)
