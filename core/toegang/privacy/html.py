"""The view of a resident as one page of HTML: accessible, without anything from elsewhere."""

from __future__ import annotations

from datetime import date
from importlib import resources

from toegang.domain.beleid import Contactgegevens
from toegang.domain.datums import datum_voluit
from toegang.domain.openstaand import VOORVOEGSEL
from toegang.privacy.waarden import Inwonerbeeld

_SJABLOON = "eigen-dossier.html"


def als_html(beeld: Inwonerbeeld, contact: Contactgegevens) -> str:
    """Return the page.

    Args:
        beeld: what is seen.
        contact: where the gemeente can be reached; what it did not fill in yet is left out.
    """
    from jinja2 import Environment, StrictUndefined

    omgeving = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    omgeving.filters["dag"] = _dag
    bron = resources.files("toegang.privacy").joinpath(_SJABLOON).read_text(encoding="utf-8")
    return omgeving.from_string(bron).render(beeld=beeld, contact=_contact(contact))


def _dag(dag: date) -> str:
    return datum_voluit(dag)


def _contact(contact: Contactgegevens) -> str:
    bekend = {
        "Telefoon": contact.telefoon,
        "Website": contact.website,
        "Post": contact.postadres,
    }
    return " · ".join(f"{naam}: {deel}" for naam, deel in bekend.items() if not deel.startswith(VOORVOEGSEL))
