"""An objection as it is shown: facts only, never a name or words of who objects."""

from __future__ import annotations

from toegang.domain.bezwaar import Bezwaar


def indiener(bezwaar: Bezwaar, client: str | None = None) -> str:
    """Return who objects as it may stand in a list: an id, or that it is another; never a name."""
    if bezwaar.belanghebbende is not None:
        return "andere belanghebbende"
    return bezwaar.inwoner or client or "de client"


def velden(bezwaar: Bezwaar) -> dict[str, object]:
    """Return the facts of an objection for a reader: no words of the resident."""
    zitting = bezwaar.hoorzitting
    return {
        "Bezwaar": bezwaar.id,
        "Zaak": bezwaar.zaak_id,
        "Tegen besluit": _tegen(bezwaar),
        "Van": indiener(bezwaar),
        "Ontvangen": bezwaar.ontvangen_op,
        "Bevestigd": bezwaar.bevestigd_op,
        "Ontbreekt": [deel.in_woorden for deel in bezwaar.ontbreekt],
        "Herstellen tot en met": bezwaar.herstel_tot,
        "Hersteld": bezwaar.hersteld_op,
        "Te laat, verschoonbaar": bezwaar.verschoonbaar,
        "Commissie": "ja" if bezwaar.commissie else None,
        "Gehoord": zitting.op if zitting else None,
        "Gehoord door": zitting.door if zitting else None,
        "Inbreng van": bezwaar.inbreng.door if bezwaar.inbreng else None,
        "Uitkomst": bezwaar.uitkomst,
        "Niet-ontvankelijk": bezwaar.niet_ontvankelijk,
        "Beslist door": bezwaar.beslist_door if not bezwaar.door_orgaan else None,
        "Op mandaat": bezwaar.mandaat,
        "Besloten door": f"het bestuursorgaan; vastgelegd door {bezwaar.beslist_door}" if bezwaar.door_orgaan else None,
        "Samen met": bezwaar.samen_met,
        "Doorgezonden aan": bezwaar.doorgezonden_aan,
        "Afgedaan": bezwaar.afgedaan_op,
    }


def _tegen(bezwaar: Bezwaar) -> str:
    soort = f" ({bezwaar.tegen.woord})" if bezwaar.tegen else ""
    return f"{bezwaar.besluit_id or 'nog niet genomen of bekend'}{soort}"
