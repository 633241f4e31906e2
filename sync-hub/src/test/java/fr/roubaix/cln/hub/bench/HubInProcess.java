package fr.roubaix.cln.hub.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.support.GenericWebApplicationContext;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.OrigineDuSecteur;
import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.habitant.Contact;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubApplication;
import fr.roubaix.cln.hub.candidature.ReceptionDeCandidature;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.testkit.doublon.JeuDeDoublons;

/** The whole hub in this process, without a port: what staff do there is done on its beans and its screens. */
public final class HubInProcess implements AutoCloseable {

    /** The call that every application is for. */
    public static final AppelId APPEL = new AppelId("mesure");

    private static final int LOT = 500;
    private static final List<Secteur> SECTEURS = List.of(Secteur.values());
    private static final List<Parite> PARITES = List.of(Parite.values());

    private final ConfigurableApplicationContext context;

    private HubInProcess(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts on the database of this folder; nobody is signed in. */
    public static HubInProcess start(Path folder) {
        return new HubInProcess(new SpringApplicationBuilder(HubApplication.class)
                .contextFactory(_ -> new GenericWebApplicationContext(new MockServletContext()))
                .properties("spring.main.lazy-initialization=true")
                .run(
                        "--cln.hub.dossier=" + folder,
                        "--cln.base=",
                        "--cln.hub.travaux.periode=PT0S",
                        "--cln.hub.trousseau.creer-phrase=true",
                        "--logging.level.root=ERROR"));
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Somebody of the secretariat works on this thread. */
    public void signIn() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "maud.v", "", AuthorityUtils.createAuthorityList("ROLE_SECRETARIAT")));
    }

    /** A call that began a month ago and ends in a month. */
    public void openCall() {
        var today = LocalDate.now(Appel.ROUBAIX);
        bean(JdbcClient.class)
                .sql("""
                INSERT INTO appel (id, titre, ouvre_le, jusqu_au, date_de_reference, tirage_le, lieu, ouvert_le, ouvert_par)
                VALUES (?, 'Mesure', ?, ?, ?, ?, 'Mairie', 1, 'maud.v')""")
                .params(
                        APPEL.valeur(),
                        today.minusMonths(1).toString(),
                        today.plusMonths(1).toString(),
                        today.plusMonths(1).toString(),
                        today.plusMonths(2).toString())
                .update();
    }

    /** Every application of a labelled set, spread over the sectors and over three weeks. */
    public void receive(JeuDeDoublons jeu) {
        var random = new Random(2025);
        Instant begin = Instant.now().minus(Duration.ofDays(21));
        receive(jeu.depots().stream()
                .map(depot -> {
                    var secteur = SECTEURS.get(random.nextInt(SECTEURS.size()));
                    var parite = PARITES.get(random.nextInt(PARITES.size()));
                    var at = begin.plusSeconds(random.nextInt(20 * 24 * 3600));
                    return new ReceptionDeCandidature.Recue(
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
                            at);
                })
                .toList());
    }

    /** These applications, a batch to a transaction. */
    public void receive(List<ReceptionDeCandidature.Recue> recues) {
        var reception = bean(ReceptionDeCandidature.class);
        var transaction = new TransactionTemplate(bean(PlatformTransactionManager.class));
        for (int from = 0; from < recues.size(); from += LOT) {
            var lot = recues.subList(from, Math.min(from + LOT, recues.size()));
            transaction.executeWithoutResult(_ -> lot.forEach(reception::recevoir));
        }
    }

    @Override
    public void close() {
        SecurityContextHolder.clearContext();
        context.close();
    }
}
