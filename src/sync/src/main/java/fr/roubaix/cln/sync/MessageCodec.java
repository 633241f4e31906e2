package fr.roubaix.cln.sync;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.NumeroDOriginal;
import fr.roubaix.cln.domaine.candidature.OrigineDuSecteur;
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
import fr.roubaix.cln.sync.Message.Cause;
import fr.roubaix.cln.sync.Message.ChaineOuverte;
import fr.roubaix.cln.sync.Message.ClotureDeclaree;
import fr.roubaix.cln.sync.Message.EvenementSurvenu;
import fr.roubaix.cln.sync.Message.FichePapier;
import fr.roubaix.cln.sync.Message.Nature;
import fr.roubaix.cln.sync.Message.Preuve;
import fr.roubaix.cln.sync.Message.ReouvertureDeclaree;
import fr.roubaix.cln.sync.Message.RetraitDemande;

/** The bytes of each message before sealing. */
final class MessageCodec {

    private static final int VERSION = 1;

    /**
     * Of an application whose sector comes from an address base. The others keep the bytes of version 1, which every hub
     * reads; and only a hub that reads this one gives kiosks a base.
     */
    private static final int VERSION_WITH_BASE = 2;

    /** Of an application copied from paper. The others keep the bytes of the versions before. */
    private static final int VERSION_ON_PAPER = 3;

    private static final Map<Kind, Function<Fields, Message>> READERS = Map.of(
            Kind.OUVERTURE, MessageCodec::readOuverte,
            Kind.CANDIDATURE, MessageCodec::readDeposee,
            Kind.RETRAIT, MessageCodec::readRetrait,
            Kind.CLOTURE, MessageCodec::readCloture,
            Kind.REOUVERTURE, MessageCodec::readReouverture,
            Kind.EVENEMENT, MessageCodec::readEvenement);

    private MessageCodec() {}

    static byte[] encode(Message message) {
        return Canonical.write(
                switch (message) {
                    case ChaineOuverte ouverte -> write(ouverte);
                    case CandidatureDeposee deposee -> write(deposee);
                    case RetraitDemande retrait -> write(retrait);
                    case ClotureDeclaree(var appel, var agent, var papier, var perdues) ->
                        Canonical.object()
                                .put("v", VERSION)
                                .put("appel", appel.valeur())
                                .put("agent", agent.valeur())
                                .put("formulairesPapier", papier)
                                .put("perdues", perdues);
                    case ReouvertureDeclaree(var appel) ->
                        Canonical.object().put("v", VERSION).put("appel", appel.valeur());
                    case EvenementSurvenu(var nature, var details) ->
                        Canonical.object()
                                .put("v", VERSION)
                                .put("nature", nature.name())
                                .put("details", details);
                });
    }

    static Optional<Message> decode(Kind kind, byte[] bytes) {
        return Optional.ofNullable(READERS.get(kind))
                .flatMap(reader -> Canonical.read(bytes, reader, MessageCodec::encode));
    }

    private static ObjectNode write(ChaineOuverte ouverte) {
        var node = Canonical.object().put("v", VERSION);
        var previous = ouverte.previous();
        if (previous == null) {
            node.putNull("previous");
        } else {
            node.set(
                    "previous",
                    Canonical.object()
                            .put("chain", previous.chain().hex())
                            .put("seq", previous.seq())
                            .put("hash", previous.hash().hex()));
        }
        return node.put("cause", ouverte.cause().name());
    }

    private static Message readOuverte(Fields fields) {
        fields.version(VERSION);
        var previous = fields.objectOrNull("previous");
        return new ChaineOuverte(
                previous == null
                        ? null
                        : new ChainHead(
                                new ChainId(previous.text("chain")), previous.number("seq"), previous.hash("hash")),
                fields.constant(Cause.class, "cause"));
    }

    private static Message readCloture(Fields fields) {
        fields.version(VERSION);
        return new ClotureDeclaree(
                new AppelId(fields.text("appel")),
                new AgentId(fields.text("agent")),
                fields.smallNumber("formulairesPapier"),
                fields.smallNumber("perdues"));
    }

    private static Message readReouverture(Fields fields) {
        fields.version(VERSION);
        return new ReouvertureDeclaree(new AppelId(fields.text("appel")));
    }

    private static Message readEvenement(Fields fields) {
        fields.version(VERSION);
        return new EvenementSurvenu(fields.constant(Nature.class, "nature"), fields.text("details"));
    }

    private static ObjectNode write(CandidatureDeposee deposee) {
        var fiche = deposee.fiche();
        var habitant = fiche.habitant();
        var usage = habitant.nomDUsage();
        var telephone = fiche.contact().telephone();
        var courriel = fiche.contact().courriel();
        boolean base = fiche.origineDuSecteur() == OrigineDuSecteur.BASE_D_ADRESSES;
        var papier = deposee.papier();
        int version = papier != null ? VERSION_ON_PAPER : base ? VERSION_WITH_BASE : VERSION;
        var node = Canonical.object()
                .put("v", version)
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
        if (papier != null) {
            var posteeLe = papier.posteeLe();
            node.put("origineDuSecteur", fiche.origineDuSecteur().name())
                    .put("original", papier.original().valeur())
                    .put("signee", papier.signee())
                    .put("recueLe", papier.recueLe().toString())
                    .put("posteeLe", posteeLe == null ? null : posteeLe.toString())
                    .put("saisiePar", papier.saisiePar().valeur());
        }
        return node;
    }

    private static Message readDeposee(Fields fields) {
        boolean surPapier = fields.number("v") == VERSION_ON_PAPER;
        boolean base = fields.number("v") == VERSION_WITH_BASE;
        fields.version(surPapier ? VERSION_ON_PAPER : base ? VERSION_WITH_BASE : VERSION);
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
                surPapier
                        ? fields.constant(OrigineDuSecteur.class, "origineDuSecteur")
                        : base ? OrigineDuSecteur.BASE_D_ADRESSES : OrigineDuSecteur.DECLARATION,
                fields.constant(Parite.class, "parite"),
                contact,
                fields.constant(Publication.class, "publication"));
        return new CandidatureDeposee(code(fields.text("code")), fiche, surPapier ? papier(fields) : null);
    }

    private static FichePapier papier(Fields fields) {
        var posteeLe = fields.textOrNull("posteeLe");
        return new FichePapier(
                new NumeroDOriginal(fields.text("original")),
                fields.flag("signee"),
                LocalDate.parse(fields.text("recueLe")),
                posteeLe == null ? null : LocalDate.parse(posteeLe),
                new AgentId(fields.text("saisiePar")));
    }

    private static ObjectNode write(RetraitDemande retrait) {
        var node = Canonical.object()
                .put("v", VERSION)
                .put("code", retrait.code().texte())
                .put("agent", retrait.agent().valeur());
        return switch (retrait.preuve()) {
            case Preuve.RecuScanne _ -> node.putNull("nom").putNull("naissance");
            case Preuve.IdentiteVue(var nom, var naissance) ->
                node.put("nom", nom.valeur()).put("naissance", naissance.jour().toString());
        };
    }

    private static Message readRetrait(Fields fields) {
        fields.version(VERSION);
        var nom = fields.textOrNull("nom");
        var naissance = fields.textOrNull("naissance");
        Preuve preuve = nom == null || naissance == null
                ? new Preuve.RecuScanne()
                : new Preuve.IdentiteVue(new Nom(nom), new DateDeNaissance(LocalDate.parse(naissance)));
        return new RetraitDemande(code(fields.text("code")), new AgentId(fields.text("agent")), preuve);
    }

    private static @Nullable Nom nomOrNull(@Nullable String valeur) {
        return valeur == null ? null : new Nom(valeur);
    }

    static ReceiptCode code(String texte) {
        if (ReceiptCode.lire(texte) instanceof Lue<ReceiptCode>(var code)) {
            return code;
        }
        throw new IllegalArgumentException("not a receipt code");
    }
}
