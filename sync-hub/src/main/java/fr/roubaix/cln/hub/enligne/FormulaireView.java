package fr.roubaix.cln.hub.enligne;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.candidature.DepotEnLigne;
import fr.roubaix.cln.hub.candidature.DepotEnLigne.Issue;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.web.candidature.Ecran;
import fr.roubaix.cln.web.candidature.Envoi;
import fr.roubaix.cln.web.candidature.Lieu;
import fr.roubaix.cln.web.candidature.Message;
import fr.roubaix.cln.web.candidature.Parcours;
import fr.roubaix.cln.web.saisie.AdressesProposees;
import fr.roubaix.cln.web.saisie.Poste;

/**
 * The six steps at home ("version dématérialisée", art. 7 §1), without an account, while a call is open. The draft is in
 * the memory of the server for the life of the page; once deposited only the number stays, for whoever reloads.
 */
@Route(value = FormulaireView.ADRESSE, layout = CadreChezSoi.class, autoLayout = false)
@AnonymousAllowed
public class FormulaireView extends Composite<Parcours> implements HasDynamicTitle, Lieu {

    static final String ADRESSE = "candidature";

    private final DepotEnLigne depot;
    private final Affluence affluence;
    private final AdressesProposees adresses;
    private final RecuEnPdf recus;
    private final Clock clock;
    private final Visite visite;

    FormulaireView(
            DepotEnLigne depot,
            Affluence affluence,
            AdressesProposees adresses,
            RecuEnPdf recus,
            Visite visite,
            Clock clock) {
        this.depot = depot;
        this.adresses = adresses;
        this.affluence = affluence;
        this.recus = recus;
        this.visite = visite;
        this.clock = clock;
    }

    @Override
    protected Parcours initContent() {
        return new Parcours(this, clock);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("enligne.titre");
    }

    @Override
    public Poste poste() {
        return Poste.PERSONNEL;
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
        EnvelopeId brouillon = depot.commencer();
        return fiche -> affluence
                .attente()
                .<Envoi.Issue>map(Envoi.Issue.PlusTard::new)
                .orElseGet(() -> deposer(brouillon, fiche));
    }

    private Envoi.Issue deposer(EnvelopeId brouillon, FicheDeCandidature fiche) {
        return switch (depot.deposer(brouillon, fiche)) {
            case Issue.Enregistree(var code, var le) -> {
                visite.deposee(code, le);
                yield new Envoi.Issue.Enregistree(code, le);
            }
            case Issue.AppelFerme _ -> new Envoi.Issue.AppelFerme();
            case Issue.TropJeune(var eligibleLe) -> new Envoi.Issue.TropJeune(eligibleLe);
            case Issue.Impossible _ -> new Envoi.Issue.Impossible();
        };
    }

    /** After a reload of the confirmation, the confirmation: nobody has to apply twice to see their number again. */
    @Override
    public Optional<Ecran> reprise() {
        return visite.dernierDepot().map(dernier -> enregistree(dernier.code(), dernier.le(), depot.appelEnCours()));
    }

    @Override
    public Ecran ferme() {
        return new Ecran("message")
                .question(getTranslation("parcours.ferme.titre"), getTranslation("parcours.ferme.precision"))
                .corps(Message.prochainAppel(depot.prochainAppel()))
                .actions(Ecran.principal(getTranslation("parcours.accueil"), "home", this::effacer));
    }

    @Override
    public Ecran enregistree(ReceiptCode code, Instant le, Optional<Appel> appel) {
        var suivante = Ecran.secondaire(getTranslation("enligne.fin.suivante"), "user", () -> visite.finir(ADRESSE));
        return new Ecran("fin")
                .corps(new Confirmation(code, le, appel, recus))
                .actions(suivante, Ecran.principal(getTranslation("enligne.fin.effacer"), "exit", this::effacer));
    }

    @Override
    public void accueil() {
        effacer();
    }

    @Override
    public void effacer() {
        visite.finir("");
    }
}
