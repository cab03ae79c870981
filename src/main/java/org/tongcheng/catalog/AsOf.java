package org.tongcheng.catalog;

import java.time.LocalDate;

/**
 * The date asked about and which plans are put in.
 *
 * @param date     the last day of the year, month or day asked for
 * @param scenario which known but unbuilt features are added
 * @param horizon  of what the scenario adds, only what is due by the end of this year; null for no limit
 */
public record AsOf(LocalDate date, Scenario scenario, Integer horizon) {

    public static AsOf built(LocalDate date) {
        return new AsOf(date, Scenario.BUILT, null);
    }
}
