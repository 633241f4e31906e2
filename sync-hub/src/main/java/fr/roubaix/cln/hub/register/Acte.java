package fr.roubaix.cln.hub.register;

import java.util.Arrays;
import java.util.Optional;

/** Everything that the register can say. A code, once written in a register, keeps its meaning for ever. */
public enum Acte {
    APPEL_PREPARE(Sujet.APPEL, "Appel en préparation enregistré"),
    APPEL_OUVERT(Sujet.APPEL, "Appel ouvert"),
    APPEL_PROLONGE(Sujet.APPEL, "Appel prolongé"),
    APPEL_CLOS(Sujet.APPEL, "Appel clos"),
    TEXTE_D_APPEL_CHANGE(Sujet.APPEL, "Texte d’un appel publié dans une langue"),
    FICHES_PREPAREES(Sujet.APPEL, "Fiches papier numérotées"),
    FICHES_ANNONCEES(Sujet.APPEL, "Fiches papier annoncées par une mairie"),
    ECART_DE_FICHES_EXPLIQUE(Sujet.APPEL, "Écart de fiches papier expliqué"),

    CANDIDATURE_RECEVABLE(Sujet.CANDIDATURE, "Candidature déclarée recevable"),
    CANDIDATURE_IRRECEVABLE(Sujet.CANDIDATURE, "Candidature déclarée irrecevable"),
    CANDIDATURE_REPRISE(Sujet.CANDIDATURE, "Décision reprise sur une candidature"),
    IRRECEVABILITE_PROPOSEE(Sujet.CANDIDATURE, "Irrecevabilité proposée"),
    IRRECEVABILITE_ECARTEE(Sujet.CANDIDATURE, "Irrecevabilité écartée par une seconde personne"),
    COMPLEMENT_DEMANDE(Sujet.CANDIDATURE, "Complément demandé"),
    DEMANDE_DE_COMPLEMENT_FAITE(Sujet.CANDIDATURE, "Lettre postée ou personne appelée"),
    CANDIDATURE_COMPLETEE(Sujet.CANDIDATURE, "Candidature complétée"),
    CANDIDATURE_RETIREE(Sujet.CANDIDATURE, "Candidature retirée par la personne"),
    DOUBLON_RETENU(Sujet.CANDIDATURE, "Même personne : une candidature gardée"),
    DOUBLON_ECARTE(Sujet.CANDIDATURE, "Deux personnes différentes"),
    DOUBLON_ROUVERT(Sujet.CANDIDATURE, "Ressemblance à décider de nouveau"),
    RETRAIT_REGLE(Sujet.CANDIDATURE, "Retrait demandé en mairie : suite donnée"),
    CANDIDATURE_SAISIE(Sujet.CANDIDATURE, "Candidature saisie pour une personne"),
    CANDIDATURES_EXPORTEES(Sujet.CANDIDATURE, "Candidatures exportées"),

    PERSONNE_EFFACEE(Sujet.CANDIDATURE, "Personne effacée"),

    DEMANDE_RECUE(Sujet.DROITS, "Demande d’une personne reçue"),
    DEMANDE_PROLONGEE(Sujet.DROITS, "Délai d’une demande prolongé"),
    DEMANDE_REPONDUE(Sujet.DROITS, "Demande d’une personne répondue"),

    PERSONNE_EXPORTEE(Sujet.DONNEES, "Données d’une personne exportées"),
    OPPOSITION_TRAITEE(Sujet.DONNEES, "Opposition d’une personne traitée"),
    DOSSIER_LIMITE(Sujet.DONNEES, "Traitement d’un dossier limité"),
    DOSSIER_RECTIFIE(Sujet.DONNEES, "Données d’une personne rectifiées"),
    LIMITATION_LEVEE(Sujet.DONNEES, "Limitation d’un dossier levée"),
    JOURNAL_DES_ACCES_EXPORTE(Sujet.DONNEES, "Journal des accès exporté"),
    SUSPENSION_POSEE(Sujet.DONNEES, "Destruction suspendue"),
    SUSPENSION_LEVEE(Sujet.DONNEES, "Suspension d’une destruction levée"),
    PURGE_PROPOSEE(Sujet.DONNEES, "Destruction proposée"),
    PURGE_VISEE(Sujet.DONNEES, "Destruction visée"),
    PURGE_ECARTEE(Sujet.DONNEES, "Destruction écartée"),
    PURGE_LANCEE(Sujet.DONNEES, "Destruction lancée"),
    PURGE_EXECUTEE(Sujet.DONNEES, "Destruction exécutée"),

    CODE_D_ENROLEMENT_CREE(Sujet.BORNE, "Code d’enrôlement créé"),
    CODE_DE_REMPLACEMENT_CREE(Sujet.BORNE, "Code de remplacement créé"),
    CODE_POUR_UN_NUMERO_CREE(Sujet.BORNE, "Code créé pour un numéro perdu"),
    BORNE_ENROLEE(Sujet.BORNE, "Borne enrôlée"),
    BORNE_RENOMMEE(Sujet.BORNE, "Borne renommée"),
    BORNE_REVOQUEE(Sujet.BORNE, "Borne révoquée"),
    PAQUET_IMPORTE(Sujet.BORNE, "Paquet importé"),
    MISE_DE_COTE_REGLEE(Sujet.BORNE, "Mise de côté réglée"),
    MISE_DE_COTE_RELUE(Sujet.BORNE, "Mise de côté relue et prise"),

    AGENT_AJOUTE(Sujet.AGENT, "Agent de mairie ajouté"),
    CODE_D_AGENT_CHANGE(Sujet.AGENT, "Code d’un agent de mairie changé"),
    AGENT_DESACTIVE(Sujet.AGENT, "Agent de mairie désactivé"),
    AGENT_REACTIVE(Sujet.AGENT, "Agent de mairie réactivé"),
    CODES_D_AGENTS_ARRETES(Sujet.AGENT, "Tous les codes d’agents arrêtés"),

    DEROGATION_ACCORDEE(Sujet.TIRAGE, "Dérogation à la preuve accordée"),
    DEROGATION_RETIREE(Sujet.TIRAGE, "Dérogation à la preuve retirée"),
    LISTE_ARRETEE(Sujet.TIRAGE, "Liste arrêtée"),
    ARRET_ANNULE(Sujet.TIRAGE, "Arrêt de la liste annulé"),
    LECTURE_CHOISIE(Sujet.TIRAGE, "Lecture du critère 3 choisie"),
    DES_ENREGISTRES(Sujet.TIRAGE, "Dés enregistrés"),
    PLAN_CONFIRME(Sujet.TIRAGE, "Plan de répartition confirmé"),
    PRESENCE_INSCRITE(Sujet.TIRAGE, "Présence inscrite au tirage"),
    PRESENCE_RETIREE(Sujet.TIRAGE, "Présence retirée avant la séance"),
    ARRIVEE_AU_TIRAGE(Sujet.TIRAGE, "Arrivée constatée au tirage"),
    DEPART_DU_TIRAGE(Sujet.TIRAGE, "Départ constaté du tirage"),
    SEANCE_DU_TIRAGE_OUVERTE(Sujet.TIRAGE, "Séance publique du tirage ouverte"),
    DE_LANCE(Sujet.TIRAGE, "Chiffre de dé saisi"),
    DE_CORRIGE(Sujet.TIRAGE, "Chiffre de dé corrigé"),
    DE_RETIRE(Sujet.TIRAGE, "Dernier chiffre de dé retiré"),
    DRAND_REMPLACE(Sujet.TIRAGE, "Autre tour drand annoncé"),
    DRAND_SAISI(Sujet.TIRAGE, "Tour drand saisi"),
    GRAINE_CONFIRMEE(Sujet.TIRAGE, "Graine confirmée"),
    TIRAGE_EFFECTUE(Sujet.TIRAGE, "Tirage effectué"),
    SIEGES_REVELES(Sujet.TIRAGE, "Sièges montrés à la salle"),
    RESULTAT_PROCLAME(Sujet.TIRAGE, "Résultat proclamé"),
    MENTION_AU_PROCES_VERBAL(Sujet.TIRAGE, "Mention portée au procès-verbal"),
    TEXTE_REFUSE(Sujet.TIRAGE, "Texte refusé : il désignait une personne candidate"),
    DESISTEMENT_NOTE(Sujet.TIRAGE, "Désistement après le premier dé"),
    PROCES_VERBAL_CLOS(Sujet.TIRAGE, "Procès-verbal clos"),
    PUBLICATION_INSCRITE(Sujet.TIRAGE, "Publication du procès-verbal inscrite"),
    PUBLICATION_CORRIGEE(Sujet.TIRAGE, "Publication du procès-verbal corrigée"),
    PUBLICATION_RETIREE(Sujet.TIRAGE, "Publication du procès-verbal retirée"),
    AFFICHAGE_INSCRIT(Sujet.TIRAGE, "Affichage du procès-verbal inscrit"),
    AFFICHAGE_CORRIGE(Sujet.TIRAGE, "Affichage du procès-verbal corrigé"),
    AFFICHAGE_RETIRE(Sujet.TIRAGE, "Affichage du procès-verbal retiré"),
    RECONDUITS_INSCRITS(Sujet.TIRAGE, "Membres reconduits inscrits"),
    REPETITION_OUVERTE(Sujet.TIRAGE, "Répétition ouverte"),
    REPETITION_JETEE(Sujet.TIRAGE, "Répétition jetée"),

    AVIS_PUBLIE(Sujet.AVIS, "Avis des mairies publié"),
    AVIS_RETIRE(Sujet.AVIS, "Avis des mairies retiré"),
    AVIS_AFFICHE(Sujet.AVIS, "Affichage d’un avis noté"),

    ACTE_PROPOSE(Sujet.DEUX_VOIX, "Acte proposé à une seconde voix"),
    ACTE_CONFIRME(Sujet.DEUX_VOIX, "Acte confirmé par une seconde voix"),
    ACTE_REFUSE(Sujet.DEUX_VOIX, "Acte refusé par la seconde voix"),
    ACTE_RETIRE(Sujet.DEUX_VOIX, "Acte proposé puis retiré"),

    PREMIER_COMPTE_CREE(Sujet.COMPTE, "Premier compte créé"),
    COMPTE_CREE(Sujet.COMPTE, "Compte créé"),
    COMPTE_CHANGE(Sujet.COMPTE, "Compte changé"),
    COMPTE_DESACTIVE(Sujet.COMPTE, "Compte désactivé"),
    COMPTE_REACTIVE(Sujet.COMPTE, "Compte réactivé"),
    MOT_DE_PASSE_CHANGE(Sujet.COMPTE, "Mot de passe changé"),
    SECOND_FACTEUR_POSE(Sujet.COMPTE, "Second facteur posé"),
    CODES_DE_SECOURS_RENOUVELES(Sujet.COMPTE, "Codes de secours renouvelés"),
    CLE_D_ACCES_AJOUTEE(Sujet.COMPTE, "Clé d’accès ajoutée"),
    CLE_D_ACCES_RETIREE(Sujet.COMPTE, "Clé d’accès retirée"),
    SECOND_FACTEUR_REMIS_A_ZERO(Sujet.COMPTE, "Second facteur remis à zéro"),

    CONNEXION(Sujet.CONNEXION, "Connexion"),
    CONNEXION_VERROUILLEE(Sujet.CONNEXION, "Compte verrouillé après des échecs"),
    SESSION_TERMINEE(Sujet.CONNEXION, "Session terminée"),

    CLES_CHANGEES(Sujet.HUB, "Clés du hub changées"),
    MAITRESSE_CHANGEE(Sujet.HUB, "Clé maîtresse changée"),
    MAITRESSE_RESCELLEE(Sujet.HUB, "Tout scellé sous la nouvelle clé maîtresse"),
    PHRASE_CHANGEE(Sujet.HUB, "Phrase de passe du trousseau changée"),
    TROUSSEAU_EXPORTE(Sujet.HUB, "Trousseau exporté"),
    TROUSSEAU_PROUVE(Sujet.HUB, "Export du trousseau prouvé"),
    ADRESSES_IMPORTEES(Sujet.HUB, "Adresses ou secteurs importés"),
    SAUVEGARDE_FAITE(Sujet.HUB, "Sauvegarde faite"),
    BASE_RESTAUREE(Sujet.HUB, "Sauvegarde restaurée"),
    REGISTRE_EXPORTE(Sujet.HUB, "Registre exporté");

    /** What acts are about, as one filters them. */
    public enum Sujet {
        APPEL("Appel"),
        CANDIDATURE("Candidatures"),
        DROITS("Droits des personnes"),
        DONNEES("Protection des données"),
        BORNE("Bornes"),
        AGENT("Agents des mairies"),
        TIRAGE("Tirage"),
        AVIS("Avis des mairies"),
        DEUX_VOIX("Actes à deux voix"),
        COMPTE("Comptes"),
        CONNEXION("Connexions"),
        HUB("Hub");

        private final String titre;

        Sujet(String titre) {
            this.titre = titre;
        }

        public String titre() {
            return titre;
        }
    }

    private final Sujet sujet;
    private final String titre;

    Acte(Sujet sujet, String titre) {
        this.sujet = sujet;
        this.titre = titre;
    }

    public Sujet sujet() {
        return sujet;
    }

    /** In French, as it stands on screens and in exports. */
    public String titre() {
        return titre;
    }

    /** Reads a code; a register may hold one that a later version of the program wrote. */
    static Optional<Acte> lire(String code) {
        return Arrays.stream(values()).filter(acte -> acte.name().equals(code)).findFirst();
    }

    /** Begins an entry on this object: « appel 2027 », « borne 3 », the code of a candidature; never a person. */
    public Inscription sur(String objet) {
        return Inscription.de(this, objet);
    }
}
