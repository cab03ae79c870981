package org.tongcheng.planning.gain;

/**
 * All that the worth of any set of players follows from; frozen. Sources are the origins together (0) and the members' seats (1 …);
 * nodes are those of the {@link Skeleton}; times are milliseconds, {@link org.tongcheng.network.Streets#UNREACHED} for none.
 *
 * @param players  how many there are
 * @param owner    of each node
 * @param arrival  [source][node]: over what is there without the players
 * @param links    [node]: the nodes one gets to from it without another player's node between, and milliseconds, by turns
 * @param targets  [node]: targets that one gets to from it, soonest first
 * @param after    [node]: and after how long
 * @param people   [target]
 * @param land     [target]
 * @param units    [target]
 * @param seats    [node][seat]: over what is there without the players
 * @param between  [seat][seat]: without any player
 * @param weight   [seat][seat]: of the pair among all, in {@link Worth#WEIGHTS}; 0 where it has no way without any player
 * @param budget   the minutes within which is counted
 */
record Plan(
        int players,
        int[] owner,
        int[][] arrival,
        int[][] links,
        int[][] targets,
        int[][] after,
        long[] people,
        long[] land,
        int[] units,
        int[][] seats,
        int[][] between,
        int[][] weight,
        int budget) {

    int nodes() {
        return owner.length;
    }

    int seatCount() {
        return between.length;
    }
}
