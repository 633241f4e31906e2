package fr.roubaix.cln.hub.appel;

import java.util.Map;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.secteur.Secteur;

/** How many paper forms each mairie declared on its kiosks when it closed. The feature that receives these answers. */
@FunctionalInterface
public interface FichesPapierDeclarees {

    /** Counts per mairie; one that has not closed is left out. */
    Map<Secteur, Integer> parMairie(AppelId appel);
}
