package fr.roubaix.cln.kiosk.agent;

import fr.roubaix.cln.kiosk.device.Scans;
import fr.roubaix.cln.kiosk.sync.Gestes;
import fr.roubaix.cln.web.saisie.AdressesProposees;

/** What the screens for somebody at the counter work with: receipts, paper forms, withdrawals, notices. */
record Guichet(
        LectureDeRecu lecture,
        SaisieDeFichePapier fiches,
        RetraitAuGuichet retraits,
        AvisAuPanneau avis,
        Gestes gestes,
        Papiers papiers,
        AdressesProposees adresses,
        Scans scans,
        Materiel materiel) {}
