package fr.roubaix.cln.domaine.tirage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;

class IdDeListeTest {

    @Test
    void a_receipt_code_is_shown_as_on_the_receipt() {
        var code = new ReceiptCode(271_828_182_845L);
        assertThat(IdDeListe.de(code).affiche()).isEqualTo(code.affiche()).matches("[0-9A-Z]{5}-[0-9A-Z]{5}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RECONDUIT1", "A", "00000-0000", "R-2025-03", "0123456789ABCDEF"})
    void any_other_id_is_shown_as_it_stands(String id) {
        assertThat(new IdDeListe(id).affiche()).isEqualTo(id);
    }
}
