package org.tongcheng.exchange;

import java.nio.file.Path;

/**
 * What an import is asked to do.
 *
 * @param file        GeoJSON, CSV or zipped Shapefile, told apart by the end of its name
 * @param collection  where its rows go
 * @param create      whether the collection is made first, from what the rows hold
 * @param skipInvalid whether bad rows are left out; else one refuses the file
 * @param options     system of the positions, and whether what can be mended is
 * @param systemNamed whether {@code options} name the system; else the file's own word for it counts
 * @param idColumn    property or column that holds the ids; null for the features' own
 * @param dryRun      whether everything is done but the writing
 */
public record ImportRequest(
        Path file, String collection, boolean create, boolean skipInvalid, EntryOptions options, boolean systemNamed,
        String idColumn, boolean dryRun) {}
