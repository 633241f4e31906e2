package fr.roubaix.cln.hub.tirage;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.tirage.AnnonceDrand;
import fr.roubaix.cln.domaine.tirage.Des;
import fr.roubaix.cln.domaine.tirage.Drand;
import fr.roubaix.cln.domaine.tirage.Graine;
import fr.roubaix.cln.hub.documents.TexteImprimable;
import fr.roubaix.cln.hub.tirage.Tirage.Acte;

/**
 * The course of a ceremony: what may follow what, and what it leads to. The only place where this is decided; reading a
 * ceremony again goes through it too, so a row of facts that it does not allow is never believed.
 */
final class Deroulement {

    private static final int NOM_MAXIMUM = 100;

    private final EtatDuTirage etat;
    private final Acte acte;

    private Deroulement(EtatDuTirage etat, Acte acte) {
        this.etat = etat;
        this.acte = acte;
    }

    /** What a fact leads to, or why it may not happen now. */
    static Suite suite(EtatDuTirage etat, Fait fait, Acte acte) {
        return switch (new Deroulement(etat, acte).appliquer(fait)) {
            case Refusee refusee -> refusee;
            case Permise(var suivant) -> {
                int version = etat.version() + 1;
                yield new Permise(new EtatDuTirage(
                        etat.id(),
                        version,
                        fait.estUnPas() ? version : etat.pas(),
                        suivant.tirage(),
                        suivant.cahier()));
            }
        };
    }

    /** What becomes of a fact. */
    sealed interface Suite {}

    /** It may happen, and this is where it leads. */
    record Permise(EtatDuTirage etat) implements Suite {}

    record Refusee(Refus refus) implements Suite {}

    private Suite appliquer(Fait fait) {
        if (fait instanceof Fait.ListeArretee liste) {
            return arreter(liste);
        }
        if (etat.tirage().isEmpty()) {
            return new Refusee(Refus.PAS_DE_LISTE);
        }
        Tirage tirage = etat.tirage().get();
        if (tirage instanceof Tirage.Clos) {
            return new Refusee(Refus.PROCES_VERBAL_CLOS);
        }
        return switch (fait) {
            case Fait.ListeArretee _ -> new Refusee(Refus.DEJA_ARRETEE);
            case Fait.ArretAnnule(var motif) -> annuler(tirage, motif);
            case Fait.LectureChoisie choix -> choisir(tirage, choix);
            case Fait.PlanConfirme _ -> confirmerLePlan(tirage);
            case Fait.PresenceInscrite presence -> inscrire(tirage, presence);
            case Fait.PresenceRetiree(int numero) -> retirer(tirage, numero);
            case Fait.Arrivee(int numero) -> passer(tirage, numero, Cahier.Sens.ARRIVEE);
            case Fait.Depart(int numero) -> passer(tirage, numero, Cahier.Sens.DEPART);
            case Fait.SeanceOuverte(var drand) -> ouvrir(tirage, Optional.empty(), drand);
            case Fait.SeanceOuverteAvecCompte(int lancers, var drand) -> ouvrir(tirage, Optional.of(lancers), drand);
            case Fait.DeLance de -> des().lancer(tirage, de);
            case Fait.DeCorrige de -> des().corriger(tirage, de);
            case Fait.DeRetire _ -> des().retirerLeDernier(tirage);
            case Fait.DrandRemplace tour -> des().remplacer(tirage, tour);
            case Fait.DrandSaisi(var preuve) -> des().saisirDrand(tirage, preuve);
            case Fait.GraineConfirmee _ -> des().confirmerLaGraine(tirage);
            case Fait.Tire tire -> tirer(tirage, tire);
            case Fait.SiegesReveles(int combien) -> reveler(tirage, combien);
            case Fait.Proclame _ -> proclamer(tirage);
            case Fait.Mention mention -> porter(mention);
            case Fait.Desistement desistement -> noter(tirage, desistement);
            case Fait.Clos _ -> clore(tirage);
        };
    }

    private Suite arreter(Fait.ListeArretee f) {
        return etat.tirage().isPresent()
                ? new Refusee(Refus.DEJA_ARRETEE)
                : a(new Tirage.ListeArretee(
                        etat.id(),
                        new Tirage.Arret(
                                f.liste(), f.sansPreference(), f.derogations(), f.comptes(), f.bornes(), acte)));
    }

    private Suite annuler(Tirage tirage, String motif) {
        if (!(tirage instanceof Tirage.AvantLesDes)) {
            return new Refusee(Refus.DES_ENTRES);
        }
        if (motif.isBlank()) {
            return new Refusee(Refus.MOTIF_MANQUANT);
        }
        if (!TexteImprimable.imprimable(motif)) {
            return new Refusee(Refus.TEXTE_MAL_FORME);
        }
        var annule = new Cahier.ArretAnnule(
                tirage.arret().liste().empreinte(), tirage.arret().acte(), motif.strip(), acte);
        return new Permise(new EtatDuTirage(
                etat.id(), 0, 0, Optional.empty(), etat.cahier().annuler(annule)));
    }

    private Suite choisir(Tirage tirage, Fait.LectureChoisie f) {
        return switch (tirage) {
            case Tirage.ListeArretee arretee -> a(new Tirage.LectureChoisie(arretee, f.lecture(), acte));
            case Tirage.LectureChoisie choisie -> a(new Tirage.LectureChoisie(choisie.avant(), f.lecture(), acte));
            case Tirage.PlanConfirme _, Tirage.SeanceOuverte _ -> new Refusee(Refus.PLAN_DEJA_CONFIRME);
            case Tirage.AvecDes _ -> new Refusee(Refus.DES_ENTRES);
        };
    }

    private Suite confirmerLePlan(Tirage tirage) {
        return switch (tirage) {
            case Tirage.ListeArretee _ -> new Refusee(Refus.LECTURE_MANQUANTE);
            case Tirage.LectureChoisie choisie -> a(new Tirage.PlanConfirme(choisie, acte));
            case Tirage.PlanConfirme _, Tirage.SeanceOuverte _ -> new Refusee(Refus.PLAN_DEJA_CONFIRME);
            case Tirage.AvecDes _ -> new Refusee(Refus.DES_ENTRES);
        };
    }

    private Suite inscrire(Tirage tirage, Fait.PresenceInscrite f) {
        if (tirage instanceof Tirage.ListeArretee || tirage instanceof Tirage.LectureChoisie) {
            return new Refusee(Refus.PLAN_NON_CONFIRME);
        }
        String nom = f.nom().strip();
        if (nom.isEmpty()
                || nom.codePointCount(0, nom.length()) > NOM_MAXIMUM
                || nom.codePoints().anyMatch(Character::isISOControl)) {
            return new Refusee(Refus.NOM_MAL_FORME);
        }
        if (!f.presente() && f.qualite() != QualiteDePresence.CO_PRESIDENT) {
            return new Refusee(Refus.ABSENT_NON_CO_PRESIDENT);
        }
        var autres = etat.cahier().presences();
        if (autres.stream().anyMatch(p -> p.nom().equalsIgnoreCase(nom))) {
            return new Refusee(Refus.DEJA_INSCRIT);
        }
        return avec(etat.cahier()
                .inscrire(new Cahier.Presence(etat.version() + 1, nom, f.qualite(), f.presente(), acte, List.of())));
    }

    private Suite retirer(Tirage tirage, int numero) {
        if (!(tirage instanceof Tirage.PlanConfirme)) {
            return new Refusee(
                    tirage instanceof Tirage.ListeArretee || tirage instanceof Tirage.LectureChoisie
                            ? Refus.PLAN_NON_CONFIRME
                            : Refus.SEANCE_OUVERTE);
        }
        return etat.cahier().presence(numero).isEmpty()
                ? new Refusee(Refus.PRESENCE_INCONNUE)
                : avec(etat.cahier().retirer(numero));
    }

    /** Somebody registered comes in, or leaves: whoever comes late is no longer absent. */
    private Suite passer(Tirage tirage, int numero, Cahier.Sens sens) {
        if (tirage instanceof Tirage.ListeArretee || tirage instanceof Tirage.LectureChoisie) {
            return new Refusee(Refus.PLAN_NON_CONFIRME);
        }
        var presence = etat.cahier().presence(numero);
        if (presence.isEmpty()) {
            return new Refusee(Refus.PRESENCE_INCONNUE);
        }
        boolean arrive = sens == Cahier.Sens.ARRIVEE;
        return presence.get().estLa() == arrive
                ? new Refusee(arrive ? Refus.DEJA_LA : Refus.DEJA_PARTI)
                : avec(etat.cahier().passer(numero, new Cahier.Passage(sens, acte)));
    }

    private RegleDesDes des() {
        return new RegleDesDes(etat, acte);
    }

    private Suite ouvrir(Tirage tirage, Optional<Integer> lancers, Optional<AnnonceDrand> drand) {
        if (!(tirage instanceof Tirage.PlanConfirme plan)) {
            return new Refusee(
                    tirage instanceof Tirage.ListeArretee || tirage instanceof Tirage.LectureChoisie
                            ? Refus.PLAN_NON_CONFIRME
                            : Refus.SEANCE_OUVERTE);
        }
        if (!etat.cahier().present(QualiteDePresence.CO_PRESIDENT)) {
            return new Refusee(Refus.CO_PRESIDENT_MANQUANT);
        }
        if (!etat.cahier().present(QualiteDePresence.ELU_D_OPPOSITION)) {
            return new Refusee(Refus.OPPOSITION_MANQUANTE);
        }
        if (lancers.filter(nombre -> !RegleDesDes.peutSAnnoncer(nombre)).isPresent()) {
            return new Refusee(Refus.LANCERS_MAL_FORMES);
        }
        if (drand.filter(annonce -> annonce.connueLe(acte.le())).isPresent()) {
            return new Refusee(Refus.DRAND_DEJA_PUBLIE);
        }
        return a(new Tirage.SeanceOuverte(plan, lancers, drand, List.of(), acte));
    }

    /** The seed that these dice make, at least thirty of them. */
    static Graine graine(Tirage.DesEnCours des, @Nullable Drand drand) {
        return new Graine(des.lecture(), des.arret().liste().empreinte(), new Des(des.chiffres()), drand);
    }

    private Suite tirer(Tirage tirage, Fait.Tire f) {
        return switch (tirage) {
            case Tirage.GraineConfirmee graine -> a(new Tirage.Tire(graine, f.pv(), acte, 0));
            case Tirage.ResultatConnu _ -> new Refusee(Refus.DEJA_TIRE);
            case Tirage.AvantLesDes _, Tirage.DesEnCours _, Tirage.DrandSaisi _ ->
                new Refusee(Refus.GRAINE_NON_CONFIRMEE);
        };
    }

    private Suite reveler(Tirage tirage, int combien) {
        if (!(tirage instanceof Tirage.Tire tire)) {
            return new Refusee(tirage instanceof Tirage.ResultatConnu ? Refus.DEJA_PROCLAME : Refus.PAS_ENCORE_TIRE);
        }
        return combien <= tire.reveles()
                ? new Refusee(Refus.DEJA_REVELE)
                : a(new Tirage.Tire(tire.avant(), tire.pv(), tire.acte(), combien));
    }

    private Suite proclamer(Tirage tirage) {
        return switch (tirage) {
            case Tirage.Tire tire -> a(new Tirage.Proclame(tire, acte));
            case Tirage.Proclame _, Tirage.Clos _ -> new Refusee(Refus.DEJA_PROCLAME);
            case Tirage.AvantLesDes _, Tirage.DesEnCours _, Tirage.DrandSaisi _, Tirage.GraineConfirmee _ ->
                new Refusee(Refus.PAS_ENCORE_TIRE);
        };
    }

    private Suite porter(Fait.Mention f) {
        String texte = f.texte().strip();
        return texte.isEmpty() || !TexteImprimable.imprimable(texte)
                ? new Refusee(Refus.TEXTE_MAL_FORME)
                : avec(etat.cahier().porter(new Cahier.Mention(f.genre(), texte, acte)));
    }

    private Suite noter(Tirage tirage, Fait.Desistement f) {
        if (tirage instanceof Tirage.AvantLesDes) {
            return new Refusee(Refus.ANNULER_PLUTOT);
        }
        if (tirage.arret().liste().lignes().stream()
                .noneMatch(ligne -> ligne.estCandidat() && ligne.id().equals(f.id()))) {
            return new Refusee(Refus.NUMERO_INCONNU);
        }
        return etat.cahier().desistements().stream().anyMatch(d -> d.id().equals(f.id()))
                ? new Refusee(Refus.DEJA_NOTE)
                : avec(etat.cahier().noter(new Cahier.Desistement(f.id(), f.cause(), acte)));
    }

    private Suite clore(Tirage tirage) {
        return switch (tirage) {
            case Tirage.Proclame proclame -> a(new Tirage.Clos(proclame, acte));
            case Tirage.Clos _ -> new Refusee(Refus.PROCES_VERBAL_CLOS);
            case Tirage.AvantLesDes _,
                    Tirage.DesEnCours _,
                    Tirage.DrandSaisi _,
                    Tirage.GraineConfirmee _,
                    Tirage.Tire _ -> new Refusee(Refus.PAS_ENCORE_PROCLAME);
        };
    }

    private Suite a(Tirage tirage) {
        return vers(tirage, etat.cahier());
    }

    private Suite avec(Cahier cahier) {
        return new Permise(new EtatDuTirage(etat.id(), 0, 0, etat.tirage(), cahier));
    }

    private Suite vers(Tirage tirage, Cahier cahier) {
        return vers(etat, tirage, cahier);
    }

    /** The state before, at another stage. */
    static Suite vers(EtatDuTirage etat, Tirage tirage, Cahier cahier) {
        return new Permise(new EtatDuTirage(etat.id(), 0, 0, Optional.of(tirage), cahier));
    }
}
