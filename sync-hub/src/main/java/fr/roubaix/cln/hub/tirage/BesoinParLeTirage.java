package fr.roubaix.cln.hub.tirage;

import java.time.Clock;
import java.time.LocalDate;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.conservation.RegleDeConservation;
import fr.roubaix.cln.domaine.tirage.IdDeListe;
import fr.roubaix.cln.domaine.tirage.TirageAuSort;
import fr.roubaix.cln.domaine.tirage.VersionDuReglement;
import fr.roubaix.cln.hub.candidature.BesoinDuTirage;

/** Says, from the stage that the draw has reached, whether a frozen list still needs to know who is behind a code. */
@Component
class BesoinParLeTirage implements BesoinDuTirage {

    private final Tirages tirages;
    private final Clock clock;

    BesoinParLeTirage(Tirages tirages, Clock clock) {
        this.tirages = tirages;
        this.clock = clock;
    }

    @Override
    public Besoin de(AppelId appel, ReceiptCode code) {
        return tirages.tirage(appel)
                .map(tirage -> switch (tirage) {
                    case Tirage.AvantLesDes _ -> new Besoin.ArretAnnulable();
                    case Tirage.DesEnCours _, Tirage.DrandSaisi _, Tirage.GraineConfirmee _ -> new Besoin.DesLances();
                    case Tirage.ResultatConnu connu -> apres(connu, code);
                })
                // Decisions stop just before the list is written.
                .orElseGet(Besoin.ArretAnnulable::new);
    }

    private Besoin apres(Tirage.ResultatConnu tire, ReceiptCode code) {
        var pv = TirageAuSort.tirer(tire.arret().liste(), tire.graine(), VersionDuReglement.DE_2025);
        var id = IdDeListe.de(code);
        if (pv.designes().stream().anyMatch(designe -> designe.personne().id().equals(id))) {
            return new Besoin.Designee();
        }
        LocalDate dernier = RegleDeConservation.CANDIDATURE_NON_RETENUE
                .echeance(LocalDate.ofInstant(tire.tirage().le(), Appel.ROUBAIX))
                .orElseThrow();
        return LocalDate.ofInstant(clock.instant(), Appel.ROUBAIX).isAfter(dernier)
                ? new Besoin.Aucun()
                : new Besoin.JusquAu(dernier);
    }
}
