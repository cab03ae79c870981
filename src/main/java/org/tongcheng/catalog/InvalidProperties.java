package org.tongcheng.catalog;

import java.util.List;
import java.util.stream.Collectors;

/** A feature does not fit its collection's declaration; carries every fault. */
public final class InvalidProperties extends CatalogException {

    private static final long serialVersionUID = 1L;

    private final transient List<PropertyFault> faults;

    public InvalidProperties(List<PropertyFault> faults) {
        super(faults.stream().map(PropertyFault::message).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    public List<PropertyFault> faults() {
        return faults;
    }
}
