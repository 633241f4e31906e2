package fr.roubaix.cln.hub.publication;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.hub.publication.TiragePublie.Resultat;
import fr.roubaix.cln.verifier.Verdict;
import fr.roubaix.cln.verifier.Verification;

/**
 * What the public pages show of a draw is what verifying its two files gives, never a copy kept beside them. Verified once
 * per draw and per content: anybody may ask for the page as often as they like.
 */
@Component
class ResultatsVerifies {

    private final Map<AppelId, Verifie> connus = new ConcurrentHashMap<>();

    Verdict de(Resultat tirage) {
        var appel = tirage.entete().appel();
        var connu = connus.get(appel);
        if (connu == null || !connu.tirage().equals(tirage)) {
            connu = new Verifie(
                    tirage,
                    Verification.verifier(tirage.pv().toArray(), tirage.liste().octets()));
            connus.put(appel, connu);
        }
        return connu.verdict();
    }

    private record Verifie(Resultat tirage, Verdict verdict) {}
}
