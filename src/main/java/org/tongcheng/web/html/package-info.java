/**
 * Pages for people: markup that escapes whatever is put into it, and the frame all pages share.
 *
 * <p>Guarantees: text and attribute values given to {@link org.tongcheng.web.html.Markup} never become markup; no page loads
 * anything from another host or runs a script.
 */
package org.tongcheng.web.html;
