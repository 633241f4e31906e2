package fr.roubaix.cln.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import fr.roubaix.cln.sync.EtatDAppareil;
import fr.roubaix.cln.sync.Message.EvenementSurvenu;
import fr.roubaix.cln.sync.Message.Nature;

/** What a kiosk says of its devices, until it says that they work again. */
@ParameterizedClass
@EnumSource(FreshDatabase.class)
class PannesContractTest {

    @Parameter
    private FreshDatabase databases;

    private HubSlice hub;
    private KioskLink link;

    @BeforeEach
    void open() throws Exception {
        hub = HubSlice.start(databases.open());
        link = new KioskLink(hub);
        link.deliver(link.kiosk.opening());
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void a_fault_stays_known_as_it_was_last_told_until_the_device_works_again() {
        tell("imprimante", "CAPOT_OUVERT");
        tell("lecteur", "INJOIGNABLE");
        tell("imprimante", "PLUS_DE_PAPIER");
        assertThat(faults())
                .containsExactly(
                        new EtatDAppareil("imprimante", "PLUS_DE_PAPIER"), new EtatDAppareil("lecteur", "INJOIGNABLE"));
        tell("imprimante", EtatDAppareil.BON);
        assertThat(faults()).containsExactly(new EtatDAppareil("lecteur", "INJOIGNABLE"));
        tell("lecteur", EtatDAppareil.BON);
        assertThat(faults()).isEmpty();
        assertThat(declarations().evenements(link.kiosk.id, 9))
                .as("all of it happened")
                .hasSize(5);
    }

    @Test
    void what_is_told_in_other_words_is_an_event_and_no_fault() {
        link.deliver(link.kiosk.next(RemoteKiosk.newId(), new EvenementSurvenu(Nature.APPAREIL, "tout va mal")));
        assertThat(faults()).isEmpty();
        assertThat(declarations().evenements(link.kiosk.id, 9)).hasSize(1);
    }

    private void tell(String device, String state) {
        link.deliver(link.kiosk.next(RemoteKiosk.newId(), new EtatDAppareil(device, state).evenement()));
    }

    private List<EtatDAppareil> faults() {
        return declarations().pannes().getOrDefault(link.kiosk.id, List.of()).stream()
                .map(Declarations.Panne::dit)
                .toList();
    }

    private Declarations declarations() {
        return hub.bean(Declarations.class);
    }
}
