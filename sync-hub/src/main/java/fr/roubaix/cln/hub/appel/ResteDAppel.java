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
    private final EcartsDeFiches ecarts;

    ResteDAppel(Brouillons brouillons, Annonces annonces, CompteDesFiches fiches, EcartsDeFiches ecarts) {
        this.brouillons = brouillons;
        this.annonces = annonces;
        this.fiches = fiches;
        this.ecarts = ecarts;
    }

    /** Whether a call is being prepared. */
    public boolean enCours() {
        return brouillons.courant().isPresent();
    }

    /** Languages in which a call says nothing. */
    public int languesManquantes(AppelId appel) {
        return annonces.pour(appel).manquantes().size();
    }

    /** Mairies whose paper does not add up, without a word why: no list is frozen until then. */
    public int ecartsAExpliquer(AppelId appel) {
        return ecarts.inexpliques(appel).size();
    }

    /** Paper forms that mairies announced and nobody entered yet, without a word why. */
    public int fichesASaisir(AppelId appel) {
        var inexpliques = ecarts.inexpliques(appel);
        return fiches.compter(appel).stream()
                .filter(compte -> inexpliques.contains(compte.mairie()))
                .flatMap(compte -> compte.reste().stream())
                .filter(reste -> reste > 0)
                .mapToInt(Integer::intValue)
                .sum();
    }
}
