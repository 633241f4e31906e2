package fr.roubaix.cln.hub.security;

import java.util.List;
import java.util.Optional;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows, in the demonstration alone, a code that opens a demonstration account: nobody has its telephone. The code is an
 * ordinary one kept on paper, used up like any other; what examines it knows nothing of demonstrations.
 */
@Component
@Profile("demo")
class CodesDeDemonstration {

    private final SecondsFacteurs seconds;

    CodesDeDemonstration(SecondsFacteurs seconds) {
        this.seconds = seconds;
    }

    /** A fresh code for one of the demonstration accounts, none for any other. */
    @Transactional
    public Optional<String> code(Identifiant identifiant) {
        if (!ComptesDeDemonstration.NOMS.contains(identifiant.valeur())) {
            return Optional.empty();
        }
        var code = CodeDeSecours.nouveau();
        seconds.ajouterCodes(identifiant, List.of(code));
        return Optional.of(code.affiche());
    }
}
