package fr.roubaix.cln.web;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;

/**
 * Cards to read. Where the screen has no room for all of them they come one page after the other, which is easier to see
 * and to reach than a text that scrolls. Add the {@link #turning} where the acts of the screen are; it shows only when there
 * is more than one page. The pages are made in the browser, which alone knows its room: {@code cln/pages.js}.
 */
@Tag("cln-pages")
@JavaScript("context://cln/pages.js")
public final class Pages extends HtmlContainer implements HasComponents, LocaleChangeObserver {

    private final NativeButton before = turn("avant", "back");
    private final NativeButton after = turn("suite", "arrow");
    private final Span beforeWords = new Span();
    private final Span afterWords = new Span();
    private final Div turning;

    /** @param cards what is read, each child in one piece */
    public Pages(Component cards) {
        add(cards);
        before.add(beforeWords);
        after.addComponentAsFirst(afterWords);
        var rank = new Span();
        rank.addClassName("pages__rang");
        rank.getElement().setAttribute("role", "status");
        turning = new Div(before, rank, after);
        turning.addClassName("pages__tourner");
        turning.getElement().setAttribute("data-hors", true);
    }

    /** What turns the pages. */
    public Div turning() {
        return turning;
    }

    private static NativeButton turn(String name, String icon) {
        var arrow = new DrawnIcon(icon);
        arrow.addClassName("icon--dir");
        var button = new NativeButton();
        button.add(arrow);
        button.addClassName("pages__page");
        button.getElement().setAttribute("type", "button");
        button.getElement().setAttribute("data-tourner", name);
        return button;
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        beforeWords.setText(getTranslation("pages.avant"));
        afterWords.setText(getTranslation("pages.suite"));
        // The browser counts.
        turning.getElement().setAttribute("mot-rang", getTranslation("pages.rang", "{0}", "{1}"));
    }
}
