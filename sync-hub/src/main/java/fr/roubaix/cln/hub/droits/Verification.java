package fr.roubaix.cln.hub.droits;

/** How the identity of whoever asks was verified (GDPR, art. 12 §6); no copy of a document is kept. */
enum Verification {
    RECU_ET_PIECE,
    PIECE_VUE,
    ADRESSE_DU_DOSSIER,
    CONTACT_DU_DOSSIER
}
