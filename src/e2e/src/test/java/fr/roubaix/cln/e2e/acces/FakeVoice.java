package fr.roubaix.cln.e2e.acces;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

/**
 * A voice that says nothing and remembers everything, in the place of the browser's: Chromium has none on a machine without
 * loudspeakers. It ends a sentence by itself, or only when it is told.
 */
final class FakeVoice {

    private static final String SCRIPT = """
            (() => {
              const voices = LANGUAGES.map((lang) => ({ lang, name: `voix ${lang}`, localService: lang !== 'de-DE', default: false }));
              window.voix = { said: [], stopped: 0, patient: false, end: () => {} };
              window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
              const fake = Object.assign(new EventTarget(), {
                getVoices: () => voices,
                speak: (one) => {
                  const mark = [...(CSS.highlights.get('cln-lecture') ?? [])].map(String).join('').replace(/\\s+/g, ' ').trim();
                  window.voix.said.push({ text: one.text, lang: one.lang, mark });
                  queueMicrotask(() => one.onstart?.());
                  window.voix.end = () => one.onend?.();
                  if (!window.voix.patient) { queueMicrotask(() => one.onend?.()); }
                },
                cancel: () => { window.voix.stopped++; window.voix.end = () => {}; },
              });
              Object.defineProperty(window, 'speechSynthesis', { value: fake });
            })();
            """;

    private final Page page;

    private FakeVoice(Page page) {
        this.page = page;
    }

    /** A page on which these languages can be read aloud. */
    static FakeVoice speaking(BrowserContext person, String... languages) {
        person.addInitScript(SCRIPT.replace("LANGUAGES", "['" + String.join("','", languages) + "']"));
        return new FakeVoice(person.newPage());
    }

    Page page() {
        return page;
    }

    /** From now on each sentence lasts until {@link #endsASentence}. */
    FakeVoice takesItsTime() {
        page.evaluate("() => { voix.patient = true; }");
        return this;
    }

    void endsASentence() {
        page.evaluate("() => voix.end()");
    }

    /** Touches the button; waits for the end of the screen. */
    List<String> readsTheScreen() {
        page.evaluate("() => { voix.said = []; }");
        page.locator("[data-ecoute]").click();
        page.waitForFunction("() => voix.said.length > 0 && !document.querySelector('cln-ecoute[lit]')");
        return said();
    }

    List<String> said() {
        return sentences("text");
    }

    /** What was marked while each sentence was said. */
    List<String> marked() {
        return sentences("mark");
    }

    List<String> languages() {
        return sentences("lang");
    }

    private List<String> sentences(String part) {
        var said = (List<?>) page.evaluate("() => voix.said");
        return said.stream()
                .map(one -> String.valueOf(((Map<?, ?>) one).get(part)))
                .toList();
    }

    boolean reads() {
        return page.locator("cln-ecoute[lit]").count() > 0;
    }

    /** Waits until nothing is read any more, and nothing is marked. */
    FakeVoice isSilent() {
        page.waitForFunction(
                "() => !document.querySelector('cln-ecoute[lit]') && !CSS.highlights.has('cln-lecture') && voix.stopped > 0");
        return this;
    }
}
