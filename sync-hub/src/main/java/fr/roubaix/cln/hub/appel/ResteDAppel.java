package fr.roubaix.cln.hub.appel;

import org.springframework.stereotype.Service;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.hub.register.Interne;

/** What is left to do about calls: numbers alone, for the list of what to do. */
@Service
@Interne("counts alone, for everyone who has an account")
public class ResteDAppel {

    private final Brouillons brouillons;
    private final Annonces annonces;
    private final CompteDesFiches fiches;

    ResteDAppel(Brouillons brouillons, Annonces annonces, CompteDesFiches fiches) {
        this.brouillons = brouillons;
        this.annonces = annonces;
        this.fiches = fiches;
    }

    /** Whether a call is being prepared. */
    public boolean enCours() {
        return brouillons.courant().isPresent();
    }

    /** Languages in which a call says nothing. */
    public int languesManquantes(AppelId appel) {
        return annonces.pour(appel).manquantes().size();
    }

    /** Paper forms that mairies announced and nobody entered yet. */
    public int fichesASaisir(AppelId appel) {
        return fiches.compter(appel).stream()
                .flatMap(compte -> compte.reste().stream())
                .filter(reste -> reste > 0)
                .mapToInt(Integer::intValue)
                .sum();
    }
}
