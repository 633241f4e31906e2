package fr.roubaix.cln.hub.publication;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.affichage.LieuDAffichage;
import fr.roubaix.cln.hub.affichage.DatesDuProcesVerbal;
import fr.roubaix.cln.hub.affichage.Parution;
import fr.roubaix.cln.hub.affichage.ProcesVerbalClos;
import fr.roubaix.cln.web.FrenchDates;

/**
 * When a procès-verbal was closed, published and posted, as its page says it.
 *
 * @param publieLe null while it is not published
 * @param adresse of the page where it is published; null when that is not the web
 * @param recueil the collection where it is published; null when that is the web
 */
record DatesPubliques(
        String closLe,
        @Nullable String publieLe,
        @Nullable String adresse,
        @Nullable String recueil,
        List<Lieu> lieux) {

    /**
     * A place of posting.
     *
     * @param depuis null while it is not posted there
     */
    record Lieu(String nom, @Nullable String depuis) {}

    static DatesPubliques de(ProcesVerbalClos procesVerbal, DatesDuProcesVerbal dates) {
        Optional<Parution> parution = dates.parution();
        return new DatesPubliques(
                FrenchDates.fullInstant(procesVerbal.closLe()),
                parution.map(p -> FrenchDates.fullDay(p.le())).orElse(null),
                parution.filter(Parution::surLeWeb).map(Parution::ou).orElse(null),
                parution.filter(p -> !p.surLeWeb()).map(Parution::ou).orElse(null),
                Arrays.stream(LieuDAffichage.values())
                        .map(lieu -> new Lieu(
                                lieu.nom(),
                                dates.affiche(lieu).map(FrenchDates::fullDay).orElse(null)))
                        .toList());
    }
}
