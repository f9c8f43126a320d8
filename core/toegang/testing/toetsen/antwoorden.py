"""Are the answers right: all five given, legal, about what exists, signed by who may, the same every time?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toegang.domain.spoor import Oordeel
from toegang.errors import ToegangFout
from toegang.guards.register import Moment, toets
from toegang.lifecycle.bevoegdheid import mandaatvraag, vind_ondertekenaar, waarom_geen_mandaat
from toegang.lifecycle.proefcontext import Proefbeeld, keur, maak_context
from toegang.plugins.verpakking import GeenAntwoord, HookFout, HookTeLang, Wijzigpoging
from toegang.testing.anderproces import antwoorden, vraag_elders
from toegang.testing.bevinding import Bevinding
from toegang.testing.register import Proef, contracttoets
from toegang.testing.vraaggesprek import Uitkomsten

MOMENT = {
    "route_intake": Moment.INTAKE,
    "compose_team": Moment.TEAM,
    "assign_regie": Moment.REGIE,
    "draft_beschikking": Moment.BESCHIKKING,
    "decide_archivering": Moment.ARCHIEF,
}
_MEER = 3
"""So many cases of one fault are shown; the rest says nothing new."""


def _waar(uitkomst: Uitkomsten) -> str:
    return f"{uitkomst.hook}, geval '{uitkomst.geval}'"


def _fouten(proef: Proef) -> Iterator[tuple[Uitkomsten, ToegangFout]]:
    """Give the cases without an answer, each kind of fault once per hook."""
    gezien: set[tuple[str, str]] = set()
    for uitkomst in proef.uitkomsten:
        if uitkomst.fout is not None and (sleutel := (uitkomst.hook, uitkomst.fout.boodschap)) not in gezien:
            gezien.add(sleutel)
            yield uitkomst, uitkomst.fout


@contracttoets("vijf_hooks", "Alle vijf hooks geven in elk standaardgeval antwoord.")
def vijf_hooks(proef: Proef) -> Iterable[Bevinding]:
    """Some layer answers; a refusal without a name is no answer either."""
    for uitkomst, fout in _fouten(proef):
        if isinstance(fout, GeenAntwoord) or not isinstance(fout, HookFout):
            yield Bevinding("vijf_hooks", _waar(uitkomst), fout.boodschap.rstrip("."), _zonder_punt(fout.vervolg))


@contracttoets("uitzonderingen", "Geen hook faalt, en elk antwoord is van de goede soort.")
def uitzonderingen(proef: Proef) -> Iterable[Bevinding]:
    """An exception, or a value that is no answer of this hook."""
    for uitkomst, fout in _fouten(proef):
        if isinstance(fout, HookFout) and not isinstance(fout, HookTeLang | Wijzigpoging):
            herstel = "herstel de regel die de melding noemt; toegang plugin haken zegt wat de hook teruggeeft"
            yield Bevinding("uitzonderingen", _waar(uitkomst), fout.boodschap.rstrip("."), herstel)


@contracttoets("tijd", "Elke hook antwoordt binnen de tijd.")
def tijd(proef: Proef) -> Iterable[Bevinding]:
    """A hook computes with what it is given; one that waits or never ends holds everybody up."""
    for uitkomst, fout in _fouten(proef):
        if isinstance(fout, HookTeLang):
            herstel = "haal de lus of het wachten eruit; een hook leest geen bestand en belt niemand"
            yield Bevinding("tijd", _waar(uitkomst), fout.boodschap.rstrip("."), herstel)


@contracttoets("geldig", "Elk antwoord mag volgens de wet en de eigen regels van de gemeente.")
def geldig(proef: Proef) -> Iterable[Bevinding]:
    """What core would refuse, is refused here: names that do not exist, and rules that are broken."""
    aantal: dict[tuple[str, str], int] = {}
    for uitkomst, regel, wat in _weigeringen(proef):
        sleutel = (uitkomst.hook, regel)
        aantal[sleutel] = aantal.get(sleutel, 0) + 1
        if aantal[sleutel] <= _MEER:
            herstel = "laat de hook iets anders antwoorden, of None als de standaard goed is"
            yield Bevinding("geldig", _waar(uitkomst), wat, herstel, regel)


def _weigeringen(proef: Proef) -> Iterator[tuple[Uitkomsten, str, str]]:
    stuk = proef.stuk
    for uitkomst in proef.uitkomsten:
        if uitkomst.antwoord is None:
            continue
        beeld = Proefbeeld(stuk.naam, stuk.mensen, stuk.beeld)
        vraag = dict(uitkomst.vraag)
        try:
            keur(uitkomst.hook, vraag, uitkomst.antwoord, stuk.kandidaten, beeld)
            context = maak_context(uitkomst.hook, vraag, uitkomst.antwoord.waarde, stuk.kandidaten, beeld)
        except ToegangFout as fout:
            yield uitkomst, "", fout.boodschap.rstrip(".")
            continue
        for item in toets(MOMENT[uitkomst.hook], context, stuk.beeld):
            if item.oordeel is Oordeel.GEWEIGERD:
                yield uitkomst, item.regel, f"{item.boodschap} ({item.grondslag})"


@contracttoets("rollen", "Elke rol in een antwoord is een functie van de gemeente.")
def rollen(proef: Proef) -> Iterable[Bevinding]:
    """Roles in a team, the functie that signs, and who looks after the archive."""
    stuk = proef.stuk
    for uitkomst in proef.uitkomsten:
        for veld, rol in _genoemde_rollen(uitkomst):
            if stuk.organisatie is not None and stuk.organisatie.functie(rol) is None:
                bekend = ", ".join(item.id for item in stuk.organisatie.functies)
                wat = f"{veld} '{rol}' is geen functie van deze gemeente"
                yield Bevinding("rollen", uitkomst.hook, wat, f"kies uit: {bekend}; of voeg de [[functie]] toe")


def _genoemde_rollen(uitkomst: Uitkomsten) -> Iterator[tuple[str, str]]:
    waarde = uitkomst.antwoord.waarde if uitkomst.antwoord else None
    if uitkomst.hook == "compose_team" and waarde is not None:
        yield from (("rol", lid.rol) for lid in (*waarde.leden, *waarde.adviseurs))
    elif uitkomst.hook == "draft_beschikking" and waarde is not None and waarde.ondertekenaarfunctie is not None:
        yield "ondertekenaarfunctie", waarde.ondertekenaarfunctie
    elif uitkomst.hook == "decide_archivering" and waarde is not None:
        yield "archiefactor", waarde.archiefactor


@contracttoets("ondertekenaar", "Voor elk besluit heeft de functie die ondertekent mandaat.")
def ondertekenaar(proef: Proef) -> Iterable[Bevinding]:
    """The route proposes who signs; only the mandate register allows it."""
    stuk = proef.stuk
    for uitkomst in proef.uitkomsten:
        waarde = uitkomst.antwoord.waarde if uitkomst.antwoord else None
        if uitkomst.hook != "draft_beschikking" or waarde is None or waarde.ondertekenaarfunctie is None:
            continue
        besluit, register = uitkomst.vraag["besluit"], stuk.beeld.organisatie.mandaten
        vraag = mandaatvraag(uitkomst.vraag["zaak"], besluit, waarde.ondertekenaarfunctie)
        organisatie, wet = stuk.beeld.organisatie, uitkomst.vraag["zaak"].wet
        ondergeschikt = organisatie.werkgeversoort_van(organisatie.orgaan(wet, besluit.datum))
        if vind_ondertekenaar(stuk.mensen, register, vraag, besluit.beoordelaar.medewerker, ondergeschikt) is None:
            waarom = waarom_geen_mandaat(register, vraag) or "niemand heeft die functie"
            wat = f"functie '{waarde.ondertekenaarfunctie}' mag een {besluit.soort.lower()} op grond van "
            wat += f"{uitkomst.vraag['zaak'].wet} niet ondertekenen: {waarom}"
            herstel = "voeg een [[mandaat]] toe, of noem in de [[besluitroute]] een functie die het heeft"
            yield Bevinding("ondertekenaar", stuk.waar(("mandaat",)), wat, herstel, "L-21")


@contracttoets("bewaartermijn", "Het resultaat past bij de selectielijst, en niets wordt korter bewaard.")
def bewaartermijn(proef: Proef) -> Iterable[Bevinding]:
    """One of the results that core offers; another term than that of the list asks the archivist's ground."""
    for uitkomst in proef.uitkomsten:
        if uitkomst.hook != "decide_archivering" or uitkomst.antwoord is None:
            continue
        gekozen, toegestaan = uitkomst.antwoord.waarde, uitkomst.vraag["toegestaan"]
        passend = {keuze.nummer: keuze.bewaartermijn for keuze in toegestaan}
        if gekozen.resultaat not in passend:
            wat = f"resultaat {gekozen.resultaat} past niet; mogelijk: {', '.join(passend)}"
            yield Bevinding("bewaartermijn", _waar(uitkomst), wat, "kies een nummer uit 'toegestaan'", "L-150")
        elif not gekozen.afwijking and _korter(passend[gekozen.resultaat], toegestaan[0].bewaartermijn):
            wat = f"resultaat {gekozen.resultaat} bewaart korter dan {toegestaan[0].nummer}, zonder grond"
            herstel = "kies het eerste resultaat, of zeg in 'afwijking' op welke grond de archivaris korter bewaart"
            yield Bevinding("bewaartermijn", _waar(uitkomst), wat, herstel, "L-152")


def _korter(een: str, ander: str) -> bool:
    """Tell whether one term is shorter; empty means for ever."""
    dagen = {"Y": 365, "M": 30, "D": 1}

    def lengte(duur: str) -> int:
        return int(duur[1:-1]) * dagen[duur[-1]] if duur else 10**9

    return lengte(een) < lengte(ander)


@contracttoets("zelfde_antwoord", "Dezelfde vraag geeft steeds hetzelfde antwoord.")
def zelfde_antwoord(proef: Proef) -> Iterable[Bevinding]:
    """No clock, no chance, and the order of the candidates does not matter."""
    gezien: set[str] = set()
    for uitkomst in proef.uitkomsten:
        if uitkomst.anders and uitkomst.hook not in gezien:
            gezien.add(uitkomst.hook)
            herstel = "gebruik gemeente.peildatum in plaats van een klok, en sorteer op id waar niets anders beslist"
            yield Bevinding("zelfde_antwoord", _waar(uitkomst), uitkomst.anders, herstel)


@contracttoets("ander_proces", "In een volgend proces is het antwoord nog hetzelfde.")
def ander_proces(proef: Proef) -> Iterable[Bevinding]:
    """The order of a set differs per process; what follows from it is chance."""
    proef.stuk.voor_hook("")  # a second process has its own patience, not that of one hook
    hier, elders = antwoorden(proef.uitkomsten), vraag_elders(proef.stuk)
    anders = [vraag for vraag, antwoord in elders.items() if vraag in hier and hier[vraag] != antwoord]
    for hook in dict.fromkeys(vraag.partition(": ")[0] for vraag in anders):
        geval = next(vraag for vraag in anders if vraag.startswith(f"{hook}: ")).partition(": ")[2]
        wat = "hetzelfde geval geeft in een ander proces een ander antwoord"
        herstel = "maak van een set eerst een gesorteerde lijst: sorted(...), en gebruik geen hash() of id()"
        yield Bevinding("ander_proces", f"{hook}, geval '{geval}'", wat, herstel)


@contracttoets("geen_wijziging", "Geen hook verandert wat hij krijgt.")
def geen_wijziging(proef: Proef) -> Iterable[Bevinding]:
    """Values are frozen; who tries, or goes around it, is found out."""
    herstel = "maak een nieuwe waarde met gewijzigd()"
    for uitkomst, fout in _fouten(proef):
        if isinstance(fout, Wijzigpoging):
            yield Bevinding("geen_wijziging", _waar(uitkomst), fout.boodschap.rstrip("."), herstel)
    for uitkomst in proef.uitkomsten:
        for naam in uitkomst.gewijzigd:
            wat = f"argument '{naam}' is na de vraag niet meer wat het was"
            yield Bevinding("geen_wijziging", uitkomst.hook, wat, herstel)


def _zonder_punt(vervolg: str) -> str:
    return vervolg.rstrip(".") or "vul organisatie.toml aan, of beantwoord deze hook in de plugin"
