package fr.roubaix.cln.web.saisie;

import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/**
 * The fields that answer one question. What was typed stays in the fields; only what the domain accepted comes out.
 *
 * @param <T> the value read
 */
public abstract class Reponse<T> extends Div {

    Reponse(Component... fields) {
        super(fields);
        addClassName("saisie");
    }

    /**
     * Reads every field. When something is wrong, each wrong field says what to do and the first one takes the focus;
     * nothing comes out.
     */
    public abstract Optional<T> lire();

    /** Shows a value already read, and no error. */
    public abstract void remplir(T valeur);
}
