package org.tongcheng.planning.connectivity;

/**
 * What is lost when nobody rides a track any more.
 *
 * @param track         its number
 * @param pairsUsing    ordered pairs whose shortest way rides it
 * @param peopleCut     journeys that have no way any more
 * @param personMinutes what the other journeys take longer, minutes
 * @param pairsSlower   ordered pairs that take longer
 * @param pairsLost     pairs no longer within the minutes
 * @param pairsCut      ordered pairs without a way
 */
record Loss(int track, int pairsUsing, double peopleCut, double personMinutes, int pairsSlower, int pairsLost, int pairsCut)
        implements Comparable<Loss> {

    /** The costliest first. */
    @Override
    public int compareTo(Loss other) {
        int cut = Double.compare(other.peopleCut, peopleCut);
        int minutes = cut != 0 ? cut : Double.compare(other.personMinutes, personMinutes);
        return minutes != 0 ? minutes : Integer.compare(track, other.track);
    }
}
