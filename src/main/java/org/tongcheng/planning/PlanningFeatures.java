package org.tongcheng.planning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.Page;
import org.tongcheng.catalog.Query;
import org.tongcheng.catalog.Revision;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.catalog.UnknownFeature;

/**
 * Where questions get their {@link Records} from: the present ones, or those of a past moment, out of a store.
 *
 * <p>Present records are kept as long as the store's version of each built-in collection stays what it was; a collection that
 * did not change is not read again when another did. Past ones are kept by their moment. Threads: safe for many.
 */
public final class PlanningFeatures {

    /** How many features of whole collections are kept in memory at the most: about a hundred megabytes. */
    private static final long MOST_FEATURES = 60_000;

    private static final int MOST_MOMENTS = 2;
    private static final int TRIES = 5;

    private final FeatureStore store;
    private final Cache<Standing, Records> present = Caffeine.newBuilder().maximumSize(2).build();
    private final Cache<Instant, Records> past = Caffeine.newBuilder().maximumSize(MOST_MOMENTS).build();
    private final Cache<Version, List<StoredFeature>> whole = Caffeine.newBuilder()
            .maximumWeight(MOST_FEATURES)
            .weigher((Version key, List<StoredFeature> features) -> features.size() + 1)
            .build();

    private final Cache<Recorded, List<StoredFeature>> recorded = Caffeine.newBuilder()
            .maximumWeight(MOST_FEATURES)
            .weigher((Recorded key, List<StoredFeature> features) -> features.size() + 1)
            .build();

    /** A user's collection as it stood at a moment. */
    private record Recorded(String collection, Instant moment) {}

    private record Version(String collection, long number) {}

    /** What the present records follow from. */
    private record Standing(List<CollectionDeclaration> collections, List<Long> versions) {}

    public PlanningFeatures(FeatureStore store) {
        this.store = store;
    }

    /**
     * The records as they stood at {@code recorded}; the present ones for null. What is recorded up to then but not yet readable,
     * because its writer has not finished, is not among them, now or when their {@link Records#moment()} is asked for again.
     */
    public Records at(Instant recorded) {
        Instant last = store.lastRecorded();
        if (recorded != null && recorded.isBefore(last)) {
            return past.get(recorded, this::open);
        }
        for (int i = 0; i < TRIES; i++) {
            List<CollectionDeclaration> collections = store.collections();
            List<Long> versions = versions(collections);
            if (store.lastRecorded().equals(last)) {
                Instant moment = last;
                return present.get(new Standing(collections, versions), s -> present(s, moment));
            }
            last = store.lastRecorded();
        }
        return past.get(last, this::open);
    }

    private Records open(Instant moment) {
        return new Records(moment, store.collections(), c -> readRecorded(c, moment), this::findRecorded,
                (c, query, most) -> readMatching(c, query, most, moment));
    }

    /** The versions of the built-in collections and, last, of everything, for features of other collections. */
    private List<Long> versions(List<CollectionDeclaration> collections) {
        List<Long> versions = new ArrayList<>();
        for (CollectionDeclaration collection : collections) {
            if (Collections.ALL.contains(collection.id())) {
                versions.add(store.version(List.of(collection.id())));
            }
        }
        versions.add(store.version(List.of()));
        return versions;
    }

    private Records present(Standing standing, Instant moment) {
        Map<String, Long> byCollection = new HashMap<>();
        int next = 0;
        for (CollectionDeclaration collection : standing.collections()) {
            if (Collections.ALL.contains(collection.id())) {
                byCollection.put(collection.id(), standing.versions().get(next++));
            }
        }
        return new Records(moment, standing.collections(), c -> read(c, byCollection.get(c), moment), this::findRecorded,
                (c, query, most) -> readMatching(c, query, most, moment));
    }

    /** Reads a collection as it is while it still has that version, else as it was at that moment. */
    private List<StoredFeature> read(String collection, long version, Instant moment) {
        return whole.get(new Version(collection, version), key -> {
            List<StoredFeature> features = new ArrayList<>();
            store.read(collection, Query.ALL, Page.first(Page.EVERYTHING), features::add);
            return store.version(List.of(collection)) == version ? List.copyOf(features) : readRecorded(collection, moment);
        });
    }

    /** Reads what matches while nothing was written since that moment, else all that stood then, which is kept where it is not too much. */
    private List<StoredFeature> readMatching(String collection, Query query, int most, Instant moment) {
        if (store.lastRecorded().equals(moment)) {
            List<StoredFeature> features = new ArrayList<>();
            store.read(collection, query, Page.first(most), features::add);
            if (store.lastRecorded().equals(moment)) {
                return features;
            }
        }
        List<StoredFeature> matching =
                Records.matching(recorded.get(new Recorded(collection, moment), key -> readRecorded(collection, moment)), query);
        return matching.subList(0, Math.min(most, matching.size()));
    }

    private List<StoredFeature> readRecorded(String collection, Instant moment) {
        List<StoredFeature> features = new ArrayList<>();
        store.readRecorded(collection, moment, features::add);
        return List.copyOf(features);
    }

    private Optional<StoredFeature> findRecorded(FeatureRef feature, Instant moment) {
        try {
            Revision last = null;
            for (Revision revision : store.revisions(feature.collection(), feature.id())) {
                if (!revision.recorded().isAfter(moment)) {
                    last = revision;
                }
            }
            return last == null ? Optional.empty() : store.findRevision(feature.collection(), feature.id(), last.n());
        } catch (UnknownFeature e) {
            return Optional.empty();
        }
    }
}
