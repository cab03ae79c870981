package org.tongcheng.planning.gain;

import org.tongcheng.planning.AnswerNumbers;

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
        people = AnswerNumbers.rounded(people, 1);
        km2 = AnswerNumbers.rounded(km2, 3);
        units = AnswerNumbers.rounded(units, 4);
        minutesSaved = AnswerNumbers.rounded(minutesSaved, 4);
        pairs = AnswerNumbers.rounded(pairs, 4);
    }
}
