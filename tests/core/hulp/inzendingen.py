"""A submission for a real gemeente, for tests on real storage."""

from datetime import timedelta

from toegang.domain.aanmelding import Aanmelding

CLIENT = {
    "bsn": "999990019",
    "voornamen": "Tess",
    "geslachtsnaam": "Testpersoon",
    "geboortedatum": "19500102",
    "straat": "Molenweg",
    "huisnummer": "3",
    "postcode": "1234AB",
    "woonplaats": "Voorbeeldstad",
}


def inzending(gemeente, **anders):
    """Return a submission about the Wmo of forty days ago, from the first area of the gemeente."""
    gebieden = gemeente.omgeving.organisatie.gebieden
    velden = {
        "kenmerk": "K-1",
        "kanaal": "TELEFOON",
        "ontvangen_op": (gemeente.omgeving.vandaag() - timedelta(days=40)).isoformat(),
        "leden": [{"verwijzing": "a", "persoon": CLIENT}],
        "hulpvragen": [{"wet": "WMO", "voor": "a", "product": "vervoerspas", "woorden": "Ik kom nergens meer."}],
        "gebied": gebieden[0].id if gebieden else None,
    }
    return Aanmelding.model_validate(velden | anders)
