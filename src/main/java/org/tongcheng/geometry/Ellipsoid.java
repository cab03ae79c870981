package org.tongcheng.geometry;

/** The ellipsoid of CGCS2000 (GB 22021-2008); that of WGS84 differs by 0.1 mm at the pole. */
final class Ellipsoid {

    static final double EQUATORIAL_METRES = 6378137.0;
    static final double INVERSE_FLATTENING = 298.257222101;

    private Ellipsoid() {}
}
