"""The claim PDF/UA-1 in the XMP of a PDF/A file.

WeasyPrint 70 writes all structure that PDF/UA-1 asks but takes one variant only. The identification
alone breaks PDF/A (6.6.2.3.1): the schema must be described as an extension too. Both go into the
existing ``rdf:RDF``; a second one is not seen by validators (LETTERS.md §3).
"""

from __future__ import annotations

from toegang.errors import ToegangFout

_EINDE = b"</rdf:RDF>"

_VERKLARING = b"""\
<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="" pdfuaid:part="1"/>\
<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" rdf:about="">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property>\
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\
"""


def verklaar_pdfua(xmp: bytes) -> bytes:
    """Add the claim PDF/UA-1 to an XMP packet.

    Args:
        xmp: the packet, with one ``rdf:RDF``.

    Returns:
        The packet with the claim and the description of its schema.

    Raises:
        ToegangFout: the packet is not as expected: WeasyPrint changed, and this module must too.
    """
    if xmp.count(_EINDE) != 1 or b"pdfuaid" in xmp:
        raise ToegangFout(
            "De metagegevens van de PDF zien er anders uit dan verwacht.",
            vervolg="Gebruik de versie van WeasyPrint uit requirements.txt.",
        )
    return xmp.replace(_EINDE, _VERKLARING + _EINDE)
