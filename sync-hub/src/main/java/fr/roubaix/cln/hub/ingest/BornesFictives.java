package fr.roubaix.cln.hub.ingest;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.demo.MairieFictive;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.appel.AppelEnCours;
import fr.roubaix.cln.hub.appel.AppelEnCours.AppelOuvert;
import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.ChainHead;
import fr.roubaix.cln.sync.Kind;
import fr.roubaix.cln.sync.Message;
import fr.roubaix.cln.sync.Message.ClotureDeclaree;
import fr.roubaix.cln.sync.Message.ReouvertureDeclaree;
import fr.roubaix.cln.sync.SigningKey;

/**
 * The fictitious kiosks of a demonstration once it runs: they tell the hub that they are there, close a call that staff
 * closed and open it again when it is extended, each by the door that real ones use. Their keys stay in the data folder,
 * so that they go on after a restart.
 */
@Component
@Profile("demo")
@EnableScheduling
class BornesFictives {

    /** How their names begin. */
    static final String NAME = "Borne fictive ";

    private static final AgentId AGENT = new AgentId("agent.fictif");

    private final Kiosks kiosks;
    private final Door door;
    private final Trousseau keys;
    private final TetesDeChaine heads;
    private final AppelEnCours appels;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Path folder;
    private final Clock clock;

    BornesFictives(
            Kiosks kiosks,
            Door door,
            Trousseau keys,
            TetesDeChaine heads,
            AppelEnCours appels,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            @Value("${cln.hub.dossier}") Path folder,
            Clock clock) {
        this.kiosks = kiosks;
        this.door = door;
        this.keys = keys;
        this.heads = heads;
        this.appels = appels;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.folder = folder;
        this.clock = clock;
    }

    /** By its key, since staff may call it otherwise; by its first name too, once the folder has lost that key. */
    boolean fictive(Kiosk kiosk) {
        return kiosk.key().equals(mairie(kiosk.mairie()).verifyingKey())
                || kiosk.name().startsWith(NAME);
    }

    /** The mairie with the key that it keeps. */
    MairieFictive mairie(Secteur secteur) {
        var file = folder.resolve("borne-fictive-" + secteur.name().toLowerCase(Locale.ROOT) + ".key");
        return new MairieFictive(SigningKey.in(file), new SecureRandom());
    }

    /** Does what a real kiosk does by itself, and what its agent would do. */
    @Scheduled(initialDelay = 5_000, fixedDelay = 5_000)
    void live() {
        kiosks.all().stream()
                .filter(this::fictive)
                .filter(kiosk -> !kiosk.revoked())
                .forEach(this::live);
    }

    private void live(Kiosk kiosk) {
        var mairie = mairie(kiosk.mairie());
        if (!mairie.verifyingKey().equals(kiosk.key())) {
            // A demonstration of an earlier version, whose fictitious keys died with it.
            transaction.executeWithoutResult(_ -> kiosks.renew(kiosk.id(), mairie.verifyingKey(), clock.instant()));
            return;
        }
        heads.toutes().stream()
                .filter(tete -> tete.borne().equals(kiosk.id()))
                .map(TetesDeChaine.Tete::tete)
                .max(Comparator.comparing(ChainHead::seq))
                .ifPresent(head -> door.receive(kiosk, next(mairie, kiosk, head)));
    }

    private Batch next(MairieFictive mairie, Kiosk kiosk, ChainHead head) {
        Instant now = clock.instant();
        return declaration(kiosk, head)
                .map(message -> mairie.declaration(kiosk.id(), keys.opening().sealingKey(), head, message, now))
                .orElseGet(() -> mairie.heartbeat(head.chain(), now));
    }

    private Optional<Message> declaration(Kiosk kiosk, ChainHead head) {
        boolean cloturee = last(kiosk, head).equals(Kind.CLOTURE);
        return appels.appels().stream()
                .findFirst()
                .filter(appel -> appel.clos() != cloturee)
                .map(appel -> declaration(appel, cloturee));
    }

    private static Message declaration(AppelOuvert appel, boolean cloturee) {
        return cloturee
                ? new ReouvertureDeclaree(appel.appel().id())
                : new ClotureDeclaree(appel.appel().id(), AGENT, 0, 0);
    }

    private Kind last(Kiosk kiosk, ChainHead head) {
        return new Kind(jdbc.sql("SELECT kind FROM envelope WHERE kiosk = ? AND chain = ? AND seq = ?")
                .params(kiosk.id().numero(), head.chain().hex(), head.seq())
                .query(String.class)
                .single());
    }
}
