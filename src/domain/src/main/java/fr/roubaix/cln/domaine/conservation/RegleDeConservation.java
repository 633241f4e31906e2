package fr.roubaix.cln.domaine.conservation;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * How long one kind of data is kept (GDPR, art. 5 §1 e). The register of processing, the public page and the destruction
 * itself all read these rules, so that none says anything else than the others.
 */
public enum RegleDeConservation {
    BROUILLON_DE_BORNE(
            "Saisie en cours sur une borne",
            "RGPD, art. 5 §1 c",
            Depart.FIN_DE_SAISIE,
            Period.ZERO,
            Mode.EN_MEMOIRE,
            "Tout ce qui était tapé",
            "Rien"),
    CANDIDATURE_NON_RETENUE(
            "Candidature non tirée, irrecevable ou retirée",
            "Délai pour contester le tirage (règlement, art. 7 §2) ; RGPD, art. 17 §3 e",
            Depart.PROCES_VERBAL,
            Period.ofMonths(3),
            Mode.SUR_VISA,
            "La clé de la personne, son identité, son adresse, ses coordonnées et les précisions écrites par les agents",
            "Numéro du reçu, secteur, femme ou homme, classe d’âge et décision"),
    MISE_DE_COTE(
            "Envoi d’une borne mis de côté, puis réglé",
            "Preuve du dépôt pendant le délai pour contester le tirage (règlement, art. 7 §2) ; RGPD, art. 17 §3 e",
            Depart.REGLEMENT_DE_L_ENVOI,
            Period.ofMonths(3),
            Mode.SUR_VISA,
            "Le contenu scellé, sa signature et ce que les agents en ont écrit",
            "Borne, place dans son journal, raison, dates et empreinte"),
    LISTE_DU_TIRAGE(
            "Liste du tirage et procès-verbal",
            "Archives publiques (code du patrimoine, art. L211-1) ; RGPD, art. 89",
            Depart.PROCES_VERBAL,
            Period.ZERO,
            Mode.ARCHIVE,
            "Rien : la liste ne porte aucune identité",
            "Numéro du reçu, secteur, femme ou homme, classe d’âge"),
    COORDONNEES_DE_MEMBRE(
            "Identité et coordonnées d’un membre",
            "Règlement, art. 4 §1 et art. 7 §4",
            Depart.FIN_DU_MANDAT,
            Period.ofMonths(3),
            Mode.A_VENIR,
            "La clé de la personne, son identité et ses coordonnées",
            "Secteur et dates du mandat"),
    DECLARATION_D_INTERET(
            "Déclaration de conflit d’intérêts (sa catégorie seule)",
            "Règlement, art. 4",
            Depart.FIN_DU_MANDAT,
            Period.ofMonths(6),
            Mode.A_VENIR,
            "La déclaration",
            "Le nombre de membres écartés d’un point"),
    EMARGEMENT(
            "Feuille d’émargement d’une séance",
            "Règlement, art. 5",
            Depart.COMPTE_RENDU_APPROUVE,
            Period.ofYears(1),
            Mode.A_VENIR,
            "La feuille signée",
            "Le nombre de présents"),
    JOURNAL_DES_ACCES(
            "Journal des accès aux dossiers",
            "RGPD, art. 32 ; recommandation de la CNIL sur la journalisation (2021)",
            Depart.JOUR_DE_L_ACCES,
            Period.ofMonths(12),
            Mode.SUR_VISA,
            "Qui a ouvert quel dossier, et quand",
            "Le nombre de lignes détruites"),
    DEMANDE_DE_DROITS(
            "Demande d’exercice de droits",
            "Preuve de la réponse (code civil, art. 2224)",
            Depart.REPONSE_A_LA_DEMANDE,
            Period.ofYears(5),
            Mode.SUR_VISA,
            "La demande, ses dates et les motifs de la réponse",
            "Le nombre de demandes détruites"),
    SAUVEGARDE(
            "Sauvegardes chiffrées du hub",
            "RGPD, art. 32 §1 c",
            Depart.JOUR_DE_LA_SAUVEGARDE,
            Period.ofDays(30),
            Mode.AUTOMATIQUE,
            "Le fichier entier ; une personne effacée n’y est déjà plus lisible",
            "Rien");

    /** What a period counts from. */
    public enum Depart {
        FIN_DE_SAISIE("la fin de la saisie"),
        PROCES_VERBAL("le procès-verbal du tirage, ou la clôture quand il n’y a personne à tirer"),
        REGLEMENT_DE_L_ENVOI(
                "le procès-verbal du tirage de l’appel pendant lequel il est arrivé, ou son règlement s’il vient après"),
        FIN_DU_MANDAT("la fin du mandat"),
        COMPTE_RENDU_APPROUVE("l’approbation du compte rendu"),
        JOUR_DE_L_ACCES("le jour de l’accès"),
        REPONSE_A_LA_DEMANDE("le jour de la réponse"),
        JOUR_DE_LA_SAUVEGARDE("le jour de la sauvegarde");

        private final String titre;

        Depart(String titre) {
            this.titre = titre;
        }

        /** In French, after « depuis ». */
        public String titre() {
            return titre;
        }
    }

    /** How the end comes. */
    public enum Mode {
        EN_MEMOIRE("Jamais écrit sur un disque"),
        SUR_VISA("Proposé par le hub, détruit après le visa du délégué à la protection des données"),
        AUTOMATIQUE("Supprimé par le hub, sans intervention"),
        ARCHIVE("Gardé comme archive"),
        A_VENIR("Sera appliqué quand le hub tiendra ces données : il ne les tient pas encore");

        private final String titre;

        Mode(String titre) {
            this.titre = titre;
        }

        /** In French, as it stands in documents. */
        public String titre() {
            return titre;
        }
    }

    private final String titre;
    private final String fondement;
    private final Depart depart;
    private final Period duree;
    private final Mode mode;
    private final String detruit;
    private final String garde;

    RegleDeConservation(
            String titre, String fondement, Depart depart, Period duree, Mode mode, String detruit, String garde) {
        this.titre = titre;
        this.fondement = fondement;
        this.depart = depart;
        this.duree = duree;
        this.mode = mode;
        this.detruit = detruit;
        this.garde = garde;
    }

    /** The kind of data, in French. */
    public String titre() {
        return titre;
    }

    /** Why it is kept that long: the article or the text, in French. */
    public String fondement() {
        return fondement;
    }

    public Depart depart() {
        return depart;
    }

    public Mode mode() {
        return mode;
    }

    /** What is destroyed at the end, in French. */
    public String detruit() {
        return detruit;
    }

    /** What stays afterwards, in French. */
    public String garde() {
        return garde;
    }

    /** Whether the duration is a reading of the law that the city has still to confirm. */
    public boolean aConfirmer() {
        return this == DEMANDE_DE_DROITS;
    }

    /** How long, in French: « 3 mois », « 30 jours ». */
    public String duree() {
        if (mode == Mode.ARCHIVE) {
            return "sans limite";
        }
        if (duree.isZero()) {
            return "aucune";
        }
        if (duree.getYears() > 0) {
            return duree.getYears() == 1 ? "1 an" : duree.getYears() + " ans";
        }
        return duree.getMonths() > 0 ? duree.getMonths() + " mois" : duree.getDays() + " jours";
    }

    /** The last day on which the data is kept; empty when it is kept for ever. Months are those of the calendar. */
    public Optional<LocalDate> echeance(LocalDate depart) {
        return mode == Mode.ARCHIVE ? Optional.empty() : Optional.of(depart.plus(duree));
    }

    /** Whether the data must go: its last day is over. */
    public boolean echue(LocalDate depart, LocalDate aujourdhui) {
        return echeance(depart).filter(aujourdhui::isAfter).isPresent();
    }
}
