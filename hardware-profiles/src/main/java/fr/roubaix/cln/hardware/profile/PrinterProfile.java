package fr.roubaix.cln.hardware.profile;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

import fr.roubaix.cln.hardware.printer.CodePage;
import fr.roubaix.cln.hardware.printer.EscPos.Cut;
import fr.roubaix.cln.hardware.profile.Connection.Transport;

/**
 * What is known of a printer model. Vocabulary of the public escpos-printer-db; what no data sheet says is left out.
 *
 * @param dpi dots to an inch, where known
 * @param rollInMillimetres width of the paper, where known
 * @param widthInDots dots the head prints on a line
 * @param codePages at least one, the smallest number first
 * @param raster whether it prints pictures ({@code GS v 0})
 * @param status whether it answers questions about its state
 * @param interfaces the sockets it is sold with, in one version or another; empty where nobody said
 */
public record PrinterProfile(
        DeviceName id,
        String name,
        OptionalInt dpi,
        OptionalDouble rollInMillimetres,
        int widthInDots,
        List<CodePage> codePages,
        boolean raster,
        Cut cut,
        Status status,
        Set<Interface> interfaces) {

    public PrinterProfile {
        codePages = codePages.stream()
                .sorted(Comparator.comparingInt(CodePage::number))
                .toList();
        interfaces = Set.copyOf(interfaces);
    }

    /** The code page to begin with: windows-1252, which holds French, where there is one. */
    public CodePage codePage() {
        return codePages.stream()
                .filter(page -> page.charset().name().equals("windows-1252"))
                .findFirst()
                .orElseGet(codePages::getFirst);
    }

    /** Whether one can be reached so, as far as anybody said. */
    boolean offers(Transport transport) {
        return interfaces.isEmpty()
                || switch (transport) {
                    case TCP -> interfaces.contains(Interface.ETHERNET) || interfaces.contains(Interface.WIFI);
                    case DEVICE -> interfaces.contains(Interface.USB) || interfaces.contains(Interface.PARALLEL);
                    // Many show themselves as a serial line on USB.
                    case SERIAL -> interfaces.contains(Interface.SERIAL) || interfaces.contains(Interface.USB);
                };
    }

    /** Whether a printer answers {@code DLE EOT}. */
    public enum Status {
        DLE_EOT,
        /** It takes bytes and says nothing: to be asked nothing, and no fault is to be read in its silence. */
        NONE,
        /** No data sheet says so: ask it, and take silence for no answer. */
        UNKNOWN
    }

    /** A socket, or an aerial. */
    public enum Interface {
        ETHERNET,
        WIFI,
        USB,
        SERIAL,
        PARALLEL,
        BLUETOOTH
    }
}
