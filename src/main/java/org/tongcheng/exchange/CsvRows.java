package org.tongcheng.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.PropertyType;

/**
 * Rows of a CSV file (RFC 4180; UTF-8, a byte-order mark is passed over; the first row names the columns). Geometry stands in a
 * column {@code wkt}, or in {@code lon} and {@code lat} (also {@code longitude}, {@code latitude}; {@code x}, {@code y}), unless
 * the collection declares properties of these names; the id in {@code id}. Cells get the declared types; without a declaration
 * every value is a string.
 */
public final class CsvRows implements RowSource {

    private static final List<List<String>> PAIRS = List.of(
            List.of("lon", "lat"), List.of("longitude", "latitude"), List.of("lng", "lat"), List.of("x", "y"));

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> header;
    private final Map<String, PropertyType> types = new LinkedHashMap<>();
    private final int idColumn;
    private final int wktColumn;
    private final int lonColumn;
    private final int latColumn;
    private long row;

    /** @param declaration what the columns are; null where that is to be found out */
    public CsvRows(InputStream in, CollectionDeclaration declaration) throws IOException {
        reader = CsvReader.builder().detectBomHeader(false).allowMissingFields(true).allowExtraFields(true).skipEmptyLines(true)
                .ofCsvRecord(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT))));
        records = reader.iterator();
        CsvRecord first = record();
        if (first == null) {
            throw new MalformedInput("not CSV: the file is empty", 1, 1);
        }
        header = first.getFields().stream().map(name -> name.replace("\uFEFF", "").strip()).toList();
        requireDistinct();
        boolean withGeometry = true;
        if (declaration != null) {
            declaration.properties().forEach(property -> types.put(property.name(), property.type()));
            withGeometry = declaration.geometry() != GeometryKind.NONE;
        }
        idColumn = column("id");
        wktColumn = withGeometry ? column("wkt") : -1;
        List<String> pair = wktColumn >= 0 || !withGeometry ? List.of("", "") : pair();
        lonColumn = column(pair.get(0));
        latColumn = column(pair.get(1));
    }

    private void requireDistinct() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).isEmpty()) {
                throw new MalformedInput("not CSV with a header: column " + (i + 1) + " has no name", 1, i + 1L);
            }
            if (!names.add(header.get(i))) {
                throw new MalformedInput("not CSV with a header: two columns are called '" + header.get(i) + "'", 1, i + 1L);
            }
        }
    }

    private List<String> pair() {
        return PAIRS.stream().filter(pair -> column(pair.get(0)) >= 0 && column(pair.get(1)) >= 0).findFirst().orElse(List.of("", ""));
    }

    /** Of that name in any case of letters, unless it is a property's. */
    private int column(String name) {
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).toLowerCase(Locale.ROOT).equals(name) && !types.containsKey(header.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the file has columns for a geometry. */
    public boolean hasGeometry() {
        return wktColumn >= 0 || lonColumn >= 0;
    }

    @Override
    public SourceRow next() throws IOException {
        CsvRecord record = record();
        if (record == null) {
            return null;
        }
        row++;
        if (record.getFieldCount() > header.size()) {
            return SourceRow.bad(row, Finding.INVALID_FEATURE,
                    record.getFieldCount() + " cells in a row, " + header.size() + " columns in the header");
        }
        List<String> cells = CellText.padded(record.getFields(), header.size());
        try {
            String id = idColumn < 0 || cells.get(idColumn).isEmpty() ? null : cells.get(idColumn);
            return SourceRow.of(row, new RawFeature(id, geometry(cells), properties(cells)));
        } catch (InvalidFeature e) {
            return SourceRow.bad(row, Finding.INVALID_FEATURE, e.getMessage());
        }
    }

    private CsvRecord record() throws IOException {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException e) {
            throw malformed(e.getMessage(), e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw malformed("the file is not in UTF-8", e);
            }
            throw e.getCause();
        }
    }

    private MalformedInput malformed(String reason, RuntimeException cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String shown = root instanceof CharacterCodingException ? "the file is not in UTF-8" : reason;
        return new MalformedInput("not CSV: " + shown + " (after row " + row + ")", 0, 0);
    }

    private RawGeometry geometry(List<String> cells) {
        if (wktColumn >= 0) {
            return cells.get(wktColumn).isBlank() ? null : WktText.read(cells.get(wktColumn));
        }
        if (lonColumn < 0 || cells.get(lonColumn).isBlank() && cells.get(latColumn).isBlank()) {
            return null;
        }
        return RawGeometry.point(degrees(lonColumn, cells), degrees(latColumn, cells));
    }

    private double degrees(int column, List<String> cells) {
        Object number = CellText.read(PropertyType.NUMBER, cells.get(column));
        if (number instanceof Number value) {
            return value.doubleValue();
        }
        throw new InvalidFeature(header.get(column), "'" + cells.get(column) + "' is no number");
    }

    private Map<String, Object> properties(List<String> cells) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            if (i != idColumn && i != wktColumn && i != lonColumn && i != latColumn) {
                values.put(header.get(i), CellText.read(types.getOrDefault(header.get(i), PropertyType.STRING), cells.get(i)));
            }
        }
        return values;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
