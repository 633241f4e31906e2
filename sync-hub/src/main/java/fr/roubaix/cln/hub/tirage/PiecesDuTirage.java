package fr.roubaix.cln.hub.tirage;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import fr.roubaix.cln.domaine.tirage.Empreinte;
import fr.roubaix.cln.sync.Hash;

/** The bytes made from closed procès-verbaux, rehearsals included: written once, never replaced. */
interface PiecesDuTirage {

    /** What is kept of a ceremony; empty until its procès-verbal is closed. */
    Optional<Gardees> de(CeremonieId id);

    /** What the PDF is to be typeset from; empty once it is there, or nothing is kept. */
    Optional<String> page(CeremonieId id);

    /** The bytes of {@code ceremonie.json}. */
    Optional<byte[]> ceremonie(CeremonieId id);

    /** The bytes of the public PDF. */
    Optional<byte[]> pdf(CeremonieId id);

    /** Keeps what a closing makes; false when something is kept. */
    boolean garder(CeremonieId id, byte[] ceremonie, CeremonieJson.Programmes programmes, String page);

    /** Keeps the PDF in place of its page; false when one is kept, or nothing else is. */
    boolean garderLePdf(CeremonieId id, byte[] pdf);

    /**
     * Keeps the bytes of a verifying program that the procès-verbal of a public draw names; false when none does, or it is
     * kept. Draws of one version share it.
     */
    boolean garderLeProgramme(Empreinte sha256, byte[] octets);

    /** The bytes of a verifying program; empty when they were never kept. */
    Optional<byte[]> programme(Empreinte sha256);

    /** Which of these programs are kept. */
    Set<Empreinte> programmesGardes(Collection<Empreinte> demandes);

    /** The closed ceremonies whose PDF is not there. */
    List<CeremonieId> sansPdf();

    /**
     * Without the bytes.
     *
     * @param ceremonie SHA-256 of {@code ceremonie.json}
     * @param programmes those of the moment of the closing
     * @param pdf SHA-256 of the PDF; empty until it is typeset
     */
    record Gardees(Hash ceremonie, CeremonieJson.Programmes programmes, Optional<Hash> pdf) {}
}
