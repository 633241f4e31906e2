package fr.roubaix.cln.domaine.tirage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.Designe.Attribution;

/**
 * The public draw (art. 7 §2 to §5). A function of the list and of the seed: no hidden state, no shuffle, no order that
 * depends on the machine. Candidates are ranked by a hash, so that anyone can replay it with {@code sha256sum}.
 */
public final class TirageAuSort {

    private static final Comparator<Classe> PAR_RANG = Comparator.comparing(Classe::rang);

    private final Plan plan;
    private final Graine graine;
    private final Map<Groupement, List<Classe>> groupes;

    private TirageAuSort(Plan plan, Graine graine, Map<Groupement, List<Classe>> groupes) {
        this.plan = plan;
        this.graine = graine;
        this.groupes = groupes;
    }

    /**
     * Draws the members.
     *
     * @throws IllegalArgumentException if the seed was made for another list
     */
    public static ProcesVerbal tirer(ListeDuTirage liste, Graine graine, VersionDuReglement reglement) {
        if (!graine.liste().equals(liste.empreinte())) {
            throw new IllegalArgumentException("the seed was made for another list");
        }
        return appliquer(liste, graine, reglement);
    }

    /** The draw with the ranks of any seed: what stays the same while the list changes can then be observed. */
    static ProcesVerbal appliquer(ListeDuTirage liste, Graine graine, VersionDuReglement reglement) {
        Plan plan = Plan.pour(liste, graine.lecture());
        int index = graine.ajustement(plan.tables().size());
        Table table = plan.tables().get(index);
        List<Classe> ordre = classer(liste, graine);
        return new ProcesVerbal(
                reglement,
                liste.candidats(),
                liste.reconduits(),
                graine,
                plan,
                index,
                plan.repartition(table),
                plan.chances(),
                new TirageAuSort(plan, graine, grouper(ordre)).designer(table),
                ordre.stream()
                        .map(c -> new Classement(c.personne().id(), c.rang()))
                        .toList());
    }

    /** A candidate and their rank. */
    private record Classe(Ligne personne, Rang rang) {
        boolean prioritaire() {
            return personne.classe().prioritaire();
        }

        Designe designer(Attribution attribution) {
            return new Designe(personne, rang, attribution);
        }
    }

    private static List<Classe> classer(ListeDuTirage liste, Graine graine) {
        Graine.Rangs rangs = graine.rangs();
        List<Classe> ordre = new ArrayList<>(liste.candidats());
        for (Ligne ligne : liste.lignes()) {
            if (ligne.estCandidat()) {
                ordre.add(new Classe(ligne, rangs.de(ligne.id())));
            }
        }
        ordre.sort(PAR_RANG);
        return ordre;
    }

    /** Each group keeps the order of the ranks. */
    private static Map<Groupement, List<Classe>> grouper(List<Classe> ordre) {
        return ordre.stream().collect(Collectors.groupingBy(c -> Groupement.de(c.personne())));
    }

    private List<Designe> designer(Table table) {
        List<Designe> designes = new ArrayList<>();
        for (Secteur secteur : Secteur.values()) {
            for (Sexe sexe : Sexe.values()) {
                int places = plan.effectif(secteur).places(sexe, table.femmes(secteur));
                designes.addAll(designer(groupes.getOrDefault(new Groupement(secteur, sexe), List.of()), places));
            }
        }
        return designes;
    }

    /** Gives the seats of one sector and sex. */
    private List<Designe> designer(List<Classe> parRang, int places) {
        if (parRang.size() <= places) {
            return parRang.stream()
                    .map(c -> c.designer(Attribution.SANS_TIRAGE))
                    .toList();
        }
        // Art. 7 §3, criterion 3 applies where a sex has more than two candidates in the sector.
        if (parRang.size() <= 2) {
            return premiers(parRang, places);
        }
        return switch (graine.lecture()) {
            case PRIORITE_ABSOLUE -> prioritairesDAbord(parRang, places);
            case SIEGE_RESERVE -> unSiegeReserve(parRang, places);
        };
    }

    private static List<Designe> premiers(List<Classe> parRang, int places) {
        return parRang.stream()
                .limit(places)
                .map(c -> c.designer(Attribution.RANG))
                .toList();
    }

    private static List<Designe> prioritairesDAbord(List<Classe> parRang, int places) {
        List<Designe> designes = new ArrayList<>();
        parRang.stream()
                .filter(Classe::prioritaire)
                .limit(places)
                .forEach(c -> designes.add(c.designer(Attribution.PRIORITE)));
        parRang.stream()
                .filter(c -> !c.prioritaire())
                .limit(places - designes.size())
                .forEach(c -> designes.add(c.designer(Attribution.RANG)));
        return designes;
    }

    private List<Designe> unSiegeReserve(List<Classe> parRang, int places) {
        Optional<Classe> elu = places == 0 ? Optional.empty() : eluDeLaReserve(parRang);
        if (elu.isEmpty()) {
            return premiers(parRang, places);
        }
        List<Designe> designes = new ArrayList<>();
        designes.add(elu.get().designer(Attribution.SIEGE_RESERVE));
        designes.addAll(
                premiers(parRang.stream().filter(c -> !c.equals(elu.get())).toList(), places - 1));
        return designes;
    }

    private Optional<Classe> eluDeLaReserve(List<Classe> parRang) {
        Graine.Rangs reserve = graine.rangsDeReserve();
        return parRang.stream()
                .filter(Classe::prioritaire)
                .map(c -> new Classe(c.personne(), reserve.de(c.personne().id())))
                .min(PAR_RANG)
                .flatMap(elu -> parRang.stream()
                        .filter(c -> c.personne().equals(elu.personne()))
                        .findFirst());
    }
}
