package fr.roubaix.cln.hub.fleet;

import java.util.Comparator;
import java.util.List;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.ingest.Kiosks;
import fr.roubaix.cln.hub.ingest.Trousseau;

/** The kiosks, read from the door's own records. */
@Service
class Fleet implements Bornes {

    private final Kiosks kiosks;
    private final NouveauxCodes codes;
    private final Surveillance surveillance;
    private final Trousseau keys;

    Fleet(Kiosks kiosks, NouveauxCodes codes, Surveillance surveillance, Trousseau keys) {
        this.kiosks = kiosks;
        this.codes = codes;
        this.surveillance = surveillance;
        this.keys = keys;
    }

    @Override
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('SECRETARIAT', 'TIRAGE', 'PRESIDENCE', 'ADMIN')")
    public List<EtatDeBorne> etats() {
        var releve = surveillance.relever();
        return kiosks.all().stream()
                .filter(kiosk -> !kiosk.revoked())
                .map(kiosk -> new EtatDeBorne(
                        kiosk.id(),
                        kiosk.mairie(),
                        kiosk.name(),
                        kiosk.report().map(Kiosks.Report::at),
                        kiosk.report().map(report -> Math.toIntExact(report.queue())),
                        keys.fingerprint(kiosk.key()),
                        releve.alertes(kiosk)))
                .sorted(Comparator.comparing(EtatDeBorne::mairie)
                        .thenComparing(etat -> etat.id().numero()))
                .toList();
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public CodeDEnrolement creerCode(Secteur mairie) {
        return codes.pour(mairie);
    }
}
