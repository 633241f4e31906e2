package fr.roubaix.cln.hub.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.communication.UidlWriter;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

import fr.roubaix.cln.domaine.secteur.Secteur;

/**
 * Members of staff at work at the same time, each with a session and a window of their own: they open the list, narrow it,
 * look for a name, open files and decide, look at the dashboard, and think in between. A click is what the server does from
 * the event to the text of its answer; the network and the browser are left out.
 */
final class Bureau {

    /** Kinds of clicks. */
    enum Clic {
        OUVRIR_LA_LISTE,
        FILTRER,
        CHERCHER,
        OUVRIR_UN_DOSSIER,
        DECIDER,
        SUIVANT,
        TABLEAU_DE_BORD
    }

    /**
     * How they work.
     *
     * @param collegues how many
     * @param tours of a dozen clicks, each
     * @param reflexion the longest pause between two clicks; a third of it on the average of what is left
     */
    record Allure(int collegues, int tours, Duration reflexion, long graine) {}

    /**
     * What a click took, in milliseconds.
     *
     * @param duree as the person feels it, whatever else the machine does
     * @param calcul what the processor worked for it: the same on a busy machine
     */
    record Mesure(double duree, double calcul) {}

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final List<Secteur> SECTEURS = List.of(Secteur.values());
    private static final int PREMIERES = 50;
    private static final int DOSSIERS = 3;
    private static final List<String> CHERCHES = List.of("ben", "diallo", "le", "wat", "mar");

    private final ApplicationContext hub;
    private final Allure allure;

    Bureau(ApplicationContext hub, Allure allure) {
        this.hub = hub;
        this.allure = allure;
    }

    /**
     * Lets them work.
     *
     * @param avantDePartir what is looked at while every session is still open
     * @return what each click took, by kind
     */
    Map<Clic, List<Mesure>> travailler(Runnable avantDePartir) throws Exception {
        var installes = new CountDownLatch(allure.collegues());
        var finis = new CountDownLatch(allure.collegues());
        var partir = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(allure.collegues())) {
            var collegues = IntStream.range(0, allure.collegues())
                    .mapToObj(i -> threads.submit(collegue(i, installes, finis, partir)))
                    .toList();
            finis.await();
            avantDePartir.run();
            partir.countDown();
            var durees = new EnumMap<Clic, List<Mesure>>(Clic.class);
            for (var collegue : collegues) {
                collegue.get()
                        .forEach((clic, siennes) -> durees.computeIfAbsent(clic, _ -> new ArrayList<>())
                                .addAll(siennes));
            }
            return durees;
        }
    }

    private Callable<Map<Clic, List<Mesure>>> collegue(
            int numero, CountDownLatch installes, CountDownLatch finis, CountDownLatch partir) {
        return () -> {
            try (var poste = installer(numero)) {
                installes.countDown();
                installes.await();
                try {
                    for (int tour = 0; tour < allure.tours(); tour++) {
                        poste.tour();
                    }
                } finally {
                    finis.countDown();
                }
                partir.await();
                return poste.durees;
            } finally {
                // Whoever failed keeps nobody waiting.
                installes.countDown();
                finis.countDown();
            }
        };
    }

    /** One after the other: the screens are looked for on the class path. */
    private synchronized Poste installer(int numero) {
        var poste = new Poste(new Random(allure.graine() + numero), allure.reflexion());
        HubOfAThread.set(hub);
        hub.getAutowireCapableBeanFactory().autowireBean(poste);
        poste.entrer("collegue." + numero);
        return poste;
    }

    /** What one person does at their desk. */
    private static final class Poste extends SpringBrowserlessTest implements AutoCloseable {

        private final Random hasard;
        private final Duration reflexion;
        private final Map<Clic, List<Mesure>> durees = new EnumMap<>(Clic.class);

        Poste(Random hasard, Duration reflexion) {
            this.hasard = hasard;
            this.reflexion = reflexion;
        }

        /** A session and a window on this thread. */
        void entrer(String nom) {
            SecurityContextHolder.getContext()
                    .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                            nom, "", AuthorityUtils.createAuthorityList("ROLE_SECRETARIAT")));
            initVaadinEnvironment();
        }

        @Override
        public void close() {
            cleanVaadinEnvironment();
            SecurityContextHolder.clearContext();
        }

        void tour() {
            clic(Clic.OUVRIR_LA_LISTE, () -> {
                navigate("gestion/candidatures", Main.class);
                repondre();
                grille().getDataCommunicator().setViewportRange(0, PREMIERES);
            });
            clic(Clic.FILTRER, () -> secteur().setValue(SECTEURS.get(hasard.nextInt(SECTEURS.size()))));
            clic(Clic.CHERCHER, () -> mots().setValue(CHERCHES.get(hasard.nextInt(CHERCHES.size()))));
            clic(Clic.CHERCHER, () -> mots().clear());
            ouvrir();
            for (int i = 0; i < DOSSIERS; i++) {
                touche("R").ifPresent(recevable -> clic(Clic.DECIDER, recevable::click));
                touche("S").ifPresent(suivant -> clic(Clic.SUIVANT, suivant::click));
            }
            clic(Clic.TABLEAU_DE_BORD, () -> navigate("gestion", Main.class));
        }

        private void ouvrir() {
            int montrees = grille().getGenericDataView()
                    .getItems()
                    .limit(PREMIERES)
                    .toList()
                    .size();
            if (montrees > 0) {
                int rang = hasard.nextInt(montrees);
                clic(Clic.OUVRIR_UN_DOSSIER, () -> test(grille()).clickRow(rang));
            }
        }

        private void clic(Clic clic, Runnable acte) {
            penser();
            long debut = System.nanoTime();
            long calcul = THREADS.getCurrentThreadCpuTime();
            acte.run();
            repondre();
            var mesure =
                    new Mesure((System.nanoTime() - debut) / 1e6, (THREADS.getCurrentThreadCpuTime() - calcul) / 1e6);
            durees.computeIfAbsent(clic, _ -> new ArrayList<>()).add(mesure);
        }

        /** What the browser would be sent. */
        private void repondre() {
            var texte = new UidlWriter().createUidl(UI.getCurrent(), false).toString();
            if (texte.isEmpty()) {
                throw new IllegalStateException("the server answered nothing");
            }
        }

        private void penser() {
            long pause = (long) (reflexion.toNanos() * (0.3 + 0.7 * hasard.nextDouble()));
            long fin = System.nanoTime() + pause;
            for (long reste = pause; reste > 0; reste = fin - System.nanoTime()) {
                LockSupport.parkNanos(reste);
            }
        }

        @SuppressWarnings("unchecked") // the rows are only clicked
        private Grid<Object> grille() {
            return $(Grid.class).single();
        }

        private TextField mots() {
            return $(TextField.class).all().getFirst();
        }

        @SuppressWarnings("unchecked") // the one choice of a sector
        private Select<Secteur> secteur() {
            return $(Select.class).all().stream()
                    .filter(select -> select.hasClassName("flt--secteur"))
                    .findFirst()
                    .orElseThrow();
        }

        private Optional<Button> touche(String lettre) {
            return $(Button.class).all().stream()
                    .filter(bouton -> lettre.equals(bouton.getElement().getAttribute("aria-keyshortcuts")))
                    .findFirst();
        }
    }
}
