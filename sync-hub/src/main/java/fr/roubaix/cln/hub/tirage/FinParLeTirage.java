package fr.roubaix.cln.hub.tirage;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.hub.appel.FinDAppel;
import fr.roubaix.cln.hub.candidature.Candidatures;

/** A closed call ends when its members are proclaimed, or when all is decided and there is nobody to draw. */
@Component
class FinParLeTirage implements FinDAppel {

    private final Tirages tirages;
    private final Candidatures candidatures;

    FinParLeTirage(Tirages tirages, Candidatures candidatures) {
        this.tirages = tirages;
        this.candidatures = candidatures;
    }

    @Override
    public boolean atteinte(AppelId appel) {
        return tirages.tirage(appel)
                .map(tirage -> switch (tirage) {
                    case Tirage.Proclame _, Tirage.Clos _ -> true;
                    case Tirage.AvantLesDes _,
                            Tirage.DesEnCours _,
                            Tirage.DrandSaisi _,
                            Tirage.GraineConfirmee _,
                            Tirage.Tire _ -> false;
                })
                .orElseGet(() -> candidatures.aExaminer(appel) == 0
                        && candidatures.recevables(appel).isEmpty());
    }
}
