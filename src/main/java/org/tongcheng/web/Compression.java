package org.tongcheng.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Compresses answers on the way out for callers that take gzip. The connector's own compression is off because it gives up
 * strong entity tags; this one marks the tag of the compressed form with {@code -gzip}, and {@link EntityTags} takes either
 * form of a tag when it comes back.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
public class Compression extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Vary", "Accept, Accept-Encoding");
        if (!takesGzip(request)) {
            chain.doFilter(request, response);
            return;
        }
        CompressedResponse compressed = new CompressedResponse(response, "HEAD".equals(request.getMethod()));
        chain.doFilter(request, compressed);
        compressed.finish();
    }

    /** Whether {@code Accept-Encoding} takes gzip (RFC 9110, 12.5.3). */
    public static boolean takesGzip(HttpServletRequest request) {
        double gzip = -1;
        double any = -1;
        for (String header : Collections.list(request.getHeaders("Accept-Encoding"))) {
            for (String coding : header.toLowerCase(Locale.ROOT).split(",")) {
                String[] parts = coding.strip().split(";");
                String name = parts[0].strip();
                if (name.equals("gzip") || name.equals("x-gzip")) {
                    gzip = quality(parts);
                } else if (name.equals("*")) {
                    any = quality(parts);
                }
            }
        }
        return gzip >= 0 ? gzip > 0 : any > 0;
    }

    private static double quality(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("q=")) {
                try {
                    return Double.parseDouble(parameter.substring(2));
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
