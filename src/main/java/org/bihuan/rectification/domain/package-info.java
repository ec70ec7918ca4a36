/** Rules of the way to closure: who may judge, what a report needs. */
@NullMarked
package org.bihuan.rectification.domain;

import org.jspecify.annotations.NullMarked;
