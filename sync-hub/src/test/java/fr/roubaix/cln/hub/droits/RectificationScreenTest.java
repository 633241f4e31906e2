package fr.roubaix.cln.hub.droits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.DateDeNaissance;
import fr.roubaix.cln.domaine.habitant.Habitant;
import fr.roubaix.cln.domaine.habitant.Nom;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.candidature.Candidatures;
import fr.roubaix.cln.hub.candidature.Deliveries;
import fr.roubaix.cln.hub.candidature.DoublonsDeLAppel;
import fr.roubaix.cln.hub.candidature.ReadNames;
import fr.roubaix.cln.hub.candidature.RectificationDesDossiers.Refus;
import fr.roubaix.cln.hub.droits.Demande.Canal;
import fr.roubaix.cln.hub.droits.Demande.Droit;
import fr.roubaix.cln.hub.droits.Demande.Reponse;

/** What a person wrote is corrected at their request, and the request is answered in the same act (GDPR, art. 16). */
@WithMockUser(username = "dpo", roles = "DPO")
class RectificationScreenTest extends HubScreens {

    private static final LocalDate TODAY = LocalDate.of(2027, 5, 20);
    private static final String DICE = "407291380652719438650271946385";

    private static int people = 64_000;

    @Autowired
    private SuiviDesDemandes suivi;

    @Autowired
    private RectificationDUnePersonne rectification;

    @Autowired
    private Candidatures candidatures;

    @Autowired
    private DoublonsDeLAppel doublons;

    @Autowired
    private BeanFactory beans;

    @BeforeEach
    void somebodyAsks() {
        openCall();
        people += 10;
        receive(people, "Zzyzxe", 1990, Secteur.NORD, Parite.FEMMES);
        assertThat(suivi.enregistrer(Droit.RECTIFICATION, Canal.GUICHET, TODAY, code().affiche()))
                .isEmpty();
    }

    @Test
    void what_was_and_what_will_be_stand_side_by_side_and_one_act_writes_it_and_answers() {
        byte[] before = sealed();
        openForm();
        assertThat(text(current())).contains("Zzyzxe", "8 rue ", "14/03/1990", "Ce qui sera écrit");
        assertThat(field("Nom de naissance", true).getValue()).isEqualTo("Zzyzxe");
        field("Nom de naissance", true).setValue("Zzyzxette");
        field("Numéro et rue", true).setValue("12 rue de la Gare");
        field("Téléphone (facultatif)", true).setValue("06 12 34 56 78");
        chosen("Secteur du domicile").setValue(Secteur.SUD);
        reason(MotifDeRectification.INEXACT);
        click("Rectifier et répondre");
        assertThat(text(current())).contains("sont rectifiées et la demande a sa réponse");
        assertThat(names()).containsExactly("Camille Zzyzxette");
        assertThat(sealed()).isNotEqualTo(before);
        assertThat(candidatures.dossier(code()).orElseThrow().secteur()).isEqualTo(Secteur.SUD);
        assertThat(suivi.toutes().getFirst().suite().map(Demande.Suite::reponse))
                .contains(Reponse.FAITE);
        assertThat(rows("DOSSIER_RECTIFIE"))
                .singleElement()
                .asString()
                .startsWith("candidature " + code().affiche() + " Ce qui est écrit est inexact")
                .contains("rectifie=nom de naissance, adresse, secteur, téléphone", "identite-verifiee=PIECE_VUE")
                .contains("a-examiner-de-nouveau=non");
        assertThat(jdbc.sql("SELECT objet || motif || details FROM registre")
                        .query(String.class)
                        .list())
                .noneMatch(line -> line.contains("Zzyz") || line.contains("Gare") || line.contains("0612345678"));
        assertThat(count("acces WHERE ecran = 'DROITS' AND par = 'dpo' AND code = '" + code().texte() + "'"))
                .isOne();
    }

    @Test
    void nothing_opens_before_the_identity_is_verified_and_every_field_is_checked_as_any_entry_is() {
        find();
        click("Ouvrir le formulaire");
        assertThat(verification().isInvalid()).isTrue();
        assertThat(text(current())).doesNotContain("Zzyzxe");
        assertThat(count("acces")).isZero();
        openForm();
        click("Rectifier et répondre");
        assertThat(chosen("Raison de la rectification, qui figurera au registre")
                        .getErrorMessage())
                .isEqualTo("Choisissez la raison.");
        reason(MotifDeRectification.INCOMPLET);
        click("Rectifier et répondre");
        assertThat(chosen("Raison de la rectification, qui figurera au registre")
                        .getErrorMessage())
                .contains("Rien n’est changé");
        field("Nom de naissance", true).setValue("");
        field("Mois", true).setValue("13");
        field("Courriel (facultatif)", true).setValue("camille");
        click("Rectifier et répondre");
        assertThat(field("Nom de naissance", true).getErrorMessage()).isEqualTo("Écrivez le nom de naissance.");
        assertThat(field("Mois", true).isInvalid()).isTrue();
        assertThat(field("Courriel (facultatif)", true).getErrorMessage()).contains("avec @");
        assertThat(names()).containsExactly("Camille Zzyzxe");
        assertThat(rows("DOSSIER_RECTIFIE")).isEmpty();
        assertThat(suivi.toutes().getFirst().suite()).isEmpty();
    }

    @Test
    void a_birth_date_that_makes_them_too_young_takes_the_decision_back() {
        as("maud.v", "SECRETARIAT", this::acceptAll);
        openForm();
        field("Année", true).setValue("2015");
        reason(MotifDeRectification.INEXACT);
        click("Rectifier et répondre");
        assertThat(text(current())).contains("de nouveau à examiner par le secrétariat");
        assertThat(count("candidature WHERE etat = 'DEPOSEE' AND classe IS NULL"))
                .isOne();
        assertThat(rows("DOSSIER_RECTIFIE").getFirst()).contains("a-examiner-de-nouveau=oui");
        assertThat(candidatures.dossier(code()).orElseThrow().recevable()).isEmpty();
        assertThat(as("maud.v", "SECRETARIAT", this::acceptAll))
                .as("nobody under 16")
                .isZero();
    }

    @Test
    void whoever_looks_like_somebody_else_once_corrected_is_found_and_an_old_answer_is_asked_again() {
        receive(people + 1, "Zzyzxou", 1990, Secteur.NORD, Parite.FEMMES);
        receive(people + 2, "Wattrelos", 1961, Secteur.SUD, Parite.HOMMES);
        jdbc.sql("INSERT INTO paire_de_doublon (a, b, numero, gardee, le, par) VALUES (?, ?, 1, NULL, 1, 'maud.v')")
                .params(code().texte(), code(2).texte())
                .update();
        assertThat(doublons.ouverts(call())).isZero();
        openForm();
        field("Nom de naissance", true).setValue("Zzyzxou");
        field("Numéro et rue", true).setValue(fiche(1).habitant().adresse().voie());
        reason(MotifDeRectification.INEXACT);
        click("Rectifier et répondre");
        assertThat(doublons.ouverts(call())).isOne();
        assertThat(count("paire_de_doublon WHERE levee_le IS NOT NULL AND levee_par = 'dpo'"))
                .isOne();
        assertThat(rows("DOSSIER_RECTIFIE").getFirst()).contains("ressemblances-rouvertes=1");
    }

    @Test
    void once_the_list_is_frozen_what_it_is_made_of_stands_and_the_screen_says_what_can_still_be_done() {
        as("maud.v", "SECRETARIAT", this::acceptAll);
        as("maud.v", "SECRETARIAT", this::closeCall);
        as("claire.d", "TIRAGE", () -> {
            freeze();
            return null;
        });
        openForm();
        assertThat(text(current()))
                .contains("Le nom, l’adresse et le contact peuvent encore être rectifiés", "peut annuler l’arrêt");
        assertThat(chosen("Secteur du domicile").isEnabled()).isFalse();
        assertThat(chosen("À compter avec").isEnabled()).isFalse();
        assertThat(field("Année", true).isEnabled()).isFalse();
        var other = fiche(0);
        var older = new FicheDeCandidature(
                new Habitant(
                        other.habitant().nomDeNaissance(),
                        null,
                        other.habitant().prenoms(),
                        new DateDeNaissance(LocalDate.of(1950, 3, 14)),
                        other.habitant().adresse()),
                other.secteur(),
                other.parite(),
                other.contact(),
                other.publication());
        assertThat(rectification.rectifier(code(), change(), older, suite()))
                .isEqualTo(new RectificationDUnePersonne.Issue.Refusee(Refus.LISTE_ARRETEE));
        assertThat(count("candidature WHERE classe = 'DE_26_A_64'")).isOne();
        field("Nom de naissance", true).setValue("Zzyzxette");
        reason(MotifDeRectification.CHANGEMENT);
        this.<Reponse>chosen("Ce qui est répondu à la personne").setValue(Reponse.EN_PARTIE);
        click("Rectifier et répondre");
        assertThat(names()).containsExactly("Camille Zzyzxette");
        assertThat(count("candidature WHERE etat = 'RECEVABLE'")).isOne();
        assertThat(suivi.toutes().getFirst().suite().map(Demande.Suite::reponse))
                .contains(Reponse.EN_PARTIE);
        suivi.enregistrer(Droit.RECTIFICATION, Canal.GUICHET, TODAY, code().affiche());
        as("claire.d", "TIRAGE", () -> {
            open("gestion/tirage");
            openSession();
            dice(DICE);
            both("Proposer la graine (30 chiffres)");
            return null;
        });
        openForm();
        assertThat(text(current())).contains("Les dés sont lancés : la liste ne change plus");
    }

    @Test
    void of_two_who_correct_one_file_the_second_is_told_and_overwrites_nothing() {
        suivi.enregistrer(Droit.RECTIFICATION, Canal.COURRIER, TODAY, code().affiche());
        openForm();
        field("Prénoms", true).setValue("Dominique");
        reason(MotifDeRectification.INEXACT);
        long other = suivi.toutes().getLast().numero();
        assertThat(rectification.rectifier(
                        code(),
                        change(),
                        named("Abel"),
                        new RectificationDUnePersonne.Suite(
                                other, MotifDeRectification.INEXACT, Verification.PIECE_VUE, Reponse.FAITE)))
                .isInstanceOf(RectificationDUnePersonne.Issue.Faite.class);
        click("Rectifier et répondre");
        assertThat(text(current())).contains("Ce dossier a changé entre-temps : rien n’a été rectifié");
        assertThat(names()).containsExactly("Camille Abel");
        assertThat(rows("DOSSIER_RECTIFIE")).hasSize(1);
        assertThat(suivi.ouvertes(Droit.RECTIFICATION, code()))
                .as("its clock still runs")
                .hasSize(1);
    }

    @Test
    void a_request_that_somebody_answered_meanwhile_corrects_nothing() {
        openForm();
        field("Prénoms", true).setValue("Dominique");
        reason(MotifDeRectification.INEXACT);
        suivi.repondre(suivi.toutes().getFirst().numero(), Reponse.ABANDONNEE);
        click("Rectifier et répondre");
        assertThat(text(current())).contains("Quelqu’un a répondu à cette demande entre-temps");
        assertThat(names()).containsExactly("Camille Zzyzxe");
        assertThat(rows("DOSSIER_RECTIFIE")).isEmpty();
    }

    private FicheDeCandidature named(String name) {
        var fiche = fiche(0);
        return new FicheDeCandidature(
                new Habitant(
                        new Nom(name),
                        null,
                        fiche.habitant().prenoms(),
                        fiche.habitant().naissance(),
                        fiche.habitant().adresse()),
                fiche.secteur(),
                fiche.parite(),
                fiche.contact(),
                fiche.publication());
    }

    private FicheDeCandidature fiche(int who) {
        return Deliveries.of(people + who, "Zzyzxe", 1990, Secteur.NORD, Parite.FEMMES, clock.instant())
                .fiche();
    }

    private RectificationDUnePersonne.Suite suite() {
        return new RectificationDUnePersonne.Suite(
                suivi.toutes().getFirst().numero(),
                MotifDeRectification.INEXACT,
                Verification.PIECE_VUE,
                Reponse.FAITE);
    }

    private void find() {
        open("gestion/droits");
        field("Numéro du reçu").setValue(code().affiche());
        click("Chercher");
    }

    private void openForm() {
        find();
        verification().setValue(Verification.PIECE_VUE);
        click("Ouvrir le formulaire");
    }

    private void reason(MotifDeRectification reason) {
        this.<MotifDeRectification>chosen("Raison de la rectification, qui figurera au registre")
                .setValue(reason);
    }

    private Select<Verification> verification() {
        return chosen("Comment l’identité a été vérifiée");
    }

    /** A field whose row of the table bears its name. */
    private TextField field(String name, boolean ofTheForm) {
        return $(TextField.class).all().stream()
                .filter(f -> f.getAriaLabel().equals(Optional.of(name)) == ofTheForm)
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked") // each name is that of a choice of one type
    private <T> Select<T> chosen(String name) {
        return $(Select.class).all().stream()
                .filter(s -> name.equals(s.getLabel()) || s.getAriaLabel().equals(Optional.of(name)))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names() {
        return as("maud.v", "SECRETARIAT", () -> ReadNames.of(beans, call().valeur()));
    }

    private AppelId call() {
        return new AppelId(jdbc.sql("SELECT id FROM appel").query(String.class).single());
    }

    private long change() {
        return candidatures.dossier(code()).orElseThrow().changement();
    }

    private byte[] sealed() {
        return jdbc.sql("SELECT identite FROM candidature WHERE code = ?")
                .param(code().texte())
                .query((row, _) -> row.getBytes(1))
                .single();
    }

    private List<String> rows(String act) {
        return jdbc.sql("SELECT objet || ' ' || motif || ' ' || details FROM registre WHERE acte = ? AND objet = ?")
                .params(act, "candidature " + code().affiche())
                .query(String.class)
                .list();
    }

    private static ReceiptCode code() {
        return code(0);
    }

    private static ReceiptCode code(int who) {
        return new ReceiptCode((people + who) * 7919L);
    }
}
