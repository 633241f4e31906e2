package fr.roubaix.cln.hub.publication;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import fr.roubaix.cln.domaine.tirage.Classement;
import fr.roubaix.cln.domaine.tirage.Designe;
import fr.roubaix.cln.domaine.tirage.IdDeListe;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.Ligne;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.ProcesVerbal;
import fr.roubaix.cln.domaine.tirage.Qualite;
import fr.roubaix.cln.domaine.tirage.Repartition;

/** What a draw says of one receipt code, as far as its published files tell. */
sealed interface SortDUnCode {

    /** Which of these it is, for the words of the page. */
    default String genre() {
        return switch (this) {
            case Absent _ -> "absent";
            case EnAttente _ -> "attente";
            case MandatRenouvele _ -> "renouvele";
            case Tire _ -> "tire";
        };
    }

    /** Nobody with this code is on the list. */
    record Absent() implements SortDUnCode {}

    /** On a list that is not drawn yet. */
    record EnAttente(Ligne ligne) implements SortDUnCode {}

    /** A member whose mandate is renewed: nothing was drawn (art. 7 §4). */
    record MandatRenouvele(Ligne ligne) implements SortDUnCode {}

    /**
     * Drawn, with a seat or without.
     *
     * @param place among all candidates, from 1
     * @param rang the hash that gave it
     * @param pourquoi the reason of the outcome
     */
    record Tire(Ligne ligne, int place, int ensemble, String rang, Pourquoi pourquoi) implements SortDUnCode {}

    /**
     * The reason of an outcome.
     *
     * @param cle names the sentence
     * @param places seats that its group could take
     * @param devant candidates in its group, or in the part of it that counts
     * @param rangDansLeGroupe place in that group, from 1
     * @param prioritaires candidates of 16-25 or 65 and more in its group
     */
    record Pourquoi(String cle, boolean designe, int places, int devant, int rangDansLeGroupe, int prioritaires) {}

    static SortDUnCode chercher(ListeDuTirage liste, Optional<ProcesVerbal> pv, IdDeListe id) {
        Optional<Ligne> trouvee =
                liste.lignes().stream().filter(ligne -> ligne.id().equals(id)).findFirst();
        if (trouvee.isEmpty()) {
            return new Absent();
        }
        Ligne ligne = trouvee.get();
        if (ligne.qualite() == Qualite.RECONDUIT) {
            return new MandatRenouvele(ligne);
        }
        return pv.map(fait -> tire(liste, fait, ligne)).orElseGet(() -> new EnAttente(ligne));
    }

    private static SortDUnCode tire(ListeDuTirage liste, ProcesVerbal pv, Ligne ligne) {
        List<IdDeListe> ordre = pv.ordre().stream().map(Classement::id).toList();
        int place = ordre.indexOf(ligne.id());
        return new Tire(
                ligne,
                place + 1,
                ordre.size(),
                pv.ordre().get(place).rang().hex(),
                pourquoi(liste, pv, ligne, ordre.subList(0, place)));
    }

    /** @param devant the candidates with a better rank, in any group */
    private static Pourquoi pourquoi(ListeDuTirage liste, ProcesVerbal pv, Ligne ligne, List<IdDeListe> devant) {
        var meilleurs = new HashSet<>(devant);
        List<Ligne> groupe = liste.lignes().stream()
                .filter(l -> l.estCandidat() && l.secteur() == ligne.secteur() && l.sexe() == ligne.sexe())
                .toList();
        int prioritaires = compter(groupe, l -> l.classe().prioritaire());
        int places = places(pv, ligne, liste);
        boolean dAbord = pv.lecture() == Lecture.PRIORITE_ABSOLUE && groupe.size() > 2 && prioritaires > 0;
        Predicate<Ligne> compte =
                dAbord ? l -> l.classe().prioritaire() == ligne.classe().prioritaire() : _ -> true;
        int concurrents = compter(groupe, compte);
        int rang = 1 + compter(groupe, compte.and(l -> meilleurs.contains(l.id())));
        Optional<Designe> designe =
                pv.designes().stream().filter(d -> d.personne().equals(ligne)).findFirst();
        String cle = designe.map(d -> "designe." + d.attribution().name())
                .orElseGet(() -> nonDesigne(pv, ligne, groupe.size(), places, prioritaires));
        return new Pourquoi(cle, designe.isPresent(), places, concurrents, rang, prioritaires);
    }

    private static String nonDesigne(ProcesVerbal pv, Ligne ligne, int groupe, int places, int prioritaires) {
        if (places == 0) {
            return "non-designe.SANS_SIEGE";
        }
        if (groupe <= 2 || prioritaires == 0) {
            return "non-designe.RANG";
        }
        if (pv.lecture() == Lecture.SIEGE_RESERVE) {
            return "non-designe.SIEGE_RESERVE";
        }
        if (ligne.classe().prioritaire()) {
            return "non-designe.PRIORITAIRES";
        }
        return prioritaires >= places ? "non-designe.PRIORITE" : "non-designe.APRES_PRIORITE";
    }

    /** Seats that candidates of this sector and sex took. */
    private static int places(ProcesVerbal pv, Ligne ligne, ListeDuTirage liste) {
        Repartition part = pv.repartition().stream()
                .filter(r -> r.secteur() == ligne.secteur())
                .findFirst()
                .orElseThrow();
        int reconduits = compter(
                liste.lignes(), l -> !l.estCandidat() && l.secteur() == ligne.secteur() && l.sexe() == ligne.sexe());
        return switch (ligne.sexe()) {
            case F -> part.femmes() - reconduits;
            case H -> part.hommes() - reconduits;
        };
    }

    private static int compter(List<Ligne> lignes, Predicate<Ligne> lesquelles) {
        return (int) lignes.stream().filter(lesquelles).count();
    }
}
