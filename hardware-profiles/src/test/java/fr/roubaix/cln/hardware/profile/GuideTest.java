package fr.roubaix.cln.hardware.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import fr.roubaix.cln.domaine.secteur.Secteur;

/** What a mairie copies from the guide works. */
class GuideTest {

    private static final Path GUIDE = Path.of("..", "src", "docs", "materiel.md");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\\n# (\\S+\\.yaml)\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void the_examples_of_the_guide_load_together() throws IOException {
        var copy = new CopyOfShipped(folder);
        var examples = EXAMPLE.matcher(Files.readString(GUIDE)).results().toList();
        assertThat(examples).hasSize(6);
        for (var example : examples) {
            copy.write(example.group(1), example.group(2));
        }

        var profiles = copy.load();

        assertThat(profiles.site(Secteur.NORD).printer().orElseThrow().connection())
                .isEqualTo(new Connection.Tcp("192.168.1.50", 9100));
        assertThat(profiles.site(Secteur.EST).printer()).isEmpty();
        assertThat(profiles.printer("la-notre").widthInDots()).isEqualTo(576);
        assertThat(profiles.terminal("la-notre").name()).isEqualTo("Écran de la mairie");
    }

    @Test
    void the_refusal_that_the_guide_shows_is_the_one_that_is_read() throws IOException {
        String guide = Files.readString(GUIDE);
        var site = EXAMPLE.matcher(guide);
        assertThat(site.find()).isTrue();
        var copy = new CopyOfShipped(folder);
        copy.write("sites/nord.yaml", "# sites/nord.yaml\n" + site.group(2).replace("epson-tm-m30iii", "epson-tm-m30"));

        assertThatThrownBy(copy::load).satisfies(refusal -> assertThat(guide).contains(refusal.getMessage()));
    }

    @Test
    void the_guide_names_every_device_that_the_software_knows() throws IOException {
        String guide = Files.readString(GUIDE);
        for (String make : new String[] {
            "TM-T20III",
            "TM-m30III",
            "TM-T88VI",
            "TM-T88VII",
            "mC-Print3",
            "SRP-350III",
            "KUBE II",
            "1470g",
            "DS2278",
            "1500i",
            "2202L",
            "Tab Active5"
        }) {
            assertThat(guide).contains(make);
        }
    }
}
