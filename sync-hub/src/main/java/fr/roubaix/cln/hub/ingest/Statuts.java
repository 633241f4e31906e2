package fr.roubaix.cln.hub.ingest;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Service;

import fr.roubaix.cln.hub.candidature.ChangementsDeStatut;
import fr.roubaix.cln.hub.candidature.ChangementsDeStatut.Changement;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.StatusPage;
import fr.roubaix.cln.sync.Use;

/** The statuses of applications, in signed pages. */
@Service
@Interne("read by kiosks, behind their signatures")
class Statuts {

    private final ChangementsDeStatut changements;
    private final HubLife life;
    private final Trousseau keys;
    private final Clock clock;

    Statuts(ChangementsDeStatut changements, HubLife life, Trousseau keys, Clock clock) {
        this.changements = changements;
        this.life = life;
        this.keys = keys;
        this.clock = clock;
    }

    /** Names what the page after a change says now. */
    String etag(long depuis) {
        return "\"" + life.epoch() + "-" + depuis + "-" + changements.dernier() + "\"";
    }

    /** The page after a change. A number from another life of this database, beyond the last change, gets an empty page. */
    Page page(long depuis) {
        // Read before the rows: a change of a later number may be committed meanwhile, of a smaller one no more.
        long dernier = Math.max(depuis, changements.dernier());
        List<Changement> lignes =
                dernier == depuis ? List.of() : changements.entre(depuis, dernier, StatusPage.MAX_LIGNES);
        boolean pleine = lignes.size() == StatusPage.MAX_LIGNES;
        var page = new StatusPage(
                life.epoch(),
                depuis,
                pleine ? lignes.getLast().numero() : dernier,
                !pleine,
                Instant.ofEpochMilli(clock.millis()),
                lignes.stream()
                        .map(ligne -> new StatusPage.Ligne(ligne.code(), ligne.statut()))
                        .toList());
        return new Page(page, Signed.by(keys.signing(), Use.STATUTS, page.encode()));
    }

    /** A page and the hub's signature. */
    record Page(StatusPage page, Signed signed) {}
}
