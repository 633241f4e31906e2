package fr.roubaix.cln.kiosk.candidature;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.shared.Registration;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.kiosk.device.Station;
import fr.roubaix.cln.kiosk.receipt.Receipts.Impression;
import fr.roubaix.cln.kiosk.session.IdleGuard;
import fr.roubaix.cln.web.Dates;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.ReceiptPreview;
import fr.roubaix.cln.web.candidature.Ecran;
import fr.roubaix.cln.web.candidature.Reussite;
import fr.roubaix.cln.web.candidature.Suite;

/**
 * The number of an application already in the journal, and what becomes of its receipt.
 *
 * <p>The number is on the screen before the printer is asked anything. While it prints, the page asks the server twice a
 * second what became of the paper: no background thread ever touches the page, a printer that never answers leaves the
 * number where it is, and after {@value #QUESTIONS} questions the person is told to write it down. Nobody is asked whether
 * they are still there while they wait for paper, for five minutes at most.
 */
final class Confirmation extends Div implements LocaleChangeObserver {

    private static final int PERIOD_MS = 500;
    private static final int QUESTIONS = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Impressions impressions;
    private final ReceiptCode code;
    private final Instant le;
    private final Div recu = new Div();
    private final Optional<Appel> appel;
    private ReceiptPreview papier;
    private final Button effacer;
    private String etat = "en-cours";
    private String icone = "printer";
    private final Button encore;
    private @Nullable CompletableFuture<Impression> impression;
    private @Nullable Registration sondage;
    private int questions;
    private int rythme;
    private Locale langue = getLocale();

    Confirmation(ReceiptCode code, Instant le, Optional<Appel> appel, Impressions impressions, Runnable effacer) {
        this.appel = appel;
        this.effacer = Ecran.principal(getTranslation("candidature.fin.effacer"), "exit", effacer);
        this.code = code;
        this.le = le;
        this.impressions = impressions;
        this.encore = Ecran.secondaire(getTranslation("candidature.fin.imprimer"), "printer", this::imprimerEncore);
        this.papier = papier();
        encore.setVisible(false);
        addClassName("fin");
        recu.addClassName("fin__recu");
        recu.getElement().setAttribute("role", "status");
        disposer();
        imprimer(impressions.lancer(code, le, langue));
    }

    private void disposer() {
        removeAll();
        var gauche = new Div(new Reussite(code), new Suite(recu, appel));
        gauche.addClassName("fin__gauche");
        add(gauche, papier);
    }

    /** The words change; the number, and what becomes of the paper, do not. */
    @Override
    public void localeChange(LocaleChangeEvent event) {
        if (event.getLocale().equals(langue)) {
            return;
        }
        langue = event.getLocale();
        encore.setText(getTranslation("candidature.fin.imprimer"));
        effacer.setText(getTranslation("candidature.fin.effacer"));
        boolean visible = papier.isVisible();
        papier = papier();
        papier.setVisible(visible);
        disposer();
        dire(etat, icone);
    }

    /** Ends the visit. */
    Button effacer() {
        return effacer;
    }

    /** Prints again; shown only once a receipt failed. */
    Button encore() {
        return encore;
    }

    private ReceiptPreview papier() {
        return new ReceiptPreview(
                getTranslation("candidature.fin.papier.marque"),
                getTranslation("candidature.fin.papier.titre"),
                List.of(Dates.in(getLocale()).day(le.atZone(Appel.ROUBAIX).toLocalDate())),
                code.affiche(),
                getTranslation("candidature.fin.papier.garder"));
    }

    private void imprimerEncore() {
        // A second touch before the answer to the first one is no second duplicate.
        if (impression == null) {
            imprimer(impressions.lancer(code, le, langue));
        }
    }

    private void imprimer(CompletableFuture<Impression> demandee) {
        questions = 0;
        encore.setVisible(false);
        papier.setVisible(true);
        dire("en-cours", "printer");
        impression = demandee;
        getUI().ifPresent(this::demander);
        regarder();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (impression != null) {
            IdleGuard.delay(event.getUI(), PATIENCE);
        }
        demander(event.getUI());
    }

    private void demander(UI ui) {
        if (impression != null && sondage == null) {
            rythme = ui.getPollInterval();
            ui.setPollInterval(PERIOD_MS);
            sondage = ui.addPollListener(_ -> regarder());
        }
    }

    private void regarder() {
        if (impression == null) {
            return;
        }
        questions++;
        if (impression.isDone()) {
            montrer(impression.join());
        } else if (questions == QUESTIONS) {
            manquer("INJOIGNABLE");
        }
    }

    private void montrer(Impression faite) {
        impression = null;
        cesser();
        switch (faite) {
            case Impression.Imprime _ -> {
                dire("imprime", "check");
                getUI().ifPresent(IdleGuard::resume);
            }
            case Impression.NonImprime(var raison) -> manquer(raison.name());
        }
    }

    /** No paper: the number must be written down, and an agent told why. */
    private void manquer(String raison) {
        papier.setVisible(false);
        encore.setVisible(impression == null);
        dire("manque." + raison, "alert");
    }

    private void dire(String etat, String icone) {
        this.etat = etat;
        this.icone = icone;
        String texte = "candidature.fin.recu." + etat;
        var titre = new Paragraph(new DrawnIcon(icone), new Span(getTranslation(texte)));
        titre.addClassName("fin__titre");
        recu.removeAll();
        recu.add(titre, new Paragraph(getTranslation(texte + ou(etat))));
    }

    /** A tablet has no printer under its screen: the paper comes out at the terminal. */
    private static String ou(String etat) {
        boolean sort = etat.equals("en-cours") || etat.equals("imprime");
        return sort && Station.here().isPresent() ? ".tablette" : ".texte";
    }

    private void cesser() {
        if (sondage != null) {
            sondage.remove();
            sondage = null;
            getUI().ifPresent(ui -> ui.setPollInterval(rythme));
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        cesser();
    }
}
