package org.tongcheng.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.CatalogException;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.ExistenceRule;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.FeatureCheck;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.PropertyFault;
import org.tongcheng.catalog.Query;
import org.tongcheng.catalog.ReferenceCheck;
import org.tongcheng.catalog.Write;
import org.tongcheng.geometry.InvalidGeometry;

/**
 * Brings the data folder into a store: declares the built-in collections and those of {@code collections/*.json}, and, where no
 * collection has features yet, reads {@code catalog/*.geojson} and {@code catalog/*.csv}, each named after its collection.
 *
 * <p>Every id, type, reference, date and geometry is checked, and what the default catalogue promises of itself
 * ({@link CatalogueChecks}). Everything wrong is reported, by file, row and code; while anything is, no feature is stored. Codes
 * are those of {@link PropertyFault}, {@link org.tongcheng.geometry.Fault}, {@link Finding} and {@link CatalogueChecks}, and
 * {@code unknown-file}, {@code invalid-declaration} and {@code no-geometry}.
 */
public final class CatalogueLoad {

    /** A file is called like no collection. */
    public static final String UNKNOWN_FILE = "unknown-file";

    /** A declaration breaks its form. */
    public static final String INVALID_DECLARATION = "invalid-declaration";

    /** A feature of a built-in collection with geometry has none. */
    public static final String NO_GEOMETRY = "no-geometry";

    private final FeatureStore store;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Map<String, CatalogueRow>> rows = new LinkedHashMap<>();

    private CatalogueLoad(FeatureStore store) {
        this.store = store;
    }

    /** @param data folder that holds {@code catalog} and {@code collections}; either may be missing */
    public static CatalogueReport load(Path data, FeatureStore store) throws IOException {
        CatalogueLoad load = new CatalogueLoad(store);
        boolean empty = load.isEmpty();
        load.declare(data.resolve("collections"));
        if (!empty) {
            return new CatalogueReport(false, 0, load.findings);
        }
        for (Path file : files(data.resolve("catalog"))) {
            load.read(file);
        }
        load.checkReferences();
        load.findings.addAll(CatalogueChecks.check(load.rows));
        long features = load.rows.values().stream().mapToLong(Map::size).sum();
        if (load.findings.isEmpty()) {
            load.write();
        } else {
            load.findings.sort(Comparator.comparing(Finding::file).thenComparingLong(Finding::row));
        }
        return new CatalogueReport(load.findings.isEmpty() && features > 0, features, load.findings);
    }

    private boolean isEmpty() {
        return store.collections().stream().noneMatch(collection -> store.count(collection.id(), Query.ALL) > 0);
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(geojson|csv|json)$")).sorted().toList();
        }
    }

    private void declare(Path folder) throws IOException {
        List<CollectionDeclaration> builtIn = DeclarationJson.builtIn();
        builtIn.forEach(store::declare);
        for (Path file : files(folder)) {
            try (InputStream in = Files.newInputStream(file)) {
                CollectionDeclaration own = DeclarationJson.read(in);
                if (builtIn.stream().anyMatch(declaration -> declaration.id().equals(own.id()))) {
                    findings.add(Finding.ofFile(name(file), INVALID_DECLARATION, "id: '" + own.id() + "' is a built-in collection"));
                } else {
                    store.declare(own);
                }
            } catch (CatalogException e) {
                findings.add(Finding.ofFile(name(file), INVALID_DECLARATION, e.getMessage()));
            } catch (MalformedInput e) {
                findings.add(Finding.ofFile(name(file), Finding.MALFORMED, e.getMessage()));
            }
        }
    }

    private void read(Path file) throws IOException {
        String name = name(file);
        String id = name.substring(0, name.lastIndexOf('.'));
        CollectionDeclaration declaration = store.findCollection(id).orElse(null);
        if (declaration == null) {
            findings.add(Finding.ofFile(name, UNKNOWN_FILE, "there is no collection '" + id + "'"));
            return;
        }
        rows.computeIfAbsent(id, any -> new LinkedHashMap<>());
        try (InputStream in = Files.newInputStream(file); RowSource source = open(in, name, declaration)) {
            read(source, name, declaration);
        } catch (MalformedInput e) {
            findings.add(Finding.ofFile(name, Finding.MALFORMED, e.getMessage()));
        } catch (InvalidFeature e) {
            findings.add(Finding.ofFile(name, Finding.INVALID_FEATURE, e.getMessage()));
        }
    }

    private static RowSource open(InputStream in, String name, CollectionDeclaration declaration) throws IOException {
        return name.endsWith(".csv") ? new CsvRows(in, declaration) : new GeoJsonRows(in, false);
    }

    private void read(RowSource source, String file, CollectionDeclaration declaration) throws IOException {
        FeatureCheck check = new FeatureCheck(declaration);
        GeometryEntry entry = new GeometryEntry(declaration.geometry(), EntryOptions.LON_LAT);
        for (SourceRow row = source.next(); row != null; row = source.next()) {
            if (row.feature() == null) {
                findings.add(new Finding(file, row.row(), null, row.code(), null, row.reason()));
                continue;
            }
            RawFeature raw = row.feature();
            long number = row.row();
            Geometry geometry = geometry(entry, raw, file, number);
            if (raw.geometry() == null && declaration.geometry() != GeometryKind.NONE) {
                findings.add(new Finding(file, number, raw.id(), NO_GEOMETRY, "geometry", "every feature here has a place"));
            }
            FeatureCheck.Checked checked = check.check(new Feature(raw.id(), geometry, raw.properties()));
            checked.faults().forEach(fault -> findings.add(Finding.of(file, number, raw.id(), fault)));
            keep(new CatalogueRow(file, number, declaration, checked.feature()));
        }
    }

    /** Null where there is none or it cannot be taken. */
    private Geometry geometry(GeometryEntry entry, RawFeature raw, String file, long row) {
        try {
            return entry.admit(raw.geometry()).geometry();
        } catch (InvalidGeometry e) {
            findings.add(Finding.of(file, row, raw.id(), e.fault()));
            return null;
        }
    }

    private void keep(CatalogueRow row) {
        String id = row.feature().id();
        if (id == null) {
            findings.add(row.finding(Finding.MISSING_ID, "id", "every feature of a catalogue has an id"));
            return;
        }
        CatalogueRow before = rows.get(row.declaration().id()).putIfAbsent(id, row);
        if (before != null) {
            findings.add(row.finding(Finding.DUPLICATE_ID, "id", "row " + before.row() + " has the same id"));
        }
    }

    private void checkReferences() {
        ReferenceCheck references = new ReferenceCheck(
                (collection, id) -> rows.getOrDefault(collection, Map.of()).containsKey(id));
        rows.values().forEach(collection -> collection.values().forEach(row ->
                references.check(row.declaration(), row.feature())
                        .forEach(fault -> findings.add(Finding.of(row.file(), row.row(), row.feature().id(), fault)))));
    }

    /** Documents, then corridors, then what derives its dates from them, as one batch. */
    private void write() {
        Map<String, Integer> first = new HashMap<>(Map.of(ExistenceRule.DOCUMENTS, 0, ExistenceRule.CORRIDORS, 1));
        List<Write> batch = rows.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> first.getOrDefault(entry.getKey(), 2)))
                .flatMap(entry -> entry.getValue().values().stream().map(row -> (Write) new Write.Create(entry.getKey(), row.feature())))
                .toList();
        store.write(batch);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
