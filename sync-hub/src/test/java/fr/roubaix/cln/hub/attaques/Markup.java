package fr.roubaix.cln.hub.attaques;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;

import fr.roubaix.cln.web.Weave;
import fr.roubaix.cln.web.Wordmark;

/** Whether what somebody typed became a part of the page. */
public final class Markup {

    private Markup() {}

    /** Nothing on the screen that is open now is made of text that somebody typed. */
    public static void assertNoneInjected() {
        everything(UI.getCurrent().getElement())
                .filter(element -> !drawing(element))
                .forEach(element -> {
                    assertThat(element.hasProperty("innerHTML"))
                            .as(element.getTag())
                            .isFalse();
                    assertThat(element.getTag()).isNotIn("script", "iframe", "object");
                    assertThat(element.getAttributeNames()).noneMatch(name -> name.startsWith("on"));
                    assertThat(element.getComponent().filter(Html.class::isInstance))
                            .isEmpty();
                });
    }

    /** One of our own, which nothing fills. */
    private static boolean drawing(Element element) {
        return element.getComponent()
                .filter(component -> component instanceof Wordmark || component instanceof Weave)
                .isPresent();
    }

    private static Stream<Element> everything(Element element) {
        return element.isTextNode()
                ? Stream.empty()
                : Stream.concat(Stream.of(element), element.getChildren().flatMap(Markup::everything));
    }
}
