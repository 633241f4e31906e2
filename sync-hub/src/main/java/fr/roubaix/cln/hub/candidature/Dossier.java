package fr.roubaix.cln.hub.candidature;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.Candidature;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
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
        Optional<Instant> effaceeLe) {

    /** An application of somebody who can be named. */
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
        this(code, appel, secteur, parite, classe, mairie, deposeeLe, recueLe, horsDelai, statut, Optional.empty());
    }

    /** What someone must look at before deciding. */
    public enum Alerte {
        MOINS_DE_16_ANS,
        HORS_DELAI
    }

    public Set<Alerte> alertes() {
        var alertes = EnumSet.noneOf(Alerte.class);
        if (classe.isEmpty()) {
            alertes.add(Alerte.MOINS_DE_16_ANS);
        }
        if (horsDelai) {
            alertes.add(Alerte.HORS_DELAI);
        }
        return alertes;
    }

    /** What may be decided from a state. */
    public enum Acte {
        DECLARER_RECEVABLE,
        DECLARER_IRRECEVABLE,
        REPRENDRE
    }

    /** What may be decided now; a frozen list forbids it all besides. */
    Set<Acte> actes() {
        if (effacee()) {
            return Set.of();
        }
        return switch (candidature()) {
            case Candidature.Deposee deposee ->
                deposee.declarerRecevable().isPresent()
                        ? EnumSet.of(Acte.DECLARER_RECEVABLE, Acte.DECLARER_IRRECEVABLE)
                        : EnumSet.of(Acte.DECLARER_IRRECEVABLE);
            case Candidature.Recevable _ -> EnumSet.of(Acte.REPRENDRE);
            case Candidature.Irrecevable _ -> EnumSet.of(Acte.REPRENDRE);
            case Candidature.Retiree _ -> Set.of();
        };
    }

    /**
     * The application in the words of the domain: as deposited, then through the decision that was kept.
     *
     * @throws IllegalStateException what is kept declares a person under 16 admissible
     */
    public Candidature candidature() {
        var deposee = new Candidature.Deposee(code, secteur, parite, classe);
        return switch (statut) {
            case Statut.AExaminer _ -> deposee;
            case Statut.Recevable _ ->
                deposee.declarerRecevable()
                        .orElseThrow(() -> new IllegalStateException("admissible without an age class: " + code));
            case Statut.Irrecevable irrecevable -> deposee.declarerIrrecevable(irrecevable.motif());
        };
    }

    public boolean effacee() {
        return effaceeLe.isPresent();
    }

    Dossier effaceeLe(Instant le) {
        return new Dossier(
                code, appel, secteur, parite, classe, mairie, deposeeLe, recueLe, horsDelai, statut, Optional.of(le));
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
