package fr.roubaix.cln.hub.publication;

import java.time.Instant;
import java.util.List;

import fr.roubaix.cln.domaine.tirage.Empreinte;
import fr.roubaix.cln.hub.tirage.Cahier;
import fr.roubaix.cln.web.FrenchDates;

/**
 * A list that was frozen and published, then annulled before the first die: whoever kept it finds here that it no longer
 * counts, and why. The reason names no candidate.
 */
record ListeAnnulee(Empreinte liste, Instant arreteeLe, Instant annuleeLe, String motif) {

    static List<ListeAnnulee> de(Cahier cahier) {
        return cahier.annules().stream()
                .map(annule -> new ListeAnnulee(
                        annule.liste(), annule.arret().le(), annule.annulation().le(), annule.motif()))
                .toList();
    }

    /** When it was frozen, in French. */
    public String arretee() {
        return FrenchDates.fullInstant(arreteeLe);
    }

    /** When it was annulled, in French. */
    public String annulee() {
        return FrenchDates.fullInstant(annuleeLe);
    }
}
