/** Checks of what {@code docker/} says, where no engine runs. */
package org.tongcheng.docker;
