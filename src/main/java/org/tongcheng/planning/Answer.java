package org.tongcheng.planning;

import java.util.List;

/**
 * What a question gives: a record whose components, named in camel case, are the answer's members in snake case and in that
 * order; the component {@code header} is written flat, first. A component is null, a string, a number, a boolean, a
 * {@link java.time.LocalDate}, a {@link org.tongcheng.catalog.Text}, a {@link org.locationtech.jts.geom.Geometry} (as
 * GeoJSON), or a record, list or string-keyed ordered map of these.
 */
public interface Answer {

    AnswerHeader header();

    /** The answer as rows, for CSV and for people. */
    Table table();

    /** What of it can be drawn. */
    List<AnswerFeature> drawn();

    /** An answer that is a GeoJSON FeatureCollection; it has a component {@code features}. */
    interface Features extends Answer {
        List<AnswerFeature> features();

        @Override
        default List<AnswerFeature> drawn() {
            return features();
        }
    }
}
