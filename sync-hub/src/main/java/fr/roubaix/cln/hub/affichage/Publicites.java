package fr.roubaix.cln.hub.affichage;

/** The dates of publication and posting, as any feature and everyone may read them. */
public interface Publicites {

    /** What is recorded of a procès-verbal. */
    DatesDuProcesVerbal de(ProcesVerbalClos procesVerbal);
}
