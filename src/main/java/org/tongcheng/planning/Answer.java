package org.tongcheng.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.tongcheng.catalog.Text;
import org.tongcheng.geometry.Datum;

/**
 * What a question gives: a record whose components, named in camel case, are the answer's members in snake case and in that
 * order; the components {@code header} (first) and {@code body} are written flat, {@code drawn} is not written. A
 * {@link TimeMatrix} is written last.
 *
 * <p>A component is null, a string, a number, a boolean, a {@link java.time.LocalDate}, a
 * {@link org.tongcheng.catalog.Text}, a {@link org.locationtech.jts.geom.Geometry} (as GeoJSON), a
 * {@link org.locationtech.jts.geom.Coordinate} (as [lon, lat]), an {@link org.locationtech.jts.geom.Envelope} (as [west, south,
 * east, north]), or a record, list or string-keyed ordered map of these. Positions are WGS84; they are written in the datum
 * asked for.
 */
public interface Answer {

    AnswerHeader header();

    /** The answer as rows, for CSV and for people, positions in this datum. */
    Table table(Datum datum);

    /** Its main figures as one row, for people; empty where the table says them. */
    default Optional<Table> facts() {
        return Optional.empty();
    }

    /** What of it can be drawn. */
    List<AnswerFeature> drawn();

    /** The places that were asked about, longitude, latitude, to be marked on a map of what is drawn. */
    default List<Coordinate> marks() {
        return List.of();
    }

    /** The result with its error in one clause that can be quoted, without its full stop; stands in the {@link Citation}. */
    default Text result() {
        int rows = table(Datum.WGS84).rows().size();
        return new Text(rows + "行，见表", rows + (rows == 1 ? " row" : " rows") + ", see the table");
    }

    /** An answer that is a GeoJSON FeatureCollection; it has a component {@code features}. */
    interface Features extends Answer {
        List<AnswerFeature> features();

        @Override
        default List<AnswerFeature> drawn() {
            return features();
        }
    }

    /**
     * An answer whose last member, {@code seconds}, is a matrix that may be too large to hold: it is computed while it is written.
     * All that its figures follow from stands in the other members, so that equal ones mean equal seconds.
     */
    interface Times extends Answer {
        TimeMatrix seconds();

        /** Computes the whole matrix. */
        @Override
        default Table table(Datum datum) {
            TimeMatrix matrix = seconds();
            int[][] seconds = matrix.rows(0, matrix.origins().size());
            List<List<Object>> rows = new ArrayList<>();
            for (int i = 0; i < seconds.length; i++) {
                for (int j = 0; j < seconds[i].length; j++) {
                    rows.add(Arrays.asList(matrix.origins().get(i), matrix.destinations().get(j),
                            seconds[i][j] == TimeMatrix.NONE ? null : Integer.valueOf(seconds[i][j])));
                }
            }
            return new Table(TimeMatrix.COLUMNS, rows);
        }

        @Override
        default List<AnswerFeature> drawn() {
            return List.of();
        }

        @Override
        default Text result() {
            int from = seconds().origins().size();
            int to = seconds().destinations().size();
            return new Text(from + "个起点到" + to + "个终点的秒数，进位取整，见表",
                    "seconds from " + from + " origins to " + to + " destinations, rounded up, see the table");
        }
    }
}
