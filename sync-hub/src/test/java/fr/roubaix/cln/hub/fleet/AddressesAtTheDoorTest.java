package fr.roubaix.cln.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import fr.roubaix.cln.adresses.AddressImport;
import fr.roubaix.cln.adresses.Import;
import fr.roubaix.cln.demo.AdressesFictives;
import fr.roubaix.cln.hub.fleet.HubSlice.Reply;
import fr.roubaix.cln.sync.AddressEdition;
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
    void a_file_that_is_no_base_is_given_to_nobody() throws IOException {
        Files.writeString(base(), "bonjour");
        assertThat(link.get(ADRESSES, "").status()).isEqualTo(204);
    }
}
