/**
 * Paper that anybody can read: documents typeset as tagged PDF (PDF/UA-1, ISO 14289-1) from the same XHTML templates as
 * the public pages. It knows how to typeset, nothing of what it typesets.
 */
@NullMarked
package fr.roubaix.cln.hub.documents;

import org.jspecify.annotations.NullMarked;
