package org.tongcheng.planning.siting;

import java.util.List;
import org.tongcheng.catalog.Text;

/**
 * What may be sited.
 *
 * @param id     as askers and answers name it
 * @param title  what it is called
 * @param traits by which rules choose
 */
public record SiteKind(String id, Text title, List<String> traits) {

    public SiteKind {
        traits = List.copyOf(traits);
    }
}
