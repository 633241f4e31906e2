package fr.roubaix.cln.hub.appel;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import fr.roubaix.cln.domaine.candidature.Langue;
import fr.roubaix.cln.domaine.secteur.Secteur;

/**
 * What a call says beside its dates: its text in each language, and per sector the seats to fill and where its mairie
 * receives people.
 */
public record Annonce(Map<Langue, Texte> textes, Map<Secteur, Accueil> secteurs) {

    /** Seats of a sector (art. 7 §3, criterion 1): a call fills all of them unless somebody still sits there. */
    public static final int SIEGES = 4;

    public Annonce {
        var lus = new EnumMap<Langue, Texte>(Langue.class);
        textes.forEach((langue, texte) -> {
            if (!texte.vide()) {
                lus.put(langue, texte);
            }
        });
        textes = java.util.Collections.unmodifiableMap(lus);
        var tous = new EnumMap<Secteur, Accueil>(Secteur.class);
        for (Secteur secteur : Secteur.values()) {
            tous.put(secteur, secteurs.getOrDefault(secteur, new Accueil(SIEGES, "")));
        }
        secteurs = java.util.Collections.unmodifiableMap(tous);
    }

    /** Nothing said yet: four seats per sector. */
    public static Annonce vide() {
        return new Annonce(Map.of(), Map.of());
    }

    public Optional<Texte> texte(Langue langue) {
        return Optional.ofNullable(textes.get(langue));
    }

    /** The text for somebody who reads this language, in that language or in the next best; empty when there is none at all. */
    public Optional<Lecture> lire(Langue langue) {
        return Stream.concat(Stream.of(langue), langue.aDefaut().stream())
                .flatMap(lue -> texte(lue).map(texte -> new Lecture(lue, texte)).stream())
                .findFirst();
    }

    /** Languages without a text. */
    public List<Langue> manquantes() {
        return Stream.of(Langue.values())
                .filter(langue -> !textes.containsKey(langue))
                .toList();
    }

    public Accueil secteur(Secteur secteur) {
        return java.util.Objects.requireNonNull(secteurs.get(secteur));
    }

    /** Seats to fill in all. */
    public int sieges() {
        return secteurs.values().stream().mapToInt(Accueil::sieges).sum();
    }

    /**
     * A call told in one language.
     *
     * @param corps paragraphs separated by an empty line
     */
    public record Texte(String titre, String corps) {
        boolean vide() {
            return corps.isBlank();
        }

        public List<String> paragraphes() {
            return Stream.of(corps.strip().split("\\R\\s*\\R"))
                    .map(String::strip)
                    .filter(paragraphe -> !paragraphe.isEmpty())
                    .toList();
        }
    }

    /** A text and the language it is in, which may not be the one asked for. */
    public record Lecture(Langue langue, Texte texte) {}

    /**
     * A sector in a call.
     *
     * @param sieges seats to fill, 0 to 4
     * @param lieu where and when its mairie receives people; empty: its usual hours
     */
    public record Accueil(int sieges, String lieu) {}
}
