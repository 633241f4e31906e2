package fr.roubaix.cln.hub.security;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Rings a bell: an act of nothing but two voices, in the one application that every screen test shares. */
public final class Bell implements ActeADeuxVoix {
    static final GenreDActe GENRE = new GenreDActe(
            "SONNER", "Sonner la cloche", EnumSet.of(Role.TIRAGE), EnumSet.of(Role.PRESIDENCE), Duration.ofHours(1));

    String state = "tour";
    boolean broken;
    final List<String> rung = new ArrayList<>();

    @Override
    public GenreDActe genre() {
        return GENRE;
    }

    @Override
    public Optional<Presentation> presenter(Parametres parametres) {
        return Optional.of(
                new Presentation("cloche", "À " + parametres.valeur("heure") + ", dans la " + state + ".", state));
    }

    @Override
    public Optional<String> executer(Parametres parametres, Voix premiere, Voix seconde) {
        if (broken) {
            return Optional.of("La cloche est fêlée.");
        }
        rung.add(parametres.valeur("heure") + ", " + premiere + ", " + seconde);
        return Optional.empty();
    }
}
