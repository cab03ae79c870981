package org.tongcheng.exchange;

import java.util.List;

/**
 * What loading a catalogue came to.
 *
 * @param loaded   whether its features were stored now; false where the store already had features, or anything was wrong
 * @param features how many were read
 * @param findings everything that is wrong; empty where nothing is
 */
public record CatalogueReport(boolean loaded, long features, List<Finding> findings) {

    public CatalogueReport {
        findings = List.copyOf(findings);
    }
}
