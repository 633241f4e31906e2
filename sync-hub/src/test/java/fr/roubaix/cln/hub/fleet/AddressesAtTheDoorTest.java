package fr.roubaix.cln.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;

import fr.roubaix.cln.adresses.AddressImport;
import fr.roubaix.cln.adresses.Import;
import fr.roubaix.cln.demo.AdressesFictives;
import fr.roubaix.cln.hub.fleet.HubSlice.Reply;
import fr.roubaix.cln.hub.ingest.ImportDePaquet;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.sync.AddressEdition;
import fr.roubaix.cln.sync.Bundle;
import fr.roubaix.cln.sync.Bundle.Content;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.Use;

/** The address base as kiosks ask for it, while somebody imports another one. */
class AddressesAtTheDoorTest extends KioskAtTheDoor {

    private static final String ADRESSES = "/api/borne/v1/adresses";
    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");

    private Path base() {
        return hub.folder().resolve("adresses.db");
    }

    private void imports(int streets, Instant at) throws IOException {
        var csv = Files.write(
                hub.folder().resolve("ban.csv"),
                AdressesFictives.ville(1, streets, streets * 20).toList());
        var importer = new AddressImport(base(), Clock.fixed(at, ZoneOffset.UTC), (_, _, _) -> {});
        assertThat(importer.addresses(csv, false)).isInstanceOf(Import.Done.class);
    }

    private AddressEdition edition(Reply reply) {
        assertThat(reply.status()).isEqualTo(200);
        return Signed.parse(reply.body())
                .filter(signed -> signed.verifiedBy(link.trusted.signing(), Use.ADRESSES))
                .flatMap(signed -> AddressEdition.decode(signed.content().toArray()))
                .orElseThrow();
    }

    @Test
    void nothing_is_given_out_before_an_import_nor_to_anybody_who_is_no_kiosk() throws IOException {
        assertThat(link.get(ADRESSES, "").status()).isEqualTo(204);
        imports(60, NOON);
        assertThat(hub.get(ADRESSES, "", "").status()).isEqualTo(401);
        assertThat(hub.get(ADRESSES + "/fichier?empreinte=" + "0".repeat(64) + "&depuis=0", "", "")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void the_edition_is_signed_and_its_pieces_make_the_file() throws IOException {
        imports(800, NOON);
        var reply = link.get(ADRESSES, "");
        var edition = edition(reply);
        assertThat(edition)
                .isEqualTo(new AddressEdition(Hash.of(Files.readAllBytes(base())), Files.size(base()), NOON));
        assertThat(edition.size()).isGreaterThan(AddressEdition.MAX_PIECE);
        assertThat(link.get(ADRESSES, reply.etag()).status()).isEqualTo(304);

        var addresses = hub.bean(PublishedAddresses.class);
        var whole = new ByteArrayOutputStream();
        while (whole.size() < edition.size()) {
            whole.write(addresses.piece(edition.hash().hex(), whole.size()).orElseThrow());
        }
        assertThat(Hash.of(whole.toByteArray())).isEqualTo(edition.hash());
        assertThat(addresses.piece(edition.hash().hex(), edition.size())).isEmpty();
        assertThat(addresses.piece(edition.hash().hex(), -1)).isEmpty();
    }

    @Test
    void an_import_while_the_hub_runs_is_given_out_at_once_and_pieces_of_the_one_before_no_more() throws IOException {
        imports(60, NOON);
        var first = edition(link.get(ADRESSES, ""));
        String piece = ADRESSES + "/fichier?empreinte=" + first.hash().hex() + "&depuis=";
        assertThat(link.get(piece + 0, "").status()).isEqualTo(200);
        imports(70, NOON.plusSeconds(60));
        var second = edition(link.get(ADRESSES, ""));
        assertThat(second.hash()).isNotEqualTo(first.hash());
        assertThat(second.at()).isAfter(first.at());
        assertThat(link.get(piece + 0, "").status()).isEqualTo(404);
        assertThat(link.get(piece + "abc", "").status()).isEqualTo(400);
        assertThat(link.get(piece + "-1", "").status()).isEqualTo(400);
    }

    @Test
    void a_stick_that_goes_back_to_a_kiosk_carries_the_same_base() throws IOException {
        assertThat(returned()).doesNotContain(Content.ADRESSES.name());
        imports(800, NOON);
        var whole = new ByteArrayOutputStream();
        AddressEdition named = null;
        for (String text : returned().lines().toList()) {
            var line = Bundle.Line.parse(text).orElseThrow();
            byte[] content = line.signed().content().toArray();
            if (line.content() == Content.ADRESSES) {
                assertThat(line.signed().verifiedBy(link.trusted.signing(), Use.ADRESSES))
                        .isTrue();
                named = AddressEdition.decode(content).orElseThrow();
            } else if (line.content() == Content.MORCEAU) {
                assertThat(line.signed().verifiedBy(link.trusted.signing(), Use.MORCEAU))
                        .isTrue();
                assertThat(named).isNotNull();
                whole.write(content);
            }
        }
        assertThat(named).isEqualTo(edition(link.get(ADRESSES, "")));
        assertThat(Hash.of(whole.toByteArray())).isEqualTo(named.hash());
    }

    @Test
    void each_import_is_one_row_of_the_register_that_says_what_was_imported() throws IOException {
        var writing = hub.bean(AdressesAuRegistre.class);
        writing.inscrire();
        assertThat(rows()).isEmpty();
        imports(60, NOON);
        writing.inscrire();
        writing.inscrire();
        assertThat(rows())
                .singleElement()
                .asString()
                .contains("adresses=1220", "adresses-fichier=ban.csv", "adresses-le=" + NOON, "rues=61");
        imports(70, NOON.plusSeconds(60));
        writing.inscrire();
        writing.inscrire();
        assertThat(rows()).hasSize(2);
    }

    private List<String> rows() {
        return hub.jdbc()
                .sql("SELECT details FROM registre WHERE acte = ? ORDER BY numero")
                .param(Acte.ADRESSES_IMPORTEES.name())
                .query(String.class)
                .list();
    }

    private String returned() throws IOException {
        byte[] bundle = (kiosk.opening().text() + "\n").getBytes(StandardCharsets.US_ASCII);
        var rapport = hub.bean(ImportDePaquet.class).importer(new ByteArrayInputStream(bundle));
        return new String(rapport.retour().toArray(), StandardCharsets.US_ASCII);
    }

    @Test
    void a_file_that_is_no_base_is_given_to_nobody() throws IOException {
        Files.writeString(base(), "bonjour");
        assertThat(link.get(ADRESSES, "").status()).isEqualTo(204);
    }
}
