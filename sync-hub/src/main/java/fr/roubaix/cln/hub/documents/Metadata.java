package fr.roubaix.cln.hub.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.springframework.web.util.HtmlUtils;

/**
 * What a document says of itself: its information dictionary and the XMP packet that must agree with it. Dates are those
 * of the document, not of the moment: typesetting it again gives the same bytes.
 */
final class Metadata {

    private static final String AUTHOR = "Ville de Roubaix, Conseil local du numérique";
    private static final String PRODUCER = "CLN Roubaix";

    /** UTC, so that the bytes do not depend on where they are made. */
    private static final ZoneId ZONE = ZoneId.of("UTC");

    private Metadata() {}

    static void write(Document document, PDDocument pdf) throws IOException {
        var date = GregorianCalendar.from(
                document.le().truncatedTo(ChronoUnit.SECONDS).atZone(ZONE));
        var information = new PDDocumentInformation();
        information.setTitle(document.titre());
        information.setSubject(document.sujet());
        information.setAuthor(AUTHOR);
        information.setProducer(PRODUCER);
        information.setCreator(PRODUCER);
        information.setCreationDate(date);
        information.setModificationDate(date);
        pdf.setDocumentInformation(information);
        pdf.setDocumentId(document.le().getEpochSecond());
        var packet = new PDMetadata(pdf, new ByteArrayInputStream(xmp(document).getBytes(StandardCharsets.UTF_8)));
        pdf.getDocumentCatalog().setMetadata(packet);
    }

    private static String xmp(Document document) {
        String archive = document.forme() == Document.Forme.A_LIRE
                ? "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
                : "";
        return """
                <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
                  xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
                  xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
                <dc:format>application/pdf</dc:format>
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
                <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
                <dc:language><rdf:Bag><rdf:li>fr</rdf:li></rdf:Bag></dc:language>
                <xmp:CreateDate>%5$s</xmp:CreateDate><xmp:ModifyDate>%5$s</xmp:ModifyDate>
                <xmp:CreatorTool>%4$s</xmp:CreatorTool><pdf:Producer>%4$s</pdf:Producer>
                <pdfuaid:part>1</pdfuaid:part>%6$s%7$s
                </rdf:Description></rdf:RDF></x:xmpmeta>
                <?xpacket end="w"?>""".formatted(
                        HtmlUtils.htmlEscape(document.titre(), "UTF-8"),
                        HtmlUtils.htmlEscape(document.sujet(), "UTF-8"),
                        HtmlUtils.htmlEscape(AUTHOR, "UTF-8"),
                        PRODUCER,
                        date(document.le()),
                        archive,
                        archive.isEmpty() ? "" : UA_SCHEMA);
    }

    private static String date(Instant instant) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'")
                .withZone(ZONE)
                .format(instant);
    }

    /** PDF/A asks that a schema it does not know be described: that of PDF/UA (ISO 19005-2, 6.6.2.3.3). */
    private static final String UA_SCHEMA = """

            <pdfaExtension:schemas xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
              xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
              xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
            <pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
            <pdfaProperty:category>internal</pdfaProperty:category>
            <pdfaProperty:description>Part of ISO 14289 that the document follows</pdfaProperty:description>
            </rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>""";
}
