package fr.roubaix.cln.hub.security;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rings a bell: an act of nothing but two voices, in the one application that every screen test shares. */
public final class Bell implements ActeADeuxVoix {
    String state = "tour";
    boolean broken;
    final List<String> rung = new ArrayList<>();

    @Override
    public String genre() {
        return "SONNER";
    }

    @Override
    public String titre() {
        return "Sonner la cloche";
    }

    @Override
    public Set<Role> premiereVoix() {
        return EnumSet.of(Role.TIRAGE);
    }

    @Override
    public Set<Role> secondeVoix() {
        return EnumSet.of(Role.PRESIDENCE);
    }

    @Override
    public Duration delai() {
        return Duration.ofHours(1);
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
