package fr.roubaix.cln.adresses;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressKeyTest {

    @ParameterizedTest
    @CsvSource({
        "12 av. des Peignages,   12 AVENUE DES PEIGNAGES",
        "3 bd. de l’Essai,       3 boulevard de l'essai",
        "1bis r du Métier-Fictif, 1bis rue du metier fictif",
        "Pl. St-Exemple,         place Saint Exemple"
    })
    void two_ways_of_writing_an_address_have_one_key(String one, String other) {
        assertThat(AddressKey.of(one)).isEqualTo(AddressKey.of(other));
    }

    @Test
    void the_beginnings_of_words_in_any_order_find_an_address() {
        var address = AddressKey.of("12 avenue des Peignages");
        assertThat(address.matches(AddressKey.of("peign 12"))).isTrue();
        assertThat(address.matches(AddressKey.of("av"))).isTrue();
        assertThat(address.matches(AddressKey.of("12 rue"))).isFalse();
    }

    @Test
    void nothing_typed_finds_everything() {
        assertThat(AddressKey.of("Rue Ourcq").matches(AddressKey.of("  "))).isTrue();
    }
}
