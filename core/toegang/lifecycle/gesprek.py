"""Step 4, gesprek: what was talked about, and with what outcome."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from toegang.domain.begrippen import Akkoord
from toegang.domain.gesprek import Gesprek
from toegang.domain.levensloop import Stap
from toegang.domain.waarde import Waarde
from toegang.lifecycle.intakepoort import vereis_onderzoek_mag
from toegang.lifecycle.mensen import behandelaar
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import controleer_dag, meldt_weigering, nieuw_id, vereis_stap
from toegang.storage import Actor


class Gespreksverslag(Waarde):
    """The report of a gesprek as it is handed in; see :class:`toegang.domain.gesprek.Gesprek`."""

    op: date
    plaats: str = Field(default="THUIS", pattern="^(THUIS|KANTOOR|TELEFONISCH|ELDERS)$")
    gevoerd_door: str
    eigen_verantwoordelijkheid_uitgelegd: bool = True
    vraagverheldering: str = Field(min_length=1)
    oplossingen: str = ""
    onderzoek: tuple[tuple[str, str], ...] = ()
    akkoord: Akkoord = Akkoord.AANGEBODEN


@meldt_weigering
def leg_gesprek_vast(omgeving: Omgeving, actor: Actor, zaak_id: str, verslag: Gespreksverslag) -> Gesprek:
    """Record the gesprek of a zaak.

    Args:
        omgeving: the gemeente.
        actor: who records it.
        zaak_id: zaaknummer.
        verslag: the report.

    Raises:
        Regelovertreding: cliëntondersteuning was not offered before (L-52).
        Conflict: the zaak is not at this step.
        Invoerfout: the day lies before the melding or in the future, or the medewerker does not exist.
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        vereis_stap(zaak, Stap.GESPREK)
        controleer_dag("Het gesprek", verslag.op, zaak.ontvangen_op, omgeving.vandaag())
        behandelaar(werk, verslag.gevoerd_door)
        vereis_onderzoek_mag(werk, omgeving, zaak, verslag.op)
        gesprek = Gesprek(**dict(verslag), id=nieuw_id("G"), dossier_id=zaak.dossier_id, zaak_id=zaak.id)
        werk.gesprekken.bewaar(gesprek)
        werk.zaken.bewaar(zaak.na(Stap.GESPREK, verslag.op))
        werk.log("gesprek.vastgelegd", zaak=zaak.id, dossier=zaak.dossier_id, detail={"gesprek": gesprek.id})
        werk.commit()
    return gesprek
