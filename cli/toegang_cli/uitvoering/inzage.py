"""May who works here see this zaak? The same check for every command that shows one, with or without the plugin."""

from __future__ import annotations

from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.inzagerecht import Diepte, Inzagereden
from toegang.domain.zaak import Zaak
from toegang.environment import Klok
from toegang.errors import Invoerfout, NietToegestaan
from toegang.lifecycle.inzage import INGEZIEN, log_lezen
from toegang.lifecycle.inzagerecht import vereis_inzage
from toegang.lifecycle.leestoegang import beeld_zonder_plugin
from toegang.storage import Werkeenheid
from toegang.tenancy import Register
from toegang_cli.uitvoer import zeg
from toegang_cli.uitvoering.antwoorden import kan_vragen, lees_regel


def keur_inzage(
    naam: str, werk: Werkeenheid, zaak: Zaak, diepte: Diepte = Diepte.FEITEN, reden: str | None = None
) -> dict[str, str]:
    """Check that the acting medewerker may see a zaak; whoever sits at a terminal is asked for the reason it takes.

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
    beeld, waarom = beeld_van_naam(naam), lees_reden(reden)
    try:
        return vereis_inzage(werk, zaak, diepte, beeld, waarom)
    except NietToegestaan:
        # The refusal is committed, so nobody waits for a lock while this person thinks.
        if waarom is not None or werk.actor.medewerker is None or not kan_vragen():
            raise
        gegeven = _vraag_reden()
        if gegeven is None:
            raise
    return vereis_inzage(werk, zaak, diepte, beeld, gegeven)


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
        raise Invoerfout(
            f"De waarde van --reden staat niet in de lijst:\n{_keuzes()}",
            vervolg="Kies het woord dat past; schrijf geen vrije tekst, want dit komt in het logboek.",
        ) from None


def _vraag_reden() -> Inzagereden | None:
    """Ask why, until the word is one of the list; ``None`` when nothing was typed."""
    zeg("U bent niet bij deze zaak betrokken. Waarom moet u haar zien? Dit komt in het logboek.", _keuzes())
    while woord := lees_regel("Reden (Enter: toch niet): "):
        try:
            return lees_reden(woord)
        except Invoerfout:
            zeg("Kies een woord uit de lijst.")
    return None


def _keuzes() -> str:
    return "\n".join(f"  {item.lower().replace('_', '-')}: {item.uitleg}" for item in Inzagereden)


def beeld_van_naam(naam: str) -> Gemeentebeeld | None:
    """Return the view of a gemeente without running its plugin; ``None`` when its data are not on this machine."""
    return beeld_zonder_plugin(Register.standaard(), naam, Klok.van_machine().vandaag())
