package org.tongcheng.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * A coordinate reference system that requests may name: CRS84, EPSG 4326 and 4490 in degrees, 3857 (Web Mercator) and
 * 4534–4554 (CGCS2000, Gauss–Krüger in 3-degree zones with central meridians 75°E–135°E and no zone number in the easting) in
 * metres.
 *
 * <p>Positions of a system stand in the axis order of its authority: latitude or northing first in all of EPSG's here but 3857.
 * WGS84 and CGCS2000 count as one, so no datum is shifted. GeoTools computes the projections; it starts with the first position
 * in metres, never for degrees, and its EPSG database (which would unpack itself into the temporary folder) is not used: the
 * few parameters are written here.
 */
public final class Crs {

    /** Longitude, latitude in degrees: what everything here is stored in. */
    public static final Crs CRS84 =
            new Crs("http://www.opengis.net/def/crs/OGC/1.3/CRS84", "OGC:CRS84", false, null);

    private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
    private static final Crs WEB_MERCATOR = new Crs(EPSG + 3857, "EPSG:3857", false, Projection::webMercator);
    private static final int FIRST_ZONE = 4534;
    private static final int LAST_ZONE = 4554;
    private static final double FIRST_MERIDIAN = 75;

    private static final List<Crs> ALL = list();

    private final String uri;
    private final String code;
    private final boolean northEast;

    /** Null for a system in degrees. */
    private final Supplier<Projection> howToProject;

    /** Made when first asked for, since it starts GeoTools (0.2 s); twice at worst, which does no harm. */
    private volatile Projection projection;

    private Crs(String uri, String code, boolean northEast, Supplier<Projection> howToProject) {
        this.uri = uri;
        this.code = code;
        this.northEast = northEast;
        this.howToProject = howToProject;
    }

    private static List<Crs> list() {
        List<Crs> all = new ArrayList<>(List.of(
                CRS84,
                new Crs(EPSG + 4326, "EPSG:4326", true, null),
                new Crs(EPSG + 4490, "EPSG:4490", true, null),
                WEB_MERCATOR));
        for (int zone = FIRST_ZONE; zone <= LAST_ZONE; zone++) {
            double meridian = FIRST_MERIDIAN + 3 * (zone - FIRST_ZONE);
            all.add(new Crs(EPSG + zone, "EPSG:" + zone, true, () -> Projection.gaussKruger(meridian)));
        }
        return List.copyOf(all);
    }

    /** Every system there is, CRS84 first. */
    public static List<Crs> all() {
        return ALL;
    }

    /** The system of that URI, letter by letter. */
    public static Optional<Crs> find(String uri) {
        return ALL.stream().filter(crs -> crs.uri.equals(uri)).findFirst();
    }

    /** The system of a code for people: {@code EPSG:4549}, {@code CRS84}, {@code OGC:CRS84}, also as safe CURIE in brackets. */
    public static Optional<Crs> findByCode(String code) {
        String bare = code.strip().replaceFirst("^\\[(.*)]$", "$1").toUpperCase(Locale.ROOT);
        String full = bare.equals("CRS84") ? "OGC:CRS84" : bare;
        return ALL.stream().filter(crs -> crs.code.equals(full)).findFirst();
    }

    public String uri() {
        return uri;
    }

    /** For people, for example {@code EPSG:4549}. */
    public String code() {
        return code;
    }

    /** Whether a position's first number is latitude or northing. */
    public boolean northEast() {
        return northEast;
    }

    /** Whether its numbers are degrees; else metres. */
    public boolean inDegrees() {
        return howToProject == null;
    }

    /** Whether a box in this system is bounded by meridians and parallels. */
    boolean keepsBoxes() {
        return inDegrees() || this == WEB_MERCATOR;
    }

    /** How many decimals a position needs: 0.1 mm. */
    public int decimals() {
        return inDegrees() ? 9 : 4;
    }

    /**
     * The geometry in this system, in its axis order; the same object for CRS84. Throws {@link OutsideDomain} where the
     * projection is not defined: beyond 89.9° north or south in Web Mercator, beyond 60° east or west of a zone's central
     * meridian (far outside its zone numbers are right, but scale is not).
     */
    public Geometry fromLonLat(Geometry geometry) {
        return this == CRS84 ? geometry : Globe.moved(geometry, this::fromLonLat);
    }

    /** Longitude, latitude of a geometry in this system and its axis order; throws {@link OutsideDomain} as above. */
    public Geometry toLonLat(Geometry geometry) {
        return this == CRS84 ? geometry : Globe.moved(geometry, this::toLonLat);
    }

    /** As for geometries. */
    public Coordinate fromLonLat(Coordinate lonLat) {
        Coordinate to = inDegrees() ? lonLat : projected(lonLat);
        return northEast ? new Coordinate(to.y, to.x) : to;
    }

    /** As for geometries. */
    public Coordinate toLonLat(Coordinate position) {
        Coordinate from = northEast ? new Coordinate(position.y, position.x) : position;
        return inDegrees() ? from : unprojected(from);
    }

    private Coordinate projected(Coordinate lonLat) {
        Coordinate eastNorth = projection().findEastNorth(lonLat);
        if (eastNorth == null) {
            throw outside("longitude " + lonLat.x + ", latitude " + lonLat.y);
        }
        return eastNorth;
    }

    private Coordinate unprojected(Coordinate eastNorth) {
        Coordinate lonLat = projection().findLonLat(eastNorth);
        if (lonLat == null) {
            throw outside("easting " + eastNorth.x + ", northing " + eastNorth.y);
        }
        return lonLat;
    }

    private Projection projection() {
        Projection made = projection;
        if (made == null) {
            made = howToProject.get();
            projection = made;
        }
        return made;
    }

    private OutsideDomain outside(String position) {
        return new OutsideDomain(code + " is not defined at " + position + ".");
    }

    @Override
    public String toString() {
        return code;
    }
}
