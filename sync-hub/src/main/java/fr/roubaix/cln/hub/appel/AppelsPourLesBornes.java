package fr.roubaix.cln.hub.appel;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

@Component
class AppelsPourLesBornes implements AppelEnCours {

    private final Appels appels;
    private final Annonces annonces;

    AppelsPourLesBornes(Appels appels, Annonces annonces) {
        this.appels = appels;
        this.annonces = annonces;
    }

    @Override
    public List<AppelOuvert> appels() {
        return appels.tous().stream()
                .map(suivi -> new AppelOuvert(
                        suivi.appel(),
                        suivi.clos(),
                        suivi.clos() ? Map.of() : annonces.pour(suivi.id()).textes()))
                .toList();
    }
}
