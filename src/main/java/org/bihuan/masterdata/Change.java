package org.bihuan.masterdata;

import java.util.Map;

/**
 * One thing that has become different.
 *
 * @param subject its table
 * @param about what people call it
 * @param before by column; empty for something new
 * @param after by column
 */
record Change(String subject, String key, String about, Map<String, String> before, Map<String, String> after) {}
