package org.tongcheng.web.map;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Writes a picture of a page with 256 colours: those that occur most, to which all others give way. A third of the bytes. */
final class SmallPng {

    private static final int COLOURS = 256;
    private static final int CELL_MASK = 0xf8f8f8;

    private SmallPng() {}

    static void write(byte[] png, Path file) throws IOException {
        BufferedImage full = ImageIO.read(new ByteArrayInputStream(png));
        int[] palette = palette(full);
        IndexColorModel model = new IndexColorModel(8, palette.length, palette, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
        BufferedImage small = new BufferedImage(full.getWidth(), full.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        Map<Integer, Integer> known = new HashMap<>();
        for (int y = 0; y < full.getHeight(); y++) {
            for (int x = 0; x < full.getWidth(); x++) {
                int index = known.computeIfAbsent(full.getRGB(x, y) & 0xffffff, rgb -> nearest(palette, rgb));
                small.getRaster().setSample(x, y, 0, index);
            }
        }
        ImageIO.write(small, "png", file.toFile());
    }

    /** Of each cell of 8 × 8 × 8 colours that occurs often, the colour that occurs most in it. */
    private static int[] palette(BufferedImage image) {
        Map<Integer, Map<Integer, Integer>> cells = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y) & 0xffffff;
                cells.computeIfAbsent(rgb & CELL_MASK, cell -> new HashMap<>()).merge(rgb, 1, Integer::sum);
            }
        }
        List<Map<Integer, Integer>> largest = cells.values().stream()
                .sorted(Comparator.comparingInt((Map<Integer, Integer> cell) -> -sum(cell)))
                .limit(COLOURS).toList();
        return largest.stream()
                .mapToInt(cell -> cell.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey())
                .toArray();
    }

    private static int sum(Map<Integer, Integer> cell) {
        return cell.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static int nearest(int[] palette, int rgb) {
        int best = 0;
        int[] distances = Arrays.stream(palette).map(colour -> distance(colour, rgb)).toArray();
        for (int i = 1; i < distances.length; i++) {
            best = distances[i] < distances[best] ? i : best;
        }
        return best;
    }

    private static int distance(int a, int b) {
        int red = (a >> 16 & 255) - (b >> 16 & 255);
        int green = (a >> 8 & 255) - (b >> 8 & 255);
        int blue = (a & 255) - (b & 255);
        return red * red + green * green + blue * blue;
    }
}
