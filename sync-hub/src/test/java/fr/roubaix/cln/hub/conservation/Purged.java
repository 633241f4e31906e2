package fr.roubaix.cln.hub.conservation;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.beans.factory.BeanFactory;

/** Destroys all that is due in a hub, as the officer who is signed in. */
public final class Purged {

    private Purged() {}

    /** Gives how many things were destroyed. */
    public static int all(BeanFactory hub) {
        hub.getBean(PropositionsDePurge.class).proposer();
        var execution = hub.getBean(ExecutionDesPurges.class);
        var purges = hub.getBean(Purges.class);
        int destroyed = 0;
        for (Purge purge : purges.dans(Purge.Etat.PROPOSEE)) {
            assertThat(execution.viser(purge.numero(), purge.empreinte())).isEmpty();
            assertThat(execution.executer(purge.numero())).isEmpty();
            destroyed += purges.trouver(purge.numero()).orElseThrow().detruites();
        }
        return destroyed;
    }
}
