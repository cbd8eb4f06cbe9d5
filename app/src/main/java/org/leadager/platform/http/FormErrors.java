package org.leadager.platform.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mistakes in a form, in the order of its fields. */
public record FormErrors(List<FormError> all) {
  /** No mistakes. */
  public static final FormErrors NONE = new FormErrors(List.of());

  public FormErrors {
    all = List.copyOf(all);
  }

  /** A single mistake. */
  public static FormErrors of(String field, String message) {
    return new FormErrors(List.of(new FormError(field, message)));
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** The first mistake of a field, or null: templates leave out what is null. */
  public @Nullable String of(String field) {
    return all.stream()
        .filter(error -> error.field().equals(field))
        .map(FormError::message)
        .findFirst()
        .orElse(null);
  }
}
