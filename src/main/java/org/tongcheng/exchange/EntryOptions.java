package org.tongcheng.exchange;

import org.tongcheng.geometry.Crs;
import org.tongcheng.geometry.Datum;

/**
 * How geometry comes in.
 *
 * @param repair    whether what can be mended is mended; else every fault refuses the geometry
 * @param crs       system of the positions
 * @param eastFirst whether each position begins with longitude or easting whatever the system's authority says, as in the files
 *                  of GIS programs
 * @param datum     what longitudes and latitudes are; {@link Datum#WGS84} with any system but {@link Crs#CRS84}
 */
public record EntryOptions(boolean repair, Crs crs, boolean eastFirst, Datum datum) {

    /** Longitude, latitude, WGS84, nothing mended. */
    public static final EntryOptions LON_LAT = new EntryOptions(false, Crs.CRS84, true, Datum.WGS84);

    public EntryOptions {
        if (datum != Datum.WGS84 && crs != Crs.CRS84) {
            throw new IllegalArgumentException(datum.label() + " is longitude, latitude and excludes " + crs.code());
        }
    }

    /** As requests name it: positions in the order of the system's authority. */
    public static EntryOptions ofRequest(boolean repair, Crs crs, Datum datum) {
        return new EntryOptions(repair, crs, false, datum);
    }

    /** As files hold it: longitude or easting first. */
    public static EntryOptions ofFile(boolean repair, Crs crs, Datum datum) {
        return new EntryOptions(repair, crs, true, datum);
    }

    EntryOptions withCrs(Crs other) {
        return new EntryOptions(repair, other, eastFirst, datum);
    }
}
