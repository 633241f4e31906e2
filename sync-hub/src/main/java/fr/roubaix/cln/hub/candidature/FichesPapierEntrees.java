package fr.roubaix.cln.hub.candidature;

import java.util.Map;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.appel.FichesPapierSaisies;

/** Tells the call how many of the paper forms left in its mairies were entered. */
@Component
class FichesPapierEntrees implements FichesPapierSaisies {

    private final CandidaturesModifiables candidatures;

    FichesPapierEntrees(CandidaturesModifiables candidatures) {
        this.candidatures = candidatures;
    }

    @Override
    public Map<Secteur, Integer> parMairie(AppelId appel) {
        return candidatures.fichesPapier(appel);
    }
}
