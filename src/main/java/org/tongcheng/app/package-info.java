/** The main class, settings, all wiring and the command line; the only room that may use every other. */
package org.tongcheng.app;
