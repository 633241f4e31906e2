package fr.roubaix.cln.hub.appel;

import java.util.List;

import org.springframework.stereotype.Component;

@Component
class AppelsPourLesBornes implements AppelEnCours {

    private final Appels appels;

    AppelsPourLesBornes(Appels appels) {
        this.appels = appels;
    }

    @Override
    public List<AppelOuvert> appels() {
        return appels.tous().stream()
                .map(suivi -> new AppelOuvert(suivi.appel(), suivi.clos()))
                .toList();
    }
}
