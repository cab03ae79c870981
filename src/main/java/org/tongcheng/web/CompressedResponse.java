package org.tongcheng.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** An answer whose body goes through gzip where its media type is text. Only {@link #finish} completes the compressed body. */
final class CompressedResponse extends HttpServletResponseWrapper {

    private static final int BUFFER_BYTES = 16 * 1024;

    private final boolean head;
    private ServletOutputStream output;
    private Gzip gzip;
    private PrintWriter writer;

    CompressedResponse(HttpServletResponse response, boolean head) {
        super(response);
        this.head = head;
    }

    @Override
    public void setHeader(String name, String value) {
        super.setHeader(name, marked(name, value));
    }

    @Override
    public void addHeader(String name, String value) {
        super.addHeader(name, marked(name, value));
    }

    /** A length known beforehand is that of the plain body. */
    @Override
    public void setContentLength(int length) {
        setContentLengthLong(length);
    }

    @Override
    public void setContentLengthLong(long length) {
        if (!compresses()) {
            super.setContentLengthLong(length);
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (output == null) {
            output = begin();
        }
        return output;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), Charset.forName(getCharacterEncoding())));
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (output != null) {
            output.flush();
        }
        super.flushBuffer();
    }

    @Override
    public void reset() {
        super.reset();
        forgetBody();
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        forgetBody();
    }

    /** Writes what is still inside; not called where the answer failed, so that a broken body stays broken. */
    void finish() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (gzip != null) {
            gzip.finish();
        } else if (head && compresses() && !isCommitted()) {
            super.setHeader("Content-Encoding", "gzip");
        }
    }

    private ServletOutputStream begin() throws IOException {
        if (!compresses()) {
            return super.getOutputStream();
        }
        super.setHeader("Content-Encoding", "gzip");
        super.setContentLengthLong(-1);
        gzip = new Gzip(super.getOutputStream());
        return gzip;
    }

    private void forgetBody() {
        output = null;
        gzip = null;
        writer = null;
    }

    private boolean compresses() {
        String type = getContentType();
        int status = getStatus();
        return type != null && (type.startsWith("text/") || type.contains("json") || type.contains("xml") || type.contains("javascript"))
                && status != SC_NO_CONTENT && status != SC_NOT_MODIFIED && !containsHeader("Content-Encoding");
    }

    private static String marked(String name, String value) {
        boolean strongTag = "ETag".equalsIgnoreCase(name) && value != null && value.startsWith("\"") && value.endsWith("\"");
        return strongTag ? value.substring(0, value.length() - 1) + EntityTags.GZIP + "\"" : value;
    }

    private static final class Gzip extends ServletOutputStream {

        private final ServletOutputStream plain;
        private final Stream stream;

        Gzip(ServletOutputStream plain) throws IOException {
            this.plain = plain;
            this.stream = new Stream(plain);
        }

        @Override
        public void write(int b) throws IOException {
            stream.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            stream.write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            stream.flush();
        }

        /** Closing is left to {@link #finish}: who failed in the middle closes too. */
        @Override
        public void close() {}

        void finish() throws IOException {
            stream.finish();
            plain.flush();
            stream.free();
        }

        @Override
        public boolean isReady() {
            return plain.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            plain.setWriteListener(listener);
        }
    }

    /** The fastest level: the service is judged by the time a page takes, and coordinates hardly shrink further. */
    private static final class Stream extends GZIPOutputStream {

        Stream(ServletOutputStream out) throws IOException {
            super(out, BUFFER_BYTES);
            def.setLevel(Deflater.BEST_SPEED);
        }

        void free() {
            def.end();
        }
    }
}
