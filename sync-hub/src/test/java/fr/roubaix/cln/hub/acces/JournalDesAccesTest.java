package fr.roubaix.cln.hub.acces;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import com.vaadin.flow.component.grid.Grid;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubScreens;

/** Who opened which file, from the opening to the officer's screen. */
@WithMockUser(username = "dpo", roles = "DPO")
class JournalDesAccesTest extends HubScreens {

    @Autowired
    private ConsultationDesAcces consultation;

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"}) // the rows of another package are only clicked
    void opening_a_file_is_written_with_who_when_which_and_where_and_names_nobody() {
        openCall();
        receive(1, "Zzyzxe", 1990, Secteur.NORD, Parite.FEMMES);
        as("maud.v", "SECRETARIAT", () -> {
            open("gestion/candidatures");
            assertThat(count("acces")).isZero();
            Grid grid = $(Grid.class).single();
            test(grid).clickRow(0);
            assertThat(text(current())).contains("Zzyzxe");
            return null;
        });
        var line = jdbc.sql("SELECT le || ' ' || par || ' ' || code || ' ' || ecran || ' ' || roles FROM acces")
                .query(String.class)
                .single();
        assertThat(line).startsWith(START.toEpochMilli() + " maud.v ").endsWith(" CANDIDATURES SECRETARIAT");
        open("gestion/acces");
        assertThat(text(current())).contains("1 accès").doesNotContain("Zzyzxe");
        assertThat(consultation.lignes(FiltreDesAcces.TOUT, 0, 10))
                .singleElement()
                .satisfies(acces -> {
                    assertThat(acces.le()).isEqualTo(START);
                    assertThat(acces.par()).isEqualTo("maud.v");
                    assertThat(acces.ecran()).isEqualTo("Candidatures");
                });
    }

    @Test
    void filters_narrow_the_list_and_the_export_which_is_itself_written_in_the_register() {
        insert("2027-05-20T08:00:00Z", "maud.v", "AAAAABBBBB");
        insert("2027-05-21T08:00:00Z", "samia.k", "AAAAACCCCC");
        insert("2027-05-22T08:00:00Z", "maud.v", "DDDDDEEEEE");
        open("gestion/acces");
        assertThat(text(current())).contains("3 accès");
        field("Dossier").setValue("aaaaa-ccccc");
        assertThat(text(current())).contains("1 accès");
        for (String sign : List.of("%", "_", "a_a", "!", "' OR 1 = 1")) {
            field("Dossier").setValue(sign);
            assertThat(text(current())).as(sign).contains("Aucun accès");
        }
        field("Dossier").setValue("aaaaa");
        assertThat(text(current())).contains("2 accès");
        date("Du").setValue(java.time.LocalDate.of(2027, 5, 21));
        assertThat(text(current())).contains("1 accès");
        long before = count("registre WHERE acte = 'JOURNAL_DES_ACCES_EXPORTE'");
        String csv = new String(consultation.exporter(FiltreDesAcces.TOUT), UTF_8);
        assertThat(csv.lines()).hasSize(4);
        assertThat(csv).contains("\"2027-05-21T08:00:00Z\";\"samia.k\";\"AAAAACCCCC\";\"Candidatures\";\"\"\r\n");
        assertThat(count("registre WHERE acte = 'JOURNAL_DES_ACCES_EXPORTE'")).isEqualTo(before + 1);
    }

    @Test
    void a_cell_that_a_spreadsheet_would_compute_is_made_harmless() {
        String csv = new String(
                ConsultationDesAcces.csv(List.of(new Acces(Instant.EPOCH, "=1+1", "+A", "@x", "DPO"))), UTF_8);
        assertThat(csv).contains("\"'=1+1\";\"'+A\";\"'@x\"");
    }

    private void insert(String at, String who, String code) {
        jdbc.sql("INSERT INTO acces (le, par, code, ecran) VALUES (?, ?, ?, 'CANDIDATURES')")
                .params(Instant.parse(at).toEpochMilli(), who, code)
                .update();
    }
}
