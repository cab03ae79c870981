package org.tongcheng.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.CollectionExists;
import org.tongcheng.catalog.CollectionNotEmpty;
import org.tongcheng.catalog.ExistenceRule;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.InvalidDeclaration;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.Revision.Operation;

/**
 * Makes, widens and drops collections. Where the database ends a transaction at each change of a table (H2), the order of the
 * steps is such that a process killed between two of them leaves a table too many or a column too many, never one too few.
 */
final class Definitions {

    /** Properties from which existence is derived. */
    private static final Set<String> DATING =
            Set.of("opened", "closed", "planned_opening", "target_year", "status_at_doc", "document", "corridor_id", "date");

    private final Connection connection;
    private final Dialect dialect;
    private final Declarations.Known known;
    private final Clock clock;

    Definitions(Connection connection, Dialect dialect, Declarations.Known known) throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        this.known = known;
        this.clock = Clock.load(connection);
    }

    void create(CollectionDeclaration declaration) throws SQLException {
        if (known.live().containsKey(declaration.id())) {
            throw new CollectionExists(declaration.id());
        }
        make(new CollectionTable(declaration, dialect));
    }

    void declare(CollectionDeclaration declaration) throws SQLException {
        CollectionTable table = new CollectionTable(declaration, dialect);
        CollectionTable before = known.live().get(declaration.id());
        if (before == null) {
            make(table);
        } else if (!before.declaration().equals(declaration)) {
            if (isEmpty(before)) {
                setDropped(before.id());
                connection.commit();
                make(table);
            } else {
                widen(before, table);
            }
        }
    }

    void drop(String collection, boolean force) throws SQLException {
        CollectionTable table = known.get(collection);
        if (!force && !isEmpty(table)) {
            throw new CollectionNotEmpty(collection);
        }
        logDeletes(table);
        setDropped(collection);
        clock.nextDeclared();
        if (othersDependOn(collection)) {
            deriveOthers(known.without(collection));
        }
        clock.save(connection);
        if (dialect.definitionsCommit()) {
            connection.commit();
        }
        execute("drop table if exists " + table.name());
    }

    private void make(CollectionTable table) throws SQLException {
        execute("drop table if exists " + table.name());
        execute(table.create(dialect));
        if (table.declaration().geometry() != GeometryKind.NONE) {
            execute(dialect.spatialIndex(Names.index(table.name(), "geom"), table.name()));
            indexSpan(table);
        }
        for (PropertyDeclaration property : table.declaration().properties()) {
            index(table, property);
        }
        long version = clock.nextDeclared();
        String text = Json.text(table.declaration());
        int updated = Sql.of("update collections set declaration = ?, dropped = false, features = 0, version = ?", text, version)
                .add(known.live().containsKey(table.id()) ? "" : ", ordinal = " + version)
                .add(" where id = ?", table.id())
                .update(connection);
        if (updated == 0) {
            Sql.of("insert into collections (id, ordinal, declaration, dropped, features, version) values (?, ?, ?, false, 0, ?)",
                    table.id(), version, text, version).update(connection);
        }
        clock.save(connection);
    }

    /** Adds the derived column to tables made before there was one. */
    void addSpans() throws SQLException {
        for (CollectionTable table : known.live().values()) {
            execute("alter table " + table.name() + " add column if not exists " + CollectionTable.SPAN + " " + dialect.spanType());
            if (table.declaration().geometry() != GeometryKind.NONE) {
                indexSpan(table);
            }
        }
    }

    private void indexSpan(CollectionTable table) throws SQLException {
        execute("create index if not exists " + Names.index(table.name(), CollectionTable.SPAN) + " on " + table.name()
                + " (" + CollectionTable.SPAN + " desc nulls last)");
    }

    private void widen(CollectionTable before, CollectionTable after) throws SQLException {
        refuseOtherKinds(before.declaration(), after.declaration());
        for (PropertyDeclaration property : before.declaration().properties()) {
            if (!after.has(property.name())) {
                removeUnused(before, property);
            } else if (CollectionTable.indexed(property)
                    && !CollectionTable.indexed(after.declaration().findProperty(property.name()).orElseThrow())) {
                execute("drop index if exists " + Names.index(before.name(), before.column(property.name())));
            }
        }
        for (PropertyDeclaration property : after.declaration().properties()) {
            if (!before.has(property.name())) {
                execute("alter table " + after.name() + " add column if not exists " + after.column(property.name()) + " "
                        + dialect.columnType(property.type()));
            }
            index(after, property);
        }
        Sql.of("update collections set declaration = ?, version = ? where id = ?",
                Json.text(after.declaration()), clock.nextDeclared(), after.id()).update(connection);
        if (!dating(before.declaration()).equals(dating(after.declaration()))) {
            Declarations.Known now = known.with(after);
            if (othersDependOn(after.id())) {
                deriveOthers(now);
            } else {
                new Dependents(connection, dialect, now, Dates.present(connection, now)).deriveAll(after);
            }
        }
        clock.save(connection);
    }

    private static boolean othersDependOn(String collection) {
        return collection.equals(ExistenceRule.DOCUMENTS) || collection.equals(ExistenceRule.CORRIDORS);
    }

    private void deriveOthers(Declarations.Known now) throws SQLException {
        for (String changed : new Dependents(connection, dialect, now, Dates.present(connection, now)).deriveEverything()) {
            Sql.of("update collections set version = ? where id = ?", clock.last(), changed).update(connection);
        }
    }

    private static void refuseOtherKinds(CollectionDeclaration before, CollectionDeclaration after) {
        if (before.geometry() != after.geometry()) {
            throw new InvalidDeclaration("'" + after.id() + "' holds features, so its geometry stays " + before.geometry().label()
                    + " and cannot be " + after.geometry().label());
        }
        for (PropertyDeclaration property : after.properties()) {
            before.findProperty(property.name()).filter(old -> old.type() != property.type()).ifPresent(old -> {
                throw new InvalidDeclaration("'" + after.id() + "' holds features, so the type of '" + property.name() + "' stays "
                        + old.type().label() + " and cannot be " + property.type().label());
            });
        }
    }

    private void removeUnused(CollectionTable table, PropertyDeclaration property) throws SQLException {
        String column = table.column(property.name());
        if (Sql.of("select 1 from " + table.name() + " where " + column + " is not null limit 1").first(connection, row -> true) != null) {
            throw new InvalidDeclaration("features of '" + table.id() + "' have a value of '" + property.name() + "', so it stays declared");
        }
        execute("drop index if exists " + Names.index(table.name(), column));
        execute("alter table " + table.name() + " drop column if exists " + column);
    }

    private void index(CollectionTable table, PropertyDeclaration property) throws SQLException {
        if (!CollectionTable.indexed(property)) {
            return;
        }
        String column = table.column(property.name());
        String sql = dialect.queryableIndex(Names.index(table.name(), column), table.name(), column, property.type());
        if (sql != null) {
            execute(sql);
        }
    }

    /** The log says of every feature that it is gone. */
    private void logDeletes(CollectionTable table) throws SQLException {
        long after = 0;
        while (true) {
            List<RevisionLog.Entry> entries =
                    Sql.of("select \"id\", \"revision\", \"fid\" from " + table.name() + " where \"fid\" > ? order by \"fid\" limit 1000", after)
                            .list(connection, row -> new RevisionLog.Entry(clock.next(), row.getString(1), row.getLong(2) + 1,
                                    row.getLong(3), Operation.DELETE, null, null));
            if (entries.isEmpty()) {
                return;
            }
            RevisionLog.append(connection, table.id(), entries);
            after = entries.get(entries.size() - 1).fid();
        }
    }

    private boolean isEmpty(CollectionTable table) throws SQLException {
        return Sql.of("select 1 from " + table.name() + " limit 1").first(connection, row -> true) == null;
    }

    private void setDropped(String collection) throws SQLException {
        Sql.of("update collections set dropped = true, features = 0 where id = ?", collection).update(connection);
    }

    private static Set<String> dating(CollectionDeclaration declaration) {
        return declaration.properties().stream().map(PropertyDeclaration::name).filter(DATING::contains).collect(Collectors.toSet());
    }

    private void execute(String sql) throws SQLException {
        Sql.of(sql).update(connection);
    }
}
