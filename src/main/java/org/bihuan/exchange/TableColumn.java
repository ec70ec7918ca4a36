package org.bihuan.exchange;

import java.util.List;

/**
 * A column of a table that is taken in.
 *
 * @param name as the answer calls it, and one of its headers
 * @param required whether a file without it is refused as a whole; what other files leave out stays as it is
 * @param headers further headers that mean it, the one for people first
 */
public record TableColumn(String name, boolean required, List<String> headers) {}
