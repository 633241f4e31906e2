package fr.roubaix.cln.hub.documents;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;

/**
 * Gives each field its {@code Form} tag where the template stood an empty picture whose alternative is the field's id: the
 * picture becomes decoration, its tag becomes that of the field (ISO 32000-1, 14.8.4.5, table 340: its only child is the
 * widget).
 */
final class FieldTags {

    private final PDDocument pdf;
    private final PDStructureTreeRoot root;
    private final COSArray parents;
    private final Map<String, PDStructureElement> pictures = new HashMap<>();
    private final Map<PDPage, Set<Integer>> decoration = new HashMap<>();
    private int next;

    FieldTags(PDDocument pdf) {
        this.pdf = pdf;
        this.root = pdf.getDocumentCatalog().getStructureTreeRoot();
        var tree = root.getParentTree().getCOSObject();
        this.parents = (COSArray) tree.getDictionaryObject(COSName.NUMS);
        this.next = root.getParentTreeNextKey();
        collect(root);
    }

    private void collect(PDStructureNode node) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                String alternative = element.getAlternateDescription();
                if (alternative != null && alternative.startsWith("champ-")) {
                    pictures.put(alternative, element);
                }
                collect(element);
            }
        }
    }

    void tag(String id, String label, PDAnnotationWidget widget, PDPage page) {
        var element = pictures.get(id);
        if (element == null) {
            throw new IllegalStateException("no picture stands for the field " + id);
        }
        COSDictionary tag = element.getCOSObject();
        var marked = tag.getDictionaryObject(COSName.K);
        forget(marked, page);
        tag.setName(COSName.S, "Form");
        tag.removeItem(COSName.A);
        element.setAlternateDescription(label);
        element.setPage(page);
        var reference = new PDObjectReference();
        reference.setReferencedObject(widget);
        reference.getCOSObject().setItem(COSName.PG, page);
        tag.setItem(COSName.K, reference);
        widget.setStructParent(next);
        parents.add(COSInteger.get(next));
        parents.add(tag);
        next++;
    }

    /** The marked content of the picture belongs to no tag any more. */
    private void forget(COSBase marked, PDPage page) {
        var resolved = marked instanceof COSObject object ? object.getObject() : marked;
        switch (resolved) {
            case COSInteger number -> forget(number.intValue(), page);
            case COSArray several -> several.forEach(one -> forget(one, page));
            case COSDictionary content -> forget(content.getInt(COSName.MCID), page);
            case null, default -> throw new IllegalStateException("a picture is not marked: " + resolved);
        }
    }

    private void forget(int mcid, PDPage page) {
        decoration.computeIfAbsent(page, _ -> new HashSet<>()).add(mcid);
        int key = page.getStructParents();
        for (int i = 0; i + 1 < parents.size(); i += 2) {
            if (parents.getInt(i) == key) {
                ((COSArray) parents.getObject(i + 1)).set(mcid, COSNull.NULL);
            }
        }
    }

    void finish() throws IOException {
        root.setParentTreeNextKey(next);
        for (var page : decoration.entrySet()) {
            decorate(page.getKey(), page.getValue());
        }
    }

    private void decorate(PDPage page, Set<Integer> mcids) throws IOException {
        List<Object> tokens = new PDFStreamParser(page).parse();
        for (int i = 2; i < tokens.size(); i++) {
            if (tokens.get(i) instanceof Operator operator
                    && operator.getName().equals("BDC")
                    && tokens.get(i - 1) instanceof COSDictionary properties
                    && mcids.contains(properties.getInt(COSName.MCID))) {
                tokens.set(i - 2, COSName.ARTIFACT);
                tokens.set(i - 1, new COSDictionary());
            }
        }
        var stream = new PDStream(pdf);
        try (var bytes = stream.createOutputStream(COSName.FLATE_DECODE)) {
            new ContentStreamWriter(bytes).writeTokens(tokens);
        }
        page.setContents(stream);
    }
}
