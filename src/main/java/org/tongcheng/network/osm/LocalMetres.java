package org.tongcheng.network.osm;

/**
 * Metres around a point: degrees scaled by the ellipsoid's radii of curvature there (CGCS2000). Over 2 km wrong by less than 0.1 % up
 * to 70° of latitude.
 */
final class LocalMetres {

    private static final double SEMI_MAJOR_METRES = 6_378_137;
    private static final double SQUARED_ECCENTRICITY = (2 - 1 / 298.257222101) / 298.257222101;

    private final double perLon;
    private final double perLat;

    private LocalMetres(double perLon, double perLat) {
        this.perLon = perLon;
        this.perLat = perLat;
    }

    static LocalMetres at(double lat) {
        double phi = Math.toRadians(lat);
        double flat = 1 - SQUARED_ECCENTRICITY * Math.sin(phi) * Math.sin(phi);
        double prime = SEMI_MAJOR_METRES / Math.sqrt(flat);
        return new LocalMetres(Math.toRadians(prime * Math.cos(phi)), Math.toRadians(prime * (1 - SQUARED_ECCENTRICITY) / flat));
    }

    /** Metres to a degree of longitude. */
    double perLon() {
        return perLon;
    }

    /** Metres to a degree of latitude. */
    double perLat() {
        return perLat;
    }

    double squared(double lonDifference, double latDifference) {
        double east = lonDifference * perLon;
        double north = latDifference * perLat;
        return east * east + north * north;
    }
}
