package org.tongcheng.web.ogc;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Makes up requests that are wrong somewhere: in a parameter, an id, a header, the body, or in the request line itself. */
final class MalformedRequests {

    private static final String[] NAMES = {"bbox", "bbox-crs", "crs", "datetime", "limit", "offset", "next", "asOf", "scenario",
        "intersects", "inside", "datum", "f", "collections", "horizon", "beds", "height", "walled", "founded", "opened", "level", "nothing", "filter"};

    private static final String[] VALUES = {"", " ", "0", "-1", "1e999", "NaN", "null", "1,2,3", "9,9,1,1", "181,0,182,1", "0,-91,1,91",
        "a,b,c,d", "1,2,3,4,5", "1;2;3;4", "EPSG:4326", "http://www.opengis.net/def/crs/EPSG/0/9999", "%00", "%ff%fe", "%zz", "%",
        "../../etc/passwd", "'%20OR%20'1'='1", "%3Cscript%3E", "2020-13-45", "2020-01-01/1999", "..", "%E5%9F%8E", "%F0%9F%97%BA",
        "99999999999999999999", "0x10", "1_000", "true%20", "regions/none", "none/x", "/", "AAAA", "\u00ff", "1.5e400,0,0,0",
        "5,5,5", "180,90,-180,-90,0,0,0", "2020-01-01T25:00:00Z", "infinity", "-0", "%2E%2E%2F", "1&limit=2", "GCJ02"};

    private static final String[] PATHS = {"/collections/towns/items", "/collections/towns/items/t1", "/collections/towns",
        "/collections/none/items", "/collections/towns/items/%00", "/collections/towns/items/a%2Fb", "/collections/%2e%2e/items",
        "/collections/towns/items/t1/revisions/x", "/collections/towns/items/t1/revisions/0", "/nothing", "/collections/towns/nothing",
        "/collections/towns;x=y/items/t0", "/collections/TOWNS/items", "/collections/towns/items/%F0%28%8C%28", "/error", "//x",
        "/collections/towns/items/%25", "/assets/none.css", "/assets/..%5c..%5cx", "/conformance/", "/api/x", "/actuator/env"};

    private static final String[] GEOMETRIES = {"null", "{}", "[]", "7", "\"x\"", "{\"type\":\"Point\"}",
        "{\"type\":\"Point\",\"coordinates\":[]}", "{\"type\":\"Point\",\"coordinates\":[1]}", "{\"type\":\"Point\",\"coordinates\":[\"1\",2]}",
        "{\"type\":\"Point\",\"coordinates\":[181,0]}", "{\"type\":\"Point\",\"coordinates\":[1e999,0]}", "{\"type\":\"Point\",\"coordinates\":[NaN,0]}",
        "{\"type\":\"Point\",\"coordinates\":[[1,2],[3,4]]}", "{\"type\":\"LineString\",\"coordinates\":[[0,0],[1,1]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}", "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[0,0]]]}",
        "{\"type\":\"Circle\",\"coordinates\":[0,0]}", "{\"type\":\"GeometryCollection\",\"geometries\":{}}", "{\"type\":null}",
        "{\"coordinates\":[0,0],\"type\":\"MultiPolygon\"}", "{\"type\":\"Point\",\"coordinates\":{\"x\":1}}"};

    private static final String[] BODIES = {"", "{", "}", "[]", "null", "NaN", "{\"type\":\"Feature\"}", "{\"type\":\"FeatureCollection\",\"features\":[]}",
        "{\"a\":1,\"a\":2}", "\u0000", "{\"type\":\"Feature\",\"geometry\":null,\"properties\":[]}", "<xml/>", "\"text\"", "[".repeat(5000),
        "{\"id\":{},\"type\":\"Feature\",\"geometry\":null,\"properties\":{}}", "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{}} x"};

    private static final String[] HEADERS = {"Accept: nonsense", "Accept: image/png", "Accept: text/html;q=2", "If-None-Match: x", "If-Match: \"",
        "If-Match: W/\"1.a\"", "If-Match: 1", "Content-Crs: nowhere", "Content-Crs: <>", "Content-Type: /", "Content-Type: text/plain",
        "Content-Type: application/geo+json;charset=latin1", "Content-Encoding: gzip", "Origin: https://example.org", "Origin: null",
        "Accept-Encoding: gzip;q=x, ,", "Expect: nonsense", "Range: bytes=9-1", "Host: evil.example", "Content-Length: x",
        "Transfer-Encoding: rot13", "Authorization: Basic x", "Cookie: a=b;;;=", "X-Forwarded-Host: evil.example", "Bad Header: x", ": x"};

    private final Random random;

    MalformedRequests(Random random) {
        this.random = random;
    }

    byte[] next() {
        return switch (random.nextInt(7)) {
            case 0 -> requestLine();
            case 1 -> bytes("GET", one(PATHS), one(HEADERS), "");
            case 2 -> write("POST", random.nextBoolean() ? "/collections/towns/items" : "/collections/regions/items?repair=true", feature());
            case 3 -> write(one("PUT", "PATCH", "POST", "DELETE"), one("/collections/towns/items/t2", "/collections", "/collections/towns/items",
                    "/collections/towns", "/collections/notes/items/n1"), one(BODIES));
            case 4 -> bytes("GET", tiles() + "?" + query(), random.nextInt(5) == 0 ? one(HEADERS) : "", "");
            default -> bytes("GET", "/collections/towns/items?" + query(), random.nextInt(5) == 0 ? one(HEADERS) : "", "");
        };
    }

    private String tiles() {
        String tiles = one("/tiles", "/collections/towns/tiles", "/collections/none/tiles", "/collections/notes/tiles", "/tileMatrixSets")
                + one("", "/WebMercatorQuad", "/CGCS2000Quad", "/" + one(VALUES));
        return tiles + one("", "/" + one("0", "7", "25", one(VALUES)) + "/" + one("0", one(VALUES)) + "/" + one("0", one(VALUES)));
    }

    private String query() {
        StringBuilder query = new StringBuilder(one(NAMES)).append('=').append(one(VALUES));
        for (int more = random.nextInt(3); more > 0; more--) {
            query.append('&').append(one(NAMES)).append('=').append(one(VALUES));
        }
        return query.append("&limit=").append(one("", "0", "x", "-5", "1.5", "%31%", "1e3")).toString();
    }

    private String feature() {
        String id = one("", "\"id\":\"a/b\",", "\"id\":7.5,", "\"id\":\"\",", "\"id\":\"t1\",", "\"id\":[],", "\"id\":\"" + "x".repeat(200) + "\",");
        String properties = one("{\"beds\":\"x\"}", "{\"beds\":1.5}", "{\"colour\":1}", "[]", "7", "{\"level\":\"middle\"}",
                "{\"founded\":\"soon\"}", "{\"walled\":1}", "{\"height\":1e999}", "{\"name\":\"\\ud800\"}", "{\"trades\":{}}", "{\"opened\":\"19\"}");
        return "{\"type\":\"Feature\"," + id + "\"geometry\":" + one(GEOMETRIES) + ",\"properties\":" + properties + "}";
    }

    private byte[] write(String method, String path, String body) {
        String type = switch (random.nextInt(4)) {
            case 0 -> one(HEADERS);
            default -> method.equals("PATCH") ? "Content-Type: application/merge-patch+json"
                    : path.equals("/collections") ? "Content-Type: application/json" : "Content-Type: application/geo+json";
        };
        String ifMatch = random.nextBoolean() ? "\r\nIf-Match: " + one("\"0.0\"", "x", "\"9999.ab\"", "W/\"*\"") : "";
        return bytes(method, path, type + ifMatch, body);
    }

    private byte[] requestLine() {
        return switch (random.nextInt(4)) {
            case 0 -> garbage();
            case 1 -> (one("GET", "get", "GE T", "", "BREW", "TRACE", "CONNECT", "PRI") + one(" ", "  ", "\t", "") + one("/", "*", "x", "/a b", "/<>",
                    "/\u0001", "http://", "//", "/%", "/?a=\u0000") + one(" ", "") + one("HTTP/1.1", "HTTP/0.9", "HTTP/9.9", "HTTP", "ICY", "")
                    + "\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
            case 2 -> bytes("GET", "/" + "a".repeat(20_000), "", "");
            default -> bytes(one("BREW", "LINK", "PROPFIND", "TRACE"), one(PATHS), one(HEADERS), "");
        };
    }

    /** Ends with an empty line, so that the other side need not wait for more; begins with no control that would be skipped. */
    private byte[] garbage() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write('!' + random.nextInt(90));
        byte[] noise = new byte[1 + random.nextInt(60)];
        random.nextBytes(noise);
        out.writeBytes(noise);
        out.writeBytes("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static byte[] bytes(String method, String target, String header, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String host = header.startsWith("Host:") ? "" : "Host: localhost\r\n";
        boolean measured = header.startsWith("Content-Length:") || header.startsWith("Transfer-Encoding:") || content.length == 0;
        String head = method + " " + target + " HTTP/1.1\r\n" + host + "Connection: close\r\n" + (header.isEmpty() ? "" : header + "\r\n")
                + (measured ? "" : "Content-Length: " + content.length + "\r\n") + "\r\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(content);
        return out.toByteArray();
    }

    private String one(String... of) {
        return List.of(of).get(random.nextInt(of.length));
    }
}
