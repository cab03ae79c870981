package org.tongcheng.web.map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * A tile server on loopback whose tiles have the colour of their address, so that the picture of a map tells which tile lies where.
 * {@code /xyz/{z}/{x}/{y}.png}; {@code /capabilities.xml} after OGC 07-057r7 with a layer {@code ground} in three matrix sets (CGCS2000
 * first, then Web Mercator as tianditu writes it, then one that nobody draws), and its tiles by the template there. Any page may read
 * it. The matrix sets: well-known scale sets GoogleMapsCompatible (annex E.4) and CGCS2000 from 2 × 1 tiles.
 */
final class TileHost implements AutoCloseable {

    private static final double MERCATOR_SCALE = 559082264.0287178;
    private static final double DEGREES_SCALE = 279541132.0143589;
    private static final int LEVELS = 19;
    private static final Pattern XYZ = Pattern.compile("/xyz/(\\d+)/(\\d+)/(\\d+)\\.png");
    private static final Pattern WMTS = Pattern.compile("/tiles/ground/(c|w)/(\\d+)/(\\d+)/(\\d+)\\.png");

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean down;

    TileHost() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was asked for so far, in order: path with query. */
    List<String> asked() {
        return asked;
    }

    /** From now on nothing is given, or again everything. */
    void fail(boolean fails) {
        down = fails;
    }

    /** The colour of a tile, a different one for each of its neighbours and for column and row exchanged. */
    static int colour(int level, int column, int row) {
        return (40 + level * 8 & 255) << 16 | (30 + column * 37 % 200) << 8 | 30 + row * 59 % 200;
    }

    static byte[] tile(int level, int column, int row) {
        BufferedImage image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(colour(level, column, row)));
        graphics.fillRect(0, 0, 256, 256);
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(exchange.getRequestURI().toString());
        exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "*");
        Matcher xyz = XYZ.matcher(path);
        Matcher wmts = WMTS.matcher(path);
        if (down) {
            send(exchange, 503, "text/plain", new byte[0]);
        } else if (path.equals("/capabilities.xml")) {
            send(exchange, 200, "application/xml", capabilities().getBytes(StandardCharsets.UTF_8));
        } else if (path.equals("/page.html")) {
            send(exchange, 200, "text/html", "<html><body>sign in first</body></html>".getBytes(StandardCharsets.UTF_8));
        } else if (xyz.matches()) {
            send(exchange, 200, "image/png", tile(number(xyz, 1), number(xyz, 2), number(xyz, 3)));
        } else if (wmts.matches()) {
            send(exchange, 200, "image/png", tile(number(wmts, 2), number(wmts, 4), number(wmts, 3)));
        } else {
            send(exchange, 404, "text/plain", new byte[0]);
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String capabilities() {
        StringBuilder text = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1"
                    xmlns:xlink="http://www.w3.org/1999/xlink" version="1.0.0">
                  <ows:ServiceIdentification>
                    <ows:Title>Ground</ows:Title><ows:ServiceType>OGC WMTS</ows:ServiceType>
                    <ows:ServiceTypeVersion>1.0.0</ows:ServiceTypeVersion>
                  </ows:ServiceIdentification>
                  <Contents>
                    <Layer>
                      <ows:Title>Ground</ows:Title>
                      <ows:WGS84BoundingBox>
                        <ows:LowerCorner>-180 -85.05</ows:LowerCorner><ows:UpperCorner>180 85.05</ows:UpperCorner>
                      </ows:WGS84BoundingBox>
                      <ows:Identifier>ground</ows:Identifier>
                      <Style isDefault="true"><ows:Identifier>default</ows:Identifier></Style>
                      <Format>image/png</Format>
                      <TileMatrixSetLink><TileMatrixSet>c</TileMatrixSet></TileMatrixSetLink>
                      <TileMatrixSetLink><TileMatrixSet>w</TileMatrixSet></TileMatrixSetLink>
                      <TileMatrixSetLink><TileMatrixSet>local</TileMatrixSet></TileMatrixSetLink>
                      <ResourceURL format="image/png" resourceType="tile"
                          template="HOST/tiles/ground/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.png"/>
                    </Layer>
                """.replace("HOST", url()));
        matrixSet(text, "c", "urn:ogc:def:crs:EPSG::4490", "90.0 -180.0", DEGREES_SCALE, 2);
        matrixSet(text, "w", "urn:ogc:def:crs:EPSG::900913", "-20037508.3427892 20037508.3427892", MERCATOR_SCALE, 1);
        matrixSet(text, "local", "urn:ogc:def:crs:EPSG::2343", "10002100 0", MERCATOR_SCALE, 1);
        return text.append("  </Contents>\n</Capabilities>\n").toString();
    }

    private static void matrixSet(StringBuilder text, String id, String crs, String corner, double scale, int columns) {
        text.append("<TileMatrixSet><ows:Identifier>").append(id).append("</ows:Identifier><ows:SupportedCRS>").append(crs)
                .append("</ows:SupportedCRS>\n");
        for (int level = 0; level < LEVELS; level++) {
            long rows = 1L << level;
            text.append("<TileMatrix><ows:Identifier>").append(level).append("</ows:Identifier><ScaleDenominator>").append(scale / rows).append("</ScaleDenominator><TopLeftCorner>").append(corner)
                    .append("</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight><MatrixWidth>").append(columns * rows)
                    .append("</MatrixWidth><MatrixHeight>").append(rows).append("</MatrixHeight></TileMatrix>\n");
        }
        text.append("</TileMatrixSet>\n");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
