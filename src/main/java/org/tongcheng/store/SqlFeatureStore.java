package org.tongcheng.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Envelope;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.JobLog;
import org.tongcheng.catalog.Page;
import org.tongcheng.catalog.Query;
import org.tongcheng.catalog.Revision;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.catalog.UnknownFeature;
import org.tongcheng.catalog.View;
import org.tongcheng.catalog.Write;

/** The store in a database; the {@link Dialect} says in which. Keeps nothing in memory but what it checks at each use. */
final class SqlFeatureStore implements FeatureStore {

    private final Database database;
    private final Dialect dialect;
    private final Declarations declarations;
    private final Map<String, Measured> measured = new ConcurrentHashMap<>();

    private final Overviews overviews;

    SqlFeatureStore(Database database) {
        this.database = database;
        this.dialect = database.dialect();
        this.declarations = new Declarations(dialect);
        this.overviews = new Overviews(dialect);
    }

    /** Brings tables that an earlier version made up to this one. */
    void bringUpToDate() {
        boolean all = database.read("looking at the tables", c -> Sql.of("select count(*) from information_schema.columns"
                        + " where table_schema = current_schema and column_name = ?", CollectionTable.SPAN.replace("\"", ""))
                .first(c, row -> row.getInt(1))) >= collections().size();
        if (!all) {
            database.define("bringing the tables up to date", c -> {
                new Definitions(c, dialect, declarations.current(c)).addSpans();
                return null;
            });
        }
    }

    /** What a whole collection had to be read for, and the version it holds for. */
    private record Measured(long version, Optional<Envelope> extent, Optional<Query.Days> period) {}

    @Override
    public List<CollectionDeclaration> collections() {
        return database.read("listing the collections", c ->
                declarations.current(c).live().values().stream().map(CollectionTable::declaration).toList());
    }

    @Override
    public Optional<CollectionDeclaration> findCollection(String id) {
        return database.read("looking up collection '" + id + "'", c ->
                Optional.ofNullable(declarations.current(c).live().get(id)).map(CollectionTable::declaration));
    }

    @Override
    public void create(CollectionDeclaration declaration) {
        database.define("making collection '" + declaration.id() + "'", c -> {
            new Definitions(c, dialect, declarations.current(c)).create(declaration);
            return null;
        });
    }

    @Override
    public void declare(CollectionDeclaration declaration) {
        if (findCollection(declaration.id()).filter(declaration::equals).isPresent()) {
            return;
        }
        database.define("declaring collection '" + declaration.id() + "'", c -> {
            new Definitions(c, dialect, declarations.current(c)).declare(declaration);
            return null;
        });
    }

    @Override
    public void drop(String collection, boolean force) {
        database.define("dropping collection '" + collection + "'", c -> {
            new Definitions(c, dialect, declarations.current(c)).drop(collection, force);
            return null;
        });
    }

    @Override
    public long version(Collection<String> collections) {
        return database.readSingly("reading the version of " + collections, c -> {
            if (collections.isEmpty()) {
                return Sql.of("select seq from store_clock where id = 1").first(c, row -> row.getLong(1));
            }
            record Versions(long declared, long latest) {}
            Versions versions = Sql.of("select " + Declarations.DECLARED + ", max(version) from collections where id = any(?)",
                    (Object) collections.toArray(String[]::new)).first(c, row -> new Versions(row.getLong(1), row.getLong(2)));
            collections.forEach(declarations.current(c, versions.declared())::get);
            return versions.latest();
        });
    }

    @Override
    public Instant lastRecorded() {
        return database.read("reading when the last write was recorded", c -> Clock.load(c).lastRecorded());
    }

    @Override
    public Optional<StoredFeature> find(String collection, String id) {
        return reading("reading '" + collection + "/" + id + "'", collection, reader -> reader.find(id));
    }

    @Override
    public long count(String collection, Query query) {
        return reading("counting '" + collection + "'", collection, reader -> reader.count(query));
    }

    @Override
    public long read(String collection, Query query, Page page, Consumer<StoredFeature> each) {
        boolean[] given = {false};
        return database.read("reading '" + collection + "'", () -> !given[0], c ->
                new FeatureReader(c, dialect, declarations.current(c).get(collection)).read(query, page, feature -> {
                    given[0] = true;
                    each.accept(feature);
                }));
    }

    @Override
    public long draw(String collection, Query query, View view, Predicate<StoredFeature> each) {
        return new Drawing(database, declarations, overviews, query, view).draw(collection, each);
    }

    @Override
    public Optional<Envelope> extent(String collection) {
        return measured(collection).extent();
    }

    @Override
    public Optional<Query.Days> periodExtent(String collection) {
        return measured(collection).period();
    }

    @Override
    public List<Revision> revisions(String collection, String id) {
        return database.read("reading the log of '" + collection + "/" + id + "'", c -> {
            declarations.current(c).getLogged(collection);
            List<Revision> revisions = Conditions.storable(id) ? RevisionLog.of(c, collection, id) : List.of();
            if (revisions.isEmpty()) {
                throw new UnknownFeature(collection, id);
            }
            return revisions;
        });
    }

    @Override
    public Optional<StoredFeature> findRevision(String collection, String id, long n) {
        return database.read("reading revision " + n + " of '" + collection + "/" + id + "'", c -> {
            Declarations.Known known = declarations.current(c);
            CollectionTable table = known.getLogged(collection);
            if (!Conditions.storable(id)) {
                return Optional.empty();
            }
            StoredFeature found = RevisionLog.one(collection, id, n)
                    .first(c, row -> new StoredFeature(RevisionLog.read(table.declaration(), row), row.getLong(2), null));
            return Optional.ofNullable(found).map(stored -> new StoredFeature(
                    stored.feature(),
                    stored.revision(),
                    Dates.latestRecorded(c, known).rule().of(table.declaration(), stored.feature())));
        });
    }

    @Override
    public void readRecorded(String collection, Instant recorded, Consumer<StoredFeature> each) {
        boolean[] given = {false};
        String attempt = "reading '" + collection + "' as recorded at " + recorded;
        database.read(attempt, () -> !given[0], c -> {
            if (recorded.isAfter(Clock.load(c).lastRecorded())) {
                // a write that is on its way may carry this time or an earlier one
                database.awaitWriters(c);
            }
            Declarations.Known known = declarations.current(c);
            CollectionTable table = known.getLogged(collection);
            long seq = RevisionLog.lastSeq(c, recorded);
            Dates dates = Dates.allRecorded(c, known, seq);
            try (Rows rows = Rows.of(RevisionLog.all(collection, seq), c)) {
                while (rows.next()) {
                    StoredFeature feature = recorded(table.declaration(), dates, rows.row());
                    rows.took(Wkb.size(feature.feature().geometry()));
                    given[0] = true;
                    each.accept(feature);
                }
            }
            return null;
        });
    }

    @Override
    public List<Long> write(List<Write> batch) {
        if (batch.isEmpty()) {
            return List.of();
        }
        return database.write("writing " + batch.size() + " features, the first into '" + batch.get(0).collection() + "',",
                c -> new FeatureWriter(c, dialect, declarations.current(c)).write(batch));
    }

    @Override
    public void keepQuestion(String answerId, String question) {
        if (findQuestion(answerId).isPresent()) {
            return;
        }
        database.aside("keeping question '" + answerId + "'", c -> {
            try {
                Sql.of("insert into questions (answer_id, question) values (?, ?)", answerId, question).update(c);
            } catch (SQLException e) {
                if (!"23505".equals(e.getSQLState())) {
                    throw e;
                }
                c.rollback();
            }
            return null;
        });
    }

    @Override
    public Optional<String> findQuestion(String answerId) {
        if (!Conditions.storable(answerId)) {
            return Optional.empty();
        }
        return database.read("looking up question '" + answerId + "'", c -> Optional.ofNullable(
                Sql.of("select question from questions where answer_id = ?", answerId).first(c, row -> row.getString(1))));
    }

    @Override
    public JobLog jobs() {
        return new SqlJobLog(database);
    }

    @Override
    public void close() {
        database.close();
    }

    /** The plan by which the database would read a page; for tests that an index is used. */
    String plan(String collection, Query query, Page page) {
        return database.read("explaining", c -> {
            Sql sql = new FeatureReader(c, dialect, declarations.current(c).get(collection)).page(query, page);
            return String.join("\n", Sql.of("explain ").add(sql).list(c, row -> row.getString(1)));
        });
    }

    /** Runs statements that change tables; for tests that make a table as earlier versions made it. */
    void define(String... statements) {
        database.define("changing tables", c -> {
            for (String statement : statements) {
                Sql.of(statement).update(c);
            }
            return null;
        });
    }

    private interface Reading<T> {
        T with(FeatureReader reader) throws SQLException;
    }

    private <T> T reading(String attempt, String collection, Reading<T> work) {
        return database.read(attempt, c -> work.with(new FeatureReader(c, dialect, declarations.current(c).get(collection))));
    }

    private Measured measured(String collection) {
        return database.read("measuring '" + collection + "'", c -> {
            CollectionTable table = declarations.current(c).get(collection);
            long version = Sql.of("select version from collections where id = ?", collection).first(c, row -> row.getLong(1));
            Measured known = measured.get(collection);
            if (known != null && known.version() == version) {
                return known;
            }
            FeatureReader reader = new FeatureReader(c, dialect, table);
            Measured fresh = new Measured(version, reader.extent(), reader.periodExtent());
            measured.put(collection, fresh);
            return fresh;
        });
    }

    private static StoredFeature recorded(CollectionDeclaration declaration, Dates dates, ResultSet row) throws SQLException {
        var feature = RevisionLog.read(declaration, row);
        return new StoredFeature(feature, row.getLong(2), dates.rule().of(declaration, feature));
    }
}
