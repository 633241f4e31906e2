package fr.roubaix.cln.kiosk.candidature;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.web.saisie.AdressesProposees;

/** A base of three lines, which may be there or not. */
final class FakeAdresses implements AdressesProposees {

    static final Proposition DOUZE = new Proposition("12 rue de l’Essai", true, Optional.of(Secteur.SUD));
    static final Proposition LISIERE = new Proposition("14 rue de l’Essai", true, Optional.empty());
    static final Proposition RUE = new Proposition("Rue de l’Essai", false, Optional.empty());

    volatile boolean base;

    @Override
    public boolean disponibles() {
        return base;
    }

    @Override
    public Trouvees chercher(String saisie) {
        if (saisie.contains("59200")) {
            return new Trouvees.HorsDeRoubaix("59200 Tourcoing");
        }
        return new Trouvees.Propositions(Stream.of(DOUZE, LISIERE, RUE)
                .filter(une -> une.libelle().toLowerCase(Locale.ROOT).startsWith(saisie.toLowerCase(Locale.ROOT)))
                .toList());
    }
}
