package org.tongcheng.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.CollectionExists;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.PropertyFault;
import org.tongcheng.catalog.ReferenceCheck;
import org.tongcheng.catalog.Write;

/**
 * Brings a file's rows into a collection, all or none. The file is read twice, once to check every row and once to write (and a
 * time before to find out the collection that is to be made), so that it may be larger than memory: only its ids are held.
 *
 * <p>An id is the value of the column asked for, else the feature's own, else {@code row-N}. A row whose id stands in the
 * collection already replaces what stands there.
 */
public final class FileImport {

    private final ImportRequest request;
    private final FeatureStore store;
    private final LongConsumer progress;
    private final List<Finding> findings = new ArrayList<>();
    private final List<ImportReport.Mended> repaired = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Long> rowOfId = new HashMap<>();
    private final Set<Long> badRows = new HashSet<>();
    private final Map<Long, Feature> pending = new HashMap<>();
    private final Map<String, Boolean> inStore = new HashMap<>();
    private long read;
    private long numbered;

    private FileImport(ImportRequest request, FeatureStore store, LongConsumer progress) {
        this.request = request;
        this.store = store;
        this.progress = progress;
    }

    /**
     * Throws {@link MalformedInput} or {@link InvalidFeature} where the file as a whole cannot be read, and what the catalogue
     * throws for a collection that is not there, or is already.
     *
     * @param progress takes bytes read since the last call; a file is read {@link #passes} times
     */
    public static ImportReport run(ImportRequest request, FeatureStore store, LongConsumer progress) throws IOException {
        return new FileImport(request, store, progress).run();
    }

    /** How often the file is read. */
    public static int passes(ImportRequest request) {
        return 1 + (request.create() ? 1 : 0) + (request.dryRun() ? 0 : 1);
    }

    private ImportReport run() throws IOException {
        CollectionDeclaration declaration = declaration();
        ImportRows rows = check(declaration);
        long accepted = read - badRows.size();
        boolean fit = badRows.isEmpty() || request.skipInvalid() && accepted > 0;
        if (numbered > 0) {
            notes.add(numbered + " rows have no id of their own; each is called row-N after its number in the file");
        }
        if (fit && !request.dryRun()) {
            write(declaration, rows, accepted);
        }
        return new ImportReport(read, accepted, repaired, badRows.size(), findings, notes, fit && !request.dryRun());
    }

    private CollectionDeclaration declaration() throws IOException {
        if (!request.create()) {
            return store.getCollection(request.collection());
        }
        if (store.findCollection(request.collection()).isPresent()) {
            throw new CollectionExists(request.collection());
        }
        try (RowSource source = open(null)) {
            CollectionDeclaration found = Inference.declaration(
                    source, request.collection(), RowFiles.format(request.file()) == RowFiles.Format.CSV, request.idColumn());
            found.properties().stream().filter(property -> !property.title().zh().equals(property.name())).forEach(property ->
                    notes.add("column '" + property.title().zh() + "' is called '" + property.name() + "'"));
            return found;
        }
    }

    private RowSource open(CollectionDeclaration declaration) throws IOException {
        return RowFiles.open(request.file(), declaration, request.systemNamed(), progress);
    }

    private ImportRows check(CollectionDeclaration declaration) throws IOException {
        try (RowSource source = open(declaration)) {
            ImportRows rows = rows(declaration, source);
            ReferenceCheck references = new ReferenceCheck(this::exists);
            for (SourceRow row = source.next(); row != null; row = source.next()) {
                read++;
                if (read == 1 && row.feature() != null) {
                    requireIdColumn(row.feature());
                }
                ImportRows.Result result = rows.read(row);
                keep(rows, row, result);
                if (result.feature() != null && !references.check(declaration, result.feature()).isEmpty()) {
                    pending.put(row.row(), new Feature(result.feature().id(), null, result.feature().properties()));
                }
            }
            checkPending(declaration, rows, references);
            return rows;
        }
    }

    private ImportRows rows(CollectionDeclaration declaration, RowSource source) {
        EntryOptions options = source instanceof ShapefileRows shapefile && !request.systemNamed()
                ? request.options().withCrs(shapefile.crs()) : request.options();
        return new ImportRows(request, declaration, options);
    }

    private void requireIdColumn(RawFeature first) {
        String column = request.idColumn();
        if (column != null && !first.properties().containsKey(column) && !(column.equals("id") && first.id() != null)) {
            throw new InvalidFeature("", "there is no column '" + column + "'; there are " + first.properties().keySet());
        }
    }

    private void keep(ImportRows rows, SourceRow row, ImportRows.Result result) {
        List<Finding> found = new ArrayList<>(result.findings());
        String id = result.feature() == null ? null : result.feature().id();
        if (id != null) {
            Long before = rowOfId.putIfAbsent(id, row.row());
            if (before != null) {
                found.add(rows.finding(row.row(), id, Finding.DUPLICATE_ID, "id", "row " + before + " has the same id"));
            }
            numbered += id.equals("row-" + row.row()) ? 1 : 0;
        }
        if (!found.isEmpty()) {
            bad(row.row(), found);
        } else if (result.repaired() != null) {
            repaired.add(new ImportReport.Mended(
                    row.row(), id, result.repaired().areaBeforeKm2(), result.repaired().areaAfterKm2()));
        }
    }

    private void bad(long row, List<Finding> found) {
        badRows.add(row);
        found.stream().limit(Math.max(0, ImportReport.MOST_FINDINGS - findings.size())).forEach(findings::add);
    }

    /** References to rows further down could not be told before; a row left out leaves those that name it without it. */
    private void checkPending(CollectionDeclaration declaration, ImportRows rows, ReferenceCheck references) {
        int before;
        do {
            before = badRows.size();
            pending.forEach((row, feature) -> {
                List<PropertyFault> faults = badRows.contains(row) ? List.of() : references.check(declaration, feature);
                if (!faults.isEmpty()) {
                    String file = request.file().getFileName().toString();
                    bad(row, faults.stream().map(fault -> Finding.of(file, row, feature.id(), fault)).toList());
                }
            });
        } while (badRows.size() > before);
    }

    private boolean exists(String collection, String id) {
        if (collection.equals(request.collection())) {
            Long row = rowOfId.get(id);
            if (row != null && !badRows.contains(row)) {
                return true;
            }
        }
        return inStore.computeIfAbsent(collection + "/" + id, any ->
                store.findCollection(collection).isPresent() && store.find(collection, id).isPresent());
    }

    private void write(CollectionDeclaration declaration, ImportRows rows, long accepted) throws IOException {
        boolean written = false;
        if (request.create()) {
            store.create(declaration);
        }
        try (RowSource source = open(declaration)) {
            store.write(new WriteList(Math.toIntExact(accepted), () -> nextWrite(source, rows)));
            written = true;
        } finally {
            if (!written && request.create()) {
                store.drop(request.collection(), true);
            }
        }
    }

    private Write nextWrite(RowSource source, ImportRows rows) {
        try {
            SourceRow row = source.next();
            while (row != null && badRows.contains(row.row())) {
                row = source.next();
            }
            ImportRows.Result result = row == null ? null : rows.read(row);
            if (result == null || !result.findings().isEmpty()) {
                throw new MalformedInput("'" + request.file().getFileName() + "' changed while it was read; nothing is stored", 0, 0);
            }
            return new Write.Put(request.collection(), result.feature());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
