package fr.roubaix.cln.web.saisie;

import java.util.List;
import java.util.Optional;

import fr.roubaix.cln.domaine.habitant.Parite;

/** With whom the person asks to be counted (art. 7 §3, criterion 2). The question above is the sentence's beginning. */
public final class ChoixDeParite extends Reponse<Parite> {

    private final Choix<Parite> choix = new Choix<>("parite", List.of(Parite.values()));

    public ChoixDeParite() {
        addClassName("saisie--parite");
        add(choix, new Pourquoi("saisie.parite.pourquoi"));
    }

    @Override
    public Optional<Parite> lire() {
        var parite = choix.lire();
        if (parite.isEmpty()) {
            choix.focus();
        }
        return parite;
    }

    @Override
    public void remplir(Parite parite) {
        choix.remplir(parite);
    }
}
