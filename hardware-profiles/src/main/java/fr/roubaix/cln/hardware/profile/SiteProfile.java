package fr.roubaix.cln.hardware.profile;

import fr.roubaix.cln.domaine.secteur.Secteur;

/**
 * What stands in a mairie de quartier.
 *
 * @param contact telephone of the project officer (contact page of the règlement)
 */
public record SiteProfile(Secteur mairie, String contact, TerminalProfile terminal, PrinterProfile printer) {}
