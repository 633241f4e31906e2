package fr.roubaix.cln.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.OrigineDuSecteur;
import fr.roubaix.cln.sync.Message.CandidatureDeposee;

class AddressBaseOnTheWireTest {

    private static CandidatureDeposee fromTheBase() {
        var declared = Samples.candidature();
        var fiche = declared.fiche();
        return new CandidatureDeposee(
                declared.code(),
                new FicheDeCandidature(
                        fiche.habitant(),
                        fiche.secteur(),
                        OrigineDuSecteur.BASE_D_ADRESSES,
                        fiche.parite(),
                        fiche.contact(),
                        fiche.publication()));
    }

    @Test
    void a_declared_sector_keeps_the_bytes_that_every_hub_reads() {
        assertThat(new String(Samples.candidature().encode(), StandardCharsets.UTF_8))
                .startsWith("{\"v\":1,\"code\":");
        assertThat(Message.decode(Kind.CANDIDATURE, Samples.candidature().encode()))
                .contains(Samples.candidature());
    }

    @Test
    void a_sector_of_the_address_base_says_so_and_comes_back() {
        byte[] bytes = fromTheBase().encode();
        assertThat(new String(bytes, StandardCharsets.UTF_8)).startsWith("{\"v\":2,\"code\":");
        assertThat(Message.decode(Kind.CANDIDATURE, bytes)).contains(fromTheBase());
        byte[] unknown = new String(bytes, StandardCharsets.UTF_8)
                .replace("{\"v\":2", "{\"v\":3")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(Message.decode(Kind.CANDIDATURE, unknown)).isEmpty();
    }

    @Test
    void an_edition_of_the_base_comes_back_and_nothing_else_is_read() {
        var edition = new AddressEdition(Hash.of(new byte[] {1}), 4_096, Instant.ofEpochMilli(1_772_445_600_000L));
        byte[] bytes = edition.encode();
        assertThat(AddressEdition.decode(bytes)).contains(edition);
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (String wrong : new String[] {
            text + " ",
            text.replace("4096", "0"),
            text.replace("4096", "68719476736"),
            text.replace("\"v\":1", "\"v\":2"),
            "[]"
        }) {
            assertThat(AddressEdition.decode(wrong.getBytes(StandardCharsets.UTF_8)))
                    .isEmpty();
        }
    }
}
