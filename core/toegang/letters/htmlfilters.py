"""Filters that give HTML: the few places where a template gets more than words.

Everything that came from data is escaped here before a tag is put around it.
"""

from __future__ import annotations

import re
from datetime import date

from markupsafe import Markup, escape

from toegang.domain.datums import datum_voluit

_POSTCODE = re.compile(r"\b([1-9][0-9]{3}) ([A-Z]{2})\b")
_WEBADRES = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(/[A-Za-z0-9._~/-]*)?")


def datum(dag: date) -> Markup:
    """Write a date in full, and keep it on one line.

    Args:
        dag: the date.

    Returns:
        For example ``24 maart 2026`` within a span.
    """
    return Markup('<span class="heel">{}</span>').format(datum_voluit(dag))


def postadres(adres: str) -> Markup:
    """Keep the postcode of an address on one line, and break no name in it with a hyphen.

    Args:
        adres: address on one line.

    Returns:
        The address, escaped.
    """
    heel = _POSTCODE.sub(r'<span class="heel">\1 \2</span>', str(escape(adres)))
    return Markup(f'<span class="naam">{heel}</span>')  # noqa: S704  escaped


def weblink(adres: str) -> Markup:
    """Make a link of a web address.

    Args:
        adres: host name with or without path, without scheme.

    Returns:
        A link over https; the words alone when it does not look like a web address.
    """
    if not _WEBADRES.fullmatch(adres):
        return escape(adres)
    return Markup('<a href="https://{0}">{0}</a>').format(adres)
