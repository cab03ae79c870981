package org.tongcheng.catalog;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Envelope;

/**
 * Where features are kept. Threads: safe for many. Every write is durable when its method returns, and a batch is written
 * whole or not at all. Reading streams: no method but those that return a list holds more than a few rows.
 *
 * <p>Every method that names a collection throws {@link UnknownCollection} where there is none.
 */
public interface FeatureStore extends AutoCloseable {

    /** All collections, built-in ones first, then in the order in which they were declared. */
    List<CollectionDeclaration> collections();

    Optional<CollectionDeclaration> findCollection(String id);

    default CollectionDeclaration getCollection(String id) {
        return findCollection(id).orElseThrow(() -> new UnknownCollection(id));
    }

    /** Makes the collection and its table; throws {@link CollectionExists}. */
    void create(CollectionDeclaration declaration);

    /**
     * Makes the collection or brings its table up to the declaration: columns are added, titles and flags replaced. Throws
     * {@link InvalidDeclaration} where a property would change its type or the geometry its kind while features stand.
     */
    void declare(CollectionDeclaration declaration);

    /** Removes the collection; throws {@link CollectionNotEmpty} unless it is empty or {@code force}. Its log is kept. */
    void drop(String collection, boolean force);

    /** A number that grows with every write to any of these collections (to any at all where none is named). */
    long version(Collection<String> collections);

    /** When the last write that can be read was recorded: to read as of this moment is to read the present records. */
    Instant lastRecorded();

    Optional<StoredFeature> find(String collection, String id);

    default StoredFeature get(String collection, String id) {
        return find(collection, id).orElseThrow(() -> new UnknownFeature(collection, id));
    }

    /** How many features match. */
    long count(String collection, Query query);

    /**
     * Gives the page's features to {@code each} in order while reading. Returns what {@link Page#after} of the next page is,
     * or 0 where nothing follows. Features written meanwhile never make another page skip or repeat one that stood throughout.
     */
    long read(String collection, Query query, Page page, Consumer<StoredFeature> each);

    /**
     * Gives the features in view that match, those of the largest box first, points last, then as they came into the collection,
     * until {@code each} answers no, which it does where it does not take the feature, or the view's limit is reached. Their
     * properties are those the view names. Returns how many features in view that match were not taken.
     */
    long draw(String collection, Query query, View view, Predicate<StoredFeature> each);

    /** The box of all geometries, longitude and latitude; empty where there is none. */
    Optional<Envelope> extent(String collection);

    /** First day opened and last day closed (null while any is still open), empty where no feature states a period. */
    Optional<Query.Days> periodExtent(String collection);

    /** The log of a feature, oldest first; also of a deleted one. Throws {@link UnknownFeature} where it never was. */
    List<Revision> revisions(String collection, String id);

    /** The feature as revision {@code n} left it; empty where there is no such revision or it deleted the feature. */
    Optional<StoredFeature> findRevision(String collection, String id, long n);

    /** Every feature as the records stood at that moment, in order. Deleted collections included while their log stands. */
    void readRecorded(String collection, Instant recorded, Consumer<StoredFeature> each);

    /**
     * Writes all or nothing; gives the new revision number of each write (the old one where a put changed nothing). The batch is
     * asked for its writes from front to back, never for one more than 1 000 before the last, so it may be longer than memory.
     */
    List<Long> write(List<Write> batch);

    /** Keeps a question under its id; writing the same again changes nothing. */
    void keepQuestion(String answerId, String question);

    Optional<String> findQuestion(String answerId);

    /** The long questions that are being answered. */
    JobLog jobs();

    @Override
    void close();
}
