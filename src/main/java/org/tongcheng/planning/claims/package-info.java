/**
 * Does what is loaded bear out the travel times that a plan states?
 *
 * <p>Words: a statement is one figure in a document, which may stand for several pairs of places and then for several rows of
 * {@code claims}; a circle is a statement without ends, read as from the core city's seat to each member's; a test is a statement
 * beside the time that one profile takes.
 *
 * <p>A statement is tested as of its target year, with what is built then and what is planned and due by then; without one as of its
 * document's date, in the scenario asked for. Who gives {@code asOf} has all of them tested as asked. A stated time is read as "at
 * most", exactly as written. A figure that stands for several pairs is tested as the least, the median and the most of them.
 *
 * <p>The error of a computed time is a bound, not a spread: it adds up, without letting anything cancel, what the stated accuracies of
 * both seats and, on a lattice, its spacing take on the streets there; for each line ridden twice the accuracy of its stops at its
 * running speed; and the accuracy of the stop where the first is boarded and the last left at the pace of the streets there. Numbers of
 * profiles and the speeds of a sketch have no stated tolerance; they are taken as they are, which every answer says. Supported: surely
 * within the time stated; not supported: surely beyond; within error: either may be; not testable: a reason stands in its place.
 *
 * <p>Not here: who lives within the time (connectivity), its outline (circle).
 */
package org.tongcheng.planning.claims;
