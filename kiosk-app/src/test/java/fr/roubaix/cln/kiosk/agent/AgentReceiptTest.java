package fr.roubaix.cln.kiosk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hardware.scanner.Scan;
import fr.roubaix.cln.hardware.scanner.Scan.Source;
import fr.roubaix.cln.kiosk.StillHub;
import fr.roubaix.cln.kiosk.receipt.Receipts.Impression;
import fr.roubaix.cln.kiosk.receipt.Receipts.Raison;
import fr.roubaix.cln.kiosk.sync.Gestes;
import fr.roubaix.cln.sync.Bulletin.AppelPublie;
import fr.roubaix.cln.sync.Bulletin.BornePubliee;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.Message.ClotureDeclaree;
import fr.roubaix.cln.sync.Message.Preuve;
import fr.roubaix.cln.sync.ReceiptToken;
import fr.roubaix.cln.sync.ReceiptToken.Issuer;
import fr.roubaix.cln.sync.ReceiptToken.Purpose;
import fr.roubaix.cln.sync.SigningKey;

/** A person comes to the counter with a receipt, or with its number. */
@ViewPackages(packages = {"fr.roubaix.cln.kiosk.agent", "fr.roubaix.cln.kiosk.home", "fr.roubaix.cln.kiosk.session"})
class AgentReceiptTest extends AgentScreen {

    private static final ReceiptCode CODE = new ReceiptCode(987_654_321L);
    private static final SigningKey OF_THE_SOUTH = SigningKey.generate();
    private static final Issuer SOUTH = new Issuer.Kiosk(new KioskId(5), Secteur.SUD);
    private static final Instant ISSUED = Instant.parse("2025-06-02T09:30:00Z");

    @Autowired
    RetraitAuGuichet withdrawals;

    @Autowired
    Gestes gestures;

    @Test
    void a_scanned_receipt_is_told_genuine_with_where_and_when_and_no_name() {
        knowTheSouth(false);
        receipts();
        scan(token(Purpose.APPLICATION, OF_THE_SOUTH));
        assertThat(words())
                .contains("Reçu authentique")
                .contains(CODE.affiche())
                .contains("lundi 2 juin 2025 à 11 h 30")
                .contains("la mairie Sud, borne 5")
                .contains("Le hub n’a encore envoyé aucun état");
        assertThat(button("Réimprimer")).as("not a receipt of this kiosk").isEmpty();
        assertThat(button("Retirer la candidature")).isPresent();
    }

    @Test
    void what_the_hub_said_is_told_with_its_age() {
        knowTheSouth(false);
        status("RECEVABLE");
        jdbc.sql("UPDATE link SET statuts_at = ?")
                .param(Instant.parse("2025-06-09T12:02:00Z").toEpochMilli())
                .update();
        receipts();
        scan(token(Purpose.APPLICATION, OF_THE_SOUTH));
        assertThat(words())
                .contains("Elle peut participer au tirage au sort")
                .contains("État connu le 9 juin 2025 à 14 h 02");
        jdbc.sql("UPDATE link SET statuts_at = 0").update();
    }

    @Test
    void a_receipt_that_is_not_genuine_is_told_from_one_of_an_unknown_or_revoked_kiosk() {
        knowTheSouth(false);
        receipts();
        scan(token(Purpose.APPLICATION, SigningKey.generate()));
        assertThat(words()).contains("n’est pas authentique ici").contains("d’une autre ville");
        scan(token(Purpose.APPLICATION, OF_THE_SOUTH).substring(0, 40));
        assertThat(words()).contains("qu’une partie du carré");
        scan(token(Purpose.APPLICATION, OF_THE_SOUTH) + "A");
        assertThat(words()).contains("n’est pas authentique ici");
        hub.kiosks = List.of();
        scan(token(Purpose.APPLICATION, OF_THE_SOUTH));
        assertThat(words()).contains("ne connaît pas la borne qui a remis ce reçu");
        knowTheSouth(true);
        scan(token(Purpose.APPLICATION, OF_THE_SOUTH));
        assertThat(words()).contains("n’est plus en service").contains("à vérifier auprès du secrétariat");
        scan(token(Purpose.CONVOCATION, OF_THE_SOUTH));
        knowTheSouth(false);
        scan(token(Purpose.CONVOCATION, OF_THE_SOUTH));
        assertThat(words()).contains("convocation à une réunion");
        assertThat(title()).isEqualTo("Présentez le reçu");
    }

    @ParameterizedTest
    @CsvSource({"'', Présentez un reçu", "12345, ni un numéro juste", "3274080905458, ni un numéro juste"})
    void what_is_typed_wrong_is_told_at_the_field(String typed, String words) {
        receipts();
        test($(TextField.class).single()).setValue(typed);
        click("Chercher");
        assertThat($(TextField.class).single().isInvalid()).isTrue();
        assertThat($(TextField.class).single().getErrorMessage()).contains(words);
    }

    @Test
    void ten_thousand_characters_brought_by_a_scanner_are_no_receipt() {
        receipts();
        scan("A".repeat(10_000));
        assertThat(words()).contains("n’est pas celui d’un reçu");
    }

    @Test
    void what_is_scanned_while_no_screen_waits_is_shown_to_nobody() {
        receipts();
        click("Retour");
        String before = words();
        scans.bring(Scan.whole(token(Purpose.APPLICATION, OF_THE_SOUTH), Source.SERIAL));
        poll();
        assertThat(words()).isEqualTo(before);
        door("Scanner un reçu");
        poll();
        assertThat(title()).isEqualTo("Présentez le reçu");
    }

    @Test
    void a_typed_number_proves_nothing_and_the_screen_says_so() {
        ours();
        typed(CODE.affiche().toLowerCase(java.util.Locale.ROOT).replace("-", " "));
        assertThat(words())
                .contains("il ne prouve pas à qui est la candidature")
                .contains("Enregistrée sur cette borne, pas encore transmise");
        assertThat(button("Réimprimer")).isPresent();
    }

    @Test
    void an_application_and_its_withdrawal_are_called_sent_only_once_the_hub_has_signed_for_them() {
        ours();
        withdrawals.retirer(ids.get(), CODE, Agents.MARIAM.id(), new Preuve.RecuScanne());
        typed(CODE.affiche());
        assertThat(words()).doesNotContain("Transmise au secrétariat").doesNotContain("et transmis");
        jdbc.sql("UPDATE inscription SET delivery = 'DELIVERED'").update();
        click("Autre reçu");
        typed(CODE.affiche());
        assertThat(words()).contains("Transmise au secrétariat").contains("par m.diallo, et transmis");
    }

    @Test
    void a_withdrawal_with_the_receipt_takes_one_question_and_prints_its_own_receipt() {
        knowTheSouth(false);
        receipts();
        scan(token(Purpose.APPLICATION, OF_THE_SOUTH));
        click("Retirer la candidature");
        assertThat(words()).contains("avec son reçu").contains("ne participera plus au tirage");
        assertThat(withdrawn()).isZero();
        click("Oui, retirer");
        assertThat(withdrawn()).isOne();
        assertThat(papers.asked).containsExactly("withdrawal " + CODE.affiche());
        assertThat(words())
                .contains("Le retrait de " + CODE.affiche() + " est enregistré")
                .contains("imprimé");
        click("Terminé");
        door("Scanner un reçu");
        scan(token(Purpose.APPLICATION, OF_THE_SOUTH));
        assertThat(words())
                .contains("Retrait enregistré ici le")
                .contains("m.diallo")
                .contains("pas encore transmis");
        assertThat(button("Retirer la candidature")).as("once").isEmpty();
    }

    @Test
    void without_the_receipt_the_agent_copies_the_identity_document_and_bad_input_is_told_at_the_field() {
        ours();
        typed(CODE.affiche());
        click("Retirer la candidature");
        assertThat(title()).isEqualTo("Qui retire sa candidature ?");
        click("Continuer");
        assertThat(field("Nom sur la pièce d’identité").getErrorMessage()).contains("Écrivez");
        test(field("Nom sur la pièce d’identité")).setValue("x".repeat(10_000));
        click("Continuer");
        assertThat(field("Nom sur la pièce d’identité").getErrorMessage()).contains("100 caractères");
        test(field("Nom sur la pièce d’identité")).setValue("Ben Saïd");
        test(field("Jour")).setValue("2");
        test(field("Mois")).setValue("3");
        test(field("Année")).setValue("1961");
        click("Continuer");
        assertThat(words()).contains("Ben Saïd, personne née le 2 mars 1961");
        click("Oui, retirer");
        assertThat(withdrawn()).isOne();
        assertThat(words()).doesNotContain("Ben Saïd");
    }

    @Test
    void two_touches_or_two_agents_record_one_withdrawal() {
        var id = ids.get();
        var proof = new Preuve.RecuScanne();
        assertThat(withdrawals.retirer(id, CODE, Agents.MARIAM.id(), proof))
                .isInstanceOf(RetraitAuGuichet.Issue.Retiree.class);
        assertThat(withdrawals.retirer(id, CODE, Agents.MARIAM.id(), proof))
                .isInstanceOf(RetraitAuGuichet.Issue.DejaRetiree.class);
        assertThat(withdrawals.retirer(ids.get(), CODE, Agents.VOLANT.id(), proof))
                .isInstanceOf(RetraitAuGuichet.Issue.DejaRetiree.class);
        assertThat(withdrawn()).isOne();
    }

    @Test
    void once_this_mairie_has_closed_the_call_a_withdrawal_needs_the_hub() {
        hub.calls = List.of(new AppelPublie(StillHub.APPEL, true));
        journal.note(ids.get(), new ClotureDeclaree(StillHub.APPEL.id(), Agents.MARIAM.id(), 0, 0));
        knowTheSouth(false);
        hub.connected = false;
        receipts();
        scan(token(Purpose.APPLICATION, OF_THE_SOUTH));
        click("Retirer la candidature");
        click("Oui, retirer");
        assertThat(words()).contains("Cette mairie a clôturé l’appel").contains("Rien n’est retiré");
        assertThat(withdrawn()).isZero();
        hub.connected = true;
        click("Oui, retirer");
        assertThat(withdrawn()).isOne();
    }

    @Test
    void a_printer_that_fails_undoes_nothing_and_prints_again() {
        papers.answer = new Impression.NonImprime(Raison.PLUS_DE_PAPIER);
        knowTheSouth(false);
        receipts();
        scan(token(Purpose.APPLICATION, OF_THE_SOUTH));
        click("Retirer la candidature");
        click("Oui, retirer");
        assertThat(words()).contains("plus de papier").contains("Tout est enregistré");
        papers.answer = new Impression.Imprime();
        click("Imprimer de nouveau");
        assertThat(words()).contains("Le reçu est imprimé");
        assertThat(papers.asked).hasSize(2);
        assertThat(withdrawn()).isOne();
    }

    @Test
    void a_duplicate_needs_an_identity_has_its_number_and_keeps_the_code() {
        ours();
        for (int number = 1; number <= 2; number++) {
            typed(CODE.affiche());
            click("Réimprimer");
            assertThat(words()).contains("ce sera le duplicata n° " + number);
            click("Imprimer le duplicata");
            assertThat($(Checkbox.class).single().isInvalid()).isTrue();
            test($(Checkbox.class).single()).click();
            click("Imprimer le duplicata");
            assertThat(title()).isEqualTo("Duplicata n° " + number);
            click("Terminé");
            door("Scanner un reçu");
        }
        assertThat(papers.asked)
                .containsExactly(
                        "duplicate 1 of " + CODE.affiche() + " at " + clock.instant(),
                        "duplicate 2 of " + CODE.affiche() + " at " + clock.instant());
        assertThat(gestures.duplicatas(CODE)).isEqualTo(2);
        assertThat(jdbc.sql("SELECT DISTINCT agent FROM print_job")
                        .query(String.class)
                        .list())
                .containsExactly("m.diallo");
    }

    @Test
    void an_agent_who_is_taken_off_does_nothing_more() {
        knowTheSouth(false);
        receipts();
        scan(token(Purpose.APPLICATION, OF_THE_SOUTH));
        click("Retirer la candidature");
        hub.agents = List.of(Agents.VOLANT);
        click("Oui, retirer");
        assertThat(withdrawn()).isZero();
    }

    private void receipts() {
        signIn();
        door("Scanner un reçu");
    }

    /** An application recorded on this kiosk. */
    private void ours() {
        journal.append(ids.get(), new fr.roubaix.cln.sync.Message.CandidatureDeposee(CODE, Formulaires.valide()));
        receipts();
    }

    private void typed(String text) {
        test($(TextField.class).single()).setValue(text);
        click("Chercher");
    }

    private void scan(String text) {
        assertThat(scans.bring(Scan.whole(text, Source.SERIAL))).isTrue();
        poll();
    }

    void door(String title) {
        test($(NativeButton.class).all().stream()
                        .filter(b -> b.hasClassName("agent__porte") && text(b).startsWith(title))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    private TextField field(String label) {
        return $(TextField.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private int withdrawn() {
        return jdbc.sql("SELECT count(*) FROM inscription WHERE kind = 'RETRAIT'")
                .query(Integer.class)
                .single();
    }

    private void status(String word) {
        jdbc.sql("INSERT INTO statut (code, statut) VALUES (?, ?)")
                .params(CODE.texte(), word)
                .update();
    }

    private void knowTheSouth(boolean revoked) {
        hub.kiosks = List.of(new BornePubliee(new KioskId(5), Secteur.SUD, 1, OF_THE_SOUTH.verifyingKey(), revoked));
    }

    private static String token(Purpose purpose, SigningKey key) {
        return new ReceiptToken(1, CODE, SOUTH, purpose, ISSUED).sign(key);
    }
}
