package fr.roubaix.cln.kiosk.candidature;

import java.util.List;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.adresses.AddressBook;
import fr.roubaix.cln.adresses.Answer;
import fr.roubaix.cln.adresses.Suggestion;
import fr.roubaix.cln.kiosk.sync.Adresses;
import fr.roubaix.cln.web.saisie.AdressesProposees;

/** Answers the address step from the base that the hub gave this kiosk. */
@Component
class AdressesDeLaBorne implements AdressesProposees {

    private static final int AU_PLUS = 3;

    private final Adresses adresses;

    AdressesDeLaBorne(Adresses adresses) {
        this.adresses = adresses;
    }

    @Override
    public boolean disponibles() {
        return adresses.carnet().isPresent();
    }

    @Override
    public Trouvees chercher(String saisie) {
        return adresses.carnet()
                .map(carnet -> trouvees(carnet, saisie))
                .orElseGet(() -> new Trouvees.Propositions(List.of()));
    }

    private static Trouvees trouvees(AddressBook carnet, String saisie) {
        return switch (carnet.search(saisie, AU_PLUS)) {
            case Answer.OutOfTown(var ou) -> new Trouvees.HorsDeRoubaix(ou);
            case Answer.Suggestions(var suggestions) ->
                new Trouvees.Propositions(suggestions.stream()
                        .map(suggestion -> proposition(carnet, suggestion))
                        .toList());
        };
    }

    /** A street without any number, as a square or a residence may be, is an address by itself. */
    private static Proposition proposition(AddressBook carnet, Suggestion suggestion) {
        return switch (suggestion) {
            case Suggestion.House maison -> new Proposition(maison.label(), true, maison.secteur());
            case Suggestion.Street rue ->
                new Proposition(rue.label(), carnet.housesOf(rue.street()).isEmpty(), java.util.Optional.empty());
        };
    }
}
