package org.tongcheng.web;

import java.util.Optional;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.Period;
import org.tongcheng.catalog.Scenario;
import org.tongcheng.web.problem.Refusal;

/** Reads {@code asOf}, {@code scenario} and {@code horizon} where features are given out (api.md, Feature service). */
public final class AsOfParameters {

    private AsOfParameters() {}

    /** Empty where no date is given; refuses with 400 what is wrong, and what says nothing without a date. */
    public static Optional<AsOf> find(Parameters given) {
        Optional<String> date = given.find("asOf");
        if (date.isEmpty()) {
            refuseAlone(given, "scenario");
            refuseAlone(given, "horizon");
            return Optional.empty();
        }
        Scenario scenario = given.find("scenario").map(AsOfParameters::scenario).orElse(Scenario.BUILT);
        Integer horizon = given.find("horizon").map(AsOfParameters::year).orElse(null);
        try {
            Period period = Period.of(date.get());
            if (period.year() < 1) {
                throw new IllegalArgumentException("there is no year 0000");
            }
            return Optional.of(new AsOf(period.lastDay(), scenario, horizon));
        } catch (IllegalArgumentException e) {
            throw Refusal.parameter("asOf", date.get(), "YYYY, YYYY-MM or YYYY-MM-DD", e.getMessage());
        }
    }

    private static void refuseAlone(Parameters given, String name) {
        given.find(name).ifPresent(text -> {
            throw Refusal.parameter(name, text, name + " together with asOf", "it says nothing without a date");
        });
    }

    private static Scenario scenario(String text) {
        try {
            return Scenario.of(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.parameter("scenario", text, "built, committed, planned, vision", e.getMessage());
        }
    }

    private static int year(String text) {
        if (!text.matches("[0-9]{4}") || text.equals("0000")) {
            throw Refusal.parameter("horizon", text, "a year, YYYY", "this is no year");
        }
        return Integer.parseInt(text);
    }
}
