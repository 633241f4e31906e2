package fr.roubaix.cln.hub.enligne;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.adresses.AddressBook;
import fr.roubaix.cln.adresses.Answer;
import fr.roubaix.cln.adresses.Suggestion;
import fr.roubaix.cln.hub.fleet.CarnetDAdresses;
import fr.roubaix.cln.web.saisie.AdressesProposees;

/** Answers the address step at home from the base that kiosks are given. */
@Component
class AdressesDuHub implements AdressesProposees {

    private static final int AU_PLUS = 3;

    private final CarnetDAdresses adresses;

    AdressesDuHub(CarnetDAdresses adresses) {
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
                new Proposition(rue.label(), carnet.housesOf(rue.street()).isEmpty(), Optional.empty());
        };
    }
}
