package fr.roubaix.cln.hub.candidature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.DateDeNaissance;
import fr.roubaix.cln.domaine.habitant.Nom;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.candidature.ReceptionDeRetrait.Recu;
import fr.roubaix.cln.hub.candidature.ReceptionDeRetrait.Scelle;
import fr.roubaix.cln.hub.ingest.Trousseau;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.Kind;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.Message.Preuve;
import fr.roubaix.cln.sync.Message.RetraitDemande;
import fr.roubaix.cln.sync.SealContext;

/** What the secretariat sees and settles of the withdrawals that came from the mairies. */
@WithMockUser(username = "maud.v", roles = "SECRETARIAT")
class RetraitsScreenTest extends HubScreens {

    private static final AgentId MARIAM = new AgentId("m.diallo");

    @Autowired
    private ReceptionDeRetrait withdrawals;

    @Autowired
    private CandidaturesModifiables candidatures;

    @Autowired
    private Trousseau keys;

    @Autowired
    private Registre register;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void aCall() {
        openCall();
    }

    @Test
    void nothing_waits_and_the_screen_says_so() {
        assertThat(text(open("gestion/retraits"))).contains("Tous les retraits demandés dans les mairies sont faits");
    }

    @Test
    void what_was_applied_is_told_and_asks_nothing() {
        receive(1, "Benali", 1980, Secteur.NORD, Parite.HOMMES);
        withdraw(1, new Preuve.RecuScanne());
        assertThat(text(open("gestion/retraits")))
                .contains("Les derniers retraits", "devant m.diallo", "reçu scanné", "Candidature retirée");
    }

    @Test
    void another_identity_is_shown_beside_what_to_do_and_the_secretariat_withdraws() {
        receive(1, "Benali", 1980, Secteur.NORD, Parite.HOMMES);
        withdraw(1, new Preuve.IdentiteVue(new Nom("Benhalli"), new DateDeNaissance(LocalDate.of(1980, 3, 14))));
        assertThat(text(open("gestion"))).contains("Décider d’1 retrait demandé dans une mairie");
        assertThat(text(open("gestion/retraits")))
                .contains("Benhalli, personne née le 14 mars 1980", "Comparez avec la candidature", "borne 3");
        click("Retirer la candidature");
        assertThat(text(current()))
                .contains("C’est noté", "Candidature retirée par maud.v")
                .doesNotContain("Benhalli");
        assertThat(candidatures.dossier(code(1)).orElseThrow().statut()).isInstanceOf(Statut.Retiree.class);
        assertThat(count("retrait WHERE length(scelle) > 0")).isZero();
        assertThat(count("registre WHERE acte = 'RETRAIT_REGLE'")).isPositive();
    }

    @Test
    void a_withdrawal_set_aside_leaves_the_application_where_it_was() {
        receive(1, "Benali", 1980, Secteur.NORD, Parite.HOMMES);
        withdraw(1, new Preuve.IdentiteVue(new Nom("Autre"), new DateDeNaissance(LocalDate.of(1980, 3, 14))));
        open("gestion/retraits");
        click("Écarter, la candidature reste");
        assertThat(candidatures.dossier(code(1)).orElseThrow().statut()).isInstanceOf(Statut.AExaminer.class);
        assertThat(text(open("gestion/retraits"))).contains("Écarté par maud.v");
    }

    @Test
    void once_the_list_is_frozen_the_secretariat_is_told_what_the_draw_makes_of_it() {
        receive(1, "Benali", 1980, Secteur.NORD, Parite.HOMMES);
        inTransaction(() ->
                candidatures.geler(candidatures.dossier(code(1)).orElseThrow().appel(), true));
        withdraw(1, new Preuve.RecuScanne());
        assertThat(text(open("gestion/retraits")))
                .contains("La liste du tirage est arrêtée", "notez son désistement au tirage", "C’est suivi au tirage");
        inTransaction(() ->
                candidatures.geler(candidatures.dossier(code(1)).orElseThrow().appel(), false));
        open("gestion");
        open("gestion/retraits");
        click("Retirer la candidature");
        assertThat(candidatures.dossier(code(1)).orElseThrow().statut()).isInstanceOf(Statut.Retiree.class);
    }

    @Test
    void a_number_of_no_application_waits_and_may_be_filed() {
        withdraw(9, new Preuve.RecuScanne());
        assertThat(text(open("gestion/retraits"))).contains("Attend sa candidature", "à son arrivée");
        long before = register.tete().numero();
        click("Classer sans candidature");
        assertThat(register.tete().numero()).isEqualTo(before + 1);
        assertThat(text(open("gestion/retraits"))).contains("Classé sans candidature");
    }

    private void withdraw(int number, Preuve proof) {
        var id = new EnvelopeId(new UUID(9, number));
        var message = new RetraitDemande(code(number), MARIAM, proof);
        var seal = keys.opening().sealingKey();
        var scelle = new Scelle(
                id,
                new KioskId(3),
                seal.id(),
                seal.seal(new SealContext(new KioskId(3), id, Kind.RETRAIT), message.encode()));
        inTransaction(() -> {
            withdrawals.recevoir(
                    new Recu(scelle, code(number), MARIAM, Secteur.NORD, clock.instant(), clock.instant()), proof);
            return true;
        });
    }

    private void inTransaction(java.util.function.Supplier<Boolean> act) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> assertThat(act.get()).isTrue());
    }

    private ReceiptCode code(int number) {
        return Deliveries.of(number, "Benali", 1980, Secteur.NORD, Parite.HOMMES, clock.instant())
                .code();
    }
}
