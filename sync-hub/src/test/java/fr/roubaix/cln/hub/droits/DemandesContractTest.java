package fr.roubaix.cln.hub.droits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.Databases;
import fr.roubaix.cln.hub.droits.Demande.Canal;
import fr.roubaix.cln.hub.droits.Demande.Droit;
import fr.roubaix.cln.hub.droits.Demande.Prolongation;
import fr.roubaix.cln.hub.droits.Demande.Reponse;
import fr.roubaix.cln.hub.security.Identifiant;

/** What the store of requests keeps, on any database. */
@ParameterizedClass
@EnumSource(Databases.class)
class DemandesContractTest {

    private static final Demande FIRST = new Demande(
            12,
            Droit.EFFACEMENT,
            Optional.of(new ReceiptCode(7919)),
            Canal.COURRIER,
            LocalDate.of(2027, 4, 1),
            Optional.empty(),
            Optional.empty());

    @Parameter
    private Databases databases;

    private Demandes demandes;

    @BeforeEach
    void noRequest() {
        demandes = new Demandes(databases.without("demande_de_droit"));
    }

    @Test
    void requests_come_back_whole_the_first_received_first() {
        var second = new Demande(
                11,
                Droit.ACCES,
                Optional.empty(),
                Canal.GUICHET,
                LocalDate.of(2027, 4, 2),
                Optional.empty(),
                Optional.empty());
        demandes.ajouter(second);
        demandes.ajouter(FIRST);
        assertThat(demandes.toutes()).containsExactly(FIRST, second);
        assertThat(demandes.trouver(12)).contains(FIRST);
        assertThat(demandes.trouver(13)).isEmpty();
    }

    @Test
    void a_request_is_extended_once_and_answered_once() {
        demandes.ajouter(FIRST);
        assertThat(demandes.prolonger(12, Prolongation.COMPLEXITE)).isTrue();
        assertThat(demandes.prolonger(12, Prolongation.NOMBRE)).isFalse();
        var suite = new Demande.Suite(Reponse.FAITE, Instant.parse("2027-04-20T08:00:00.123Z"), new Identifiant("dpo"));
        assertThat(demandes.repondre(12, suite)).isTrue();
        assertThat(demandes.repondre(12, new Demande.Suite(Reponse.INFONDEE, suite.le(), suite.par())))
                .isFalse();
        assertThat(demandes.prolonger(12, Prolongation.NOMBRE)).isFalse();
        assertThat(demandes.trouver(12).orElseThrow())
                .returns(Optional.of(Prolongation.COMPLEXITE), Demande::prolongation)
                .returns(Optional.of(suite), Demande::suite);
    }
}
