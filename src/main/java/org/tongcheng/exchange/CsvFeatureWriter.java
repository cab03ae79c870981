package org.tongcheng.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.StoredFeature;

/**
 * CSV as {@link CsvRows} reads it: {@code id}, the declared properties, then {@code lon} and {@code lat} of a collection of points
 * or {@code wkt} of any other with geometry.
 */
public final class CsvFeatureWriter implements FeatureFileWriter {

    private final CollectionDeclaration declaration;
    private final boolean points;
    private final boolean shapes;
    private final CsvWriter csv;

    /** Writes the header; closes the writer in the end. */
    public CsvFeatureWriter(Writer out, CollectionDeclaration declaration) {
        this.declaration = declaration;
        this.points = declaration.geometry() == GeometryKind.POINT
                && declaration.findProperty("lon").isEmpty() && declaration.findProperty("lat").isEmpty();
        this.shapes = !points && declaration.geometry() != GeometryKind.NONE && declaration.findProperty("wkt").isEmpty();
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        List<String> header = new ArrayList<>(List.of("id"));
        declaration.properties().forEach(property -> header.add(property.name()));
        if (points) {
            header.addAll(List.of("lon", "lat"));
        } else if (shapes) {
            header.add("wkt");
        }
        csv.writeRecord(header);
    }

    @Override
    public void write(StoredFeature feature) {
        List<String> cells = new ArrayList<>(List.of(feature.feature().id()));
        for (PropertyDeclaration property : declaration.properties()) {
            cells.add(CellText.write(feature.feature().value(property.name())));
        }
        Geometry geometry = feature.feature().geometry();
        if (points) {
            cells.add(geometry instanceof Point point ? CellText.write(point.getX()) : "");
            cells.add(geometry instanceof Point point ? CellText.write(point.getY()) : "");
        } else if (shapes) {
            cells.add(geometry == null ? "" : WktText.write(geometry));
        }
        csv.writeRecord(cells);
    }

    @Override
    public List<String> notes() {
        return points || shapes || declaration.geometry() == GeometryKind.NONE
                ? List.of() : List.of("the geometry is left out: a property has the name of its column");
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
