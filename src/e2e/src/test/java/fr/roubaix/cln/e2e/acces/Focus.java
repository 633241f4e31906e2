package fr.roubaix.cln.e2e.acces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import com.microsoft.playwright.Page;

/** What somebody without a pointer looks for: where they are. */
final class Focus {

    /** The focused element, or the key or row of keys that the four buttons stand on: its name, and whether one sees it. */
    private static final String HERE = """
            () => {
              const up = (e) => e.parentElement ?? e.getRootNode().host;
              const ringed = (e) => { const s = getComputedStyle(e);
                return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 3) || s.boxShadow.includes('inset'); };
              const mark = document.querySelector('.is-focus, .touche--rangee');
              let at = mark ?? document.activeElement;
              while (at.shadowRoot?.activeElement) { at = at.shadowRoot.activeElement; }
              const label = at.labels?.[0]?.textContent ?? at.textContent;
              const rings = [];
              for (let e = at, n = 0; e && n < 3; e = up(e), n++) {
                rings.push(e, ...(e.shadowRoot?.querySelectorAll('[part~="input-field"]') ?? []));
              }
              const box = at.getBoundingClientRect();
              return {
                name: (at.getAttribute('aria-label') ?? label ?? '').trim().replace(/\\s+/g, ' '),
                tag: at.localName,
                visible: rings.some(ringed),
                inside: box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight + 1 && box.right <= innerWidth + 1,
              };
            }
            """;

    private Focus() {}

    /** The name of what has the focus, which must show that it has it. */
    static String seen(Page page) {
        var here = (Map<?, ?>) page.evaluate(HERE);
        assertThat(here.get("visible")).as("the focus shows on %s", here).isEqualTo(true);
        assertThat(here.get("inside"))
                .as("the focus is on the screen: %s", here)
                .isEqualTo(true);
        return String.valueOf(here.get("name"));
    }
}
