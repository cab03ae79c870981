package org.tongcheng.network;

/** Makes the streets of a profile; all of one source share their graph. Threads: safe for any number. */
public interface StreetSource {

    Streets streets(Profile profile);

    /** How far off the land an origin or a stop may be and still be joined to it, metres. */
    double snapMetres();

    /** How far off the land a bridge head may be, metres. */
    double headMetres();
}
