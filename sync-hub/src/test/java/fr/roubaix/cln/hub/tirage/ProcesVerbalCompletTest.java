package fr.roubaix.cln.hub.tirage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.transaction.PlatformTransactionManager;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.MotifDIrrecevabilite;
import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.IdDeListe;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.ProcesVerbal;
import fr.roubaix.cln.domaine.tirage.Reconduit;
import fr.roubaix.cln.domaine.tirage.TirageAuSort;
import fr.roubaix.cln.domaine.tirage.VersionDuReglement;
import fr.roubaix.cln.hub.candidature.Deliveries;
import fr.roubaix.cln.hub.candidature.ReceptionDeCandidature;
import fr.roubaix.cln.hub.documents.PdfChecks;
import fr.roubaix.cln.hub.documents.PdfWriter;
import fr.roubaix.cln.hub.documents.PiedsDePage;
import fr.roubaix.cln.hub.privacy.CoffreDesPersonnes;
import fr.roubaix.cln.hub.privacy.PersonneId;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.DeuxVoix;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.hub.tirage.PiecesGardees.Genre;
import fr.roubaix.cln.hub.verificateur.AutresProgrammes;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.testkit.time.HandClock;
import fr.roubaix.cln.verifier.PvJson;

/** A procès-verbal in which everything that may happen did, closed by two voices in the whole hub, on each database. */
@ParameterizedClass
@EnumSource(CeremonyOnBothDatabases.Base.class)
class ProcesVerbalCompletTest {

    private static final AppelId APPEL = new AppelId("2027");
    private static final CeremonieId.Publique ID = new CeremonieId.Publique(APPEL);
    private static final String WITNESS = "Octavie Bellanger";
    private static final IdDeListe RENEWED = new IdDeListe("ZZZZZZZZZZ");
    private static final Map<CeremonyOnBothDatabases.Base, ConfigurableApplicationContext> RUNNING =
            new EnumMap<>(CeremonyOnBothDatabases.Base.class);
    private static final SecurityContextHolderStrategy STRATEGY = SecurityContextHolder.getContextHolderStrategy();

    @Parameter
    private CeremonyOnBothDatabases.Base base;

    private ConfigurableApplicationContext hub;
    private SecurityContextHolderStrategy its;
    private JdbcClient jdbc;

    @BeforeEach
    void a_closed_call_with_forty_admissible_applications() throws IOException {
        hub = RUNNING.containsKey(base) ? RUNNING.get(base) : start();
        its = hub.getBean(SecurityContextHolderStrategy.class);
        SecurityContextHolder.setContextHolderStrategy(its);
        hub.getBean(HandClock.class).set(Faits.START.plus(Duration.ofHours(3)));
        jdbc = hub.getBean(JdbcClient.class);
        List.of(
                        "acte_a_deux_voix",
                        "acces",
                        "tirage",
                        "repetition",
                        "reconduit",
                        "paire_de_doublon",
                        "decision",
                        "candidature",
                        "registre_de_l_appel",
                        "appel")
                .forEach(table -> jdbc.sql("DELETE FROM " + table).update());
        jdbc.sql("""
                INSERT INTO appel (id, titre, ouvre_le, jusqu_au, date_de_reference, tirage_le, lieu, ouvert_le,
                                   ouvert_par, clos_le, clos_par, clos_motif)
                VALUES ('2027', 'Appel', '2027-05-05', '2027-06-06', '2027-06-06', '2027-06-12', 'Grand Théâtre', 1, 'maud.v',
                        1812326400000, 'maud.v', '')
                """).update();
        as("claire.d", "TIRAGE");
        for (int i = 1; i <= 40; i++) {
            hub.getBean(ReceptionDeCandidature.class)
                    .recevoir(Deliveries.of(
                            i,
                            "Zwirnmann",
                            1950 + i,
                            Secteur.parNumero(i % 5 + 1).orElseThrow(),
                            i % 3 == 0 ? Parite.FEMMES : Parite.HOMMES,
                            Faits.START.minus(Duration.ofDays(20))));
        }
        jdbc.sql("UPDATE candidature SET etat = 'RECEVABLE', decidee_le = 1812326400000, decidee_par = 'maud.v'")
                .update();
    }

    @AfterEach
    void nobodyStaysSignedIn() {
        SecurityContextHolder.clearContext();
        SecurityContextHolder.setContextHolderStrategy(STRATEGY);
    }

    @AfterAll
    static void stop() {
        RUNNING.values().forEach(ConfigurableApplicationContext::close);
        RUNNING.clear();
        SecurityContextHolder.setContextHolderStrategy(STRATEGY);
    }

    @Test
    void everything_that_happened_stands_in_the_public_document_and_no_name_that_is_not_public() throws Exception {
        var pv = closed();
        byte[] pdf = piece(Genre.DOCUMENT);
        Files.write(Files.createDirectories(Path.of("target/documents")).resolve("pv-complet.pdf"), pdf);
        PdfChecks.isAccessible(pdf);
        PdfChecks.canBeArchived(pdf);
        String text = text(pdf);
        assertThat(text)
                .contains(
                        "dimanche 13 juin 2027",
                        "L’appel annonçait la séance pour le samedi 12 juin 2027.",
                        "Grand Théâtre",
                        "Mme Delcourt, co-président du CLN",
                        "M. Vasseur, co-président du CLN absence constatée, arrivée à 14 h 45",
                        "habitant présence constatée, départ à 14 h 46",
                        "Nombre de lancers annoncé à l’ouverture, avant le premier dé : 31, ni plus ni moins.",
                        "Tour " + Faits.ROUND + " abandonné le 13 juin 2027 à 14 h 15 pour le tour " + Faits.LATER,
                        "Motif : Un dé a roulé sous l’estrade.",
                        "Autre tour drand annoncé",
                        "Arrivée constatée",
                        "M. Amrani, élu de l’opposition",
                        "Reçues : 46. Recevables : 40. Retirées : 2.",
                        "Non recevables, tous motifs : 4.",
                        "moins de 16 ans : 1.",
                        "hors délai : 3.",
                        "Formulaires papier déclarés par les mairies à leur clôture : 3.",
                        "Secteur Nord, sans préférence pour la parité : 1.",
                        "Borne 1, Nord, Accueil",
                        "Borne 4, Ouest, Accueil",
                        "rien n’est arrivé de cette borne",
                        "Terminal détruit par l’eau le 3 mai",
                        "Chiffre n° 3 corrigé avant confirmation : 2 remplacé par 9",
                        "Dernier chiffre, n° 31, retiré avant confirmation : 0",
                        "Tour drand annoncé avant le premier dé : " + Faits.ROUND,
                        "se vérifie ailleurs",
                        "Une erreur de secteur",
                        "Le courant a manqué.",
                        "Rien à redire.",
                        "Changer un compte qui prend part au tirage",
                        "traitée comme refusant son siège",
                        "mandat reconduit",
                        RENEWED.affiche(),
                        "Désignés par ce tirage : " + pv.designes().size() + ". Reconduits : 1.",
                        "Mairie de quartier Ouest",
                        "Hôtel de ville")
                .doesNotContain("Bellanger", "Zwirnmann", "Camille", "??", "Signatures Les signataires");
        assertThat(text.replace(" ", ""))
                .contains(
                        Faits.PROOF.alea(),
                        Faits.SIGNATURE,
                        "a".repeat(64),
                        Hash.of(piece(Genre.PV)).hex(),
                        Hash.of(piece(Genre.CEREMONIE)).hex(),
                        hub.getBean(Registre.class)
                                .derniere(fr.roubaix.cln.hub.register.Acte.PROCES_VERBAL_CLOS, ID.objet())
                                .orElseThrow()
                                .empreinte());
        assertThat(pv.ordre())
                .allSatisfy(place -> assertThat(text).contains(place.id().affiche()));
        String json = new String(piece(Genre.CEREMONIE), StandardCharsets.UTF_8);
        assertThat(json)
                .contains(
                        "\"lancersAnnonces\": 31",
                        "\"drandRemplaces\": [",
                        "\"tour\": " + Faits.LATER.tour(),
                        "\"motif\": \"Un dé a roulé sous l’estrade.\"",
                        "\"sens\": \"ARRIVEE\"",
                        "\"nom\": \"M. Vasseur\"",
                        "\"nom\": null",
                        "\"jour\": \"2027-06-13\"",
                        Faits.SIGNATURE)
                .doesNotContain("Bellanger", "Zwirnmann");
    }

    @Test
    void the_original_names_the_members_to_whoever_may_read_it_and_each_reading_is_written_down() throws Exception {
        var pv = closed();
        var documents = hub.getBean(ProcesVerbalDuTirage.class);
        for (String role : List.of("TIRAGE", "OBSERVATEUR", "ADMIN")) {
            as("autre", role);
            assertThatThrownBy(() -> documents.aSigner(ID)).isInstanceOf(AccessDeniedException.class);
        }
        var erased = pv.designes().getFirst().personne().id();
        hub.getBean(CoffreDesPersonnes.class).effacer(new PersonneId(erased.valeur()), Faits.START);
        as("maud.v", "SECRETARIAT");
        byte[] pdf = documents.aSigner(ID).orElseThrow();
        Files.write(Files.createDirectories(Path.of("target/documents")).resolve("pv-original.pdf"), pdf);
        PdfChecks.isAccessible(pdf);
        assertThat(text(pdf))
                .contains("Camille Zwirnmann", WITNESS + ", habitant", "« identité effacée »", "à écrire à la main");
        assertThat(text(piece(Genre.DOCUMENT))).doesNotContain("Zwirnmann");
        assertThat(jdbc.sql("SELECT code FROM acces WHERE ecran = 'PROCES_VERBAL' AND par = 'maud.v'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(pv.designes().stream()
                        .map(designe -> designe.personne().id().valeur())
                        .toList());
    }

    @Test
    void another_version_of_the_programs_gives_the_bytes_of_the_closing() throws Exception {
        closed();
        var before = new EnumMap<Genre, byte[]>(Genre.class);
        for (Genre genre : Genre.values()) {
            before.put(genre, piece(genre));
        }
        var later = new GardeDesPieces(
                hub.getBean(TiragesModifiables.class),
                hub.getBean(PiecesDuTirage.class),
                new RedactionDuProcesVerbal(
                        hub.getBean(PiecesDeLaCeremonie.class),
                        hub.getBean(Registre.class),
                        AutresProgrammes.empreinte(),
                        hub.getBean(PdfWriter.class),
                        hub.getBean(PiedsDePage.class),
                        hub.getBean(MessageSource.class)),
                AutresProgrammes.empreinte(),
                hub.getBean(PlatformTransactionManager.class));
        try {
            for (Genre genre : Genre.values()) {
                assertThat(later.piece(ID, genre).orElseThrow().octets().toArray())
                        .as(genre.fichier())
                        .isEqualTo(before.get(genre));
            }
            var named = hub.getBean(PiecesGardees.class).programmes(ID);
            assertThat(named).isNotEmpty().allMatch(PiecesGardees.ProgrammeNomme::garde);
            for (var program : named) {
                assertThat(later.programme(ID, program.programme())
                                .map(octets -> Hash.of(octets.toArray()).hex()))
                        .as(program.programme().fichier())
                        .contains(program.sha256().hex());
            }
            String another = AutresProgrammes.empreinte().deLaPage().hex();
            assertThat(text(later.piece(ID, Genre.DOCUMENT)
                                    .orElseThrow()
                                    .octets()
                                    .toArray())
                            .replace(" ", ""))
                    .doesNotContain(another);
        } finally {
            later.fin();
        }
    }

    /** Every fact there may be, then the closing as people do it. */
    private ProcesVerbal closed() {
        hub.getBean(JdbcReconduits.class)
                .remplacer(
                        APPEL,
                        List.of(new Reconduit(RENEWED, Secteur.SUD, Sexe.F, ClasseAge.A_PARTIR_DE_65)),
                        Faits.acte(0));
        var tirages = hub.getBean(TiragesModifiables.class);
        tirages.creer(ID);
        var facts = facts();
        facts.forEach(this::write);
        var confirmed = (Tirage.GraineConfirmee) tirages.tirage(APPEL).orElseThrow();
        var pv = TirageAuSort.tirer(confirmed.arret().liste(), confirmed.graine(), VersionDuReglement.DE_2025);
        byte[] bytes = PvJson.write(pv);
        write(new Fait.Tire(Hash.of(bytes)));
        tirages.garder(ID, bytes);
        write(new Fait.Desistement(
                pv.designes().getLast().personne().id(), Cahier.Desistement.Cause.RETRAIT_DE_LA_PERSONNE));
        write(new Fait.Proclame());
        write(new Fait.Mention(Cahier.Mention.Genre.REMARQUE, "Rien à redire."));
        jdbc.sql("""
                INSERT INTO acte_a_deux_voix (numero, genre, objet, montre, etat, empreinte, parametres, motif, propose_par,
                    propose_role, propose_le, expire_le, suite, suite_par, suite_role, suite_le, suite_motif)
                VALUES (900000, 'CHANGER_UN_COMPTE', 'compte tirage', 'Un compte', '', :sha, '{}', 'Congé', 'ada', 'ADMIN', :le, :le,
                    'CONFIRME', 'presidence', 'PRESIDENCE', :le, '')
                """)
                .param("sha", "0".repeat(64))
                .param("le", Faits.START.minus(Duration.ofDays(1)).toEpochMilli())
                .update();
        assertThat(hub.getBean(Ceremonie.class)
                        .proposerLaCloture(ID, tirages.etat(ID).pas()))
                .isEmpty();
        as("presidence", "PRESIDENCE");
        var voices = hub.getBean(DeuxVoix.class);
        var waiting = voices.enAttente().getFirst();
        assertThat(voices.confirmer(waiting.numero(), waiting.empreinte())).isInstanceOf(DeuxVoix.Issue.Faite.class);
        assertThat(hub.getBean(PiecesDuTirage.class).de(ID))
                .as("kept in the closing itself")
                .isPresent();
        return pv;
    }

    private List<Fait> facts() {
        var arret = hub.getBean(EtatDeLaListe.class).etablir(ID);
        var frozen = Faits.frozen(arret.liste());
        var kiosks = new ArrayList<>(frozen.bornes());
        kiosks.add(new BorneProuvee(new KioskId(4), Secteur.OUEST, "Accueil", List.of(), Optional.empty(), 0));
        var facts = new ArrayList<Fait>();
        facts.add(Faits.frozen(Faits.otherList()));
        facts.add(new Fait.ArretAnnule("Une erreur de secteur"));
        facts.add(new Fait.ListeArretee(
                arret.liste(),
                frozen.sansPreference(),
                frozen.derogations(),
                new Comptes(46, 40, Map.of(MotifDIrrecevabilite.AGE, 1, MotifDIrrecevabilite.HORS_DELAI, 3), 2),
                kiosks));
        facts.add(new Fait.LectureChoisie(Lecture.SIEGE_RESERVE));
        facts.add(new Fait.PlanConfirme());
        facts.add(new Fait.PresenceInscrite("Mme Delcourt", QualiteDePresence.CO_PRESIDENT, true));
        facts.add(new Fait.PresenceInscrite("M. Vasseur", QualiteDePresence.CO_PRESIDENT, false));
        facts.add(new Fait.PresenceInscrite("M. Amrani", QualiteDePresence.ELU_D_OPPOSITION, true));
        facts.add(new Fait.PresenceInscrite(WITNESS, QualiteDePresence.HABITANT, true));
        facts.add(new Fait.SeanceOuverteAvecCompte(31, Optional.of(Faits.ROUND)));
        for (int i = 0; i < 31; i++) {
            facts.add(new Fait.DeLance(i % 10, i % 2 == 0 ? 6 : 9));
            if (i == 4) {
                facts.add(new Fait.DrandRemplace(Faits.LATER, "Un dé a roulé sous l’estrade."));
            }
        }
        facts.add(new Fait.DeRetire());
        facts.add(new Fait.DeLance(0, 9));
        facts.add(new Fait.DeCorrige(3, 9));
        facts.add(new Fait.Arrivee(7));
        facts.add(new Fait.Depart(9));
        facts.add(new Fait.DrandSaisi(Faits.LATER_PROOF));
        facts.add(new Fait.Mention(Cahier.Mention.Genre.INCIDENT, "Le courant a manqué."));
        facts.add(new Fait.GraineConfirmee());
        return facts;
    }

    private void write(Fait fact) {
        var tirages = hub.getBean(TiragesModifiables.class);
        int version = tirages.version(ID);
        Instant at = Faits.START.plusSeconds(60L * version);
        assertThat(tirages.ecrire(
                        ID,
                        version,
                        fact,
                        new Tirage.Acte(new Identifiant("claire.d"), at, Optional.of(new Identifiant("presidence")))))
                .isTrue();
    }

    private byte[] piece(Genre genre) {
        var piece = hub.getBean(PiecesGardees.class).piece(ID, genre).orElseThrow();
        assertThat(piece.sha256()).isEqualTo(Hash.of(piece.octets()));
        return piece.octets().toArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper()
                    .getText(document)
                    .replace('\u00a0', ' ')
                    .replaceAll("\\s+", " ");
        }
    }

    private void as(String name, String role) {
        its.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                name, null, AuthorityUtils.createAuthorityList("ROLE_" + role))));
    }

    private ConfigurableApplicationContext start() throws IOException {
        var started = CeremonyOnBothDatabases.hubOn(base);
        RUNNING.put(base, started);
        return started;
    }
}
