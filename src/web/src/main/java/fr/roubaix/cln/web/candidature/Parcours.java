package fr.roubaix.cln.web.candidature;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.habitant.Eligibilite;
import fr.roubaix.cln.domaine.habitant.Eligibilite.Verdict;
import fr.roubaix.cln.web.Dates;
import fr.roubaix.cln.web.Pages;
import fr.roubaix.cln.web.candidature.Envoi.Issue;
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
public final class Parcours extends Div implements LocaleChangeObserver {

    private final Lieu lieu;
    private final Clock clock;
    private Brouillon brouillon;
    private Map<Etape, EtapeDeSaisie<?>> saisies;
    private boolean depuisLaRelecture;
    private @Nullable Supplier<Component> ecran;
    private @Nullable Locale langue;

    public Parcours(Lieu lieu, Clock clock) {
        this.lieu = lieu;
        this.clock = clock;
        this.brouillon = new Brouillon(lieu.commencer());
        this.saisies = saisies(brouillon);
        addClassName("candidature");
        lieu.reprise().ifPresentOrElse(this::montrerUneFois, this::debut);
    }

    private Map<Etape, EtapeDeSaisie<?>> saisies(Brouillon b) {
        var poste = lieu.poste();
        var toutes = new EnumMap<Etape, EtapeDeSaisie<?>>(Etape.class);
        toutes.put(Etape.NOM, new EtapeDeSaisie<>(Etape.NOM, new ChampsDuNom(poste), b::identite, b::identite));
        toutes.put(
                Etape.NAISSANCE,
                new EtapeDeSaisie<>(
                        Etape.NAISSANCE, new ChampsDeNaissance(poste, this::aujourdhui), b::naissance, b::naissance));
        toutes.put(
                Etape.ADRESSE,
                new EtapeDeSaisie<>(
                        Etape.ADRESSE, new ChampsDeLAdresse(poste, lieu.adresses()), b::domicile, b::domicile));
        toutes.put(Etape.PARITE, new EtapeDeSaisie<>(Etape.PARITE, new ChoixDeParite(), b::parite, b::parite));
        toutes.put(
                Etape.CONTACT, new EtapeDeSaisie<>(Etape.CONTACT, new ChampsDeContact(poste), b::accords, b::accords));
        return toutes;
    }

    private LocalDate aujourdhui() {
        return LocalDate.ofInstant(clock.instant(), Appel.ROUBAIX);
    }

    /** A screen that is made anew, around the same fields, when the page changes its language. */
    private void montrer(Supplier<Component> prochain) {
        removeAll();
        add(prochain.get());
        ecran = prochain;
    }

    /** A screen in which something goes on, and which changes its own words. */
    private void montrerUneFois(Component prochain) {
        removeAll();
        add(prochain);
        ecran = null;
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        boolean autre = langue != null && !langue.equals(event.getLocale());
        langue = event.getLocale();
        if (autre && ecran != null) {
            montrer(ecran);
        }
    }

    private void debut() {
        lieu.appelEnCours().ifPresentOrElse(_ -> avantDeCommencer(), this::appelFerme);
    }

    private void avantDeCommencer() {
        montrer(() -> {
            var pages = new Pages(new AvantDeCommencer());
            return new Ecran("avant")
                    .question(getTranslation("parcours.avant.titre"), getTranslation("parcours.avant.precision"))
                    .corps(pages)
                    .actions(
                            Ecran.secondaire(getTranslation("parcours.accueil"), "back", lieu::accueil),
                            pages.turning(),
                            Ecran.principal(getTranslation("parcours.avant.lu"), "arrow", () -> etape(Etape.NOM)));
        });
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
        montrer(() -> new Ecran("etape")
                .tete(progression(etape))
                .question(getTranslation(etape.texte("question")), getTranslation(precision(etape)))
                .corps(saisie.reponse())
                .actions(
                        Ecran.secondaire(getTranslation("parcours.retour"), "back", () -> retour(saisie)),
                        Ecran.principal(getTranslation("parcours.continuer"), "arrow", () -> continuer(saisie))));
    }

    private String precision(Etape etape) {
        boolean base = etape == Etape.ADRESSE && lieu.adresses().disponibles();
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
        Optional<Appel> appel = lieu.appelEnCours();
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
        montrer(this::ecranDeRelecture);
    }

    private Ecran ecranDeRelecture() {
        var fiche = brouillon.fiche();
        var envoyer = Ecran.principal(getTranslation("parcours.envoyer"), "arrow", () -> envoyer(brouillon));
        envoyer.setDisableOnClick(true);
        return new Ecran("relecture")
                .tete(progression(Etape.RELECTURE))
                .question(
                        getTranslation(Etape.RELECTURE.texte("question")),
                        getTranslation(Etape.RELECTURE.texte("precision")))
                .corps(new Relecture(fiche, lieu.adresses().disponibles(), aujourdhui(), this::modifier))
                .actions(
                        Ecran.secondaire(getTranslation("parcours.retour"), "back", () -> etape(Etape.CONTACT)),
                        envoyer);
    }

    private void modifier(Etape etape) {
        depuisLaRelecture = true;
        etape(etape);
    }

    private void envoyer(Brouillon envoye) {
        var appel = lieu.appelEnCours();
        switch (envoye.envoyer()) {
            case Issue.Enregistree(var code, var le) -> {
                oublier();
                montrerUneFois(lieu.enregistree(code, le, appel));
            }
            case Issue.AppelFerme _ -> {
                oublier();
                appelFerme();
            }
            case Issue.TropJeune(var eligibleLe) -> tropJeune(eligibleLe);
            case Issue.Impossible _ ->
                pasEncore(
                        "impossible",
                        () -> getTranslation("parcours.impossible.precision"),
                        () -> getTranslation("parcours.impossible.texte"));
            case Issue.PlusTard(var attente) ->
                pasEncore(
                        "plus-tard",
                        () -> getTranslation("parcours.plus-tard.precision"),
                        () -> getTranslation("parcours.plus-tard.texte", minutes(attente)));
        }
    }

    /** Replaces the draft and every field by empty ones. */
    private void oublier() {
        brouillon = new Brouillon(lieu.commencer());
        saisies = saisies(brouillon);
    }

    private void tropJeune(LocalDate eligibleLe) {
        montrer(() -> new Ecran("message")
                .question(
                        getTranslation("parcours.jeune.titre"),
                        getTranslation(
                                "parcours.jeune.precision",
                                Dates.in(getLocale()).fullDay(eligibleLe)))
                .corps(Message.information(getTranslation("parcours.jeune.texte")))
                .actions(
                        Ecran.secondaire(
                                getTranslation("parcours.jeune.corriger"), "back", () -> etape(Etape.NAISSANCE)),
                        Ecran.principal(getTranslation("parcours.accueil"), "home", lieu::effacer)));
    }

    private void appelFerme() {
        montrer(lieu::ferme);
    }

    /** Nothing is stored yet, and nothing typed is lost: what to do, and the way to try again. */
    private void pasEncore(String nom, Supplier<String> precision, Supplier<String> texte) {
        montrer(() -> {
            var encore = Ecran.principal(getTranslation("parcours.encore"), "refresh", () -> envoyer(brouillon));
            encore.setDisableOnClick(true);
            return new Ecran("message")
                    .question(getTranslation("parcours." + nom + ".titre"), precision.get())
                    .corps(Message.alerte(texte.get()))
                    .actions(Ecran.secondaire(getTranslation("parcours.retour"), "back", this::relecture), encore);
        });
    }

    /** Whole minutes, one at least: nobody counts seconds to come back. */
    private static long minutes(Duration attente) {
        return Math.max(1, attente.plusSeconds(59).toMinutes());
    }
}
