package fr.roubaix.cln.hub.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.context.support.WithMockUser;

import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubScreens;

/** The load of a whole office, tried with three people so that it still works the day it is measured. */
@WithMockUser(username = "maud.v", roles = "SECRETARIAT")
class BureauTest extends HubScreens {

    @Autowired
    private ApplicationContext hub;

    @Test
    void three_people_who_work_at_the_same_time_do_every_kind_of_click_and_what_they_decide_is_kept() throws Exception {
        openCall();
        for (int i = 1; i <= 60; i++) {
            receive(i, "Personne", 1920 + i, List.of(Secteur.values()).get(i % 5), Parite.FEMMES);
        }
        var bureau = new Bureau(hub, new Bureau.Allure(3, 2, Duration.ZERO, 7));
        var durees = bureau.travailler(() -> {});
        assertThat(durees.keySet()).isEqualTo(EnumSet.allOf(Bureau.Clic.class));
        assertThat(durees.get(Bureau.Clic.OUVRIR_LA_LISTE)).hasSize(6).allMatch(mesure -> mesure.duree() > 0);
        assertThat(count("candidature WHERE etat = 'RECEVABLE' AND decidee_par LIKE 'collegue.%'"))
                .isPositive();
        assertThat(count("acces WHERE par LIKE 'collegue.%'")).isPositive();
    }
}
