package fr.roubaix.cln.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;

/**
 * A page of statuses, the same for every kiosk; worth something only under the hub's signature for {@link Use#STATUTS}.
 *
 * @param epoch the life of the hub's database in which changes are counted: in another life the count begins again at 0
 * @param depuis changes after this one are here
 * @param jusquA the last change that this page covers: where to ask from next
 * @param derniere nothing more is known to the hub now
 * @param statuts in the order of changes, each code at most once
 */
public record StatusPage(HubEpoch epoch, long depuis, long jusquA, boolean derniere, Instant at, List<Ligne> statuts) {

    /** The most lines on a page. */
    public static final int MAX_LIGNES = 500;

    /** The largest signed page in its text form, in bytes. */
    public static final int MAX_TEXT = 128 * 1024;

    private static final int VERSION = 1;

    public StatusPage {
        statuts = List.copyOf(statuts);
        if (depuis < 0 || jusquA < depuis || statuts.size() > MAX_LIGNES) {
            throw new IllegalArgumentException("not a page of statuses");
        }
    }

    /** One application and where it stands. */
    public record Ligne(ReceiptCode code, Statut statut) {}

    public byte[] encode() {
        var list = Canonical.array();
        statuts.forEach(ligne -> list.add(write(ligne)));
        var node = Canonical.object()
                .put("v", VERSION)
                .put("hubEpoch", epoch.hex())
                .put("depuis", depuis)
                .put("jusquA", jusquA)
                .put("derniere", derniere)
                .put("at", at.toEpochMilli());
        node.set("statuts", list);
        return Canonical.write(node);
    }

    /** Reads what {@link #encode} writes and nothing else. */
    public static Optional<StatusPage> decode(byte[] bytes) {
        return Canonical.read(bytes, StatusPage::read, StatusPage::encode);
    }

    private static StatusPage read(Fields fields) {
        fields.version(VERSION);
        return new StatusPage(
                new HubEpoch(fields.text("hubEpoch")),
                fields.number("depuis"),
                fields.number("jusquA"),
                fields.flag("derniere"),
                fields.instant("at"),
                fields.objects(
                        "statuts",
                        ligne -> new Ligne(MessageCodec.code(ligne.text("code")), new Statut(ligne.text("statut")))));
    }

    private static ObjectNode write(Ligne ligne) {
        return Canonical.object()
                .put("code", ligne.code().texte())
                .put("statut", ligne.statut().mot());
    }
}
