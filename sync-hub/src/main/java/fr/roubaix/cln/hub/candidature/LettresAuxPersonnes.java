package fr.roubaix.cln.hub.candidature;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.acces.JournalDesAcces;
import fr.roubaix.cln.hub.candidature.DemandeDeComplement.Manque;
import fr.roubaix.cln.hub.candidature.DemandeDeComplement.Moyen;
import fr.roubaix.cln.hub.documents.Courrier;
import fr.roubaix.cln.hub.documents.CourrierACompleter;
import fr.roubaix.cln.hub.documents.CourrierDIrrecevabilite;
import fr.roubaix.cln.hub.documents.Courriers;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.hub.security.NomsDesComptes;
import fr.roubaix.cln.hub.security.Role;

/**
 * The letter that the state of an application calls for: what is missing, or why it is inadmissible and how to contest that.
 * It is dated and signed by who decided, so that it is the same letter whoever prints it.
 */
@Service
class LettresAuxPersonnes {

    private static final String PIECE = "courrier.manque.";

    private final CandidaturesModifiables candidatures;
    private final Identites identites;
    private final LimitationDesDossiers limitations;
    private final MotsDesAgents mots;
    private final JournalDesAcces acces;
    private final NomsDesComptes noms;
    private final Courriers courriers;
    private final MessageSource textes;
    private final TransactionTemplate transaction;

    LettresAuxPersonnes(
            CandidaturesModifiables candidatures,
            Identites identites,
            LimitationDesDossiers limitations,
            MotsDesAgents mots,
            JournalDesAcces acces,
            NomsDesComptes noms,
            Courriers courriers,
            MessageSource textes,
            PlatformTransactionManager transactions) {
        this.candidatures = candidatures;
        this.identites = identites;
        this.limitations = limitations;
        this.mots = mots;
        this.acces = acces;
        this.noms = noms;
        this.courriers = courriers;
        this.textes = textes;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether a letter goes with this state: one is asked for, or two people found the application inadmissible. */
    static boolean attendue(Statut statut) {
        return switch (statut) {
            case Statut.ACompleter(var demande, var _, var _, var _) -> demande.moyen() == Moyen.COURRIER;
            case Statut.Irrecevable(var _, var _, var _, var _, var proposeePar) -> proposeePar.isPresent();
            case Statut.AExaminer _,
                    Statut.Completee _,
                    Statut.IrrecevabiliteProposee _,
                    Statut.Recevable _,
                    Statut.Retiree _ -> false;
        };
    }

    /**
     * The letter as a PDF, and the opening of the file is written down. Empty when none is due any more, or when nobody may
     * read who it goes to.
     */
    @Consultation
    @PreAuthorize("hasRole('SECRETARIAT')")
    Optional<byte[]> imprimer(ReceiptCode code) {
        // Typesetting takes time: the database does not wait for it.
        return Objects.requireNonNull(transaction.execute(_ -> lettre(code))).map(courriers::ecrire);
    }

    private Optional<Courrier> lettre(ReceiptCode code) {
        return candidatures
                .dossier(code)
                .filter(dossier -> attendue(dossier.statut()))
                .flatMap(dossier -> destinataire(dossier).flatMap(lignes -> lettre(dossier, lignes)));
    }

    private Optional<Courrier> lettre(Dossier dossier, List<String> destinataire) {
        return switch (mots.ouvrir(dossier.code(), dossier.statut())) {
            case Statut.ACompleter(var demande, var _, var le, var par) ->
                Optional.of(new CourrierACompleter(
                        destinataire,
                        dossier.code(),
                        manques(demande),
                        demande.echeance(),
                        jour(le),
                        signature(par),
                        dossier.mairie()));
            case Statut.Irrecevable(var motif, var precisions, var le, var par, var _) ->
                Optional.of(new CourrierDIrrecevabilite(
                        destinataire,
                        dossier.code(),
                        texte("courrier.irrecevable.motif." + motif.name()),
                        precisions.texte(),
                        jour(le),
                        signature(par),
                        dossier.mairie()));
            case Statut.AExaminer _,
                    Statut.Completee _,
                    Statut.IrrecevabiliteProposee _,
                    Statut.Recevable _,
                    Statut.Retiree _ -> Optional.empty();
        };
    }

    /** Name and address, a line each; empty when they are restricted, erased or cannot be opened. */
    private Optional<List<String>> destinataire(Dossier dossier) {
        if (limitations.limite(dossier.code())) {
            return Optional.empty();
        }
        acces.noter(dossier.code(), JournalDesAcces.Ecran.COURRIERS);
        var scellee = candidatures.identite(dossier.code()).orElseThrow();
        return identites.ouvrir(dossier.code(), scellee) instanceof Identites.Lecture.Lue(var identite)
                ? Optional.of(lignes(identite))
                : Optional.empty();
    }

    private List<String> lignes(Identites.Identite identite) {
        var lignes = new ArrayList<String>();
        lignes.add(identite.nomComplet());
        if (!identite.complement().isEmpty()) {
            lignes.add(identite.complement());
        }
        lignes.add(identite.voie());
        lignes.add(texte("courrier.ville"));
        return lignes;
    }

    /** In the order of the form; what staff wrote besides comes last, and stands for what no other word says. */
    private List<String> manques(DemandeDeComplement demande) {
        var manques = new ArrayList<String>();
        for (Manque manque : demande.enOrdre()) {
            if (manque != Manque.AUTRE) {
                manques.add(texte(PIECE + manque.name()));
            }
        }
        String precisions = demande.precisions().texte();
        if (!precisions.isEmpty()) {
            manques.add(precisions);
        } else if (manques.isEmpty()) {
            manques.add(texte(PIECE + Manque.AUTRE.name()));
        }
        return manques;
    }

    private Courrier.Signature signature(Identifiant par) {
        var signataire = noms.de(par);
        boolean presidence = signataire.roles().contains(Role.PRESIDENCE)
                && !signataire.roles().contains(Role.SECRETARIAT);
        return new Courrier.Signature(
                signataire.nom(), texte(presidence ? "courrier.qualite.presidence" : "courrier.qualite.secretariat"));
    }

    private String texte(String cle) {
        return textes.getMessage(cle, null, Locale.FRENCH);
    }

    private static LocalDate jour(Instant instant) {
        return LocalDate.ofInstant(instant, Appel.ROUBAIX);
    }
}
