package fr.roubaix.cln.hub.candidature;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.json.JsonMapper;

import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.OrigineDuSecteur;
import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.doublon.Traits;
import fr.roubaix.cln.domaine.habitant.DateDeNaissance;
import fr.roubaix.cln.hub.privacy.CoffreDesPersonnes;
import fr.roubaix.cln.hub.privacy.PersonneId;

/** Turns the identity on a form into bytes sealed under a key of the person, and back. */
@Component
class Identites {

    /** Its buffers are never used again: what passed through them would stay in memory after an erasure. */
    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                    .build())
            .build();

    private final CoffreDesPersonnes coffre;

    Identites(CoffreDesPersonnes coffre) {
        this.coffre = coffre;
    }

    /** Inside the transaction that stores it; empty when this person was erased. */
    Optional<byte[]> sceller(ReceiptCode code, FicheDeCandidature fiche) {
        return coffre.sceller(personne(code), json.writeValueAsBytes(Identite.de(fiche)));
    }

    /** When this person was erased, if they were. */
    Optional<Instant> effaceeLe(ReceiptCode code) {
        return ouvrir(code, new byte[0]) instanceof Lecture.Effacee(var le) ? Optional.of(le) : Optional.empty();
    }

    Lecture ouvrir(ReceiptCode code, byte[] scellee) {
        return lecture(coffre.ouvrir(personne(code), scellee));
    }

    /** Opens many at once. */
    Map<ReceiptCode, Lecture> ouvrir(Map<ReceiptCode, byte[]> scellees) {
        var parPersonne = HashMap.<PersonneId, byte[]>newHashMap(scellees.size());
        scellees.forEach((code, scellee) -> parPersonne.put(personne(code), scellee));
        var lectures = coffre.ouvrir(parPersonne);
        var lues = HashMap.<ReceiptCode, Lecture>newHashMap(scellees.size());
        scellees.keySet()
                .forEach(code -> lues.put(code, lecture(Objects.requireNonNull(lectures.get(personne(code))))));
        return lues;
    }

    /** By what the keys know whoever holds this receipt. */
    static PersonneId personne(ReceiptCode code) {
        return new PersonneId(code.texte());
    }

    private Lecture lecture(CoffreDesPersonnes.Lecture lue) {
        return switch (lue) {
            case CoffreDesPersonnes.Lecture.Claire(var clair) -> new Lecture.Lue(json.readValue(clair, Identite.class));
            case CoffreDesPersonnes.Lecture.Effacee(var le) -> new Lecture.Effacee(le);
            case CoffreDesPersonnes.Lecture.Illisible _ -> new Lecture.Illisible();
        };
    }

    /** What can be read of a person. */
    sealed interface Lecture {
        record Lue(Identite identite) implements Lecture {}

        /** Nothing any more, on purpose. */
        record Effacee(Instant le) implements Lecture {}

        /** Nothing: the key is missing or does not fit. */
        record Illisible() implements Lecture {}

        /** Nothing here: the data protection officer alone may read it. */
        record Limitee() implements Lecture {}
    }

    /**
     * Who applies, as written on the form.
     *
     * @param v version of this layout
     * @param origineDuSecteur none in what was sealed before this was asked: the person chose it
     */
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
            Publication publication,
            @Nullable OrigineDuSecteur origineDuSecteur) {

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
                    fiche.publication(),
                    fiche.origineDuSecteur());
        }

        /** What is compared with other people: it was judged when it was typed. */
        Traits.Ecrit ecrit() {
            return new Traits.Ecrit(nomDeNaissance, nomDUsage, prenoms, naissance, voie, telephone, courriel);
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
