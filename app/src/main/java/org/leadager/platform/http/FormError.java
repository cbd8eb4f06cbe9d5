package org.leadager.platform.http;

/**
 * A mistake in a form, said so that the person can put it right.
 *
 * @param field the id of the field to which the summary links
 */
public record FormError(String field, String message) {}
