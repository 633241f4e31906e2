package fr.roubaix.cln.hub.fleet;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.adresses.AddressBook;
import fr.roubaix.cln.adresses.Provenance;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Auteur;
import fr.roubaix.cln.hub.register.Inscription;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.register.Registre;

/**
 * Writes in the register that addresses or sectors were imported. The command that imports them writes a file, with the
 * hub running or stopped, and holds no database: the hub writes the row once it has taken that file.
 */
@Service
@Interne("writes a row in the name of the hub, and shows nothing")
class AdressesAuRegistre {

    private final PublishedAddresses adresses;
    private final Registre registre;
    private final TransactionTemplate transaction;

    AdressesAuRegistre(PublishedAddresses adresses, Registre registre, PlatformTransactionManager transactions) {
        this.adresses = adresses;
        this.registre = registre;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Each file once: two imports never give the same one, since it tells its instant. */
    void inscrire() {
        var edition = adresses.current();
        var carnet = adresses.carnet();
        if (edition.isEmpty() || carnet.isEmpty()) {
            return;
        }
        var inscription = inscription("base d’adresses " + edition.get().hash().hex(), carnet.get());
        transaction.executeWithoutResult(_ -> {
            if (registre.derniere(inscription.acte(), inscription.objet()).isEmpty()) {
                registre.inscrire(Auteur.systeme(), inscription);
            }
        });
    }

    private static Inscription inscription(String objet, AddressBook carnet) {
        var inscription =
                Acte.ADRESSES_IMPORTEES.sur(objet).avec("rues", carnet.streets().size());
        if (carnet.addresses().isPresent()) {
            inscription = avec(inscription, "adresses", carnet.addresses().get());
        }
        return carnet.sectors().isPresent()
                ? avec(inscription, "secteurs", carnet.sectors().get())
                : inscription;
    }

    private static Inscription avec(Inscription inscription, String quoi, Provenance source) {
        return inscription
                .avec(quoi, source.kept())
                .avec(quoi + "-fichier", source.file())
                .avec(quoi + "-sha256", source.sha256())
                .avec(quoi + "-le", source.at());
    }
}
