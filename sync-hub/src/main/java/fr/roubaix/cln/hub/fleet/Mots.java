package fr.roubaix.cln.hub.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

import com.vaadin.flow.component.Component;

import fr.roubaix.cln.hub.fleet.Flotte.Fiche;
import fr.roubaix.cln.hub.shell.Etiquette;
import fr.roubaix.cln.hub.shell.Etiquette.Ton;
import fr.roubaix.cln.sync.EtatDAppareil;
import fr.roubaix.cln.web.FrenchDates;

/** How what is known of a kiosk reads, in the grid and in the panel alike. */
final class Mots {

    /** Below this, two clocks that tick apart still tell the same time. */
    private static final Duration A_L_HEURE = Duration.ofSeconds(30);

    private static final Set<String> CONNUES = Set.of(
            "imprimante.PAPIER_BIENTOT_FINI",
            "imprimante.PLUS_DE_PAPIER",
            "imprimante.CAPOT_OUVERT",
            "imprimante.EN_ERREUR",
            "imprimante.INJOIGNABLE",
            "lecteur.INJOIGNABLE",
            "disque.PRESQUE_PLEIN");

    private static final double GIGAOCTET = 1e9;

    private Mots() {}

    static Etiquette etat(Fiche fiche, Component vue) {
        if (fiche.borne().revoked()) {
            return new Etiquette(Ton.ARRET, vue.getTranslation("flotte.etat.revoquee"));
        }
        if (!fiche.alertes().isEmpty()) {
            return new Etiquette(
                    Ton.ATTENTION,
                    vue.getTranslation("flotte.etat.alertes", fiche.alertes().size()));
        }
        return fiche.borne().report().isPresent()
                ? new Etiquette(Ton.OK, vue.getTranslation("flotte.etat.en-service"))
                : new Etiquette(Ton.ATTENTE, vue.getTranslation("flotte.etat.jamais-entendue"));
    }

    static String contact(Fiche fiche, Component vue) {
        return fiche.borne()
                .report()
                .map(dit -> FrenchDates.instant(dit.at()))
                .orElse(vue.getTranslation("bornes.jamais"));
    }

    static String file(Fiche fiche, Component vue) {
        return fiche.borne()
                .report()
                .map(dit -> vue.getTranslation("bornes.en-attente", dit.queue()))
                .orElse(vue.getTranslation("bornes.file-inconnue"));
    }

    static String horloge(Fiche fiche, Component vue) {
        return fiche.borne()
                .report()
                .map(dit -> horloge(dit.clockAhead(), vue))
                .orElse(vue.getTranslation("flotte.inconnu"));
    }

    /** In words, never in milliseconds: {@code à l’heure}, {@code avance de 3 min}. */
    private static String horloge(Duration avance, Component vue) {
        if (avance.abs().compareTo(A_L_HEURE) < 0) {
            return vue.getTranslation("flotte.horloge.a-l-heure");
        }
        return vue.getTranslation(
                avance.isNegative() ? "flotte.horloge.retard" : "flotte.horloge.avance", duree(avance.abs(), vue));
    }

    static String duree(Duration duree, Component vue) {
        if (duree.toMinutes() < 1) {
            return vue.getTranslation("flotte.duree.secondes", duree.toSeconds());
        }
        if (duree.toHours() < 1) {
            return vue.getTranslation("flotte.duree.minutes", duree.toMinutes());
        }
        return duree.toDays() < 2
                ? vue.getTranslation("flotte.duree.heures", duree.toHours())
                : vue.getTranslation("flotte.duree.jours", duree.toDays());
    }

    static String octets(long octets, Component vue) {
        return vue.getTranslation("flotte.gigaoctets", String.format(Locale.FRANCE, "%.1f", octets / GIGAOCTET));
    }

    /** In words that this version knows; a word of a later one as it came. */
    private static String panne(EtatDAppareil dit, Component vue) {
        String cle = "flotte.panne." + dit.appareil() + "." + dit.etat();
        return CONNUES.contains(dit.appareil() + "." + dit.etat())
                ? vue.getTranslation(cle)
                : vue.getTranslation("flotte.panne.autre", dit.appareil(), dit.etat());
    }

    /** What is wrong, and what to do about it. */
    static String alerte(Alerte alerte, Instant maintenant, Component vue) {
        return switch (alerte) {
            case Alerte.Silencieuse(var depuis) ->
                vue.getTranslation("flotte.alerte.silencieuse", duree(Duration.between(depuis, maintenant), vue));
            case Alerte.HorlogeDecalee(var avance) -> vue.getTranslation("flotte.alerte.horloge", horloge(avance, vue));
            case Alerte.Appareil(var dit, var depuis) ->
                vue.getTranslation(
                        "flotte.alerte.appareil", panne(dit, vue), duree(Duration.between(depuis, maintenant), vue));
            case Alerte.DisquePlein(var octets) -> vue.getTranslation("flotte.alerte.disque", octets(octets, vue));
            case Alerte.FileAncienne(var depuis) ->
                vue.getTranslation("flotte.alerte.file", duree(Duration.between(depuis, maintenant), vue));
            case Alerte.Conflits(var nombre) -> vue.getTranslation("flotte.alerte.conflits", nombre);
            case Alerte.Falsifications(var nombre, var derniere) ->
                vue.getTranslation("flotte.alerte.falsifications", nombre, FrenchDates.instant(derniere));
        };
    }
}
