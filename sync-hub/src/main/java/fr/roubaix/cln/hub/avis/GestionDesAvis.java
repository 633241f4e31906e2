package fr.roubaix.cln.hub.avis;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.affichage.LieuDAffichage;
import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.hub.avis.AvisDeMairie.Affichage;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.AgentConnecte;

/** Publishes notices to the kiosks, takes them back, and writes down since when they hang where no kiosk says so. */
@Service
public class GestionDesAvis {

    private final JdbcAvis avis;
    private final AgentConnecte agent;
    private final Registre registre;
    private final Clock clock;

    GestionDesAvis(JdbcAvis avis, AgentConnecte agent, Registre registre, Clock clock) {
        this.avis = avis;
        this.agent = agent;
        this.registre = registre;
        this.clock = clock;
    }

    /** Every notice, the newest first. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('SECRETARIAT')")
    public List<AvisDeMairie> tous() {
        return avis.tous();
    }

    /** Publishes a notice. Empty when done. */
    @Transactional
    @PreAuthorize("hasRole('SECRETARIAT')")
    public Optional<Refus> publier(String titre, String texte, @Nullable LocalDate du, @Nullable LocalDate au) {
        String leTitre = titre.strip();
        String leTexte = texte.strip();
        var refus = juger(leTitre, leTexte, du, au);
        if (refus.isPresent() || du == null || au == null) {
            return refus;
        }
        long id = avis.ajouter(leTitre, leTexte, du, au, agent.identifiant(), maintenant());
        registre.inscrire(Acte.AVIS_PUBLIE.sur(objet(id)).avec("du", du).avec("au", au));
        return Optional.empty();
    }

    private Optional<Refus> juger(String titre, String texte, @Nullable LocalDate du, @Nullable LocalDate au) {
        if (titre.isEmpty()) {
            return Optional.of(Refus.TITRE_MANQUANT);
        }
        if (titre.length() > AvisDeMairie.TITRE_MAXIMUM) {
            return Optional.of(Refus.TITRE_TROP_LONG);
        }
        if (texte.isEmpty()) {
            return Optional.of(Refus.TEXTE_MANQUANT);
        }
        if (texte.length() > AvisDeMairie.TEXTE_MAXIMUM) {
            return Optional.of(Refus.TEXTE_TROP_LONG);
        }
        if (du == null) {
            return Optional.of(Refus.DEBUT_MANQUANT);
        }
        if (au == null) {
            return Optional.of(Refus.FIN_MANQUANTE);
        }
        if (au.isBefore(du)) {
            return Optional.of(Refus.FIN_AVANT_LE_DEBUT);
        }
        return au.isBefore(aujourdhui()) ? Optional.of(Refus.FIN_PASSEE) : Optional.empty();
    }

    /** Takes a notice back from the kiosks. Empty when done. */
    @Transactional
    @PreAuthorize("hasRole('SECRETARIAT')")
    public Optional<Refus> retirer(long id) {
        if (!avis.retirer(id, agent.identifiant(), maintenant())) {
            return Optional.of(Refus.DEJA_RETIRE);
        }
        registre.inscrire(Acte.AVIS_RETIRE.sur(objet(id)));
        return Optional.empty();
    }

    /** Writes down since when a notice hangs in a place. Empty when done. */
    @Transactional
    @PreAuthorize("hasRole('SECRETARIAT')")
    public Optional<Refus> noterLAffichage(long id, @Nullable LieuDAffichage lieu, @Nullable LocalDate jour) {
        if (lieu == null) {
            return Optional.of(Refus.LIEU_MANQUANT);
        }
        if (jour == null) {
            return Optional.of(Refus.JOUR_MANQUANT);
        }
        if (jour.isAfter(aujourdhui())) {
            return Optional.of(Refus.JOUR_A_VENIR);
        }
        var affichage = new Affichage(jour, agent.identifiant().valeur(), Optional.empty(), maintenant());
        if (!avis.noter(id, lieu, affichage)) {
            return Optional.of(Refus.INCONNU);
        }
        registre.inscrire(
                Acte.AVIS_AFFICHE.sur(objet(id)).avec("lieu", lieu.name()).avec("jour", jour));
        return Optional.empty();
    }

    /** As the register names a notice. */
    static String objet(long id) {
        return "avis " + id;
    }

    private Instant maintenant() {
        return Instant.ofEpochMilli(clock.millis());
    }

    private LocalDate aujourdhui() {
        return LocalDate.ofInstant(clock.instant(), Appel.ROUBAIX);
    }

    /** Why nothing was done. Each has its sentence. */
    public enum Refus {
        TITRE_MANQUANT,
        TITRE_TROP_LONG,
        TEXTE_MANQUANT,
        TEXTE_TROP_LONG,
        DEBUT_MANQUANT,
        FIN_MANQUANTE,
        FIN_AVANT_LE_DEBUT,
        FIN_PASSEE,
        LIEU_MANQUANT,
        JOUR_MANQUANT,
        JOUR_A_VENIR,
        DEJA_RETIRE,
        INCONNU
    }
}
