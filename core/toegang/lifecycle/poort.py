"""The one gate: a gemeente opens for a command only when who acts may carry it out (``rechten.csv``).

In production a refusal is an error, and is logged. In trial mode there is one user, who may do all; when that user
plays a medewerker, the gate says what production would refuse.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.handeling import Handeling, huidige
from toegang.domain.inzagerecht import Diepte, Inzagereden
from toegang.domain.organisatie import Organisatie
from toegang.domain.rechten import Dossierwerk, Plaats, Recht, mag, rechten, wie_mag
from toegang.domain.rollen import VAN_MEDEWERKER, Rol, in_woorden
from toegang.errors import NietToegestaan, ToegangFout
from toegang.lifecycle.beheerders import BEHEERDER, BEHEERDERS, is_beheerder
from toegang.lifecycle.inzagerecht import vereis_inzage
from toegang.lifecycle.rolverdeling import Bevoegdheid, bevoegdheid, rollen_van
from toegang.lifecycle.vastleggen import GEWEIGERD
from toegang.storage import Actor, Gemeenteopslag, Werkeenheid
from toegang.storage.schema import lees_kenmerk
from toegang.tenancy import Register, Stand

REGEL = "rechten"
"""What the log names as the rule of a refusal at the gate."""
_MEEST = 5


@dataclass(frozen=True)
class Poort:
    """The gate of one gemeente that was just opened.

    Args:
        naam: key of the gemeente.
        opslag: its storage.
        stand: trial or production.
        uid: who acts.
        eigenaar: uid that owns the data folder.
        beeld: the gemeente; ``None`` when its data are not on this machine.
        organisatie: its data with the answers; ``None`` likewise.
        dag: today.
    """

    naam: str
    opslag: Gemeenteopslag
    stand: Stand
    uid: int
    eigenaar: int
    beeld: Gemeentebeeld | None
    organisatie: Organisatie | None
    dag: date

    def laat_door(self) -> None:
        """Let the command of now pass, or refuse it.

        Raises:
            NietToegestaan: who acts may not; says who may, and whom to ask.
        """
        handeling = huidige()
        if self.stand is Stand.PROEF:
            self._oefen(handeling)
            return
        if handeling is None:
            raise NietToegestaan(
                f"Gemeente {self.naam} is in productie en gaat alleen open voor een opdracht van Toegang.",
                vervolg="Gebruik het commando toegang.",
            )
        if handeling.als is not None:
            raise NietToegestaan(
                f"Gemeente {self.naam} is in productie: u kunt niet als een ander werken.",
                vervolg="Laat --als weg en werk onder uw eigen account.",
            )
        with self.opslag.werk(Actor(uid=self.uid), alleen_lezen=True) as werk:
            wie = bevoegdheid(werk, self.uid, None, self.eigenaar, self.organisatie, self.dag)
            recht = recht_van(handeling)
            raad = "" if _mag(recht, wie) else _wie_dan(werk, recht, self.organisatie, self.dag)
        if raad:
            self._weiger(handeling, recht, wie, raad)
        if recht.dossier is Dossierwerk.INHOUD and handeling.zaak and wie.medewerker is not None:
            self._bij_de_zaak(handeling.zaak, wie.medewerker.id, handeling)

    def _oefen(self, handeling: Handeling | None) -> None:
        if handeling is None or handeling.als is None:
            return
        with self.opslag.werk(Actor(uid=self.uid), alleen_lezen=True) as werk:
            wie = bevoegdheid(werk, self.uid, handeling.als, self.eigenaar, self.organisatie, self.dag)
            gespeeld = Bevoegdheid(
                self.uid, wie.medewerker, {rol: w for rol, w in wie.rollen.items() if rol is not Rol.BEHEER}
            )
            recht = recht_van(handeling)
            if wie.medewerker is None or _mag(recht, gespeeld):
                return
        handeling.zeg(
            f"Let op: in productie mag {handeling.als} dit niet ('{recht.opdracht}'); "
            f"dat mag alleen wie een van deze rollen heeft: {in_woorden(wie_mag(recht))}."
        )

    def _weiger(self, handeling: Handeling, recht: Recht, wie: Bevoegdheid, raad: str) -> None:
        medewerker = wie.medewerker.id if wie.medewerker else None
        with self.opslag.werk(Actor(uid=self.uid, medewerker=medewerker)) as werk:
            werk.log(GEWEIGERD, detail={"stap": recht.opdracht, "regels": REGEL})
            werk.commit()
        raise NietToegestaan(
            f"{_wie_u_bent(wie)} mag in gemeente {self.naam} niet: {handeling.opdracht}. "
            f"Dat mag wie een van deze rollen heeft: {in_woorden(wie_mag(recht))}.",
            vervolg=raad,
        )

    def _bij_de_zaak(self, nummer: str, medewerker: str, handeling: Handeling) -> None:
        """Who writes in a file is concerned with it; another medewerker only with a reason, where it can be given."""
        with self.opslag.werk(Actor(uid=self.uid, medewerker=medewerker)) as werk:
            zaak = next(iter(werk.zaken.zoek(id=nummer)), None)
            if zaak is None:
                return
            detail = vereis_inzage(werk, zaak, Diepte.DOSSIER, self.beeld, _reden(handeling))
            if detail:
                werk.log(
                    "zaak.bewerkt", zaak=zaak.id, dossier=zaak.dossier_id, detail={**detail, "stap": handeling.opdracht}
                )
                werk.commit()


def heeft_gegevens_nodig(stand: Stand) -> bool:
    """Tell whether the gate is going to weigh roles, for which the data of the gemeente must be read."""
    handeling = huidige()
    return stand is Stand.PRODUCTIE or (handeling is not None and handeling.als is not None)


def vereis_beheer(register: Register, handeling: Handeling, naam: str | None, uid: int, eigenaar: int) -> None:
    """Let a command on this machine pass (Plaats.MACHINE), or refuse it.

    It may be about a database that cannot be opened, so only facts are read that need no key.

    Args:
        register: the gemeenten of this machine.
        handeling: what is carried out.
        naam: gemeente that it is about; ``None`` = all, or one that is not here yet.
        uid: who acts.
        eigenaar: uid that owns the data folder.

    Raises:
        NietToegestaan: there is a gemeente in production, and who acts is beheerder of none, or not of this one.
    """
    stand = {item.naam: item.stand for item in register.gemeenten()}
    productie = [item for item, soort in stand.items() if soort is Stand.PRODUCTIE]
    betreft = ([naam] if naam in productie else []) if naam in stand else productie
    if not betreft:
        return
    for item in betreft:
        database = register.paden(item).database
        feiten = {sleutel: lees_kenmerk(database, sleutel) for sleutel in (BEHEERDER, BEHEERDERS)}
        if is_beheerder({sleutel: waarde for sleutel, waarde in feiten.items() if waarde}, uid, eigenaar):
            return
    raise NietToegestaan(
        f"Account {uid} is geen beheerder van {'gemeente ' + naam if naam else 'een gemeente op deze machine'} en mag "
        f"niet: {handeling.opdracht}.",
        vervolg="Vraag het een beheerder. Wie dat is, zegt: toegang gemeente rechten",
    )


def recht_van(handeling: Handeling) -> Recht:
    """Return the row of a command.

    Raises:
        ToegangFout: nobody said who may do it; then nobody may.
    """
    recht = rechten().get(handeling.opdracht)
    if recht is None:
        raise ToegangFout(
            f"Van '{handeling.opdracht}' staat nergens wie het mag.", vervolg="Meld dit aan de leverancier."
        )
    return recht


def _mag(recht: Recht, wie: Bevoegdheid) -> bool:
    if recht.plaats is Plaats.LOS or mag(recht, wie.rollen):
        return True
    # The data of the gemeente are gone, so no functie can be weighed: reading goes on, and Z-20 guards each file.
    leest = recht.dossier in (Dossierwerk.NEE, Dossierwerk.LEEST) and wie_mag(recht) >= {Rol.CONSULENT}
    return not wie.volledig and wie.medewerker is not None and leest


def _reden(handeling: Handeling) -> Inzagereden | None:
    """Return the reason; a word that is none of the list is refused by the command itself."""
    woord = (handeling.reden or "").upper().replace("-", "_")
    return Inzagereden(woord) if woord in set(Inzagereden) else None


def _wie_u_bent(wie: Bevoegdheid) -> str:
    if wie.medewerker is None:
        rol = f", rol {in_woorden(wie.rollen)}," if wie.rollen else ", aan geen medewerker gekoppeld,"
        return f"Account {wie.uid}{rol}"
    rollen = f"rol {in_woorden(wie.rollen)}" if wie.rollen else "zonder rol"
    return f"Medewerker {wie.medewerker.id} ({rollen})"


def _wie_dan(werk: Werkeenheid, recht: Recht, organisatie: Organisatie | None, dag: date) -> str:
    """Say whom to ask: who may do it and has an account, or else who gives the role."""
    mensen = [mens for mens in werk.medewerkers.zoek() if mens.account is not None]
    rollen = {mens.id: rollen_van(mens, organisatie, dag) for mens in mensen}
    kan = sorted(id for id, heeft in rollen.items() if mag(recht, heeft))
    if kan:
        meer = f" en {len(kan) - _MEEST} anderen" if len(kan) > _MEEST else ""
        return f"Vraag het aan {', '.join(kan[:_MEEST])}{meer}."
    geeft = sorted(id for id, heeft in rollen.items() if Rol.TEAMLEIDER in heeft)
    if geeft and wie_mag(recht) & set(VAN_MEDEWERKER):
        return f"Niemand met een account heeft zo'n rol. Teamleider {geeft[0]} kan haar geven."
    return "Vraag het een beheerder: toegang gemeente rechten zegt wie dat is."
