package fr.roubaix.cln.kiosk.agent;

import java.time.Clock;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.kiosk.sync.Envois;
import fr.roubaix.cln.kiosk.sync.FicheTechnique;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.kiosk.sync.JournalIndex;
import fr.roubaix.cln.kiosk.sync.Sauvegardes;
import fr.roubaix.cln.kiosk.tablet.TabletDesk;
import fr.roubaix.cln.sync.EnvelopeId;

/** Builds the screens of the agent page. */
@Component
class EcransDAgent {

    private final Hub hub;
    private final JournalIndex index;
    private final Envois envois;
    private final FicheTechnique fiche;
    private final Copies copies;
    private final Sauvegardes sauvegardes;
    private final ClotureDeMairie cloture;
    private final Guichet guichet;
    private final TabletDesk tablettes;
    private final Supplier<EnvelopeId> ids;
    private final Clock clock;

    EcransDAgent(
            Hub hub,
            JournalIndex index,
            Envois envois,
            FicheTechnique fiche,
            Copies copies,
            Sauvegardes sauvegardes,
            ClotureDeMairie cloture,
            Guichet guichet,
            TabletDesk tablettes,
            Supplier<EnvelopeId> ids,
            Clock clock) {
        this.hub = hub;
        this.index = index;
        this.envois = envois;
        this.fiche = fiche;
        this.copies = copies;
        this.sauvegardes = sauvegardes;
        this.cloture = cloture;
        this.guichet = guichet;
        this.tablettes = tablettes;
        this.ids = ids;
        this.clock = clock;
    }

    PageDeLAgent page(VisiteDAgent visite) {
        return new PageDeLAgent(
                visite, hub, index, envois, fiche, copies, sauvegardes, cloture, guichet, tablettes, clock);
    }

    FileDEnvoi file(VisiteDAgent visite) {
        return new FileDEnvoi(visite, index);
    }

    EcranDeLaCle cle(VisiteDAgent visite) {
        return new EcranDeLaCle(visite, copies);
    }

    EcranDuRecu recu(VisiteDAgent visite) {
        return new EcranDuRecu(visite, guichet.lecture(), guichet.scans());
    }

    EcranDeFiche fiche(VisiteDAgent visite) {
        return new EcranDeFiche(visite, guichet.fiches(), guichet.papiers(), guichet.adresses(), ids);
    }

    EcranDesAvis avis(VisiteDAgent visite) {
        return new EcranDesAvis(visite, guichet.avis(), ids);
    }

    EcranDeDuplicata duplicata(VisiteDAgent visite, ReceiptCode code) {
        return new EcranDeDuplicata(visite, index, guichet.gestes(), guichet.papiers(), code);
    }

    EcranDeRetrait retrait(VisiteDAgent visite, ReceiptCode code, boolean scanne) {
        return new EcranDeRetrait(
                visite, guichet.retraits(), guichet.papiers(), guichet.avis()::aujourdhui, ids.get(), code, scanne);
    }

    EcranDuMateriel materiel(VisiteDAgent visite) {
        return new EcranDuMateriel(
                visite, guichet.materiel(), hub, fiche, new CarteDeLiaison(visite, hub, envois, clock));
    }

    EcranDesTablettes tablettes(VisiteDAgent visite) {
        return new EcranDesTablettes(visite, tablettes);
    }

    EcranDAjoutDeTablette ajoutDeTablette(VisiteDAgent visite) {
        return new EcranDAjoutDeTablette(visite, tablettes);
    }

    EcranDeCloture clotures(VisiteDAgent visite) {
        return new EcranDeCloture(visite, cloture, hub, ids);
    }
}
