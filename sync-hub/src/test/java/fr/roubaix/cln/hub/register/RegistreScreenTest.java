package fr.roubaix.cln.hub.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.hub.HubScreens;

/** The register on its screen; rows of other tests are there too, and stay. */
class RegistreScreenTest extends HubScreens {

    @Autowired
    private Registre registre;

    @Autowired
    private ConsultationDuRegistre consultation;

    @Autowired
    private VerificationDuRegistre verification;

    @Autowired
    private TransactionTemplate transaction;

    private long premiere;

    @BeforeEach
    void threeRowsOfTheirOwn() {
        // A day that no other test reaches.
        clock.advance(Duration.ofDays(3_000 + registre.tete().numero()));
        as("ada", "ADMIN", () -> ecrire(Acte.BORNE_REVOQUEE.sur("borne 42").motif("Volée à 100 % dans la nuit")));
        premiere = registre.tete().numero();
        as("ada", "ADMIN", () -> ecrire(Acte.CONNEXION.sur("compte ada")));
        as(
                "maud.v",
                "SECRETARIAT",
                () -> ecrire(Acte.APPEL_CLOS.sur("appel 2035").motif("Fin")));
    }

    @Test
    @WithMockUser(username = "dpo", roles = "DPO")
    void rows_are_searched_by_words_author_act_and_period_as_the_address_says() {
        LocalDate jour = LocalDate.ofInstant(clock.instant(), fr.roubaix.cln.domaine.candidature.Appel.ROUBAIX);
        openAt("mots=100+%25+NUIT&auteur=ada&du=" + jour + "&au=" + jour);
        assertThat(field("Mots, objet ou numéro").getValue()).isEqualTo("100 % NUIT");
        assertThat(rows()).isEqualTo(1);
        field("Mots, objet ou numéro").setValue("appel");
        assertThat(rows()).as("still by ada").isZero();
        openAt("acte=APPEL_CLOS&du=" + jour);
        assertThat(rows()).isEqualTo(1);
        openAt("acte=RIEN&du=demain&auteur=personne&mots=borne+42");
        assertThat(rows())
                .as("what the address says wrongly counts for nothing")
                .isPositive();
    }

    @Test
    @WithMockUser(username = "elu", roles = "OBSERVATEUR")
    void who_watches_the_draw_sees_acts_and_not_when_colleagues_come_and_go() {
        var jour = Optional.of(LocalDate.ofInstant(clock.instant(), fr.roubaix.cln.domaine.candidature.Appel.ROUBAIX));
        var duJour = new Filtre("", Optional.empty(), Optional.empty(), jour, jour);
        assertThat(consultation.lignes(duJour, 0, 10))
                .extracting(Ligne::acte)
                .containsExactly("APPEL_CLOS", "BORNE_REVOQUEE");
        assertThat(as("dpo", "DPO", () -> consultation.combien(duJour))).isEqualTo(3);
    }

    @Test
    @WithMockUser(username = "dpo", roles = "DPO")
    void the_chain_is_verified_on_the_screen_which_gives_the_hash_to_copy_and_an_export_is_an_act() {
        var page = open("gestion/registre");
        click("Vérifier la chaîne");
        assertThat(text(page)).contains("La chaîne est intacte");
        assertThat($(TextField.class).all())
                .extracting(TextField::getValue)
                .contains(registre.tete().empreinte());
        var tout = consultation.exporter(Filtre.TOUT);
        assertThat(new String(tout, StandardCharsets.UTF_8)).contains("\"Borne révoquée\"", "\"borne 42\"");
        assertThat(JdbcRegistre.apres(jdbc, premiere + 2, 10))
                .extracting(Ligne::acte, Ligne::auteur)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("REGISTRE_EXPORTE", "dpo"));
    }

    @Test
    @WithMockUser(username = "ada", roles = "ADMIN")
    void a_broken_chain_is_an_alarm_on_the_dashboard_and_says_where() {
        jdbc.sql("DROP TRIGGER registre_jamais_change").update();
        try {
            jdbc.sql("UPDATE registre SET motif = 'Retirée du service' WHERE numero = ?")
                    .param(premiere)
                    .update();
            verification.chaqueJour();
            assertThat(text(open("gestion/registre"))).contains("La ligne " + premiere + " a été modifiée");
            assertThat(text(open("gestion"))).contains("Le registre a été altéré");
        } finally {
            jdbc.sql("UPDATE registre SET motif = 'Volée à 100 % dans la nuit' WHERE numero = ?")
                    .param(premiere)
                    .update();
            jdbc.sql("CREATE TRIGGER registre_jamais_change BEFORE UPDATE ON registre"
                            + " BEGIN SELECT RAISE(ABORT, 'cette table ne fait que grandir'); END")
                    .update();
        }
        assertThat(verification.verifier()).isInstanceOf(Constat.Intacte.class);
        open("gestion/registre");
        assertThat(text(open("gestion"))).doesNotContain("Le registre a été altéré");
    }

    private static void openAt(String query) {
        UI.getCurrent().navigate("gestion/registre", QueryParameters.fromString(query));
    }

    private long ecrire(Inscription inscription) {
        Long numero = transaction.execute(_ -> registre.inscrire(inscription));
        return numero == null ? -1 : numero;
    }

    private int rows() {
        return ((Grid<?>) $(Grid.class).single()).getDataCommunicator().getItemCount();
    }
}
