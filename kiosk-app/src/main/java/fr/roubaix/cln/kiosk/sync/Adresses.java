package fr.roubaix.cln.kiosk.sync;

import java.util.Optional;

import fr.roubaix.cln.adresses.AddressBook;

/** The address base of this kiosk: the last one that the hub gave, with or without network. */
public interface Adresses {

    /** None before the first one came: people then choose their sector themselves. */
    Optional<AddressBook> carnet();
}
