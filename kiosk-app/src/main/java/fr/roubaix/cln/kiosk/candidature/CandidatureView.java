package fr.roubaix.cln.kiosk.candidature;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.kiosk.session.Departure;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.web.candidature.Ecran;
import fr.roubaix.cln.web.candidature.Envoi;
import fr.roubaix.cln.web.candidature.Lieu;
import fr.roubaix.cln.web.candidature.Message;
import fr.roubaix.cln.web.candidature.Parcours;
import fr.roubaix.cln.web.saisie.AdressesProposees;
import fr.roubaix.cln.web.saisie.Poste;

/** The six steps at a kiosk: into its journal, with a paper receipt, between people who follow one another. */
@Route("candidature")
public class CandidatureView extends Composite<Parcours> implements HasDynamicTitle, Lieu {

    private final DepotDeCandidature depot;
    private final Impressions impressions;
    private final AdressesProposees adresses;
    private final Supplier<EnvelopeId> ids;
    private final Clock clock;

    CandidatureView(
            DepotDeCandidature depot,
            Impressions impressions,
            AdressesProposees adresses,
            Supplier<EnvelopeId> ids,
            Clock clock) {
        this.depot = depot;
        this.impressions = impressions;
        this.adresses = adresses;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    protected Parcours initContent() {
        return new Parcours(this, clock);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("candidature.titre");
    }

    @Override
    public Poste poste() {
        return Poste.PARTAGE;
    }

    @Override
    public AdressesProposees adresses() {
        return adresses;
    }

    @Override
    public Optional<Appel> appelEnCours() {
        return depot.appelEnCours();
    }

    @Override
    public Envoi commencer() {
        EnvelopeId id = ids.get();
        return fiche -> switch (depot.deposer(id, fiche)) {
            case DepotDeCandidature.Issue.Enregistree(var code, var le) -> new Envoi.Issue.Enregistree(code, le);
            case DepotDeCandidature.Issue.AppelFerme _ -> new Envoi.Issue.AppelFerme();
            case DepotDeCandidature.Issue.TropJeune(var eligibleLe) -> new Envoi.Issue.TropJeune(eligibleLe);
            case DepotDeCandidature.Issue.Impossible _ -> new Envoi.Issue.Impossible();
        };
    }

    @Override
    public Ecran ferme() {
        boolean ici = depot.closIci();
        return new Ecran("message")
                .question(
                        getTranslation(ici ? "candidature.ferme.ici.titre" : "parcours.ferme.titre"),
                        getTranslation("parcours.ferme.precision"))
                .corps(
                        ici
                                ? Message.information(getTranslation("candidature.ferme.ici"))
                                : Message.prochainAppel(depot.prochainAppel()))
                .actions(Ecran.principal(getTranslation("parcours.accueil"), "home", this::accueil));
    }

    @Override
    public Ecran enregistree(ReceiptCode code, Instant le, Optional<Appel> appel) {
        var confirmation = new Confirmation(code, le, appel, impressions, this::effacer);
        return new Ecran("fin").corps(confirmation).actions(confirmation.encore(), confirmation.effacer());
    }

    @Override
    public void accueil() {
        getUI().ifPresent(ui -> ui.navigate(""));
    }

    /** Ends the visit: the next person finds the home screen in its first state. */
    @Override
    public void effacer() {
        getUI().ifPresent(Departure::of);
    }
}
