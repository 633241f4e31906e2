package fr.roubaix.cln.hub.affichage;

import org.springframework.stereotype.Service;

import fr.roubaix.cln.domaine.affichage.DepartDesLettres;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.tirage.Tirages;

/** May the letters of designation of a draw leave? Whoever writes them asks here first (art. 7 §2). */
@Service
@Interne("asked by whatever is about to send letters; tells dates that are public")
public class LettresDeDesignation {

    private final Tirages tirages;
    private final Publicites publicites;

    LettresDeDesignation(Tirages tirages, Publicites publicites) {
        this.tirages = tirages;
        this.publicites = publicites;
    }

    /** Yes and since when, or what is missing. */
    public DepartDesLettres depart(AppelId appel) {
        return tirages.tirage(appel)
                .flatMap(ProcesVerbalClos::de)
                .map(pv -> DepartDesLettres.apres(publicites.de(pv).publicite()))
                .orElseGet(DepartDesLettres.SansProcesVerbal::new);
    }
}
