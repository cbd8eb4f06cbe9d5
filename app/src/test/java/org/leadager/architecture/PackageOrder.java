package org.leadager.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Optional;

/**
 * The order of the feature packages: each may import only those that stand before it. What a
 * package needs from a later one is declared as an interface where it is needed, or said as an
 * event.
 */
final class PackageOrder {
  static final List<String> ORDER =
      List.of(
          "platform",
          "people",
          "access",
          "instruments",
          "rounds",
          "answers",
          "scores",
          "reports",
          "diagnosis",
          "plans",
          "evaluations",
          "articles",
          "cases",
          "imports",
          "demo");

  private final String root;

  PackageOrder(String root) {
    this.root = root + ".";
  }

  /** One sentence for each import that goes against the order, empty where all is well. */
  List<String> violations(JavaClasses classes) {
    return classes.stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(this::goesUp)
        .map(Dependency::getDescription)
        .sorted()
        .toList();
  }

  /** Feature packages that nobody put into the order, and so nobody checks. */
  List<String> unplaced(JavaClasses classes) {
    return classes.stream()
        .map(this::feature)
        .flatMap(Optional::stream)
        .filter(feature -> !ORDER.contains(feature))
        .distinct()
        .sorted()
        .toList();
  }

  private boolean goesUp(Dependency dependency) {
    Optional<String> from = feature(dependency.getOriginClass());
    Optional<String> to = feature(dependency.getTargetClass());
    return from.isPresent()
        && to.isPresent()
        && ORDER.indexOf(from.get()) < ORDER.indexOf(to.get());
  }

  private Optional<String> feature(JavaClass type) {
    String name = type.getPackageName() + ".";
    if (!name.startsWith(root) || name.length() == root.length()) {
      return Optional.empty();
    }
    String rest = name.substring(root.length());
    return Optional.of(rest.substring(0, rest.indexOf('.')));
  }
}
