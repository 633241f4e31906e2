package fr.roubaix.cln.adresses;

import fr.roubaix.cln.adresses.Import.BadLines;

/** Ends an import from wherever it is; never leaves this package. */
final class Refusal extends Exception {

    private final transient BadLines badLines;

    Refusal(String message) {
        this(message, BadLines.NONE);
    }

    Refusal(String message, BadLines badLines) {
        super(message);
        this.badLines = badLines;
    }

    Import.Refused refused() {
        return new Import.Refused(String.valueOf(getMessage()), badLines);
    }
}
