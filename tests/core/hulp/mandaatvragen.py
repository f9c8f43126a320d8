"""Entries of a mandate register, and questions to it: drawn by hypothesis, or one by hand."""

from datetime import date

import bouwers as b
from hypothesis import strategies as st

from toegang.domain.begrippen import Besluitsoort, Mandaatsoort, Wet
from toegang.domain.mandaat import Mandaat, Mandaatvraag

FUNCTIES = ("midoffice", "consulent", "teamleider")
dagen = st.dates(date(2024, 1, 1), date(2028, 12, 31))


@st.composite
def mandaten(draw):
    van = draw(dagen)
    return Mandaat(
        id=draw(st.sampled_from(["MD-1", "MD-2", "MD-3", "MD-4"])),
        functie=draw(st.sampled_from(FUNCTIES)),
        soort=draw(st.sampled_from(Mandaatsoort)),
        wetten=draw(st.frozensets(st.sampled_from(Wet), max_size=3)),
        besluitsoorten=draw(st.frozensets(st.sampled_from(Besluitsoort), max_size=3)),
        max_bedrag_centen=draw(st.none() | st.integers(0, 1_000_000)),
        max_duur_maanden=draw(st.none() | st.integers(1, 120)),
        geldig_van=van,
        geldig_tot=draw(st.none() | st.dates(van, date(2029, 12, 31))),
        bron="mandaatbesluit",
    )


vragen = st.builds(
    Mandaatvraag,
    functie=st.sampled_from(FUNCTIES),
    wet=st.sampled_from(Wet),
    besluitsoort=st.sampled_from(Besluitsoort),
    bedrag_centen=st.integers(0, 1_200_000),
    duur_maanden=st.integers(0, 140),
    op=dagen,
)


def vraag(**anders):
    vast = {"functie": "midoffice", "wet": Wet.WMO, "besluitsoort": Besluitsoort.TOEKENNING, "op": b.DAG}
    return Mandaatvraag(**{**vast, **anders})
