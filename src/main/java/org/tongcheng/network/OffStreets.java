package org.tongcheng.network;

import java.util.Locale;

/** A point is too far from any street to start or end there; the message names the point and the distance. */
public final class OffStreets extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final double lon;
    private final double lat;
    private final double metres;

    /**
     * @param metres   distance to the nearest street node, infinite where none is within 50 km
     * @param limit    how far off the land a point may be, metres
     * @param stations whether there are no streets but stations alone; distance and limit are to those
     */
    OffStreets(double lon, double lat, double metres, double limit, boolean stations) {
        super(String.format(Locale.ROOT, stations ? "the point %.6f,%.6f has no station within %.0f m; %s"
                : "the point %.6f,%.6f has no street on its land and stands more than %.0f m off any other; %s",
                lon, lat, limit, Double.isInfinite(metres)
                        ? stations ? "there is none" : "there is none within 50 km"
                        : String.format(Locale.ROOT, "the nearest is %.0f m away", metres)));
        this.lon = lon;
        this.lat = lat;
        this.metres = metres;
    }

    public double lon() {
        return lon;
    }

    public double lat() {
        return lat;
    }

    /** Distance to the nearest street node. */
    public double metres() {
        return metres;
    }
}
