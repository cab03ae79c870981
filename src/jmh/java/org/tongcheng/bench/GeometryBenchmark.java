package org.tongcheng.bench;

import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.tongcheng.geometry.Crs;
import org.tongcheng.geometry.Datum;
import org.tongcheng.geometry.Geodesy;
import org.tongcheng.geometry.Validity;

/** What every request does to geometry: per parcel of ten vertices, and per point. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class GeometryBenchmark {

    private final Geometry parcel = new Parcels(100).feature(42, 1).geometry();
    private final Coordinate point = new Coordinate(118.0894, 24.4798);
    private final Coordinate shifted = Datum.GCJ_02.fromWgs84(point);
    private final Crs zone = Crs.findByCode("EPSG:4549").orElseThrow();

    @Benchmark
    public double areaOfParcel() {
        return Geodesy.areaSquareMetres(parcel);
    }

    @Benchmark
    public Object validityOfParcel() {
        return Validity.findFault(parcel);
    }

    @Benchmark
    public Geometry parcelTo4549() {
        return zone.fromLonLat(parcel);
    }

    @Benchmark
    public Coordinate pointToGcj02() {
        return Datum.GCJ_02.fromWgs84(point);
    }

    @Benchmark
    public Coordinate pointFromGcj02() {
        return Datum.GCJ_02.toWgs84(shifted);
    }
}
