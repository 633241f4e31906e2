package fr.roubaix.cln.hub.sauvegarde;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.candidature.EffacementDUnePersonne;
import fr.roubaix.cln.hub.candidature.MotifDEffacement;
import fr.roubaix.cln.storage.BackupFolder.Stored;

/** The hub's clock is wrong by a year, one way or the other, for some nights. */
@WithMockUser(username = "ada", roles = "ADMIN")
class WrongClockTest extends HubScreens {

    private static final Duration YEAR = Duration.ofDays(365);

    @Autowired
    private SauvegardesDuHub sauvegardes;

    @Autowired
    private EffacementDUnePersonne effacement;

    @BeforeEach
    @AfterEach
    void no_backup() {
        sauvegardes.toutes().forEach(one -> delete(one.file()));
    }

    @Test
    void backups_made_before_the_clock_leapt_a_year_ahead_stay_and_the_screen_says_so() {
        sauvegardes.chaqueNuit();
        var good = sauvegardes.toutes();
        clock.set(START.plus(YEAR));
        sauvegardes.chaqueNuit();
        clock.set(START.plus(YEAR).plus(Duration.ofDays(1)));
        sauvegardes.chaqueNuit();
        assertThat(sauvegardes.toutes()).hasSize(3).containsAll(good);
        assertThat(screen()).contains("ou son horloge a sauté", "Vérifiez l’heure");
        clock.set(START.plus(Duration.ofDays(3)));
        sauvegardes.chaqueNuit();
        assertThat(sauvegardes.toutes()).hasSize(4).containsAll(good);
        assertThat(sauvegardes.derniere()).map(Stored::at).contains(clock.instant());
        assertThat(screen()).contains("porte une date à venir").doesNotContain("a sauté");
    }

    @Test
    void a_clock_set_back_a_year_makes_a_backup_at_once_keeps_the_others_and_the_screen_says_so() {
        sauvegardes.chaqueNuit();
        var good = sauvegardes.toutes();
        Instant late = START.minus(YEAR);
        clock.set(late);
        assertThat(sauvegardes.enRetard()).as("the last one cannot be told").isTrue();
        sauvegardes.chaqueNuit();
        sauvegardes.chaqueNuit();
        assertThat(sauvegardes.toutes()).hasSize(2).containsAll(good);
        assertThat(sauvegardes.derniere()).map(Stored::at).contains(late);
        assertThat(screen()).contains("porte une date à venir", "Vérifiez l’heure");
        assertThat(sauvegardes.sauvegarder().at())
                .as("two at the same instant are two")
                .isEqualTo(late.plusMillis(1));
    }

    @Test
    void an_erasure_under_a_clock_set_back_still_makes_the_copy_of_the_keys_again() throws Exception {
        openCall();
        // A number that no other test uses: whoever is erased never comes back under it.
        receive(8_801, "Benali", 1980, Secteur.NORD, Parite.HOMMES);
        Path copy = sauvegardes.sauvegarder().file().resolveSibling("cles.clnsauvegarde");
        byte[] before = Files.readAllBytes(copy);
        sauvegardes.rafraichirLesCles();
        assertThat(Files.readAllBytes(copy)).as("nobody was erased").isEqualTo(before);
        clock.set(START.minus(YEAR));
        EffacementDUnePersonne.Issue issue =
                as("dpo", "DPO", () -> effacement.effacer(new ReceiptCode(8_801 * 7919), MotifDEffacement.DEMANDE));
        assertThat(issue).isInstanceOf(EffacementDUnePersonne.Issue.Effacee.class);
        sauvegardes.rafraichirLesCles();
        byte[] after = Files.readAllBytes(copy);
        assertThat(after).isNotEqualTo(before);
        sauvegardes.rafraichirLesCles();
        assertThat(Files.readAllBytes(copy)).as("once is enough").isEqualTo(after);
    }

    /** As it is now, whatever screen was open. */
    private String screen() {
        open("gestion");
        return text(open("gestion/sauvegardes"));
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
