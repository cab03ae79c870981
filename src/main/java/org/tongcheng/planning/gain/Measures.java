package org.tongcheng.planning.gain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What is counted.
 *
 * @param people       persons newly within the minutes of an origin
 * @param km2          land newly within the minutes, km²
 * @param units        units of the finest tiling whose seat is newly within the minutes
 * @param minutesSaved minutes saved between two members' seats, weighted by the product of their people
 * @param pairs        pairs of members' seats newly within the minutes of each other
 */
record Measures(double people, double km2, double units, double minutesSaved, double pairs) {

    Measures {
        people = round(people, 1);
        km2 = round(km2, 3);
        units = round(units, 4);
        minutesSaved = round(minutesSaved, 4);
        pairs = round(pairs, 4);
    }

    static double round(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue() + 0.0;
    }
}
