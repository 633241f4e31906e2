package fr.roubaix.cln.hub.shell;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** A question before an act that nothing undoes. Open it. */
public final class Confirmation extends ConfirmDialog {

    /**
     * Asks with these words.
     *
     * @param question key of the question
     * @param bouton key of the word that confirms
     * @param suite what happens then
     */
    public Confirmation(String question, String bouton, Runnable suite) {
        setHeader(getTranslation(question));
        setCancelable(true);
        setCancelText(getTranslation("action.annuler"));
        setConfirmText(getTranslation(bouton));
        addConfirmListener(_ -> suite.run());
    }
}
