package org.tongcheng.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.Page;
import org.tongcheng.catalog.Query;
import org.tongcheng.catalog.StoredFeature;

/** Reads the present state of one collection on one connection. Results stream: a few hundred rows are held at a time. */
final class FeatureReader {

    private final Connection connection;
    private final Dialect dialect;
    private final CollectionTable table;

    FeatureReader(Connection connection, Dialect dialect, CollectionTable table) {
        this.connection = connection;
        this.dialect = dialect;
        this.table = table;
    }

    Optional<StoredFeature> find(String id) throws SQLException {
        if (!Conditions.storable(id)) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                Sql.of("select " + table.selectList() + " from " + table.name() + " t where t.\"id\" = ?", id).first(connection, table::read));
    }

    /** The statement of a page, one row more than the page holds. */
    Sql page(Query query, Page page) {
        Sql sql = new Conditions(dialect, table).select(table.selectList(), query, page.after()).add(" order by 1");
        if (page.limit() != Page.EVERYTHING) {
            sql.add(" limit " + (page.limit() + 1L));
        }
        return page.offset() == 0 ? sql : sql.add(" offset " + page.offset());
    }

    /** Gives the place after which the next page starts, or 0. */
    long read(Query query, Page page, Consumer<StoredFeature> each) throws SQLException {
        long last = page.after();
        try (Rows rows = Rows.of(page(query, page), connection)) {
            for (int given = 0; rows.next(); given++) {
                if (given == page.limit()) {
                    return last;
                }
                last = CollectionTable.fid(rows.row());
                StoredFeature feature = table.read(rows.row());
                rows.took(Wkb.size(feature.feature().geometry()));
                each.accept(feature);
            }
        }
        return 0;
    }

    /** Counts with the areas' exact tests; everything is counted from the counter of the collection. */
    long count(Query query) throws SQLException {
        if (query.equals(Query.ALL)) {
            return Sql.of("select features from collections where id = ?", table.id()).first(connection, row -> row.getLong(1));
        }
        return Sql.of("select count(*) from (").add(new Conditions(dialect, table).select("t.\"fid\"", query, 0)).add(") found")
                .first(connection, row -> row.getLong(1));
    }

    Optional<Envelope> extent() throws SQLException {
        // the condition keeps H2 from answering by its spatial index, whose boxes are rounded
        byte[] box = Sql.of("select " + dialect.extent("\"geom\"") + " from " + table.name() + " where \"fid\" > 0")
                .first(connection, row -> row.getBytes(1));
        return Optional.ofNullable(WkbReader.POSITIONS.read(box)).map(Geometry::getEnvelopeInternal);
    }

    Optional<Query.Days> periodExtent() throws SQLException {
        return Sql.of("select min(\"opened_day\"), max(\"closed_day\"),"
                        + " count(case when \"opened_day\" is not null or \"closed_day\" is not null then 1 end),"
                        + " count(case when \"opened_day\" is not null and \"closed_day\" is null then 1 end) from " + table.name())
                .first(connection, row -> {
                    LocalDate from = row.getObject(1, LocalDate.class);
                    LocalDate to = row.getObject(2, LocalDate.class);
                    boolean stated = row.getLong(3) > 0;
                    boolean open = row.getLong(4) > 0;
                    return stated ? Optional.of(new Query.Days(from, open ? null : to)) : Optional.empty();
                });
    }
}
