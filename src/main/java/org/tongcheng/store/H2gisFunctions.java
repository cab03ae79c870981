package org.tongcheng.store;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;

/** Functions that H2 calls by name; public because H2 must reach them. */
public final class H2gisFunctions {

    private H2gisFunctions() {}

    /** Whether {@code outer} covers {@code inner}; unlike {@code ST_Covers} also for collections of geometries. */
    public static boolean covers(Geometry outer, Geometry inner) {
        return outer != null && inner != null && RelateNG.relate(outer, inner, RelatePredicate.covers());
    }

    /**
     * Whether a JSON array has one of some elements.
     *
     * @param array    JSON text, or null
     * @param elements JSON texts of scalars, one a line (JSON escapes line ends inside strings)
     */
    public static boolean holds(String array, String elements) {
        if (array == null) {
            return false;
        }
        List<?> wanted = elements.lines().map(Json::value).toList();
        return Json.value(array) instanceof List<?> list && list.stream().anyMatch(wanted::contains);
    }
}
