package fr.roubaix.cln.hub.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.ingest.RotationDesCles;
import fr.roubaix.cln.hub.privacy.ExportsDuTrousseau.Issue;
import fr.roubaix.cln.hub.privacy.ExportsDuTrousseau.Support;

@WithMockUser(username = "ada", roles = "ADMIN")
class ExportsDuTrousseauTest extends HubScreens {

    /** What the build gives every hub of the tests. */
    private static final String PHRASE = "phrase de passe des essais";

    @Autowired
    private ExportsDuTrousseau exports;

    @Autowired
    private RotationDesCles rotation;

    @Test
    void two_media_are_proven_by_what_is_brought_back_and_a_rotation_asks_for_both_again() {
        assertThat(exports.aProuver()).isEqualTo(2);
        assertThat(dashboard()).contains("Exporter le trousseau sur deux supports");
        byte[] first = exports.exporter(Support.PREMIER);
        byte[] second = exports.exporter(Support.SECOND);
        assertThat(exports.aProuver()).as("taken away is not proven").isEqualTo(2);
        assertThat(exports.prouver(Support.PREMIER, first, PHRASE)).isEqualTo(new Issue.Prouve());
        assertThat(dashboard()).contains("prouver le second support");
        assertThat(exports.prouver(Support.SECOND, second, " " + PHRASE + "\n")).isEqualTo(new Issue.Prouve());
        assertThat(exports.aProuver()).isZero();
        assertThat(dashboard()).doesNotContain("Exporter");
        var pairs = jdbc.sql("SELECT count(*) FROM trousseau_generation")
                .query(Integer.class)
                .single();
        rotation.tourner(new RotationDesCles.Vue(pairs));
        assertThat(exports.aProuver()).isEqualTo(2);
        assertThat(text(open("gestion/trousseau"))).contains("avant le dernier changement de clés");
        assertThat(exports.prouver(Support.PREMIER, first, PHRASE)).isEqualTo(new Issue.AutresCles());
    }

    @Test
    void a_change_of_the_master_key_is_asked_twice_told_and_asks_for_both_exports_again() {
        for (var medium : Support.values()) {
            assertThat(exports.prouver(medium, exports.exporter(medium), PHRASE))
                    .isEqualTo(new Issue.Prouve());
        }
        open("gestion/trousseau");
        long keys = count("maitresse");
        click("Changer la clé maîtresse");
        confirm();
        confirm();
        assertThat(text(current()))
                .contains("La clé maîtresse n° " + (keys + 1) + " est en vigueur, et tout est scellé avec elle")
                .contains("avant le dernier changement de clés ou de phrase")
                .contains("Les exports déjà faits gardent l’ancienne phrase", "Une phrase perdue ne se retrouve pas");
        assertThat(exports.aProuver()).isEqualTo(2);
        assertThat(jdbc.sql("SELECT acte FROM registre ORDER BY numero DESC LIMIT 2")
                        .query(String.class)
                        .list())
                .containsExactly("MAITRESSE_RESCELLEE", "MAITRESSE_CHANGEE");
    }

    @Test
    void what_does_not_open_here_is_not_proven_and_each_reason_is_told() {
        byte[] file = exports.exporter(Support.PREMIER);
        assertThat(exports.prouver(Support.PREMIER, file, "une autre phrase de passe"))
                .isEqualTo(new Issue.PhraseRefusee());
        assertThat(exports.prouver(Support.PREMIER, Arrays.copyOf(file, file.length - 10), PHRASE))
                .isEqualTo(new Issue.PasUnTrousseau());
        byte[] altered = file.clone();
        altered[altered.length - 9] ^= 1;
        assertThat(exports.prouver(Support.PREMIER, altered, PHRASE)).isEqualTo(new Issue.PasUnTrousseau());
        assertThat(exports.prouver(Support.SECOND, file, PHRASE)).isEqualTo(new Issue.JamaisExporte());
        assertThat(exports.aProuver()).isEqualTo(2);
    }

    @Test
    void the_page_says_where_each_medium_stands_and_proves_it() {
        byte[] file = exports.exporter(Support.PREMIER);
        var page = (TrousseauView) open("gestion/trousseau");
        assertThat(text(page)).contains("rien ne peut le rouvrir", "pas encore prouvé", "Jamais exporté");
        clickFirst("Prouver ce support");
        assertThat(text(page)).contains("Choisissez d’abord");
        page.rapporte(Support.PREMIER, file);
        $(PasswordField.class).all().getFirst().setValue(PHRASE);
        clickFirst("Prouver ce support");
        assertThat(text(page)).contains("Le support 1 est prouvé", "contient les clés en vigueur");
    }

    @Test
    void a_file_that_is_none_of_keys_is_told_at_once_and_not_kept() {
        var page = (TrousseauView) open("gestion/trousseau");
        byte[] keys = exports.exporter(Support.PREMIER);
        byte[] huge = Arrays.copyOf(keys, ExportsDuTrousseau.TAILLE_MAXIMUM + 1);
        for (byte[] content : List.of(new byte[0], new byte[2_000], "%PDF-1.7".getBytes(UTF_8), huge)) {
            page.rapporte(Support.PREMIER, keys);
            assertThat(text(page)).doesNotContain("n’est pas un");
            page.rapporte(Support.PREMIER, content);
            assertThat(text(page)).contains(page.getTranslation("trousseau.issue.PAS_UN_TROUSSEAU"));
            clickFirst("Prouver ce support");
            assertThat(text(page)).as("not even the one before").contains("Choisissez d’abord");
        }
    }

    /** As it is now, whatever screen was open. */
    private String dashboard() {
        open("gestion/trousseau");
        return text(open("gestion"));
    }

    private void clickFirst(String words) {
        $(Button.class).all().stream()
                .filter(button -> button.getText().equals(words))
                .findFirst()
                .orElseThrow()
                .click();
    }
}
