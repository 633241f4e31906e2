package fr.roubaix.cln.hub.tirage;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import fr.roubaix.cln.domaine.tirage.Empreinte;
import fr.roubaix.cln.domaine.tirage.IdDeListe;
import fr.roubaix.cln.hub.tirage.Tirage.Acte;

/** What is written beside the stages of a ceremony, and stands in its procès-verbal. Nothing is ever removed from it. */
public record Cahier(
        List<Presence> presences,
        List<Correction> corrections,
        List<Mention> mentions,
        List<Desistement> desistements,
        List<ArretAnnule> annules) {

    static final Cahier VIDE = new Cahier(List.of(), List.of(), List.of(), List.of(), List.of());

    public Cahier {
        presences = List.copyOf(presences);
        corrections = List.copyOf(corrections);
        mentions = List.copyOf(mentions);
        desistements = List.copyOf(desistements);
        annules = List.copyOf(annules);
    }

    /** Whoever bears this number. */
    public Optional<Presence> presence(int numero) {
        return presences.stream().filter(p -> p.numero() == numero).findFirst();
    }

    /** Those who are there now. */
    public List<Presence> presents() {
        return presences.stream().filter(Presence::estLa).toList();
    }

    /** Co-presidents who never came. */
    public List<Presence> absents() {
        return presences.stream().filter(p -> !p.estVenue()).toList();
    }

    /** Whether somebody of this quality is there. */
    public boolean present(QualiteDePresence qualite) {
        return presences.stream().anyMatch(p -> p.estLa() && p.qualite() == qualite);
    }

    /** Whoever is registered under this name, however it is typed: accents, capitals and signs between words do not count. */
    Optional<Presence> homonyme(String nom) {
        String cherche = sansAccent(nom);
        return presences.stream()
                .filter(p -> sansAccent(p.nom()).equals(cherche))
                .findFirst();
    }

    private static String sansAccent(String nom) {
        String lettres = Normalizer.normalize(nom, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
        return lettres.isEmpty() ? nom.strip() : lettres;
    }

    Cahier inscrire(Presence presence) {
        return new Cahier(plus(presences, presence), corrections, mentions, desistements, annules);
    }

    Cahier retirer(int numero) {
        return new Cahier(
                presences.stream().filter(p -> p.numero() != numero).toList(),
                corrections,
                mentions,
                desistements,
                annules);
    }

    Cahier passer(int numero, Passage passage) {
        return new Cahier(
                presences.stream()
                        .map(p -> p.numero() == numero ? p.avec(passage) : p)
                        .toList(),
                corrections,
                mentions,
                desistements,
                annules);
    }

    Cahier corriger(Correction correction) {
        return new Cahier(presences, plus(corrections, correction), mentions, desistements, annules);
    }

    Cahier porter(Mention mention) {
        return new Cahier(presences, corrections, plus(mentions, mention), desistements, annules);
    }

    Cahier noter(Desistement desistement) {
        return new Cahier(presences, corrections, mentions, plus(desistements, desistement), annules);
    }

    /** Another list means another session: those who were there for this one are not there for it. */
    Cahier annuler(ArretAnnule arret) {
        return new Cahier(List.of(), corrections, mentions, desistements, plus(annules, arret));
    }

    private static <T> List<T> plus(List<T> liste, T un) {
        return Stream.concat(liste.stream(), Stream.of(un)).toList();
    }

    /**
     * Somebody at the public draw, or a co-president who is not.
     *
     * @param numero in the order of registration, never used again
     * @param presente false for a co-president who was registered as absent
     * @param passages when they came in or left since
     */
    public record Presence(
            int numero, String nom, QualiteDePresence qualite, boolean presente, Acte acte, List<Passage> passages) {
        public Presence {
            passages = List.copyOf(passages);
        }

        /** Whether they are there now. */
        public boolean estLa() {
            return passages.isEmpty() ? presente : passages.getLast().sens() == Sens.ARRIVEE;
        }

        /** Whether they were there at any moment. */
        public boolean estVenue() {
            return presente || !passages.isEmpty();
        }

        Presence avec(Passage passage) {
            return new Presence(numero, nom, qualite, presente, acte, plus(passages, passage));
        }
    }

    /** Somebody registered came in or left, at the instant of the act. */
    public record Passage(Sens sens, Acte acte) {}

    /** Which way. */
    public enum Sens {
        ARRIVEE,
        DEPART
    }

    /**
     * A digit mended before the seed was confirmed.
     *
     * @param position from 1
     * @param apres empty when the last digit was typed without a throw and was taken away
     */
    public record Correction(int position, int avant, Optional<Integer> apres, Acte acte) {}

    /** What somebody asked to be written. */
    public record Mention(Genre genre, String texte, Acte acte) {

        /** An incident is a fact of the session, a remark what somebody thinks of it. */
        public enum Genre {
            REMARQUE,
            INCIDENT
        }
    }

    /** From the first die on the list stands: whoever withdraws is treated as refusing, and nobody moves up. */
    public record Desistement(IdDeListe id, Cause cause, Acte acte) {

        /** Why. */
        public enum Cause {
            RETRAIT_DE_LA_PERSONNE,
            ERREUR_CONSTATEE
        }
    }

    /** A frozen list that was annulled before the first die. */
    public record ArretAnnule(Empreinte liste, Acte arret, String motif, Acte annulation) {}
}
