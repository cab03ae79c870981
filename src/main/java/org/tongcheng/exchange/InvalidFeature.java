package org.tongcheng.exchange;

/** The input is JSON, but no GeoJSON feature: a member is missing or of a wrong type. */
public final class InvalidFeature extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;

    /** @param path JSON Pointer (RFC 6901) of the member at fault, for example {@code /geometry/coordinates/0} */
    public InvalidFeature(String path, String reason) {
        super((path.isEmpty() ? "the input" : path) + ": " + reason);
        this.path = path;
    }

    public String path() {
        return path;
    }
}
