/**
 * The map at {@code /map/}: its page, its scripts and libraries, and what they must know of this service.
 *
 * <p>Words: the map's files are what lies in {@code static/map} and the two libraries that come as WebJars; their revision is a
 * hash of all of them, stands in their address and so lets a browser keep them for ever.
 *
 * <p>Guarantees: the page loads nothing but from this service and, where one is configured, from the base map's host, and its
 * content security policy says so; it opens while the catalogue is still being loaded. Not here: any figure that the map shows;
 * those are the answers of the feature service and of the planning questions.
 */
package org.tongcheng.web.map;
