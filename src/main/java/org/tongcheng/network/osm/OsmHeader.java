package org.tongcheng.network.osm;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.locationtech.jts.geom.Envelope;
import org.openstreetmap.osmosis.osmbinary.Fileformat;
import org.openstreetmap.osmosis.osmbinary.Osmformat;

/**
 * What an OpenStreetMap file says of itself (wiki.openstreetmap.org, PBF Format and OSM XML).
 *
 * @param bounds  what the file is meant to hold, degrees; null where it does not say
 * @param vintage the day its data stand for, {@code YYYY-MM-DD}, or where it does not say the day the file was written
 */
record OsmHeader(Envelope bounds, String vintage) {

    private static final double NANODEGREES = 1e-9;
    private static final int LONGEST_BLOB_HEADER = 64 * 1024;
    private static final int LONGEST_BLOB = 32 * 1024 * 1024;

    /** Throws {@link IOException} that names the file where it is none of the known kinds. */
    static OsmHeader read(Path file) throws IOException {
        String written = Files.getLastModifiedTime(file).toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(4);
            int first = in.read();
            int second = in.read();
            in.reset();
            if (first == 0x1f && second == 0x8b) {
                return ofXml(new GZIPInputStream(in), written);
            }
            return first == 0 && second == 0 ? ofPbf(new DataInputStream(in), written) : ofXml(in, written);
        } catch (XMLStreamException | IllegalArgumentException e) {
            throw new IOException("'" + file + "' is no OpenStreetMap file: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IOException("'" + file + "' cannot be read as an OpenStreetMap file: " + e.getMessage(), e);
        }
    }

    private static OsmHeader ofPbf(DataInputStream in, String written) throws IOException {
        Fileformat.BlobHeader header = Fileformat.BlobHeader.parseFrom(bytes(in, in.readInt(), LONGEST_BLOB_HEADER));
        if (!header.getType().equals("OSMHeader")) {
            throw new IOException("its first block is no OSMHeader");
        }
        Fileformat.Blob blob = Fileformat.Blob.parseFrom(bytes(in, header.getDatasize(), LONGEST_BLOB));
        byte[] raw = blob.hasRaw() ? blob.getRaw().toByteArray() : inflated(blob);
        Osmformat.HeaderBlock block = Osmformat.HeaderBlock.parseFrom(raw);
        Envelope bounds = null;
        if (block.hasBbox()) {
            Osmformat.HeaderBBox box = block.getBbox();
            bounds = new Envelope(box.getLeft() * NANODEGREES, box.getRight() * NANODEGREES,
                    box.getBottom() * NANODEGREES, box.getTop() * NANODEGREES);
        }
        String vintage = block.hasOsmosisReplicationTimestamp()
                ? Instant.ofEpochSecond(block.getOsmosisReplicationTimestamp()).atZone(ZoneOffset.UTC).toLocalDate().toString()
                : written;
        return new OsmHeader(bounds, vintage);
    }

    private static byte[] bytes(InputStream in, int size, int most) throws IOException {
        if (size < 0 || size > most) {
            throw new IOException("a block of " + size + " bytes where at most " + most + " may stand");
        }
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new IOException("it ends within its header");
        }
        return bytes;
    }

    private static byte[] inflated(Fileformat.Blob blob) throws IOException {
        if (!blob.hasZlibData()) {
            throw new IOException("its header is compressed in another way than zlib");
        }
        try (InputStream in = new InflaterInputStream(blob.getZlibData().newInput(), new Inflater())) {
            return in.readNBytes(LONGEST_BLOB);
        }
    }

    private static OsmHeader ofXml(InputStream in, String written) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        Envelope bounds = null;
        String vintage = null;
        boolean root = true;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String name = xml.getLocalName();
            if (root && !name.equals("osm")) {
                throw new IllegalArgumentException("its root is '" + name + "', not 'osm'");
            }
            root = false;
            if (name.equals("bounds")) {
                bounds = new Envelope(degrees(xml, "minlon"), degrees(xml, "maxlon"), degrees(xml, "minlat"), degrees(xml, "maxlat"));
            } else if (name.equals("node") || name.equals("way")) {
                break;
            }
            String stamp = xml.getAttributeValue(null, name.equals("osm") ? "osmosis_replication_timestamp" : "timestamp");
            stamp = stamp == null && name.equals("osm") ? xml.getAttributeValue(null, "timestamp") : stamp;
            vintage = stamp != null && stamp.matches("\\d{4}-\\d{2}-\\d{2}.*") ? stamp.substring(0, 10) : vintage;
        }
        return new OsmHeader(bounds, vintage == null ? written : vintage);
    }

    private static double degrees(XMLStreamReader xml, String side) {
        String value = xml.getAttributeValue(null, side);
        if (value == null) {
            throw new IllegalArgumentException("its bounds lack '" + side + "'");
        }
        return Double.parseDouble(value);
    }
}
