package fr.roubaix.cln.hub.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.candidature.Candidatures;
import fr.roubaix.cln.hub.candidature.Deliveries;

/** What the dashboard asks for, of whom, and where it leads. */
@WithMockUser(username = "maud.v", roles = "SECRETARIAT")
class TableauDeBordScreenTest extends HubScreens {

    @Autowired
    private Appels appels;

    @Autowired
    private Candidatures candidatures;

    @BeforeEach
    void aCallWithOneFileOfEachKind() {
        openCall();
        receive(1, "Diallo", 1990, Secteur.NORD, Parite.FEMMES);
        receive(2, "Dialo", 1990, Secteur.NORD, Parite.FEMMES);
        reception.recevoir(
                Deliveries.declared(Deliveries.of(3, "Wattel", 1950, Secteur.SUD, Parite.HOMMES, clock.instant())));
    }

    @Test
    void what_an_examination_cannot_pass_over_has_its_own_line_and_its_own_list() {
        var page = open("gestion");
        assertThat(text(page))
                .contains("Examiner 3 candidatures", "Comparer 1 doublon suspect", "Vérifier 1 secteur", "13 juin");
        assertThat(links())
                .contains(
                        "gestion/candidatures?etat=DOUBLON",
                        "gestion/candidatures?etat=SECTEUR_A_VERIFIER",
                        "gestion/candidatures/saisir");
        assertThat($(Span.class).all().stream()
                        .filter(span -> span.hasClassName("n") && span.isVisible())
                        .map(Span::getText))
                .as("the menu counts what was received")
                .containsExactly("3");
    }

    @Test
    @WithMockUser(username = "olga.p", roles = "OBSERVATEUR")
    void somebody_who_may_not_open_a_file_sees_the_numbers_and_no_way_in() {
        assertThat(text(open("gestion"))).contains("Examiner 3 candidatures", "Les mêmes nombres en tableau");
        assertThat(links()).noneMatch(link -> link.startsWith("gestion/candidatures"));
    }

    @Test
    void the_numbers_leave_as_a_table_without_anybodys_name() {
        var effectifs = new Effectifs(
                candidatures.effectifs(appels.courant().orElseThrow().id()));
        assertThat(new String(effectifs.csv(), UTF_8).replace("\"", ""))
                .contains("secteur;parite;classe_d_age;candidatures", "Nord;FEMMES;26-64;2", "Sud;HOMMES;65+;1")
                .doesNotContain("Camille", "Wattel");
    }

    private List<String> links() {
        return $(Anchor.class).all().stream().map(Anchor::getHref).toList();
    }
}
