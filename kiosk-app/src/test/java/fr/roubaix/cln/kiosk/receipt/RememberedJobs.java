package fr.roubaix.cln.kiosk.receipt;

import java.util.HashMap;
import java.util.Map;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.kiosk.sync.PrintJobs;
import fr.roubaix.cln.sync.AgentId;

/** The ledger of a test that looks at the paper: the first of each kind is an original, unless nothing came of it. */
final class RememberedJobs implements PrintJobs {

    private record Key(ReceiptCode code, Paper paper) {}

    private final Map<Key, Integer> next = new HashMap<>();

    @Override
    public int begin(ReceiptCode code, Paper paper) {
        int number = next.getOrDefault(new Key(code, paper), 0);
        next.put(new Key(code, paper), number + 1);
        return number;
    }

    @Override
    public int begin(ReceiptCode code, Paper paper, int number) {
        next.put(new Key(code, paper), number + 1);
        return number;
    }

    @Override
    public void end(ReceiptCode code, Paper paper, int number, Outcome outcome) {
        if (outcome == Outcome.NOTHING) {
            next.put(new Key(code, paper), number);
        }
    }

    @Override
    public int number(ReceiptCode code, AgentId agent) {
        throw new IllegalStateException("no agent here");
    }

    @Override
    public int duplicates(ReceiptCode code) {
        throw new IllegalStateException("no agent here");
    }
}
