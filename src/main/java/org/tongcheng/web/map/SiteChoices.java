package org.tongcheng.web.map;

import java.util.Map;
import org.tongcheng.catalog.Text;

/**
 * What the map may ask the siting question about.
 *
 * @param titles id of a kind of site → what it is called, in the order in which kinds are offered
 */
public record SiteChoices(Map<String, Text> titles) {}
