package fr.roubaix.cln.hub.tirage;

import java.util.Optional;

import fr.roubaix.cln.domaine.tirage.AnnonceDrand;
import fr.roubaix.cln.domaine.tirage.ChaineDrand;
import fr.roubaix.cln.domaine.tirage.Des;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.security.GenreDActe;
import fr.roubaix.cln.hub.security.Parametres;

/** The steps of a ceremony that need two voices, after the freeze of the list. */
enum Etape {
    ANNULATION("ANNULER_L_ARRET", "Annuler l’arrêt de la liste", Acte.ARRET_ANNULE) {
        @Override
        Fait fait(Parametres parametres) {
            return new Fait.ArretAnnule(parametres.valeur(MOTIF));
        }
    },
    PLAN("CONFIRMER_LE_PLAN", "Confirmer le plan de répartition", Acte.PLAN_CONFIRME) {
        @Override
        Fait fait(Parametres parametres) {
            return new Fait.PlanConfirme();
        }
    },
    SEANCE("OUVRIR_LA_SEANCE", "Ouvrir la séance publique du tirage", Acte.SEANCE_DU_TIRAGE_OUVERTE) {
        @Override
        Fait fait(Parametres parametres) {
            // Proposed before the number of throws was: the fewest there are.
            int lancers = Integer.parseInt(parametres.valeurs().getOrDefault(LANCERS, Integer.toString(Des.MINIMUM)));
            return new Fait.SeanceOuverteAvecCompte(
                    lancers,
                    parametres.valeurs().containsKey(TOUR) ? Optional.of(annonce(parametres)) : Optional.empty());
        }
    },
    TOUR_DRAND("ANNONCER_UN_AUTRE_TOUR", "Annoncer un autre tour drand", Acte.DRAND_REMPLACE) {
        @Override
        Fait fait(Parametres parametres) {
            return new Fait.DrandRemplace(annonce(parametres), parametres.valeur(MOTIF));
        }
    },
    GRAINE("CONFIRMER_LA_GRAINE", "Confirmer la graine du tirage", Acte.GRAINE_CONFIRMEE) {
        @Override
        Fait fait(Parametres parametres) {
            return new Fait.GraineConfirmee();
        }
    },
    PROCLAMATION("PROCLAMER", "Proclamer le résultat du tirage", Acte.RESULTAT_PROCLAME) {
        @Override
        Fait fait(Parametres parametres) {
            return new Fait.Proclame();
        }
    },
    CLOTURE("CLORE_LE_PROCES_VERBAL", "Clore le procès-verbal du tirage", Acte.PROCES_VERBAL_CLOS) {
        @Override
        Fait fait(Parametres parametres) {
            return new Fait.Clos();
        }
    };

    private static final String CEREMONIE = "ceremonie";
    private static final String MOTIF = "motif";
    private static final String CHAINE = "chaine";
    private static final String TOUR = "tour";
    private static final String LANCERS = "lancers";

    private final String code;
    private final String titre;
    private final Acte acte;

    Etape(String code, String titre, Acte acte) {
        this.code = code;
        this.titre = titre;
        this.acte = acte;
    }

    /** What the confirmation will write. */
    abstract Fait fait(Parametres parametres);

    GenreDActe genre() {
        return GenreDActe.duTirage(code, titre);
    }

    /** As both voices read it. */
    String titre() {
        return titre;
    }

    /** What the register says once it is done. */
    Acte acte() {
        return acte;
    }

    static Parametres de(CeremonieId id) {
        return Parametres.AUCUN.avec(CEREMONIE, id.cle());
    }

    static Parametres annulationDe(CeremonieId id, String motif) {
        return de(id).avec(MOTIF, motif.strip());
    }

    static Parametres seanceDe(CeremonieId id, int lancers, Optional<AnnonceDrand> drand) {
        var seance = de(id).avec(LANCERS, lancers);
        return drand.map(annonce -> avec(seance, annonce)).orElse(seance);
    }

    static Parametres autreTourDe(CeremonieId id, AnnonceDrand annonce, String motif) {
        return avec(de(id), annonce).avec(MOTIF, motif.strip());
    }

    private static Parametres avec(Parametres parametres, AnnonceDrand annonce) {
        return parametres.avec(CHAINE, annonce.chaine().name()).avec(TOUR, annonce.tour());
    }

    private static AnnonceDrand annonce(Parametres parametres) {
        return new AnnonceDrand(
                ChaineDrand.valueOf(parametres.valeur(CHAINE)), Long.parseLong(parametres.valeur(TOUR)));
    }

    static CeremonieId ceremonie(Parametres parametres) {
        return CeremonieId.lire(parametres.valeur(CEREMONIE));
    }
}
