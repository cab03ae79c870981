/**
 * The command line: one class for each command. Commands work on the store themselves, whether or not a service runs on it;
 * what they need of the wiring is given to them. Exit status 0 when all that was asked for was done, else 1.
 */
package org.tongcheng.app.command;
