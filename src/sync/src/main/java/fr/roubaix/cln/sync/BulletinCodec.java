package fr.roubaix.cln.sync;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.Langue;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.sync.Bulletin.AgentPublie;
import fr.roubaix.cln.sync.Bulletin.AppelPublie;
import fr.roubaix.cln.sync.Bulletin.AvisPublie;
import fr.roubaix.cln.sync.Bulletin.BornePubliee;
import fr.roubaix.cln.sync.Bulletin.ContactDeMairie;
import fr.roubaix.cln.sync.Bulletin.RenouvellementPublie;
import fr.roubaix.cln.sync.Bulletin.TextePublie;

/** The bytes of a bulletin, version 1. */
final class BulletinCodec {

    private static final int VERSION = 1;

    private BulletinCodec() {}

    static byte[] encode(Bulletin bulletin) {
        var appels = Canonical.array();
        bulletin.appels().forEach(appel -> appels.add(write(appel)));
        var contacts = Canonical.array();
        bulletin.contacts()
                .forEach(contact -> contacts.add(Canonical.object()
                        .put("secteur", contact.secteur().name())
                        .put("telephone", contact.telephone())));
        var node = Canonical.object()
                .put("v", VERSION)
                .put("serial", bulletin.serial())
                .put("at", bulletin.at().toEpochMilli())
                .put("reglement", bulletin.reglement());
        node.set("appels", appels);
        node.set("contacts", contacts);
        node.put("telephone", bulletin.telephone());
        var agents = node.putArray("agents");
        bulletin.agents().forEach(agent -> agents.add(write(agent)));
        var bornes = node.putArray("bornes");
        bulletin.bornes().forEach(borne -> bornes.add(write(borne)));
        var successions = node.putArray("successions");
        bulletin.successions().forEach(succession -> successions.add(succession.text()));
        // A hub that never changed its keys writes as before they were told: a kiosk still reads the bulletin it kept.
        if (!bulletin.anciennesCles().isEmpty()) {
            var anciennes = node.putArray("anciennesCles");
            bulletin.anciennesCles().forEach(cle -> anciennes.add(cle.raw().base64url()));
        }
        // Nor does a hub without a notice say so.
        if (!bulletin.avis().isEmpty()) {
            var avis = node.putArray("avis");
            bulletin.avis().forEach(un -> avis.add(write(un)));
        }
        var renouvellement = bulletin.renouvellement();
        if (renouvellement != null) {
            node.putObject("renouvellement")
                    .put("du", renouvellement.du().toString())
                    .put("au", renouvellement.au().toString());
        }
        return Canonical.write(node);
    }

    static Optional<Bulletin> decode(byte[] bytes) {
        return Canonical.read(bytes, BulletinCodec::read, BulletinCodec::encode);
    }

    private static Bulletin read(Fields fields) {
        fields.version(VERSION);
        return new Bulletin(
                fields.number("serial"),
                fields.instant("at"),
                fields.text("reglement"),
                fields.objects("appels", BulletinCodec::readAppel),
                fields.objects(
                        "contacts",
                        contact -> new ContactDeMairie(
                                contact.constant(Secteur.class, "secteur"), contact.text("telephone"))),
                fields.text("telephone"),
                fields.objects("agents", BulletinCodec::readAgent),
                fields.objects("bornes", BulletinCodec::readBorne),
                fields.texts("successions").stream()
                        .map(text -> Fields.required(Signed.parse(text), "successions"))
                        .toList(),
                fields.node().has("anciennesCles") ? anciennesCles(fields) : List.of(),
                fields.node().has("avis") ? fields.objects("avis", BulletinCodec::readAvis) : List.of(),
                fields.node().has("renouvellement") ? readRenouvellement(fields.object("renouvellement")) : null);
    }

    private static List<VerifyingKey> anciennesCles(Fields fields) {
        return fields.texts("anciennesCles").stream()
                .map(text -> Fields.required(VerifyingKey.parse(text), "anciennesCles"))
                .toList();
    }

    private static RenouvellementPublie readRenouvellement(Fields fields) {
        return new RenouvellementPublie(LocalDate.parse(fields.text("du")), LocalDate.parse(fields.text("au")));
    }

    private static ObjectNode write(AvisPublie avis) {
        return Canonical.object()
                .put("id", avis.id())
                .put("titre", avis.titre())
                .put("texte", avis.texte())
                .put("du", avis.du().toString())
                .put("au", avis.au().toString());
    }

    private static AvisPublie readAvis(Fields fields) {
        return new AvisPublie(
                fields.number("id"),
                fields.text("titre"),
                fields.text("texte"),
                LocalDate.parse(fields.text("du")),
                LocalDate.parse(fields.text("au")));
    }

    private static ObjectNode write(AgentPublie agent) {
        var mairie = agent.mairie();
        return Canonical.object()
                .put("id", agent.id().valeur())
                .put("nom", agent.nom())
                .put("mairie", mairie == null ? null : mairie.name())
                .put("pin", agent.pin());
    }

    private static AgentPublie readAgent(Fields fields) {
        var mairie = fields.textOrNull("mairie");
        return new AgentPublie(
                new AgentId(fields.text("id")),
                fields.text("nom"),
                mairie == null ? null : Secteur.valueOf(mairie),
                fields.text("pin"));
    }

    private static ObjectNode write(BornePubliee borne) {
        return Canonical.object()
                .put("id", borne.id().numero())
                .put("mairie", borne.mairie().name())
                .put("cle", borne.cle())
                .put("key", borne.key().raw().base64url())
                .put("revoquee", borne.revoquee());
    }

    private static BornePubliee readBorne(Fields fields) {
        return new BornePubliee(
                new KioskId(fields.smallNumber("id")),
                fields.constant(Secteur.class, "mairie"),
                fields.smallNumber("cle"),
                Fields.required(VerifyingKey.parse(fields.text("key")), "key"),
                fields.flag("revoquee"));
    }

    private static ObjectNode write(AppelPublie publie) {
        var appel = publie.appel();
        var heure = appel.heure();
        var node = Canonical.object()
                .put("id", appel.id().valeur())
                .put("ouvreLe", appel.ouvreLe().toString())
                .put("jusquAu", appel.jusquAu().toString())
                .put("heure", heure == null ? null : heure.toString())
                .put("dateDeReference", appel.dateDeReference().toString())
                .put("tirageLe", appel.tirageLe().toString())
                .put("lieuDuTirage", appel.lieuDuTirage())
                .put("clos", publie.clos());
        // A call that says nothing is written as before calls said anything: a kiosk still reads the bulletin it kept.
        if (!publie.textes().isEmpty()) {
            var textes = node.putArray("textes");
            publie.textes()
                    .forEach(texte -> textes.add(Canonical.object()
                            .put("langue", texte.langue().code())
                            .put("titre", texte.titre())
                            .put("corps", texte.corps())));
        }
        return node;
    }

    private static AppelPublie readAppel(Fields fields) {
        var heure = fields.textOrNull("heure");
        var appel = new Appel(
                new AppelId(fields.text("id")),
                LocalDate.parse(fields.text("ouvreLe")),
                LocalDate.parse(fields.text("jusquAu")),
                heure == null ? null : LocalTime.parse(heure),
                LocalDate.parse(fields.text("dateDeReference")),
                LocalDate.parse(fields.text("tirageLe")),
                fields.text("lieuDuTirage"));
        return new AppelPublie(
                appel,
                fields.flag("clos"),
                fields.node().has("textes") ? fields.objects("textes", BulletinCodec::readTexte) : List.of());
    }

    private static TextePublie readTexte(Fields fields) {
        return new TextePublie(
                Fields.required(Langue.deCode(fields.text("langue")), "langue"),
                fields.text("titre"),
                fields.text("corps"));
    }
}
