package org.tongcheng.planning;

import org.tongcheng.geometry.Datum;

/** A value of a question that holds positions, which are given in the question's datum. */
public interface InDatum {

    /** The same with its positions moved from that datum to WGS84. */
    Object toWgs84(Datum datum);
}
