package fr.roubaix.cln.kiosk.device;

import java.util.Optional;

import fr.roubaix.cln.hardware.profile.PrinterProfile;
import fr.roubaix.cln.hardware.profile.ProfileRefusedException;
import fr.roubaix.cln.hardware.profile.Profiles;
import fr.roubaix.cln.hardware.profile.SiteProfile;
import fr.roubaix.cln.hardware.profile.TerminalProfile;

/**
 * The profiles that the settings of this terminal and its site file choose.
 *
 * @param profiles those that come with the software and, before them, those of the folder of this machine
 * @param printer the model that receipts are laid out for, even where none is plugged in
 */
record ChosenDevices(Profiles profiles, SiteProfile site, TerminalProfile terminal, PrinterProfile printer) {

    /** What a site has that has no printer: receipts are laid out all the same, for the commonest one. */
    private static final String COMMONEST_PRINTER = "generique-80mm";

    /**
     * Reads and checks them all.
     *
     * @throws ProfileRefusedException one of them cannot be used, or there is none of that name
     */
    static ChosenDevices by(DeviceProperties properties) {
        var profiles = properties.folder().map(Profiles::shippedAnd).orElseGet(Profiles::shipped);
        var site = profiles.site(properties.site());
        return new ChosenDevices(
                profiles,
                site,
                properties.terminalModel().map(profiles::terminal).orElseGet(site::terminal),
                printer(properties.printerModel(), site, profiles));
    }

    private static PrinterProfile printer(Optional<String> asked, SiteProfile site, Profiles profiles) {
        return asked.map(profiles::printer)
                .or(() -> site.printer().map(SiteProfile.Printer::profile))
                .orElseGet(() -> profiles.printer(COMMONEST_PRINTER));
    }
}
