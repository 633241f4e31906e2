package fr.roubaix.cln.hub.tirage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.tirage.Des;
import fr.roubaix.cln.domaine.tirage.Drand;
import fr.roubaix.cln.domaine.tirage.Graine;
import fr.roubaix.cln.domaine.tirage.PreuveDrand;
import fr.roubaix.cln.hub.tirage.Tirage.Acte;

/**
 * The course of a ceremony: what may follow what, and what it leads to. The only place where this is decided; reading a
 * ceremony again goes through it too, so a row of facts that it does not allow is never believed.
 */
final class Deroulement {

    /** More throws than anybody will make; a mistake beyond. */
    static final int DES_MAXIMUM = 200;

    private static final int NOM_MAXIMUM = 100;
    static final int TEXTE_MAXIMUM = 2_000;

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
            case Fait.SeanceOuverte seance -> ouvrir(tirage, seance);
            case Fait.DeLance de -> lancer(tirage, de);
            case Fait.DeCorrige de -> corriger(tirage, de);
            case Fait.DeRetire _ -> retirerLeDernier(tirage);
            case Fait.DrandSaisi(var preuve) -> saisirDrand(tirage, preuve);
            case Fait.GraineConfirmee _ -> confirmerLaGraine(tirage);
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
        if (!imprimable(motif)) {
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
        return avec(
                etat.cahier().inscrire(new Cahier.Presence(etat.version() + 1, nom, f.qualite(), f.presente(), acte)));
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

    private Suite ouvrir(Tirage tirage, Fait.SeanceOuverte f) {
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
        if (f.drand().filter(annonce -> annonce.connueLe(acte.le())).isPresent()) {
            return new Refusee(Refus.DRAND_DEJA_PUBLIE);
        }
        return a(new Tirage.SeanceOuverte(plan, f.drand(), acte));
    }

    private Suite lancer(Tirage tirage, Fait.DeLance f) {
        return switch (tirage) {
            case Tirage.SeanceOuverte seance -> lancer(seance, List.of(), f);
            case Tirage.DesEnCours des -> lancer(des.seance(), des.lancers(), f);
            case Tirage.DrandSaisi _ -> new Refusee(Refus.DRAND_DEJA_SAISI);
            case Tirage.GraineConfirmee _, Tirage.ResultatConnu _ -> new Refusee(Refus.GRAINE_DEJA_CONFIRMEE);
            case Tirage.ListeArretee _, Tirage.LectureChoisie _, Tirage.PlanConfirme _ ->
                new Refusee(Refus.SEANCE_NON_OUVERTE);
        };
    }

    private Suite lancer(Tirage.SeanceOuverte seance, List<Tirage.Lancer> lancers, Fait.DeLance f) {
        if (f.chiffre() < 0 || f.chiffre() > 9) {
            return new Refusee(Refus.CHIFFRE_MAL_FORME);
        }
        if (etat.cahier()
                .presence(f.lanceur())
                .filter(Cahier.Presence::presente)
                .isEmpty()) {
            return new Refusee(Refus.LANCEUR_ABSENT);
        }
        if (lancers.size() >= DES_MAXIMUM) {
            return new Refusee(Refus.TROP_DE_DES);
        }
        var tous = new ArrayList<>(lancers);
        tous.add(new Tirage.Lancer(f.chiffre(), f.lanceur(), acte));
        return a(new Tirage.DesEnCours(seance, tous));
    }

    private Suite corriger(Tirage tirage, Fait.DeCorrige f) {
        return switch (tirage) {
            case Tirage.DesEnCours des -> corriger(des, f, corriges -> corriges);
            case Tirage.DrandSaisi(var des, var drand, var saisie) ->
                corriger(des, f, corriges -> new Tirage.DrandSaisi(corriges, drand, saisie));
            case Tirage.GraineConfirmee _, Tirage.ResultatConnu _ -> new Refusee(Refus.GRAINE_DEJA_CONFIRMEE);
            case Tirage.AvantLesDes _ -> new Refusee(Refus.DES_MANQUANTS);
        };
    }

    private Suite corriger(Tirage.DesEnCours des, Fait.DeCorrige f, Function<Tirage.DesEnCours, Tirage> stade) {
        if (f.chiffre() < 0
                || f.chiffre() > 9
                || f.position() < 1
                || f.position() > des.lancers().size()) {
            return new Refusee(Refus.CHIFFRE_MAL_FORME);
        }
        var avant = des.lancers().get(f.position() - 1);
        if (avant.chiffre() == f.chiffre()) {
            return new Refusee(Refus.CHIFFRE_INCHANGE);
        }
        var lancers = new ArrayList<>(des.lancers());
        lancers.set(f.position() - 1, new Tirage.Lancer(f.chiffre(), avant.lanceur(), avant.acte()));
        var correction = new Cahier.Correction(f.position(), avant.chiffre(), Optional.of(f.chiffre()), acte);
        return vers(
                stade.apply(new Tirage.DesEnCours(des.seance(), lancers)),
                etat.cahier().corriger(correction));
    }

    private Suite retirerLeDernier(Tirage tirage) {
        return switch (tirage) {
            case Tirage.DesEnCours(var seance, var lancers) -> {
                if (lancers.isEmpty()) {
                    yield new Refusee(Refus.DES_MANQUANTS);
                }
                var correction =
                        new Cahier.Correction(lancers.size(), lancers.getLast().chiffre(), Optional.empty(), acte);
                yield vers(
                        new Tirage.DesEnCours(seance, lancers.subList(0, lancers.size() - 1)),
                        etat.cahier().corriger(correction));
            }
            case Tirage.DrandSaisi _ -> new Refusee(Refus.DRAND_DEJA_SAISI);
            case Tirage.GraineConfirmee _, Tirage.ResultatConnu _ -> new Refusee(Refus.GRAINE_DEJA_CONFIRMEE);
            case Tirage.AvantLesDes _ -> new Refusee(Refus.DES_MANQUANTS);
        };
    }

    private Suite saisirDrand(Tirage tirage, PreuveDrand preuve) {
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
        if (des.lancers().size() < Des.MINIMUM) {
            return new Refusee(Refus.DES_MANQUANTS);
        }
        // Whoever could read the round before it is published would be lying.
        return preuve.annonce().connueLe(acte.le())
                ? a(new Tirage.DrandSaisi(des, preuve, acte))
                : new Refusee(Refus.DRAND_PAS_ENCORE_PUBLIE);
    }

    private Suite confirmerLaGraine(Tirage tirage) {
        return switch (tirage) {
            case Tirage.DesEnCours des ->
                des.lancers().size() < Des.MINIMUM
                        ? new Refusee(Refus.DES_MANQUANTS)
                        : des.seance().drand().isPresent()
                                ? new Refusee(Refus.DRAND_MANQUANT)
                                : a(graine(des, Optional.empty()));
            case Tirage.DrandSaisi saisi -> a(graine(saisi.avant(), Optional.of(saisi.drand())));
            case Tirage.GraineConfirmee _, Tirage.ResultatConnu _ -> new Refusee(Refus.GRAINE_DEJA_CONFIRMEE);
            case Tirage.AvantLesDes _ -> new Refusee(Refus.DES_MANQUANTS);
        };
    }

    private Tirage graine(Tirage.DesEnCours des, Optional<PreuveDrand> preuve) {
        Graine graine = graine(des, preuve.map(PreuveDrand::drand).orElse(null));
        return new Tirage.GraineConfirmee(des, preuve, graine, acte);
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
        return texte.isEmpty() || !imprimable(texte)
                ? new Refusee(Refus.TEXTE_MAL_FORME)
                : avec(etat.cahier().porter(new Cahier.Mention(f.genre(), texte, acte)));
    }

    /** Whether a text can stand in the documents, whose XML knows no control character but these three. */
    private static boolean imprimable(String texte) {
        return texte.codePointCount(0, texte.length()) <= TEXTE_MAXIMUM
                && texte.codePoints().allMatch(Deroulement::imprimable);
    }

    private static boolean imprimable(int signe) {
        return switch (signe) {
            case '\n', '\r', '\t' -> true;
            default ->
                !Character.isISOControl(signe)
                        && Character.getType(signe) != Character.SURROGATE
                        && (signe & 0xFFFE) != 0xFFFE;
        };
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
        return new Permise(new EtatDuTirage(etat.id(), 0, 0, Optional.of(tirage), cahier));
    }
}
