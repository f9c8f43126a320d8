"""The tables. Plain columns serve queries and hold ids, days of process and closed lists only.

All content of a row is in ``inhoud``, encrypted; a plain column repeats a part of it, and is
compared with it at every reading, so that a change outside Toegang is seen.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, LargeBinary, Text, text

from toegang.storage.kolommen import Instant, dossier, kenmerk, tabel, versleuteld, verwijzing, volgorde

kenmerken = tabel("kenmerken", Column("sleutel", Text, primary_key=True), Column("waarde", Text, nullable=False))

dossiers = tabel(
    "dossiers",
    volgorde(),
    kenmerk(),
    Column("aangemaakt_op", Date, nullable=False),
    # Empty once the dossier is destroyed.
    Column("sleutel", LargeBinary),
    versleuteld(),
)

inwoners = tabel("inwoners", volgorde(), kenmerk(), dossier(), Column("bsn_hash", Text, unique=True), versleuteld())

meldingen = tabel(
    "meldingen", volgorde(), kenmerk(), dossier(), Column("kenmerk_hash", Text, unique=True), versleuteld()
)

contactnotities = tabel(
    "contactnotities",
    volgorde(),
    kenmerk(),
    dossier(),
    Column("kenmerk_hash", Text, unique=True),
    Column("ontvangen_op", Date, nullable=False),
    Column("kanaal", Text, nullable=False),
    versleuteld(),
)

zaken = tabel(
    "zaken",
    volgorde(),
    kenmerk(),
    dossier(),
    verwijzing("melding_id", "meldingen.id"),
    verwijzing("client_id", "inwoners.id"),
    Column("wet", Text, nullable=False),
    Column("status", Text, nullable=False, index=True),
    Column("ontvangen_op", Date, nullable=False),
    Column("gesloten_op", Date),
    Column("versie", Integer, nullable=False),
    versleuteld(),
)

zaaknummers = tabel(
    "zaaknummers",
    Column("jaar", Integer, primary_key=True, autoincrement=False),
    Column("laatste", Integer, nullable=False),
)

gesprekken = tabel(
    "gesprekken",
    volgorde(),
    kenmerk(),
    dossier(),
    verwijzing("zaak_id", "zaken.id"),
    Column("op", Date, nullable=False),
    versleuteld(),
)

plannen = tabel("plannen", volgorde(), kenmerk(), dossier(), versleuteld())

besluiten = tabel(
    "besluiten",
    volgorde(),
    kenmerk(),
    dossier(),
    verwijzing("zaak_id", "zaken.id"),
    Column("bekendgemaakt_op", Date),
    Column("bezwaar_tot", Date),
    versleuteld(),
)

batches = tabel(
    "batches",
    volgorde(),
    kenmerk(),
    Column("aangemaakt_op", Instant, nullable=False),
    Column("door", Text, nullable=False),
    Column("stand", Text, nullable=False, index=True),
    versleuteld(),
)

brieven = tabel(
    "brieven",
    volgorde(),
    kenmerk(),
    dossier(),
    verwijzing("zaak_id", "zaken.id"),
    verwijzing("besluit_id", "besluiten.id", leeg=True),
    Column("sjabloon", Text, nullable=False),
    Column("versie", Integer, nullable=False),
    # Whose own copy it is; empty for the letter itself.
    Column("exemplaar", Text, nullable=False, server_default=text("''")),
    Column("status", Text, nullable=False, index=True),
    verwijzing("batch_id", "batches.id", leeg=True),
    Column("verzonden_op", Date),
    versleuteld(),
)
# Each letter exactly once (DESIGN.md §6), and each copy of it; a letter without besluit is one per zaak.
Index(
    "uq_brieven_besluit", brieven.c.besluit_id, brieven.c.sjabloon, brieven.c.versie, brieven.c.exemplaar, unique=True
)
_zonder_besluit = brieven.c.besluit_id.is_(None)
Index(
    "uq_brieven_zonder_besluit",
    brieven.c.zaak_id,
    brieven.c.sjabloon,
    brieven.c.versie,
    brieven.c.exemplaar,
    unique=True,
    sqlite_where=_zonder_besluit,
    postgresql_where=_zonder_besluit,
)

briefbestanden = tabel(
    "briefbestanden", volgorde(), verwijzing("brief_id", "brieven.id", uniek=True), dossier(), versleuteld()
)

batchregels = tabel(
    "batchregels",
    volgorde(),
    kenmerk(),
    dossier(),
    Column("batch_id", Text, ForeignKey("batches.id", deferrable=True, initially="DEFERRED"), nullable=False),
    verwijzing("brief_id", "brieven.id"),
    Column("volgnr", Integer, nullable=False),
    Column("stand", Text, nullable=False),
    Column("lopend", Boolean, nullable=False),
    versleuteld(),
)
Index("ix_batchregels_batch_id_stand", batchregels.c.batch_id, batchregels.c.stand)
Index("uq_batchregels_brief", batchregels.c.batch_id, batchregels.c.brief_id, unique=True)
# A letter is in one batch at a time that still does something with it, whoever begins two at once.
Index(
    "uq_batchregels_lopend",
    batchregels.c.brief_id,
    unique=True,
    sqlite_where=batchregels.c.lopend.is_(True),
    postgresql_where=batchregels.c.lopend.is_(True),
)

vernietigingslijsten = tabel(
    "vernietigingslijsten", volgorde(), kenmerk(), Column("stand", Text, nullable=False), versleuteld()
)

datalekken = tabel("datalekken", volgorde(), kenmerk(), versleuteld())

medewerkers = tabel("medewerkers", volgorde(), kenmerk(), Column("functie", Text, nullable=False), versleuteld())

sporen = tabel(
    "sporen",
    volgorde(),
    kenmerk(),
    dossier(),
    verwijzing("zaak_id", "zaken.id", leeg=True),
    # No foreign key: a melding of which only contact details are kept has a trace but no row (B-1).
    Column("melding_id", Text, index=True),
    Column("hook", Text, nullable=False),
    Column("op", Instant, nullable=False),
    versleuteld(),
)

regie = tabel(
    "regie",
    volgorde(),
    kenmerk(),
    dossier(),
    Column("regisseur", Text),
    Column("sinds", Date, nullable=False),
    Column("tot", Date),
    versleuteld(),
)
# At most one regie runs over a dossier, so at most one professional regisseur (D-10, W-13).
_loopt = regie.c.tot.is_(None)
Index("uq_regie_lopend", regie.c.dossier_id, unique=True, sqlite_where=_loopt, postgresql_where=_loopt)

# Who works on which open zaak: ids only, so that a caseload is a count and not a decryption (B-36).
zaakleden = tabel(
    "zaakleden",
    Column("zaak_id", Text, ForeignKey("zaken.id", deferrable=True, initially="DEFERRED"), primary_key=True),
    Column("medewerker", Text, primary_key=True),
)
Index("ix_zaakleden_medewerker", zaakleden.c.medewerker)

archief = tabel(
    "archief",
    volgorde(),
    verwijzing("zaak_id", "zaken.id", uniek=True),
    dossier(),
    Column("actiedatum", Date, index=True),
    versleuteld(),
)

# Suspensions, adjournments, notices of default and things done: one row each, so that none overwrites another.
termijnzaken = tabel("termijnzaken", volgorde(), kenmerk(), dossier(), verwijzing("zaak_id", "zaken.id"), versleuteld())


tellers = tabel(
    "tellers",
    Column("dag", Date, primary_key=True),
    Column("kanaal", Text, primary_key=True),
    Column("domein", Text, primary_key=True),
    Column("aantal", Integer, nullable=False),
)

logboek = tabel(
    "logboek",
    Column("volgnr", Integer, primary_key=True, autoincrement=False),
    Column("op", Instant, nullable=False),
    Column("uid", Integer, nullable=False),
    Column("medewerker", Text),
    Column("actie", Text, nullable=False),
    Column("zaak", Text, index=True),
    Column("dossier", Text, index=True),
    Column("detail", Text, nullable=False),
    Column("vorige", Text, nullable=False),
    Column("mac", Text, nullable=False),
)
