/** What a terminal is made of, read from YAML. */
@NullMarked
package fr.roubaix.cln.hardware.profile;

import org.jspecify.annotations.NullMarked;
