/**
 * The network one travels on: {@link org.tongcheng.network.Streets} that are always there, and lines made of the catalogue's
 * corridors that exist at a date, joined to them.
 *
 * <p>Times are whole milliseconds inside this room and {@code reach}; {@link org.tongcheng.network.Streets#UNREACHED} stands for
 * no way. Node numbers are dense from 0; the nodes that lines add follow those of the streets.
 */
package org.tongcheng.network;
