package fr.roubaix.cln.hub.droits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import tools.jackson.databind.json.JsonMapper;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.droits.Droit;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.candidature.EffacementDUnePersonne;
import fr.roubaix.cln.hub.candidature.MotifDEffacement;
import fr.roubaix.cln.hub.candidature.ReadNames;
import fr.roubaix.cln.hub.droits.Demande.Canal;
import fr.roubaix.cln.hub.droits.Demande.Issue;
import fr.roubaix.cln.hub.droits.Demande.Verification;
import fr.roubaix.cln.hub.droits.ExportDUnePersonne.Forme;
import fr.roubaix.cln.hub.droits.SuiviDesDemandes.Refus;

/** What people ask, from its reception to an answer that is true. */
@WithMockUser(username = "dpo", roles = "DPO")
class DemandesScreenTest extends HubScreens {

    private static final LocalDate TODAY = LocalDate.of(2027, 5, 20);
    private static final String WHY = "Réponse donnée au guichet";

    private static int people = 61_000;

    @Autowired
    private SuiviDesDemandes suivi;

    @Autowired
    private ExportDUnePersonne export;

    @Autowired
    private EffacementDUnePersonne effacement;

    @Autowired
    private BeanFactory beans;

    @Test
    void a_request_is_entered_field_by_field_and_late_ones_are_said_in_words_and_on_the_dashboard() {
        open("gestion/demandes");
        assertThat(text(current())).contains("Aucune demande n’est enregistrée");
        click("Enregistrer");
        assertThat(select("Droit demandé").isInvalid()).isTrue();
        choose("Droit demandé", Droit.ACCES);
        click("Enregistrer");
        assertThat(select("Comment").isInvalid()).isTrue();
        choose("Comment", Canal.COURRIER);
        date("Reçue le").setValue(TODAY.plusDays(1));
        click("Enregistrer");
        assertThat(date("Reçue le").getErrorMessage()).contains("à venir");
        date("Reçue le").setValue(LocalDate.of(2027, 4, 19));
        click("Enregistrer");
        assertThat(text(current())).contains("La demande est enregistrée");
        first();
        assertThat(text(current())).contains("19 mai 2027", "En retard de 1 jour", "Pas encore retrouvée");
        open("gestion");
        assertThat(text(current())).contains("En retard : répondre à 1 demande de droits");
    }

    @Test
    void a_month_becomes_three_once_with_a_reason_and_only_in_time() {
        long numero = request(Droit.ACCES, TODAY);
        assertThat(suivi.prolonger(numero, "court")).contains(Refus.MOTIF_COURT);
        assertThat(suivi.prolonger(numero, "Recherches dans les archives papier"))
                .isEmpty();
        assertThat(only().delai().echeance()).isEqualTo(LocalDate.of(2027, 8, 20));
        assertThat(suivi.prolonger(numero, "Recherches dans les archives papier"))
                .contains(Refus.TROP_TARD_POUR_PROLONGER);
        long late = request(Droit.ACCES, LocalDate.of(2027, 4, 19));
        assertThat(suivi.prolonger(late, "Recherches dans les archives papier"))
                .contains(Refus.TROP_TARD_POUR_PROLONGER);
    }

    @Test
    void everything_that_is_kept_of_a_person_comes_in_both_files_and_the_register_names_nobody() {
        openCall();
        receive(person(), "Zzyzxe", 1990, Secteur.NORD, Parite.FEMMES);
        as("maud.v", "SECRETARIAT", this::acceptAll);
        long numero = request(Droit.ACCES, TODAY);
        assertThat(suivi.identifier(numero, "rien", Verification.PIECE_VUE)).contains(Refus.CODE_MAL_FORME);
        assertThat(suivi.identifier(numero, new ReceiptCode(5).affiche(), Verification.PIECE_VUE))
                .contains(Refus.CODE_INCONNU);
        assertThat(suivi.identifier(numero, code().affiche(), null)).contains(Refus.VERIFICATION_MANQUANTE);
        assertThat(suivi.identifier(numero, code().affiche(), Verification.PIECE_VUE))
                .isEmpty();
        String html = new String(export.exporter(numero, Forme.HTML), UTF_8);
        assertThat(html)
                .contains(
                        "Zzyzxe",
                        "8 rue du Vieil Abreuvoir",
                        "1990-03-14",
                        "RECEVABLE",
                        "Candidature déclarée recevable")
                .contains(code().affiche(), "maud.v", "Nord", "lang=\"fr\"")
                .doesNotContain("??", "null");
        var tree = JsonMapper.shared().readTree(export.exporter(numero, Forme.JSON));
        assertThat(tree.get("rubrique_identite").get(0).get("Nom de naissance").asString())
                .isEqualTo("Zzyzxe");
        assertThat(tree.get("rubrique_acces")).isNotEmpty();
        assertThat(tree.get("rubrique_demandes").get(0).get("Droit").asString()).startsWith("Accès");
        assertThat(count("acces WHERE ecran = 'DROITS' AND par = 'dpo'")).isPositive();
        assertThat(jdbc.sql("SELECT objet || motif || details FROM registre")
                        .query(String.class)
                        .list())
                .noneMatch(line -> line.contains("Zzyzxe"));
        assertThat(suivi.repondre(numero, Issue.ACCEPTEE, WHY)).isEmpty();
        assertThat(suivi.repondre(numero, Issue.REFUSEE, WHY)).contains(Refus.DEJA_CLOSE);
    }

    @Test
    void a_restricted_file_is_read_by_the_officer_alone_and_decided_by_nobody() {
        openCall();
        receive(person(), "Zzyzxe", 1990, Secteur.NORD, Parite.FEMMES);
        long numero = identified(Droit.LIMITATION);
        assertThat(suivi.repondre(numero, Issue.ACCEPTEE, WHY)).contains(Refus.PAS_ENCORE_LIMITEE);
        assertThat(suivi.limiter(numero, true)).isEmpty();
        assertThat(suivi.limiter(numero, true)).contains(Refus.DEJA_LIMITEE);
        as("maud.v", "SECRETARIAT", () -> {
            open("gestion/candidatures");
            assertThat(text(current())).doesNotContain("Zzyzxe");
            firstRow();
            assertThat(text(current()))
                    .contains("Le traitement de ce dossier est limité")
                    .doesNotContain("Zzyzxe", "Déclarer recevable");
            return null;
        });
        as("maud.v", "SECRETARIAT", this::acceptAll);
        assertThat(count("candidature WHERE etat = 'DEPOSEE'")).isOne();
        assertThat(new String(export.exporter(numero, Forme.HTML), UTF_8))
                .contains("Zzyzxe", "Traitement limité depuis");
        assertThat(suivi.repondre(numero, Issue.ACCEPTEE, WHY)).isEmpty();
        assertThat(suivi.limiter(numero, false)).isEmpty();
        assertThat(as("maud.v", "SECRETARIAT", () -> ReadNames.of(beans, appel())))
                .containsExactly("Camille Zzyzxe");
    }

    @Test
    void a_yes_to_an_erasure_is_believed_only_once_the_person_is_erased() {
        openCall();
        receive(person(), "Zzyzxe", 1990, Secteur.NORD, Parite.FEMMES);
        long numero = identified(Droit.OPPOSITION);
        assertThat(suivi.repondre(numero, Issue.ACCEPTEE, WHY)).contains(Refus.PAS_ENCORE_EFFACEE);
        open("gestion/demandes");
        first();
        assertThat(text(current())).contains("peut être effacée maintenant");
        effacement.effacer(code(), MotifDEffacement.OPPOSITION);
        assertThat(suivi.repondre(numero, Issue.ACCEPTEE, WHY)).isEmpty();
        assertThat(new String(export.exporter(numero, Forme.HTML), UTF_8))
                .contains("Identité effacée le")
                .doesNotContain("Zzyzxe");
    }

    @Test
    void an_erasure_asked_after_the_freeze_is_told_why_it_waits_and_is_answered_in_part() {
        openCall();
        receive(person(), "Zzyzxe", 1990, Secteur.NORD, Parite.FEMMES);
        as("maud.v", "SECRETARIAT", this::acceptAll);
        as("maud.v", "SECRETARIAT", this::closeCall);
        as("claire.d", "TIRAGE", () -> {
            freeze();
            return null;
        });
        long numero = identified(Droit.EFFACEMENT);
        open("gestion/demandes");
        first();
        assertThat(text(current())).contains("Refusé pour l’instant : la liste est arrêtée");
        assertThat(suivi.repondre(numero, Issue.ACCEPTEE, WHY)).contains(Refus.PAS_ENCORE_EFFACEE);
        assertThat(suivi.repondre(numero, Issue.EN_PARTIE, "Effacement après le tirage, art. 17 §3 e"))
                .isEmpty();
    }

    @Test
    void requests_to_answer_come_first_by_their_last_day() {
        request(Droit.ACCES, TODAY);
        long oldest = request(Droit.EFFACEMENT, TODAY.minusDays(20));
        long closed = request(Droit.OPPOSITION, TODAY.minusDays(40));
        assertThat(suivi.repondre(closed, Issue.SANS_OBJET, WHY)).isEmpty();
        assertThat(suivi.toutes())
                .extracting(Demande::numero)
                .startsWith(oldest)
                .endsWith(closed);
        assertThat(suivi.compte()).isEqualTo(new SuiviDesDemandes.Compte(2, 0));
        clock.set(Instant.parse("2027-06-01T08:00:00Z"));
        assertThat(suivi.compte()).isEqualTo(new SuiviDesDemandes.Compte(2, 1));
    }

    private long request(Droit droit, LocalDate received) {
        assertThat(suivi.enregistrer(droit, Canal.MAIRIE, received)).isEmpty();
        return count("demande_de_droits");
    }

    private long identified(Droit droit) {
        long numero = request(droit, TODAY);
        assertThat(suivi.identifier(numero, code().affiche(), Verification.RECU_ET_PIECE))
                .isEmpty();
        return numero;
    }

    private Demande only() {
        return suivi.toutes().getFirst();
    }

    private String appel() {
        return jdbc.sql("SELECT id FROM appel").query(String.class).single();
    }

    /** Another number each time: who was erased once stays so, whatever a test empties. */
    private static int person() {
        people++;
        return people;
    }

    private static ReceiptCode code() {
        return new ReceiptCode(people * 7919L);
    }

    private void first() {
        firstRow();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // rows are only clicked
    private void firstRow() {
        Grid grid = $(Grid.class).single();
        test(grid).clickRow(0);
    }

    @SuppressWarnings("unchecked")
    private <T> void choose(String label, T value) {
        ((Select<T>) select(label)).setValue(value);
    }

    private Select<?> select(String label) {
        return Optional.ofNullable($(Select.class).all().stream()
                        .filter(s -> label.equals(s.getLabel()))
                        .findFirst()
                        .orElse(null))
                .orElseThrow();
    }
}
