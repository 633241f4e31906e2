package fr.roubaix.cln.hub.publication;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.tirage.CeremonieId;
import fr.roubaix.cln.hub.tirage.CleDeSalle;
import fr.roubaix.cln.hub.tirage.ProjectionDuTirage;
import fr.roubaix.cln.hub.tirage.Tirages;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.Hash;

/** What the room sees of each draw, made once per change: several hundred pages ask for it every second. */
@Component
class EtatsProjetes {

    /** A draw and its rehearsals; those asked for least lately are made again. */
    private static final int GARDES = 32;

    private final Appels appels;
    private final Tirages tirages;
    private final ProjectionDuTirage projection;
    private final ITemplateEngine modeles;
    private final Cache<CeremonieId, EtatProjete> gardes =
            Caffeine.newBuilder().maximumSize(GARDES).build();

    EtatsProjetes(Appels appels, Tirages tirages, ProjectionDuTirage projection, ITemplateEngine modeles) {
        this.appels = appels;
        this.tirages = tirages;
        this.projection = projection;
        this.modeles = modeles;
    }

    /**
     * A state as it is served.
     *
     * @param version of the ceremony it was made from
     * @param marque changes with any of its bytes, and with nothing else: it outlives a restart of the hub
     */
    record EtatProjete(AppelSuivi suivi, int version, Salle salle, Bytes html, String marque) {}

    /** What the room sees now; empty for a call that does not exist. */
    Optional<EtatProjete> etat(CeremonieId.Publique id) {
        return lire(id);
    }

    /** What the room of a rehearsal sees now; empty for a key that opens none. */
    Optional<EtatProjete> etat(CleDeSalle cle) {
        return tirages.repetition(cle).flatMap(this::lire);
    }

    private Optional<EtatProjete> lire(CeremonieId id) {
        return appels.trouver(id.appel()).map(suivi -> etat(id, suivi));
    }

    private EtatProjete etat(CeremonieId id, AppelSuivi suivi) {
        int version = projection.version(id);
        return gardes.asMap()
                .compute(
                        id,
                        (_, garde) -> garde != null
                                        && garde.version() == version
                                        && garde.suivi().equals(suivi)
                                ? garde
                                : faire(id, suivi));
    }

    private EtatProjete faire(CeremonieId id, AppelSuivi suivi) {
        var vue = projection.vue(id);
        var salle = Salle.de(suivi, vue);
        var contexte = new Context(Locale.FRENCH);
        contexte.setVariable("salle", salle);
        byte[] html = modeles.process("publication/projection", Set.of("etat"), contexte)
                .getBytes(StandardCharsets.UTF_8);
        return new EtatProjete(
                suivi, vue.version(), salle, Bytes.of(html), Hash.of(html).hex());
    }
}
