package fr.roubaix.cln.hub.droits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.candidature.Candidatures;
import fr.roubaix.cln.hub.candidature.RetraitSurOpposition.Etat;
import fr.roubaix.cln.hub.candidature.Statut;
import fr.roubaix.cln.hub.droits.Demande.Canal;
import fr.roubaix.cln.hub.droits.Demande.Droit;
import fr.roubaix.cln.hub.droits.Demande.Reponse;

/** An objection withdraws the application while it can, and ends with its answer on file (GDPR, art. 21). */
@WithMockUser(username = "dpo", roles = "DPO")
class OppositionScreenTest extends HubScreens {

    private static final LocalDate TODAY = LocalDate.of(2027, 5, 20);
    private static final String DICE = "407291380652719438650271946385";

    private static int people = 66_000;

    @Autowired
    private SuiviDesDemandes suivi;

    @Autowired
    private OppositionDUnePersonne opposition;

    @Autowired
    private LimitationDUnePersonne limitation;

    @Autowired
    private Candidatures candidatures;

    @BeforeEach
    void somebodyObjects() {
        openCall();
        people += 20;
        receive(people, "Zzyzxe", 1990, Secteur.NORD, Parite.FEMMES);
        assertThat(suivi.enregistrer(Droit.OPPOSITION, Canal.COURRIER, TODAY, code(0).affiche()))
                .isEmpty();
    }

    @Test
    void before_the_freeze_it_withdraws_the_application_as_any_withdrawal_and_answers() {
        as("maud.v", "SECRETARIAT", this::acceptAll);
        find(code(0));
        click("Retirer la candidature et répondre");
        assertThat(verification().isInvalid()).isTrue();
        assertThat(count("candidature WHERE stade = 'RETIREE'")).isZero();
        verification().setValue(Verification.ADRESSE_DU_DOSSIER);
        click("Retirer la candidature et répondre");
        assertThat(text(current())).contains("est retirée et l’opposition a sa réponse");
        assertThat(candidatures.dossier(code(0)).orElseThrow().statut())
                .isInstanceOfSatisfying(
                        Statut.Retiree.class,
                        retiree -> assertThat(retiree.voie()).isEqualTo(Statut.VoieDeRetrait.COURRIER));
        assertThat(count("decision WHERE stade = 'RETIREE' AND par = 'dpo'")).isOne();
        assertThat(answer()).isEqualTo(Reponse.FAITE);
        assertThat(acts(code(0)))
                .containsExactly(
                        "CANDIDATURE_RETIREE voie=COURRIER",
                        "OPPOSITION_TRAITEE demande="
                                + suivi.toutes().getFirst().numero()
                                + "\nidentite-verifiee=ADRESSE_DU_DOSSIER\nretrait=oui");
    }

    @Test
    void whoever_is_out_of_the_draw_already_is_answered_and_a_restricted_file_waits() {
        limitation.limiter(code(0), Verification.PIECE_VUE);
        find(code(0));
        assertThat(text(current())).contains("Levez d’abord la limitation");
        assertThat(buttons()).doesNotContain("Retirer la candidature et répondre", "Répondre à l’opposition");
        limitation.lever(code(0));
        jdbc.sql(
                        "UPDATE candidature SET etat = 'IRRECEVABLE', motif = 'HORS_DELAI', decidee_le = 1, decidee_par = 'maud.v'")
                .update();
        find(code(0));
        verification().setValue(Verification.PIECE_VUE);
        click("Répondre à l’opposition");
        assertThat(answer()).isEqualTo(Reponse.FAITE);
        assertThat(count("candidature WHERE etat = 'IRRECEVABLE' AND motif = 'HORS_DELAI'"))
                .isOne();
    }

    @Test
    void what_moved_since_it_was_shown_is_not_done() {
        find(code(0));
        verification().setValue(Verification.PIECE_VUE);
        as("maud.v", "SECRETARIAT", () -> {
            open("gestion/candidatures");
            return acceptAll();
        });
        var shown = new Etat.Retirable(0);
        assertThat(opposition.regler(suivi.toutes().getFirst().numero(), code(0), shown, Verification.PIECE_VUE))
                .isFalse();
        assertThat(count("candidature WHERE etat = 'RECEVABLE'")).isOne();
        assertThat(suivi.toutes().getFirst().suite()).isEmpty();
    }

    @Test
    void after_the_freeze_each_stage_says_what_becomes_of_it_and_the_list_stands() {
        for (int i = 1; i <= 7; i++) {
            receive(people + i, "Lotte", 1960 + i, Secteur.NORD, Parite.FEMMES);
        }
        as("maud.v", "SECRETARIAT", this::acceptAll);
        as("maud.v", "SECRETARIAT", this::closeCall);
        as("claire.d", "TIRAGE", () -> {
            freeze();
            return null;
        });
        find(code(0));
        assertThat(text(current()))
                .contains("peut annuler l’arrêt, avec ce motif", "Le délai de réponse court toujours");
        assertThat(buttons()).doesNotContain("Répondre à l’opposition", "Retirer la candidature et répondre");
        as("claire.d", "TIRAGE", () -> {
            open("gestion/tirage");
            openSession();
            dice(DICE);
            both("Proposer la graine (30 chiffres)");
            return null;
        });
        find(code(0));
        assertThat(text(current())).contains("traitée comme si elle refusait son siège");
        as("claire.d", "TIRAGE", () -> {
            open("gestion/tirage");
            click("Lancer le tirage");
            return null;
        });
        long withdrawn = count("candidature WHERE stade = 'RETIREE'");
        for (int i = 0; i <= 7; i++) {
            if (i > 0) {
                suivi.enregistrer(Droit.OPPOSITION, Canal.GUICHET, TODAY, code(i).affiche());
            }
            find(code(i));
            assertThat(text(current()))
                    .containsAnyOf("Son opposition vaut refus du siège", "gardées jusqu’au 20 août 2027 inclus");
            verification().setValue(Verification.PIECE_VUE);
            click("Répondre à l’opposition");
        }
        assertThat(suivi.toutes()).allMatch(d -> d.suite().orElseThrow().reponse() == Reponse.LISTE_ARRETEE);
        assertThat(count("candidature WHERE stade = 'RETIREE'"))
                .isEqualTo(withdrawn)
                .isZero();
        clock.advance(Duration.ofDays(93));
        suivi.enregistrer(
                Droit.OPPOSITION, Canal.GUICHET, TODAY.plusDays(93), unseated().affiche());
        find(unseated());
        assertThat(text(current())).contains("plus rien ne retient ses données", "Effacer définitivement");
    }

    private ReceiptCode unseated() {
        for (int i = 0; i <= 7; i++) {
            if (opposition.examiner(code(i)).orElseThrow() instanceof Etat.Arretee(var besoin)
                    && besoin instanceof fr.roubaix.cln.hub.candidature.BesoinDuTirage.Besoin.Aucun) {
                return code(i);
            }
        }
        throw new AssertionError("everybody has a seat");
    }

    private void find(ReceiptCode code) {
        open("gestion/droits");
        field("Numéro du reçu").setValue(code.affiche());
        click("Chercher");
    }

    private Reponse answer() {
        return suivi.toutes().getFirst().suite().orElseThrow().reponse();
    }

    private List<String> buttons() {
        return $(Button.class).all().stream().map(Button::getText).toList();
    }

    private List<String> acts(ReceiptCode code) {
        return jdbc.sql("SELECT acte || ' ' || details FROM registre WHERE objet LIKE ? AND auteur = 'dpo'"
                        + " AND acte <> 'DEMANDE_RECUE' ORDER BY numero")
                .param("%" + code.affiche())
                .query(String.class)
                .list();
    }

    @SuppressWarnings("unchecked") // the only choice of this name holds ways to verify
    private Select<Verification> verification() {
        return $(Select.class).all().stream()
                .filter(s -> "Comment l’identité a été vérifiée".equals(s.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private static ReceiptCode code(int who) {
        return new ReceiptCode((people + who) * 7919L);
    }
}
