package fr.roubaix.cln.hub.appel;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.register.Registre;

/**
 * Paper that does not add up once a call is closed: a mairie received more forms than were entered, or fewer. The list of the
 * draw waits until each difference is gone, or explained in writing. An explanation is a line of the register and names the two
 * numbers: when one of them changes, it explains nothing any more.
 */
@Service
class EcartsDeFiches {

    private final Appels appels;
    private final CompteDesFiches compte;
    private final Registre registre;

    EcartsDeFiches(Appels appels, CompteDesFiches compte, Registre registre) {
        this.appels = appels;
        this.compte = compte;
        this.registre = registre;
    }

    /** Writes down why the paper of a mairie does not add up. Empty when done, else why not. */
    @Transactional
    @PreAuthorize("hasRole('SECRETARIAT')")
    Optional<Refus> expliquer(AppelId appel, @Nullable Secteur mairie, String motif) {
        if (mairie == null) {
            return Optional.of(Refus.MAIRIE_MANQUANTE);
        }
        if (motif.isBlank()) {
            return Optional.of(Refus.MOTIF_MANQUANT);
        }
        if (appels.trouver(appel).filter(AppelSuivi::clos).isEmpty()) {
            return Optional.of(Refus.APPEL_NON_CLOS);
        }
        var ligne = ecarts(appel).stream().filter(un -> un.mairie() == mairie).findFirst();
        if (ligne.isEmpty()) {
            return Optional.of(Refus.PAS_D_ECART);
        }
        registre.inscrire(
                Acte.ECART_DE_FICHES_EXPLIQUE.sur(objet(appel, ligne.get())).motif(motif));
        return Optional.empty();
    }

    /** Why the paper of a mairie does not add up, as somebody wrote it; empty when nobody did, or the numbers changed since. */
    @Consultation
    @PreAuthorize("hasRole('SECRETARIAT')")
    Optional<Registre.Fait> explication(AppelId appel, CompteDesFiches.Compte ligne) {
        return enEcart(ligne) ? lire(appel, ligne) : Optional.empty();
    }

    /** Mairies whose paper does not add up and of which nobody said why. */
    @Interne("names of mairies alone, for the list of what to do and for the draw")
    List<Secteur> inexpliques(AppelId appel) {
        return ecarts(appel).stream()
                .filter(ligne -> lire(appel, ligne).isEmpty())
                .map(CompteDesFiches.Compte::mairie)
                .toList();
    }

    private List<CompteDesFiches.Compte> ecarts(AppelId appel) {
        return compte.compter(appel).stream().filter(EcartsDeFiches::enEcart).toList();
    }

    private static boolean enEcart(CompteDesFiches.Compte ligne) {
        return ligne.reste().filter(reste -> reste != 0).isPresent();
    }

    private Optional<Registre.Fait> lire(AppelId appel, CompteDesFiches.Compte ligne) {
        return registre.derniers(objet(appel, ligne), Set.of(Acte.ECART_DE_FICHES_EXPLIQUE), 1).stream()
                .findFirst();
    }

    private static String objet(AppelId appel, CompteDesFiches.Compte ligne) {
        return "fiches de l’appel %s, mairie %s : %d annoncées, %d saisies"
                .formatted(appel, ligne.mairie().nom(), ligne.annoncees().orElse(0), ligne.saisies());
    }
}
