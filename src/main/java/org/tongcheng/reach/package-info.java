/** Travel times from or to places over a network, and the polygons of what lies within a time budget. */
package org.tongcheng.reach;
