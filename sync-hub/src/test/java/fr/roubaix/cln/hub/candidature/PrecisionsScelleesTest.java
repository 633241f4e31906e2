package fr.roubaix.cln.hub.candidature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.candidature.MotifDIrrecevabilite;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.candidature.DemandeDeComplement.Manque;
import fr.roubaix.cln.hub.candidature.DemandeDeComplement.Moyen;

/** What staff write of a person lies sealed under that person's key: shown to them, found in no byte, gone with the key. */
@WithMockUser(username = "maud.v", roles = "SECRETARIAT")
class PrecisionsScelleesTest extends HubScreens {

    private static final String CANARY = "Zzyzxecanari vit à Lille";

    /** Whoever was erased never comes back under the same number: no test uses those of another. */
    private static int numbers = 70_000;

    @Value("${cln.hub.dossier}")
    private Path folder;

    @Autowired
    private ExamenDesCandidatures examen;

    @Autowired
    private CandidaturesModifiables candidatures;

    @Autowired
    private LectureDUnDossier lecture;

    @Autowired
    private EffacementDUnePersonne effacement;

    @Autowired
    private LimitationDesDossiers limitations;

    @Autowired
    private ScellementDesPrecisions scellement;

    @Autowired
    private PlatformTransactionManager transactions;

    private ReceiptCode code = new ReceiptCode(1);

    @BeforeEach
    void anApplication() {
        openCall();
        numbers++;
        receive(numbers, "Diallo", 1990, Secteur.NORD, Parite.FEMMES);
        code = Deliveries.of(numbers, "Diallo", 1990, Secteur.NORD, Parite.FEMMES, clock.instant())
                .code();
    }

    @Test
    void they_are_shown_and_exported_and_stand_in_no_byte_of_the_files() {
        assertThat(examen.demanderUnComplement(
                        dossier().vu(),
                        new DemandeDeComplement(
                                EnumSet.of(Manque.AUTRE),
                                CANARY + " (lettre)",
                                LocalDate.of(2027, 6, 4),
                                Moyen.COURRIER)))
                .isEmpty();
        assertThat(examen.proposerLIrrecevabilite(dossier().vu(), MotifDIrrecevabilite.RESIDENCE, CANARY))
                .isEmpty();
        assertNowhere();
        assertThat(as("sami.k", "PRESIDENCE", () -> text(open("gestion/irrecevabilites"))))
                .contains(CANARY);
        assertThat(examen.histoire(code))
                .extracting(decision -> decision.statut().precisions().texte())
                .containsExactly(CANARY + " (lettre)", CANARY);
        assertThat(exported()).contains(CANARY + " (lettre)", CANARY);
        assertThat(examen.reprendre(dossier().vu())).isEmpty();
        assertThat(examen.lisible(dossier()).precisions().texte())
                .as("what holds again is read again")
                .isEqualTo(CANARY + " (lettre)");
        assertNowhere();
    }

    @Test
    void they_are_not_shown_while_the_file_is_restricted() {
        examen.proposerLIrrecevabilite(dossier().vu(), MotifDIrrecevabilite.RESIDENCE, CANARY);
        inTransaction(
                () -> limitations.limiter(code, new fr.roubaix.cln.hub.security.Identifiant("dpo.d"), clock.instant()));
        assertThat(examen.lisible(dossier()).precisions().texte()).isEmpty();
        assertThat(examen.histoire(code))
                .allMatch(decision -> decision.statut().precisions().texte().isEmpty());
    }

    @Test
    void they_go_with_the_key() {
        examen.proposerLIrrecevabilite(dossier().vu(), MotifDIrrecevabilite.RESIDENCE, CANARY);
        var before = dossier().statut();
        as("dpo.d", "DPO", () -> effacement.effacer(code, MotifDEffacement.DEMANDE));
        assertThat(count("candidature WHERE mots IS NOT NULL")).isZero();
        assertThat(count("decision WHERE mots IS NOT NULL")).isZero();
        // An older backup of the data still has the sealed bytes: nobody opens them any more.
        var restored = new Dossier(
                code,
                dossier().appel(),
                Secteur.NORD,
                Parite.FEMMES,
                dossier().classe(),
                Secteur.NORD,
                clock.instant(),
                clock.instant(),
                false,
                before);
        assertThat(examen.lisible(restored).precisions().texte()).isEmpty();
    }

    @Test
    void those_of_an_earlier_version_are_sealed_and_leave_no_byte_even_when_it_was_cut_short() {
        examen.proposerLIrrecevabilite(dossier().vu(), MotifDIrrecevabilite.RESIDENCE, "x");
        jdbc.sql("UPDATE candidature SET mots = NULL, precisions = ?")
                .param(CANARY)
                .update();
        jdbc.sql("UPDATE decision SET mots = NULL, precisions = ?")
                .param(CANARY)
                .update();
        jdbc.sql("INSERT INTO reprise_a_faire (nom) VALUES ('SCELLER_LES_PRECISIONS')")
                .update();
        assertThat(bytes()).as("the test would find them").contains(CANARY);
        // The first half was done before the power went.
        jdbc.sql("UPDATE candidature SET precisions = ''").update();
        assertThat(scellement.reprendre()).isEqualTo(1);
        assertNowhere();
        assertThat(examen.histoire(code))
                .extracting(decision -> decision.statut().precisions().texte())
                .containsExactly(CANARY);
        assertThat(count("reprise_a_faire")).isZero();
    }

    private List<String> exported() {
        return inTransaction(() -> lecture.lire(code).orElseThrow()).decisions().stream()
                .map(taken -> taken.statut().precisions().texte())
                .toList();
    }

    private <T> T inTransaction(java.util.function.Supplier<T> act) {
        return java.util.Objects.requireNonNull(new TransactionTemplate(transactions).execute(_ -> act.get()));
    }

    private Dossier dossier() {
        return candidatures.dossier(code).orElseThrow();
    }

    private void assertNowhere() {
        assertThat(bytes()).contains("SQLite format 3").doesNotContain("Zzyzxecanari");
    }

    /** Every byte of every file of the hub. */
    private String bytes() {
        var all = new StringBuilder();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString();
    }
}
