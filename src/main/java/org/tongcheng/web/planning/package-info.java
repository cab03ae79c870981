/**
 * The planning questions over HTTP: reads a question, has it answered, writes the answer as JSON, GeoJSON, CSV or a page.
 *
 * <p>Which parameters there are follows from the questions' own declarations; what is unknown, given twice or no value is
 * refused with a problem that names it. The same question on the same records gives the same bytes. An answer's id is a digest of
 * the question and of all the bytes of its JSON: {@code /answers/{id}} computes the kept question again as of the moment whose
 * records it was first answered from and gives those bytes or, where streets or software have changed since, says so (410); it
 * never gives other bytes under the same id.
 *
 * <p>What takes longer than its caller waits becomes a job: {@link org.tongcheng.web.planning.Jobs}.
 *
 * <p>{@link org.tongcheng.web.planning.AnswerDesk} and the writers know no HTTP and serve the command line too.
 */
package org.tongcheng.web.planning;
