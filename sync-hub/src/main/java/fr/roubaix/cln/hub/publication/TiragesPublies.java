package fr.roubaix.cln.hub.publication;

import java.util.List;
import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

import fr.roubaix.cln.domaine.candidature.AppelId;

/** The draws that everyone may read, the last one first. */
interface TiragesPublies {

    List<TiragePublie> tous();

    Optional<TiragePublie> tirage(AppelId appel);

    /** The draw that an address names; otherwise there is no such page. */
    default TiragePublie demande(String appel) {
        return tirage(new AppelId(appel)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
