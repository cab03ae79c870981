/**
 * Rule files: planning rules as data, read once at the start.
 *
 * <p>Words: a {@link org.tongcheng.planning.rules.RuleNode} is a map of such a file that knows on which line it stands; a
 * {@link org.tongcheng.planning.rules.BrokenRule} says file, line and reason.
 *
 * <p>Guarantees: nothing is passed over. A key that means nothing, one that stands twice and a value of another form than wanted
 * are refused. What the rules mean is not here but with the question that asks by them.
 */
package org.tongcheng.planning.rules;
