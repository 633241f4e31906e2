package fr.roubaix.cln.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.register.Registre;

/** What a call leaves in the register, from its opening to its draw. */
class ActesAuRegistreTest extends HubScreens {

    private static final String DES = "407291380652719438650271946385";

    @Autowired
    private Registre registre;

    private long avant;

    @BeforeEach
    void whatOtherTestsLeftStays() {
        avant = registre.tete().numero();
    }

    @Test
    @WithMockUser(username = "claire.d", roles = "TIRAGE")
    void every_act_of_a_call_stands_there_in_its_order_with_its_author_and_nobody_else_s_name() {
        openCall();
        receive(1, "Zzyzxe", 1990, Secteur.NORD, Parite.FEMMES);
        receive(2, "Zzyzxe", 1980, Secteur.SUD, Parite.HOMMES);
        as("maud.v", "SECRETARIAT", this::acceptAll);
        as("maud.v", "SECRETARIAT", this::closeCall);
        freeze();
        openSession();
        dice(DES);
        both("Proposer la graine (30 chiffres)");
        click("Lancer le tirage");
        var head = registre.tete();
        assertThat(text(current())).contains("ligne " + head.numero() + ", empreinte " + head.empreinte());
        assertThat(lines("acte || ' ' || auteur || ' ' || roles"))
                .containsExactly(
                        "APPEL_OUVERT maud.v SECRETARIAT",
                        "CANDIDATURE_RECEVABLE maud.v SECRETARIAT",
                        "CANDIDATURE_RECEVABLE maud.v SECRETARIAT",
                        "APPEL_CLOS maud.v SECRETARIAT",
                        "ACTE_PROPOSE claire.d TIRAGE",
                        "ACTE_CONFIRME presidence PRESIDENCE",
                        "LISTE_ARRETEE claire.d TIRAGE",
                        "LECTURE_CHOISIE claire.d TIRAGE",
                        "ACTE_PROPOSE claire.d TIRAGE",
                        "ACTE_CONFIRME presidence PRESIDENCE",
                        "PLAN_CONFIRME claire.d TIRAGE",
                        "PRESENCE_INSCRITE claire.d TIRAGE",
                        "PRESENCE_INSCRITE claire.d TIRAGE",
                        "ACTE_PROPOSE claire.d TIRAGE",
                        "ACTE_CONFIRME presidence PRESIDENCE",
                        "SEANCE_DU_TIRAGE_OUVERTE claire.d TIRAGE",
                        "ACTE_PROPOSE claire.d TIRAGE",
                        "ACTE_CONFIRME presidence PRESIDENCE",
                        "GRAINE_CONFIRMEE claire.d TIRAGE",
                        "TIRAGE_EFFECTUE claire.d TIRAGE");
        assertThat(count("registre WHERE acte = 'DE_LANCE' AND numero > " + avant))
                .isEqualTo(30);
        assertThat(lines("objet || motif || details"))
                .anyMatch(line -> line.contains("des=" + DES))
                .noneMatch(line -> line.contains("Delcourt"))
                .noneMatch(line -> line.contains("Zzyzxe"));
    }

    @Test
    @WithMockUser(username = "maud.v", roles = "SECRETARIAT")
    void an_act_refused_leaves_no_row() {
        openCall();
        long ouverte = registre.tete().numero();
        open("gestion/appel");
        click("Prolonger l’appel");
        assertThat(registre.tete().numero()).isEqualTo(ouverte);
    }

    private List<String> lines(String columns) {
        return jdbc.sql("SELECT " + columns + " FROM registre WHERE numero > ? AND acte <> 'DE_LANCE' ORDER BY numero")
                .param(avant)
                .query(String.class)
                .list();
    }
}
