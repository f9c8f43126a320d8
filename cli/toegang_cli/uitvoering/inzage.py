"""May who works here see this zaak? The same check for every command that shows one, with or without the plugin."""

from __future__ import annotations

from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.inzagerecht import Diepte, Inzagereden
from toegang.domain.zaak import Zaak
from toegang.environment import Klok
from toegang.errors import Invoerfout
from toegang.lifecycle.inzage import INGEZIEN, log_lezen
from toegang.lifecycle.inzagerecht import vereis_inzage
from toegang.lifecycle.leestoegang import beeld_zonder_plugin
from toegang.storage import Werkeenheid
from toegang.tenancy import Register


def keur_inzage(
    naam: str, werk: Werkeenheid, zaak: Zaak, diepte: Diepte = Diepte.FEITEN, reden: str | None = None
) -> dict[str, str]:
    """Check that the acting medewerker may see a zaak.

    Args:
        naam: key of the gemeente.
        werk: the unit of work in which the reading is logged.
        zaak: the zaak.
        diepte: facts, or the file.
        reden: what was typed after ``--reden``.

    Returns:
        What belongs in the log line of the reading.

    Raises:
        NietToegestaan: this medewerker may not (Z-20); that is logged.
        Invoerfout: the reason is none of the list.
    """
    return vereis_inzage(werk, zaak, diepte, beeld_van_naam(naam), lees_reden(reden))


def open_dossier(naam: str, werk: Werkeenheid, zaak: Zaak, reden: str | None = None, *, actie: str = INGEZIEN) -> None:
    """Check that the acting medewerker may see the file of a zaak, and log that it was opened.

    Args:
        naam: key of the gemeente.
        werk: the unit of work; the caller commits it.
        zaak: the zaak.
        reden: what was typed after ``--reden``.
        actie: what the log calls it.

    Raises:
        NietToegestaan: this medewerker may not (Z-20); that is logged.
        Invoerfout: the reason is none of the list.
    """
    log_lezen(werk, zaak, keur_inzage(naam, werk, zaak, Diepte.DOSSIER, reden), actie)


def lees_reden(tekst: str | None) -> Inzagereden | None:
    """Return the reason that was typed.

    Raises:
        Invoerfout: it is none of the list; it is not shown, it may hold a name.
    """
    if tekst is None:
        return None
    try:
        return Inzagereden(tekst.upper().replace("-", "_"))
    except ValueError:
        keuzes = "\n".join(f"  {item.lower()}: {item.uitleg}" for item in Inzagereden)
        raise Invoerfout(
            f"De waarde van --reden staat niet in de lijst:\n{keuzes}",
            vervolg="Kies het woord dat past; schrijf geen vrije tekst, want dit komt in het logboek.",
        ) from None


def beeld_van_naam(naam: str) -> Gemeentebeeld | None:
    """Return the view of a gemeente without running its plugin; ``None`` when its data are not on this machine."""
    return beeld_zonder_plugin(Register.standaard(), naam, Klok.van_machine().vandaag())
