package fr.roubaix.cln.kiosk.receipt;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

import fr.roubaix.cln.web.language.Language;

/** The words of the receipt in one language. Beside the layout, not among the screens' texts: paper has no session. */
final class ReceiptTexts {

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    private final Locale locale;
    private final ResourceBundle bundle;

    ReceiptTexts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                ReceiptTexts.class.getPackageName() + ".recu",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String text(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return arguments.length == 0
                ? pattern
                : new MessageFormat(pattern, locale)
                        .format(Arrays.stream(arguments).map(this::isolated).toArray());
    }

    /** What is filled into Arabic keeps the order of its own letters and digits (UAX #9, isolates). */
    private Object isolated(Object argument) {
        if (!Language.of(locale).rightToLeft()) {
            return argument;
        }
        return FIRST_STRONG_ISOLATE + String.valueOf(argument) + POP_ISOLATE;
    }

    /** Everything it may say, to look for letters that no font has. */
    String every() {
        return bundle.keySet().stream().map(bundle::getString).collect(Collectors.joining());
    }

    Locale locale() {
        return locale;
    }
}
