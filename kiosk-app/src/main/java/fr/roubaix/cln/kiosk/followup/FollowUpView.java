package fr.roubaix.cln.kiosk.followup;

import java.util.Optional;
import java.util.Set;

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

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hardware.scanner.Scan;
import fr.roubaix.cln.hardware.scanner.Scan.Source;
import fr.roubaix.cln.kiosk.device.ReadsReceipts;
import fr.roubaix.cln.kiosk.device.Scans;
import fr.roubaix.cln.kiosk.device.TabletCamera;
import fr.roubaix.cln.kiosk.sync.JournalIndex;
import fr.roubaix.cln.kiosk.sync.JournalIndex.Entry;
import fr.roubaix.cln.kiosk.sync.Statuts;
import fr.roubaix.cln.sync.ReceiptToken;
import fr.roubaix.cln.sync.ReceiptToken.Issuer;
import fr.roubaix.cln.sync.Statut;
import fr.roubaix.cln.web.CodeField;
import fr.roubaix.cln.web.Dates;
import fr.roubaix.cln.web.access.FourButtons;

/** A person holds out their receipt, or types its number. What a number proves is little, so what is told is little. */
@Route("suivre")
class FollowUpView extends Div implements HasDynamicTitle, LocaleChangeObserver, ReadsReceipts {

    private static final Set<Statut> KNOWN =
            Set.of(Statut.RECUE, Statut.RECEVABLE, Statut.IRRECEVABLE, Statut.A_COMPLETER, Statut.RETIREE);

    private final JournalIndex journal;
    private final Statuts statuts;
    private final Verification verification;
    private final CodeField number =
            new CodeField(getTranslation("suivre.numero"), getTranslation("suivre.numero.aide"));
    private final Paragraph answer = new Paragraph();
    private final H1 title = new H1();
    private final Paragraph lead = new Paragraph();
    private final Button look = new Button("", _ -> look());
    private final Scans scans;
    private Scan asked = Scan.whole("", Source.TYPED);
    private final Button back = new Button("", _ -> getUI().ifPresent(ui -> ui.navigate("")));

    FollowUpView(JournalIndex journal, Statuts statuts, Verification verification, Scans scans) {
        this.journal = journal;
        this.statuts = statuts;
        this.verification = verification;
        this.scans = scans;
        addClassName("page-view");
        number.setAutofocus(true);
        answer.addClassName("note");
        answer.setVisible(false);
        answer.getElement().setAttribute("role", "status");
        look.addThemeVariants(ButtonVariant.PRIMARY);
        look.addClickShortcut(Key.ENTER);
        FourButtons.wayBack(back);
        var acts = new Div(back, look);
        acts.addClassName("acts");
        lead.addClassName("lead");
        add(title, lead);
        TabletCamera.here(this::scanned).ifPresent(this::add);
        add(number, answer, acts);
    }

    /** What was typed stays, and is judged again in the new language. */
    @Override
    public void localeChange(LocaleChangeEvent event) {
        title.setText(getTranslation("suivre.titre"));
        lead.setText(getTranslation(scans.available() ? "suivre.explication.lecteur" : "suivre.explication"));
        number.setLabel(getTranslation("suivre.numero"));
        number.setHelperText(getTranslation("suivre.numero.aide"));
        look.setText(getTranslation("suivre.chercher"));
        back.setText(getTranslation("home.retour"));
        if (answer.isVisible() || number.isInvalid()) {
            judge();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("suivre.titre");
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
        switch (verification.of(asked)) {
            case Verdict.Genuine(var token) -> answer(genuine(token));
            case Verdict.CodeAlone(var code) ->
                answer(known(code).orElseGet(() -> withAge(getTranslation("suivre.inconnu"))));
            case Verdict.InPart _ -> answer(getTranslation("suivre.recu.en-partie"));
            case Verdict.NotGenuine _ -> answer(getTranslation("suivre.recu.pas-authentique"));
            case Verdict.Unverifiable(var _, boolean revoked) ->
                answer(getTranslation(revoked ? "suivre.recu.revoque" : "suivre.recu.inconnu"));
            case Verdict.NotOurs _ -> answer(getTranslation("suivre.recu.faux"));
            case Verdict.Mistyped _, Verdict.Nothing _ -> {
                number.refuse(getTranslation("suivre.mal-forme"));
                answer.setVisible(false);
            }
        }
    }

    private void answer(String words) {
        number.setInvalid(false);
        answer.setText(words);
        answer.setVisible(true);
    }

    /** The square proves who issued the paper, without the network; the status is what is known here. */
    private String genuine(ReceiptToken token) {
        return switch (token.purpose()) {
            case APPLICATION, WITHDRAWAL -> receipt(token);
            case RENEWAL_COUPON, RENEWAL_ANSWER, CONVOCATION -> getTranslation("suivre.autre-papier");
        };
    }

    private String receipt(ReceiptToken token) {
        String since = Dates.in(getLocale()).fullInstant(token.at());
        String proof = switch (token.issuer()) {
            case Issuer.Hub _ -> getTranslation("suivre.recu.hub", since);
            case Issuer.Kiosk kiosk ->
                getTranslation("suivre.recu.borne", since, kiosk.mairie().nom());
        };
        return proof + " " + known(token.code()).orElseGet(() -> withAge(getTranslation("suivre.rien")));
    }

    /** What the secretariat says here may be old: a kiosk works for weeks without the network. */
    private String withAge(String words) {
        return statuts.connusLe()
                .map(at -> words + " "
                        + getTranslation("suivre.age", Dates.in(getLocale()).fullInstant(at)))
                .orElse(words);
    }

    /** What was deposited elsewhere is known here only by what the hub signed of it. */
    private Optional<String> known(ReceiptCode code) {
        return journal.find(code).map(this::told).or(() -> statuts.find(code).map(this::elsewhere));
    }

    private String told(Entry entry) {
        String since = Dates.in(getLocale()).fullInstant(entry.at());
        return switch (entry.delivery()) {
            // Whatever the hub said of it once: without an ack it does not hold it now.
            case PENDING -> getTranslation("suivre.enregistree", since);
            case DELIVERED ->
                getTranslation("suivre.transmise", since)
                        + entry.statut()
                                .map(statut -> withAge(sentence(statut)))
                                .orElse("");
            // A status means that staff took it after all.
            case REFUSED, UNSENDABLE ->
                entry.statut().map(this::elsewhere).orElseGet(() -> getTranslation("suivre.a-verifier", since));
        };
    }

    private String elsewhere(Statut statut) {
        return withAge(getTranslation("suivre.ailleurs") + sentence(statut));
    }

    private String sentence(Statut statut) {
        boolean known = KNOWN.contains(statut);
        return " " + getTranslation("suivre.statut." + (known ? statut.mot() : "AUTRE"));
    }
}
