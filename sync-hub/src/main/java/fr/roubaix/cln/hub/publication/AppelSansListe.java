package fr.roubaix.cln.hub.publication;

import java.util.List;

import fr.roubaix.cln.hub.appel.AppelSuivi;

/** A call of which no list is frozen, or whose list was annulled and no other frozen since. */
record AppelSansListe(AppelSuivi suivi, List<ListeAnnulee> annulees) {
    AppelSansListe {
        annulees = List.copyOf(annulees);
    }
}
