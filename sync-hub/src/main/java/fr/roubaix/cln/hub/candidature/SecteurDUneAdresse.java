package fr.roubaix.cln.hub.candidature;

import java.util.Optional;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.web.saisie.AdressesProposees;
import fr.roubaix.cln.web.saisie.AdressesProposees.Proposition;
import fr.roubaix.cln.web.saisie.AdressesProposees.Trouvees;

/** The sector in which the address base puts an address written in full. */
@Component
class SecteurDUneAdresse {

    private final AdressesProposees base;

    SecteurDUneAdresse(AdressesProposees base) {
        this.base = base;
    }

    /** Empty when the base does not know this very address. */
    Optional<Secteur> de(String voie) {
        return base.chercher(voie) instanceof Trouvees.Propositions(var lignes)
                ? lignes.stream()
                        .filter(une -> une.complete() && une.libelle().equalsIgnoreCase(voie.strip()))
                        .findFirst()
                        .flatMap(Proposition::secteur)
                : Optional.empty();
    }
}
