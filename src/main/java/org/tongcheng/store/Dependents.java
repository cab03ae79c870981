package org.tongcheng.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongcheng.catalog.Existence;
import org.tongcheng.catalog.ExistenceRule;
import org.tongcheng.catalog.StoredFeature;

/**
 * Brings derived existence up to date where what it derives from has changed: features name documents, and features along a
 * corridor name the corridor. Nothing here makes a revision, since nobody wrote these features.
 */
final class Dependents {

    private static final int CHUNK = 1000;

    private final Connection connection;
    private final Dialect dialect;
    private final Declarations.Known known;
    private final Dates dates;
    private final Set<String> changed = new LinkedHashSet<>();

    Dependents(Connection connection, Dialect dialect, Declarations.Known known, Dates dates) {
        this.connection = connection;
        this.dialect = dialect;
        this.known = known;
        this.dates = dates;
    }

    /**
     * Derives again what depends on these.
     *
     * @param documents ids of documents whose date may have changed
     * @param corridors ids of corridors whose existence may have changed
     * @return the collections in which anything changed
     */
    Set<String> derive(Collection<String> documents, Collection<String> corridors) throws SQLException {
        Set<String> lines = new HashSet<>(corridors);
        CollectionTable corridorTable = known.live().get(ExistenceRule.CORRIDORS);
        dates.forget();
        if (corridorTable != null) {
            lines.addAll(derive(corridorTable, ExistenceRule.DOCUMENT, documents));
        }
        dates.forget();
        for (CollectionTable table : known.live().values()) {
            if (table != corridorTable) {
                derive(table, ExistenceRule.DOCUMENT, documents);
                derive(table, ExistenceRule.CORRIDOR, lines);
            }
        }
        return changed;
    }

    /** Derives every feature of one collection again. */
    void deriveAll(CollectionTable table) throws SQLException {
        if (table.declaration().hasPeriod()) {
            deriveWhere(table, Sql.of("1 = 1"));
        }
    }

    /** Derives every feature of every collection again, corridors first; gives the collections in which anything changed. */
    Set<String> deriveEverything() throws SQLException {
        CollectionTable corridors = known.live().get(ExistenceRule.CORRIDORS);
        if (corridors != null) {
            deriveAll(corridors);
        }
        dates.forget();
        for (CollectionTable table : known.live().values()) {
            if (table != corridors) {
                deriveAll(table);
            }
        }
        return changed;
    }

    /** Gives the ids of the features that changed. */
    private Set<String> derive(CollectionTable table, String property, Collection<String> ids) throws SQLException {
        if (ids.isEmpty() || !table.declaration().hasPeriod() || !table.has(property)) {
            return Set.of();
        }
        return deriveWhere(table, Sql.of("t." + table.column(property) + " = any(?)", (Object) ids.toArray(String[]::new)));
    }

    private Set<String> deriveWhere(CollectionTable table, Sql condition) throws SQLException {
        FeatureRows rows = new FeatureRows(connection, dialect, table);
        Set<String> ids = new HashSet<>();
        long after = 0;
        while (true) {
            List<FeatureRows.Row> chunk = new ArrayList<>(Sql.of("select " + table.selectList() + " from " + table.name() + " t where ")
                    .add(condition).add(" and t.\"fid\" > ? order by t.\"fid\" limit " + CHUNK, after)
                    .list(connection, row -> new FeatureRows.Row(CollectionTable.fid(row), null, table.read(row))));
            if (chunk.isEmpty()) {
                break;
            }
            Map<Long, Existence> different = new HashMap<>();
            for (FeatureRows.Row row : chunk) {
                StoredFeature stored = row.feature();
                Existence existence = dates.rule().of(table.declaration(), stored.feature());
                if (!existence.equals(stored.existence())) {
                    different.put(row.fid(), existence);
                    ids.add(stored.feature().id());
                }
            }
            rows.updateExistence(different);
            after = chunk.get(chunk.size() - 1).fid();
        }
        if (!ids.isEmpty()) {
            changed.add(table.id());
        }
        return ids;
    }
}
