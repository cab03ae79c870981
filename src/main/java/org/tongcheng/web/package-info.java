/** HTTP only: parses a request, calls one question or the store, writes the answer or a problem document. */
package org.tongcheng.web;
