/** The mail room, on a real database and a real mail server. */
@NullMarked
package org.bihuan.notification;

import org.jspecify.annotations.NullMarked;
