/**
 * HTTP only: parses a request, calls one question or the store, writes the answer or a problem document.
 *
 * <p>Words: a {@link org.tongcheng.web.Representation} is a form in which something is given; {@link org.tongcheng.web.Asking}
 * marks a handler that stores no feature; an {@link org.tongcheng.web.ApiPart} is what a part of the service adds to the OpenAPI
 * document. Here stands what all parts share: reading parameters and bodies strictly, choosing a form, entity tags and
 * compression, who may write, what pages of other origins may do, and the gate that holds until the catalogue is loaded.
 *
 * <p>Guarantees: an unknown or repeated parameter is refused by its name; nothing is written without the token or, where none is
 * set, from anywhere but this machine; a strong entity tag stands for one sequence of bytes. Not here: SQL, geometry, rules.
 */
package org.tongcheng.web;
