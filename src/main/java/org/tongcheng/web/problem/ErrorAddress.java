package org.tongcheng.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the container sends what failed outside the handlers; asked for directly it is like any address that is not there. */
@Controller
public class ErrorAddress implements ErrorController {

    @RequestMapping("${spring.web.error.path:${server.error.path:${error.path:/error}}}")
    public void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        ProblemWriter.write(request, response, problem(status instanceof Integer code ? code : 404), Map.of());
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 404 -> Problem.of(404, "there is nothing at this address").with("parameter", "path");
            case 405, 501 -> Problem.of(405, "this method is allowed nowhere here").with("parameter", "method");
            case 413 -> Problem.of(413, "the body is larger than the service takes").with("parameter", "body");
            default -> status < 500
                    ? Problem.of(status, "the request was refused").with("parameter", "request")
                    : Problem.of(500, "the service failed; its log says why");
        };
    }
}
