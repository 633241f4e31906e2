package fr.roubaix.cln.hub.fleet;

import java.util.Optional;

import fr.roubaix.cln.adresses.AddressBook;

/** The address base that kiosks are given, for what the hub itself asks people. */
@FunctionalInterface
public interface CarnetDAdresses {

    /** The one in force; empty as long as none was imported, or while its file cannot be used. */
    Optional<AddressBook> carnet();
}
