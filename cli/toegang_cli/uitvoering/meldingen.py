"""Reading submissions in: every record by itself, so that a bad one stops no other.

The refused ones come back as a file that can be corrected and fed in again; nothing is half-written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from toegang.domain.begrippen import Kanaal
from toegang.domain.veldfouten import veldfouten
from toegang.errors import Afsluitcode, Invoerfout, OpslagFout, ToegangFout
from toegang.lifecycle.intake import neem_in
from toegang_cli.discretie import mask
from toegang_cli.inname.csvbestand import maak_vorm
from toegang_cli.inname.velden import Veldfout
from toegang_cli.inname.vertaling import lees_vertaling
from toegang_cli.uitvoer import aantal, zeg
from toegang_cli.uitvoering.aanmeldbestand import Ruw, lees_records, vereis_plaats
from toegang_cli.uitvoering.meldingbronnen import Bron, is_csv
from toegang_cli.uitvoering.meldingverslag import Verslag, Weigering, toon_verslag
from toegang_cli.uitvoering.personen import PersoonWacht, Persoonweigering, maak_vraag
from toegang_cli.werkplek import Werkplek, werkplek

GEHEEL = "(geheel)"


@dataclass(frozen=True)
class Aanvulling:
    """What the command line says about the records.

    Args:
        gebied: wijk or kern for records that name none.
        wet: act that the persons of a file ask under.
        product: product that they ask for.
        kanaal: road along which they came.
        op: day of receipt; ``None`` = today.
        vertaling: file that says which names are which fields.
        codering: character set of a table.
        scheidingsteken: sign between the columns of a table.
    """

    gebied: str | None = None
    wet: str | None = None
    product: str | None = None
    kanaal: str = Kanaal.BRIEF
    op: date | None = None
    vertaling: Path | None = None
    codering: str = "utf-8"
    scheidingsteken: str = ";"


def importeer(
    naam: str, bestand: Path, aanvulling: Aanvulling, *, als: str | None, proef: bool, als_json: bool
) -> Afsluitcode:
    """Take in the submissions of a file.

    Args:
        naam: key of the gemeente.
        bestand: submissions in JSON or JSON lines, those of Open Formulieren and persons in BRP fields too;
            or a table when it is called ``.csv``.
        aanvulling: what the command line says about the records.
        als: medewerker that a trial user plays.
        proef: keep nothing.
        als_json: the outcome as JSON.

    Returns:
        See :attr:`Verslag.code`.

    Raises:
        Invoerfout: the file cannot be read at all, or the gebied does not exist.
        OpslagFout: storage failed; what was taken in before is kept, and can be fed in again safely.
    """
    vorm = maak_vorm(aanvulling.codering, aanvulling.scheidingsteken) if is_csv(bestand) else None
    records = lees_records(bestand) if vorm is None else []
    if not proef:
        vereis_plaats(bestand)
    verslag = Verslag()
    with werkplek(naam, als, proef=proef) as plek:
        _controleer_gebied(plek, aanvulling.gebied)
        vandaag = plek.omgeving.vandaag()
        vraag = maak_vraag(aanvulling.wet, aanvulling.product, aanvulling.kanaal, aanvulling.op or vandaag)
        vertaling = lees_vertaling(aanvulling.vertaling, plek.gemeente.plugin.map)
        bron = Bron(bestand, vorm, vertaling, vraag, aanvulling.gebied, vandaag, records)
        bron.lees_tabel()
        try:
            for ruw in _met_voortgang(bron.records):
                verslag.gelezen += 1
                _verwerk(plek, bron, ruw, verslag)
        except OpslagFout:
            verslag.gelezen -= 1
            zeg(f"Gestopt na {aantal(verslag.gelezen, 'record', 'records')}; die zijn afgehandeld.")
            raise
    terug = None
    if verslag.geweigerd and not proef:
        redenen = [(item.ruw, tuple((veld, reden) for _, veld, reden in item.redenen)) for item in verslag.geweigerd]
        terug = bron.schrijf_terug(redenen)
    toon_verslag(
        naam,
        bestand,
        verslag,
        terug,
        onbekend=bron.onbekend,
        niet_bewaard=bron.niet_bewaard,
        is_tabel=bron.is_tabel,
        proef=proef,
        als_json=als_json,
    )
    return verslag.code


def _verwerk(plek: Werkplek, bron: Bron, ruw: Ruw, verslag: Verslag) -> None:
    def weiger(code: Afsluitcode, *redenen: tuple[str, str], rij: int = 0) -> None:
        plaatsen = ((*bron.plaats_van(ruw, veld, rij), reden) for veld, reden in redenen)
        verslag.geweigerd.append(Weigering(ruw, tuple(plaatsen), code))

    try:
        resultaat = neem_in(plek.omgeving, plek.actor, bron.lees(plek, ruw))
    except Persoonweigering as weigering:
        weiger(weigering.code, (weigering.veld, weigering.boodschap))
    except Veldfout as fout:
        weiger(fout.code, (fout.veld, fout.boodschap), rij=fout.rij)
    except PersoonWacht as wacht:
        verslag.aangehouden[wacht.reden] += 1
    except ValidationError as fout:
        weiger(Afsluitcode.GEBRUIK, *(_gesplitst(mask(regel)) for regel in veldfouten(fout)))
    except OpslagFout:
        raise
    except ToegangFout as fout:
        weiger(fout.code, (GEHEEL, mask(str(fout))))
    else:
        verslag.tel(resultaat)
        if not resultaat.reeds_bekend:
            bron.tel_onbekend(bewaard=bool(resultaat.melding_id and resultaat.melding_id.startswith("M-")))


def _gesplitst(regel: str) -> tuple[str, str]:
    veld, _, reden = regel.partition(": ")
    return veld, reden


def _controleer_gebied(plek: Werkplek, gebied: str | None) -> None:
    bekend = [item.id for item in plek.omgeving.organisatie.gebieden]
    if gebied is not None and gebied not in bekend:
        raise Invoerfout(
            f"Dit gebied bestaat niet in gemeente {plek.gemeente.naam}.",
            vervolg=f"Kies uit: {', '.join(bekend)}." if bekend else "Laat --gebied weg.",
        )


def _met_voortgang(records: list[Ruw]) -> Iterator[Ruw]:
    from rich.progress import track

    from toegang_cli.uitvoer import scherm

    fouten = scherm(fouten=True)
    return iter(track(records, description="Meldingen", console=fouten, transient=True, disable=not fouten.is_terminal))
