package fr.roubaix.cln.kiosk.followup;

import java.time.Clock;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;

import fr.roubaix.cln.hardware.scanner.Scan;
import fr.roubaix.cln.hardware.scanner.Scan.Source;
import fr.roubaix.cln.kiosk.device.ReadsReceipts;
import fr.roubaix.cln.kiosk.device.Scans;
import fr.roubaix.cln.kiosk.device.TabletCamera;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.sync.Bulletin.RenouvellementPublie;
import fr.roubaix.cln.sync.ReceiptToken;
import fr.roubaix.cln.sync.ReceiptToken.Issuer;
import fr.roubaix.cln.sync.ReceiptToken.Purpose;
import fr.roubaix.cln.web.CodeField;
import fr.roubaix.cln.web.Dates;
import fr.roubaix.cln.web.access.FourButtons;

/**
 * The door for a member who holds the letter about their renewal (art. 7 §4). It tells whether the letter is the City's, and
 * leads to an agent, who takes the answer: a number that anybody can read out answers for nobody.
 */
@Route("courrier")
class LetterView extends Div implements HasDynamicTitle, LocaleChangeObserver, ReadsReceipts {

    private final Hub hub;
    private final Clock clock;
    private final Verification verification;
    private final Scans scans;
    private final H1 title = new H1();
    private final Paragraph lead = new Paragraph();
    private final CodeField number = new CodeField("", "");
    private final Paragraph answer = new Paragraph();
    private final Button look = new Button("", _ -> look());
    private final Button back = new Button("", _ -> getUI().ifPresent(ui -> ui.navigate("")));
    private Scan asked = Scan.whole("", Source.TYPED);

    LetterView(Hub hub, Clock clock, Verification verification, Scans scans) {
        this.hub = hub;
        this.clock = clock;
        this.verification = verification;
        this.scans = scans;
        addClassName("page-view");
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

    @Override
    public String getPageTitle() {
        return getTranslation("courrier.titre");
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        boolean open = LetterDoor.open(hub, clock);
        title.setText(getTranslation("courrier.titre"));
        lead.setText(getTranslation(
                !open
                        ? "courrier.aucun"
                        : scans.available() ? "courrier.explication.lecteur" : "courrier.explication"));
        number.setLabel(getTranslation("courrier.numero"));
        number.setHelperText(getTranslation("suivre.numero.aide"));
        number.setVisible(open);
        look.setText(getTranslation("courrier.verifier"));
        look.setVisible(open);
        back.setText(getTranslation("home.retour"));
        if (answer.isVisible() || number.isInvalid()) {
            judge();
        }
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
        LetterDoor.campaign(hub, clock).ifPresent(campaign -> {
            switch (verification.of(asked)) {
                case Verdict.Genuine(var token) -> answer(genuine(token, campaign));
                case Verdict.CodeAlone _ ->
                    answer(getTranslation(
                            "courrier.numero.lu", Dates.in(getLocale()).fullDay(campaign.au())));
                case Verdict.InPart _ -> answer(getTranslation("suivre.recu.en-partie"));
                case Verdict.Unverifiable _ -> answer(getTranslation("courrier.a-verifier"));
                case Verdict.NotGenuine _, Verdict.NotOurs _ -> answer(getTranslation("courrier.faux"));
                case Verdict.Mistyped _, Verdict.Nothing _ -> {
                    number.refuse(getTranslation("courrier.mal-forme"));
                    answer.setVisible(false);
                }
            }
        });
    }

    /** Letters are the hub's: no kiosk signs a coupon. */
    private String genuine(ReceiptToken token, RenouvellementPublie campaign) {
        if (token.purpose() == Purpose.RENEWAL_COUPON && token.issuer() instanceof Issuer.Hub) {
            var dates = Dates.in(getLocale());
            return getTranslation("courrier.authentique", dates.fullInstant(token.at()), dates.fullDay(campaign.au()));
        }
        return getTranslation("courrier.autre-papier");
    }

    private void answer(String words) {
        number.setInvalid(false);
        answer.setText(words);
        answer.setVisible(true);
    }
}
