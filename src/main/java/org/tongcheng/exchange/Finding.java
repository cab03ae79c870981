package org.tongcheng.exchange;

import org.tongcheng.catalog.PropertyFault;
import org.tongcheng.geometry.Fault;

/**
 * One thing wrong with a file.
 *
 * @param file   name of the file
 * @param row    number of the row, from 1 without header; 0 for the file as a whole
 * @param id     id of the feature, or null
 * @param code   stable
 * @param place  the property, the member, or {@code lon, lat}; null for the row as a whole
 * @param reason what is wrong and what would be right
 */
public record Finding(String file, long row, String id, String code, String place, String reason) {

    public static final String MALFORMED = "malformed";
    public static final String INVALID_FEATURE = "invalid-feature";
    public static final String MISSING_ID = "missing-id";
    public static final String DUPLICATE_ID = "duplicate-id";

    static Finding ofFile(String file, String code, String reason) {
        return new Finding(file, 0, null, code, null, reason);
    }

    static Finding of(String file, long row, String id, PropertyFault fault) {
        String value = fault.code().equals(PropertyFault.MISSING) ? "no value" : "'" + fault.value() + "'";
        return new Finding(file, row, id, fault.code(), fault.property(), value + "; allowed: " + fault.allowed());
    }

    static Finding of(String file, long row, String id, Fault fault) {
        return new Finding(file, row, id, fault.code(), fault.hasPlace() ? fault.lon() + ", " + fault.lat() : null, fault.reason());
    }

    /** In one line: {@code units.geojson, row 7 (320100): self-intersection at 118.5, 32.1: A ring crosses itself.} */
    public String line() {
        StringBuilder line = new StringBuilder(file);
        if (row > 0) {
            line.append(", row ").append(row);
        }
        if (id != null) {
            line.append(" (").append(id).append(')');
        }
        line.append(": ").append(code);
        if (place != null) {
            line.append(" at ").append(place);
        }
        return line.append(": ").append(reason).toString();
    }
}
