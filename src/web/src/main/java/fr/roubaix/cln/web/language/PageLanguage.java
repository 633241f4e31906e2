package fr.roubaix.cln.web.language;

import java.util.Locale;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.HasDynamicTitle;

/**
 * Tells the document which language it speaks and in which direction: whoever calls {@link UI#setLocale} changes both at
 * once, and the title with them. A new page is French again.
 */
@Tag("cln-langue")
@JavaScript("context://cln/langue.js")
public final class PageLanguage extends Component implements LocaleChangeObserver {

    public PageLanguage() {
        tell(Language.of(Locale.FRENCH));
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        tell(Language.of(event.getLocale()));
        event.getUI().getInternals().getActiveRouterTargetsChain().stream()
                .filter(HasDynamicTitle.class::isInstance)
                .map(HasDynamicTitle.class::cast)
                .findFirst()
                .ifPresent(view -> event.getUI().getPage().setTitle(view.getPageTitle()));
    }

    private void tell(Language language) {
        getElement().setAttribute("choisie", language.tag());
        getElement().setAttribute("langue", language.html());
        getElement().setAttribute("sens", language.direction());
    }
}
