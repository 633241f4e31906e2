package fr.roubaix.cln.kiosk.candidature;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.habitant.Eligibilite;
import fr.roubaix.cln.domaine.habitant.Eligibilite.Verdict;
import fr.roubaix.cln.kiosk.candidature.DepotDeCandidature.Issue;
import fr.roubaix.cln.kiosk.session.Departure;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.web.FrenchDates;
import fr.roubaix.cln.web.saisie.AdressesProposees;
import fr.roubaix.cln.web.saisie.ChampsDeContact;
import fr.roubaix.cln.web.saisie.ChampsDeLAdresse;
import fr.roubaix.cln.web.saisie.ChampsDeNaissance;
import fr.roubaix.cln.web.saisie.ChampsDuNom;
import fr.roubaix.cln.web.saisie.ChoixDeParite;
import fr.roubaix.cln.web.saisie.Progression;

/**
 * A resident applies: notice, six steps, confirmation. One instance is one draft and one page: a reload begins again
 * with nothing, leaving loses everything, and two tabs are two applications that know nothing of each other.
 */
@Route("candidature")
public class CandidatureView extends Div implements HasDynamicTitle {

    private final DepotDeCandidature depot;
    private final Impressions impressions;
    private final AdressesProposees adresses;
    private final Supplier<EnvelopeId> ids;
    private final Clock clock;
    private Brouillon brouillon;
    private Map<Etape, EtapeDeSaisie<?>> saisies;
    private boolean depuisLaRelecture;

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
        this.brouillon = new Brouillon(ids.get());
        this.saisies = saisies(brouillon);
        addClassName("candidature");
        depot.appelEnCours().ifPresentOrElse(_ -> avantDeCommencer(), this::appelFerme);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("candidature.titre");
    }

    private Map<Etape, EtapeDeSaisie<?>> saisies(Brouillon b) {
        var toutes = new EnumMap<Etape, EtapeDeSaisie<?>>(Etape.class);
        toutes.put(Etape.NOM, new EtapeDeSaisie<>(Etape.NOM, new ChampsDuNom(), b::identite, b::identite));
        toutes.put(
                Etape.NAISSANCE,
                new EtapeDeSaisie<>(
                        Etape.NAISSANCE, new ChampsDeNaissance(this::aujourdhui), b::naissance, b::naissance));
        toutes.put(
                Etape.ADRESSE,
                new EtapeDeSaisie<>(Etape.ADRESSE, new ChampsDeLAdresse(adresses), b::domicile, b::domicile));
        toutes.put(Etape.PARITE, new EtapeDeSaisie<>(Etape.PARITE, new ChoixDeParite(), b::parite, b::parite));
        toutes.put(Etape.CONTACT, new EtapeDeSaisie<>(Etape.CONTACT, new ChampsDeContact(), b::accords, b::accords));
        return toutes;
    }

    private LocalDate aujourdhui() {
        return LocalDate.ofInstant(clock.instant(), Appel.ROUBAIX);
    }

    private void montrer(Component ecran) {
        removeAll();
        add(ecran);
    }

    private void avantDeCommencer() {
        montrer(new Ecran("avant")
                .question(getTranslation("candidature.avant.titre"), getTranslation("candidature.avant.precision"))
                .corps(new AvantDeCommencer())
                .actions(
                        Ecran.secondaire(getTranslation("candidature.accueil"), "back", this::accueil),
                        Ecran.principal(getTranslation("candidature.avant.lu"), "arrow", () -> etape(Etape.NOM))));
    }

    private void etape(Etape etape) {
        if (etape == Etape.RELECTURE) {
            relecture();
        } else {
            saisie(Objects.requireNonNull(saisies.get(etape), "every step but the last asks something"));
        }
    }

    private void saisie(EtapeDeSaisie<?> saisie) {
        var etape = saisie.etape();
        montrer(new Ecran("etape")
                .tete(progression(etape))
                .question(getTranslation(etape.texte("question")), getTranslation(precision(etape)))
                .corps(saisie.reponse())
                .actions(
                        Ecran.secondaire(getTranslation("candidature.retour"), "back", () -> retour(saisie)),
                        Ecran.principal(getTranslation("candidature.continuer"), "arrow", () -> continuer(saisie))));
    }

    private String precision(Etape etape) {
        boolean base = etape == Etape.ADRESSE && adresses.disponibles();
        return etape.texte(base ? "precision.base" : "precision");
    }

    private Progression progression(Etape etape) {
        return new Progression(etape.rang(), Etape.values().length, getTranslation(etape.texte("titre")));
    }

    private void continuer(EtapeDeSaisie<?> saisie) {
        if (!saisie.enregistrer()) {
            return;
        }
        if (saisie.etape() == Etape.NAISSANCE) {
            naissance();
        } else {
            avancer(saisie.etape());
        }
    }

    private void avancer(Etape etape) {
        etape(depuisLaRelecture ? Etape.RELECTURE : etape.suivante());
    }

    /** Someone too young learns it here, before giving an address for nothing. */
    private void naissance() {
        Optional<Appel> appel = depot.appelEnCours();
        if (appel.isEmpty()) {
            appelFerme();
            return;
        }
        switch (new Eligibilite(appel.get().dateDeReference()).examiner(brouillon.naissance())) {
            case Verdict.Eligible _ -> avancer(Etape.NAISSANCE);
            case Verdict.TropJeune(var eligibleLe) -> tropJeune(eligibleLe);
        }
    }

    private void retour(EtapeDeSaisie<?> saisie) {
        if (depuisLaRelecture) {
            saisie.abandonner();
            relecture();
        } else if (saisie.etape() == Etape.NOM) {
            avantDeCommencer();
        } else {
            etape(saisie.etape().precedente());
        }
    }

    private void relecture() {
        depuisLaRelecture = false;
        var fiche = brouillon.fiche();
        var envoyer = Ecran.principal(getTranslation("candidature.envoyer"), "arrow", () -> envoyer(brouillon));
        envoyer.setDisableOnClick(true);
        montrer(new Ecran("relecture")
                .tete(progression(Etape.RELECTURE))
                .question(
                        getTranslation(Etape.RELECTURE.texte("question")),
                        getTranslation(Etape.RELECTURE.texte("precision")))
                .corps(new Relecture(fiche, adresses.disponibles(), aujourdhui(), this::modifier))
                .actions(
                        Ecran.secondaire(getTranslation("candidature.retour"), "back", () -> etape(Etape.CONTACT)),
                        envoyer));
    }

    private void modifier(Etape etape) {
        depuisLaRelecture = true;
        etape(etape);
    }

    private void envoyer(Brouillon envoye) {
        var appel = depot.appelEnCours();
        switch (depot.deposer(envoye.id(), envoye.fiche())) {
            case Issue.Enregistree(var code, var le) -> {
                oublier();
                confirmation(new Confirmation(code, le, appel, impressions));
            }
            case Issue.AppelFerme _ -> {
                oublier();
                appelFerme();
            }
            case Issue.TropJeune(var eligibleLe) -> tropJeune(eligibleLe);
            case Issue.Impossible _ -> impossible();
        }
    }

    /** Replaces the draft and every field by empty ones. */
    private void oublier() {
        brouillon = new Brouillon(ids.get());
        saisies = saisies(brouillon);
    }

    private void confirmation(Confirmation confirmation) {
        montrer(new Ecran("fin")
                .corps(confirmation)
                .actions(
                        confirmation.encore(),
                        Ecran.principal(getTranslation("candidature.fin.effacer"), "exit", this::effacer)));
    }

    private void tropJeune(LocalDate eligibleLe) {
        montrer(new Ecran("message")
                .question(
                        getTranslation("candidature.jeune.titre"),
                        getTranslation("candidature.jeune.precision", FrenchDates.fullDay(eligibleLe)))
                .corps(Message.information(getTranslation("candidature.jeune.texte")))
                .actions(
                        Ecran.secondaire(
                                getTranslation("candidature.jeune.corriger"), "back", () -> etape(Etape.NAISSANCE)),
                        Ecran.principal(getTranslation("candidature.accueil"), "home", this::effacer)));
    }

    private void appelFerme() {
        boolean ici = depot.closIci();
        montrer(new Ecran("message")
                .question(
                        getTranslation(ici ? "candidature.ferme.ici.titre" : "candidature.ferme.titre"),
                        getTranslation("candidature.ferme.precision"))
                .corps(Message.information(ici ? getTranslation("candidature.ferme.ici") : prochainAppel()))
                .actions(Ecran.principal(getTranslation("candidature.accueil"), "home", this::accueil)));
    }

    private String prochainAppel() {
        return depot.prochainAppel()
                .map(appel -> getTranslation("candidature.ferme.prochain", FrenchDates.fullDay(appel.ouvreLe())))
                .orElseGet(() -> getTranslation("candidature.ferme.texte"));
    }

    private void impossible() {
        var encore =
                Ecran.principal(getTranslation("candidature.impossible.encore"), "refresh", () -> envoyer(brouillon));
        encore.setDisableOnClick(true);
        montrer(new Ecran("message")
                .question(
                        getTranslation("candidature.impossible.titre"),
                        getTranslation("candidature.impossible.precision"))
                .corps(Message.alerte(getTranslation("candidature.impossible.texte")))
                .actions(Ecran.secondaire(getTranslation("candidature.retour"), "back", this::relecture), encore));
    }

    private void accueil() {
        getUI().ifPresent(ui -> ui.navigate(""));
    }

    /** Ends the visit: the next person finds the home screen in its first state. */
    private void effacer() {
        getUI().ifPresent(Departure::of);
    }
}
