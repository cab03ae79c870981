package org.tongcheng.store;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.tongcheng.catalog.AsOf;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.catalog.Query;
import org.tongcheng.catalog.Status;
import org.tongcheng.catalog.View;

/** A {@link Query} as a statement on a collection's table, which goes by {@code t}. */
final class Conditions {

    private static final String GEOM = "t.\"geom\"";

    /** More areas than these are united first: each would exclude all before it. */
    private static final int MOST_AREAS = 4;

    private final Dialect dialect;
    private final CollectionTable table;

    Conditions(Dialect dialect, CollectionTable table) {
        this.dialect = dialect;
        this.table = table;
    }

    /**
     * A {@code select} of these columns; never without a {@code where}. Of several areas each is looked up by the spatial index
     * and adds what those before it did not find, since no index serves an OR.
     *
     * @param columns what is selected, of {@code t}; the first is what the whole can be ordered by
     * @param after   only features behind this place
     */
    Sql select(String columns, Query query, long after) {
        List<Geometry> areas = query.areas().size() > MOST_AREAS ? List.of(UnaryUnionOp.union(query.areas())) : query.areas();
        Sql sql = new Sql();
        for (int i = 0; i < Math.max(1, areas.size()); i++) {
            sql.add((i == 0 ? "" : " union all ") + "select " + columns + " from " + table.name() + " t where t.\"fid\" > ?", after);
            if (!areas.isEmpty()) {
                sql.add(" and ").add(dialect.meets(GEOM, areas.get(i)));
            }
            for (Geometry earlier : areas.subList(0, i)) {
                sql.add(" and not (").add(dialect.meets(GEOM, earlier)).add(")");
            }
            rest(query).forEach(condition -> sql.add(" and ").add(condition));
        }
        return sql;
    }

    /** A {@code select} of these columns of the features in view, by the box alone. */
    Sql select(String columns, Query query, View view) {
        Sql sql = Sql.of("select " + columns + " from " + table.name() + " t where ")
                .add(dialect.boxMeets(GEOM, new GeometryFactory().toGeometry(view.box())));
        GeometryKind kind = table.declaration().geometry();
        if (kind != GeometryKind.POINT && kind != GeometryKind.MULTI_POINT) {
            String span = "t." + CollectionTable.SPAN;
            sql.add(kind == GeometryKind.ANY ? " and (" + span + " is null or " + span + " >= ?)" : " and " + span + " >= ?", view.leastSpan());
        }
        rest(query).forEach(condition -> sql.add(" and ").add(condition));
        return sql;
    }

    /** A {@code select} of these columns of the features that stand at these places and match; looked up in order, as they lie on disk. */
    Sql select(String columns, Query query, long[] fids) {
        Sql sql = Sql.of("select " + columns + " from " + table.name() + " t where t.\"fid\" = any(?)",
                (Object) Arrays.stream(fids).sorted().boxed().toArray(Long[]::new));
        rest(query).forEach(condition -> sql.add(" and ").add(condition));
        return sql;
    }

    /** Whether the query says nothing but where to look. */
    boolean takesAll(Query query) {
        return rest(query).isEmpty();
    }

    private List<Sql> rest(Query query) {
        List<Sql> all = new ArrayList<>();
        if (query.meeting() != null) {
            all.add(dialect.meets(GEOM, query.meeting()));
        }
        if (query.inside() != null) {
            all.add(dialect.coveredBy(GEOM, query.inside()));
        }
        if (table.declaration().hasPeriod()) {
            if (query.during() != null) {
                all.add(during(query.during()));
            }
            if (query.asOf() != null) {
                all.add(exists(query.asOf()));
            }
        }
        query.equal().forEach((property, value) -> all.add(equal(property, value)));
        if (!query.ids().isEmpty()) {
            all.add(Sql.of("t.\"id\" = any(?)", (Object) query.ids().stream().filter(Conditions::storable).toArray(String[]::new)));
        }
        return all;
    }

    /** Whether a database can hold this text: PostgreSQL takes neither NUL nor half a surrogate pair. What it cannot hold is not there. */
    static boolean storable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static Sql during(Query.Days days) {
        Sql sql = Sql.of("1 = 1");
        if (days.to() != null) {
            sql.add(" and (t.\"opened_day\" is null or t.\"opened_day\" <= ?)", days.to());
        }
        if (days.from() != null) {
            sql.add(" and (t.\"closed_day\" is null or t.\"closed_day\" > ?)", days.from());
        }
        return sql;
    }

    /** SQL's twin of {@link org.tongcheng.catalog.Existence#existsAt}. */
    private static Sql exists(AsOf asOf) {
        LocalDate date = asOf.date();
        Sql sql = Sql.of("(t.\"closed_day\" is null or t.\"closed_day\" > ?) and (t.\"built_from\" <= ?", date, date);
        List<String> added = Arrays.stream(Status.values()).filter(asOf.scenario()::adds).map(Status::label).toList();
        if (!added.isEmpty()) {
            sql.add(" or t.\"known_from\" <= ? and t.\"plan_status\" = any(?)", date, added.toArray(String[]::new));
            if (asOf.horizon() != null) {
                sql.add(" and (t.\"due_year\" is null or t.\"due_year\" <= ?)", asOf.horizon());
            }
        }
        return sql.add(")");
    }

    private Sql equal(String property, Object value) {
        PropertyType type = table.declaration().findProperty(property).map(PropertyDeclaration::type).orElse(null);
        String column = "t." + table.column(property);
        if (value instanceof String text && !storable(text)) {
            return Sql.of("1 = 0");
        }
        return switch (type) {
            case ARRAY -> dialect.arrayHolds(column, Json.elements(value));
            case OBJECT -> dialect.equal(column, type, Json.text(value));
            default -> dialect.equal(column, type, value);
        };
    }
}
