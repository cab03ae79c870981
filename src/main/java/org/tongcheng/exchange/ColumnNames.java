package org.tongcheng.exchange;

import org.tongcheng.catalog.DeclarationRules;

/** Makes property names of a file's columns. */
final class ColumnNames {

    private static final int LONGEST = 60;

    private ColumnNames() {}

    /** The name itself where a property may bear it; else what does not fit becomes {@code _}. */
    static String fit(String column) {
        if (DeclarationRules.isPropertyName(column)) {
            return column;
        }
        String name = column.strip().replaceAll("[^\\p{L}\\p{N}_.:-]", "_");
        if (!name.matches("[\\p{L}_].*")) {
            name = "_" + name;
        }
        if (DeclarationRules.RESERVED.contains(name)) {
            name += "_";
        }
        return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    }
}
