package fr.roubaix.cln.kiosk.followup;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.HasDynamicTitle;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hardware.scanner.Scan;
import fr.roubaix.cln.hardware.scanner.Scan.Source;
import fr.roubaix.cln.kiosk.device.ReadsReceipts;
import fr.roubaix.cln.kiosk.device.Scans;
import fr.roubaix.cln.kiosk.device.TabletCamera;
import fr.roubaix.cln.sync.ReceiptToken;
import fr.roubaix.cln.web.CodeField;
import fr.roubaix.cln.web.access.FourButtons;

/**
 * A screen that asks for a paper: held out to the scanner, or its number typed. What such a paper tells is each screen's own;
 * a number that is no number, a square of nobody and one that cannot be verified are told alike.
 */
abstract class PaperView extends Div implements HasDynamicTitle, LocaleChangeObserver, ReadsReceipts {

    private final Verification verification;
    private final Scans scans;
    private final Texts texts;
    private final H1 title = new H1();
    private final Paragraph lead = new Paragraph();
    private final CodeField number = new CodeField("", "");
    private final Paragraph answer = new Paragraph();
    private final Button look = new Button("", _ -> look());
    private final Button back = new Button("", _ -> getUI().ifPresent(ui -> ui.navigate("")));
    private Scan asked = Scan.whole("", Source.TYPED);

    PaperView(Verification verification, Scans scans, Texts texts) {
        this.verification = verification;
        this.scans = scans;
        this.texts = texts;
        addClassName("page-view");
        number.setAutofocus(true);
        lead.addClassName("lead");
        answer.addClassName("note");
        answer.setVisible(false);
        answer.getElement().setAttribute("role", "status");
        look.addThemeVariants(ButtonVariant.PRIMARY);
        look.addClickShortcut(Key.ENTER);
        FourButtons.wayBack(back);
        var acts = new Div(back, look);
        acts.addClassName("acts");
        add(title, lead);
        TabletCamera.here(this::scanned).ifPresent(this::add);
        add(number, answer, acts);
    }

    /** What a square proves, in words. */
    abstract String genuine(ReceiptToken token);

    /** What a number tells by itself, in words. */
    abstract String typed(ReceiptCode code);

    /** Whether a paper is of any use here now; asked before each answer. */
    boolean asks() {
        return true;
    }

    @Override
    public String getPageTitle() {
        return getTranslation(texts.title());
    }

    /** What was typed stays, and is judged again in the new language. */
    @Override
    public void localeChange(LocaleChangeEvent event) {
        words();
        if (answer.isVisible() || number.isInvalid()) {
            judge();
        }
    }

    private void words() {
        boolean asks = asks();
        title.setText(getTranslation(texts.title()));
        lead.setText(getTranslation(!asks ? texts.nothing() : scans.available() ? texts.holdOrType() : texts.type()));
        number.setLabel(getTranslation(texts.number()));
        number.setHelperText(getTranslation("suivre.numero.aide"));
        number.setVisible(asks);
        look.setText(getTranslation(texts.look()));
        look.setVisible(asks);
        back.setText(getTranslation("home.retour"));
    }

    private void look() {
        asked = Scan.whole(number.getValue(), Source.TYPED);
        judge();
    }

    @Override
    public void scanned(Scan scan) {
        number.clear();
        asked = scan;
        judge();
    }

    private void judge() {
        if (!asks()) {
            // What was asked for a moment ago no longer is.
            answer.setVisible(false);
            words();
            return;
        }
        switch (verification.of(asked)) {
            case Verdict.Genuine(var token) -> answer(genuine(token));
            case Verdict.CodeAlone(var code) -> answer(typed(code));
            case Verdict.InPart _ -> answer(getTranslation("suivre.recu.en-partie"));
            case Verdict.NotGenuine _ -> answer(getTranslation(texts.notGenuine()));
            case Verdict.Unverifiable(var _, boolean revoked) ->
                answer(getTranslation(revoked ? texts.revoked() : texts.unverifiable()));
            case Verdict.NotOurs _ -> answer(getTranslation(texts.notOurs()));
            case Verdict.Mistyped _, Verdict.Nothing _ -> {
                number.refuse(getTranslation(texts.mistyped()));
                answer.setVisible(false);
            }
        }
    }

    private void answer(String words) {
        number.setInvalid(false);
        answer.setText(words);
        answer.setVisible(true);
    }

    /**
     * The keys of what a screen says.
     *
     * @param nothing in place of the invitation, when no paper is asked for
     * @param holdOrType the invitation, where there is a scanner
     * @param type the invitation, where there is none
     * @param number the label of the field
     * @param look what has the number judged
     * @param unverifiable a square whose issuer is not known here
     * @param revoked a square of a terminal that is out of service
     * @param notGenuine a square that was altered or made up
     * @param notOurs a square of something else
     * @param mistyped a number that cannot be one
     */
    record Texts(
            String title,
            String nothing,
            String holdOrType,
            String type,
            String number,
            String look,
            String unverifiable,
            String revoked,
            String notGenuine,
            String notOurs,
            String mistyped) {}
}
