package fr.roubaix.cln.hub.droits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import tools.jackson.databind.json.JsonMapper;

import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Habitant;
import fr.roubaix.cln.domaine.habitant.Nom;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.candidature.Deliveries;
import fr.roubaix.cln.hub.candidature.EffacementDUnePersonne;
import fr.roubaix.cln.hub.candidature.MotifDEffacement;
import fr.roubaix.cln.hub.candidature.ReadNames;
import fr.roubaix.cln.hub.droits.ExportDUnePersonne.Forme;

/** What is handed to a person of their data, and what nobody may do while their file is restricted. */
@WithMockUser(username = "dpo", roles = "DPO")
class DonneesDUnePersonneTest extends HubScreens {

    /** Another number each time: who was erased once stays so, whatever a test empties. */
    private static int people = 61_000;

    @Autowired
    private SuiviDesDemandes suivi;

    @Autowired
    private ExportDUnePersonne export;

    @Autowired
    private RectificationDUnePersonne rectification;

    @Autowired
    private EffacementDUnePersonne effacement;

    @Autowired
    private BeanFactory beans;

    @Test
    void everything_that_is_kept_of_a_person_comes_in_both_files_and_the_register_names_nobody() {
        someone();
        as("maud.v", "SECRETARIAT", this::acceptAll);
        assertThat(suivi.enregistrer(
                        Demande.Droit.ACCES, Demande.Canal.GUICHET, LocalDate.of(2027, 5, 20), code().affiche()))
                .isEmpty();
        String html = file(Forme.HTML);
        assertThat(html)
                .contains("Zzyzxe", street(), "1990-03-14", "<dd>recevable</dd>")
                .contains("Candidature déclarée recevable", code().affiche(), "maud.v", "Nord", "lang=\"fr\"")
                .contains("Accès aux données (RGPD, art. 15)", "21 juin 2027")
                .doesNotContain("??", "null");
        var tree = JsonMapper.shared().readTree(file(Forme.JSON));
        assertThat(tree.get("rubrique_identite").get(0).get("Nom de naissance").asString())
                .isEqualTo("Zzyzxe");
        assertThat(tree.get("rubrique_acces").size()).isPositive();
        assertThat(count("acces WHERE ecran = 'DROITS' AND par = 'dpo'")).isPositive();
        assertThat(count(
                        "registre WHERE acte = 'PERSONNE_EXPORTEE' AND objet = 'candidature " + code().affiche() + "'"))
                .isEqualTo(2);
        assertThat(jdbc.sql("SELECT objet || motif || details FROM registre")
                        .query(String.class)
                        .list())
                .noneMatch(line -> line.contains("Zzyzxe"));
        assertThat(export.exporter(new ReceiptCode(3), Forme.HTML, Verification.PIECE_VUE))
                .isEmpty();
    }

    @Test
    void all_that_was_decided_asked_corrected_and_opened_about_a_person_is_there_and_nothing_of_anybody_else() {
        someone();
        var other = new ReceiptCode(++people * 7919L);
        receive(people, "Wattrelos", 1961, Secteur.SUD, Parite.HOMMES);
        people--;
        as("maud.v", "SECRETARIAT", () -> {
            open("gestion/candidatures");
            assertThat(ReadNames.examined(beans, code(), other)).isTrue();
            return null;
        });
        clock.advance(Duration.ofMinutes(5));
        correct();
        var file = file(Forme.HTML).replace('\u00a0', ' ');
        assertThat(file)
                .contains("à compléter", "la date de naissance, autre chose", "Rappeler après 18 heures", "2 juin 2027")
                .contains("la décision précédente est reprise : la candidature est de nouveau à examiner")
                .contains("retirée à votre demande", "au guichet", "la décision n° 3 vaut de nouveau")
                .contains("deux personnes différentes", "Réponse levée le")
                .contains("Données d’une personne rectifiées", "rectifie=prénoms")
                .contains("(autre dossier)")
                .doesNotContain(other.affiche(), other.texte(), "Wattrelos", "1961");
        var tree = JsonMapper.shared().readTree(file(Forme.JSON));
        assertThat(tree.get("rubrique_decisions").size()).isEqualTo(5);
        assertThat(tree.get("rubrique_complements").size()).isOne();
        assertThat(tree.get("rubrique_ressemblances").size()).isOne();
        assertThat(tree.get("rubrique_rectifications").size()).isOne();
        var opened = tree.get("rubrique_acces");
        assertThat(opened.get(0).get("En tant que").asString()).isEqualTo("Secrétariat");
        assertThat(opened.get(0).get("Le").asString()).contains("20 mai 2027");
        assertThat(opened.get(opened.size() - 1).get("En tant que").asString()).isEqualTo("Protection des données");
    }

    /** Corrects the first name, at their request. */
    private void correct() {
        assertThat(suivi.enregistrer(
                        Demande.Droit.RECTIFICATION,
                        Demande.Canal.GUICHET,
                        LocalDate.of(2027, 5, 20),
                        code().affiche()))
                .isEmpty();
        var before = rectification.ouvrir(code()).orElseThrow();
        var fiche = Deliveries.of(people, "Zzyzxe", 1990, Secteur.NORD, Parite.FEMMES, clock.instant())
                .fiche();
        var habitant = fiche.habitant();
        assertThat(rectification.rectifier(
                        code(),
                        before.dossier().changement(),
                        new FicheDeCandidature(
                                new Habitant(
                                        habitant.nomDeNaissance(),
                                        null,
                                        new Nom("Dominique"),
                                        habitant.naissance(),
                                        habitant.adresse()),
                                fiche.secteur(),
                                fiche.parite(),
                                fiche.contact(),
                                fiche.publication()),
                        new RectificationDUnePersonne.Suite(
                                suivi.toutes().getFirst().numero(),
                                MotifDeRectification.INEXACT,
                                Verification.PIECE_VUE,
                                Demande.Reponse.FAITE)))
                .isInstanceOf(RectificationDUnePersonne.Issue.Faite.class);
    }

    @Test
    void a_restricted_file_is_read_by_the_officer_alone_and_decided_by_nobody() {
        someone();
        find();
        click("Limiter le traitement");
        assertThat(verification().isInvalid()).isTrue();
        assertThat(count("limitation")).isZero();
        verification().setValue(Verification.RECU_ET_PIECE);
        click("Limiter le traitement");
        assertThat(text(current())).contains("est limité : vous seul pouvez le lire");
        as("maud.v", "SECRETARIAT", () -> {
            assertThat(ReadNames.of(beans, appel()))
                    .as("rows are no text of the page")
                    .containsExactly("");
            open("gestion/candidatures");
            firstRow();
            assertThat(text(current()))
                    .contains("Le traitement de ce dossier est limité")
                    .doesNotContain("Zzyzxe", "Déclarer recevable");
            return null;
        });
        as("maud.v", "SECRETARIAT", this::acceptAll);
        assertThat(count("candidature WHERE etat = 'DEPOSEE'")).isOne();
        assertThat(file(Forme.HTML)).contains("Zzyzxe", "Traitement limité depuis");
        find();
        click("Lever la limitation");
        assertThat(as("maud.v", "SECRETARIAT", () -> ReadNames.of(beans, appel())))
                .containsExactly("Camille Zzyzxe");
    }

    @Test
    void what_is_handed_of_a_person_who_was_erased_says_when_and_no_name() {
        someone();
        effacement.effacer(code(), MotifDEffacement.OPPOSITION);
        assertThat(file(Forme.HTML)).contains("Identité effacée le").doesNotContain("Zzyzxe");
    }

    @Test
    void requests_without_an_answer_stand_on_the_dashboard_late_ones_first() {
        open("gestion/droits");
        assertThat(suivi.enregistrer(Demande.Droit.ACCES, Demande.Canal.COURRIER, LocalDate.of(2027, 4, 19), ""))
                .isEmpty();
        assertThat(suivi.enregistrer(Demande.Droit.ACCES, Demande.Canal.COURRIER, LocalDate.of(2027, 5, 19), ""))
                .isEmpty();
        open("gestion");
        assertThat(text(current()))
                .contains("En retard : répondre à 1 demande de droits", "Répondre à 1 demande de droits");
    }

    private void someone() {
        openCall();
        people++;
        receive(people, "Zzyzxe", 1990, Secteur.NORD, Parite.FEMMES);
    }

    private void find() {
        open("gestion/droits");
        field("Numéro du reçu").setValue(code().affiche());
        click("Chercher");
    }

    private String file(Forme forme) {
        return new String(export.exporter(code(), forme, Verification.PIECE_VUE).orElseThrow(), UTF_8);
    }

    private String appel() {
        return jdbc.sql("SELECT id FROM appel").query(String.class).single();
    }

    /** Where this very person lives: no two people live in one street. */
    private String street() {
        return Deliveries.of(people, "Zzyzxe", 1990, Secteur.NORD, Parite.FEMMES, clock.instant())
                .fiche()
                .habitant()
                .adresse()
                .voie();
    }

    private static ReceiptCode code() {
        return new ReceiptCode(people * 7919L);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // rows of another package are only clicked
    private void firstRow() {
        Grid grid = $(Grid.class).single();
        test(grid).clickRow(0);
    }

    @SuppressWarnings("unchecked") // the one choice with this label
    private Select<Verification> verification() {
        return (Select<Verification>) $(Select.class).all().stream()
                .filter(s -> "Comment l’identité a été vérifiée".equals(s.getLabel()))
                .findFirst()
                .orElseThrow();
    }
}
