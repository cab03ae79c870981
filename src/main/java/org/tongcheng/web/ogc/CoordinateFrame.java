package org.tongcheng.web.ogc;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.geometry.Crs;
import org.tongcheng.geometry.Datum;
import org.tongcheng.web.Parameters;
import org.tongcheng.web.problem.Refusal;

/**
 * How coordinates stand in what comes in and goes out: in a coordinate reference system (Part 2), or shifted as Chinese maps
 * publish them, in longitude, latitude ({@code datum}, outside Part 2). One of the two is always the plain one.
 */
record CoordinateFrame(Crs crs, Datum datum) {

    static final CoordinateFrame PLAIN = new CoordinateFrame(Crs.CRS84, Datum.WGS84);

    /** From {@code crs} and {@code datum}, which exclude each other. */
    static CoordinateFrame of(Parameters parameters) {
        Datum datum = datum(parameters);
        Optional<String> crs = parameters.find("crs");
        if (datum != Datum.WGS84) {
            crs.ifPresent(given -> refuseBoth("crs", given, datum));
            return new CoordinateFrame(Crs.CRS84, datum);
        }
        return new CoordinateFrame(crs.map(given -> crs("crs", given)).orElse(Crs.CRS84), datum);
    }

    static Datum datum(Parameters parameters) {
        Optional<String> given = parameters.find("datum");
        return given.map(name -> Datum.find(name).orElseThrow(
                () -> Refusal.parameter("datum", name, "WGS84, GCJ-02, BD-09", "there is no such datum"))).orElse(Datum.WGS84);
    }

    /** The system of a URI, refused with 400 in the name of the parameter. */
    static Crs crs(String parameter, String uri) {
        return Crs.find(uri).orElseThrow(() -> Refusal.parameter(parameter, uri,
                "a URI of the list 'crs' at /collections, such as " + Crs.CRS84.uri() + " or "
                        + "http://www.opengis.net/def/crs/EPSG/0/4490", "no such coordinate reference system is supported"));
    }

    static void refuseBoth(String parameter, String value, Datum datum) {
        throw Refusal.parameter(parameter, value, "no " + parameter + " beside datum=" + datum.label(),
                "it is given beside 'datum', which has its own axes");
    }

    boolean isPlain() {
        return crs == Crs.CRS84 && datum == Datum.WGS84;
    }

    /** From longitude, latitude as stored; null for null. */
    Geometry outward(Geometry stored) {
        if (stored == null || isPlain()) {
            return stored;
        }
        return datum == Datum.WGS84 ? crs.fromLonLat(stored) : datum.fromWgs84(stored);
    }

    /** Value of {@code Content-Crs}. */
    String contentCrs() {
        return "<" + crs.uri() + ">";
    }
}
