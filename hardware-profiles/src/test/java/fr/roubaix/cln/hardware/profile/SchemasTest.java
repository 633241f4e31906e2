package fr.roubaix.cln.hardware.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas are for editors; the loader decides. They must not tell an editor another story. */
class SchemasTest {

    private static final Map<String, String> SCHEMA_OF_FOLDER = Map.of(
            "printers", "printer",
            "scanners", "scanner",
            "tablets", "tablet",
            "terminals", "terminal",
            "sites", "site");

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"printer", "scanner", "tablet", "terminal", "site"})
    void every_schema_is_a_schema_of_2020_12(String kind) throws IOException {
        String text = text(kind);

        assertThat(text).contains("\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"");
        var meta = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(meta.validate(text, InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("fr.roubaix.cln.hardware.profile.CopyOfShipped#files")
    void every_shipped_file_is_valid_and_names_its_schema(String file) throws IOException {
        String yaml = Files.readString(CopyOfShipped.shipped().resolve(file));

        assertThat(yaml).startsWith("# yaml-language-server: $schema=../schema/" + kind(file) + ".schema.json\n");
        assertThat(errors(file, yaml)).isEmpty();
    }

    /** What each of them sees as wrong; what only the loader can see is not here. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "printers/generique-80mm.yaml | pixels: 576 | pixels: -576",
                "printers/generique-80mm.yaml | pixels: 576 | pixels: 99999",
                "printers/generique-80mm.yaml | pixels: 576 | pixels: large",
                "printers/generique-80mm.yaml | pixels: 576 | pixels: 576.5",
                "printers/generique-80mm.yaml | pixels: 576 | points: 576",
                "printers/generique-80mm.yaml | dpi: 203 | dpi: [203]",
                "printers/generique-80mm.yaml | dpi: 203 | dpi: 20",
                "printers/generique-80mm.yaml | name: | nom:",
                "printers/generique-80mm.yaml | Imprimante de reçus 80 mm | ''",
                "printers/generique-80mm.yaml | Raster: true | Raster: oui",
                "printers/generique-80mm.yaml | Raster: true | Raster: 1",
                "printers/generique-80mm.yaml | 16: CP1252 | 256: CP1252",
                "printers/generique-80mm.yaml | 16: CP1252 | latin: CP1252",
                "printers/generique-80mm.yaml | 16: CP1252 | 016: CP1252",
                "printers/generique-80mm.yaml | features: | caracteristiques:",
                "printers/epson-tm-t20iii.yaml | dle_eot | peut-être",
                "printers/epson-tm-t20iii.yaml | usb: true | firewire: true",
                "printers/epson-tm-t20iii.yaml | usb: true\\n  serial: true\\n  ethernet: true | usb: false",
                "scanners/zebra-ds2278.yaml | wedge: true | wedge: peut-être",
                "scanners/zebra-ds2278.yaml | wedge: true\\n  serial: true | wedge: false\\n  serial: false",
                "scanners/zebra-ds2278.yaml | qrCode: true | lasers: true",
                "terminals/elo-2202l.yaml | kind: kiosk | kind: agent_tablet",
                "terminals/elo-2202l.yaml | kind: kiosk | kind: kiosque",
                "terminals/elo-2202l.yaml | landscape | couché",
                "terminals/elo-2202l.yaml | distance: 600 | distance: 60",
                "terminals/elo-2202l.yaml | touch: true | touch: false",
                "terminals/elo-2202l.yaml | width: 1920 | width: -1920",
                "terminals/elo-2202l.yaml | mm: | pouces:",
                "tablets/samsung-galaxy-tab-active5.yaml | scale: 2 | scale: 0",
                "tablets/samsung-galaxy-tab-active5.yaml | kind: agent_tablet | kind: kiosk",
                "tablets/tablette-agent.yaml | pixelsPerMillimetre: 5.88 | pixelsPerMillimetre: 5,88",
                "tablets/tablette-agent.yaml | pixelsPerMillimetre: 5.88 | pixelsPerMillimetre: 58",
                "sites/nord.yaml | mairie: NORD | mairie: LILLE",
                "sites/nord.yaml | contact: 07 87 25 07 09 | contact: 0787250709",
                "sites/nord.yaml | terminal: generique-21-pouces | terminal: Générique",
                "sites/nord.yaml | terminal: generique-21-pouces | ecran: generique-21-pouces",
                "sites/nord.yaml | transport: device | transport: usb",
                "sites/nord.yaml | transport: device | transport: tcp",
                "sites/nord.yaml | device: /dev/usb/lp0 | device: usb/lp0",
                "sites/nord.yaml | device: /dev/usb/lp0 | device: /dev/usb/lp0\\n  port: 9100",
                "sites/nord.yaml | transport: device | transport: serial",
                "sites/nord.yaml | mode: wedge | mode: serial",
                "sites/nord.yaml | mode: wedge | mode: wedge\\n  device: /dev/ttyS0",
                "sites/nord.yaml | scanner: | lecteur:",
                "sites/nord.yaml | printer: | printer: generique-80mm\\nautre:",
            })
    void what_the_schema_refuses_the_loader_refuses(String file, String right, String wrong) throws IOException {
        var copy = CopyOfShipped.into(folder);

        String spoilt = copy.spoil(file, right.replace("\\n", "\n"), wrong);

        assertThat(errors(file, spoilt)).as("the schema").isNotEmpty();
        assertThatThrownBy(copy::load)
                .as("the loader")
                .isInstanceOf(ProfileRefusedException.class)
                .hasMessageStartingWith(file + ", ligne ");
    }

    @Test
    void a_mairie_without_a_printer_is_valid_for_both() throws IOException {
        String yaml = """
                mairie: nord
                contact: 07 87 25 07 09
                terminal: elo-2202l
                """;
        new CopyOfShipped(folder).write("sites/nord.yaml", yaml);

        assertThat(errors("sites/nord.yaml", yaml)).isEmpty();
        assertThat(Profiles.shippedAnd(folder).site("nord").printer()).isEmpty();
    }

    private static List<Error> errors(String file, String yaml) throws IOException {
        Schema schema = REGISTRY.getSchema(text(kind(file)), InputFormat.JSON);
        return schema.validate(yaml, InputFormat.YAML);
    }

    private static String kind(String file) {
        @Nullable String kind = SCHEMA_OF_FOLDER.get(file.substring(0, file.indexOf('/')));
        assertThat(kind).isNotNull();
        return String.valueOf(kind);
    }

    private static String text(String kind) throws IOException {
        return Files.readString(CopyOfShipped.shipped().resolve("schema/" + kind + ".schema.json"));
    }
}
