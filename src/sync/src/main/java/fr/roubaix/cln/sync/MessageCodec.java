package fr.roubaix.cln.sync;

import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Adresse;
import fr.roubaix.cln.domaine.habitant.Contact;
import fr.roubaix.cln.domaine.habitant.Courriel;
import fr.roubaix.cln.domaine.habitant.DateDeNaissance;
import fr.roubaix.cln.domaine.habitant.Habitant;
import fr.roubaix.cln.domaine.habitant.Nom;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.habitant.Saisie.Lue;
import fr.roubaix.cln.domaine.habitant.Telephone;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.sync.Message.CandidatureDeposee;
import fr.roubaix.cln.sync.Message.ChaineOuverte;

/** The bytes of each message before sealing; version 1 of each. */
final class MessageCodec {

    private static final int VERSION = 1;

    private MessageCodec() {}

    static byte[] encode(Message message) {
        return Canonical.write(
                switch (message) {
                    case ChaineOuverte ouverte -> write(ouverte);
                    case CandidatureDeposee deposee -> write(deposee);
                });
    }

    static Optional<Message> decode(Kind kind, byte[] bytes) {
        if (kind.equals(Kind.OUVERTURE)) {
            return Canonical.read(bytes, MessageCodec::readOuverte, MessageCodec::encode);
        }
        return kind.equals(Kind.CANDIDATURE)
                ? Canonical.read(bytes, MessageCodec::readDeposee, MessageCodec::encode)
                : Optional.empty();
    }

    private static ObjectNode write(ChaineOuverte ouverte) {
        var node = Canonical.object().put("v", VERSION);
        var previous = ouverte.previous();
        if (previous == null) {
            return node.putNull("previous");
        }
        return node.set(
                "previous",
                Canonical.object()
                        .put("chain", previous.chain().hex())
                        .put("seq", previous.seq())
                        .put("hash", previous.hash().hex()));
    }

    private static Message readOuverte(Fields fields) {
        fields.version(VERSION);
        var previous = fields.objectOrNull("previous");
        return new ChaineOuverte(
                previous == null
                        ? null
                        : new ChainHead(
                                new ChainId(previous.text("chain")), previous.number("seq"), previous.hash("hash")));
    }

    private static ObjectNode write(CandidatureDeposee deposee) {
        var fiche = deposee.fiche();
        var habitant = fiche.habitant();
        var usage = habitant.nomDUsage();
        var telephone = fiche.contact().telephone();
        var courriel = fiche.contact().courriel();
        return Canonical.object()
                .put("v", VERSION)
                .put("code", deposee.code().texte())
                .put("nomDeNaissance", habitant.nomDeNaissance().valeur())
                .put("nomDUsage", usage == null ? null : usage.valeur())
                .put("prenoms", habitant.prenoms().valeur())
                .put("naissance", habitant.naissance().jour().toString())
                .put("voie", habitant.adresse().voie())
                .put("complement", habitant.adresse().complement())
                .put("secteur", fiche.secteur().name())
                .put("parite", fiche.parite().name())
                .put("telephone", telephone == null ? null : telephone.numero())
                .put("courriel", courriel == null ? null : courriel.adresse())
                .put("publication", fiche.publication().name());
    }

    private static Message readDeposee(Fields fields) {
        fields.version(VERSION);
        var habitant = new Habitant(
                new Nom(fields.text("nomDeNaissance")),
                nomOrNull(fields.textOrNull("nomDUsage")),
                new Nom(fields.text("prenoms")),
                new DateDeNaissance(LocalDate.parse(fields.text("naissance"))),
                new Adresse(fields.text("voie"), fields.text("complement")));
        var telephone = fields.textOrNull("telephone");
        var courriel = fields.textOrNull("courriel");
        var contact = new Contact(
                telephone == null ? null : new Telephone(telephone), courriel == null ? null : new Courriel(courriel));
        var fiche = new FicheDeCandidature(
                habitant,
                fields.constant(Secteur.class, "secteur"),
                fields.constant(Parite.class, "parite"),
                contact,
                fields.constant(Publication.class, "publication"));
        return new CandidatureDeposee(code(fields.text("code")), fiche);
    }

    private static @Nullable Nom nomOrNull(@Nullable String valeur) {
        return valeur == null ? null : new Nom(valeur);
    }

    private static ReceiptCode code(String texte) {
        if (ReceiptCode.lire(texte) instanceof Lue<ReceiptCode>(var code)) {
            return code;
        }
        throw new IllegalArgumentException("not a receipt code");
    }
}
