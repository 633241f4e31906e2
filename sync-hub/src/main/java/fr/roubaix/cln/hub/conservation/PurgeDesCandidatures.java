package fr.roubaix.cln.hub.conservation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.conservation.RegleDeConservation;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.candidature.Candidatures;
import fr.roubaix.cln.hub.candidature.Dossier;
import fr.roubaix.cln.hub.candidature.FinDeConservation;
import fr.roubaix.cln.hub.candidature.LimitationDesDossiers;

/** The identities of people who were not drawn, or not admissible, once the time of challenges is over. */
@Component
class PurgeDesCandidatures implements Purgeable {

    private final Appels appels;
    private final Candidatures candidatures;
    private final FinDesAppels fins;
    private final Suspensions suspensions;
    private final LimitationDesDossiers limitations;
    private final FinDeConservation fin;

    PurgeDesCandidatures(
            Appels appels,
            Candidatures candidatures,
            FinDesAppels fins,
            Suspensions suspensions,
            LimitationDesDossiers limitations,
            FinDeConservation fin) {
        this.appels = appels;
        this.candidatures = candidatures;
        this.fins = fins;
        this.suspensions = suspensions;
        this.limitations = limitations;
        this.fin = fin;
    }

    @Override
    public RegleDeConservation regle() {
        return RegleDeConservation.CANDIDATURE_NON_RETENUE;
    }

    @Override
    public Recensement recenser(LocalDate aujourdhui) {
        var echues = new ArrayList<Echue>();
        var retenues = new HashMap<String, Integer>();
        var retenue = new Retenue(suspensions.enVigueur(), limitations.toutes().keySet());
        for (var appel : appels.tous()) {
            var terme = fins.de(appel).filter(f -> aujourdhui.isAfter(f.echeance()));
            if (terme.isPresent()) {
                for (Dossier dossier : fins.dossiers(appel.id())) {
                    if (!terme.get().designe(dossier)) {
                        retenue.pour(dossier)
                                .ifPresentOrElse(
                                        motif -> retenues.merge(motif, 1, Integer::sum),
                                        () -> echues.add(new Echue(
                                                dossier.code().texte(),
                                                terme.get().echeance())));
                    }
                }
            }
        }
        return new Recensement(echues, retenues);
    }

    @Override
    public Map<String, LocalDate> echeances(Collection<String> objets) {
        var retenue = new Retenue(suspensions.enVigueur(), limitations.toutes().keySet());
        var termes = new HashMap<AppelId, Optional<FinDesAppels.Fin>>();
        var echeances = new HashMap<String, LocalDate>();
        for (String objet : objets) {
            candidatures
                    .dossier(Suspensions.Codes.lire(objet))
                    .filter(dossier ->
                            dossier.effacee() || retenue.pour(dossier).isEmpty())
                    .ifPresent(dossier -> termes.computeIfAbsent(
                                    dossier.appel(), id -> appels.trouver(id).flatMap(fins::de))
                            .filter(terme -> !terme.designe(dossier))
                            .ifPresent(terme -> echeances.put(objet, terme.echeance())));
        }
        return echeances;
    }

    @Override
    public void detruireLesCles(Collection<String> objets) {
        fin.detruireLesCles(objets.stream().map(Suspensions.Codes::lire).toList());
    }

    @Override
    public void vider(Collection<String> objets) {
        objets.stream()
                .map(Suspensions.Codes::lire)
                .map(candidatures::dossier)
                .flatMap(Optional::stream)
                .collect(Collectors.groupingBy(
                        Dossier::appel, Collectors.mapping(Dossier::code, Collectors.toUnmodifiableSet())))
                .forEach(fin::vider);
    }

    /** What holds an application, read once. */
    private record Retenue(List<Suspension> suspensions, Set<ReceiptCode> limitees) {

        Optional<String> pour(Dossier dossier) {
            if (limitees.contains(dossier.code())) {
                return Optional.of("traitement limité");
            }
            return suspensions.stream()
                    .filter(suspension -> suspension.retient(dossier.appel(), dossier.code()))
                    .findFirst()
                    .map(suspension -> "suspension n° " + suspension.numero());
        }
    }
}
