package fr.roubaix.cln.hub.conservation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.conservation.RegleDeConservation;
import fr.roubaix.cln.hub.conservation.Purgeable.Echue;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Auteur;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.register.Registre;

/**
 * Says each day what falls due, rule by rule. A proposal that nobody agreed to is brought up to date; one with a visa is left
 * as it was shown.
 */
@Service
@Interne("scheduled work: proposes, destroys nothing")
class PropositionsDePurge {

    private final ObjectProvider<Purgeable> purgeables;
    private final Purges purges;
    private final Registre registre;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PropositionsDePurge(
            ObjectProvider<Purgeable> purgeables,
            Purges purges,
            Registre registre,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.purgeables = purgeables;
        this.purges = purges;
        this.registre = registre;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Looks at every rule that the hub applies. */
    void proposer() {
        Instant maintenant = clock.instant();
        LocalDate aujourdhui = LocalDate.ofInstant(maintenant, Appel.ROUBAIX);
        purgeables.stream()
                .sorted(Comparator.comparing(Purgeable::regle))
                .forEach(purgeable -> transaction.executeWithoutResult(
                        _ -> proposer(purgeable, aujourdhui, Instant.ofEpochMilli(maintenant.toEpochMilli()))));
    }

    private void proposer(Purgeable purgeable, LocalDate aujourdhui, Instant maintenant) {
        var regle = purgeable.regle();
        var ouverte = purges.ouverte(regle);
        if (ouverte.filter(purge -> purge.etat() != Purge.Etat.PROPOSEE).isPresent()) {
            return;
        }
        List<Echue> echues = purgeable.recenser(aujourdhui).echues().stream()
                .sorted(Comparator.comparing(Echue::objet))
                .toList();
        String empreinte = empreinte(regle, echues);
        if (ouverte.isEmpty() && !echues.isEmpty()) {
            long numero = purges.ajouter(regle, empreinte, echues, maintenant);
            registre.inscrire(
                    Auteur.systeme(),
                    Acte.PURGE_PROPOSEE
                            .sur("destruction " + numero)
                            .avec("regle", regle.name())
                            .avec("nombre", echues.size()));
        }
        ouverte.filter(purge -> !purge.empreinte().equals(empreinte)).ifPresent(purge -> {
            if (echues.isEmpty()) {
                purges.passer(purge.numero(), Purge.Etat.PROPOSEE, Purge.Etat.ECARTEE);
            } else {
                purges.remplacer(purge.numero(), empreinte, echues, maintenant);
            }
        });
    }

    /** SHA-256 of the rule, then of each object and its last day, one per line. */
    static String empreinte(RegleDeConservation regle, List<Echue> echues) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((regle.name() + "\n").getBytes(UTF_8));
            echues.forEach(echue -> sha256.update((echue.objet() + " " + echue.echeance() + "\n").getBytes(UTF_8)));
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
