"""The judgement on one letter: composed, filled in, read and looked at, without rendering a page."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from toegang.domain.bevinding import VAN_AANHOUDREDEN, Bevinding, Bevindingsoort, Ernst
from toegang.domain.brief import Aanhoudreden, Brief, Briefstatus
from toegang.errors import OpslagFout, ToegangFout
from toegang.letters.batch.bevindingen import Moment, Stof, vind
from toegang.letters.batch.kern import Batchplek
from toegang.letters.geadresseerden import Aangehouden
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.maken import controleer_inhoud
from toegang.letters.samenstellen import stel_samen
from toegang.letters.sjablonen import Sjabloonset
from toegang.letters.tekens import controleer_tekens
from toegang.letters.toetsing import GetoetsteBrief, toets_brief
from toegang.letters.verzamelen import Verzamelaar
from toegang.storage import Werkeenheid


@dataclass(frozen=True, repr=False)
class Oordeel:
    """What was found of a letter.

    Args:
        bevindingen: everything, also what does not stop it.
        gegevens: what is printed; ``None`` when it could not be composed.
        getoetst: with the rules that were checked; ``None`` when that was not done or not possible.
        eigen_dossier: everything it rests on lies in its own dossier, or is kept for the whole gemeente.
    """

    bevindingen: tuple[Bevinding, ...]
    gegevens: Briefgegevens | None = None
    getoetst: GetoetsteBrief | None = None
    eigen_dossier: bool = False

    @property
    def tegen(self) -> tuple[Bevinding, ...]:
        """What stops it."""
        return tuple(item for item in self.bevindingen if item.houdt_tegen)

    @property
    def vingerafdruk(self) -> str:
        """Hash of what is printed; empty when it could not be composed."""
        return vingerafdruk(self.gegevens.model_dump_json() if self.gegevens else "")


class Beoordelaar:
    """Judges letters out of one unit of work; what they share is read once.

    Args:
        plek: where.
        werk: a unit of work that only reads.
        sjablonen: the templates of the gemeente.
        op: date of the letters.
    """

    def __init__(self, plek: Batchplek, werk: Werkeenheid, sjablonen: Sjabloonset, op: date) -> None:
        self._plek, self._werk, self._sjablonen, self._op = plek, werk, sjablonen, op
        self._register = tuple(plek.omgeving.beleid(op)[0].mandaten)
        self._verzamelaar = Verzamelaar(werk, plek.omgeving, sjablonen.matrix)

    def controleer(self, brief: Brief) -> Oordeel:
        """Judge a letter with everything in it, before it is approved."""
        return self._oordeel(brief, Moment.CONTROLEER)

    def stel_samen(self, brief: Brief, vingerafdruk: str) -> Oordeel:
        """Compose a letter that is about to be made; only when it changed since it was checked, all is done again.

        Args:
            brief: the letter.
            vingerafdruk: hash of what would be printed when it was checked.
        """
        oordeel = self._oordeel(brief, Moment.MAAK)
        if oordeel.tegen or oordeel.vingerafdruk == vingerafdruk:
            return oordeel
        return self._oordeel(brief, Moment.CONTROLEER)

    def geef_vrij(self, brief: Brief) -> Oordeel:
        """Judge a letter that was made and is about to go: the people, the mandate, and whether it is still true."""
        return self._oordeel(brief, Moment.VRIJGEVEN)

    def _oordeel(self, brief: Brief, moment: Moment) -> Oordeel:
        omgeving, vooraf = self._plek.omgeving, self._werk.sessie.vooraf
        gegevens, getoetst = None, None
        if vooraf is not None:
            vooraf.elders = False
        try:
            bron = self._verzamelaar.bron(brief, self._op)
            if moment is Moment.CONTROLEER:
                getoetst = toets_brief(omgeving, bron, self._sjablonen)
                gegevens = getoetst.gegevens
                controleer_tekens(gegevens, omgeving.organisatie.huisstijl.lettertype)
                controleer_inhoud(gegevens, getoetst.inhoud, omgeving.organisatie.huisstijl)
            else:
                gegevens = stel_samen(bron, self._sjablonen.matrix)
        except OpslagFout:
            raise
        except ToegangFout as fout:
            return Oordeel((als_bevinding(fout),), None, getoetst)
        eerdere = self._werk.brieven.zoek(dossier_id=brief.dossier_id)
        stof = Stof(bron, eerdere, omgeving.organisatie.batch, omgeving.vandaag(), self._register, getoetst)
        return Oordeel(vind(stof, moment), gegevens, getoetst, vooraf is not None and not vooraf.elders)


def als_bevinding(fout: ToegangFout) -> Bevinding:
    """Return what an error says of a letter: it waits for a person, or cannot be made."""
    if isinstance(fout, Aangehouden):
        return Bevinding(soort=VAN_AANHOUDREDEN[fout.reden], ernst=Ernst.WACHT, uitleg=str(fout), reden=fout.reden)
    return Bevinding(soort=Bevindingsoort.GEGEVENS, ernst=Ernst.MISLUKT, uitleg=str(fout))


def vingerafdruk(tekst: str) -> str:
    """Return the hash of what is printed on a letter, written as JSON; empty for nothing."""
    return hashlib.sha256(tekst.encode()).hexdigest() if tekst else ""


def tegengehouden(brief: Brief, tegen: tuple[Bevinding, ...]) -> Brief:
    """Return a letter with why it was not made.

    Args:
        brief: the letter.
        tegen: what stops it; what failed goes before what waits.
    """
    mislukt = any(item.ernst is Ernst.MISLUKT for item in tegen)
    reden: Aanhoudreden | None = None if mislukt else next((item.reden for item in tegen if item.reden), None)
    return brief.gewijzigd(
        status=Briefstatus.MISLUKT if mislukt else Briefstatus.AANGEHOUDEN,
        aanhoudreden=reden,
        toelichting=" ".join(item.uitleg for item in tegen),
    )
