"""Who steers which dossier, and since when; one at a time (D-10, W-13)."""

from __future__ import annotations

from datetime import date

from toegang.domain.regie import Regietoewijzing
from toegang.errors import Conflict
from toegang.storage import tabellen
from toegang.storage.fouten import veilig
from toegang.storage.sessie import Sessie
from toegang.storage.verzameling import Verzameling
from toegang.storage.waarden import Regieregel


class Regie:
    """The periods of regie per dossier; a unique key lets only one run."""

    def __init__(self, sessie: Sessie) -> None:
        self.verzameling = Verzameling(
            sessie, tabellen.regie, Regieregel, "regie", dubbel="over dit dossier loopt al een regie"
        )

    def beleg(self, dossier_id: str, toewijzing: Regietoewijzing, sinds: date) -> Regieregel:
        """End the running regie of a dossier, if any, and start another.

        Args:
            dossier_id: the dossier.
            toewijzing: who steers.
            sinds: first day; the former ends on it.

        Returns:
            The new period.

        Raises:
            NietGevonden: when there is no such dossier.
            DossierVernietigd: when it was destroyed.
            Conflict: when the running regie began later.
        """
        eerdere = self.verloop(dossier_id)
        for lopend in (regel for regel in eerdere if regel.tot is None):
            if lopend.sinds > sinds:
                raise Conflict(
                    f"De regie over dossier {veilig(dossier_id)} loopt pas sinds {lopend.sinds.isoformat()}.",
                    vervolg="Kies een begindatum op of na die dag.",
                )
            self.verzameling.bewaar(lopend.gewijzigd(tot=sinds))
        return self.verzameling.bewaar(
            Regieregel(id=f"{dossier_id}/{len(eerdere) + 1}", dossier_id=dossier_id, toewijzing=toewijzing, sinds=sinds)
        )

    def huidig(self, dossier_id: str) -> Regietoewijzing | None:
        """Return the running regie of a dossier, or ``None``."""
        lopend = self.verzameling.zoek(dossier_id=dossier_id, tot=None)
        return lopend[0].toewijzing if lopend else None

    def verloop(self, dossier_id: str) -> tuple[Regieregel, ...]:
        """Return all regie of a dossier, the oldest first."""
        return self.verzameling.zoek(dossier_id=dossier_id)

    def lopend(self) -> tuple[Regieregel, ...]:
        """Return the running regie over all dossiers."""
        return self.verzameling.zoek(tot=None)

    def zoek(self, *, regisseur: str) -> tuple[Regieregel, ...]:
        """Return the running regie that one medewerker holds."""
        return self.verzameling.zoek(regisseur=regisseur, tot=None)
