package fr.roubaix.cln.hub.conservation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.conservation.RegleDeConservation;
import fr.roubaix.cln.domaine.tirage.ProcesVerbal;
import fr.roubaix.cln.domaine.tirage.TirageAuSort;
import fr.roubaix.cln.domaine.tirage.VersionDuReglement;
import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.hub.appel.FinDAppel;
import fr.roubaix.cln.hub.candidature.Candidatures;
import fr.roubaix.cln.hub.candidature.Dossier;
import fr.roubaix.cln.hub.candidature.Statut;
import fr.roubaix.cln.hub.tirage.Tirage;
import fr.roubaix.cln.hub.tirage.Tirages;
import fr.roubaix.cln.verifier.PvJson;

/** When a call ended, and whom it seated: what the time of challenges counts from, and who it does not concern. */
@Component
public class FinDesAppels {

    private final Tirages tirages;
    private final FinDAppel fin;
    private final Candidatures candidatures;

    FinDesAppels(Tirages tirages, FinDAppel fin, Candidatures candidatures) {
        this.tirages = tirages;
        this.fin = fin;
        this.candidatures = candidatures;
    }

    /** The end of a call; empty while it goes on. */
    public Optional<Fin> de(AppelSuivi appel) {
        Optional<Tirage> tirage = tirages.tirage(appel.id());
        if (tirage.isPresent()) {
            return tirage.get() instanceof Tirage.ResultatConnu tire
                    ? Optional.of(new Fin(jour(tire.tirage().le()), designes(tire)))
                    : Optional.empty();
        }
        return appel.cloture()
                .filter(_ -> fin.atteinte(appel.id()))
                .map(cloture -> new Fin(jour(derniereDecision(appel.id(), cloture.le())), Set.of()));
    }

    /** Nobody to draw: the last refusal or withdrawal counts, when it came after the close. */
    private Instant derniereDecision(AppelId appel, Instant cloture) {
        return candidatures.dossiers(appel).stream()
                .map(Dossier::statut)
                .flatMap(statut -> sortie(statut).stream())
                .filter(cloture::isBefore)
                .max(Instant::compareTo)
                .orElse(cloture);
    }

    /** When an application left the call without entering the draw. */
    private static Optional<Instant> sortie(Statut statut) {
        return switch (statut) {
            case Statut.Irrecevable refusee -> Optional.of(refusee.le());
            case Statut.Retiree retiree -> Optional.of(retiree.le());
            case Statut.AExaminer _,
                    Statut.ACompleter _,
                    Statut.Completee _,
                    Statut.IrrecevabiliteProposee _,
                    Statut.Recevable _ -> Optional.empty();
        };
    }

    /** The draw is replayed, and must give the procès-verbal that was kept, or nothing may be destroyed on its account. */
    private Set<String> designes(Tirage.ResultatConnu tire) {
        ProcesVerbal pv = TirageAuSort.tirer(tire.arret().liste(), tire.graine(), VersionDuReglement.DE_2025);
        byte[] garde = tirages.procesVerbal(tire.appel()).orElseThrow();
        if (!Arrays.equals(PvJson.write(pv), garde)) {
            throw new IllegalStateException(
                    "the procès-verbal of " + tire.appel() + " is not the one that its draw gives");
        }
        return pv.designes().stream()
                .map(designe -> designe.personne().id().valeur())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static LocalDate jour(Instant instant) {
        return LocalDate.ofInstant(instant, Appel.ROUBAIX);
    }

    /**
     * How a call ended.
     *
     * @param le day of the procès-verbal, or of the close when there was nobody to draw
     * @param designes codes of those who were seated
     */
    public record Fin(LocalDate le, Set<String> designes) {

        /** The last day on which an application that was not drawn is kept. */
        public LocalDate echeance() {
            return RegleDeConservation.CANDIDATURE_NON_RETENUE.echeance(le).orElseThrow();
        }

        /** Whether the person was seated: another rule then keeps their data. */
        public boolean designe(Dossier dossier) {
            return designes.contains(dossier.code().texte());
        }
    }

    /** Every application of a call that nobody erased. */
    List<Dossier> dossiers(AppelId appel) {
        return candidatures.dossiers(appel).stream()
                .filter(dossier -> !dossier.effacee())
                .toList();
    }
}
