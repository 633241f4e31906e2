package fr.roubaix.cln.web.saisie;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import fr.roubaix.cln.adresses.AddressBook;
import fr.roubaix.cln.adresses.Answer;
import fr.roubaix.cln.adresses.Suggestion;

/** Answers the address step from the base that is in force at this moment, if there is one. */
public final class AdressesDuCarnet implements AdressesProposees {

    private static final int AU_PLUS = 3;

    private final Supplier<Optional<AddressBook>> carnet;

    /** @param carnet asked at each question: a base may come in meanwhile */
    public AdressesDuCarnet(Supplier<Optional<AddressBook>> carnet) {
        this.carnet = carnet;
    }

    @Override
    public boolean disponibles() {
        return carnet.get().isPresent();
    }

    @Override
    public Trouvees chercher(String saisie) {
        return carnet.get()
                .map(enVigueur -> trouvees(enVigueur, saisie))
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
