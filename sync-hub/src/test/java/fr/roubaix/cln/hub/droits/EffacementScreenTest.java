package fr.roubaix.cln.hub.droits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.candidature.EffacementDUnePersonne;
import fr.roubaix.cln.hub.candidature.MotifDEffacement;
import fr.roubaix.cln.hub.candidature.ReadNames;

/** The data protection officer erases a person by the number of their receipt, or reads why it must wait. */
@WithMockUser(username = "dpo", roles = "DPO")
class EffacementScreenTest extends HubScreens {

    private static final String DES = "407291380652719438650271946385";

    /** Whoever was erased never comes back under the same number: no test uses those of another. */
    private static int numbers = 9_000;

    private ReceiptCode first = code(0);

    @Autowired
    private EffacementDUnePersonne effacement;

    @Autowired
    private BeanFactory beans;

    @BeforeEach
    void twoPeopleApplied() {
        numbers += 100;
        first = code(1);
        as("maud.v", "SECRETARIAT", () -> {
            openCall();
            receive(numbers + 1, "Zzyzxe", 1990, Secteur.NORD, Parite.FEMMES);
            receive(numbers + 2, "Diallo", 1980, Secteur.SUD, Parite.HOMMES);
            return null;
        });
    }

    @Test
    void a_person_is_found_by_number_alone_and_erased_once_the_reason_and_the_number_are_given() {
        look(first);
        assertThat(text(current()))
                .contains(first.affiche(), "Sa candidature est retirée", "La clé de cette personne est détruite")
                .doesNotContain("Zzyzxe", "Camille", "8 rue");
        assertThat(names()).as("who may read them does").contains("Camille Zzyzxe");
        click("Effacer définitivement");
        assertThat(reason().getErrorMessage()).isEqualTo("Choisissez le motif.");
        assertThat(again().getErrorMessage()).contains("Ce n’est pas le même numéro");
        again().setValue(code(2).affiche());
        reason().setValue(MotifDEffacement.DEMANDE);
        click("Effacer définitivement");
        assertThat(again().isInvalid()).as("the number of somebody else").isTrue();
        assertThat(count("candidature WHERE effacee_le IS NOT NULL")).isZero();
        again().setValue(first.texte().toLowerCase(java.util.Locale.ROOT));
        click("Effacer définitivement");
        assertThat(text(current())).contains("est effacée : sa clé est détruite");
        assertThat(count("candidature WHERE effacee_le IS NOT NULL AND length(identite) = 0"))
                .isEqualTo(1);
        assertThat(lastRow())
                .isEqualTo("PERSONNE_EFFACEE dpo DPO candidature " + first.affiche()
                        + " La personne le demande (RGPD, art. 17) ");
        assertThat(names()).containsExactlyInAnyOrder("(effacée)", "Camille Diallo");
        open("gestion/droits");
        look(first);
        assertThat(text(current())).contains("Cette personne est effacée depuis le");
    }

    @Test
    void a_number_that_is_none_or_that_nobody_has_is_refused_at_the_field() {
        open("gestion/droits");
        click("Chercher");
        assertThat(number().getErrorMessage()).contains("n’est pas celui d’un reçu");
        number().setValue("1000000000");
        click("Chercher");
        assertThat(number().getErrorMessage()).contains("n’est pas celui d’un reçu");
        number().setValue(code(99).affiche());
        click("Chercher");
        assertThat(number().getErrorMessage()).contains("Aucune candidature ne porte ce numéro");
    }

    @Test
    void a_frozen_list_keeps_its_people_and_each_stage_says_why() {
        as("maud.v", "SECRETARIAT", this::acceptAll);
        as("maud.v", "SECRETARIAT", this::closeCall);
        as("claire.d", "TIRAGE", () -> {
            freeze();
            return null;
        });
        look(first);
        assertThat(text(current()))
                .contains("le rôle Tirage peut annuler l’arrêt")
                .doesNotContain("Effacer définitivement");
        assertThat(effacement.effacer(first, MotifDEffacement.DEMANDE))
                .isEqualTo(EffacementDUnePersonne.Refus.LISTE_ARRETEE);
        as("claire.d", "TIRAGE", () -> {
            open("gestion/tirage");
            openSession();
            dice(DES);
            both("Proposer la graine (30 chiffres)");
            return null;
        });
        look(first);
        assertThat(text(current())).contains("les dés sont lancés");
        as("claire.d", "TIRAGE", () -> {
            open("gestion/tirage");
            click("Lancer le tirage");
            return null;
        });
        look(first);
        assertThat(text(current())).contains("cette personne est désignée");
        assertThat(effacement.effacer(first, MotifDEffacement.DEMANDE))
                .isEqualTo(EffacementDUnePersonne.Refus.LISTE_ARRETEE);
        assertThat(count("candidature WHERE effacee_le IS NOT NULL")).isZero();
    }

    @Test
    void nobody_is_erased_while_somebody_contests_and_the_screen_says_until_when() {
        hold("", "Recours n° 12 devant le tribunal");
        look(first);
        assertThat(text(current()))
                .contains(
                        "tout l’appel est contesté",
                        "La suspension n° 1, posée le",
                        "Recours n° 12 devant le tribunal",
                        "tant que la contestation dure",
                        "levez la suspension dans « Conservation »")
                .doesNotContain("Effacer définitivement");
        assertThat(effacement.effacer(first, MotifDEffacement.DEMANDE))
                .isEqualTo(EffacementDUnePersonne.Refus.CONTESTEE);
        assertThat(count("candidature WHERE effacee_le IS NOT NULL OR length(identite) = 0"))
                .isZero();
        assertThat(count("registre WHERE acte = 'PERSONNE_EFFACEE' AND objet LIKE '%" + first.affiche() + "'"))
                .isZero();
        assertThat(names()).contains("Camille Zzyzxe");
        lift();
        look(first);
        assertThat(text(current())).contains("Effacer définitivement").doesNotContain("contesté");
        assertThat(effacement.effacer(first, MotifDEffacement.DEMANDE))
                .isInstanceOf(EffacementDUnePersonne.Issue.Effacee.class);
    }

    @Test
    void a_hold_on_one_application_keeps_that_person_alone_and_what_was_on_the_screen_when_it_came_is_refused() {
        look(first);
        as("dpo", "DPO", () -> jdbc.sql("""
                        INSERT INTO suspension (numero, appel, code, motif, posee_le, posee_par)
                        SELECT 1, appel, code, 'Décision contestée', 1, 'dpo' FROM candidature WHERE code = ?""").param(first.texte()).update());
        reason().setValue(MotifDEffacement.DEMANDE);
        again().setValue(first.affiche());
        click("Effacer définitivement");
        assertThat(text(current()))
                .contains("rien n’a été effacé", "ce dossier est contesté", "Décision contestée")
                .doesNotContain("Effacer définitivement");
        assertThat(effacement.effacer(code(2), MotifDEffacement.DEMANDE))
                .isInstanceOf(EffacementDUnePersonne.Issue.Effacee.class);
        assertThat(count("candidature WHERE effacee_le IS NULL AND code = '" + first.texte() + "'"))
                .isOne();
    }

    @Test
    void a_challenge_that_outlasts_the_three_months_after_the_draw_still_holds() {
        as("maud.v", "SECRETARIAT", () -> {
            for (int i = 3; i <= 12; i++) {
                receive(numbers + i, "Lotte", 1960 + i, Secteur.NORD, Parite.FEMMES);
            }
            return acceptAll();
        });
        draw();
        ReceiptCode left = unseated();
        hold(left.affiche(), "Recours n° 12 devant le tribunal");
        clock.advance(Duration.ofDays(93));
        look(left);
        assertThat(text(current())).contains("ce dossier est contesté").doesNotContain("jusqu’au 20 août");
        assertThat(effacement.effacer(left, MotifDEffacement.DEMANDE))
                .isEqualTo(EffacementDUnePersonne.Refus.CONTESTEE);
        lift();
        look(left);
        assertThat(text(current())).contains("Vérifiez qu’aucun recours");
    }

    /** What the list of the call shows, read again: its rows are no text of the page. */
    private List<String> names() {
        String call = jdbc.sql("SELECT id FROM appel").query(String.class).single();
        return as("maud.v", "SECRETARIAT", () -> ReadNames.of(beans, call));
    }

    private void hold(String code, String reason) {
        open("gestion/conservation");
        field("Numéro du reçu (facultatif)").setValue(code);
        field("Motif").setValue(reason);
        click("Suspendre la destruction");
        assertThat(count("suspension WHERE levee_le IS NULL")).isOne();
    }

    private void lift() {
        open("gestion/conservation");
        field("Motif de la levée").setValue("Recours rejeté, délai d’appel passé");
        click("Lever la suspension");
        assertThat(count("suspension WHERE levee_le IS NULL")).isZero();
    }

    @Test
    void whoever_was_not_drawn_is_kept_three_months_and_erased_after() {
        as("maud.v", "SECRETARIAT", () -> {
            for (int i = 3; i <= 12; i++) {
                receive(numbers + i, "Lotte", 1960 + i, Secteur.NORD, Parite.FEMMES);
            }
            return acceptAll();
        });
        draw();
        ReceiptCode left = unseated();
        look(left);
        assertThat(text(current())).contains("jusqu’au 20 août 2027 inclus");
        clock.advance(Duration.ofDays(92));
        look(left);
        assertThat(text(current())).as("on the last day").contains("jusqu’au 20 août 2027 inclus");
        clock.advance(Duration.ofDays(1));
        look(left);
        assertThat(text(current())).contains("Le tirage reste ce qu’il est", "Vérifiez qu’aucun recours");
        reason().setValue(MotifDEffacement.OPPOSITION);
        again().setValue(left.affiche());
        click("Effacer définitivement");
        assertThat(count("candidature WHERE effacee_le IS NOT NULL")).isEqualTo(1);
    }

    private void draw() {
        as("maud.v", "SECRETARIAT", this::closeCall);
        as("claire.d", "TIRAGE", () -> {
            freeze();
            draw(DES);
            return null;
        });
    }

    private ReceiptCode unseated() {
        for (int i = 1; i <= 12; i++) {
            var code = code(i);
            if (effacement.examiner(code) instanceof EffacementDUnePersonne.Sort.Gardee(var _, var besoin)
                    && besoin instanceof fr.roubaix.cln.hub.candidature.BesoinDuTirage.Besoin.JusquAu) {
                return code;
            }
        }
        throw new AssertionError("everybody has a seat");
    }

    private static ReceiptCode code(int number) {
        return new ReceiptCode((numbers + number) * 7919L);
    }

    private void look(ReceiptCode code) {
        open("gestion/droits");
        number().setValue(code.affiche());
        click("Chercher");
    }

    private TextField number() {
        return field("Numéro du reçu");
    }

    private TextField again() {
        return field("Tapez de nouveau le numéro");
    }

    @SuppressWarnings("unchecked") // the only choice of this name holds reasons
    private Select<MotifDEffacement> reason() {
        return $(Select.class).all().stream()
                .filter(choice -> "Motif, qui figurera au registre".equals(choice.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private String lastRow() {
        return jdbc.sql("SELECT acte || ' ' || auteur || ' ' || roles || ' ' || objet || ' ' || motif || ' ' || details"
                        + " FROM registre ORDER BY numero DESC LIMIT 1")
                .query(String.class)
                .single();
    }
}
