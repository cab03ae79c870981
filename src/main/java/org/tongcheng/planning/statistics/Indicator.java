package org.tongcheng.planning.statistics;

import java.util.List;
import java.util.TreeMap;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.Text;

/**
 * What can be asked for: a numeric property that declares how it adds up.
 *
 * @param id           of a property of units its name without the year at its end, else {@code collection/property}
 * @param collection   whose property it is
 * @param editions     the property of each year, rising; under 0 where its name holds none
 * @param unitProperty the property by which a row of a user's collection names its unit; null for the units themselves
 * @param yearProperty the property by which such a row names its year; null where there is none
 */
record Indicator(
        String id, String collection, TreeMap<Integer, PropertyDeclaration> editions, String unitProperty, String yearProperty) {

    static final int NO_YEAR = 0;
    static final String SUM = "sum";
    static final String MEAN_BY_AREA = "mean-by-area";
    static final String MEAN_BY_PEOPLE = "mean-by-people";

    /** Whether the rows of a user's collection hold it. */
    boolean inRows() {
        return unitProperty != null;
    }

    /** The property that describes it: of several years the latest. */
    PropertyDeclaration property() {
        return editions.lastEntry().getValue();
    }

    /** The years that are known without reading any row. */
    List<Integer> years() {
        return editions.keySet().stream().filter(year -> year != NO_YEAR).toList();
    }

    /** Why no area has a figure of it; null where one can have. */
    String impossible() {
        String aggregate = property().aggregate();
        if (aggregate == null) {
            return "the declaration of '" + id + "' does not say how it adds up";
        }
        return aggregate.equals("none") ? "'" + id + "' can be neither summed nor averaged, as its declaration says (aggregate none)" : null;
    }

    /**
     * What of it was asked for.
     *
     * @param property whose values are read
     * @param year     the year they are of; null where nothing says, and for rows whose year is still to be chosen
     */
    record Edition(Indicator indicator, PropertyDeclaration property, Integer year) {

        String aggregate() {
            return property.aggregate();
        }

        Edition of(Integer other) {
            return new Edition(indicator, property, other);
        }

        /** Its face in an answer. */
        Face face() {
            return new Face(indicator.id(), property.title(), property.meaning(), property.unit(), aggregate(), year,
                    indicator.collection(), property.name());
        }
    }

    /**
     * What was counted.
     *
     * @param id         as asked for
     * @param title      what people call it
     * @param meaning    one sentence; null where none is declared
     * @param unit       UCUM code; null where none is declared
     * @param aggregate  sum, mean-by-area or mean-by-people
     * @param year       the year the values are of; null where nothing says
     * @param collection whose property it is
     * @param property   its name there
     */
    record Face(String id, Text title, Text meaning, String unit, String aggregate, Integer year, String collection, String property) {}
}
