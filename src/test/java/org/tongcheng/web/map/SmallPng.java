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

/**
 * Writes a picture of a page with 256 colours, a third of the bytes: those that occur most, and of the rest those that would be
 * missed most, so that a small sign keeps its own colour. All others give way to the nearest.
 */
final class SmallPng {

    private static final int COLOURS = 256;
    private static final int MOST_FREQUENT = 160;
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

    /** Of each cell of 8 × 8 × 8 colours the colour that occurs most in it: first the fullest cells, then those farthest from all taken. */
    private static int[] palette(BufferedImage image) {
        Map<Integer, Map<Integer, Integer>> cells = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y) & 0xffffff;
                cells.computeIfAbsent(rgb & CELL_MASK, cell -> new HashMap<>()).merge(rgb, 1, Integer::sum);
            }
        }
        List<Map<Integer, Integer>> fullest = cells.values().stream()
                .sorted(Comparator.comparingInt((Map<Integer, Integer> cell) -> -sum(cell))).toList();
        int frequent = Math.min(MOST_FREQUENT, fullest.size());
        int[] taken = new int[Math.min(COLOURS, fullest.size())];
        for (int i = 0; i < frequent; i++) {
            taken[i] = commonest(fullest.get(i));
        }
        addMissed(taken, frequent, fullest.subList(frequent, fullest.size()));
        return taken;
    }

    /** What is missed: pixels times the square of how far they would have to give way. */
    private static void addMissed(int[] taken, int from, List<Map<Integer, Integer>> cells) {
        int[] colours = cells.stream().mapToInt(SmallPng::commonest).toArray();
        long[] far = Arrays.stream(colours).mapToLong(colour -> distance(taken[nearest(Arrays.copyOf(taken, from), colour)], colour)).toArray();
        for (int i = from; i < taken.length; i++) {
            int most = 0;
            for (int k = 1; k < colours.length; k++) {
                most = far[k] * sum(cells.get(k)) > far[most] * sum(cells.get(most)) ? k : most;
            }
            taken[i] = colours[most];
            for (int k = 0; k < colours.length; k++) {
                far[k] = Math.min(far[k], distance(taken[i], colours[k]));
            }
        }
    }

    private static int commonest(Map<Integer, Integer> cell) {
        return cell.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
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
