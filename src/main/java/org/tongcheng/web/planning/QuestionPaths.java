package org.tongcheng.web.planning;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Marks what answers every question that can be asked by {@code GET} and by {@code POST} alike. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestMapping({"/extent", "/reach", "/travel-times", "/coverage", "/conflicts", "/locate", "/around", "/nearest", "/continuity",
        "/statistics", "/statistics/indicators", "/gain", "/claims", "/connectivity", "/delineate", "/siting/rules"})
@interface QuestionPaths {

    @AliasFor(annotation = RequestMapping.class)
    RequestMethod[] method();
}
