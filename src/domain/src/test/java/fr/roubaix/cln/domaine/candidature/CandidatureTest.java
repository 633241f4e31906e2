package fr.roubaix.cln.domaine.candidature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;

class CandidatureTest {

    @Test
    void an_admissible_application_keeps_all_that_the_draw_needs() {
        var recevable =
                deposee(Optional.of(ClasseAge.DE_16_A_25)).declarerRecevable().orElseThrow();
        assertThat(recevable.code()).isEqualTo(new ReceiptCode(5));
        assertThat(recevable.secteur()).isEqualTo(Secteur.NORD);
        assertThat(recevable.parite()).isEqualTo(Parite.SANS_PREFERENCE);
        assertThat(recevable.classe()).isEqualTo(ClasseAge.DE_16_A_25);
    }

    @Test
    void nobody_under_16_is_ever_admissible() {
        assertThat(deposee(Optional.empty()).declarerRecevable()).isEmpty();
    }

    @Test
    void a_refusal_keeps_its_reason_whatever_the_age() {
        var irrecevable = deposee(Optional.empty()).declarerIrrecevable(MotifDIrrecevabilite.DOUBLON);
        assertThat(irrecevable.motif()).isEqualTo(MotifDIrrecevabilite.DOUBLON);
        assertThat(irrecevable.code()).isEqualTo(new ReceiptCode(5));
    }

    private static Candidature.Deposee deposee(Optional<ClasseAge> classe) {
        return new Candidature.Deposee(new ReceiptCode(5), Secteur.NORD, Parite.SANS_PREFERENCE, classe);
    }
}
