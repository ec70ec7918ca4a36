package org.bihuan.calendar;

import java.time.LocalDate;

/**
 * The result of a count.
 *
 * @param date the day reached, county date
 * @param estimated whether a day examined lies in a year without an official notice (6.3); shown as （预估） everywhere
 * @param explanation the count in one Chinese sentence, for example 自2026-09-29次日起7个工作日，至2026-10-14（10月1日至7日国庆节放假，10月10日调休上班）
 */
public record DueDay(LocalDate date, boolean estimated, String explanation) {}
