package fr.roubaix.cln.hub.tirage;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.Empreinte;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.hub.fleet.Completude.Derogation;

/**
 * The facts of a ceremony as they are stored: a kind, and a JSON whose members are the components of the fact. Both are
 * kept for ever, so a fact that changes its components becomes another kind. The list of a freeze has its own bytes.
 */
final class FaitJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    private static final Map<String, Class<? extends Fait>> GENRES = Stream.of(
                    Fait.ArretAnnule.class,
                    Fait.LectureChoisie.class,
                    Fait.PlanConfirme.class,
                    Fait.PresenceInscrite.class,
                    Fait.PresenceRetiree.class,
                    Fait.Arrivee.class,
                    Fait.Depart.class,
                    Fait.SeanceOuverte.class,
                    Fait.SeanceOuverteAvecCompte.class,
                    Fait.DrandRemplace.class,
                    Fait.DeLance.class,
                    Fait.DeCorrige.class,
                    Fait.DeRetire.class,
                    Fait.DrandSaisi.class,
                    Fait.GraineConfirmee.class,
                    Fait.Tire.class,
                    Fait.SiegesReveles.class,
                    Fait.Proclame.class,
                    Fait.Mention.class,
                    Fait.Desistement.class,
                    Fait.Clos.class)
            .collect(Collectors.toUnmodifiableMap(FaitJson::genre, Function.identity()));

    private FaitJson() {}

    static String genre(Fait fait) {
        return genre(fait.getClass());
    }

    private static String genre(Class<? extends Fait> type) {
        return type.getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }

    static String ecrire(Fait fait) {
        return JSON.writeValueAsString(
                fait instanceof Fait.ListeArretee f
                        ? new Arret(f.liste().empreinte(), f.sansPreference(), f.derogations(), f.comptes(), f.bornes())
                        : fait);
    }

    static Fait lire(String genre, String contenu) {
        Class<? extends Fait> type = GENRES.get(genre);
        if (type == null) {
            throw new IllegalStateException("a fact of a later version, or altered: " + genre);
        }
        return JSON.readValue(contenu, type);
    }

    static Fait lire(ListeDuTirage liste, String contenu) {
        Arret arret = JSON.readValue(contenu, Arret.class);
        if (!arret.liste().equals(liste.empreinte())) {
            throw new IllegalStateException("the frozen list is not the one that was announced");
        }
        return new Fait.ListeArretee(
                liste, arret.sansPreference(), arret.derogations(), arret.comptes(), arret.bornes());
    }

    private record Arret(
            Empreinte liste,
            Map<Secteur, Integer> sansPreference,
            List<Derogation> derogations,
            Comptes comptes,
            List<BorneProuvee> bornes) {}
}
