package org.tongcheng.planning.connectivity;

/**
 * Who goes where, to weigh times by people: everybody of a member goes once to the seat of another, drawn by its people. Of the
 * people P of all members, p(i) · p(j) / (P - p(i)) go from i to j.
 */
final class Journeys {

    private final Seats seats;
    private final double all;

    Journeys(Seats seats) {
        this.seats = seats;
        this.all = seats.people();
    }

    /** Takes an ordered pair of different members that count. */
    interface Pair {
        void take(int from, int to);
    }

    void each(Pair pair) {
        for (int i = 0; i < seats.members(); i++) {
            for (int j = 0; j < seats.members(); j++) {
                if (i != j && seats.all().get(i).counts() && seats.all().get(j).counts()) {
                    pair.take(i, j);
                }
            }
        }
    }

    /** How many go from one to the other. */
    double people(int from, int to) {
        double others = all - seats.all().get(from).people();
        return others <= 0 ? 0 : seats.all().get(from).people() * (seats.all().get(to).people() / others);
    }
}
