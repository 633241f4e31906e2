package fr.roubaix.cln.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;

/**
 * What axe finds on a page against WCAG 2.2 A and AA. Its script is run in the page itself, where no frame stands, and asked
 * for violations alone: what passes is by far the most of what it would tell.
 */
public final class Axe {

    private static final String SCRIPT = script();

    private static final String LOOK = """
            async () => {
              if (document.querySelector('iframe, frame')) throw new Error('axe is asked for pages without frames');
              const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
              const options = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], iframes: false };
              const { violations } = await axe.run(document, options);
              return violations.map((rule) => rule.id + ' ' + rule.nodes[0].html);
            }""";

    private Axe() {}

    /** Each rule that the page breaks, with the first element that breaks it; empty when there is none. */
    public static List<String> violations(Page page) {
        if (Boolean.FALSE.equals(page.evaluate("() => window.axe !== undefined"))) {
            page.evaluate(SCRIPT);
        }
        return ((List<?>) page.evaluate(LOOK)).stream().map(String::valueOf).toList();
    }

    private static String script() {
        try (InputStream in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) {
                throw new IllegalStateException("axe is missing from its library");
            }
            // The module would be the value of the last expression, which is nothing that Java could be given.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8) + "\n;undefined";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
