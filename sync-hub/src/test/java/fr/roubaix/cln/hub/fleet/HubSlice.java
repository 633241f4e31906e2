package fr.roubaix.cln.hub.fleet;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.test.context.support.TestPropertySourceUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.hub.Scratch;
import fr.roubaix.cln.hub.appel.AppelEnCours;
import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.appel.BulletinChanges;
import fr.roubaix.cln.hub.avis.AvisPourLesBornes;
import fr.roubaix.cln.hub.candidature.ChangementsDeStatut;
import fr.roubaix.cln.hub.candidature.NomsDansUnTexte;
import fr.roubaix.cln.hub.ingest.Quarantaine;
import fr.roubaix.cln.hub.limites.Debit;
import fr.roubaix.cln.hub.limites.Limites;
import fr.roubaix.cln.hub.limites.Porte;
import fr.roubaix.cln.hub.limites.Portier;
import fr.roubaix.cln.hub.privacy.PhraseDePasse;
import fr.roubaix.cln.hub.privacy.TrousseauFile;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Auteur;
import fr.roubaix.cln.hub.register.Inscription;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.AgentConnecte;
import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.storage.StorageConfiguration;

/** The door and the fleet alone, over a real database, with a clock that moves by hand. */
final class HubSlice implements AutoCloseable {

    static final PhraseDePasse PHRASE = PhraseDePasse.de("phrase de passe des essais");

    private final AnnotationConfigWebApplicationContext context;
    private final MockMvc mvc;
    private final Database database;
    private final Path folder;
    private final List<HubSlice> others = new ArrayList<>();

    private HubSlice(AnnotationConfigWebApplicationContext context, Database database, Path folder) {
        this.context = context;
        this.database = database;
        this.folder = folder;
        this.mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    static HubSlice start(Database database) throws Exception {
        // Another test class of this JVM may have left its person signed in on this thread.
        TestSecurityContextHolder.clearContext();
        return start(database, Scratch.folder("hub"));
    }

    /** On a database put back from a backup, with the folder that its hub has now. */
    static HubSlice startIn(Path folder, Database database) {
        TestSecurityContextHolder.clearContext();
        return start(database, folder);
    }

    /** Another instance with the same keys on the same database; ends with this one. */
    HubSlice another() {
        var other = start(database, folder);
        others.add(other);
        return other;
    }

    /** Another instance on the same database, with a folder of its own that holds a copy of this file of keys. */
    HubSlice anotherWithItsOwnFolder() throws IOException {
        Path own = Scratch.folder("hub");
        Files.copy(trousseau(), own.resolve("trousseau"));
        var other = start(database, own);
        others.add(other);
        return other;
    }

    Path folder() {
        return folder;
    }

    Path trousseau() {
        return folder.resolve("trousseau");
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    private static HubSlice start(Database database, Path folder) {
        var context = new AnnotationConfigWebApplicationContext();
        context.setServletContext(new MockServletContext());
        TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                context.getEnvironment(), "cln.hub.dossier=" + folder);
        context.addBeanFactoryPostProcessor(factory -> factory.registerSingleton("database", database));
        context.register(Slice.class);
        context.refresh();
        return new HubSlice(context, database, folder);
    }

    Bornes bornes() {
        return context.getBean(Bornes.class);
    }

    FakeReception reception() {
        return context.getBean(FakeReception.class);
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    Quarantaine quarantaine() {
        return context.getBean(Quarantaine.class);
    }

    /** Does something while somebody else's writing is not yet committed. */
    void whileWriting(Runnable action) {
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).executeWithoutResult(_ -> {
            jdbc().sql("UPDATE kiosk SET name = name").update();
            try (var elsewhere = Executors.newSingleThreadExecutor()) {
                elsewhere.submit(action).get(10, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                throw new AssertionError("it did not end well while somebody was writing", e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    Instant now() {
        return context.getBean(HandClock.class).instant();
    }

    void advance(Duration by) {
        var clock = context.getBean(HandClock.class);
        clock.instant = clock.instant.plus(by);
    }

    void openCall() {
        var appel = new Appel(
                new AppelId("2027"),
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 12, 15),
                null,
                LocalDate.of(2027, 1, 1),
                LocalDate.of(2027, 1, 20),
                "Hôtel de ville");
        context.getBean(FakeAppels.class).ouverts.add(new AppelEnCours.AppelOuvert(appel, false));
        new BulletinChanges(jdbc()).raise();
    }

    Reply post(String path, String authorization, byte[] body) {
        return perform(MockMvcRequestBuilders.post(path)
                .content(body)
                .contentType("application/octet-stream")
                .header(HttpHeaders.AUTHORIZATION, authorization));
    }

    Reply get(String path, String authorization, String etag) {
        var request = MockMvcRequestBuilders.get(path).header(HttpHeaders.AUTHORIZATION, authorization);
        return perform(etag.isEmpty() ? request : request.header(HttpHeaders.IF_NONE_MATCH, etag));
    }

    private Reply perform(MockHttpServletRequestBuilder request) {
        try {
            var response = mvc.perform(request).andReturn().getResponse();
            return new Reply(
                    response.getStatus(),
                    response.getContentAsString(StandardCharsets.UTF_8),
                    Instant.ofEpochMilli(response.getDateHeader(HttpHeaders.DATE)),
                    Objects.requireNonNullElse(response.getHeader(HttpHeaders.ETAG), ""));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        others.forEach(other -> other.context.close());
        context.close();
        database.close();
    }

    /** What came back. */
    record Reply(int status, String body, Instant date, String etag) {}

    @TestConfiguration(proxyBeanMethods = false)
    @EnableWebMvc
    @EnableWebSecurity
    @EnableTransactionManagement
    @Import({StorageConfiguration.class, AgentConnecte.class})
    @ComponentScan({"fr.roubaix.cln.hub.ingest", "fr.roubaix.cln.hub.fleet", "fr.roubaix.cln.hub.register"})
    @ComponentScan(
            basePackages = "fr.roubaix.cln.hub.security",
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.(DeuxVoix|Propositions)"))
    static class Slice {
        @Bean
        TrousseauFile trousseauFile(@Value("${cln.hub.dossier}") Path folder) {
            return TrousseauFile.dans(folder, PHRASE, 256);
        }

        /** As many as one likes: what is counted at this door has its own tests. */
        @Bean
        Portier portier() {
            var portes = new EnumMap<Porte, Debit>(Porte.class);
            EnumSet.allOf(Porte.class).forEach(porte -> portes.put(porte, new Debit(1_000_000, 1_000_000)));
            return new Portier(new Limites(100, portes));
        }

        @Bean
        HandClock clock() {
            return new HandClock();
        }

        /** Nobody is signed in here: what staff would do is done by the hub. */
        @Bean
        @Primary
        Registre registreSansPersonne(@Qualifier("jdbcRegistre") Registre registre) {
            return new Registre() {
                @Override
                public long inscrire(Inscription acte) {
                    return registre.inscrire(Auteur.systeme(), acte);
                }

                @Override
                public long inscrire(Auteur auteur, Inscription acte) {
                    return registre.inscrire(auteur, acte);
                }

                @Override
                public Tete tete() {
                    return registre.tete();
                }

                @Override
                public Optional<Tete> derniere(Acte acte, String objet) {
                    return registre.derniere(acte, objet);
                }

                @Override
                public List<Fait> derniers(String objet, Set<Acte> actes, int combien) {
                    return registre.derniers(objet, actes, combien);
                }
            };
        }

        /** Nobody applied here. */
        @Bean
        NomsDansUnTexte noms() {
            return (_, _) -> NomsDansUnTexte.Reponse.PERSONNE;
        }

        @Bean
        FakeReception reception(JdbcClient jdbc) {
            return new FakeReception(jdbc);
        }

        /** Withdrawals have tests of their own, and so do notices. */
        @Bean
        FakeRetraits retraits() {
            return new FakeRetraits();
        }

        @Bean
        AvisPourLesBornes avis() {
            return List::of;
        }

        @Bean
        FakeChangements changements() {
            return new FakeChangements();
        }

        @Bean
        FakeAppels appels() {
            return new FakeAppels();
        }
    }

    static final class FakeChangements implements ChangementsDeStatut {
        final List<Changement> tous = new CopyOnWriteArrayList<>();

        @Override
        public long dernier() {
            return tous.isEmpty() ? 0 : tous.getLast().numero();
        }

        @Override
        public List<Changement> entre(long depuis, long jusquA, int maximum) {
            return tous.stream()
                    .filter(c -> c.numero() > depuis && c.numero() <= jusquA)
                    .limit(maximum)
                    .toList();
        }
    }

    /** The calls that kiosks are told of; staff follow none here. */
    static final class FakeAppels implements AppelEnCours, Appels {
        final List<AppelOuvert> ouverts = new CopyOnWriteArrayList<>();

        @Override
        public List<AppelOuvert> appels() {
            return List.copyOf(ouverts);
        }

        @Override
        public List<AppelSuivi> tous() {
            return List.of();
        }

        @Override
        public Optional<AppelSuivi> trouver(AppelId id) {
            return Optional.empty();
        }
    }

    static final class HandClock extends Clock {
        private volatile Instant instant = Instant.ofEpochMilli(1_790_000_000_123L);

        @Override
        public Instant instant() {
            return instant;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
