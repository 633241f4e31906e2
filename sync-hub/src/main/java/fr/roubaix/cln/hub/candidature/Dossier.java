package fr.roubaix.cln.hub.candidature;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.Candidature;
import fr.roubaix.cln.domaine.candidature.Circonstances;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.candidature.Verification;
import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;

/**
 * An application as the hub holds it, without the person's identity.
 *
 * @param classe empty when the person is under 16 on the reference date of the call
 * @param mairie where it was deposited
 * @param deposeeLe clock of the terminal
 * @param recueLe clock of the hub
 * @param horsDelai deposited outside the dates of the call, or after staff closed it
 * @param changement number of its last change: a decision is bound to the one that its author was shown
 * @param effaceeLe when the person was erased: nobody can read who it was any more, and it enters no draw
 */
public record Dossier(
        ReceiptCode code,
        AppelId appel,
        Secteur secteur,
        Parite parite,
        Optional<ClasseAge> classe,
        Secteur mairie,
        Instant deposeeLe,
        Instant recueLe,
        boolean horsDelai,
        Statut statut,
        Circonstances circonstances,
        long changement,
        Optional<Instant> effaceeLe) {

    /** An application just deposited on a kiosk by somebody who can be named. */
    public Dossier(
            ReceiptCode code,
            AppelId appel,
            Secteur secteur,
            Parite parite,
            Optional<ClasseAge> classe,
            Secteur mairie,
            Instant deposeeLe,
            Instant recueLe,
            boolean horsDelai,
            Statut statut) {
        this(
                code,
                appel,
                secteur,
                parite,
                classe,
                mairie,
                deposeeLe,
                recueLe,
                horsDelai,
                statut,
                Circonstances.BORNE,
                0,
                Optional.empty());
    }

    /** The same, come in another way. */
    Dossier avec(Circonstances autres) {
        return new Dossier(
                code,
                appel,
                secteur,
                parite,
                classe,
                mairie,
                deposeeLe,
                recueLe,
                horsDelai,
                statut,
                autres,
                changement,
                effaceeLe);
    }

    /** The same, as corrected: the rest of what was deposited stands. */
    Dossier rectifie(Secteur leSecteur, Parite laParite, Optional<ClasseAge> laClasse, boolean secteurConfirme) {
        return new Dossier(
                code,
                appel,
                leSecteur,
                laParite,
                laClasse,
                mairie,
                deposeeLe,
                recueLe,
                horsDelai,
                statut,
                circonstances.avecSecteurConfirme(secteurConfirme),
                changement,
                effaceeLe);
    }

    /** What someone must look at before deciding, likenesses aside. */
    public enum Alerte {
        MOINS_DE_16_ANS,
        HORS_DELAI,
        HORLOGE_DOUTEUSE,
        SECTEUR_A_VERIFIER,
        FICHE_A_VERIFIER
    }

    public Set<Alerte> alertes() {
        var alertes = EnumSet.noneOf(Alerte.class);
        verifications(0).forEach(verification -> {
            switch (verification.constat()) {
                case MOINS_DE_SEIZE_ANS -> alertes.add(Alerte.MOINS_DE_16_ANS);
                case HORS_DES_DATES -> alertes.add(Alerte.HORS_DELAI);
                case HORLOGE_DOUTEUSE -> alertes.add(Alerte.HORLOGE_DOUTEUSE);
                case SECTEUR_CONFIRME_PAR_UN_AGENT -> alertes.add(Alerte.SECTEUR_A_VERIFIER);
                case FICHE_SANS_SIGNATURE, ORIGINAL_NON_CLASSE -> alertes.add(Alerte.FICHE_A_VERIFIER);
                case SEIZE_ANS_OU_PLUS,
                        RESIDENCE_ATTESTEE,
                        SECTEUR_DE_L_ADRESSE,
                        DANS_LES_DATES,
                        FICHE_NUMERIQUE,
                        FICHE_SIGNEE,
                        CANDIDATURE_UNIQUE,
                        RESSEMBLE_A_UNE_AUTRE -> {}
            }
        });
        return alertes;
    }

    /** Whether somebody must still look up where the address lies: it is not in the address base. */
    public boolean secteurAVerifier() {
        return circonstances.secteurConfirme() && statut.attend() && !effacee();
    }

    /** Whether one person found it inadmissible, and another must confirm that or set it aside. */
    public boolean attendUnSecondRegard() {
        return statut instanceof Statut.IrrecevabiliteProposee && !effacee();
    }

    /**
     * Every check of art. 7 §1.
     *
     * @param ressemblances how many applications look like the same person's, undecided yet
     */
    public List<Verification> verifications(int ressemblances) {
        return Verification.de(classe, horsDelai, circonstances, ressemblances);
    }

    /** What may be decided from a state. */
    public enum Acte {
        DECLARER_RECEVABLE,
        PROPOSER_L_IRRECEVABILITE,
        CONFIRMER_L_IRRECEVABILITE,
        ECARTER_L_IRRECEVABILITE,
        DEMANDER_UN_COMPLEMENT,
        NOTER_LA_DEMANDE_FAITE,
        NOTER_COMPLETEE,
        RETIRER,
        REPRENDRE
    }

    /** What may be decided now; a frozen list forbids it all besides. */
    Set<Acte> actes() {
        if (effacee()) {
            return Set.of();
        }
        var actes = switch (statut) {
            case Statut.AExaminer _ ->
                EnumSet.of(
                        Acte.DECLARER_RECEVABLE,
                        Acte.PROPOSER_L_IRRECEVABILITE,
                        Acte.DEMANDER_UN_COMPLEMENT,
                        Acte.RETIRER);
            case Statut.Completee _ ->
                EnumSet.of(
                        Acte.DECLARER_RECEVABLE,
                        Acte.PROPOSER_L_IRRECEVABILITE,
                        Acte.DEMANDER_UN_COMPLEMENT,
                        Acte.RETIRER,
                        Acte.REPRENDRE);
            case Statut.ACompleter(var _, var faite, var _, var _) ->
                faite.isEmpty()
                        ? EnumSet.of(
                                Acte.NOTER_LA_DEMANDE_FAITE,
                                Acte.NOTER_COMPLETEE,
                                Acte.PROPOSER_L_IRRECEVABILITE,
                                Acte.RETIRER,
                                Acte.REPRENDRE)
                        : EnumSet.of(
                                Acte.NOTER_COMPLETEE, Acte.PROPOSER_L_IRRECEVABILITE, Acte.RETIRER, Acte.REPRENDRE);
            case Statut.IrrecevabiliteProposee _ ->
                EnumSet.of(
                        Acte.CONFIRMER_L_IRRECEVABILITE, Acte.ECARTER_L_IRRECEVABILITE, Acte.RETIRER, Acte.REPRENDRE);
            case Statut.Recevable _ -> EnumSet.of(Acte.RETIRER, Acte.REPRENDRE);
            case Statut.Irrecevable _, Statut.Retiree _ -> EnumSet.of(Acte.REPRENDRE);
        };
        if (classe.isEmpty()) {
            actes.remove(Acte.DECLARER_RECEVABLE);
        }
        return actes;
    }

    /**
     * The application in the words of the domain: as deposited, then through the decision that was kept.
     *
     * @throws IllegalStateException what is kept declares a person under 16 admissible
     */
    public Candidature candidature() {
        var deposee = new Candidature.Deposee(code, secteur, parite, classe);
        return switch (statut) {
            case Statut.AExaminer _, Statut.ACompleter _, Statut.Completee _, Statut.IrrecevabiliteProposee _ ->
                deposee;
            case Statut.Recevable _ ->
                deposee.declarerRecevable()
                        .orElseThrow(() -> new IllegalStateException("admissible without an age class: " + code));
            case Statut.Irrecevable irrecevable -> deposee.declarerIrrecevable(irrecevable.motif());
            case Statut.Retiree _ -> deposee.retirer();
        };
    }

    /** What somebody was shown of it. */
    Vu vu() {
        return new Vu(code, changement);
    }

    /** Names an application as it was shown: whoever decides on it decides on that and nothing later. */
    record Vu(ReceiptCode code, long changement) {}

    public boolean effacee() {
        return effaceeLe.isPresent();
    }

    /**
     * The application as it enters the draw; empty unless it was declared admissible, and for a person who was erased: a
     * seat never goes to a code without identity.
     */
    public Optional<Candidature.Recevable> recevable() {
        return !effacee() && candidature() instanceof Candidature.Recevable recevable
                ? Optional.of(recevable)
                : Optional.empty();
    }
}
