package fr.roubaix.cln.hub.candidature;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.candidature.IndexDeLAppel.Ligne;

/** The lines that a filter leaves, in the order asked for: sorted once, then given page by page. */
final class ListeMontree {

    /** What one may sort by; the names are those of the columns. */
    enum Tri {
        CODE(Comparator.comparing(ligne -> ligne.dossier().code())),
        NOM(Comparator.comparing(Ligne::cle)),
        SECTEUR(Comparator.comparing(ligne -> ligne.dossier().secteur().nom())),
        SEXE(Comparator.comparing(ligne -> ligne.dossier().parite())),
        AGE(Comparator.comparing(
                ligne -> ligne.dossier().classe().map(Enum::ordinal).orElse(-1))),
        DEPOSEE(Comparator.comparing(ligne -> ligne.dossier().deposeeLe())),
        ORIGINE(Comparator.<Ligne, Enum<?>>comparing(
                        ligne -> ligne.dossier().circonstances().origine(), Comparator.comparing(Enum::ordinal))
                .thenComparing(ligne -> ligne.dossier().mairie())),
        /** Alerts first, then what waits, then what is decided. */
        ETAT(Comparator.comparing(Tri::rang));

        @SuppressWarnings("ImmutableEnumChecker") // a comparator without state
        private final Comparator<Ligne> ordre;

        Tri(Comparator<Ligne> ordre) {
            this.ordre = ordre;
        }

        private static int rang(Ligne ligne) {
            return switch (ligne.dossier().statut()) {
                case Statut.AExaminer _ -> ligne.enAlerte() ? 0 : 3;
                case Statut.IrrecevabiliteProposee _ -> 1;
                case Statut.Completee _ -> 2;
                case Statut.ACompleter _ -> 4;
                case Statut.Irrecevable _ -> 5;
                case Statut.Recevable _ -> 6;
                case Statut.Retiree _ -> 7;
            };
        }
    }

    private List<Ligne> toutes = List.of();
    private List<Ligne> montrees = List.of();
    private Set<ReceiptCode> doublons = Set.of();
    private List<QuerySortOrder> tri = List.of();
    private List<Ligne> triees = List.of();

    void poser(List<Ligne> lignes, Set<ReceiptCode> codes) {
        toutes = lignes;
        doublons = codes;
    }

    void filtrer(Predicate<Ligne> filtre) {
        montrees = toutes.stream().filter(filtre).toList();
        triees = trier();
    }

    Stream<Ligne> page(Query<Ligne, Void> query) {
        if (!query.getSortOrders().equals(tri)) {
            tri = List.copyOf(query.getSortOrders());
            triees = trier();
        }
        return triees.stream().skip(query.getOffset()).limit(query.getLimit());
    }

    private List<Ligne> trier() {
        Optional<Comparator<Ligne>> ordre = tri.stream()
                .map(un -> {
                    var sens = Tri.valueOf(un.getSorted()).ordre;
                    return un.getDirection() == SortDirection.DESCENDING ? sens.reversed() : sens;
                })
                .reduce(Comparator::thenComparing);
        return ordre.map(o -> montrees.stream().sorted(o).toList()).orElse(montrees);
    }

    List<Ligne> toutes() {
        return toutes;
    }

    /** In the order shown. */
    List<Ligne> montrees() {
        return triees;
    }

    boolean doublon(Dossier dossier) {
        return doublons.contains(dossier.code());
    }

    Set<ReceiptCode> doublons() {
        return doublons;
    }

    Optional<Ligne> ligne(ReceiptCode code) {
        return toutes.stream()
                .filter(ligne -> ligne.dossier().code().equals(code))
                .findFirst();
    }

    /** Its place in the order shown, from 0; -1 when the filter leaves it out. */
    int place(ReceiptCode code) {
        for (int i = 0; i < triees.size(); i++) {
            if (triees.get(i).dossier().code().equals(code)) {
                return i;
            }
        }
        return -1;
    }
}
