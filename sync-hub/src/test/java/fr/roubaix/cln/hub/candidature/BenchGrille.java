package fr.roubaix.cln.hub.candidature;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.support.GenericWebApplicationContext;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.OrigineDuSecteur;
import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.habitant.Contact;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubApplication;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.testkit.bench.BenchReport;
import fr.roubaix.cln.testkit.doublon.JeuDeDoublons;

/**
 * What the server does between a click and the first rows of the list, with 50,000 applications: reads what changed, looks for
 * likenesses, filters, sorts, gives fifty rows. Each round follows a decision, so that nothing is as it was. {@code ./cln bench
 * grille [--petit]}. Goal: p95 under 300 ms.
 */
public final class BenchGrille {

    private static final AppelId APPEL = new AppelId("2027");
    private static final Instant AT = Instant.parse("2027-05-20T08:00:00Z");
    private static final List<Secteur> SECTEURS = List.of(Secteur.values());
    private static final List<Parite> PARITES = List.of(Parite.values());
    private static final List<ListeMontree.Tri> TRIS = List.of(ListeMontree.Tri.values());
    private static final int LOT = 500;
    private static final int PREMIERES = 50;

    private BenchGrille() {}

    public static void main(String[] arguments) throws Exception {
        boolean petit = Arrays.asList(arguments).contains("--petit");
        var dossier = Files.createTempDirectory("cln-bench-grille");
        LoggingSystem.get(BenchGrille.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        var report = new BenchReport("grille", Clock.systemUTC());
        try (var hub = start(dossier.toString())) {
            remplir(hub, JeuDeDoublons.de(petit ? 2_000 : 50_000, 2025));
            SecurityContextHolder.getContext()
                    .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                            "maud.v", "", AuthorityUtils.createAuthorityList("ROLE_SECRETARIAT")));
            mesurer(hub, report, petit ? 20 : 200);
        } finally {
            SecurityContextHolder.clearContext();
            try (var fichiers = Files.walk(dossier)) {
                fichiers.sorted(java.util.Comparator.reverseOrder())
                        .forEach(fichier -> fichier.toFile().delete());
            }
        }
        System.out.print(report.table());
        System.out.println(report.write());
    }

    private static void mesurer(ConfigurableApplicationContext hub, BenchReport report, int tours) {
        var index = hub.getBean(IndexDeLAppel.class);
        var doublons = hub.getBean(DoublonsDeLAppel.class);
        var examen = hub.getBean(ExamenDesCandidatures.class);
        var liste = new ListeMontree();
        double ouverture = millis(() -> montrer(liste, index, doublons, 0));
        double[] durees = new double[tours];
        double[] decisions = new double[tours];
        for (int tour = 0; tour < tours; tour++) {
            int place = tour * 7;
            var vu = liste.toutes().get(place).dossier().vu();
            decisions[tour] = millis(() -> examen.declarerRecevable(vu));
            int n = tour;
            durees[tour] = millis(() -> montrer(liste, index, doublons, n));
        }
        Arrays.sort(durees);
        Arrays.sort(decisions);
        report.figure("candidatures", (double) liste.toutes().size(), "candidatures");
        report.figure("premiere_ouverture", ouverture, "ms");
        report.figure("premieres_lignes_p50", durees[tours / 2], "ms");
        report.figure("premieres_lignes_p95", durees[tours * 95 / 100], "ms");
        report.figure("decision_p95", decisions[tours * 95 / 100], "ms");
    }

    /** What a screen does when it opens, is filtered and sorted. */
    private static void montrer(ListeMontree liste, IndexDeLAppel index, DoublonsDeLAppel doublons, int tour) {
        liste.poser(index.lignes(APPEL), doublons.concernees(APPEL));
        var secteur = SECTEURS.get(tour % SECTEURS.size());
        liste.filtrer(ligne -> tour % 2 == 0
                || ligne.dossier().secteur() == secteur
                || ligne.cle().contains("ben"));
        var tri = TRIS.get(tour % TRIS.size());
        var page = liste.page(new Query<>(
                        0,
                        PREMIERES,
                        List.of(new QuerySortOrder(
                                tri.name(), tour % 3 == 0 ? SortDirection.DESCENDING : SortDirection.ASCENDING)),
                        null,
                        null))
                .toList();
        if (page.size() != PREMIERES) {
            throw new IllegalStateException("fifty rows were asked for, " + page.size() + " came");
        }
    }

    private static double millis(Runnable travail) {
        long debut = System.nanoTime();
        travail.run();
        return (System.nanoTime() - debut) / 1e6;
    }

    private static ConfigurableApplicationContext start(String folder) {
        return new SpringApplicationBuilder(HubApplication.class)
                .contextFactory(_ -> new GenericWebApplicationContext(new MockServletContext()))
                .properties("spring.main.lazy-initialization=true")
                .run(
                        "--cln.hub.dossier=" + folder,
                        "--cln.base=",
                        "--cln.hub.travaux.periode=PT0S",
                        "--cln.hub.trousseau.creer-phrase=true",
                        "--logging.level.root=ERROR");
    }

    private static void remplir(ConfigurableApplicationContext hub, JeuDeDoublons jeu) {
        hub.getBean(JdbcClient.class).sql("""
                INSERT INTO appel (id, titre, ouvre_le, jusqu_au, date_de_reference, tirage_le, lieu, ouvert_le, ouvert_par)
                VALUES ('2027', 'Appel', '2027-05-05', '2027-06-06', '2027-06-06', '2027-06-13', 'Mairie', 1, 'maud.v')
                """).update();
        var reception = hub.getBean(ReceptionDeCandidature.class);
        var transaction = new TransactionTemplate(hub.getBean(PlatformTransactionManager.class));
        var hasard = new Random(2025);
        var depots = jeu.depots();
        for (int debut = 0; debut < depots.size(); debut += LOT) {
            var lot = depots.subList(debut, Math.min(debut + LOT, depots.size()));
            transaction.executeWithoutResult(_ -> lot.forEach(depot -> {
                var secteur = SECTEURS.get(hasard.nextInt(SECTEURS.size()));
                var parite = PARITES.get(hasard.nextInt(PARITES.size()));
                var at = AT.plusMillis(depot.code().bits() % 1_000_000);
                reception.recevoir(new ReceptionDeCandidature.Recue(
                        new EnvelopeId(new UUID(7, depot.code().bits())),
                        depot.code(),
                        new FicheDeCandidature(
                                depot.habitant(),
                                secteur,
                                OrigineDuSecteur.BASE_D_ADRESSES,
                                parite,
                                Contact.AUCUN,
                                Publication.SECTEUR_SEUL),
                        secteur,
                        at,
                        at));
            }));
        }
    }
}
