package fr.roubaix.cln.hub.appel;

import java.util.ArrayList;
import java.util.List;

import fr.roubaix.cln.domaine.candidature.Langue;

/** What a text, a title or a number of seats must be, for a draft and for a call that opens. */
final class Exigences {

    private static final int TITRE_MAXIMUM = 120;
    private static final int LIEU_MAXIMUM = 200;
    /** Two pages: nobody reads more on a kiosk, and the bulletin carries five of them. */
    private static final int TEXTE_MAXIMUM = 4000;

    private Exigences() {}

    /** What has no room, in a draft too. */
    static List<Refus> deLongueur(Demande demande, Annonce annonce) {
        var refus = new ArrayList<Refus>();
        if (demande.titre().length() > TITRE_MAXIMUM) {
            refus.add(Refus.TITRE_MANQUANT);
        }
        if (demande.lieu().length() > LIEU_MAXIMUM) {
            refus.add(Refus.LIEU_MANQUANT);
        }
        if (annonce.textes().values().stream().anyMatch(Exigences::tropLong)) {
            refus.add(Refus.TEXTE_TROP_LONG);
        }
        if (annonce.secteurs().values().stream().anyMatch(a -> a.sieges() < 0 || a.sieges() > Annonce.SIEGES)) {
            refus.add(Refus.SIEGES_HORS_LIMITES);
        }
        if (annonce.secteurs().values().stream().anyMatch(a -> a.lieu().length() > LIEU_MAXIMUM)) {
            refus.add(Refus.ACCUEIL_TROP_LONG);
        }
        return refus;
    }

    /** What a call that opens must say. */
    static List<Refus> dOuverture(Annonce annonce) {
        var refus = new ArrayList<Refus>();
        if (annonce.texte(Langue.FRANCAIS).isEmpty()) {
            refus.add(Refus.TEXTE_MANQUANT);
        }
        if (annonce.sieges() <= 0) {
            refus.add(Refus.AUCUN_SIEGE);
        }
        return refus;
    }

    static boolean tropLong(Annonce.Texte texte) {
        return texte.corps().length() > TEXTE_MAXIMUM || texte.titre().length() > TITRE_MAXIMUM;
    }
}
