package fr.roubaix.cln.sync;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;

/** What an envelope carries once its seal is opened. Its type is the envelope's {@code kind}. */
public sealed interface Message {

    /** The kind of the envelope that carries it. */
    default Kind kind() {
        return switch (this) {
            case ChaineOuverte _ -> Kind.OUVERTURE;
            case CandidatureDeposee _ -> Kind.CANDIDATURE;
        };
    }

    /** The bytes to seal. */
    default byte[] encode() {
        return MessageCodec.encode(this);
    }

    /** Reads opened bytes; none when this kind is not known here or the bytes are not what {@link #encode} writes. */
    static Optional<Message> decode(Kind kind, byte[] opened) {
        return MessageCodec.decode(kind, opened);
    }

    /**
     * The first message of a chain (kind {@code OUVERTURE}).
     *
     * @param previous head of the chain that this one continues, if any
     */
    record ChaineOuverte(@Nullable ChainHead previous) implements Message {}

    /** An application (kind {@code CANDIDATURE}). */
    record CandidatureDeposee(ReceiptCode code, FicheDeCandidature fiche) implements Message {}
}
