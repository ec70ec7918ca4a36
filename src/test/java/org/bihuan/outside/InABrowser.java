package org.bihuan.outside;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A walk through the packaged application in a real browser. All walks of a run share one county, so each makes its own hazards
 * and looks at nothing else; ask for {@link WalkedCounty} as a parameter. Skipped where there is no Chromium.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WalkedCountyExtension.class)
@interface InABrowser {}
