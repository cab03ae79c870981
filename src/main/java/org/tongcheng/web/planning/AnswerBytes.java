package org.tongcheng.web.planning;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The bytes of one or several answers in the forms that need no address of the service: for HTTP and the command line. */
public final class AnswerBytes {

    private AnswerBytes() {}

    /** One answer as it is; several in {@code {"answers": […]}}. */
    public static byte[] json(List<Given> given) {
        if (given.size() == 1) {
            return given.get(0).json();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String before = "{\"answers\":[";
        for (Given each : given) {
            out.writeBytes(before.getBytes(StandardCharsets.UTF_8));
            out.writeBytes(each.json());
            before = ",";
        }
        out.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    /** The tables, one after the other (RFC 4180, UTF-8). */
    public static byte[] csv(List<Given> given) {
        return AnswerCsv.write(given).getBytes(StandardCharsets.UTF_8);
    }
}
