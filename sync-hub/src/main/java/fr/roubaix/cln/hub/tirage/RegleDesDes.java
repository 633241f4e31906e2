package fr.roubaix.cln.hub.tirage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import fr.roubaix.cln.domaine.tirage.AnnonceDrand;
import fr.roubaix.cln.domaine.tirage.Des;
import fr.roubaix.cln.domaine.tirage.PreuveDrand;
import fr.roubaix.cln.hub.documents.TexteImprimable;
import fr.roubaix.cln.hub.tirage.Deroulement.Refusee;
import fr.roubaix.cln.hub.tirage.Deroulement.Suite;
import fr.roubaix.cln.hub.tirage.Tirage.Acte;

/**
 * What may be done with the dice of a session, and with the round of drand announced beside them. Nobody stops when the
 * result suits them: the number of throws is announced at the opening. And nobody chooses a digit knowing the round: from
 * the instant of its publication on no digit moves, and dice that are not complete then wait for a later round.
 *
 * <p>A session that an earlier version opened announced no number: its dice are read under the rule that held then.
 */
record RegleDesDes(EtatDuTirage etat, Acte acte) {

    /** What the last row of the room can read; two hundred bits are far more than any draw needs. */
    static final int MAXIMUM = 60;

    /** How many throws a session that announced no number could have. */
    static final int MAXIMUM_SANS_ANNONCE = 200;

    static boolean peutSAnnoncer(int lancers) {
        return lancers >= Des.MINIMUM && lancers <= MAXIMUM;
    }

    Suite lancer(Tirage tirage, Fait.DeLance f) {
        return switch (tirage) {
            case Tirage.SeanceOuverte seance -> lancer(new Tirage.DesEnCours(seance, List.of()), f);
            case Tirage.DesEnCours des -> lancer(des, f);
            case Tirage.DrandSaisi _ -> new Refusee(Refus.DRAND_DEJA_SAISI);
            case Tirage.GraineConfirmee _, Tirage.ResultatConnu _ -> new Refusee(Refus.GRAINE_DEJA_CONFIRMEE);
            case Tirage.ListeArretee _, Tirage.LectureChoisie _, Tirage.PlanConfirme _ ->
                new Refusee(Refus.SEANCE_NON_OUVERTE);
        };
    }

    private Suite lancer(Tirage.DesEnCours des, Fait.DeLance f) {
        if (horsChiffres(f.chiffre())) {
            return new Refusee(Refus.CHIFFRE_MAL_FORME);
        }
        var fige = fige(des);
        if (fige.isPresent()) {
            return new Refusee(fige.get());
        }
        if (des.seance().lancers().isPresent() ? des.complets() : des.lancers().size() >= MAXIMUM_SANS_ANNONCE) {
            return new Refusee(des.seance().lancers().isPresent() ? Refus.LANCERS_TOUS_ENTRES : Refus.TROP_DE_DES);
        }
        if (etat.cahier().presence(f.lanceur()).filter(Cahier.Presence::estLa).isEmpty()) {
            return new Refusee(Refus.LANCEUR_ABSENT);
        }
        var tous = new ArrayList<>(des.lancers());
        tous.add(new Tirage.Lancer(f.chiffre(), f.lanceur(), acte));
        return vers(new Tirage.DesEnCours(des.seance(), tous));
    }

    Suite corriger(Tirage tirage, Fait.DeCorrige f) {
        return switch (tirage) {
            case Tirage.DesEnCours des -> corriger(des, f, corriges -> corriges);
            case Tirage.DrandSaisi(var des, var drand, var saisie) ->
                corriger(des, f, corriges -> new Tirage.DrandSaisi(corriges, drand, saisie));
            case Tirage.GraineConfirmee _, Tirage.ResultatConnu _ -> new Refusee(Refus.GRAINE_DEJA_CONFIRMEE);
            case Tirage.AvantLesDes _ -> new Refusee(Refus.DES_MANQUANTS);
        };
    }

    private Suite corriger(Tirage.DesEnCours des, Fait.DeCorrige f, Function<Tirage.DesEnCours, Tirage> stade) {
        if (horsChiffres(f.chiffre())
                || f.position() < 1
                || f.position() > des.lancers().size()) {
            return new Refusee(Refus.CHIFFRE_MAL_FORME);
        }
        var avant = des.lancers().get(f.position() - 1);
        if (avant.chiffre() == f.chiffre()) {
            return new Refusee(Refus.CHIFFRE_INCHANGE);
        }
        var fige = fige(des);
        if (fige.isPresent()) {
            return new Refusee(fige.get());
        }
        var lancers = new ArrayList<>(des.lancers());
        lancers.set(f.position() - 1, new Tirage.Lancer(f.chiffre(), avant.lanceur(), avant.acte()));
        return vers(
                stade.apply(new Tirage.DesEnCours(des.seance(), lancers)),
                new Cahier.Correction(f.position(), avant.chiffre(), Optional.of(f.chiffre()), acte));
    }

    Suite retirerLeDernier(Tirage tirage) {
        return switch (tirage) {
            case Tirage.DesEnCours des -> retirerLeDernier(des);
            case Tirage.DrandSaisi _ -> new Refusee(Refus.DRAND_DEJA_SAISI);
            case Tirage.GraineConfirmee _, Tirage.ResultatConnu _ -> new Refusee(Refus.GRAINE_DEJA_CONFIRMEE);
            case Tirage.AvantLesDes _ -> new Refusee(Refus.DES_MANQUANTS);
        };
    }

    private Suite retirerLeDernier(Tirage.DesEnCours des) {
        var lancers = des.lancers();
        if (lancers.isEmpty()) {
            return new Refusee(Refus.DES_MANQUANTS);
        }
        var fige = fige(des);
        return fige.isPresent()
                ? new Refusee(fige.get())
                : vers(
                        new Tirage.DesEnCours(des.seance(), lancers.subList(0, lancers.size() - 1)),
                        new Cahier.Correction(lancers.size(), lancers.getLast().chiffre(), Optional.empty(), acte));
    }

    /** Announces another round: none is known to anybody at that instant, or the one known will never complete these dice. */
    Suite remplacer(Tirage tirage, Fait.DrandRemplace f) {
        return switch (tirage) {
            case Tirage.SeanceOuverte seance -> remplacer(new Tirage.DesEnCours(seance, List.of()), f);
            case Tirage.DesEnCours des -> remplacer(des, f);
            case Tirage.DrandSaisi _ -> new Refusee(Refus.DRAND_DEJA_SAISI);
            case Tirage.GraineConfirmee _, Tirage.ResultatConnu _ -> new Refusee(Refus.GRAINE_DEJA_CONFIRMEE);
            case Tirage.ListeArretee _, Tirage.LectureChoisie _, Tirage.PlanConfirme _ ->
                new Refusee(Refus.SEANCE_NON_OUVERTE);
        };
    }

    private Suite remplacer(Tirage.DesEnCours des, Fait.DrandRemplace f) {
        Optional<AnnonceDrand> avant = des.seance().drand();
        if (avant.isEmpty()) {
            return new Refusee(Refus.DRAND_NON_ANNONCE);
        }
        if (avant.get().connueLe(acte.le()) && des.complets()) {
            return new Refusee(Refus.DES_FIGES);
        }
        if (f.drand().connueLe(acte.le())) {
            return new Refusee(Refus.DRAND_DEJA_PUBLIE);
        }
        if (f.drand().equals(avant.get())) {
            return new Refusee(Refus.DRAND_MEME_TOUR);
        }
        if (f.motif().isBlank()) {
            return new Refusee(Refus.MOTIF_MANQUANT);
        }
        if (!TexteImprimable.imprimable(f.motif())) {
            return new Refusee(Refus.TEXTE_MAL_FORME);
        }
        var seance = des.seance()
                .annoncer(new Tirage.TourRemplace(
                        avant.get(), f.drand(), f.motif().strip(), acte));
        return vers(
                etat.tirage().orElse(null) instanceof Tirage.SeanceOuverte
                        ? seance
                        : new Tirage.DesEnCours(seance, des.lancers()));
    }

    Suite saisirDrand(Tirage tirage, PreuveDrand preuve) {
        return switch (tirage) {
            case Tirage.DesEnCours des -> saisirDrand(des, preuve);
            case Tirage.DrandSaisi saisi -> saisirDrand(saisi.avant(), preuve);
            case Tirage.GraineConfirmee _, Tirage.ResultatConnu _ -> new Refusee(Refus.GRAINE_DEJA_CONFIRMEE);
            case Tirage.AvantLesDes _ -> new Refusee(Refus.DES_MANQUANTS);
        };
    }

    private Suite saisirDrand(Tirage.DesEnCours des, PreuveDrand preuve) {
        if (des.seance().drand().isEmpty()) {
            return new Refusee(Refus.DRAND_NON_ANNONCE);
        }
        if (!des.seance().drand().get().equals(preuve.annonce())) {
            return new Refusee(Refus.DRAND_AUTRE_TOUR);
        }
        if (!des.complets()) {
            return new Refusee(Refus.DES_MANQUANTS);
        }
        // Whoever could read the round before it is published would be lying.
        return preuve.annonce().connueLe(acte.le())
                ? vers(new Tirage.DrandSaisi(des, preuve, acte))
                : new Refusee(Refus.DRAND_PAS_ENCORE_PUBLIE);
    }

    Suite confirmerLaGraine(Tirage tirage) {
        return switch (tirage) {
            case Tirage.DesEnCours des ->
                !des.complets()
                        ? new Refusee(Refus.DES_MANQUANTS)
                        : des.seance().drand().isPresent()
                                ? new Refusee(Refus.DRAND_MANQUANT)
                                : vers(graine(des, Optional.empty()));
            case Tirage.DrandSaisi saisi -> vers(graine(saisi.avant(), Optional.of(saisi.drand())));
            case Tirage.GraineConfirmee _, Tirage.ResultatConnu _ -> new Refusee(Refus.GRAINE_DEJA_CONFIRMEE);
            case Tirage.AvantLesDes _ -> new Refusee(Refus.DES_MANQUANTS);
        };
    }

    private Tirage graine(Tirage.DesEnCours des, Optional<PreuveDrand> preuve) {
        var graine = Deroulement.graine(des, preuve.map(PreuveDrand::drand).orElse(null));
        return new Tirage.GraineConfirmee(des, preuve, graine, acte);
    }

    /** Why no digit may move any more: the round may be known. */
    private Optional<Refus> fige(Tirage.DesEnCours des) {
        return des.seance().tourConnu(acte.le())
                ? Optional.of(des.complets() ? Refus.DES_FIGES : Refus.TOUR_A_REMPLACER)
                : Optional.empty();
    }

    private static boolean horsChiffres(int chiffre) {
        return chiffre < 0 || chiffre > 9;
    }

    private Suite vers(Tirage tirage) {
        return Deroulement.vers(etat, tirage, etat.cahier());
    }

    private Suite vers(Tirage tirage, Cahier.Correction correction) {
        return Deroulement.vers(etat, tirage, etat.cahier().corriger(correction));
    }
}
