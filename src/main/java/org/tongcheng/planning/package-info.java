/**
 * The planning questions' common ground: how a question is asked and read, the records it is answered from, and what every
 * answer carries.
 *
 * <p>Words: a {@link org.tongcheng.planning.PlanningQuestion} is one of the questions planners ask; its
 * {@link org.tongcheng.planning.Parameter parameters} say what may be asked, from which reading, HTTP, OpenAPI and the command
 * line follow; an {@link org.tongcheng.planning.Asked} is one question with its
 * {@link org.tongcheng.planning.Circumstances}; {@link org.tongcheng.planning.Records} are the features as they stood at one
 * moment; an {@link org.tongcheng.planning.Answer} is a record whose components are the answer's members, in order.
 *
 * <p>Guarantees: longitude, latitude in degrees on CGCS2000 / WGS84 throughout; the same question on the same records gives the
 * same answer, member for member; no clock is read once a question has been read. Nothing here knows HTTP or JSON. Each
 * question is a sub-package; other rooms see this package alone.
 */
package org.tongcheng.planning;
