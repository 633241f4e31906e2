package fr.roubaix.cln.hub.tirage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.tirage.Plan;
import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.ActesConfirmes;

/** Everything that the procès-verbal of a ceremony is written from (art. 7 §2), beside what {@code pv.json} recomputes. */
@Service
public class PiecesDeLaCeremonie {

    private final Tirages tirages;
    private final Appels appels;
    private final ActesConfirmes actes;
    private final Registre registre;

    PiecesDeLaCeremonie(Tirages tirages, Appels appels, ActesConfirmes actes, Registre registre) {
        this.tirages = tirages;
        this.appels = appels;
        this.actes = actes;
        this.registre = registre;
    }

    /** As they are now; empty while no list is frozen. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('TIRAGE', 'PRESIDENCE', 'OBSERVATEUR')")
    public Optional<Pieces> de(CeremonieId id) {
        return lire(id);
    }

    /** The same, for what is kept at the closing. */
    @Interne("the closing, which two voices decide")
    @Transactional(readOnly = true)
    Optional<Pieces> lire(CeremonieId id) {
        var etat = tirages.etat(id);
        return etat.tirage().map(tirage -> {
            var suivi = appels.trouver(id.appel()).orElseThrow();
            var confirmes = actes.auProcesVerbal(debut(suivi), fin(tirage));
            return new Pieces(
                    suivi,
                    etat,
                    tirages.chronologie(id),
                    confirmes.stream().filter(c -> !c.surUnCompte()).toList(),
                    confirmes.stream()
                            .filter(ActesConfirmes.Confirme::surUnCompte)
                            .toList(),
                    registre.tete(),
                    tirages.procesVerbal(id),
                    tirage.lectureRetenue()
                            .map(lecture ->
                                    Plan.pour(tirage.arret().liste(), lecture).sortNecessaire())
                            .orElse(true));
        });
    }

    /** From the end of the call, or its close when that came first: accounts are under two voices from then on. */
    private static Instant debut(AppelSuivi suivi) {
        Instant fin = suivi.appel().fin();
        return suivi.cloture()
                .map(AppelSuivi.Cloture::le)
                .filter(le -> le.isBefore(fin))
                .orElse(fin);
    }

    private static Instant fin(Tirage tirage) {
        return switch (tirage) {
            case Tirage.Clos clos -> clos.cloture().le().plusMillis(1);
            case Tirage.AvantLesDes _,
                    Tirage.DesEnCours _,
                    Tirage.DrandSaisi _,
                    Tirage.GraineConfirmee _,
                    Tirage.Tire _,
                    Tirage.Proclame _ -> Instant.ofEpochMilli(Long.MAX_VALUE);
        };
    }

    /**
     * What a procès-verbal is written from.
     *
     * @param etat stages with who and when, people present, throws by thrower, corrections, remarks, withdrawals, annulled
     *     freezes, counts of applications, derogations, proof kiosk by kiosk
     * @param aDeuxVoix what two people did together since the close of the call, those of other ceremonies included
     * @param comptesChanges accounts that take part in a draw, made or changed since the close
     * @param registre the head of the register now
     * @param sortNecessaire whether the dice decide anything
     */
    public record Pieces(
            AppelSuivi appel,
            EtatDuTirage etat,
            List<Tirages.Datee> chronologie,
            List<ActesConfirmes.Confirme> aDeuxVoix,
            List<ActesConfirmes.Confirme> comptesChanges,
            Registre.Tete registre,
            Optional<byte[]> procesVerbal,
            boolean sortNecessaire) {
        public Pieces {
            chronologie = List.copyOf(chronologie);
            aDeuxVoix = List.copyOf(aDeuxVoix);
            comptesChanges = List.copyOf(comptesChanges);
        }
    }
}
