package fr.roubaix.cln.hub.publication;

import java.util.List;
import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

import fr.roubaix.cln.domaine.candidature.AppelId;

/** The draws that everyone may read, the last one first. */
interface TiragesPublies {

    List<TiragePublie> tous();

    /** Calls whose published list was annulled and not replaced yet, the last one first. */
    List<AppelSansListe> annules();

    Optional<TiragePublie> tirage(AppelId appel);

    /** A call of which there is no list now; empty when there is one, or no such call. */
    Optional<AppelSansListe> sansListe(AppelId appel);

    /** The bytes of a list that was published and annulled since, by its fingerprint. */
    Optional<byte[]> listeAnnulee(AppelId appel, String empreinte);

    /**
     * The draw that an address names; otherwise there is no such page.
     *
     * @throws PasDeListe the call is there, its list is not
     */
    default TiragePublie demande(String appel) {
        var id = new AppelId(appel);
        return tirage(id)
                .orElseThrow(() -> sansListe(id)
                        .<RuntimeException>map(PasDeListe::new)
                        .orElseGet(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /** What is asked for comes with the list, and the page says when that is. */
    final class PasDeListe extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient AppelSansListe appel;

        PasDeListe(AppelSansListe appel) {
            super("no list of " + appel.suivi().id(), null, false, false);
            this.appel = appel;
        }

        AppelSansListe appel() {
            return appel;
        }
    }
}
