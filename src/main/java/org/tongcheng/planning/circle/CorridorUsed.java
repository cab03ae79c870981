package org.tongcheng.planning.circle;

import org.tongcheng.catalog.Text;

/**
 * A corridor that shortest ways use. Rows that share track are one corridor, named by the row that others refer to.
 *
 * @param mode   what runs on it
 * @param opened since when, as precisely as it is stated; null where nobody stated it
 * @param status open, or what it was planned to be at the date
 */
record CorridorUsed(String id, Text name, String mode, String opened, String status) {}
