package org.tongcheng.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;
import org.tongcheng.tiles.Tile;
import org.tongcheng.tiles.TileAddress;

/**
 * One process of MapServer that stays, asked over FastCGI on a local socket, without HTTP. Its map files and socket lie in a
 * folder of its own that goes with it; they hold the database's password, and only their owner may enter.
 */
final class Mapserver implements AutoCloseable {

    static final Path PROGRAM = Path.of(System.getProperty("bench.mapserver", ""));

    /** MapServer's margin is in pixels of a tile of 256: sixteen units each. */
    private static final int BUFFER_PIXELS = Tile.MARGIN / 16;

    private static final long LONGEST_START_MILLIS = 10_000;

    /** What a FastCGI program needs that is not started by a web server: its standard input is the socket that it listens on. */
    private static final String LISTEN =
            "my $s = IO::Socket::UNIX->new(Local => shift, Listen => 5) or die $!; open(STDIN, '<&', $s) or die $!; exec @ARGV or die $!";

    private final Path folder;
    private final Process process;
    private final FastCgi client;

    private Mapserver(Path folder, Process process, FastCgi client) {
        this.folder = folder;
        this.process = process;
        this.client = client;
    }

    /** Whether there is such a program on this machine. */
    static boolean isThere() {
        return Files.isRegularFile(PROGRAM) && Files.isExecutable(PROGRAM);
    }

    /** Returns once questions may be put. Throws {@link IOException} with what the program says where it does not start. */
    static Mapserver start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("mapserver");
        Path socket = folder.resolve("socket");
        Path log = folder.resolve("log");
        Path settings = Files.writeString(folder.resolve("mapserver.conf"), "CONFIG ENV MS_MAP_PATTERN \"[.]map$\" END END\n");
        ProcessBuilder builder = new ProcessBuilder("perl", "-MIO::Socket::UNIX", "-e", LISTEN, socket.toString(), PROGRAM.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("MAPSERVER_CONFIG_FILE", settings.toString());
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        long end = System.currentTimeMillis() + LONGEST_START_MILLIS;
        while (!Files.exists(socket) && process.isAlive() && System.currentTimeMillis() < end) {
            Thread.sleep(20);
        }
        if (!process.isAlive()) {
            throw new IOException(PROGRAM + " does not start: " + Files.readString(log));
        }
        return new Mapserver(folder, process, new FastCgi(socket));
    }

    /** Writes the map file of one tile: every tile may keep other features. MapServer reads it anew for each question, as it does any. */
    Path map(TileAddress tile, KeptFeatures kept) throws IOException {
        String name = String.format(Locale.ROOT, "%d-%d-%d.map", tile.zoom(), tile.row(), tile.column());
        return Files.writeString(folder.resolve(name), """
                MAP
                  EXTENT -20037508 -20037508 20037508 20037508
                  IMAGETYPE "mvt"
                  PROJECTION "init=epsg:3857" END
                  OUTPUTFORMAT
                    NAME "mvt"
                    DRIVER MVT
                    FORMATOPTION "EXTENT=%d"
                    FORMATOPTION "EDGE_BUFFER=%d"
                  END
                  LAYER
                    NAME "%s"
                    TYPE POLYGON
                    STATUS ON
                    PROJECTION "init=epsg:4326" END
                    CONNECTIONTYPE POSTGIS
                    CONNECTION "%s"
                    PROCESSING "CLOSE_CONNECTION=DEFER"
                    DATA "geom from (%s) as kept using unique id using srid=4326"
                    METADATA
                      "gml_include_items" "id,name,land_use,floors,area_m2,surveyed"
                      "gml_floors_type" "Integer"
                      "gml_area_m2_type" "Real"
                    END
                  END
                END
                """.formatted(Tile.EXTENT, BUFFER_PIXELS, Parcels.COLLECTION, Ground.url(Ground.POSTGIS).replaceFirst("^jdbc:", ""),
                sql(tile, kept)));
    }

    /**
     * MapServer cuts at the margin but asks for no more than the tile's own box, hence the wider one: half a unit within the margin,
     * so that what would be rounded away there is not kept as a sliver.
     */
    private static String sql(TileAddress tile, KeptFeatures kept) {
        Envelope box = tile.box(0);
        double margin = (Tile.MARGIN - 0.5) / Tile.EXTENT;
        return String.format(Locale.ROOT, "select id, name, land_use, floors, area_m2, surveyed, geom from peer.parcels"
                + " where geom && ST_Expand(!BOX!, %.10f, %.10f)%s%s",
                box.getWidth() * margin, box.getHeight() * margin, kept.condition(), kept.ending());
    }

    /** The tile that a map file shows. */
    byte[] draw(Path map, TileAddress tile) throws IOException {
        byte[] answer = client.get("map=" + map + "&mode=tile&tilemode=gmap&layers=" + Parcels.COLLECTION
                + "&tile=" + tile.column() + "+" + tile.row() + "+" + tile.zoom());
        int body = body(answer);
        String headers = new String(answer, 0, body, StandardCharsets.ISO_8859_1);
        if (!headers.contains("vector-tile")) {
            throw new IOException("MapServer draws no tile: " + new String(answer, StandardCharsets.UTF_8));
        }
        return Arrays.copyOfRange(answer, body, answer.length);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        client.close();
        // asked politely, it ends only after one more question
        process.destroyForcibly().waitFor();
        Bench.delete(folder);
    }

    /** Where it begins: after the first empty line. */
    private static int body(byte[] answer) {
        for (int i = 3; i < answer.length; i++) {
            if (answer[i - 3] == '\r' && answer[i - 2] == '\n' && answer[i - 1] == '\r' && answer[i] == '\n') {
                return i + 1;
            }
        }
        return answer.length;
    }
}
