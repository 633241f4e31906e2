package fr.roubaix.cln.hardware.profile;

import java.util.Comparator;
import java.util.List;

import fr.roubaix.cln.hardware.printer.CodePage;
import fr.roubaix.cln.hardware.printer.EscPos.Cut;

/**
 * What is known of a printer model. Vocabulary of the public escpos-printer-db; what no data sheet says is left out.
 *
 * @param rollInMillimetres width of the paper
 * @param widthInDots dots the head prints on a line
 * @param codePages at least one, the smallest number first
 * @param raster whether it prints pictures ({@code GS v 0})
 */
public record PrinterProfile(
        DeviceName id,
        String name,
        int dpi,
        int rollInMillimetres,
        int widthInDots,
        List<CodePage> codePages,
        boolean raster,
        Cut cut) {

    public PrinterProfile {
        codePages = codePages.stream()
                .sorted(Comparator.comparingInt(CodePage::number))
                .toList();
    }

    /** The code page to begin with: windows-1252, which holds French, where there is one. */
    public CodePage codePage() {
        return codePages.stream()
                .filter(page -> page.charset().name().equals("windows-1252"))
                .findFirst()
                .orElseGet(codePages::getFirst);
    }
}
