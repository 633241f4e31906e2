package fr.roubaix.cln.kiosk.receipt;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the receipt in one language. Beside the layout, not among the screens' texts: paper has no session. */
final class ReceiptTexts {

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
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }
}
