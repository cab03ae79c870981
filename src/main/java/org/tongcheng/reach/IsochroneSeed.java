package org.tongcheng.reach;

/**
 * A place off the nodes that is reached on its own account, an origin or a stop: what lies near it is reached straight from it.
 *
 * @param lon            longitude, degrees
 * @param lat            latitude, degrees
 * @param millis         when it is reached
 * @param millisPerMetre time a metre takes from there
 */
record IsochroneSeed(double lon, double lat, int millis, double millisPerMetre) {}
