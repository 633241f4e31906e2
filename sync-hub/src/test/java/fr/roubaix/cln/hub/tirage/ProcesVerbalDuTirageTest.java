package fr.roubaix.cln.hub.tirage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.PlatformTransactionManager;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.Des;
import fr.roubaix.cln.domaine.tirage.Graine;
import fr.roubaix.cln.domaine.tirage.IdDeListe;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.Ligne;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.Resultat;
import fr.roubaix.cln.domaine.tirage.TirageAuSort;
import fr.roubaix.cln.domaine.tirage.VersionDuReglement;
import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.documents.PdfChecks;
import fr.roubaix.cln.hub.documents.PdfWriter;
import fr.roubaix.cln.hub.documents.PiedsDePage;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.tirage.PiecesGardees.Genre;
import fr.roubaix.cln.hub.verificateur.AutresProgrammes;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.verifier.PvJson;

/** The procès-verbal: kept once, readable by everybody, and naming in public those who act in a public function alone. */
@WithMockUser(username = "tirage", roles = "TIRAGE")
class ProcesVerbalDuTirageTest extends HubScreens {

    private static final AppelId APPEL = new AppelId("2027");
    private static final CeremonieId.Publique ID = new CeremonieId.Publique(APPEL);
    private static final CeremonieId REPETITION = new CeremonieId.Repetition(APPEL, 1);
    private static final String DES = "407291380556213799028815504417";
    private static final String CO_PRESIDENT = "Zéphyrine Canarville";
    private static final String OPPOSITION = "Barnabé Sereinot";

    @Autowired
    private ProcesVerbalDuTirage procesVerbal;

    @Autowired
    private PiecesGardees gardees;

    @Autowired
    private GardeDesPieces garde;

    @Autowired
    private PiecesDuTirage pieces;

    @Autowired
    private PiecesDeLaCeremonie papers;

    @Autowired
    private TiragesModifiables tirages;

    @Autowired
    private Registre registre;

    @Autowired
    private PdfWriter writer;

    @Autowired
    private PiedsDePage footers;

    @Autowired
    private MessageSource textes;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private RedactionDuProcesVerbal redaction;

    @Test
    void nothing_is_given_before_the_closing() {
        call();
        TirageDEssai.arreter(jdbc, APPEL, liste());
        assertThat(procesVerbal.ceremonie(ID)).isEmpty();
        assertThat(procesVerbal.publique(ID)).isEmpty();
        assertThat(as("presidence", "PRESIDENCE", () -> procesVerbal.aSigner(ID)))
                .isEmpty();
    }

    @Test
    void the_public_document_is_accessible_says_everything_by_code_and_names_who_acts_in_public() throws Exception {
        closed("Tout va bien.");
        byte[] pdf = procesVerbal.publique(ID).orElseThrow();
        keep("pv-public.pdf", pdf);
        PdfChecks.isAccessible(pdf);
        PdfChecks.canBeArchived(pdf);
        assertThat(text(pdf))
                .contains(
                        CO_PRESIDENT + ", co-président du CLN",
                        OPPOSITION + ", élu de l’opposition",
                        "Remarque du",
                        "Tout va bien.",
                        "art. 7 §3",
                        code(1).affiche())
                .doesNotContain("Bellanger", "??", "RÉPÉTITION");
        assertThat(ceremonie())
                .contains(
                        "\"format\": \"cln-ceremonie/2\"",
                        "\"repetition\": false",
                        "\"nom\": \"" + CO_PRESIDENT + "\"",
                        "\"nom\": null")
                .doesNotContain("Bellanger");
    }

    @Test
    void the_document_to_sign_names_those_present_and_gives_each_a_box() throws Exception {
        closed("Tout va bien.");
        byte[] pdf =
                as("presidence", "PRESIDENCE", () -> procesVerbal.aSigner(ID)).orElseThrow();
        keep("pv-a-signer.pdf", pdf);
        PdfChecks.isAccessible(pdf);
        assertThat(text(pdf))
                .contains("Signatures", CO_PRESIDENT + ", co-président du CLN", OPPOSITION, "Octavie Bellanger");
    }

    @Test
    void what_is_kept_at_the_closing_is_given_ever_after() {
        closed("Tout va bien.");
        String first = ceremonie();
        byte[] pdf = procesVerbal.publique(ID).orElseThrow();
        jdbc.sql("UPDATE fait_du_tirage SET contenu = replace(contenu, 'va bien', 'va mal') WHERE genre = 'MENTION'")
                .update();
        jdbc.sql("UPDATE appel SET lieu = 'Ailleurs'").update();
        assertThat(ceremonie()).isEqualTo(first).contains("Tout va bien.");
        assertThat(procesVerbal.publique(ID).orElseThrow()).isEqualTo(pdf);
    }

    @Test
    void everyone_reads_the_three_pieces_of_a_closed_draw_with_their_fingerprints() {
        call();
        TirageDEssai.arreter(jdbc, APPEL, liste());
        assertThat(gardees.empreintes(ID)).isEmpty();
        assertThat(gardees.piece(ID, Genre.PV)).isEmpty();
        lead(TirageDEssai.de(jdbc, APPEL), "Tout va bien.");
        var empreintes = gardees.empreintes(ID);
        assertThat(empreintes).containsOnlyKeys(Genre.values());
        for (Genre genre : Genre.values()) {
            var piece = gardees.piece(ID, genre).orElseThrow();
            assertThat(piece.sha256()).isEqualTo(Hash.of(piece.octets())).isEqualTo(empreintes.get(genre));
        }
        assertThat(gardees.piece(ID, Genre.CEREMONIE).orElseThrow().octets().toArray())
                .isEqualTo(procesVerbal.ceremonie(ID).orElseThrow());
        assertThat(gardees.piece(ID, Genre.DOCUMENT).orElseThrow().octets().toArray())
                .isEqualTo(procesVerbal.publique(ID).orElseThrow());
    }

    @Test
    void nothing_of_a_rehearsal_is_given_to_everyone() {
        call();
        TirageDEssai.arreter(jdbc, APPEL, liste());
        lead(TirageDEssai.repeter(jdbc, APPEL, liste()), "Pour essayer.");
        assertThat(procesVerbal.ceremonie(REPETITION)).isPresent();
        assertThat(gardees.empreintes(ID)).isEmpty();
        for (Genre genre : Genre.values()) {
            assertThat(gardees.piece(ID, genre)).isEmpty();
        }
    }

    @Test
    void a_document_that_a_power_cut_left_to_be_made_has_what_was_kept_at_the_closing() throws Exception {
        closed("Tout va bien.");
        garde.garder(ID);
        assertThat(pieces.pdf(ID)).isEmpty();
        assertThat(pieces.sansPdf()).containsExactly(ID);
        String page = pieces.page(ID).orElseThrow();
        var programs = pieces.de(ID).orElseThrow().programmes();
        jdbc.sql("UPDATE appel SET lieu = 'Ailleurs'").update();
        var laterHub =
                new RedactionDuProcesVerbal(papers, registre, AutresProgrammes.empreinte(), writer, footers, textes);
        var later = new GardeDesPieces(tirages, pieces, laterHub, AutresProgrammes.empreinte(), transactions);
        later.auDemarrage();
        later.fin();
        assertThat(pieces.pdf(ID)).isPresent();
        byte[] pdf = gardees.piece(ID, Genre.DOCUMENT).orElseThrow().octets().toArray();
        assertThat(pdf).isEqualTo(redaction.composer(ID, page));
        assertThat(text(pdf)).contains("Mairie").doesNotContain("Ailleurs");
        assertThat(text(pdf).replace(" ", "")).contains(programs.page().hex());
        assertThat(pieces.page(ID)).isEmpty();
        assertThat(pieces.sansPdf()).isEmpty();
    }

    @Test
    void every_page_of_a_rehearsal_says_that_it_is_one() throws Exception {
        call();
        lead(TirageDEssai.repeter(jdbc, APPEL, liste()), "Pour essayer.");
        byte[] pdf = procesVerbal.publique(REPETITION).orElseThrow();
        keep("pv-repetition.pdf", pdf);
        PdfChecks.isAccessible(pdf);
        PdfChecks.canBeArchived(pdf);
        assertThat(new String(procesVerbal.ceremonie(REPETITION).orElseThrow(), StandardCharsets.UTF_8))
                .contains("\"repetition\": true");
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document)).as("page " + page).contains("RÉPÉTITION");
                assertThat(watermarks(document.getPage(page - 1)))
                        .as("page " + page)
                        .containsExactly("Watermark");
            }
        }
    }

    /** What is marked as an artifact of that kind: no screen reader reads it among the text. */
    private static List<String> watermarks(PDPage page) {
        var properties = page.getResources();
        return StreamSupport.stream(properties.getPropertiesNames().spliterator(), false)
                .map(name -> properties.getProperties(name).getCOSObject().getNameAsString(COSName.SUBTYPE))
                .filter("Watermark"::equals)
                .toList();
    }

    private void call() {
        jdbc.sql("""
                INSERT INTO appel (id, titre, ouvre_le, jusqu_au, date_de_reference, tirage_le, lieu, ouvert_le, ouvert_par)
                VALUES ('2027', 'Appel 2027', '2027-05-05', '2027-06-06', '2027-06-06', '2027-06-13', 'Mairie', 1, 'maud.v')
                """).update();
    }

    private void closed(String remark) {
        call();
        TirageDEssai.arreter(jdbc, APPEL, liste());
        lead(TirageDEssai.de(jdbc, APPEL), remark);
    }

    private static void lead(TirageDEssai essai, String remark) {
        var graine = Graine.de(Lecture.PRIORITE_ABSOLUE, liste(), new Des(DES));
        essai.confirmerLePlan(Lecture.PRIORITE_ABSOLUE);
        essai.ouvrir(CO_PRESIDENT, OPPOSITION);
        essai.inscrire("Octavie Bellanger", QualiteDePresence.HABITANT);
        essai.lancer(DES);
        essai.confirmerLaGraine();
        essai.tirer(PvJson.write(TirageAuSort.tirer(liste(), graine, VersionDuReglement.DE_2025)));
        essai.proclamer();
        essai.clore(remark);
    }

    private String ceremonie() {
        return new String(procesVerbal.ceremonie(ID).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static void keep(String name, byte[] pdf) throws IOException {
        Files.write(Files.createDirectories(Path.of("target/documents")).resolve(name), pdf);
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper()
                    .getText(document)
                    .replace('\u00a0', ' ')
                    .replaceAll("\\s+", " ");
        }
    }

    private static ReceiptCode code(int number) {
        return new ReceiptCode(number * 7_919L);
    }

    private static ListeDuTirage liste() {
        var lignes = new ArrayList<Ligne>();
        for (int i = 0; i < 60; i++) {
            lignes.add(new Ligne(
                    IdDeListe.de(code(i)),
                    Secteur.parNumero(i % 7 % 5 + 1).orElseThrow(),
                    i % 3 == 0 ? Sexe.F : Sexe.H,
                    List.of(ClasseAge.values()).get(i % 4 % 3),
                    fr.roubaix.cln.domaine.tirage.Qualite.CANDIDAT));
        }
        return switch (ListeDuTirage.de(lignes)) {
            case Resultat.Accepte(var liste) -> liste;
            case Resultat.Refuse(var defaut) -> throw new AssertionError(defaut.phrase());
        };
    }
}
