package fr.roubaix.cln.hub.tirage;

import java.util.List;
import java.util.Optional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.tirage.Empreinte;

/** The draws, as any feature may read them. Codes only; names are those of people present at a public act. */
public interface Tirages {

    /** The public draw of a call; empty while no list is frozen. */
    default Optional<Tirage> tirage(AppelId appel) {
        return etat(new CeremonieId.Publique(appel)).tirage();
    }

    /** Where a ceremony stands; nothing done yet for one that does not exist. */
    EtatDuTirage etat(CeremonieId id);

    /** How many acts a ceremony holds: cheap, and moves whenever its state does. */
    int version(CeremonieId id);

    /** Everything that was done, in its order, annulled freezes included. */
    List<Datee> chronologie(CeremonieId id);

    /**
     * One act of a ceremony.
     *
     * @param numero in order, from 1
     * @param genre its kind, for ever: {@code LISTE_ARRETEE}, {@code DE_LANCE} and so on
     */
    record Datee(int numero, String genre, Tirage.Acte acte) {}

    /** The rehearsals of a call that were not thrown away, the latest first. */
    List<CeremonieId.Repetition> repetitions(AppelId appel);

    /** The bytes of a list that was frozen for a public draw, annulled since or not, by its fingerprint. */
    Optional<byte[]> listeArretee(CeremonieId.Publique id, Empreinte empreinte);

    /** Which rehearsal the room's view with this key shows; empty when there is none. */
    Optional<CeremonieId.Repetition> repetition(CleDeSalle cle);

    /** The key of the room's view of a rehearsal; empty for one thrown away, or opened before there were keys. */
    Optional<CleDeSalle> cleDeSalle(CeremonieId.Repetition id);

    /** The bytes of {@code pv.json} as they were written when the members were drawn. */
    Optional<byte[]> procesVerbal(CeremonieId id);

    /** The same, of the public draw of a call. */
    default Optional<byte[]> procesVerbal(AppelId appel) {
        return procesVerbal(new CeremonieId.Publique(appel));
    }
}
