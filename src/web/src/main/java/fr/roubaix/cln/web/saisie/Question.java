package fr.roubaix.cln.web.saisie;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.H1;

/** The title of a screen. It takes the focus when the screen appears, so that a screen reader begins there. */
public final class Question extends H1 implements Focusable<Question> {
    public Question(String texte) {
        super(texte);
        setTabIndex(-1);
        addAttachListener(_ -> focus());
    }
}
