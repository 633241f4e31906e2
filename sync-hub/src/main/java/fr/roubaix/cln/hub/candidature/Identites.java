package fr.roubaix.cln.hub.candidature;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.DateDeNaissance;
import fr.roubaix.cln.hub.privacy.Coffre;

/** Turns the identity on a form into sealed bytes and back. The receipt code is the context of the seal. */
@Component
class Identites {

    private final JsonMapper json = JsonMapper.builder().build();
    private final Coffre coffre;

    Identites(Coffre coffre) {
        this.coffre = coffre;
    }

    byte[] sceller(ReceiptCode code, FicheDeCandidature fiche) {
        return coffre.sceller(json.writeValueAsBytes(Identite.de(fiche)), code.texte());
    }

    Identite ouvrir(ReceiptCode code, byte[] scellee) {
        return json.readValue(coffre.ouvrir(scellee, code.texte()), Identite.class);
    }

    /** Who applies, as written on the form. {@code v} is the version of this layout. */
    record Identite(
            int v,
            String nomDeNaissance,
            @Nullable String nomDUsage,
            String prenoms,
            LocalDate naissance,
            String voie,
            String complement,
            @Nullable String telephone,
            @Nullable String courriel,
            Publication publication) {

        static Identite de(FicheDeCandidature fiche) {
            var habitant = fiche.habitant();
            var usage = habitant.nomDUsage();
            var telephone = fiche.contact().telephone();
            var courriel = fiche.contact().courriel();
            return new Identite(
                    1,
                    habitant.nomDeNaissance().valeur(),
                    usage == null ? null : usage.valeur(),
                    habitant.prenoms().valeur(),
                    habitant.naissance().jour(),
                    habitant.adresse().voie(),
                    habitant.adresse().complement(),
                    telephone == null ? null : telephone.numero(),
                    courriel == null ? null : courriel.adresse(),
                    fiche.publication());
        }

        /** Completed years on a date. */
        int ageAu(LocalDate jour) {
            return new DateDeNaissance(naissance).ageAu(jour);
        }

        /** First names, then the usage name if there is one. */
        String nomComplet() {
            return prenoms + " " + (nomDUsage == null ? nomDeNaissance : nomDUsage);
        }
    }
}
