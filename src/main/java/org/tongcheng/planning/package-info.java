/** The questions planners and analysts ask, one sub-package each: a record for the question, one for the answer. */
package org.tongcheng.planning;
