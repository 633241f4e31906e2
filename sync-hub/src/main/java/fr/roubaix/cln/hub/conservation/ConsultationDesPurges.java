package fr.roubaix.cln.hub.conservation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.conservation.RegleDeConservation;
import fr.roubaix.cln.hub.conservation.Purge.Etat;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.web.SpreadsheetCsv;

/** What the data protection officer is shown of what falls due: counts, codes and dates, never a name. */
@Service
public class ConsultationDesPurges {

    private static final String DPO = "hasRole('DPO')";

    private final Purges purges;
    private final ObjectProvider<Purgeable> purgeables;
    private final Clock clock;

    ConsultationDesPurges(Purges purges, ObjectProvider<Purgeable> purgeables, Clock clock) {
        this.purges = purges;
        this.purgeables = purgeables;
        this.clock = clock;
    }

    /** What waits for a visa or for its execution, rule by rule. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize(DPO)
    List<Purge> ouvertes() {
        return Stream.of(Etat.PROPOSEE, Etat.VISEE, Etat.EN_COURS)
                .flatMap(etat -> purges.dans(etat).stream())
                .sorted(Comparator.comparing(Purge::regle))
                .toList();
    }

    /** What was destroyed, the newest first. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize(DPO)
    List<Purge> executees() {
        return purges.dans(Etat.EXECUTEE);
    }

    /** The first objects of a proposal, and the last day of each. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize(DPO)
    Map<String, LocalDate> objets(long numero, int combien) {
        return purges.restants(numero, combien);
    }

    /** The whole list of a proposal, for a spreadsheet. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize(DPO)
    byte[] liste(long numero) {
        return SpreadsheetCsv.of(
                List.of("objet", "dernier_jour"),
                purges.restants(numero, Integer.MAX_VALUE).entrySet().stream()
                        .map(objet -> List.of(objet.getKey(), String.valueOf(objet.getValue()))));
    }

    /** What would be due and is held, by rule, then by reason. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize(DPO)
    Map<RegleDeConservation, Map<String, Integer>> retenues() {
        LocalDate aujourdhui = LocalDate.ofInstant(clock.instant(), Appel.ROUBAIX);
        var retenues = new TreeMap<RegleDeConservation, Map<String, Integer>>();
        purgeables.forEach(purgeable -> {
            var ici = purgeable.recenser(aujourdhui).retenues();
            if (!ici.isEmpty()) {
                retenues.put(purgeable.regle(), new TreeMap<>(ici));
            }
        });
        return retenues;
    }

    /** How many proposals wait for the data protection officer. */
    @Interne("a count, told to everyone on the dashboard")
    public long enAttente() {
        return (long) purges.dans(Etat.PROPOSEE).size()
                + purges.dans(Etat.VISEE).size();
    }
}
