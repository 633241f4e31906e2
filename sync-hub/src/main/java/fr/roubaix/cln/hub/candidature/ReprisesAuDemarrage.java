package fr.roubaix.cln.hub.candidature;

import java.time.Instant;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.privacy.Coffre;
import fr.roubaix.cln.hub.privacy.CoffreDesPersonnes;
import fr.roubaix.cln.hub.privacy.PersonneId;
import fr.roubaix.cln.storage.DatabaseRefusedException;

/**
 * Brings the two databases together before the hub serves anybody: says the erasures again to a database that was put back
 * from an older backup, gives a key to each person sealed before people had one, and seals what was once in clear.
 */
@Component
class ReprisesAuDemarrage implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ReprisesAuDemarrage.class);

    private static final int A_LA_FOIS = 200;

    private final CandidaturesModifiables candidatures;
    private final EffacementDUnePersonne effacement;
    private final CoffreDesPersonnes coffre;
    private final Coffre maitre;
    private final ScellementDesPrecisions precisions;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ReprisesAuDemarrage(
            CandidaturesModifiables candidatures,
            EffacementDUnePersonne effacement,
            CoffreDesPersonnes coffre,
            Coffre maitre,
            ScellementDesPrecisions precisions,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.candidatures = candidatures;
        this.effacement = effacement;
        this.coffre = coffre;
        this.maitre = maitre;
        this.precisions = precisions;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        refuserSansCles();
        int effacees = rejouerLesEffacements();
        int scellees = donnerUneCle();
        int mots = precisions.reprendre();
        if (effacees + scellees + mots > 0) {
            LOG.info(
                    "Effacements rejoués : {} ; candidatures passées sous une clé par personne : {} ; précisions scellées : {}",
                    effacees,
                    scellees,
                    mots);
        }
    }

    /** A hub whose keys of people are all gone would show a list without a name, and seal new ones beside it. */
    private void refuserSansCles() {
        var uneLisible = jdbc.sql(
                        "SELECT code, identite FROM candidature WHERE scellement = 1 AND effacee_le IS NULL LIMIT 20")
                .query((row, _) -> coffre.ouvrir(new PersonneId(row.getString("code")), row.getBytes("identite")))
                .list();
        if (!uneLisible.isEmpty()
                && uneLisible.stream().allMatch(CoffreDesPersonnes.Lecture.Illisible.class::isInstance)) {
            throw new DatabaseRefusedException(
                    "Les clés des personnes (cles.db, ou le schéma « cles » sur PostgreSQL) ne sont pas celles de cette"
                            + " base, ou manquent : aucune candidature ne peut être lue. Remettez-les : « ./cln restaurer »"
                            + " reprend leur dernière copie quand cles.db n’est pas là.");
        }
    }

    /** Both ways: a key put back from its copy after the record was emptied is destroyed again. */
    int rejouerLesEffacements() {
        int rejoues = 0;
        for (var effacee : coffre.effacees().entrySet()) {
            var lisible = jdbc.sql("SELECT code FROM candidature WHERE code = ? AND effacee_le IS NULL")
                    .param(effacee.getKey().valeur())
                    .query((row, _) -> JdbcCandidatures.code(row))
                    .optional()
                    .flatMap(candidatures::dossier);
            if (lisible.isPresent()) {
                effacement.rejouer(lisible.get(), effacee.getValue());
                rejoues++;
            }
        }
        var connues = coffre.effacees();
        for (var vide : vides()) {
            if (!connues.containsKey(Identites.personne(vide.code()))) {
                coffre.effacer(Identites.personne(vide.code()), vide.le());
                rejoues++;
            }
        }
        return rejoues;
    }

    private List<Vide> vides() {
        return jdbc.sql("SELECT code, effacee_le FROM candidature WHERE effacee_le IS NOT NULL")
                .query((row, _) ->
                        new Vide(JdbcCandidatures.code(row), Instant.ofEpochMilli(row.getLong("effacee_le"))))
                .list();
    }

    private int donnerUneCle() {
        int total = 0;
        for (List<Ancienne> lot = anciennes(); !lot.isEmpty(); lot = anciennes()) {
            var enCours = lot;
            transaction.executeWithoutResult(_ -> enCours.forEach(this::donnerUneCle));
            total += lot.size();
        }
        return total;
    }

    private void donnerUneCle(Ancienne ancienne) {
        byte[] clair = maitre.ouvrir(ancienne.identite(), ancienne.code().texte());
        coffre.sceller(Identites.personne(ancienne.code()), clair)
                .ifPresent(scellee -> jdbc.sql(
                                "UPDATE candidature SET identite = :scellee, scellement = 1 WHERE code = :code AND scellement = 0")
                        .param("scellee", scellee)
                        .param("code", ancienne.code().texte())
                        .update());
    }

    private List<Ancienne> anciennes() {
        return jdbc.sql("SELECT code, identite FROM candidature WHERE scellement = 0 LIMIT " + A_LA_FOIS)
                .query((row, _) -> new Ancienne(JdbcCandidatures.code(row), row.getBytes("identite")))
                .list();
    }

    private record Vide(ReceiptCode code, Instant le) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Ancienne(ReceiptCode code, byte[] identite) {}
}
