"""What comes next: the command that takes a zaak one step further."""

from __future__ import annotations

from toegang.domain.levensloop import Stap, volgende_stap
from toegang.domain.voorstel import Voorstel, Voorstelstatus
from toegang.domain.zaak import Zaak

_OPDRACHT: dict[Stap, str] = {
    Stap.INTAKE: "toegang melding importeer BESTAND",
    Stap.TEAM: "toegang zaak team {zaak}",
    Stap.REGIE: "toegang regie beleg {zaak}",
    Stap.GESPREK: "toegang gesprek verslag {zaak} BESTAND",
    Stap.PLAN: "toegang zaak plan {zaak} BESTAND",
    Stap.AANVRAAG: "toegang zaak aanvraag {zaak} --op DATUM",
    Stap.BESLUIT: "toegang besluit voorstel {zaak} BESTAND",
    Stap.BESCHIKKING: "toegang beschikking opstellen {zaak}",
    Stap.BEKENDMAKING: (
        "toegang beschikking batch -g {gemeente}, dan toegang beschikking verzonden --op DATUM --zaak {zaak}"
    ),
    Stap.SLUITING: "toegang zaak sluit {zaak}",
    Stap.ARCHIEF: "toegang archief bepaal {zaak}",
}


_NA_VOORSTEL: dict[Voorstelstatus, str] = {
    Voorstelstatus.INGEDIEND: "toegang besluit lijst",
    Voorstelstatus.GETOETST: "toegang zaak inzien {zaak} -g {gemeente}, dan toegang besluit neem {zaak}",
    Voorstelstatus.TERUGGEGEVEN: _OPDRACHT[Stap.BESLUIT],
}


def volgende_opdracht(
    zaak: Zaak, gemeente: str, *, vorm_bekend: bool = False, voorstel: Voorstel | None = None
) -> str | None:
    """Return the command for the next step, or ``None`` at the end of the road.

    Args:
        zaak: the zaak.
        gemeente: key of the gemeente.
        vorm_bekend: the form of its decision is set; on step BESLUIT no paper is due then.
        voorstel: the proposal that lies in it; who is to do what is for ``besluit lijst`` to say.
    """
    if voorstel is not None and voorstel.status in _NA_VOORSTEL:
        return f"{_NA_VOORSTEL[voorstel.status]} -g {{gemeente}}".format(zaak=zaak.id, gemeente=gemeente)
    stap = volgende_stap(zaak.wet, zaak.status)
    if stap is Stap.BESCHIKKING and vorm_bekend:
        stap = Stap.SLUITING
    return opdracht_voor(stap, zaak.id, gemeente) if stap else None


def opdracht_voor(stap: Stap, zaak: str, gemeente: str) -> str:
    """Return the command that takes a step; the first step is that of the melding.

    Args:
        stap: the step.
        zaak: zaaknummer.
        gemeente: key of the gemeente.
    """
    return f"{_OPDRACHT[stap]} -g {{gemeente}}".format(zaak=zaak, gemeente=gemeente)
