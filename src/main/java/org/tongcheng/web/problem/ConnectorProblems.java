package org.tongcheng.web.problem;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Makes the connector answer in problem documents and tells it how much it may be sent. */
@Component
public class ConnectorProblems implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** Longest request line with headers, bytes. A box or an area given in the query fits many times over. */
    private static final int LONGEST_HEADER = 16 * 1024;

    /** Of a body refused for its size this much is still taken in, so that the caller gets to read why, bytes. */
    private static final int MOST_SWALLOWED = 256 * 1024 * 1024;

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context ->
                ((StandardHost) context.getParent()).setErrorReportValveClass(ProblemValve.class.getName()));
        factory.addConnectorCustomizers(connector -> {
            connector.setProperty("maxHttpRequestHeaderSize", String.valueOf(LONGEST_HEADER));
            connector.setProperty("maxSwallowSize", String.valueOf(MOST_SWALLOWED));
        });
    }
}
