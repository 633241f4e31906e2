package fr.roubaix.cln.kiosk.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** People at tablets, all at once on one kiosk, each from the home screen to the last one and out again. */
final class VingtTablettes {

    /** What a person does, and waits for. */
    enum Pas {
        ACCUEIL,
        OUVRIR,
        LU,
        CHAMP,
        CONTINUER,
        ENVOYER,
        EFFACER
    }

    private final String kiosk;
    private final long graine;

    /** @param graine of the time that each takes to think */
    VingtTablettes(String kiosk, long graine) {
        this.kiosk = kiosk;
        this.graine = graine;
    }

    /**
     * Walks, and gives how long each step took, in milliseconds, as the tablets felt it.
     *
     * @param visites one after the other at each tablet
     * @param reflexionMs how long people think between two touches, on average
     */
    Map<Pas, List<Double>> marcher(int tablettes, int visites, int reflexionMs) throws Exception {
        var toutes = new EnumMap<Pas, List<Double>>(Pas.class);
        try (var personnes = Executors.newFixedThreadPool(tablettes)) {
            List<Callable<Map<Pas, List<Double>>>> taches = new ArrayList<>();
            for (int i = 0; i < tablettes; i++) {
                var personne = new Personne(new Random(graine + i), reflexionMs);
                taches.add(() -> personne.revenir(visites));
            }
            for (Future<Map<Pas, List<Double>>> finie : personnes.invokeAll(taches)) {
                finie.get()
                        .forEach((pas, durees) -> toutes.computeIfAbsent(pas, _ -> new ArrayList<>())
                                .addAll(durees));
            }
        }
        return toutes;
    }

    private final class Personne {
        private final Random hasard;
        private final int reflexionMs;
        private final Map<Pas, List<Double>> durees = new EnumMap<>(Pas.class);

        Personne(Random hasard, int reflexionMs) {
            this.hasard = hasard;
            this.reflexionMs = reflexionMs;
        }

        Map<Pas, List<Double>> revenir(int visites) {
            for (int i = 0; i < visites; i++) {
                try (var tablette = new Tablette(kiosk)) {
                    visiter(tablette);
                }
            }
            return durees;
        }

        private void visiter(Tablette t) {
            pas(Pas.ACCUEIL, () -> t.ouvrir(""));
            pas(Pas.OUVRIR, () -> t.aller("candidature"));
            pas(Pas.LU, () -> t.toucher("J’ai lu"));
            pas(Pas.CHAMP, () -> t.ecrire("Nom de naissance", "Épreuve"));
            pas(Pas.CHAMP, () -> t.ecrire("Prénoms", "Essai"));
            pas(Pas.CONTINUER, () -> t.toucher("Continuer"));
            pas(Pas.CHAMP, () -> t.ecrire("Jour", Integer.toString(1 + hasard.nextInt(28))));
            pas(Pas.CHAMP, () -> t.ecrire("Mois", Integer.toString(1 + hasard.nextInt(12))));
            pas(Pas.CHAMP, () -> t.ecrire("Année", Integer.toString(1940 + hasard.nextInt(60))));
            t.interroger();
            pas(Pas.CONTINUER, () -> t.toucher("Continuer"));
            pas(Pas.CHAMP, () -> t.ecrire("Numéro et rue, à Roubaix", "12 rue de l’Exemple"));
            pas(Pas.CHAMP, t::choisir);
            pas(Pas.CONTINUER, () -> t.toucher("Continuer"));
            pas(Pas.CHAMP, t::choisir);
            pas(Pas.CONTINUER, () -> t.toucher("Continuer"));
            pas(Pas.CHAMP, t::choisir);
            pas(Pas.CHAMP, t::cocher);
            pas(Pas.CONTINUER, () -> t.toucher("Continuer"));
            pas(Pas.ENVOYER, () -> t.toucher("Envoyer ma candidature"));
            if (!t.montre("Votre candidature est enregistrée")) {
                throw new IllegalStateException("this visit did not end with a number");
            }
            pas(Pas.EFFACER, () -> t.toucher("J’ai fini, effacer"));
        }

        private void pas(Pas pas, Runnable geste) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(reflexionMs / 2 + hasard.nextInt(reflexionMs)));
            long debut = System.nanoTime();
            geste.run();
            durees.computeIfAbsent(pas, _ -> new ArrayList<>()).add((System.nanoTime() - debut) / 1e6);
        }
    }
}
