/**
 * Everything that goes wrong over HTTP, as one kind of answer: the problem document of RFC 9457.
 *
 * <p>Words: a {@link org.tongcheng.web.problem.Problem} is the document; a {@link org.tongcheng.web.problem.Refusal} is thrown
 * to answer with one. Guarantees: what a caller sent never ends in a status of 500 or above; no answer shows a stack trace, the
 * name of a class or the server's version; what the connector refuses before any handler is answered in the same form; an
 * answer already begun is broken off, never completed as if it were whole.
 */
package org.tongcheng.web.problem;
