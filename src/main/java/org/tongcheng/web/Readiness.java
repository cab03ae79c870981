package org.tongcheng.web;

/** Whether streets and catalogue are loaded; until then everything but the landing page, the API and health answers 503. */
@FunctionalInterface
public interface Readiness {

    boolean ready();
}
