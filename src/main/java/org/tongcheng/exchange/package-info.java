/** Reading and writing features as GeoJSON, CSV and Shapefile, with a report of what is wrong by row, code and place. */
package org.tongcheng.exchange;
