package fr.roubaix.cln.hub.tirage;

import java.util.Optional;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.hub.candidature.NomsDansUnTexte;

/**
 * Keeps candidates' names out of what a public draw publishes as it is typed. Nothing of a rehearsal is published, and
 * nothing there is compared: it can be begun again as often as one likes, and would tell whoever tries names who applied.
 */
@Component
class NomsRefuses {

    private final NomsDansUnTexte noms;

    NomsRefuses(NomsDansUnTexte noms) {
        this.noms = noms;
    }

    /** Why a text cannot be published; empty when it can. What it answers is to be kept, whatever becomes of the act. */
    Optional<Refus> refus(CeremonieId id, String texte) {
        return switch (id) {
            case CeremonieId.Repetition _ -> Optional.empty();
            case CeremonieId.Publique(var appel) ->
                switch (noms.chercher(appel, texte)) {
                    case PERSONNE -> Optional.empty();
                    case NOMME -> Optional.of(Refus.NOM_DE_CANDIDAT);
                    case TROP_DE_FOIS -> Optional.of(Refus.TEXTES_SUSPENDUS);
                };
        };
    }
}
