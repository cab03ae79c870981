package org.tongcheng.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.FeatureCheck;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.geometry.Crs;
import org.tongcheng.geometry.Datum;
import org.tongcheng.geometry.InvalidGeometry;
import org.tongcheng.geometry.Repair;

/** Turns a file's rows into features of a collection; the same row always gives the same feature. One thread. */
final class ImportRows {

    private static final String SOURCE_SYSTEM = "crs_source";

    private final ImportRequest request;
    private final CollectionDeclaration declaration;
    private final EntryOptions options;
    private final FeatureCheck check;
    private final GeometryEntry entry;
    private final String file;

    /** @param options those of the request, or with the system that the file names */
    ImportRows(ImportRequest request, CollectionDeclaration declaration, EntryOptions options) {
        this.request = request;
        this.declaration = declaration;
        this.options = options;
        this.check = new FeatureCheck(declaration);
        this.entry = new GeometryEntry(declaration.geometry(), options);
        this.file = request.file().getFileName().toString();
    }

    /**
     * @param feature  null where the row cannot be read
     * @param repaired null where nothing was mended
     * @param findings why the row is not fit; empty where it is
     */
    record Result(Feature feature, Repair.Repaired repaired, List<Finding> findings) {}

    Result read(SourceRow row) {
        if (row.feature() == null) {
            return new Result(null, null, List.of(new Finding(file, row.row(), null, row.code(), null, row.reason())));
        }
        List<Finding> findings = new ArrayList<>();
        String id = id(row);
        if (id == null) {
            findings.add(new Finding(file, row.row(), null, Finding.MISSING_ID, request.idColumn(), "the row has no value there"));
        }
        Geometry geometry = null;
        Repair.Repaired repaired = null;
        try {
            GeometryEntry.Admitted admitted = entry.admit(row.feature().geometry());
            geometry = admitted.geometry();
            repaired = admitted.repaired();
        } catch (InvalidGeometry e) {
            findings.add(Finding.of(file, row.row(), id, e.fault()));
        }
        FeatureCheck.Checked checked = check.check(new Feature(id, geometry, properties(row.feature())));
        checked.faults().forEach(fault -> findings.add(Finding.of(file, row.row(), id, fault)));
        return new Result(checked.feature(), repaired, findings);
    }

    Finding finding(long row, String id, String code, String place, String reason) {
        return new Finding(file, row, id, code, place, reason);
    }

    /** From the column named, else the feature's own, else the row's number. */
    private String id(SourceRow row) {
        RawFeature feature = row.feature();
        Object column = request.idColumn() == null ? null : feature.properties().get(request.idColumn());
        if (request.idColumn() != null && !(request.idColumn().equals("id") && column == null)) {
            return column == null ? null : text(column);
        }
        if (feature.id() != null) {
            return feature.id();
        }
        Object property = feature.properties().get("id");
        return property == null ? "row-" + row.row() : text(property);
    }

    private static String text(Object value) {
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString(number.longValue()) : value.toString();
    }

    private Map<String, Object> properties(RawFeature feature) {
        Map<String, Object> properties = new LinkedHashMap<>();
        feature.properties().forEach((column, value) -> {
            if (column.equals("id")) {
                return;
            }
            PropertyDeclaration property = declaration.findProperty(column)
                    .or(() -> declaration.findProperty(ColumnNames.fit(column))).orElse(null);
            properties.put(property == null ? column : property.name(), property == null ? value : typed(property, value));
        });
        if (declaration.findProperty(SOURCE_SYSTEM).isPresent() && properties.get(SOURCE_SYSTEM) == null) {
            String system = options.datum() != Datum.WGS84 ? options.datum().label()
                    : options.crs() == Crs.CRS84 ? null : options.crs().code();
            properties.put(SOURCE_SYSTEM, system);
        }
        return properties;
    }

    /** A file without types of its own: cells hold text, a Shapefile's numbers may be codes. */
    private Object typed(PropertyDeclaration property, Object value) {
        if (value instanceof String text && property.type() != PropertyType.STRING && RowFiles.format(request.file()) != RowFiles.Format.GEOJSON) {
            return CellText.read(property.type(), text);
        }
        if (property.type() == PropertyType.STRING && request.create() && value != null && !(value instanceof String)) {
            return CellText.write(value);
        }
        return value;
    }
}
