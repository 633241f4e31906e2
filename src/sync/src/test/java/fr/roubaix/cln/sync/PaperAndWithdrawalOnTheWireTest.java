package fr.roubaix.cln.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.NumeroDOriginal;
import fr.roubaix.cln.domaine.candidature.OrigineDuSecteur;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.DateDeNaissance;
import fr.roubaix.cln.domaine.habitant.Nom;
import fr.roubaix.cln.sync.Bulletin.AvisPublie;
import fr.roubaix.cln.sync.Bulletin.RenouvellementPublie;
import fr.roubaix.cln.sync.Message.CandidatureDeposee;
import fr.roubaix.cln.sync.Message.EvenementSurvenu;
import fr.roubaix.cln.sync.Message.FichePapier;
import fr.roubaix.cln.sync.Message.Nature;
import fr.roubaix.cln.sync.Message.Preuve;
import fr.roubaix.cln.sync.Message.RetraitDemande;

/** What an agent writes at a kiosk, byte by byte: forms copied from paper, withdrawals, notices put up. */
class PaperAndWithdrawalOnTheWireTest {

    private static final AgentId MARIAM = new AgentId("m.diallo");
    private static final LocalDate STAMP = LocalDate.of(2026, 12, 17);
    private static final ReceiptCode CODE = new ReceiptCode(4_242);

    @Test
    void a_form_copied_from_paper_is_read_as_it_was_written() {
        for (LocalDate posted : new LocalDate[] {null, LocalDate.of(2026, 12, 14)}) {
            for (OrigineDuSecteur origin : OrigineDuSecteur.values()) {
                var copied = new CandidatureDeposee(
                        CODE,
                        form(origin),
                        new FichePapier(new NumeroDOriginal("NORD0012"), true, STAMP, posted, MARIAM));
                assertThat(Message.decode(Kind.CANDIDATURE, copied.encode())).contains(copied);
            }
        }
    }

    @Test
    void what_a_person_fills_in_at_the_kiosk_is_written_as_before_paper_was_copied_there() {
        assertThat(new String(Samples.candidature().encode(), UTF_8))
                .startsWith("{\"v\":1,")
                .endsWith("\"publication\":\"SECTEUR_SEUL\"}");
    }

    @Test
    void the_day_that_counts_is_the_postmark_s_when_there_is_one() {
        var number = new NumeroDOriginal("7");
        assertThat(new FichePapier(number, true, STAMP, null, MARIAM).deposeeLe())
                .isEqualTo(STAMP);
        assertThat(new FichePapier(number, true, STAMP, STAMP.minusDays(3), MARIAM).deposeeLe())
                .isEqualTo(STAMP.minusDays(3));
        assertThatThrownBy(() -> new FichePapier(number, true, STAMP, STAMP.plusDays(1), MARIAM))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_withdrawal_is_read_as_it_was_written_whatever_proves_it() {
        for (Preuve proof : List.of(
                new Preuve.RecuScanne(),
                new Preuve.IdentiteVue(new Nom("Ben Saïd"), new DateDeNaissance(LocalDate.of(1961, 3, 2))))) {
            Message withdrawal = new RetraitDemande(CODE, MARIAM, proof);
            assertThat(withdrawal.kind()).isEqualTo(Kind.RETRAIT);
            assertThat(Message.decode(Kind.RETRAIT, withdrawal.encode())).contains(withdrawal);
            assertThat(Message.decode(Kind.CANDIDATURE, withdrawal.encode())).isEmpty();
        }
    }

    @Test
    void a_withdrawal_that_names_someone_without_a_birth_date_is_none() {
        String whole = new String(
                new RetraitDemande(
                                CODE,
                                MARIAM,
                                new Preuve.IdentiteVue(
                                        new Nom("Ben Saïd"), new DateDeNaissance(LocalDate.of(1961, 3, 2))))
                        .encode(),
                UTF_8);
        assertThat(Message.decode(
                        Kind.RETRAIT, whole.replace("\"1961-03-02\"", "null").getBytes(UTF_8)))
                .isEmpty();
        assertThat(Message.decode(
                        Kind.RETRAIT, whole.replace("1961-03-02", "1961-13-02").getBytes(UTF_8)))
                .isEmpty();
    }

    @Test
    void a_notice_put_up_is_an_event_that_says_which_since_when_and_by_whom() {
        var posted = new AvisPose(12, LocalDate.of(2027, 1, 22), MARIAM);
        Message event = posted.evenement();
        assertThat(event.kind()).isEqualTo(Kind.EVENEMENT);
        assertThat(Message.decode(Kind.EVENEMENT, event.encode())).contains(event);
        assertThat(posted.evenement().nature()).isEqualTo(Nature.AVIS_AFFICHE);
        assertThat(AvisPose.lire(posted.evenement().details())).contains(posted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "saut=12s",
                "avis=0 jour=2027-01-22 agent=m.diallo",
                "avis=12 jour=2027-02-30 agent=m.diallo",
                "avis=12 jour=2027-01-22 agent=M.DIALLO",
                "avis=12 jour=2027-01-22 agent=m.diallo ",
                "avis=99999999999999999999 jour=2027-01-22 agent=m.diallo"
            })
    void other_words_tell_of_no_notice(String details) {
        assertThat(AvisPose.lire(details)).isEmpty();
    }

    @Test
    void an_event_of_a_notice_fits_in_an_event() {
        var longest = new AvisPose(999_999_999_999_999_999L, STAMP, new AgentId("a".repeat(40)));
        EvenementSurvenu event = longest.evenement();
        assertThat(AvisPose.lire(event.details())).contains(longest);
    }

    @Test
    void a_bulletin_carries_notices_and_one_without_is_written_as_before() {
        var notice = new AvisPublie(
                3, "Résultats du tirage", "Ils sont affichés ici.\n\nVenez les lire.", STAMP, STAMP.plusMonths(2));
        var plain = Samples.bulletin();
        var bulletin = new Bulletin(
                plain.serial(),
                plain.at(),
                plain.reglement(),
                plain.appels(),
                plain.contacts(),
                plain.telephone(),
                plain.agents(),
                plain.bornes(),
                plain.successions(),
                plain.anciennesCles(),
                List.of(notice));
        assertThat(Bulletin.decode(bulletin.encode())).contains(bulletin);
        assertThat(new String(plain.encode(), UTF_8)).doesNotContain("avis");
        assertThat(notice.montreLe(STAMP.minusDays(1))).isFalse();
        assertThat(notice.montreLe(STAMP)).isTrue();
        assertThat(notice.montreLe(STAMP.plusMonths(2))).isTrue();
        assertThat(notice.montreLe(STAMP.plusMonths(2).plusDays(1))).isFalse();
    }

    @Test
    void a_bulletin_carries_a_campaign_of_renewal_and_one_without_is_written_as_before() {
        var campaign = new RenouvellementPublie(STAMP, STAMP.plusMonths(1));
        var plain = Samples.bulletin();
        var bulletin = new Bulletin(
                plain.serial(),
                plain.at(),
                plain.reglement(),
                plain.appels(),
                plain.contacts(),
                plain.telephone(),
                plain.agents(),
                plain.bornes(),
                plain.successions(),
                plain.anciennesCles(),
                plain.avis(),
                campaign);
        assertThat(Bulletin.decode(bulletin.encode())).contains(bulletin);
        assertThat(new String(plain.encode(), UTF_8)).doesNotContain("renouvellement");
        assertThat(campaign.enCours(STAMP.minusDays(1))).isFalse();
        assertThat(campaign.enCours(STAMP)).isTrue();
        assertThat(campaign.enCours(STAMP.plusMonths(1))).isTrue();
        assertThat(campaign.enCours(STAMP.plusMonths(1).plusDays(1))).isFalse();
    }

    private static FicheDeCandidature form(OrigineDuSecteur origin) {
        var form = Samples.candidature().fiche();
        return new FicheDeCandidature(
                form.habitant(), form.secteur(), origin, form.parite(), form.contact(), form.publication());
    }
}
