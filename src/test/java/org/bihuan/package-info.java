/** What every test of the house may lean on: a real database, a real mail server, a clock that is moved by hand. */
@NullMarked
package org.bihuan;

import org.jspecify.annotations.NullMarked;
