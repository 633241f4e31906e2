package fr.roubaix.cln.hub.limites;

/** A way into the hub, counted apart from the others; by address, unless it says otherwise. */
public enum Porte {
    /** The public site and what its pages load. */
    PAGES,
    /** What the room's view of a draw asks every second: cheap to answer, and a full room shares one address. */
    PROJECTION,
    /** The staff screens and what they load. */
    ECRANS,
    /** Where a session is opened, for those who are not signed in: each takes memory for half an hour. */
    VISITES,
    /** What proves who somebody is, and every form of the pages outside the staff screens. */
    ENTREES,
    /** Pictures of a receipt, to be read by the hub: each costs memory and a second of work. */
    PHOTOS,
    /** The same, from everywhere together. */
    PHOTOS_EN_TOUT,
    /** Candidatures sent from the form at home. */
    DEPOTS,
    /** The same, from everywhere together. */
    DEPOTS_EN_TOUT,
    /** Enrolment of a kiosk, which costs a look-up and needs a code. */
    ENROLEMENTS,
    /** Requests of kiosks, before it is known whether one of them signed. */
    BORNES,
    /** Requests that one kiosk signed. */
    BORNE
}
