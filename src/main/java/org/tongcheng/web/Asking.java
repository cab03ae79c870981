package org.tongcheng.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a handler that takes POST only to ask, or DELETE only to ask no more: it writes no feature. Every other handler of POST,
 * PUT, PATCH or DELETE counts as writing and is guarded by {@link WriteGuard}.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Asking {}
