package org.tongcheng.planning;

import java.util.List;

/** The built-in collections to which planning questions give a meaning. */
public final class Collections {

    public static final String UNITS = "administrative-units";
    public static final String AREAS = "metropolitan-areas";
    public static final String CORRIDORS = "corridors";
    public static final String STOPS = "stops";
    public static final String HUBS = "hubs";
    public static final String PARKS = "industrial-parks";
    public static final String ZONES = "zones";
    public static final String PROJECTS = "projects";
    public static final String DOCUMENTS = "documents";
    public static final String CLAIMS = "claims";
    public static final String INDICATORS = "indicators";

    /** All of them. */
    public static final List<String> ALL = List.of(
            UNITS, AREAS, CORRIDORS, STOPS, HUBS, PARKS, ZONES, PROJECTS, DOCUMENTS, CLAIMS, INDICATORS);

    private Collections() {}
}
