package org.tongcheng.web.ogc;

import java.util.List;

/** The conformance classes that hold in full. */
final class Conformance {

    private static final String SPEC = "http://www.opengis.net/spec/";

    static final List<String> CLASSES = List.of(
            SPEC + "ogcapi-features-1/1.0/conf/core",
            SPEC + "ogcapi-features-1/1.0/conf/oas30",
            SPEC + "ogcapi-features-1/1.0/conf/html",
            SPEC + "ogcapi-features-1/1.0/conf/geojson",
            SPEC + "ogcapi-features-2/1.0/conf/crs",
            SPEC + "ogcapi-features-4/1.0/conf/create-replace-delete",
            SPEC + "ogcapi-features-4/1.0/conf/update",
            SPEC + "ogcapi-features-4/1.0/conf/optimistic-locking-etags",
            SPEC + "ogcapi-features-4/1.0/conf/features",
            SPEC + "ogcapi-tiles-1/1.0/conf/core",
            SPEC + "ogcapi-tiles-1/1.0/conf/tileset",
            SPEC + "ogcapi-tiles-1/1.0/conf/tilesets-list",
            SPEC + "ogcapi-tiles-1/1.0/conf/dataset-tilesets",
            SPEC + "ogcapi-tiles-1/1.0/conf/geodata-tilesets",
            SPEC + "ogcapi-tiles-1/1.0/conf/collections-selection",
            SPEC + "ogcapi-tiles-1/1.0/conf/oas30",
            SPEC + "ogcapi-tiles-1/1.0/conf/mvt",
            SPEC + "tms/2.0/conf/tilematrixset",
            SPEC + "tms/2.0/conf/json-tilematrixset",
            SPEC + "tms/2.0/conf/tilesetmetadata",
            SPEC + "tms/2.0/conf/json-tilesetmetadata",
            SPEC + "ogcapi-common-3/1.0/conf/schemas",
            SPEC + "ogcapi-common-3/1.0/conf/returnables-and-receivables",
            SPEC + "ogcapi-common-3/1.0/conf/queryables");

    private Conformance() {}
}
