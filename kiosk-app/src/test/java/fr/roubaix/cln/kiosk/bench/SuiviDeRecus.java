package fr.roubaix.cln.kiosk.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Saisie;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hardware.scanner.Scan;
import fr.roubaix.cln.hardware.scanner.Scan.Source;
import fr.roubaix.cln.kiosk.StillHub;
import fr.roubaix.cln.kiosk.followup.Verdict;
import fr.roubaix.cln.kiosk.followup.VerificationDEssai;
import fr.roubaix.cln.kiosk.sync.JournalIndex;
import fr.roubaix.cln.kiosk.sync.Statuts;
import fr.roubaix.cln.sync.Bulletin.BornePubliee;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.ReceiptToken;
import fr.roubaix.cln.sync.ReceiptToken.Issuer;
import fr.roubaix.cln.sync.ReceiptToken.Purpose;
import fr.roubaix.cln.sync.SigningKey;

/**
 * From the text of a scanner to what a screen tells of it: the signature, what the journal holds, what the hub last said.
 * Receipts of applications recorded here, each of them once, and as many that somebody altered.
 */
final class SuiviDeRecus {

    private static final KioskId HERE = new KioskId(7);

    private SuiviDeRecus() {}

    /** Milliseconds for each paper. */
    static double[] mesurer(ApplicationContext kiosk) {
        var key = SigningKey.generate();
        var hub = new StillHub();
        hub.kiosks = List.of(new BornePubliee(HERE, Secteur.NORD, 1, key.verifyingKey(), false));
        var verification = VerificationDEssai.with(hub);
        var journal = kiosk.getBean(JournalIndex.class);
        var statuts = kiosk.getBean(Statuts.class);
        var papers = papers(kiosk, key);
        double[] times = new double[papers.size()];
        int genuine = 0;
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            if (verification.of(papers.get(i)) instanceof Verdict.Genuine(var token)) {
                genuine++;
                if (journal.find(token.code()).isEmpty()) {
                    throw new IllegalStateException("a receipt of this kiosk is not in its journal");
                }
                statuts.find(token.code());
                statuts.connusLe();
            }
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        if (genuine * 2 != times.length) {
            throw new IllegalStateException(genuine + " genuine papers of " + times.length);
        }
        return times;
    }

    private static List<Scan> papers(ApplicationContext kiosk, SigningKey key) {
        var papers = new ArrayList<Scan>();
        kiosk.getBean(JdbcClient.class)
                .sql("SELECT code, at FROM inscription WHERE kind = 'CANDIDATURE' ORDER BY at")
                .query((row, _) -> new ReceiptToken(
                                1,
                                code(row.getString("code")),
                                new Issuer.Kiosk(HERE, Secteur.NORD),
                                Purpose.APPLICATION,
                                Instant.ofEpochMilli(row.getLong("at")))
                        .sign(key))
                .list()
                .forEach(square -> {
                    papers.add(Scan.whole(square, Source.SERIAL));
                    papers.add(Scan.whole(
                            square.substring(0, 100) + (square.charAt(100) == '0' ? '1' : '0') + square.substring(101),
                            Source.SERIAL));
                });
        return papers;
    }

    private static ReceiptCode code(String written) {
        if (ReceiptCode.lire(written) instanceof Saisie.Lue<ReceiptCode>(var code)) {
            return code;
        }
        throw new IllegalStateException("the journal holds a code that is none");
    }
}
