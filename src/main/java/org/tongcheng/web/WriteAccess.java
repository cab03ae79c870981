package org.tongcheng.web;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Who may write (api.md, Starting).
 *
 * @param token    needed once it is not empty
 * @param loopback whether the service listens on a loopback address alone
 */
public record WriteAccess(String token, boolean loopback) {

    /** @param address on which the service listens; null for all */
    public static WriteAccess of(String token, InetAddress address) {
        return new WriteAccess(token == null ? "" : token.strip(), address != null && address.isLoopbackAddress());
    }

    public boolean needsToken() {
        return !token.isEmpty();
    }

    /** Whether this is {@code Bearer} with the token; takes the same time however much of it is right. */
    boolean admits(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return false;
        }
        byte[] given = authorization.substring(7).strip().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), given);
    }

    @Override
    public String toString() {
        return "WriteAccess[token=" + (needsToken() ? "set" : "none") + ", loopback=" + loopback + "]";
    }
}
