package org.tongcheng;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A fenced block of a page.
 *
 * @param language first word after the fence
 * @param file     second word, the file that the block is; empty where it is none
 * @param text     what it holds, each line ended
 */
record MarkdownBlock(String language, String file, String text) {

    static List<MarkdownBlock> read(Path page) throws IOException {
        List<MarkdownBlock> blocks = new ArrayList<>();
        String[] heading = null;
        StringBuilder text = new StringBuilder();
        for (String line : Files.readAllLines(page)) {
            if (!line.startsWith("```")) {
                text.append(line).append('\n');
            } else if (heading == null) {
                heading = line.substring(3).strip().split("\\s+", 2);
                text.setLength(0);
            } else {
                blocks.add(new MarkdownBlock(heading[0], heading.length > 1 ? heading[1] : "", text.toString()));
                heading = null;
            }
        }
        return blocks;
    }

    /** The commands of a block {@code sh}, one a line, continued lines joined. */
    List<String> commands() {
        return language.equals("sh") ? text.replace("\\\n", " ").lines().map(String::strip).toList() : List.of();
    }
}
