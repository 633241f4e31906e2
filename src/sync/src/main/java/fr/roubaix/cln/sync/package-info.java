/** What travels between a mairie and the hub: envelopes, seals, signatures, receipt tokens, and the contract of both. */
@NullMarked
package fr.roubaix.cln.sync;

import org.jspecify.annotations.NullMarked;
