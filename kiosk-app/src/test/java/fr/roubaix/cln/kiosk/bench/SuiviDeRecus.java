package fr.roubaix.cln.kiosk.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Saisie;
import fr.roubaix.cln.hardware.scanner.Scan;
import fr.roubaix.cln.hardware.scanner.Scan.Source;
import fr.roubaix.cln.kiosk.followup.Verdict;
import fr.roubaix.cln.kiosk.followup.Verification;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.kiosk.sync.JournalIndex;
import fr.roubaix.cln.kiosk.sync.Statuts;
import fr.roubaix.cln.sync.ReceiptToken;
import fr.roubaix.cln.sync.ReceiptToken.Issuer;
import fr.roubaix.cln.sync.ReceiptToken.Purpose;
import fr.roubaix.cln.sync.Signer;

/**
 * From the text of a scanner to what a screen tells of it: the signature, what the journal holds, what the hub last said.
 * Receipts of this kiosk, each of them once, and as many papers that are none.
 */
final class SuiviDeRecus {

    private SuiviDeRecus() {}

    /** Milliseconds for each paper. */
    static double[] mesurer(ApplicationContext kiosk) {
        var verification = kiosk.getBean(Verification.class);
        var journal = kiosk.getBean(JournalIndex.class);
        var statuts = kiosk.getBean(Statuts.class);
        var papers = papers(kiosk);
        double[] times = new double[papers.size()];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            if (verification.of(papers.get(i)) instanceof Verdict.Genuine(var token)) {
                if (journal.find(token.code()).isEmpty()) {
                    throw new IllegalStateException("a receipt of this kiosk is not in its journal");
                }
                statuts.find(token.code());
                statuts.connusLe();
            }
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        return times;
    }

    private static List<Scan> papers(ApplicationContext kiosk) {
        var borne = kiosk.getBean(Hub.class).borne().orElseThrow();
        var signer = kiosk.getBean(Signer.class);
        var papers = new ArrayList<Scan>();
        kiosk.getBean(JdbcClient.class)
                .sql("SELECT code, at FROM inscription WHERE kind = 'CANDIDATURE' ORDER BY at")
                .query((row, _) -> new ReceiptToken(
                                borne.cle(),
                                code(row.getString("code")),
                                new Issuer.Kiosk(borne.id(), borne.mairie()),
                                Purpose.APPLICATION,
                                Instant.ofEpochMilli(row.getLong("at")))
                        .sign(signer))
                .list()
                .forEach(square -> {
                    papers.add(Scan.whole(square, Source.SERIAL));
                    papers.add(Scan.whole(square.substring(0, 100) + "0" + square.substring(101), Source.SERIAL));
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
