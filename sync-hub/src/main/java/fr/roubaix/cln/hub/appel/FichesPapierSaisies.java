package fr.roubaix.cln.hub.appel;

import java.util.Map;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.secteur.Secteur;

/** How many applications on paper were entered, by the mairie that received the paper. The feature that enters them answers. */
@FunctionalInterface
public interface FichesPapierSaisies {

    /** Counts per mairie; one without any may be left out. */
    Map<Secteur, Integer> parMairie(AppelId appel);
}
