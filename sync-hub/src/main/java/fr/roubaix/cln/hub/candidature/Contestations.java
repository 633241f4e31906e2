package fr.roubaix.cln.hub.candidature;

import java.util.Optional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.candidature.BesoinDuTirage.Besoin;

/**
 * Whether somebody contests the draw of a call, or what was decided of one application: nothing of it is destroyed
 * meanwhile, at the person's own request neither (GDPR, art. 17 §3 e). The feature that holds destructions answers.
 */
@FunctionalInterface
public interface Contestations {

    /** What holds an application, list frozen or not; the oldest hold first. */
    Optional<Besoin.Contestee> sur(AppelId appel, ReceiptCode code);
}
